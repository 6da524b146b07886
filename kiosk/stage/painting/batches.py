"""Paints the marks that come in numbers: bars and segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QPen

from kiosk.stage.device import covering
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from kiosk.marks import Bars, Floats, Segments
    from kiosk.stage.device import Device

_FULL_AT = 0.75  # share of a bar's length at which its colour is full


def bar_extents(bars: Bars, device: Device) -> list[QRect]:
    """The pixels that each bar may touch."""
    scaled = bars.boxes * device.scale
    return [covering(QRectF(x, y, w, h)) for x, y, w, h in scaled.tolist()]


def paint_bars(painter: QPainter, bars: Bars, device: Device, within: QRect) -> None:
    """Paints `bars`, one after another: those that touch the pixels `within`.

    As paths, of which a part gets the pixels that it has in the whole; Qt's own rectangles do not.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    boxes = bars.boxes * device.scale
    seen = _touching(boxes, within)
    rows = zip(
        boxes[seen].tolist(), bars.fill[seen].tolist(), bars.fade[seen].tolist(), strict=True
    )
    for (x, y, width, height), fill, fade in rows:
        colour = Colour(*fill)
        box = QRectF(x, y, width, height)
        painter.setBrush(qcolor(colour) if fade >= 1.0 else _fading(box, colour, fade, bars.along))
        radius = min(bars.radius * device.scale, width / 2, height / 2)
        if radius <= 0.0:
            painter.drawPath(_rectangle(box))
        else:
            painter.drawRoundedRect(box, radius, radius)


def _touching(boxes: Floats, within: QRect) -> NDArray[np.bool_]:
    """Which boxes have any size and touch the pixels `within`; (n,)."""
    x, y, width, height = boxes.T
    across = (x < within.right() + 1) & (x + width > within.left())
    down = (y < within.bottom() + 1) & (y + height > within.top())
    touching: NDArray[np.bool_] = (width > 0.0) & (height > 0.0) & across & down
    return touching


def _rectangle(box: QRectF) -> QPainterPath:
    """The outline of `box`."""
    path = QPainterPath()
    path.addRect(box)
    return path


def _fading(box: QRectF, colour: Colour, fade: float, along: str) -> QBrush:
    """A brush that brightens from the foot of a bar."""
    reach = _FULL_AT * (box.width() if along == "right" else box.height())
    foot = box.topLeft() if along == "right" else box.bottomLeft()
    full = foot + (QPointF(reach, 0.0) if along == "right" else QPointF(0.0, -reach))
    gradient = QLinearGradient(foot, full)
    gradient.setColorAt(0.0, qcolor(colour.faded(fade)))
    gradient.setColorAt(1.0, qcolor(colour))
    return QBrush(gradient)


def bars_may_be_cut(bars: Bars) -> bool:
    """Whether a part of `bars` gets the pixels that it has in the whole.

    How Qt rounds a gradient that goes to the right depends on where a painted span begins.
    """
    return bars.along == "up" or bool((bars.fade >= 1.0).all())


def segment_extents(segments: Segments, device: Device) -> list[QRect]:
    """The pixels that each segment may touch."""
    reach = segments.width * device.scale / 2 + 2  # Qt draws thin round ends a little too large
    rects = []
    for x1, y1, x2, y2 in (segments.ends * device.scale).tolist():
        box = QRectF(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        rects.append(covering(box, reach))
    return rects


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
        painter.drawPath(_rectangle(box.adjusted(-across, -down, across, down)))


def _drawn(painter: QPainter, pen: QPen, lines: list[QLineF], colour: list[float] | None) -> None:
    """Draws lines of one colour."""
    if lines and colour is not None:
        pen.setColor(qcolor(Colour(*colour)))
        painter.setPen(pen)
        painter.drawLines(lines)
