"""Axes in a ring: how large it is, and where their names stand around it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Point
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 22.0  # between the ring and a name, logical units
_APART = 6.0  # between names
_FULL = 2.5  # a name beside an axis whose sine is 1 / _FULL or more begins at its end
_STEPS = 24  # halvings, until the size is found
_LEAST = 0.45  # of half the box's shorter side: where names leave less, some are left out


@dataclass(frozen=True, slots=True)
class Tag:
    """What is written at an axis. width, height: of all its lines. below: free room under it."""

    width: float
    height: float
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Web:
    """A ring with an axis at each of even turns, clockwise from the top.

    tags: the boxes of what is written, None where that has no room.
    """

    centre: Point
    radius: float
    tags: tuple[Box | None, ...]

    def at(self, axis: int, share: float) -> Point:
        """The place at `share` of the way from the middle to the end of an axis."""
        dx, dy = _way(axis, len(self.tags))
        far = share * self.radius
        return Point(self.centre.x + far * dx, self.centre.y + far * dy)


def web_in(box: Box, tags: Sequence[Tag], most: float = math.inf) -> Web:
    """The largest ring in `box` whose names have room around it; its radius is at most `most`."""
    least = min(_LEAST * min(box.width, box.height) / 2, most)
    low, high = 0.0, min(max(box.width, box.height), most)
    around = _Hull(tags)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        hull = around.at(middle)
        fits = hull.width <= box.width and hull.height <= box.height
        low, high = (middle, high) if fits else (low, middle)
    if low >= least:
        hull = around.at(low)
        x = box.x + (box.width - hull.width) / 2 - hull.x
        y = box.y + (box.height - hull.height) / 2 - hull.y
        return Web(Point(x, y), low, _kept(tags, low, Point(x, y), box))
    centre = box.centre
    return Web(centre, least, _kept(tags, least, centre, box))


def _way(axis: int, count: int) -> tuple[float, float]:
    """The direction of an axis."""
    turn = 2 * math.pi * axis / count
    return math.sin(turn), -math.cos(turn)


def _beside(tag: Tag, axis: int, count: int, radius: float) -> Box:
    """Where a tag stands around a ring about the origin."""
    dx, dy = _way(axis, count)
    far = radius + max(_GAP, tag.below)
    across = max(-1.0, min(1.0, _FULL * dx))
    x, y = far * dx + across * tag.width / 2, far * dy + dy * tag.height / 2
    return Box(x - tag.width / 2, y - tag.height / 2, tag.width, tag.height)


class _Hull:
    """The box around the ends of the axes and what is written at them, about the origin."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        import numpy as np  # noqa: PLC0415 - with the first batch

        ways = np.array([_way(axis, len(tags)) for axis in range(len(tags))]).reshape(-1, 2)
        sizes = np.array([(tag.width, tag.height) for tag in tags]).reshape(-1, 2)
        far = np.array([max(_GAP, tag.below) for tag in tags]).reshape(-1, 1)
        aside = np.stack((np.clip(_FULL * ways[:, 0], -1.0, 1.0), ways[:, 1]), axis=1)
        middles = far * ways + aside * sizes / 2  # of what is written, with a ring of no size
        self._ways = np.vstack((ways, ways, ways))
        self._corners = np.vstack((0.0 * ways, middles - sizes / 2, middles + sizes / 2))

    def at(self, radius: float) -> Box:
        """The box with a ring of that radius."""
        corners = radius * self._ways + self._corners
        left, top = corners.min(axis=0, initial=0.0).tolist()
        right, bottom = corners.max(axis=0, initial=0.0).tolist()
        return Box(left, top, right - left, bottom - top)


def _kept(tags: Sequence[Tag], radius: float, centre: Point, room: Box) -> tuple[Box | None, ...]:
    """The tags' boxes; those that leave the room or meet one before them are left out."""
    kept: list[Box] = []
    found: list[Box | None] = []
    for axis, tag in enumerate(tags):
        box = _beside(tag, axis, len(tags), radius)
        box = Box(box.x + centre.x, box.y + centre.y, box.width, box.height)
        is_free = (
            tag.width > 0.0 and _is_within(box, room) and not any(meet(box, one) for one in kept)
        )
        if is_free:
            kept.append(box)
        found.append(box if is_free else None)
    return tuple(found)


def _is_within(box: Box, room: Box) -> bool:
    """Whether the box lies in the room, give or take a hair."""
    return (
        box.x >= room.x - 0.1
        and box.right <= room.right + 0.1
        and box.y >= room.y - 0.1
        and box.bottom <= room.bottom + 0.1
    )


def meet(box: Box, other: Box) -> bool:
    """Whether two boxes come too near to each other."""
    return (
        box.x < other.right + _APART
        and other.x < box.right + _APART
        and box.y < other.bottom + _APART
        and other.y < box.bottom + _APART
    )
