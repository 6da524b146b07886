"""Paints straight lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.stage.painting.colours import qcolor
from kiosk.stage.pictures.bounded import Latest
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.batches import Segments
    from kiosk.stage.device import Device

_KNOWN = 64  # upright lines that are kept
_UPRIGHT = 8.0  # times as high as wide


def is_grid(segments: Segments) -> bool:
    """Whether all of `segments` lie flat or stand upright, with plain ends and no dashes."""
    ends = segments.ends
    is_plain = not segments.round_ends and not segments.dash
    return is_plain and bool(((ends[:, 0] == ends[:, 2]) | (ends[:, 1] == ends[:, 3])).all())


class SegmentPainter:
    """Paints straight lines on one device.

    Those of a grid as rectangles, of which a part may be painted again. Upright ones are kept as
    images: seen through, they take Qt twenty times as long, row by row.
    """

    def __init__(self, device: Device) -> None:
        self._device = device
        self._upright: Latest[tuple[float, float, float, float, Colour], QImage] = Latest(_KNOWN)

    def paint(self, painter: QPainter, segments: Segments) -> None:
        """Paints `segments`, one after another."""
        if not is_grid(segments):
            _paint_lines(painter, segments, self._device)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        half = segments.width * self._device.scale / 2
        ends = (segments.ends * self._device.scale).tolist()
        for (x1, y1, x2, y2), fill in zip(ends, segments.colours.tolist(), strict=True):
            box = QRectF(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            across, down = (0.0, half) if box.height() <= 0.0 else (half, 0.0)
            line = box.adjusted(-across, -down, across, down)
            if self._is_kept(line):
                left, top = math.floor(line.x()), math.floor(line.y())
                inner = line.translated(-left, -top)
                painter.drawImage(left, top, self._image(inner, Colour(*fill)))
            else:
                _paint_rectangle(painter, line, Colour(*fill))

    def _is_kept(self, line: QRectF) -> bool:
        """Whether the line is painted from an image of it."""
        is_sane = line.height() <= self._device.height
        return is_sane and _is_upright(line) and not self._device.is_paper

    def _image(self, line: QRectF, colour: Colour) -> QImage:
        """An upright line near the upper left of an image."""
        key = (line.x(), line.y(), line.width(), line.height(), colour)
        image = self._upright.get(key)
        if image is None:
            size = QSize(math.ceil(line.right()), math.ceil(line.bottom()))
            image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
            with QPainter(image) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                _paint_rectangle(painter, line, colour)
            self._upright.put(key, image)
        return image


def _is_upright(line: QRectF) -> bool:
    """Whether it is much higher than wide; a line without a length is nothing at all."""
    return 0.0 < _UPRIGHT * line.width() < line.height()


def _paint_rectangle(painter: QPainter, box: QRectF, colour: Colour) -> None:
    """Paints `box` as an outline: so a part of it gets the pixels that it has in the whole."""
    outline = QPainterPath()
    outline.addRect(box)
    painter.setBrush(qcolor(colour))
    painter.drawPath(outline)


def _paint_lines(painter: QPainter, segments: Segments, device: Device) -> None:
    """Paints lines of any direction; neighbours of one colour in one go."""
    pen = QPen(QColor(), segments.width * device.scale)
    is_round = segments.round_ends
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap)
    if segments.dash:
        pen.setDashPattern([length / segments.width for length in segments.dash])
    lines: list[QLineF] = []
    current: list[float] | None = None
    ends = (segments.ends * device.scale).tolist()
    for end, colour in zip(ends, segments.colours.tolist(), strict=True):
        if colour != current:
            _drawn(painter, pen, lines, current)
            lines, current = [], colour
        lines.append(QLineF(*end))
    _drawn(painter, pen, lines, current)


def _drawn(painter: QPainter, pen: QPen, lines: list[QLineF], colour: list[float] | None) -> None:
    """Draws lines of one colour."""
    if lines and colour is not None:
        pen.setColor(qcolor(Colour(*colour)))
        painter.setPen(pen)
        painter.drawLines(lines)
