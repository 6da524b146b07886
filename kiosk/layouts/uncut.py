"""A slide's texts uncut, however long they are.

Layouts shrink texts within their limits. What has no room even then goes on to the smallest size at
which all of it stands on the page and nothing lies over anything else. Nobody can read that from
where they should, so `check` warns of it; but nothing is missing, and staff see what is too long.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.layouts.exceptions import place
from kiosk.layouts.grid import grid_for
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.geometry import Size
    from kiosk.layouts.base import Layout, Parts, Placed
    from kiosk.typesetting.setting import Measure, Setting

_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.29, 0.24, 0.2, 0.16, 0.13, 0.1)
_TEXTS = frozenset(("mark", "title", "subtitle", "text", "caption"))
_ASCENT, _DESCENT = 0.8, 0.2  # em of a line that its characters fill above and below the baseline
_OVER = 8.0  # logical units that a text may reach below the content, as captions do


@dataclass(frozen=True, slots=True)
class Uncut:
    """The parts of a slide in their places. share: of all sizes, 1 where its texts have room."""

    placed: tuple[Placed, ...]
    share: float


def placed_uncut(layout: Layout, parts: Parts, page: Size, setting: Setting) -> Uncut:
    """The parts as `layout` places them, all type smaller where a text would be cut or covered."""
    placed: tuple[Placed, ...] = ()
    share = 1.0
    for share in _SHARES:
        sight = replace(setting.sight, share=share)
        placed = place(layout, parts, page, replace(setting, sight=sight))
        if _have_room(placed, page, setting.measure):
            break
    return Uncut(placed, share)


def _have_room(placed: tuple[Placed, ...], page: Size, measure: Measure) -> bool:
    """Whether the texts are on the page, above the chrome, and none lies over another."""
    boxes = [_extent(part, measure) for part in placed if part.key in _TEXTS and part.scene.full]
    bottom = grid_for(page).bottom + _OVER
    are_inside = all(
        box.x >= 0 and box.y >= 0 and box.right <= page.width and box.bottom <= bottom
        for box in boxes
    )
    return are_inside and not any(_overlap(one, other) for one, other in combinations(boxes, 2))


def _extent(part: Placed, measure: Measure) -> Box:
    """The box of all lines of a text."""
    boxes = list(_lines(part, measure))
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _lines(part: Placed, measure: Measure) -> Iterable[Box]:
    """The box of each line's characters."""
    for mark in part.scene.full:
        if isinstance(mark, Label):
            width, size = measure.advance(mark.text, mark.style), mark.style.size
            left = mark.x - {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align] * width
            yield Box(left, mark.y - _ASCENT * size, width, (_ASCENT + _DESCENT) * size)


def _overlap(one: Box, other: Box) -> bool:
    """Whether the two share more than an edge."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.5
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.5
    )
