"""Paints bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath

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

    As paths, of which a part gets the pixels that it has in the whole; Qt's own rectangles do not.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    boxes = bars.boxes * device.scale
    has_area = (boxes[:, 2] > 0.0) & (boxes[:, 3] > 0.0)
    seen = touching(bounds(bars) * device.scale, within) & has_area
    rows = zip(
        boxes[seen].tolist(), bars.fill[seen].tolist(), bars.fade[seen].tolist(), strict=True
    )
    for (x, y, width, height), fill, fade in rows:
        colour = Colour(*fill)
        box = QRectF(x, y, width, height)
        painter.setBrush(qcolor(colour) if fade >= 1.0 else _fading(box, colour, fade, bars.along))
        radius = min(bars.radius * device.scale, width / 2, height / 2)
        if radius <= 0.0:
            painter.drawPath(rectangle(box))
        else:
            painter.drawRoundedRect(box, radius, radius)


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
