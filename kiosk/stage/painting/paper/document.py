"""A PDF: a frame a page, with a table of contents."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QFileDevice, QIODevice, QMarginsF, QSizeF
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
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.painting.paper.contents import Bookmark
    from kiosk.stage.pictures.assets import Assets

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
    painting = PaperPainter(slide, ink.fine, ink.assets, ink.lines)
    device = QFile(str(file))
    if not device.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(_why(device))
    try:
        _write_pages(device, _writer(device, paper, binding.title), painting, pages)
    finally:
        device.close()
    lacking = Completion(
        painting.texts.meanings, binding.language, binding.bookmarks, _INCH / paper.units
    )
    complete(file, lacking)


def _write_pages(
    device: QFile, writer: QPdfWriter, painting: PaperPainter, pages: Iterable[Frame]
) -> None:
    """Writes the pages, and sees after each that it was. Raises OSError.

    Qt's writer does not say when a disk is full.
    """
    with QPainter(writer) as painter:
        for number, page in enumerate(pages):
            if number:
                writer.newPage()
            painting.paint(painter, page)
            _see_to(device)
    _see_to(device)


def _see_to(device: QFile) -> None:
    """Raises OSError where it is seen that what was written so far is not in the file."""
    if not device.flush() or device.error() != QFileDevice.FileError.NoError:
        raise OSError(_why(device))


def _why(device: QFile) -> str:
    return f"{device.fileName()}: {device.errorString()}"


def _writer(device: QFile, paper: Paper, title: str) -> QPdfWriter:
    """Qt's writer of pages of that paper, whose pixels are its units."""
    writer = QPdfWriter(device)
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
