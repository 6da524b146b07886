"""Paints labels and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.marks import Figure, Label, figure_text
from kiosk.stage.device import covering
from kiosk.stage.fonts.glyphs import EM
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.pictures.bounded import Latest
from kiosk.values import dataclass

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from kiosk.stage.device import Device
    from kiosk.stage.fonts.glyphs import Line, Lines
    from kiosk.stage.pictures.bounded import Bounded
    from kiosk.theme import Colour, TextStyle

_KNOWN = 1000  # marks whose places are remembered, and texts
SHARES = {"left": 0.0, "centre": 0.5, "right": 1.0}  # of a text, what lies left of its origin


@dataclass(frozen=True, slots=True)
class _Placed:
    """The text of a mark on one device. origin: where its baseline begins, in whole pixels.

    mark: kept so that its identity is not used again. ink: its pixels. brought: the families it
    may have been shaped in.
    """

    mark: Label | Figure
    text: str
    line: Line
    origin: QPoint
    ink: QRect
    brought: tuple[str, ...]


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
        self._known: Latest[int, _Placed] = Latest(_KNOWN)
        self._shaped: Latest[tuple[str, TextStyle, tuple[str, ...]], tuple[Line, QRect]] = Latest(
            _KNOWN
        )

    def extent(self, mark: Label | Figure) -> QRect:
        """The pixels that `mark` may touch."""
        return self._placed(mark).ink

    def are_alike(self, old: Label | Figure, new: Label | Figure) -> bool:
        """Whether both are painted the same, their opacity apart."""
        if old.style != new.style or old.colour != new.colour:
            return False
        before, after = self._placed(old), self._placed(new)
        return before.origin == after.origin and before.text == after.text

    def paint(self, painter: QPainter, mark: Label | Figure) -> None:
        """Paints `mark`."""
        placed = self._placed(mark)
        if isinstance(mark, Figure) or self._is_too_large(placed):
            painter.save()
            painter.translate(placed.origin)
            # A small outline at a time: Qt starts again whenever one is too large for its memory.
            self._draw(painter, placed.line.glyphs, mark.style.size, mark.colour)
            painter.restore()
            return
        image = self._kept(mark, placed)
        if image is not None:
            painter.drawImage(placed.ink.topLeft(), image)

    def warm(self, mark: Label | Figure) -> None:
        """Makes all that `paint` needs, ahead of its time."""
        placed = self._placed(mark)
        if isinstance(mark, Label) and not self._is_too_large(placed):
            self._kept(mark, placed)

    def _is_too_large(self, placed: _Placed) -> bool:
        """Whether the ink is larger than the page: accents piled up, or a line without an end."""
        ink, page = placed.ink, self._device
        return ink.width() * ink.height() > page.width * page.height

    def _kept(self, mark: Label, placed: _Placed) -> QImage | None:
        """The label's image; None where nothing of it is seen."""
        if placed.ink.isEmpty():
            return None
        key = (mark.text, mark.style, mark.colour, self._device.scale, self._lines.brought)
        image = self._images.get(key)
        if image is None:
            image = self._image(placed, mark)
            self._images.put(key, image, image.sizeInBytes())
        return image

    def _placed(self, mark: Label | Figure) -> _Placed:
        """The text of `mark` in its place; remembered, as it is asked for several times a frame."""
        known = self._known.get(id(mark))
        if known is not None and known.brought == self._lines.brought:
            return known
        brought = self._lines.brought
        text = _text(mark)
        line, ink = self._line(text, mark.style, brought)
        left = mark.x - SHARES[mark.align] * line.advance * mark.style.size / EM
        origin = QPoint(self._device.pixel(left), self._device.pixel(mark.y))
        placed = _Placed(mark, text, line, origin, ink.translated(origin), brought)
        self._known.put(id(mark), placed)
        return placed

    def _line(self, text: str, style: TextStyle, brought: tuple[str, ...]) -> tuple[Line, QRect]:
        """A text, shaped, and its pixels about its origin: what only moves is the same again."""
        key = (text, style, brought)
        found = self._shaped.get(key)
        if found is None:
            line = self._lines.line(text, style)
            found = (line, self._ink(line, style.size))
            self._shaped.put(key, found)
        return found

    def _ink(self, line: Line, size: float) -> QRect:
        """The pixels of the text about its origin."""
        if line.ink.isEmpty():
            return QRect()
        scale = size * self._device.scale / EM
        ink = line.ink
        return covering(
            QRectF(ink.x() * scale, ink.y() * scale, ink.width() * scale, ink.height() * scale), 1
        )

    def _image(self, placed: _Placed, mark: Label) -> QImage:
        """The text on a transparent ground, as large as its ink."""
        image = QImage(placed.ink.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(placed.origin - placed.ink.topLeft())
            self._draw(painter, (placed.line.outline,), mark.style.size, mark.colour)
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
