"""Where a ring and the names of its pieces stand: beside it, or in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.charts.listing import list_height
from kiosk.charts.rings.tags import LEAD, Ring
from kiosk.geometry import Box

if TYPE_CHECKING:
    from kiosk.charts.rings.parts import Part
    from kiosk.typesetting.setting import Setting

_SIDE = 5.5  # of a name beside the ring, in em
_LIST = 9.0  # of a list beside it, in em
_APART = 64.0  # between a ring and a list, logical units
_ABOVE = 8.0  # a ring with names on both sides, and below it
_RATHER = 0.8  # tags are taken while the ring is at least so much of the largest
_WIDEST = 0.82  # of the width, above a list
_LEAST_RING = 48.0  # radius; where names leave less, there are none
_LOWEST_LIST = 0.4  # of the height, at most, is a list below


@dataclass(frozen=True, slots=True)
class Room:
    """Where what stands. tags: of the names on both sides; listing: of a list. bottom: of all."""

    ring: Ring
    tags: Box | None = None
    listing: Box | None = None
    bottom: float = 0.0


def room_for(box: Box, parts: tuple[Part, ...], setting: Setting) -> Room:
    """The places of a ring and its names that make the ring large, names beside it rather."""
    beside, listed, below = (
        _with_tags(box, setting), _with_list(box, setting),
        _with_list_below(box, len(parts), setting),
    )  # fmt: skip
    best = max((beside, listed, below), key=lambda room: room.ring.outer)
    if beside.ring.outer >= _RATHER * best.ring.outer:
        best = beside
    if not parts or best.ring.outer < _LEAST_RING:
        radius = min(box.width, box.height) / 2
        return Room(Ring(box.centre.x, box.y + radius, radius), bottom=box.y + 2 * radius)
    return best


def _with_tags(box: Box, setting: Setting) -> Room:
    """Names on both sides."""
    side = _SIDE * setting.style("label").size + LEAD
    radius = max(0.0, min(box.height - 2 * _ABOVE, box.width - 2 * side) / 2)
    return Room(Ring(box.centre.x, box.centre.y, radius), tags=box, bottom=box.bottom)


def _with_list(box: Box, setting: Setting) -> Room:
    """The ring at the left, the list beside it."""
    wide = _LIST * setting.style("label").size
    radius = max(0.0, min(box.height, box.width - wide - _APART) / 2)
    x = box.x + 2 * radius + _APART
    listing = Box(x, box.y, max(0.0, box.right - x), box.height)
    return Room(Ring(box.x + radius, box.centre.y, radius), listing=listing, bottom=box.bottom)


def _with_list_below(box: Box, count: int, setting: Setting) -> Room:
    """The ring above the list."""
    high = min(list_height(count, setting), _LOWEST_LIST * box.height)
    radius = max(0.0, min(_WIDEST * box.width, box.height - high - _APART) / 2)
    y = box.y + 2 * radius + _APART
    high = min(list_height(count, setting), box.bottom - y)
    listing = Box(box.x, y, box.width, max(0.0, high))
    return Room(Ring(box.centre.x, box.y + radius, radius), listing=listing, bottom=y + high)
