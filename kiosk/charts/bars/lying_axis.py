"""The lines behind lying bars: hairlines where bars show no values, and the line of zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other, hairlines, tick_figures
from kiosk.charts.bars.plan import bar_ticks, like_of
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.figures import shifted
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.bars.lying_grid import LyingGrid
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.scales import LinearScale
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_READ = 0.7  # of what can be read: smaller figures are left out


def lying_axis(plan: BarPlan, grid: LyingGrid, scale: LinearScale, setting: Setting) -> Drawn:
    """The lines, and the hairlines' figures below them."""
    bottom = min(grid.top + grid.pitch * len(plan.groups), grid.box.bottom)
    marks: Marks = ()
    if not grid.has_values:
        marks += _ticks(plan, grid, scale, bottom, setting)
    if any(row.low < 0.0 for row in plan.rows):
        lines = _zero_lines(plan, grid, scale.zero, bottom)
        marks += (hairlines("zero", lines, setting.theme.line, is_zero=True),)
    return fading(marks, Timing(0.0, 0.4))


def _ticks(
    plan: BarPlan, grid: LyingGrid, scale: LinearScale, bottom: float, setting: Setting
) -> Marks:
    """Hairlines at round values down to `bottom`, with figures that keep clear of each other."""
    ticks = bar_ticks(plan)
    size = min(setting.smallest, (grid.box.bottom - bottom) / 1.6)
    said = ticks if size > _READ * setting.smallest else ()
    figures = tick_figures(said, like_of(plan), size, setting)
    rows = tuple((f"line/{v:g}", (scale(v), grid.top, scale(v), bottom)) for v in ticks)
    lefts = [
        max(grid.left, min(scale(value) - figure.width / 2, grid.box.right - figure.width))
        for value, figure in zip(said, figures, strict=True)
    ]
    spans = [(x, x + figure.width) for x, figure in zip(lefts, figures, strict=True)]
    shown = zip(lefts, figures, clear_of_each_other(spans, size), strict=True)
    return (
        hairlines("hairlines", rows, setting.theme.line),
        *(
            mark
            for x, figure, is_clear in shown
            if is_clear and x + figure.width <= grid.box.right
            for mark in shifted(figure.full, x, bottom + 1.3 * size)
        ),
    )


def _zero_lines(
    plan: BarPlan, grid: LyingGrid, x: float, bottom: float
) -> tuple[tuple[str, tuple[float, float, float, float]], ...]:
    """The line of zero: whole, or past each group of bars where names stand between them."""
    if not grid.has_names_above:
        return (("line/0", (x, grid.top, x, bottom)),)
    over = 0.1 * grid.thick
    ends = [
        (grid.bar_top(i, 0), grid.bar_top(i, len(group.rows) - 1) + grid.thick)
        for i, group in enumerate(plan.groups)
    ]
    return tuple(
        (f"line/0/{group.key}", (x, first - over, x, min(bottom, last + over)))
        for group, (first, last) in zip(plan.groups, ends, strict=True)
    )
