"""What lying and upright bars have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from kiosk.charts.drawing import Drawn, stagger_s
from kiosk.charts.figures import FigureForm
from kiosk.charts.labels import NameForm
from kiosk.marks import Bars
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.rows import BarGroup, BarRow
    from kiosk.data.text import Text
    from kiosk.geometry import Box
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
    keys = tuple(f"bar/{row.key}" for row in rows)
    colours = np.array([plan.colour(row, setting) for row in rows], dtype=float).reshape(-1, 4)
    feet = [_LIT_FOOT if row.key in plan.accented else _QUIET_FOOT for row in rows]
    fade = np.array(feet) if setting.theme.bars_fade else np.ones(len(rows))
    full = Bars("bars", keys, _array([boxes[row.key][0] for row in rows]), colours, fade, along)
    empty = replace(full, boxes=_array([boxes[row.key][1] for row in rows]))
    timings = {f"bar/{row.key}": growth[row.key] for row in rows}
    return Drawn((full,), (empty,), timings)


def value_form(setting: Setting, size: float) -> FigureForm:
    """The value at a bar's end. size: logical units."""
    style = replace(setting.style("value"), size=size)
    theme = setting.theme
    return FigureForm(style, theme.text, setting.style("caption"), theme.quiet, unit_size=0.444)


def name_form(setting: Setting, size: float) -> NameForm:
    """The name of a bar."""
    return NameForm(size, setting.theme.text, setting.theme.quiet)


def _array(boxes: list[Box]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The boxes as rows of x, y, width and height."""
    rows = [(box.x, box.y, box.width, box.height) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)
