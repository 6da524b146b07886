"""The longest bars that leave what stands at their ends its room."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.scales import LinearScale

_ROUNDS = 40  # far more than are needed


class Reach(NamedTuple):
    """How far a bar goes one way from zero, and the room beyond its end.

    share: of the unit, below 0 where it ends on the other side of zero. room: logical units.
    """

    share: float
    room: float = 0.0

    def at(self, unit: float) -> float:
        """What it takes from zero on."""
        return self.share * unit + self.room


_ZERO = Reach(0.0)


def fitted_unit(
    length: float, down: Sequence[Reach], up: Sequence[Reach], longest: float = math.inf
) -> tuple[float, float]:
    """The length of the value 1 and what lies before zero, so that all fits in `length`.

    down, up: what goes before and beyond zero. longest: that the value 1 may be. The unit is 0
    where not even the rooms fit. What both sides need is a convex function of the unit, so that
    Newton's way from above meets the greatest unit in a few rounds.
    """
    down, up = (_ZERO, *down), (_ZERO, *up)
    span = max(one.share for one in down) + max(one.share for one in up)
    if span <= 0.0:
        before, after = (max(reach.room for reach in side) for side in (down, up))
        return max(0.0, min(longest, length - before - after)), min(before, length)
    unit = min(longest, length / span)
    for _ in range(_ROUNDS):
        one, other = (max(side, key=lambda reach: reach.at(unit)) for side in (down, up))
        need = one.at(unit) + other.at(unit)
        if need <= length + 1e-9 * abs(length) or one.share + other.share <= 0.0:
            break
        unit = (length - one.room - other.room) / (one.share + other.share)
    unit = max(0.0, unit)
    return unit, min(max(reach.at(unit) for reach in down), length)


def reaches(
    plan: BarPlan, shares: LinearScale, rooms: Mapping[str, float], radius: float,
    besides: Mapping[str, float], over: float = 0.0,
) -> tuple[list[Reach], list[Reach]]:  # fmt: skip
    """What the rows, and what is written among them, need before and beyond zero.

    shares: of values in the largest. rooms: of the values at the bars' ends, by the rows' keys.
    radius: that a mark reaches beyond its value. besides: what stands beyond a row in any case.
    over: the room beyond a value at which something is written.
    """
    noted = [shares.ratio(value) for value in plan.noted]
    down = [Reach(-share) for share in noted]
    up = [Reach(share, over) for share in noted]
    for row in plan.rows:
        low, high = shares.ratio(row.low), shares.ratio(row.high)
        room, beside = rooms.get(row.key, 0.0) + radius, besides.get(row.key, 0.0)
        if row.is_falling:
            down.append(Reach(-low, room))
            up.append(Reach(low if radius else high, radius + beside))
        else:
            down.append(Reach(-high if radius else -low, radius))
            up.append(Reach(high, room + beside))
    return down, up
