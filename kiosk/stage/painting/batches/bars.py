"""Paints bars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath, QTransform

from kiosk.batches import bounds
from kiosk.stage.painting.batches.seen import touching
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.pictures.bounded import Latest
from kiosk.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.batches import Bars, Floats
    from kiosk.stage.device import Device

_FULL_AT = 0.75  # share of a bar's length at which its colour is full
_FINE = 16  # of a pixel, the steps in which bars end and corners are round; finer ones are not seen
_KNOWN = 4000  # ends whose outlines are kept
_BEND = 0.5523  # how far the handles of a quarter of a circle reach, in radii
_SWAPPED = QTransform(0, 1, 1, 0, 0, 0)


class BarPainter:
    """Paints bars on one device.

    Their long sides lie on whole pixels: so they are sharp, and all but their ends is filled
    without working out how much of each pixel they cover, which takes most of the time. The
    outlines of ends are kept: to make one takes longer than to paint it.
    """

    def __init__(self, device: Device) -> None:
        self._device = device
        self._ends: Latest[tuple[int, int, int, bool], QPainterPath] = Latest(_KNOWN)

    def paint(self, painter: QPainter, bars: Bars, within: QRect) -> None:
        """Paints `bars`, one after another: those that touch the pixels `within`."""
        painter.setPen(Qt.PenStyle.NoPen)
        boxes = bars.boxes * self._device.scale
        has_area = (boxes[:, 2] > 0.0) & (boxes[:, 3] > 0.0)
        covering = bounds(bars) * self._device.scale
        seen = touching(covering, within) & has_area & (bars.fill[:, 3] > 0.0)
        is_up = bars.along == "up"
        places = _on_pixels(boxes[seen], bars.radius * self._device.scale, is_up=is_up)
        solid: dict[tuple[float, ...], QBrush] = {}
        rows = zip(bars.fill[seen].tolist(), bars.fade[seen].tolist(), places, strict=True)
        for fill, fade, place in rows:
            colour = Colour(*fill)
            if fade < 1.0:
                brush = _fading(_box(place, is_up=is_up), colour, fade, is_up=is_up)
            else:
                brush = solid.get(colour) or solid.setdefault(colour, QBrush(qcolor(colour)))
            painter.setBrush(brush)
            if self._device.is_paper:
                _paint_whole(painter, place, is_up=is_up)
                continue
            core = self._paint_ends(painter, place, is_up=is_up)
            if core is not None and fade < 1.0:
                painter.fillRect(core, brush)
            elif core is not None:
                painter.fillRect(core, brush.color())  # faster than with a brush

    def _paint_ends(self, painter: QPainter, place: list[int], *, is_up: bool) -> QRect | None:
        """Paints both ends with their corners; the whole pixels between them, if there are any.

        All of the bar where there are none.
        """
        left, right, start, end, radius = place
        first, beyond = -(-(start + radius) // _FINE), (end - radius) // _FINE
        if beyond <= first:
            _paint_whole(painter, place, is_up=is_up)
            return None
        thick = right - left
        if start < first * _FINE:
            at = start // _FINE
            outline = self._end(thick, start - at * _FINE, radius, is_up=is_up)
            painter.drawPath(outline.translated(*((left, at) if is_up else (at, left))))
        if end > beyond * _FINE:
            at = -(-end // _FINE)
            outline = self._end(thick, end - at * _FINE, -radius, is_up=is_up)
            painter.drawPath(outline.translated(*((left, at) if is_up else (at, left))))
        if is_up:
            return QRect(left, first, thick, beyond - first)
        return QRect(first, left, beyond - first, thick)

    def _end(self, thick: int, tip: int, bend: int, *, is_up: bool) -> QPainterPath:
        """The outline of an end, from its tip near zero to the next whole pixel inside the bar.

        tip, bend: how far in and how round it is, in parts of a pixel; backwards where the bar
        lies on the negative side.
        """
        key = (thick, tip, bend, is_up)
        outline = self._ends.get(key)
        if outline is None:
            outline = _end(thick, tip / _FINE, bend / _FINE, is_up=is_up)
            self._ends.put(key, outline)
        return outline


def _on_pixels(boxes: Floats, radius: float, *, is_up: bool) -> list[list[int]]:
    """Where bars lie: their sides in whole pixels, then both ends and the radius in parts of one.

    boxes: (n, 4), in pixels; the sides of a bar, which runs along the other way, are never one.
    """
    x, y, width, height = boxes.T
    across, thick, along, long = (x, width, y, height) if is_up else (y, height, x, width)
    left, right = np.floor(across + 0.5), np.floor(across + thick + 0.5)
    is_thin = right <= left
    left = np.where(is_thin, np.floor(across), left)
    right = np.where(is_thin, left + 1.0, right)
    start, end = np.rint(along * _FINE), np.rint((along + long) * _FINE)
    most = np.minimum((right - left) * (_FINE / 2), (end - start) / 2)
    bend = np.floor(np.minimum(radius * _FINE, most))
    sides = np.column_stack((left, right, start, end, bend)).astype(np.int64)
    places: list[list[int]] = sides.tolist()
    return places


def _box(place: list[int], *, is_up: bool) -> QRectF:
    """All of the bar that lies at `place`."""
    left, right, start, end, _ = place
    box = QRectF(left, start / _FINE, right - left, (end - start) / _FINE)
    return box if is_up else _SWAPPED.mapRect(box)


def _paint_whole(painter: QPainter, place: list[int], *, is_up: bool) -> None:
    """Paints all of the bar that lies at `place` as one outline."""
    round_by = place[-1] / _FINE
    painter.drawRoundedRect(_box(place, is_up=is_up), round_by, round_by)


def _end(thick: int, tip: float, bend: float, *, is_up: bool) -> QPainterPath:
    """The outline of an end; of the one at the lower right where both are negative."""
    inner = tip + bend
    foot = math.ceil(inner) if inner > 0.0 else math.floor(inner)
    pull, radius = tip + bend * (1 - _BEND), abs(bend)
    path = QPainterPath()
    path.moveTo(0.0, foot)
    path.lineTo(0.0, inner)
    path.cubicTo(0.0, pull, radius * (1 - _BEND), tip, radius, tip)
    path.lineTo(thick - radius, tip)
    path.cubicTo(thick - radius * (1 - _BEND), tip, thick, pull, thick, inner)
    path.lineTo(thick, foot)
    path.closeSubpath()
    return path if is_up else _SWAPPED.map(path)


def _fading(box: QRectF, colour: Colour, fade: float, *, is_up: bool) -> QBrush:
    """A brush that brightens from the foot of a bar."""
    reach = _FULL_AT * (box.height() if is_up else box.width())
    foot = box.bottomLeft() if is_up else box.topLeft()
    full = foot + (QPointF(0.0, -reach) if is_up else QPointF(reach, 0.0))
    gradient = QLinearGradient(foot, full)
    gradient.setColorAt(0.0, qcolor(colour.faded(fade)))
    gradient.setColorAt(1.0, qcolor(colour))
    return QBrush(gradient)


def bars_may_be_cut(bars: Bars) -> bool:
    """Whether a part of `bars` gets the pixels that it has in the whole.

    How Qt rounds a gradient that goes to the right depends on where a painted span begins.
    """
    return bars.along == "up" or bool((bars.fade >= 1.0).all())
