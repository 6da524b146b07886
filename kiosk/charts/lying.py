"""Bars that lie: name above the bar, value at its end, a second figure beside."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other, hairlines, tick_figures
from kiosk.charts.bars import (
    NAMES_S,
    bar_ticks,
    bars_drawn,
    has_series,
    like_of,
    name_form,
    series_marks,
    value_form,
)
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.figures import CAPITAL, FigureForm, SetFigure, is_number, set_figure, shifted
from kiosk.charts.glyphs import glyph_marks
from kiosk.charts.icons import icon_named
from kiosk.charts.labels import SMALLEST, fitted, name_marks
from kiosk.charts.lying_grid import TITLE, WITHIN, LyingGrid, lying_grid
from kiosk.charts.scales import LinearScale, largest_of
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.bars import BarPlan
    from kiosk.charts.rows import BarGroup, BarRow
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_NAME_RISE = 23.4  # from a name's baseline to its bar
_GAP = 24.0  # from a bar's end to its value
_LONGEST = 0.602  # of the box's width, where second figures stand beside
_SHORTEST = 0.3  # of the bars' room, before values shrink further; they stop at a readable size
_TRIES = 24


@dataclass(frozen=True, slots=True)
class _Lying:
    """What is drawn where. besides: the second figures by their rows' keys, all of one size."""

    plan: BarPlan
    grid: LyingGrid
    setting: Setting
    besides: dict[str, SetFigure]

    def named(self) -> list[tuple[int, BarGroup]]:
        """The groups that show names and values, with their places."""
        return _named(self.plan, self.grid)

    def beside_width(self, row: BarRow) -> float:
        """What the second figure of `row` takes from its right, with the gap before it."""
        if row.key not in self.besides:
            return 0.0
        return self.besides[row.key].width + 2 * _GAP * self.grid.shrink


def lying_scene(plan: BarPlan, box: Box, setting: Setting) -> Scene:
    """The bars of `plan` in `box`, the first one at its top."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    grid = lying_grid(plan, box, setting)
    lying = _Lying(plan, grid, setting, _besides(plan, grid, setting))
    return scene([*_names(lying), *_bars(lying), *_second_figures(lying)])


def _named(plan: BarPlan, grid: LyingGrid) -> list[tuple[int, BarGroup]]:
    """The groups that show names and values, with their places."""
    return list(enumerate(plan.groups))[:: grid.every]


def _besides(plan: BarPlan, grid: LyingGrid, setting: Setting) -> dict[str, SetFigure]:
    """The second figures by their rows' keys, all of one size."""
    size = min(152.0 * grid.shrink if grid.has_names_above else 0.8 * grid.pitch, grid.pitch)
    if any(len(group.rows) > 1 for group in plan.groups):
        size = min(size, grid.thick * (1 + WITHIN))
    figures: dict[str, Quantity] = {
        row.key: row.beside
        for _, group in _named(plan, grid)
        for row in group.rows
        if row.beside is not None and is_number(row.beside)
    }

    def set_at(factor: float) -> dict[str, SetFigure]:
        """The figures, `factor` times as large."""
        return {
            key: set_figure(
                f"beside/{key}", figure,
                _beside_form(setting, size * factor, is_lit=key in plan.accented), setting,
            )
            for key, figure in figures.items()
        }  # fmt: skip

    found = set_at(1.0)
    widest = max((figure.width for figure in found.values()), default=0.0)
    room = grid.box.width * (0.6 if grid.is_narrow else 0.34)
    return found if widest <= room else set_at(room / widest)


def _beside_form(setting: Setting, size: float, *, is_lit: bool) -> FigureForm:
    """How a second figure looks."""
    style = replace(setting.style("second"), size=size)
    colour = setting.accent if is_lit else setting.theme.quiet
    return FigureForm(style, colour, setting.style("caption"), colour, 0.3, is_signed=True)


def _names(lying: _Lying) -> list[Drawn]:
    """The names of the groups."""
    place = _name_above if lying.grid.has_names_above else _name_left
    return [fading(place(lying, index, group), Timing(0.0, 0.4)) for index, group in lying.named()]


def _name_above(lying: _Lying, index: int, group: BarGroup) -> Marks:
    """A name over its first bar, as wide as the second figures leave."""
    grid = lying.grid
    width = grid.box.width - max((lying.beside_width(row) for row in group.rows), default=0.0)
    baseline = grid.bar_top(index, 0) - _NAME_RISE * grid.shrink
    form = name_form(lying.setting, 40.0 * grid.shrink)
    return name_marks(
        f"name/{group.key}", group.name, grid.box.x, baseline, width, form, lying.setting
    )


def _name_left(lying: _Lying, index: int, group: BarGroup) -> Marks:
    """A name left of its bars."""
    grid = lying.grid
    size = 40.0 * grid.shrink
    baseline = grid.top + (index + 0.5) * grid.pitch + CAPITAL / 2 * size
    return name_marks(
        f"name/{group.key}", group.name, grid.box.x, baseline, grid.left - grid.box.x - 0.5 * size,
        name_form(lying.setting, size), replace(lying.setting, companion=""),
    )  # fmt: skip


def _bars(lying: _Lying) -> list[Drawn]:
    """The bars with their values and icons."""
    plan, grid = lying.plan, lying.grid
    form, values, scale = _fitted_values(lying)
    boxes: dict[str, tuple[Box, Box]] = {}
    drawn: list[Drawn] = []
    for index, group in enumerate(plan.groups):
        for place, row in enumerate(group.rows):
            y, tip = grid.bar_top(index, place), scale(row.value or 0.0)
            bar = Box(min(tip, scale.zero), y, abs(tip - scale.zero), grid.thick)
            boxes[row.key] = (bar, Box(scale.zero, y, 0.0, grid.thick))
            drawn += _icon(lying, row, bar)
            if row.key in values:
                drawn.append(_value(lying, row, values[row.key], bar, scale, form))
    return [*_axis(lying, scale), bars_drawn(plan, boxes, "right", lying.setting), *drawn]


def _axis(lying: _Lying, scale: LinearScale) -> list[Drawn]:
    """Hairlines with their figures below, where the bars show no values; the line of zero."""
    plan, grid, setting = lying.plan, lying.grid, lying.setting
    line = setting.theme.line
    bottom = min(grid.top + grid.pitch * len(plan.groups), grid.box.bottom)
    marks: Marks = ()
    if grid.every > 1:
        ticks = bar_ticks(plan)
        size = min(SMALLEST * setting.type_factor, (grid.box.bottom - bottom) / 1.6)
        figures = tick_figures(ticks, like_of(plan), size, setting)
        rows = tuple((f"line/{v:g}", (scale(v), grid.top, scale(v), bottom)) for v in ticks)
        marks = (hairlines("hairlines", rows, line),)
        lefts = [
            max(grid.left, min(scale(value) - figure.width / 2, grid.box.right - figure.width))
            for value, figure in zip(ticks, figures, strict=True)
        ]
        spans = [(x, x + figure.width) for x, figure in zip(lefts, figures, strict=True)]
        for x, figure, is_clear in zip(
            lefts, figures, clear_of_each_other(spans, size), strict=True
        ):
            if is_clear:
                marks += shifted(figure.full, x, bottom + 1.3 * size)
    if any((row.value or 0.0) < 0.0 for row in plan.rows):
        marks += (hairlines("zero", _zero_lines(lying, scale.zero, bottom), line, is_zero=True),)
    return [fading(marks, Timing(0.0, 0.4))]


def _zero_lines(
    lying: _Lying, x: float, bottom: float
) -> tuple[tuple[str, tuple[float, float, float, float]], ...]:
    """The line of zero: whole, or past each group of bars where names stand between them."""
    grid, groups = lying.grid, lying.plan.groups
    if not grid.has_names_above:
        return (("line/0", (x, grid.top, x, bottom)),)
    over = 0.1 * grid.thick
    return tuple(
        (
            f"line/0/{group.key}",
            (
                x, grid.bar_top(index, 0) - over,
                x, min(bottom, grid.bar_top(index, len(group.rows) - 1) + grid.thick + over),
            ),
        )
        for index, group in enumerate(groups)
    )  # fmt: skip


def _fitted_values(lying: _Lying) -> tuple[FigureForm, dict[str, SetFigure], LinearScale]:
    """The values in a size that leaves the bars their room, and the scale of the bars."""
    grid = lying.grid
    size, smallest = _value_size(lying), SMALLEST * lying.setting.type_factor
    form = value_form(lying.setting, size)
    for _ in range(_TRIES):
        form = value_form(lying.setting, size)
        values = _values(lying, form)
        scale = _scale(lying, values)
        share = scale.unit * _span(lying, scale) / (grid.box.right - grid.left)
        if share >= (_SHORTEST if size > smallest else _SHORTEST / 3):
            return form, values, scale
        size = max(0.8 * size, smallest) if size > smallest else 0.8 * size
    return form, {}, _scale(lying, {})


def _span(lying: _Lying, scale: LinearScale) -> float:
    """From the least to the greatest value, zero between them, in shares of the largest."""
    ratios = [scale.ratio(row.value or 0.0) for row in lying.plan.rows]
    return max([0.0, *ratios]) - min([0.0, *ratios]) if any(ratios) else math.inf


def _value_size(lying: _Lying) -> float:
    """The largest size of values that do not reach into the next bar's."""
    grid = lying.grid
    most = max((len(group.rows) for group in lying.plan.groups), default=1)
    step = grid.thick * (1 + WITHIN) if most > 1 or grid.has_names_above else grid.pitch
    return max(0.1, min(72.0 * grid.shrink, 0.75 * step))


def _values(lying: _Lying, form: FigureForm) -> dict[str, SetFigure]:
    """The values of the rows, a dash where one is missing; none where rows share their names."""
    if lying.grid.every > 1:
        return {}
    missing = Quantity(math.nan)
    return {
        row.key: set_figure(f"value/{row.key}", row.quantity or missing, form, lying.setting)
        for _, group in lying.named()
        for row in group.rows
    }


def _scale(lying: _Lying, values: dict[str, SetFigure]) -> LinearScale:
    """The scale that leaves room for each value at its bar's end and what stands beside it."""
    grid, rows = lying.grid, lying.plan.rows
    largest = largest_of(tuple(row.value for row in rows))
    scale = LinearScale(grid.left, 1.0, largest)
    gap = _GAP * grid.shrink
    before, units = 0.0, [_longest(lying)]
    low = 0.0
    for row in rows:
        ratio = scale.ratio(row.value or 0.0)
        room = values[row.key].width + gap if row.key in values else 0.0
        if ratio < 0.0:
            before, low = max(before, room), min(low, ratio)
    if low < 0.0:
        units.append((grid.box.right - grid.left - before) / -low)
    for row in rows:
        ratio = scale.ratio(row.value or 0.0)
        room = values[row.key].width + gap if row.key in values else 0.0
        beside = 0.0 if grid.is_narrow else lying.beside_width(row)
        if ratio - low > 0.0:
            after = room if ratio >= 0.0 else 0.0
            units.append((grid.box.right - grid.left - before - after - beside) / (ratio - low))
    unit = max(0.0, min(units))
    return LinearScale(grid.left + before - low * unit, unit, largest)


def _longest(lying: _Lying) -> float:
    """How long the largest bar may be."""
    has_column = bool(lying.besides) and not lying.grid.is_narrow
    return (_LONGEST if has_column else 1.0) * lying.grid.box.width


def _value(
    lying: _Lying, row: BarRow, figure: SetFigure, bar: Box, scale: LinearScale, form: FigureForm
) -> Drawn:
    """The value at the bar's end, which it follows while the bar grows."""
    gap = _GAP * lying.grid.shrink
    baseline = bar.centre.y + CAPITAL / 2 * form.style.size
    timing = lying.plan.growth()[row.key]
    if (row.value or 0.0) < 0.0:
        to, start = bar.x - gap - figure.width, scale.zero - gap - figure.width
    else:
        to, start = bar.right + gap, scale.zero + gap
    return counting(figure, (to, baseline), (start, baseline), timing)


def _icon(lying: _Lying, row: BarRow, bar: Box) -> list[Drawn]:
    """The icon inside the bar's end, where the bar is long enough."""
    icon = icon_named(row.icon)
    if icon is None or (row.value or 0.0) <= 0.0:
        return []
    share = 0.75 if icon.box.height > icon.box.width else 0.67
    scale = min(share * bar.height / icon.box.height, 0.25 * bar.width / icon.box.width)
    if scale * icon.box.height < 0.4 * bar.height:
        return []
    x = bar.right - 0.21 * bar.height - icon.box.width * scale
    y = bar.centre.y - icon.box.height * scale / 2 + (0.04 * bar.height if icon.stands else 0.0)
    colour = lying.plan.colour(row, lying.setting)
    marks = glyph_marks(f"icon/{row.key}", icon, x, y, scale, lying.setting.theme.ground, colour)
    grown = lying.plan.growth()[row.key]
    return [fading(marks, Timing(grown.delay_s + 0.6 * grown.duration_s, 0.4))]


def _second_figures(lying: _Lying) -> list[Drawn]:
    """The second figures at the rows' right ends, and their title over them."""
    plan, grid = lying.plan, lying.grid
    start_s = NAMES_S + 0.6 * plan.grow_s
    drawn: list[Drawn] = []
    for index, group in lying.named():
        for place, row in enumerate(group.rows):
            if row.key not in lying.besides:
                continue
            figure = lying.besides[row.key]
            size = figure.full[0].style.size
            top = grid.bar_top(index, place)
            baseline = top + grid.thick / 2 + CAPITAL / 2 * size
            if grid.is_narrow:
                baseline = top - _GAP * grid.shrink
            at = (grid.box.right - figure.width, baseline)
            drawn.append(counting(figure, at, at, Timing(start_s, 0.9, EASE_OUT)))
    if has_series(plan):
        size = min(SMALLEST * lying.setting.type_factor, 0.5 * TITLE * grid.shrink)
        y, width = grid.box.y + 1.1 * size, 0.5 * grid.box.width
        marks = series_marks(plan, grid.box.x, y, width, size, lying.setting)
        drawn.append(fading(marks, Timing(0.0, 0.4)))
    if lying.besides and plan.beside_title.versions:
        drawn.append(fading(_title(lying), Timing(start_s, 0.4)))
    return drawn


def _title(lying: _Lying) -> Marks:
    """What the second figures are."""
    setting, grid = lying.setting, lying.grid
    style = setting.style("mark")
    style = replace(style, size=style.size * min(1.0, grid.shrink))
    text = lying.plan.beside_title.in_language(setting.language)
    lines, style = fitted(text, style, grid.box.width / 2, setting)
    y = grid.box.y + 32.0 * grid.shrink
    return tuple(
        Label("beside-title", line, grid.box.right, y, style, setting.theme.quiet, "right")
        for line in lines
    )
