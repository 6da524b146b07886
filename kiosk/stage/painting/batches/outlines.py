"""Paints pieces of rings, and polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPen, QPolygonF

from kiosk.batches import bounds
from kiosk.stage.painting.batches.pieces import piece_path
from kiosk.stage.painting.batches.seen import touching
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from kiosk.batches import Floats, Polygons, Sectors
    from kiosk.stage.device import Device


def paint_sectors(painter: QPainter, sectors: Sectors, device: Device, within: QRect) -> None:
    """Paints the pieces of rings that touch the pixels `within`."""
    scale = device.scale
    has_area = (sectors.places[:, 5] > sectors.places[:, 4]) & (sectors.places[:, 3] > 0.0)
    seen = touching(bounds(sectors) * scale, within) & has_area & (sectors.fill[:, 3] > 0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    places = sectors.places[seen] * (scale, scale, scale, scale, 1.0, 1.0)
    radius, gap = sectors.radius * scale, sectors.gap * scale
    for place, fill in zip(places.tolist(), sectors.fill[seen].tolist(), strict=True):
        painter.setBrush(qcolor(Colour(*fill)))
        painter.drawPath(piece_path(place, radius, gap))


def paint_polygons(painter: QPainter, polygons: Polygons, device: Device, within: QRect) -> None:
    """Paints the polygons that touch the pixels `within`."""
    scale = device.scale
    boxes = bounds(polygons) + 2 * polygons.width * np.array([-1.0, -1.0, 1.0, 1.0])
    seen = touching(boxes * scale, within) & (polygons.trim > 0.0)
    trims = polygons.trim[seen].tolist()
    fills, lines = polygons.fill[seen].tolist(), polygons.line[seen].tolist()
    fades = polygons.fade[seen].tolist()
    rows = zip(polygons.points[seen] * scale, trims, fills, lines, fades, strict=True)
    for whole, trim, fill, line, fade in rows:
        corners = whole if trim >= 1.0 else _trimmed(whole, trim)
        outline = [QPointF(x, y) for x, y in corners[~np.isnan(corners).any(axis=1)].tolist()]
        colour = Colour(*fill)
        painter.setBrush(qcolor(colour) if fade >= 1.0 else _fading(whole, colour, fade))
        if polygons.width > 0.0 and line[3] > 0.0:
            painter.setPen(QPen(qcolor(Colour(*line)), polygons.width * scale))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF(outline))


def _fading(corners: Floats, colour: Colour, fade: float) -> QBrush:
    """A brush that pales from the furthest corners above and below to the level of the foot."""
    heights = corners[:, 1]
    top, bottom, foot = float(np.nanmin(heights)), float(np.nanmax(heights)), float(heights[-1])
    gradient = QLinearGradient(0.0, top, 0.0, max(bottom, top + 1.0))
    level = min(1.0, max(0.0, (foot - top) / max(bottom - top, 1.0)))
    for at, share in ((0.0, 1.0), (1.0, 1.0), (level, fade)):
        gradient.setColorAt(at, qcolor(colour.faded(share)))
    return QBrush(gradient)


def _trimmed(corners: Floats, trim: float) -> Floats:
    """Both sides of an outline as far as they are drawn."""
    half = len(corners) // 2
    sides = np.stack((corners[:half], corners[: half - 1 : -1]), axis=1)  # there and back, in pairs
    reach = trim * (half - 1)
    whole = int(reach)
    head = sides[whole] + (reach - whole) * (sides[whole + 1] - sides[whole])
    drawn = np.concatenate((sides[: whole + 1], head[None]))
    return np.concatenate((drawn[:, 0], drawn[::-1, 1]))
