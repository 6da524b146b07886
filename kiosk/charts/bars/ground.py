"""Where something can be written among bars, whichever way they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.annotations.ground import Ground, Stretch
from kiosk.data.table import name_in
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.bars.parts import Lane
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.rows import BarGroup
    from kiosk.charts.scales import LinearScale
    from kiosk.data.table import Cell


@dataclass(frozen=True, slots=True)
class AmongBars:
    """The places of bars by what they are called: from where to where, and where a bar ends."""

    places: Mapping[str, tuple[Stretch, Box]]

    def stretch(self, cell: Cell) -> Stretch | None:
        """From where to where the bars of that name have room."""
        found = self._found(cell)
        return None if found is None else found[0]

    def end(self, cell: Cell) -> Box | None:
        """Where the furthest bar of that name ends."""
        found = self._found(cell)
        return None if found is None else found[1]

    def _found(self, cell: Cell) -> tuple[Stretch, Box] | None:
        """The first bars of that name."""
        words = (text for _, text in name_in(cell).versions)
        return next((self.places[text] for text in words if text in self.places), None)


@dataclass(frozen=True, slots=True)
class Lengths:
    """Where a bar of some value ends."""

    scale: LinearScale

    def at(self, value: float) -> float | None:
        """Its place along the bars."""
        return self.scale(value)


def ground_among(
    plan: BarPlan, slots: Mapping[str, Stretch], lanes: Mapping[str, Lane], room: Box, free: Box
) -> Ground | None:
    """The ground of bars; None where there are none.

    slots: the room of each group by its key, across the bars. lanes: of its rows. room: of the
    bars; free: where words may stand.
    """
    lane = next(iter(lanes.values()), None)
    if lane is None:
        return None
    places: dict[str, tuple[Stretch, Box]] = {}
    for group in plan.groups:
        for _, name in group.name.versions:
            if group.key in slots:
                places.setdefault(name, (slots[group.key], _end(group, lanes)))
    is_lying = lane.along == "right"
    return Ground(room, free, AmongBars(places), Lengths(lane.scale), is_lying)


def _end(group: BarGroup, lanes: Mapping[str, Lane]) -> Box:
    """Where the furthest bar of a group ends: a box of no length as wide as the bar."""
    furthest = max(group.rows, key=lambda row: abs(row.value or 0.0))
    x1, y1, x2, y2 = lanes[furthest.key].across(
        furthest.low if furthest.is_falling else furthest.high
    )
    return Box(x1, y1, x2 - x1, y2 - y1)
