"""Paints lines through points."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPen

from kiosk.stage.painting.batches.memory import first_of
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from kiosk.batches import Floats, Polylines
    from kiosk.stage.device import Device


def paint_polylines(painter: QPainter, lines: Polylines, device: Device) -> None:
    """Paints the lines as far as they are drawn, neighbours of one colour in one go.

    As pieces with flat ends, which cost a twentieth of a stroke through all points. Qt reads them
    where they lie in memory.
    """
    pen = QPen()
    pen.setWidthF(lines.width * device.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pieces, of = _pieces(lines.points * device.scale, lines.trim)
    colours = lines.colours.tolist()
    for _, rows in groupby(range(len(colours)), key=colours.__getitem__):
        some = [*rows]
        first, last = np.searchsorted(of, (some[0], some[-1] + 1))
        colour = Colour(*colours[some[0]])
        if last > first and colour.opacity > 0.0:
            pen.setColor(qcolor(colour))
            painter.setPen(pen)
            start = first_of(QLineF, pieces[first:last])
            painter.drawLines(start, int(last - first))


def _pieces(points: Floats, trim: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """The pieces between neighbours that are drawn, (k, 4), and the line of each, rising.

    Where a point is missing there is a gap; the last piece of a line that grows is cut.
    """
    reach = np.clip(trim, 0.0, 1.0)[:, None] * (points.shape[1] - 1)
    shares = np.clip(reach - np.arange(points.shape[1] - 1), 0.0, 1.0)
    starts = points[:, :-1]
    ends = starts + (points[:, 1:] - starts) * shares[:, :, None]
    pieces = np.concatenate((starts, ends), axis=2)
    drawn = (shares > 0.0) & ~np.isnan(pieces).any(axis=2)
    return np.ascontiguousarray(pieces[drawn]), np.nonzero(drawn)[0]
