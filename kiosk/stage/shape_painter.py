"""Paints shapes: outlines filled, stroked, dashed and drawn to a share of their length."""

from __future__ import annotations

import itertools
import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainterPath, QPen, QTransform

from kiosk.stage.device import covering
from kiosk.stage.svg_path import parsed
from kiosk.stage.text_painter import qcolor

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.marks import Shape
    from kiosk.stage.device import Device

_PATHS = 4000


class ShapePainter:
    """Shapes on one device. Outlines are parsed once."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._parsed = lru_cache(_PATHS)(parsed)
        self._length = lru_cache(_PATHS)(lambda path: self._parsed(path).length())

    def extent(self, shape: Shape) -> QRect:
        """The pixels that `shape` may touch."""
        box = self._on_device(shape).boundingRect()
        room = 1.0
        if shape.stroke is not None:
            # Mitred joins reach out to twice the half width (the pen's limit), square ends less.
            room += shape.width * self._device.scale
        return covering(box, room)

    def trim(self, shape: Shape) -> float:
        """The share of the outline that is drawn, in steps of half a pixel."""
        if shape.trim <= 0.0 or shape.trim >= 1.0:
            return min(1.0, max(0.0, shape.trim))
        steps = 2 * self._length(shape.path) * shape.scale * self._device.scale
        return round(shape.trim * steps) / steps if steps > 0.0 else 0.0

    def paint(self, painter: QPainter, shape: Shape) -> None:
        """Paints `shape`."""
        trim = self.trim(shape)
        path = self._on_device(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shape.fill is not None:
            painter.setBrush(qcolor(shape.fill))
        if shape.stroke is None or shape.width <= 0.0 or trim <= 0.0:
            if shape.fill is not None:
                painter.drawPath(path)
            return
        if trim >= 1.0:
            painter.setPen(self._pen(shape))
            painter.drawPath(path)
            return
        if shape.fill is not None:
            painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(shape))
        painter.drawPath(_trimmed(path, trim))

    def _on_device(self, shape: Shape) -> QPainterPath:
        """The outline in the device's pixels."""
        scale = self._device.scale
        place = QTransform.fromTranslate(shape.x * scale, shape.y * scale)
        place.rotate(shape.rotation)
        place.scale(shape.scale * scale, shape.scale * scale)
        return place.map(self._parsed(shape.path))

    def _pen(self, shape: Shape) -> QPen:
        """The pen that strokes `shape`; its width does not follow the shape's own scale."""
        assert shape.stroke is not None
        pen = QPen(qcolor(shape.stroke), shape.width * self._device.scale)
        is_round = shape.round_ends
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if is_round else Qt.PenJoinStyle.MiterJoin)
        if shape.dash:
            pen.setDashPattern([length / shape.width for length in shape.dash])
        return pen


def _trimmed(path: QPainterPath, share: float) -> QPainterPath:
    """The first `share` of the length of `path`, its subpaths one after another."""
    lines = [[polygon.at(i) for i in range(polygon.size())] for polygon in path.toSubpathPolygons()]
    left = share * sum(_length(line) for line in lines)
    trimmed = QPainterPath()
    for line in lines:
        if left <= 0.0:
            break
        left = _drawn(trimmed, line, left)
    return trimmed


def _length(line: list[QPointF]) -> float:
    """The length of a polyline."""
    return sum(_distance(a, b) for a, b in itertools.pairwise(line))


def _distance(a: QPointF, b: QPointF) -> float:
    """How far `b` is from `a`."""
    return math.hypot(b.x() - a.x(), b.y() - a.y())


def _drawn(path: QPainterPath, line: list[QPointF], left: float) -> float:
    """Adds at most the length `left` of `line` to `path`; what is left of it then."""
    path.moveTo(line[0])
    for a, b in itertools.pairwise(line):
        step = _distance(a, b)
        if step >= left:
            if left > 0.0:
                path.lineTo(a + (b - a) * (left / step))
            return 0.0
        path.lineTo(b)
        left -= step
    return left
