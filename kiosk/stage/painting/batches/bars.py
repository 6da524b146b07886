"""Paints bars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath, QTransform

from kiosk.batches import bounds
from kiosk.stage.painting.batches.seen import touching
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.batches import Bars
    from kiosk.stage.device import Device

_FULL_AT = 0.75  # share of a bar's length at which its colour is full


def paint_bars(painter: QPainter, bars: Bars, device: Device, within: QRect) -> None:
    """Paints `bars`, one after another: those that touch the pixels `within`.

    Their long sides lie on whole pixels: so they are sharp, and all but their ends is filled
    without working out how much of each pixel they cover, which takes most of the time.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    is_up = bars.along == "up"
    boxes = bars.boxes * device.scale
    has_area = (boxes[:, 2] > 0.0) & (boxes[:, 3] > 0.0)
    seen = touching(bounds(bars) * device.scale, within) & has_area & (bars.fill[:, 3] > 0.0)
    rows = zip(
        boxes[seen].tolist(), bars.fill[seen].tolist(), bars.fade[seen].tolist(), strict=True
    )
    for (x, y, width, height), fill, fade in rows:
        colour = Colour(*fill)
        box = QRectF(x, y, width, height)
        brush = QBrush(qcolor(colour)) if fade >= 1.0 else _fading(box, colour, fade, bars.along)
        bar = _Bar(x, width, y, height) if is_up else _Bar(y, height, x, width)
        radius = min(bars.radius * device.scale, (bar.right - bar.left) / 2, bar.length / 2)
        first, last = math.ceil(bar.start + radius), math.floor(bar.end - radius)
        painter.setBrush(brush)
        painter.drawPath(_ends(bar, radius, first, last, is_up=is_up))
        if last > first:
            thick = bar.right - bar.left
            if is_up:
                core = QRect(bar.left, first, thick, last - first)
            else:
                core = QRect(first, bar.left, last - first, thick)
            if fade >= 1.0:
                painter.fillRect(core, brush.color())  # faster than with a brush
            else:
                painter.fillRect(core, brush)


class _Bar:
    """A bar across the way it grows, on whole pixels, and along it."""

    def __init__(self, across: float, thick: float, start: float, length: float) -> None:
        self.left = math.floor(across + 0.5)
        self.right = math.floor(across + thick + 0.5)
        if self.right <= self.left:  # thinner than a pixel
            self.left = math.floor(across)
            self.right = self.left + 1
        self.start, self.length, self.end = start, length, start + length


def _ends(bar: _Bar, radius: float, first: int, last: int, *, is_up: bool) -> QPainterPath:
    """The outlines of both ends with their corners, down to the pixels from `first` to `last`.

    All of the bar where there are none between them.
    """
    path = QPainterPath()
    if last <= first:
        sides = QRectF(bar.left, bar.start, bar.right - bar.left, bar.length)
        path.addRoundedRect(sides, radius, radius)
    else:
        for tip, foot, bend in ((bar.start, first, radius), (bar.end, last, -radius)):
            pull = tip + bend * (1 - _BEND)
            path.moveTo(bar.left, foot)
            path.lineTo(bar.left, tip + bend)
            path.cubicTo(
                bar.left, pull, bar.left + radius * (1 - _BEND), tip, bar.left + radius, tip
            )
            path.lineTo(bar.right - radius, tip)
            path.cubicTo(
                bar.right - radius * (1 - _BEND), tip, bar.right, pull, bar.right, tip + bend
            )
            path.lineTo(bar.right, foot)
            path.closeSubpath()
    return path if is_up else _SWAPPED.map(path)


_BEND = 0.5523  # how far the handles of a quarter of a circle reach, in radii
_SWAPPED = QTransform(0, 1, 1, 0, 0, 0)


def rectangle(box: QRectF) -> QPainterPath:
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
