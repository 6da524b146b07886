"""Paints straight lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.batches import Segments
    from kiosk.stage.device import Device


def is_grid(segments: Segments) -> bool:
    """Whether all of `segments` lie flat or stand upright, with plain ends and no dashes."""
    ends = segments.ends
    is_plain = not segments.round_ends and not segments.dash
    return is_plain and bool(((ends[:, 0] == ends[:, 2]) | (ends[:, 1] == ends[:, 3])).all())


def paint_segments(painter: QPainter, segments: Segments, device: Device) -> None:
    """Paints `segments`: those of a grid as rectangles, of which a part may be painted again.

    Of others neighbours of one colour are painted in one go.
    """
    if is_grid(segments):
        _paint_grid(painter, segments, device)
        return
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


def _paint_grid(painter: QPainter, segments: Segments, device: Device) -> None:
    """Paints lines that lie flat or stand upright."""
    painter.setPen(Qt.PenStyle.NoPen)
    half = segments.width * device.scale / 2
    ends = (segments.ends * device.scale).tolist()
    for (x1, y1, x2, y2), colour in zip(ends, segments.colours.tolist(), strict=True):
        box = QRectF(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        across, down = (0.0, half) if box.height() <= 0.0 else (half, 0.0)
        painter.setBrush(qcolor(Colour(*colour)))
        outline = QPainterPath()
        outline.addRect(box.adjusted(-across, -down, across, down))
        painter.drawPath(outline)


def _drawn(painter: QPainter, pen: QPen, lines: list[QLineF], colour: list[float] | None) -> None:
    """Draws lines of one colour."""
    if lines and colour is not None:
        pen.setColor(qcolor(Colour(*colour)))
        painter.setPen(pen)
        painter.drawLines(lines)
