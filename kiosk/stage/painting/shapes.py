"""Paints shapes: outlines filled, stroked, dashed and drawn to a share of their length."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from kiosk.marks import Gradient
from kiosk.stage.device import covering
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.painting.svg_path import parsed

if TYPE_CHECKING:
    from kiosk.marks import Shape
    from kiosk.stage.device import Device
    from kiosk.stage.rects import Rects
    from kiosk.theme import Colour

_PATHS = 4000
_LONG = 400.0  # pixels
_LINES = 64  # long outlines that grow
_PIECES = 12  # of such an outline: what lies beside it is not painted because of it
_TILE = 64  # pixels across of a gradient that goes down; a brush of one pixel across is slow
_STEP = 16.0  # pixels: of the line that grows, all pixels may change
_FINE = 4.0  # Qt's polygons leave a curve by up to half a unit: by so much less here


class ShapePainter:
    """Shapes on one device. Outlines are parsed once.

    A long outline of which a share is drawn is drawn as a polygon, so that the part which was
    there before keeps its pixels and only its head is painted again.
    """

    def __init__(self, device: Device) -> None:
        self._device = device
        self._parsed = lru_cache(_PATHS)(parsed)
        self._length = lru_cache(_PATHS)(lambda path: self._parsed(path).length())
        self._polygon = lru_cache(_LINES)(self._fine_polygon)
        self._pieces = lru_cache(_LINES)(self._extents_of_pieces)

    def extents(self, shape: Shape) -> Rects:
        """The pixels that `shape` may touch: along an outline that grows in pieces."""
        trim = self.trim(shape)
        if shape.fill is None and (shape.stroke is None or trim <= 0.0):
            return []
        if shape.fill is not None or trim >= 1.0 or not self._is_long(shape):
            return [self._extent(shape)]
        return self._pieces(replace(shape, trim=1.0))[: math.ceil(trim * _PIECES)]

    def _extents_of_pieces(self, shape: Shape) -> Rects:
        """The pixels that each piece of the outline may touch."""
        polygon = self._whole(shape)
        pieces = (polygon.trimmed(i / _PIECES, (i + 1) / _PIECES) for i in range(_PIECES))
        return [covering(piece.boundingRect(), self._room(shape)) for piece in pieces]

    def _extent(self, shape: Shape) -> QRect:
        """The pixels that all of the outline may touch."""
        return covering(self._on_device(shape).boundingRect(), self._room(shape))

    def difference(self, old: Shape, new: Shape) -> Rects:
        """The pixels in which `old` and `new` differ, where it is only that more is drawn."""
        before, after = self.trim(old), self.trim(new)
        low, high = min(before, after), max(before, after)
        is_growth = low > 0.0 and high < 1.0 and not new.dash and self._is_long(new)
        if not is_growth or old != replace(new, trim=old.trim):
            return [*self.extents(old), *self.extents(new)]
        polygon = self._whole(new)
        low = max(0.0, low - _STEP / max(polygon.length(), _STEP))
        return [covering(polygon.trimmed(low, high).boundingRect(), self._room(new))]

    def may_be_cut(self, shape: Shape) -> bool:
        """Whether a part of `shape` gets the pixels that it has in the whole.

        Dashes, and straight lines without round ends, do not.
        """
        if shape.stroke is None or self.trim(shape) <= 0.0:
            return True
        return not shape.dash and (shape.round_ends or not _is_lines(self._drawn(shape)))

    def trim(self, shape: Shape) -> float:
        """The share of the outline that is drawn, in steps of half a pixel."""
        if shape.trim <= 0.0 or shape.trim >= 1.0:
            return min(1.0, max(0.0, shape.trim))
        steps = 2 * self._length_px(shape)
        return round(shape.trim * steps) / steps if steps > 0.0 else 0.0

    def paint(self, painter: QPainter, shape: Shape) -> None:
        """Paints `shape`."""
        if shape.fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink(shape, shape.fill))
            painter.drawPath(self._on_device(shape))
        if shape.stroke is not None and shape.width > 0.0 and self.trim(shape) > 0.0:
            painter.setPen(self._pen(shape))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._drawn(shape))

    def _length_px(self, shape: Shape) -> float:
        """How long all of the outline is on the device."""
        return self._length(shape.path) * shape.scale * self._device.scale

    def _is_long(self, shape: Shape) -> bool:
        """Whether painting all of the outline again would cost more than making a polygon."""
        return self._length_px(shape) > _LONG

    def _room(self, shape: Shape) -> float:
        """How far from its outline `shape` may touch pixels."""
        if shape.stroke is None:
            return 1.0
        # Qt draws thin round ends a little too large, and cuts a mitred join off only at its limit
        # of two widths, measured from the stroke's side.
        widths = 0.5 if shape.round_ends else math.hypot(2.0, 0.5)
        return 2.0 + widths * shape.width * self._device.scale

    def _drawn(self, shape: Shape) -> QPainterPath:
        """What is stroked of the outline, in the device's pixels."""
        trim = self.trim(shape)
        if trim >= 1.0:
            return self._on_device(shape)
        if not self._is_long(shape):
            return self._on_device(shape).trimmed(0.0, trim)
        return self._whole(shape).trimmed(0.0, trim)

    def _whole(self, shape: Shape) -> QPainterPath:
        """All of the outline as a polygon, worked out once while it grows."""
        return self._polygon(replace(shape, trim=1.0))

    def _fine_polygon(self, shape: Shape) -> QPainterPath:
        """The outline in the device's pixels as straight lines, none longer than `_STEP`."""
        fine, back = QTransform.fromScale(_FINE, _FINE), QTransform.fromScale(1 / _FINE, 1 / _FINE)
        path = QPainterPath()
        for line in self._on_device(shape).toSubpathPolygons(fine):
            polygon = back.map(line)
            path.moveTo(polygon.at(0))
            for a, b in itertools.pairwise(polygon.at(i) for i in range(polygon.size())):
                count = max(1, math.ceil(QLineF(a, b).length() / _STEP))
                for part in range(1, count + 1):
                    path.lineTo(a + (b - a) * (part / count))
        return path

    def _on_device(self, shape: Shape) -> QPainterPath:
        """The outline in the device's pixels."""
        scale = self._device.scale
        place = QTransform.fromTranslate(shape.x * scale, shape.y * scale)
        place.rotate(shape.rotation)
        place.scale(shape.scale * scale, shape.scale * scale)
        return place.map(self._parsed(shape.path))

    def _pen(self, shape: Shape) -> QPen:
        """The pen that strokes `shape`; its width does not follow the shape's own scale."""
        pen = QPen(self._ink(shape, shape.stroke), shape.width * self._device.scale)
        is_round = shape.round_ends
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if is_round else Qt.PenJoinStyle.MiterJoin)
        if shape.dash:
            pen.setDashPattern([length / shape.width for length in shape.dash])
        return pen

    def _ink(self, shape: Shape, ink: Colour | Gradient | None) -> QBrush:
        """What it is filled or stroked with.

        A gradient as a strip of pixels rather than Qt's own, whose rounding depends on where a
        painted span begins: a part painted again would differ from the whole.
        """
        if not isinstance(ink, Gradient):
            return QBrush() if ink is None else QBrush(qcolor(ink))
        if self._device.is_paper:
            return QBrush(self._gradient(shape, ink, QPoint(0, 0)))
        extent = self._extent(shape)
        is_down = ink.way == "down"
        size = QSize(_TILE, extent.height()) if is_down else QSize(extent.width(), 1)
        strip = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
        with QPainter(strip) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(strip.rect(), self._gradient(shape, ink, extent.topLeft()))
        brush = QBrush(strip)
        brush.setTransform(QTransform.fromTranslate(extent.left(), extent.top()))
        return brush

    def _gradient(self, shape: Shape, ink: Gradient, corner: QPoint) -> QLinearGradient:
        """Qt's gradient, in pixels from `corner`."""
        is_down = ink.way == "down"
        origin, first_px = (shape.y, corner.y()) if is_down else (shape.x, corner.x())
        places = [
            (origin + at * shape.scale) * self._device.scale - first_px for at, _ in ink.stops
        ]
        first, last = places[0], max(places[-1], places[0] + 1.0)
        ends = [QPointF(0.0, at) if is_down else QPointF(at, 0.0) for at in (first, last)]
        gradient = QLinearGradient(*ends)
        for place, (_, colour) in zip(places, ink.stops, strict=True):
            gradient.setColorAt((place - first) / (last - first), qcolor(colour))
        return gradient


def _is_lines(path: QPainterPath) -> bool:
    """Whether `path` is nothing but separate straight lines."""
    places = (path.elementAt(index) for index in range(path.elementCount()))
    return all(place.isMoveTo() == (index % 2 == 0) for index, place in enumerate(places))
