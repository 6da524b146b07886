"""Paints lines through points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPen

from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.batches import Floats, Polylines
    from kiosk.stage.device import Device


def paint_polylines(painter: QPainter, lines: Polylines, device: Device) -> None:
    """Paints the lines as far as they are drawn: as pieces with flat ends, which cost least."""
    pen = QPen()
    pen.setWidthF(lines.width * device.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    rows = zip(
        lines.points * device.scale, lines.trim.tolist(), lines.colours.tolist(), strict=True
    )
    for line, trim, colour in rows:
        pieces = _pieces(line, trim)
        if len(pieces) and colour[3] > 0.0:
            pen.setColor(qcolor(Colour(*colour)))
            painter.setPen(pen)
            painter.drawLines([QLineF(*ends) for ends in pieces.tolist()])


def _pieces(points: Floats, trim: float) -> Floats:
    """The pieces between neighbours, without those that a gap parts; (k, 4)."""
    reach = max(0.0, min(1.0, trim)) * (len(points) - 1)
    whole = int(reach)
    ends = np.hstack((points[:-1], points[1:]))[: whole + (reach > whole)]
    if reach > whole:
        part = reach - whole
        ends[-1, 2:] = ends[-1, :2] + part * (ends[-1, 2:] - ends[-1, :2])
    return np.asarray(ends[~np.isnan(ends).any(axis=1)])
