"""Where a ring and the names of its pieces stand: beside it, or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.listing import list_height, list_width
from kiosk.charts.rings.tags import LEAD, Ring, tags_width
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.rings.parts import Part
    from kiosk.typesetting.setting import Setting

_WIDEST_SIDE = 0.3  # of the width, a name beside the ring
_LIST = 7.0  # of a list beside it, in em, at least
_WIDEST_LIST = 0.55  # of the width, at most
_AIR, _FAR = 1.05, 1.6  # what such a list has of the width it needs: at least, and at most
_APART = 64.0  # between a ring and a list, logical units
_ABOVE = 8.0  # a ring with names on both sides, and below it
_RATHER = 0.8  # in a wide place, tags are taken while the ring is so much of the largest
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
        _with_tags(box, parts, setting), _with_list(box, parts, setting),
        _with_list_below(box, len(parts), setting),
    )  # fmt: skip
    best = max((beside, listed, below), key=lambda room: room.ring.outer)
    rather = _RATHER if box.width > box.height else 1.0
    if beside.ring.outer >= rather * best.ring.outer:
        best = beside
    if not parts or best.ring.outer < _LEAST_RING:
        radius = min(box.width, box.height) / 2
        return Room(Ring(box.centre.x, box.y + radius, radius), bottom=box.y + 2 * radius)
    return best


def _with_tags(box: Box, parts: tuple[Part, ...], setting: Setting) -> Room:
    """Names on both sides."""
    side = min(tags_width(parts, box.height, setting), _WIDEST_SIDE * box.width) + LEAD
    radius = max(0.0, min(box.height - 2 * _ABOVE, box.width - 2 * side) / 2)
    return Room(Ring(box.centre.x, box.centre.y, radius), tags=box, bottom=box.bottom)


def _with_list(box: Box, parts: tuple[Part, ...], setting: Setting) -> Room:
    """The ring at the left, the list beside its middle."""
    wide = list_width(tuple(part.row for part in parts), setting) * _AIR
    wide = max(_LIST * setting.style("label").size, min(wide, _WIDEST_LIST * box.width))
    radius = max(0.0, min(box.height, box.width - wide - _APART) / 2)
    x = box.x + 2 * radius + _APART
    high = min(list_height(len(parts), setting), box.height)
    wide = max(0.0, min(box.right - x, _FAR * wide))
    listing = Box(x, box.centre.y - high / 2, wide, high)
    return Room(Ring(box.x + radius, box.centre.y, radius), listing=listing, bottom=box.bottom)


def _with_list_below(box: Box, count: int, setting: Setting) -> Room:
    """The ring above the list."""
    high = min(list_height(count, setting), _LOWEST_LIST * box.height)
    radius = max(0.0, min(_WIDEST * box.width, box.height - high - _APART) / 2)
    y = box.y + 2 * radius + _APART
    high = min(list_height(count, setting), box.bottom - y)
    listing = Box(box.x, y, box.width, max(0.0, high))
    return Room(Ring(box.centre.x, box.y + radius, radius), listing=listing, bottom=y + high)
