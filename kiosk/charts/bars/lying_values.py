"""The values at the ends of lying bars, in a size that leaves the bars their room."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.bars.fitting import fitted_unit, reaches
from kiosk.charts.bars.lying_grid import VALUE_SHARE, WITHIN
from kiosk.charts.figures import FigureForm, SetFigure, set_figure, value_form
from kiosk.charts.scales import LinearScale, largest_of
from kiosk.data.quantity import Quantity
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.charts.bars.lying_grid import LyingGrid
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.typesetting.setting import Setting

GAP = 24.0  # from a bar's end to its value
_VALUE = 72.0
_LONGEST = 0.602  # of the box's width, where second figures stand beside
# The share of their room that bars keep: beside values that have grown, at their size, and beside
# the smallest that can be read.
_SHARE_GROWN, _SHARE, _SHARE_LEAST = 0.5, 0.3, 0.1
_TRIES = 24
_AIRY = 0.75  # of the step from row to row, what values take where names stand left by choice


@dataclass(frozen=True, slots=True)
class LyingValues:
    """The bars' scale, and the figures at their ends by their rows' keys; form: of them."""

    form: FigureForm
    figures: dict[str, SetFigure]
    scale: LinearScale


def fitted_values(
    plan: BarPlan, grid: LyingGrid, besides: Mapping[str, float], setting: Setting,
    longest: float = math.inf,
) -> LyingValues:  # fmt: skip
    """The values, as large as bars of a readable length allow.

    besides: what stands right of a row, by its key, logical units. longest: that a bar of the value
    1 may be. No figures where there is no room for them, or where none fits.
    """
    form = value_form(setting, _VALUE)
    for size, least in _sizes(plan, grid, setting):
        form = value_form(setting, size)
        figures = _figures(plan.measured, grid, form, setting)
        scale = _scale(plan, grid, figures, besides)
        if scale.unit * _span(plan, scale) >= least * (grid.box.right - grid.left):
            return LyingValues(form, figures, _scale(plan, grid, figures, besides, longest))
    return LyingValues(form, {}, _scale(plan, grid, {}, besides, longest))


def _sizes(plan: BarPlan, grid: LyingGrid, setting: Setting) -> Iterator[tuple[float, float]]:
    """Sizes to try, the largest first, and the share of their room that the bars keep at each."""
    natural, readable = _VALUE * grid.natural, setting.smallest
    size = max(0.1, min(_VALUE * grid.scale, VALUE_SHARE * _step(plan, grid, readable)))
    for _ in range(_TRIES):
        if size > natural:
            yield size, _SHARE_GROWN
            size = max(0.9 * size, natural)
        elif size > readable:
            yield size, _SHARE
            size = max(0.8 * size, readable)
        else:
            yield size, _SHARE_LEAST
            size *= 0.8


def _step(plan: BarPlan, grid: LyingGrid, readable: float) -> float:
    """From one value to the next; as near as there is room where they could not be read else."""
    if plan.has_names_left:
        return max(_AIRY * grid.pitch, min(grid.pitch, readable / VALUE_SHARE))
    is_by_bar = plan.most_bars > 1 or grid.has_names_above
    return grid.thick * (1 + WITHIN) if is_by_bar else grid.pitch


def _figures(
    plan: BarPlan, grid: LyingGrid, form: FigureForm, setting: Setting
) -> dict[str, SetFigure]:
    """The values of the rows, a dash where one is missing; none where there is no room."""
    if not grid.has_values or not plan.has_values:
        return {}
    missing = Quantity(math.nan)
    return {
        row.key: set_figure(f"value/{row.key}", row.quantity or missing, form, setting)
        for row in plan.rows
    }


def _span(plan: BarPlan, scale: LinearScale) -> float:
    """From the least to the greatest value, zero between them, in shares of the largest."""
    span = scale.ratio(max(plan.ends)) - scale.ratio(min(plan.ends))
    return span if span > 0.0 else math.inf


def _scale(
    plan: BarPlan, grid: LyingGrid, figures: Mapping[str, SetFigure],
    besides: Mapping[str, float], longest: float = math.inf,
) -> LinearScale:  # fmt: skip
    """The scale that leaves room for each value at its bar's end and what stands beside it."""
    largest = largest_of(plan.ends)
    shares = LinearScale(0.0, 1.0, largest)
    rooms = {key: figure.width + GAP * grid.scale for key, figure in figures.items()}
    down, up = reaches(plan.measured, shares, rooms, grid.reach(plan), besides)
    share = _LONGEST if besides else 1.0
    most = min(share * grid.box.width, longest * largest if largest > 0.0 else math.inf)
    unit, before = fitted_unit(grid.box.right - grid.left, down, up, most)
    return LinearScale(grid.left + before, unit, largest)
