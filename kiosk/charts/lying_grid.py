"""Where lying bars stand: names above them while there is room, else at their left."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.charts.bars import has_series
from kiosk.charts.figures import is_number
from kiosk.charts.labels import SMALLEST
from kiosk.geometry import Box

if TYPE_CHECKING:
    from kiosk.charts.bars import BarPlan
    from kiosk.typesetting.setting import Setting

# Sizes of a row at its largest, logical units; all shrink together where rows are many.
_HEAD = 64.0  # from a row's top to its bar, with the name
_TALL_HEAD = 152.0  # the same where the second figure stands above the bar
_THICK = 96.0
_REST = 72.0  # from a bar to the next row's top
WITHIN = 0.25  # gap between the bars of a group, in thicknesses
TITLE = 52.0  # the line of the second figure's title
_NARROW = 1300.0  # a box less wide has no room for them there


@dataclass(frozen=True, slots=True)
class LyingGrid:
    """Where the rows lie. shrink: what all sizes are multiplied with.

    pitch: from group to group. head: from a group's top to its first bar. thick: of a bar.
    left: where the bars' room begins. every: how many groups share one name and value.
    """

    box: Box
    shrink: float
    top: float
    pitch: float
    head: float
    thick: float
    left: float
    is_narrow: bool
    has_names_above: bool
    every: int = 1

    def bar_top(self, group: int, row: int) -> float:
        """The upper side of a bar."""
        return self.top + group * self.pitch + self.head + row * self.thick * (1 + WITHIN)


def lying_grid(plan: BarPlan, box: Box, setting: Setting) -> LyingGrid:
    """The rows' places."""
    count = max(1, len(plan.groups))
    most = max((len(group.rows) for group in plan.groups), default=1)
    has_beside = any(is_number(row.beside) for row in plan.rows)
    is_narrow = box.width < _NARROW
    title = TITLE if has_series(plan) or (has_beside and plan.beside_title.versions) else 0.0
    head = _TALL_HEAD if has_beside and is_narrow else _HEAD
    block = _THICK * (most + (most - 1) * WITHIN)
    factor = setting.type_factor
    natural = (title + count * (head + block + _REST) - _REST + 8.0) * factor
    shrink = min(1.0, box.height / natural) * factor
    if shrink * 40.0 >= SMALLEST:
        return LyingGrid(
            box, shrink, box.y + title * shrink, (head + block + _REST) * shrink, head * shrink,
            _THICK * shrink, box.x, has_beside and is_narrow, has_names_above=True,
        )  # fmt: skip
    return _dense_grid(plan, box, most, title, setting)


def _dense_grid(plan: BarPlan, box: Box, most: int, title: float, setting: Setting) -> LyingGrid:
    """The places of rows too many for names above them: the names stand left of the bars."""
    factor = setting.type_factor
    count = max(1, len(plan.groups))
    top = box.y + min(title * factor, 0.2 * box.height)
    bottom = box.bottom
    if (bottom - top) / count < 1.3 * SMALLEST * factor:
        bottom -= min(1.6 * SMALLEST * factor, 0.2 * box.height)  # the axis
    pitch = (bottom - top) / count
    share = 0.5 if pitch >= 1.6 * SMALLEST * factor else 0.7
    block = pitch * share
    every = max(1, math.ceil(1.3 * SMALLEST * factor / pitch))
    size = _dense_size(pitch * every, setting)
    shown = [g.name.in_language(setting.language) for g in plan.groups[::every]]
    style = replace(setting.style("label"), size=size)
    widest = max((setting.measure.advance(name, style) for name in shown), default=0.0)
    left = box.x + min(widest, 0.28 * box.width) + 0.6 * size
    return LyingGrid(
        box, size / 40.0, top, pitch, (pitch - block) / 2, block / (most + (most - 1) * WITHIN),
        left, is_narrow=False, has_names_above=False, every=every,
    )  # fmt: skip


def _dense_size(pitch: float, setting: Setting) -> float:
    """The size of names left of bars whose rows are `pitch` apart."""
    return min(max(0.5 * pitch, SMALLEST * setting.type_factor), 40.0 * setting.type_factor, pitch)
