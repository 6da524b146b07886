"""Paints lines through points."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainterPath, QPen

from kiosk.stage.painting.batches.memory import first_of
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from kiosk.batches import Floats, Polylines
    from kiosk.stage.device import Device

    Flags = NDArray[np.bool_]

_FEW = 64  # straight ways: a stroke along more costs too much
_STRAIGHT = 1e-3  # the tangent of half the angle of a bend that is not seen
_SHARPEST = 0.8  # half widths that pieces reach beyond a corner at most
# Of a sharper corner, in half widths: how far pieces reach, and a tip on them, and its half width.
_BLUNT, _TIP, _SLENDER = 0.4, 0.95, 0.62
_THIN = 1.5  # pixels: of a thinner line no corner is seen


def paint_polylines(painter: QPainter, lines: Polylines, device: Device) -> None:
    """Paints the lines as far as they are drawn, neighbours of one colour in one go.

    Those of few corners are stroked, with round corners and ends. Those of many are painted as
    pieces that reach into each other at their corners, which costs a twentieth, with narrower tips
    on the highest and lowest, so that peaks look round; Qt reads them where they lie in memory.
    """
    pen = QPen()
    pen.setWidthF(lines.width * device.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pieces, of = _pieces(lines.points * device.scale, lines.trim)
    bends = _bends(pieces, of)
    is_few = device.is_paper or np.count_nonzero(~(bends < _STRAIGHT)) <= _FEW
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_few else Qt.PenCapStyle.FlatCap)
    tips, tips_of = pieces[:0], of[:0]
    if not is_few and pen.widthF() > _THIN:
        tips, tips_of = _tips(pieces, bends, of, pen.widthF() / 2)
        pieces = _reaching(pieces, bends, pen.widthF() / 2)
    slender = QPen(pen)
    slender.setWidthF(_SLENDER * pen.widthF())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    colours = lines.colours.tolist()
    for _, rows in groupby(range(len(colours)), key=colours.__getitem__):
        some = [*rows]
        first, last = np.searchsorted(of, (some[0], some[-1] + 1))
        colour = Colour(*colours[some[0]])
        if last > first and colour.opacity > 0.0:
            pen.setColor(qcolor(colour))
            painter.setPen(pen)
            if is_few:
                painter.drawPath(_path(pieces[first:last], bends[first:last]))
                continue
            _draw(painter, pieces[first:last])
            first, last = np.searchsorted(tips_of, (some[0], some[-1] + 1))
            slender.setColor(qcolor(colour))
            painter.setPen(slender)
            _draw(painter, tips[first:last])


def _draw(painter: QPainter, pieces: Floats) -> None:
    """Paints the pieces, (k, 4), with the painter's pen."""
    if len(pieces):
        painter.drawLines(first_of(QLineF, pieces), len(pieces))


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


def _bends(pieces: Floats, of: NDArray[np.intp]) -> Floats:
    """How sharply the way bends where each piece starts: (k,) the tangent of half the angle.

    NaN where it does not come from the piece before.
    """
    bends = np.full(len(pieces), np.nan)
    x, y = pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]
    long = np.hypot(x, y)
    x, y = (np.divide(part, long, out=np.zeros_like(part), where=long > 0.0) for part in (x, y))
    if not long.all():  # where two points are one, the way goes on as it came there
        came = np.maximum.accumulate(np.where(long > 0.0, np.arange(len(long)), 0))
        x, y = x[came], y[came]
    along = x[1:] * x[:-1] + y[1:] * y[:-1]
    across = np.abs(x[1:] * y[:-1] - y[1:] * x[:-1])
    goes_on = (of[1:] == of[:-1]) & np.isclose(pieces[1:, :2], pieces[:-1, 2:]).all(axis=1)
    bends[1:] = np.where(goes_on, across / np.maximum(1.0 + along, 1e-9), np.nan)
    bends[1:][goes_on & (along < 0.0) & (across < _STRAIGHT)] = np.inf  # it turns back
    return bends


def _reaching(pieces: Floats, bends: Floats, half: float) -> Floats:
    """The pieces, each longer by so much that it meets the outer side of its neighbours.

    So their corners are mitred; of a sharp one the tip is missing (`_tips`).
    """
    way = _ways(pieces)
    bends = np.nan_to_num(bends, posinf=_SHARPEST + 1.0)
    start = half * np.where(bends > _SHARPEST, _BLUNT, bends)[:, None]
    end = np.concatenate((start[1:], np.zeros((1, 1))))
    return np.hstack((pieces[:, :2] - way * start, pieces[:, 2:] + way * end))


def _tips(
    pieces: Floats, bends: Floats, of: NDArray[np.intp], half: float
) -> tuple[Floats, NDArray[np.intp]]:
    """What is seen of the round at sharp corners: (k, 4), and the line of each, rising.

    Only peaks that stand out from those beside them have one: no others are seen among many.
    """
    after = np.flatnonzero(bends > _SHARPEST)
    heights = pieces[:, 1]
    own, last = heights[after], len(heights) - 1
    beside = [heights[np.clip(after + step, 0, last)] for step in (-4, -2, 2, 4)]
    is_peak = (own <= np.min(beside, axis=0)) | (own >= np.max(beside, axis=0))
    after = after[is_peak]
    corner, way = pieces[after, :2], _ways(pieces[after - 1]) - _ways(pieces[after])
    long = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    return np.hstack((corner, corner + half * _TIP * way / long)), of[after]


def _ways(pieces: Floats) -> Floats:
    """The directions of the pieces: (k, 2), of length one, or zero where a piece has none."""
    way = pieces[:, 2:] - pieces[:, :2]
    long = np.hypot(way[:, 0], way[:, 1])[:, None]
    return np.divide(way, long, out=np.zeros_like(way), where=long > 0.0)


def _path(pieces: Floats, bends: Floats) -> QPainterPath:
    """The pieces as one outline through their corners."""
    path = QPainterPath()
    is_start = np.isnan(bends)
    is_corner = np.append(~(bends[1:] < _STRAIGHT), [True])  # at its end, or the way ends there
    rows = zip(pieces.tolist(), is_start.tolist(), is_corner.tolist(), strict=True)
    for number, (piece, starts, turns) in enumerate(rows):
        if starts or number == 0:
            path.moveTo(piece[0], piece[1])
        if turns:
            path.lineTo(piece[2], piece[3])
    return path
