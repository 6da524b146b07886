"""The large second figures at the right ends of lying bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.bars.lying_grid import WITHIN
from kiosk.charts.bars.lying_values import GAP
from kiosk.charts.bars.plan import NAMES_S
from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, FigureForm, SetFigure, is_number, set_figure
from kiosk.charts.labels import fitted, in_height
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.bars.lying_grid import LyingGrid
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.data.quantity import Quantity
    from kiosk.typesetting.setting import Setting

_SIZE = 152.0


def besides_in(plan: BarPlan, grid: LyingGrid, setting: Setting) -> dict[str, SetFigure]:
    """The second figures by their rows' keys, all of one size."""
    size = min(_SIZE * grid.scale if grid.has_names_above else 0.8 * grid.pitch, grid.pitch)
    if grid.is_narrow:  # above the bars
        size = min(size, grid.head)
    if plan.most_bars > 1:
        size = min(size, grid.thick * (1 + WITHIN))
    quantities: dict[str, Quantity] = {
        row.key: row.beside
        for group in plan.groups[:: grid.every]
        for row in group.rows
        if row.beside is not None and is_number(row.beside)
    }

    def set_at(factor: float) -> dict[str, SetFigure]:
        """The figures, `factor` times as large."""
        return {
            key: set_figure(
                f"beside/{key}", quantity,
                _form(setting, size * factor, is_lit=plan.is_lit(key)), setting,
            )
            for key, quantity in quantities.items()
        }  # fmt: skip

    found = set_at(1.0)
    widest = max((figure.width for figure in found.values()), default=0.0)
    room = grid.box.width * (0.6 if grid.is_narrow else 0.34)
    return found if widest <= room else set_at(room / widest)


def _form(setting: Setting, size: float, *, is_lit: bool) -> FigureForm:
    """How a second figure looks."""
    style = replace(setting.style("second"), size=size)
    colour = setting.accent if is_lit else setting.theme.quiet
    return FigureForm(style, colour, setting.style("caption"), colour, 0.3)


def besides_drawn(plan: BarPlan, grid: LyingGrid, besides: Mapping[str, SetFigure]) -> list[Drawn]:
    """The second figures at the rows' right ends."""
    timing = Timing(_starts_s(plan), 0.9, EASE_OUT)
    drawn: list[Drawn] = []
    for index, group in list(enumerate(plan.groups))[:: grid.every]:
        for place, row in enumerate(group.rows):
            if row.key not in besides:
                continue
            figure = besides[row.key]
            baseline = grid.bar_top(index, place) - GAP * grid.scale
            if not grid.is_narrow:
                size = figure.full[0].style.size
                baseline = grid.bar_top(index, place) + grid.thick / 2 + CAPITAL / 2 * size
            at = (grid.box.right - figure.width, baseline)
            drawn.append(counting(figure, at, at, timing))
    return drawn


def _starts_s(plan: BarPlan) -> float:
    """When the second figures come."""
    return NAMES_S + 0.6 * plan.grow_s


def beside_title(plan: BarPlan, grid: LyingGrid, setting: Setting) -> Drawn:
    """What the second figures are."""
    style = setting.style("mark")
    small = in_height(setting.smallest, grid.box.height, 1 / 8, setting)
    style = replace(style, size=max(small, style.size * min(1.0, grid.scale)))
    text = plan.beside_title.in_language(setting.language)
    room = grid.box.width / 2 if plan.names_series else grid.box.width
    lines, style = fitted(text, style, room, setting)
    y = grid.box.y + 32.0 * grid.scale
    marks = tuple(
        Label("beside-title", line, grid.box.right, y, style, setting.theme.quiet, "right")
        for line in lines
    )
    return fading(marks, Timing(_starts_s(plan), 0.4))
