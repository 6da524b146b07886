"""A PDF: a frame a page, with a table of contents."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from kiosk.stage.device import Device
from kiosk.stage.painting.paper.mending import Completion, complete
from kiosk.stage.painting.paper.pages import PaperPainter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.geometry import Size
    from kiosk.marks import Frame
    from kiosk.stage.assets import Assets
    from kiosk.stage.glyphs import Lines
    from kiosk.stage.painting.paper.contents import Bookmark

_POINTS = 0.5  # for each logical unit: 1920 of them are 13.33 inches, as slides usually are
_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Binding:
    """What a document says of itself. bookmarks: its table of contents."""

    title: str
    language: str
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Ink:
    """What pages are painted with. fine: the device that pictures are decoded for."""

    assets: Assets
    lines: Lines
    fine: Device


def write_pdf(file: Path, size: Size, pages: Iterable[Frame], ink: Ink, binding: Binding) -> None:
    """Writes the frames as pages of that size, in logical units. Raises OSError.

    Needs the application (`kiosk.stage.app.application`).
    """
    device = Device(math.ceil(size.width), math.ceil(size.height), is_paper=True)
    writer = _writer(file, device, binding.title)
    paper = PaperPainter(device, ink.fine, ink.assets, ink.lines)
    painter = QPainter()
    if not painter.begin(writer):
        message = f"{file}: it cannot be opened"
        raise OSError(message)
    try:
        for number, page in enumerate(pages):
            if number and not writer.newPage():
                message = f"{file}: No space left on device"
                raise OSError(message)
            paper.paint(painter, page)
    finally:
        painter.end()
    complete(file, Completion(paper.texts.meanings, binding.language, binding.bookmarks, _POINTS))


def _writer(file: Path, device: Device, title: str) -> QPdfWriter:
    """Qt's writer of pages as large as `device`, whose pixels are its units."""
    writer = QPdfWriter(str(file))
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setTitle(title)
    writer.setCreator("kiosk")
    writer.setResolution(round(_INCH / _POINTS))
    size = QSizeF(device.width * _POINTS, device.height * _POINTS)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, matchPolicy=exact))
    writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0))
    return writer
