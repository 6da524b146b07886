"""Names beside dots, so that none lies over another or over a dot.

Names are taken by importance, each at the first of eight places around its dot that is free, and
left out where none is: the greedy placement of Christensen, Marks and Shieber ("An Empirical Study
of Algorithms for Point-Feature Label Placement", 1995), with the places in the order that Imhof
gives them ("Positioning Names on Maps", 1975). Libraries that place names (adjustText, textalloc)
need matplotlib, and move names about until they find room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats

TRIED = 200  # names, the most important ones
_AIR = 5.0  # around a name, logical units
_CLEAR = 3.0  # from a name to the dots of others
_INSIDE = 4.0  # from a name to the edge of the dot that it stands in
# Where the middle of a name is, as shares of the way that brings it just clear of its dot.
_AROUND = (
    (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0), (0.0, 1.0),
    (0.72, -0.72), (0.72, 0.72), (-0.72, -0.72), (-0.72, 0.72),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A name to be placed. x, y, radius: of its dot; width, height: its own.

    has_to_be: whether it may lie over dots where nothing is free.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    has_to_be: bool = False

    def places(self, gap: float) -> list[Box]:
        """Where it may stand, the best place first; `gap` from its dot. Inside it, if it fits."""
        wide, high = self.width / 2, self.height / 2
        inside = [(0.0, 0.0)] if (wide**2 + high**2) ** 0.5 < self.radius - _INSIDE else []
        far = self.radius + gap
        beside = [(dx * far + wide * _sign(dx), dy * far + high * _sign(dy)) for dx, dy in _AROUND]
        return [
            Box(self.x + dx - wide, self.y + dy - high, self.width, self.height)
            for dx, dy in (*inside, *beside)
        ]


def placed(
    tags: Sequence[Tag], dots: Floats, room: Box, gap: float, lines: Sequence[Box] = ()
) -> list[Box | None]:
    """Where each of the tags stands; None where it is left out.

    tags: the most important first. dots: (n, 3) x, y and radius of all that must stay in sight.
    room: what no name leaves. lines: what a name lies over as little as it can.
    """
    taken: list[Box] = []
    found: list[Box | None] = []
    for tag in tags[:TRIED]:
        inside = [box for box in tag.places(gap) if _is_within(box, room)]
        free = [box for box in inside if not any(box.meets(one.grown(_AIR)) for one in taken)]
        free.sort(key=lambda box: sum(box.meets(line) for line in lines))
        near = _near(tag, gap, dots) if free else dots
        clear = next((box for box in free if _covered(box, near) <= 0.0), None)
        if clear is None and free and tag.has_to_be:
            clear = min(free, key=lambda box: _covered(box, near))
        if clear is not None:
            taken.append(clear)
        found.append(clear)
    return found + [None] * (len(tags) - len(found))


def _sign(way: float) -> float:
    """-1, 0 or 1."""
    return (way > 0.0) - (way < 0.0)


def _is_within(box: Box, room: Box) -> bool:
    """Whether it lies in the room."""
    return (
        box.x >= room.x
        and box.y >= room.y
        and box.right <= room.right
        and box.bottom <= room.bottom
    )


def _near(tag: Tag, gap: float, dots: Floats) -> Floats:
    """The dots that one of its places may touch, its own one left aside."""
    x, y, radius = dots.T
    far = radius + _CLEAR + tag.radius + gap
    is_near = (abs(x - tag.x) < far + tag.width) & (abs(y - tag.y) < far + tag.height)
    is_own = (x == tag.x) & (y == tag.y) & (radius == tag.radius)
    near: Floats = dots[is_near & ~is_own]
    return near


def _covered(box: Box, dots: Floats) -> float:
    """How far the dots reach into it, all together; 0 where none touches it."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    x, y, radius = dots.T
    dx = np.maximum(np.maximum(box.x - x, x - box.right), 0.0)
    dy = np.maximum(np.maximum(box.y - y, y - box.bottom), 0.0)
    return float(np.maximum(radius + _CLEAR - np.hypot(dx, dy), 0.0).sum())
