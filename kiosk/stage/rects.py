"""Sets of rectangles: what is painted again, each piece in one go.

Qt's regions cut overlapping rectangles into bands. A mark that is painted in two halves does not
always get the pixels it gets in one, as Qt clips outlines before it rounds them; so rectangles
that overlap become one here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORTH = 200_000  # pixels that are painted in the time that one more rectangle takes

Rects = list[QRect]


def merged(rects: Iterable[QRect]) -> Rects:
    """Rectangles that cover `rects` and do not overlap one another."""
    waiting = _grouped([rect for rect in rects if not rect.isEmpty()])
    apart: Rects = []
    while waiting:
        rect = waiting.pop()
        touching = [other for other in apart if other.intersects(rect)]
        if touching:
            apart = [other for other in apart if not other.intersects(rect)]
            waiting.append(bounding([rect, *touching]))
        else:
            apart.append(rect)
    return apart


def _grouped(rects: Rects) -> Rects:
    """Rectangles that cover `rects`: neighbours become one where that costs less than two."""
    around = bounding(rects)
    is_wide = around.width() >= around.height()
    groups: Rects = []
    for rect in sorted(rects, key=QRect.left if is_wide else QRect.top):
        both = groups[-1].united(rect) if groups else QRect()
        if groups and _area(both) - _area(groups[-1]) - _area(rect) < _WORTH:
            groups[-1] = both
        else:
            groups.append(rect)
    return groups


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()


def closed(rects: Rects, whole: Rects) -> Rects:
    """`rects` grown until each of `whole` lies inside one of them or outside of all."""
    rects = merged(rects)
    whole = [piece for piece in whole if not piece.isEmpty()]
    while True:
        cut = [
            piece
            for piece in whole
            if any(rect.intersects(piece) and not rect.contains(piece) for rect in rects)
        ]
        if not cut:
            return rects
        rects = merged([*rects, *cut])


def bounding(rects: Rects) -> QRect:
    """The rectangle around all of `rects`."""
    around = QRect()
    for rect in rects:
        around = around.united(rect)
    return around
