"""Paints labels and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.marks import Figure, Label, figure_text
from kiosk.stage.device import covering
from kiosk.stage.glyphs import EM
from kiosk.stage.painting.colours import qcolor

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from kiosk.stage.bounded import Bounded
    from kiosk.stage.device import Device
    from kiosk.stage.glyphs import Line, Lines
    from kiosk.theme import Colour


class TextPainter:
    """Text on one device, its origin on whole pixels so that it looks the same everywhere.

    Labels are kept as images. A figure that counts is another text each frame and is drawn
    straight away.
    """

    def __init__(
        self, device: Device, lines: Lines, images: Bounded[tuple[object, ...], QImage]
    ) -> None:
        self._device = device
        self._lines = lines
        self._images = images

    def extent(self, mark: Label | Figure) -> QRect:
        """The pixels that `mark` may touch."""
        line = self._line(mark)
        return self._ink(line, mark.style.size).translated(self._origin(mark, line))

    def are_alike(self, old: Label | Figure, new: Label | Figure) -> bool:
        """Whether both are painted the same, their opacity apart."""
        is_same = old.style == new.style and old.colour == new.colour and _text(old) == _text(new)
        return is_same and self._at(old) == self._at(new)

    def _at(self, mark: Label | Figure) -> QPoint:
        """The pixel at which the baseline of `mark` begins."""
        return self._origin(mark, self._line(mark))

    def paint(self, painter: QPainter, mark: Label | Figure) -> None:
        """Paints `mark`."""
        line = self._line(mark)
        origin = self._origin(mark, line)
        if isinstance(mark, Figure) or self._is_too_large(line, mark):
            painter.save()
            painter.translate(origin)
            # A small outline at a time: Qt starts again whenever one is too large for its memory.
            self._draw(painter, line.glyphs, mark.style.size, mark.colour)
            painter.restore()
            return
        image = self._kept(mark, line)
        if image is not None:
            painter.drawImage(self._ink(line, mark.style.size).topLeft() + origin, image)

    def warm(self, mark: Label | Figure) -> None:
        """Makes all that `paint` needs, ahead of its time."""
        line = self._line(mark)
        if isinstance(mark, Label) and not self._is_too_large(line, mark):
            self._kept(mark, line)

    def _is_too_large(self, line: Line, mark: Label | Figure) -> bool:
        """Whether the ink is larger than the page: accents piled up, or a line without an end."""
        ink, page = self._ink(line, mark.style.size), self._device
        return ink.width() * ink.height() > page.width * page.height

    def _kept(self, mark: Label, line: Line) -> QImage | None:
        """The label's image; None where nothing of it is seen."""
        ink = self._ink(line, mark.style.size)
        if ink.isEmpty():
            return None
        key = (mark.text, mark.style, mark.colour, self._device.scale, self._lines.brought)
        image = self._images.get(key)
        if image is None:
            image = self._image(line, mark, ink)
            self._images.put(key, image, image.sizeInBytes())
        return image

    def _line(self, mark: Label | Figure) -> Line:
        """The shaped text of `mark`."""
        return self._lines.line(_text(mark), mark.style)

    def _origin(self, mark: Label | Figure, line: Line) -> QPoint:
        """Where its baseline begins, in whole pixels."""
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align]
        left = mark.x - share * line.advance * mark.style.size / EM
        return QPoint(self._device.pixel(left), self._device.pixel(mark.y))

    def _ink(self, line: Line, size: float) -> QRect:
        """The pixels of the text about its origin."""
        if line.ink.isEmpty():
            return QRect()
        scale = size * self._device.scale / EM
        ink = line.ink
        return covering(
            QRectF(ink.x() * scale, ink.y() * scale, ink.width() * scale, ink.height() * scale), 1
        )

    def _image(self, line: Line, mark: Label, ink: QRect) -> QImage:
        """The text on a transparent ground, as large as its ink."""
        image = QImage(ink.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-ink.topLeft())
            self._draw(painter, (line.outline,), mark.style.size, mark.colour)
        return image

    def _draw(
        self, painter: QPainter, outlines: tuple[QPainterPath, ...], size: float, colour: Colour
    ) -> None:
        """Fills outlines at `EM` units an em, their origin where the painter's is."""
        scale = size * self._device.scale / EM
        painter.scale(scale, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(colour))
        for outline in outlines:
            painter.drawPath(outline)


def _text(mark: Label | Figure) -> str:
    """The characters that `mark` shows."""
    return mark.text if isinstance(mark, Label) else figure_text(mark)
