"""A PDF: a frame a page, with a table of contents."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from kiosk.stage.device import Device
from kiosk.stage.painting.paper.mending import Completion, complete
from kiosk.stage.painting.paper.pages import PaperPainter
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.geometry import Size
    from kiosk.marks import Frame
    from kiosk.stage.assets import Assets
    from kiosk.stage.glyphs import Lines
    from kiosk.stage.painting.paper.contents import Bookmark

_UNITS = 144  # logical units an inch: 1920 of them are 13.33 inches, as slides usually are
_INCH = 72.0  # points


@dataclass(frozen=True, slots=True)
class Binding:
    """What a document says of itself. bookmarks: its table of contents."""

    title: str
    language: str
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """What is painted on. size: of a page; slide: of a slide. units: of theirs an inch."""

    size: Size
    slide: Size
    units: int = _UNITS


@dataclass(frozen=True, slots=True)
class Ink:
    """What pages are painted with. fine: the device that pictures are decoded for."""

    assets: Assets
    lines: Lines
    fine: Device


def write_pdf(file: Path, paper: Paper, pages: Iterable[Frame], ink: Ink, binding: Binding) -> None:
    """Writes the frames as pages of that paper. Raises OSError.

    Needs the application (`kiosk.stage.app.application`).
    """
    slide = Device(math.ceil(paper.slide.width), math.ceil(paper.slide.height), is_paper=True)
    writer = _writer(file, paper, binding.title)
    painting = PaperPainter(slide, ink.fine, ink.assets, ink.lines)
    painter = QPainter()
    if not painter.begin(writer):
        message = f"{file}: it cannot be opened"
        raise OSError(message)
    try:
        for number, page in enumerate(pages):
            if number and not writer.newPage():
                message = f"{file}: No space left on device"
                raise OSError(message)
            painting.paint(painter, page)
    finally:
        painter.end()
    lacking = Completion(
        painting.texts.meanings, binding.language, binding.bookmarks, _INCH / paper.units
    )
    complete(file, lacking)


def _writer(file: Path, paper: Paper, title: str) -> QPdfWriter:
    """Qt's writer of pages of that paper, whose pixels are its units."""
    writer = QPdfWriter(str(file))
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setTitle(title)
    writer.setCreator("kiosk")
    writer.setResolution(paper.units)
    point = _INCH / paper.units
    size = QSizeF(math.ceil(paper.size.width) * point, math.ceil(paper.size.height) * point)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, matchPolicy=exact))
    writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0))
    return writer
