"""The outline of a piece of a ring, its sides back from its neighbours, its corners round.

A corner is an arc of a circle that touches a side and the ring's edge; the geometry is that of
d3-shape's `arc` (padAngle, cornerRadius), with a gap that is equally wide from the inside out.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from kiosk.values import dataclass

_WHOLE = 1.0 - 1e-9  # turns from which a piece is a whole ring
_MOST_GAP = 0.3  # of a small piece's width, on each side
_LEAST_CORNER = 0.25  # pixels: a rounder one is not seen
_QUARTER = math.pi / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a ring about (0, 0), in pixels. start, end: radians clockwise from the top."""

    inner: float
    outer: float
    start: float
    end: float

    @property
    def half(self) -> float:
        """The sine of half its angle, that of a straight angle where it is more."""
        return math.sin(min((self.end - self.start) / 2, _QUARTER))


def piece_path(place: list[float], radius: float, gap: float) -> QPainterPath:
    """The outline of the piece at `place` (see `Sectors`), in pixels. radius: of its corners."""
    x, y, inner, outer, start, end = place
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    if end - start >= _WHOLE:
        path.addEllipse(_square(0.0, 0.0, outer))
        if inner > 0.0:
            path.addEllipse(_square(0.0, 0.0, inner))
    else:
        piece = Piece(inner, outer, 2 * math.pi * start, 2 * math.pi * end)
        _add(path, piece, radius, min(gap / 2, _MOST_GAP * outer * piece.half))
    path.translate(x, y)
    return path


def _add(path: QPainterPath, piece: Piece, radius: float, back: float) -> None:
    """Adds the piece, clockwise along its outer edge. back: how far its sides stand back."""
    most = max(0.0, min(radius, (piece.outer - piece.inner) / 2))
    corner = min(most, (piece.outer * piece.half - back) / (1 + piece.half))
    corner = corner if corner >= _LEAST_CORNER else 0.0
    turn = math.asin(min(1.0, (back + corner) / (piece.outer - corner)))
    first, last = piece.start + turn, piece.end - turn
    if corner:
        _arc(path, (first, piece.outer - corner), corner, piece.start - _QUARTER, _QUARTER + turn)
    _arc(path, (0.0, 0.0), piece.outer, first, max(0.0, last - first))
    if corner:
        _arc(path, (last, piece.outer - corner), corner, last, _QUARTER + turn)
    _add_foot(path, piece, most, back)
    path.closeSubpath()


def _add_foot(path: QPainterPath, piece: Piece, most: float, back: float) -> None:
    """Adds the way back along the piece's inner edge, or round the tip that it ends in."""
    if piece.inner * piece.half <= back:
        _add_tip(path, piece, back)
        return
    room = piece.inner * piece.half - back
    corner = most if piece.half >= 1.0 else min(most, room / (1 - piece.half))
    corner = corner if corner >= _LEAST_CORNER else 0.0
    turn = math.asin(min(1.0, (back + corner) / (piece.inner + corner)))
    first, last = piece.start + turn, piece.end - turn
    if corner:
        _arc(path, (last, piece.inner + corner), corner, piece.end + _QUARTER, _QUARTER - turn)
    _arc(path, (0.0, 0.0), piece.inner, last, -max(0.0, last - first))
    if corner:
        _arc(path, (first, piece.inner + corner), corner, first + math.pi, _QUARTER - turn)


def _add_tip(path: QPainterPath, piece: Piece, back: float) -> None:
    """Adds where the sides meet; those of more than half a ring each end beside the middle."""
    if piece.end - piece.start <= math.pi:
        path.lineTo(*_at((piece.start + piece.end) / 2, back / max(piece.half, 1e-9)))
        return
    path.lineTo(*_at(piece.end - _QUARTER, back))
    path.lineTo(*_at(piece.start + _QUARTER, back))


def _arc(
    path: QPainterPath, middle: tuple[float, float], radius: float, start: float, by: float
) -> None:
    """Adds an arc. middle: where it lies (radians, distance); by: radians, clockwise."""
    square = _square(*_at(*middle), radius)
    # Qt counts degrees from the right and against the clock.
    first = 90.0 - math.degrees(start)
    if path.isEmpty():
        path.arcMoveTo(square, first)
    path.arcTo(square, first, -math.degrees(by))


def _at(turn: float, distance: float) -> tuple[float, float]:
    """The point at `distance` from the middle, `turn` radians clockwise from the top."""
    return distance * math.sin(turn), -distance * math.cos(turn)


def _square(x: float, y: float, radius: float) -> QRectF:
    """The square around a circle."""
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
