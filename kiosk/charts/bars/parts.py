"""What lying and upright bars have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kiosk.batches import Bars, column, fours
from kiosk.charts.axes import round_ticks
from kiosk.charts.drawing import Drawn, stagger_s
from kiosk.charts.labels import NameForm, fitted
from kiosk.data.quantity import NO_UNIT, Quantity
from kiosk.marks import Label
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.charts.rows import BarGroup, BarRow
    from kiosk.data.text import Text
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

NAMES_S = 0.3  # the names are there before the bars grow
_LIT_FOOT, _QUIET_FOOT = 0.5, 0.75  # opacity at the foot of a bar that brightens


@dataclass(frozen=True, slots=True)
class BarPlan:
    """What is to be drawn. accented: keys of the rows in the accent. grow_s: of one bar."""

    groups: tuple[BarGroup, ...]
    accented: frozenset[str]
    beside_title: Text
    grow_s: float

    @property
    def rows(self) -> tuple[BarRow, ...]:
        """All bars in order."""
        return tuple(row for group in self.groups for row in group.rows)

    def growth(self) -> dict[str, Timing]:
        """When each bar grows, by its row's key."""
        rows = self.rows
        gap = stagger_s(len(rows))
        return {
            row.key: Timing(NAMES_S + index * gap, self.grow_s) for index, row in enumerate(rows)
        }

    def colour(self, row: BarRow, setting: Setting) -> Colour:
        """What the bar of `row` is filled with."""
        return setting.accent if row.key in self.accented else setting.theme.quiet_series


def bars_drawn(
    plan: BarPlan, boxes: dict[str, tuple[Box, Box]], along: Literal["right", "up"],
    setting: Setting,
) -> Drawn:  # fmt: skip
    """The bars of the rows in `boxes`: by key the settled box and the one before the entry."""
    rows = tuple(row for row in plan.rows if row.key in boxes)
    growth = plan.growth()
    keys = tuple(f"mark/{row.key}" for row in rows)
    colours = fours(plan.colour(row, setting) for row in rows)
    feet = (_LIT_FOOT if row.key in plan.accented else _QUIET_FOOT for row in rows)
    fade = column(feet if setting.theme.bars_fade else (1.0 for _ in rows))
    full = Bars("marks", keys, _array([boxes[row.key][0] for row in rows]), colours, fade, along)
    empty = replace(full, boxes=_array([boxes[row.key][1] for row in rows]))
    timings = {f"mark/{row.key}": growth[row.key] for row in rows}
    return Drawn((full,), (empty,), timings)


def has_series(plan: BarPlan) -> bool:
    """Whether the bars are members of groups."""
    return any(row.series.versions for row in plan.rows)


def series_marks(
    plan: BarPlan, x: float, y: float, width: float, size: float, setting: Setting
) -> Marks:
    """The names of a group's members on the baseline `y`, in their bars' colours and order."""
    members: dict[str, BarRow] = {}
    for row in plan.rows:
        if row.series.versions:
            members.setdefault(row.series.versions[0][1], row)
    style = replace(setting.style("caption"), size=size)
    end = x + width
    marks: list[Label] = []
    for name, row in members.items():
        text = row.series.in_language(setting.language)
        lines, _ = fitted(text, style, end - x, setting, may_shrink=False)
        for line in lines:
            colour = setting.accent if row.key in plan.accented else setting.theme.quiet
            marks.append(Label(f"series/{name}", line, x, y, style, colour))
            x += setting.measure.advance(line, style) + style.size
    return tuple(marks)


def name_form(setting: Setting, size: float) -> NameForm:
    """The name of a bar."""
    return NameForm(size, setting.theme.text, setting.theme.quiet)


def _array(boxes: list[Box]) -> Floats:
    """The boxes as rows of x, y, width and height."""
    return fours((box.x, box.y, box.width, box.height) for box in boxes)


def bar_ticks(plan: BarPlan) -> tuple[float, ...]:
    """Round values for an axis of all bars."""
    values = [row.value for row in plan.rows if row.value is not None]
    return round_ticks(min(0.0, *values, 0.0), max(0.0, *values, 0.0))


def like_of(plan: BarPlan) -> Quantity:
    """A quantity of the bars' unit, the first one's."""
    units = (row.quantity.unit for row in plan.rows if row.quantity is not None)
    return Quantity(0.0, unit=next(units, NO_UNIT))
