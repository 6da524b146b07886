"""Paints dots."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from kiosk.batches import bounds
from kiosk.stage.painting.batches.seen import touching
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from kiosk.batches import Points
    from kiosk.stage.device import Device

# Corners of the symbols that are no discs, in radii of the disc that has their area.
_HALF, _REACH = math.sqrt(math.pi) / 2, math.sqrt(math.pi / 2)
_FAR = math.sqrt(4 * math.pi / (3 * math.sqrt(3)))
_CORNERS = {
    "square": ((-_HALF, -_HALF), (_HALF, -_HALF), (_HALF, _HALF), (-_HALF, _HALF)),
    "diamond": ((0.0, -_REACH), (_REACH, 0.0), (0.0, _REACH), (-_REACH, 0.0)),
    "triangle": (
        (0.0, -_FAR), (_FAR * math.sqrt(3) / 2, _FAR / 2), (-_FAR * math.sqrt(3) / 2, _FAR / 2),
    ),
}  # fmt: skip


def paint_points(painter: QPainter, points: Points, device: Device, within: QRect) -> None:
    """Paints the dots that touch the pixels `within`, one after another."""
    seen = touching(bounds(points) * device.scale, within) & (points.fill[:, 3] > 0.0)
    corners = _CORNERS.get(points.symbol)
    painter.setPen(Qt.PenStyle.NoPen)
    places = (points.places[seen] * device.scale).tolist()
    for (x, y, across), fill in zip(places, points.fill[seen].tolist(), strict=True):
        painter.setBrush(qcolor(Colour(*fill)))
        if corners is None:
            painter.drawEllipse(QPointF(x, y), across / 2, across / 2)
        else:
            outline = [QPointF(x + dx * across / 2, y + dy * across / 2) for dx, dy in corners]
            painter.drawPolygon(QPolygonF(outline))
