"""Bars that stand: name below the bar, value above it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other, hairlines, tick_figures
from kiosk.charts.bars import bar_ticks, bars_drawn, has_series, like_of, series_marks, value_form
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.figures import CAPITAL, FigureForm, SetFigure, common_unit, set_figure, shifted
from kiosk.charts.labels import SMALLEST, fitted, widest_piece
from kiosk.charts.scales import LinearScale, largest_of
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.bars import BarPlan
    from kiosk.charts.rows import BarRow
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_WIDEST_PITCH = 400.0  # from name to name, logical units
_THIN = 60.0  # a pitch below which gaps are narrow
_WITHIN = 0.15  # gap between the bars of a group, in thicknesses
_READABLE = 40.0  # a value with its unit is at least so large, else the unit is written once
_NO_AXIS = 6  # so many bars need none


@dataclass(frozen=True, slots=True)
class _Upright:
    """Where the bars stand. room: of the whole bars with names and values. left: of the first.

    every: how many groups share one name. form: of the values. values: by the rows' keys.
    names: the lines of each shown group's name, by its place.
    """

    plan: BarPlan
    setting: Setting
    box: Box
    left: float
    pitch: float
    thick: float
    every: int
    form: FigureForm
    values: dict[str, SetFigure]
    names: dict[int, tuple[str, ...]]
    name_style: TextStyle
    ticks: tuple[SetFigure, ...]
    tick_values: tuple[float, ...]

    def bar_left(self, group: int, row: int, count: int) -> float:
        """The left side of a bar of a group of `count`."""
        block = self.thick * (count + (count - 1) * _WITHIN)
        start = self.left + (group + 0.5) * self.pitch - block / 2
        return start + row * self.thick * (1 + _WITHIN)


def upright_scene(plan: BarPlan, box: Box, setting: Setting) -> Scene:
    """The bars of `plan` in `box`, the names on its lower side."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    bars = _placed(plan, box, setting)
    scale = _scale(bars)
    return scene([*_axis(bars, scale), *_names(bars), _series(bars), *_bars(bars, scale)])


def _placed(plan: BarPlan, box: Box, setting: Setting) -> _Upright:
    """The bars' places across, and all text in its size."""
    factor = setting.type_factor
    count = max(1, len(plan.groups))
    most = max((len(group.rows) for group in plan.groups), default=1)
    slot = min(box.width / count, _WIDEST_PITCH * factor)
    per_value = slot * 0.9 if most == 1 else 0.9 * slot / 2.4 / (most + (most - 1) * _WITHIN)
    form, values = _values(plan, per_value, setting)
    ticks: tuple[float, ...] = ()
    figures: tuple[SetFigure, ...] = ()
    if not values and len(plan.rows) > _NO_AXIS:
        ticks = bar_ticks(plan)
        figures = tick_figures(
            ticks, like_of(plan), min(SMALLEST * factor, box.height / 8), setting
        )
    left = box.x + max((figure.width + 16.0 for figure in figures), default=0.0)
    if left > box.x + box.width / 4:
        left, ticks, figures = box.x, (), ()
    pitch = min((box.right - left) / count, _WIDEST_PITCH * factor)
    block = pitch / 2.4 if pitch >= _THIN * factor else pitch * 0.7
    every = _every(plan, pitch, setting)
    room = pitch * every - 0.4 * SMALLEST * factor
    style, names = _set_names(plan, room, every, box, setting)
    return _Upright(
        plan, setting, box, left, pitch, block / (most + (most - 1) * _WITHIN), every, form,
        values, names, style, figures, ticks,
    )  # fmt: skip


def _values(
    plan: BarPlan, width: float, setting: Setting
) -> tuple[FigureForm, dict[str, SetFigure]]:
    """The values in one size at which each is at most `width` wide; none if they do not fit.

    The unit is left out where it would make them small.
    """
    missing = Quantity(math.nan)
    factor = setting.type_factor
    form = value_form(setting, 72.0 * factor)
    for has_unit, smallest in ((True, _READABLE * factor), (False, SMALLEST * factor)):
        form = replace(value_form(setting, 72.0 * factor), has_unit=has_unit)
        figures = {
            row.key: set_figure(f"value/{row.key}", row.quantity or missing, form, setting)
            for row in plan.rows
        }
        if not has_unit and _unit_name(plan, setting) is None:
            continue
        widest = max((figure.width for figure in figures.values()), default=0.0)
        share = min(1.0, width / max(widest, 1e-9))
        if share * form.style.size < smallest:
            continue
        form = form.scaled(share)
        return form, {
            row.key: set_figure(f"value/{row.key}", row.quantity or missing, form, setting)
            for row in plan.rows
        }
    return form, {}


def _every(plan: BarPlan, pitch: float, setting: Setting) -> int:
    """How many groups share one name, so that the names' longest words fit at the smallest size."""
    style = replace(setting.style("label"), size=SMALLEST * setting.type_factor)
    words = (
        widest_piece(group.name.in_language(setting.language), style, setting)
        for group in plan.groups
    )
    needed = min(max(words, default=0.0), 8 * style.size) + 0.5 * style.size
    return max(1, min(len(plan.groups), math.ceil(needed / pitch)))


def _set_names(
    plan: BarPlan, width: float, every: int, box: Box, setting: Setting
) -> tuple[TextStyle, dict[int, tuple[str, ...]]]:
    """The lines of each shown group's name by its place, and the style of all of them."""
    shown = {
        index: group.name.in_language(setting.language)
        for index, group in enumerate(plan.groups)
        if index % every == every // 2 and index + every // 2 < len(plan.groups)
    }
    style = setting.style("label")
    needs = [
        max(setting.measure.advance(name, style) / 2, widest_piece(name, style, setting))
        for name in shown.values()
    ]
    fitting = 0.999 * style.size * width / max([*needs, 1e-9])  # rounding may not cut a name
    size = min(style.size, max(fitting, SMALLEST * setting.type_factor), box.height / 8)
    style = replace(style, size=size)
    return style, {
        index: fitted(name, style, width, setting, 2, may_shrink=False)[0]
        for index, name in shown.items()
    }


def _scale(bars: _Upright) -> LinearScale:
    """The scale that leaves room for values, names and the line above them."""
    rows = bars.plan.rows
    largest = largest_of(tuple(row.value for row in rows))
    ratios = [value / largest for row in rows if (value := row.value) is not None and largest]
    high, low = max(0.0, *ratios, 0.0), min(0.0, *ratios, 0.0)
    room = 1.25 * bars.form.style.size if bars.values else 0.0
    top = bars.box.y + room + _over(bars)
    bottom = bars.box.bottom - _under(bars) - (room if low < 0.0 else 0.0)
    unit = max(0.0, bottom - top) / (high - low) if high > low else 0.0
    zero = bottom + low * unit
    return LinearScale(max(bars.box.y, zero), -unit, largest)


def _over(bars: _Upright) -> float:
    """The height of the line above the bars: the unit, and the names of a group's members."""
    return _line(bars) * 1.6 if _unit(bars) or has_series(bars.plan) else 0.0


def _line(bars: _Upright) -> float:
    """The size of small text."""
    return min(SMALLEST * bars.setting.type_factor, bars.box.height / 8)


def _under(bars: _Upright) -> float:
    """The height of the names below the bars."""
    lines = max((len(lines) for lines in bars.names.values()), default=0)
    return 1.3 * bars.name_style.size * lines + (0.4 * bars.name_style.size if lines else 0.0)


def _unit_name(plan: BarPlan, setting: Setting) -> str | None:
    """The unit of all values in the language shown; None where they are printed in several."""
    values = (row.quantity for row in plan.rows if row.quantity is not None)
    return common_unit(values, setting.language)


def _axis(bars: _Upright, scale: LinearScale) -> list[Drawn]:
    """The hairlines and their figures, the line of zero, and the unit where values have none."""
    box, theme = bars.box, bars.setting.theme
    rows = [(f"line/{v:g}", (bars.left, scale(v), box.right, scale(v))) for v in bars.tick_values]
    marks: Marks = ()
    if rows:
        marks = (hairlines("hairlines", tuple(rows), theme.line),)
    size = _line(bars)
    spans = [(scale(value) - size / 2, scale(value) + size / 2) for value in bars.tick_values]
    clear = clear_of_each_other(spans, 0.0)
    for value, figure, is_clear in zip(bars.tick_values, bars.ticks, clear, strict=True):
        if not is_clear:
            continue
        marks += shifted(figure.full, bars.left - 16.0 - figure.width, scale(value) + 0.36 * size)
    if any((row.value or 0.0) < 0.0 for row in bars.plan.rows):
        zero = ("line/0", (bars.left, scale.zero, _right(bars), scale.zero))
        marks += (hairlines("zero", (zero,), theme.line, is_zero=True),)
    marks += _unit(bars)
    return [fading(marks, Timing(0.0, 0.4))]


def _right(bars: _Upright) -> float:
    """The right side of the last bar's room."""
    return bars.left + bars.pitch * max(1, len(bars.plan.groups))


def _unit(bars: _Upright) -> Marks:
    """The unit of values that stand without it, at the top right."""
    text = _unit_name(bars.plan, bars.setting)
    if bars.form.has_unit or not bars.values or not text:
        return ()
    style = replace(bars.setting.style("caption"), size=_line(bars))
    width = bars.box.width / 3
    lines, style = fitted(text, style, width, bars.setting)
    right, y = _right(bars), bars.box.y + style.size
    return tuple(
        Label("unit", line, right, y, style, bars.setting.theme.quiet, "right") for line in lines
    )


def _series(bars: _Upright) -> Drawn:
    """The names of a group's members."""
    size, width = _line(bars), (_right(bars) - bars.left) * 0.6
    marks = series_marks(bars.plan, bars.left, bars.box.y + size, width, size, bars.setting)
    return fading(marks, Timing(0.0, 0.4))


def _names(bars: _Upright) -> list[Drawn]:
    """The names of the groups below their bars."""
    style = bars.name_style
    top = bars.box.bottom - _under(bars) + 0.4 * style.size
    marks = tuple(
        Label(
            f"name/{bars.plan.groups[index].key}/{number}", line,
            bars.left + (index + 0.5) * bars.pitch,
            top + (1.3 * number + 0.95) * style.size, style, bars.setting.theme.text, "centre",
        )
        for index, lines in bars.names.items()
        for number, line in enumerate(lines)
    )  # fmt: skip
    return [fading(marks, Timing(0.0, 0.4))]


def _bars(bars: _Upright, scale: LinearScale) -> list[Drawn]:
    """The bars and their values."""
    boxes: dict[str, tuple[Box, Box]] = {}
    drawn: list[Drawn] = []
    growth = bars.plan.growth()
    for index, group in enumerate(bars.plan.groups):
        for place, row in enumerate(group.rows):
            x = bars.bar_left(index, place, len(group.rows))
            tip = scale(row.value or 0.0)
            bar = Box(x, min(tip, scale.zero), bars.thick, abs(tip - scale.zero))
            boxes[row.key] = (bar, Box(x, scale.zero, bars.thick, 0.0))
            if row.key in bars.values:
                timing = growth[row.key]
                drawn.append(_value(bars, row, bar, scale.zero, timing))
    return [bars_drawn(bars.plan, boxes, "up", bars.setting), *drawn]


def _value(bars: _Upright, row: BarRow, bar: Box, zero: float, timing: Timing) -> Drawn:
    """The value over its bar, or under one that hangs."""
    figure, size = bars.values[row.key], bars.form.style.size
    x = bar.centre.x - figure.width / 2
    if (row.value or 0.0) < 0.0:
        drop = (0.25 + CAPITAL) * size
        return counting(figure, (x, bar.bottom + drop), (x, zero + drop), timing)
    return counting(figure, (x, bar.y - 0.25 * size), (x, zero - 0.25 * size), timing)
