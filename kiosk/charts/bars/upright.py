"""Bars that stand: name below the bar, value above it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.annotations.ground import Plotted
from kiosk.charts.axes import clear_of_each_other, hairlines
from kiosk.charts.bars.ground import ground_among
from kiosk.charts.bars.parts import Lane, marks_drawn, series_marks, under_legend
from kiosk.charts.bars.upright_grid import VALUE_GAP, Upright, upright
from kiosk.charts.bars.within import within_drawn
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.figures import CAPITAL, shifted
from kiosk.charts.labels import fitted
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.annotations.ground import Ground
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.rows import BarRow
    from kiosk.charts.scales import LinearScale
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_NAMES_APART = 0.2  # em


def upright_plotted(plan: BarPlan, box: Box, setting: Setting) -> Plotted:
    """The bars of `plan` in `box`, the names on its lower side."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    legend, box = under_legend(plan, box, setting)
    bars = upright(plan, box, setting)
    scale = bars.scale()
    lanes = _lanes(bars, scale)
    drawn = scene(
        [*legend, *_axis(bars, scale), *_names(bars), *_series(bars), *_bars(bars, lanes)]
    )
    return Plotted(drawn, _ground(bars, lanes))


def _ground(bars: Upright, lanes: Mapping[str, Lane]) -> Ground | None:
    """Where something may be written."""
    box, top = bars.box, bars.box.y + bars.over
    height = max(1.0, box.bottom - bars.under - top)
    room = Box(bars.left, top, bars.right - bars.left, height)
    slots = {
        group.key: (bars.left + index * bars.pitch, bars.left + (index + 1) * bars.pitch)
        for index, group in enumerate(bars.plan.groups)
    }
    free = Box(bars.left, top, box.right - bars.left, height)
    return ground_among(bars.plan, slots, lanes, room, free)


def _axis(bars: Upright, scale: LinearScale) -> list[Drawn]:
    """The hairlines and their figures, the line of zero, and the unit where values have none."""
    box, theme = bars.box, bars.setting.theme
    rows = [(f"line/{v:g}", (bars.left, scale(v), box.right, scale(v))) for v in bars.tick_values]
    marks: Marks = ()
    if rows:
        marks = (hairlines("hairlines", tuple(rows), theme.line),)
    size = bars.small
    spans = [(scale(value) - size / 2, scale(value) + size / 2) for value in bars.tick_values]
    clear = clear_of_each_other(spans, 0.0)
    for value, figure, is_clear in zip(bars.tick_values, bars.ticks, clear, strict=True):
        if not is_clear:
            continue
        marks += shifted(figure.full, bars.left - 16.0 - figure.width, scale(value) + 0.36 * size)
    if any(row.low < 0.0 for row in bars.plan.rows):
        zero = ("line/0", (bars.left, scale.zero, bars.right, scale.zero))
        marks += (hairlines("zero", (zero,), theme.line, is_zero=True),)
    marks += _unit(bars)
    return [fading(marks, Timing(0.0, 0.4))]


def _unit(bars: Upright) -> Marks:
    """The unit of values that stand without it, at the top right."""
    style = replace(bars.setting.style("caption"), size=bars.small)
    width = bars.box.width / 3
    lines, style = fitted(bars.unit, style, width, bars.setting)
    right, y = bars.right, bars.box.y + style.size
    return tuple(
        Label("unit", line, right, y, style, bars.setting.theme.quiet, "right") for line in lines
    )


def _series(bars: Upright) -> list[Drawn]:
    """The names of a group's members."""
    if not bars.plan.names_series:
        return []
    size, width = bars.small, (bars.right - bars.left) * 0.6
    marks = series_marks(bars.plan, bars.left, bars.box.y + size, width, size, bars.setting)
    return [fading(marks, Timing(0.0, 0.4))]


def _names(bars: Upright) -> list[Drawn]:
    """The names of the groups below their bars."""
    style = bars.name_style
    top = bars.box.bottom - bars.under + 0.4 * style.size
    places = _names_places(bars)
    marks = tuple(
        Label(
            f"name/{bars.plan.groups[index].key}" + (f"/{number}" if number else ""), line,
            places[index],
            top + (1.3 * number + 0.95) * style.size, style, bars.setting.theme.text, "centre",
        )
        for index, lines in bars.names.items()
        if index in places
        for number, line in enumerate(lines)
    )  # fmt: skip
    return [fading(marks, Timing(0.0, 0.4))]


def _names_places(bars: Upright) -> dict[int, float]:
    """The middles of the names by their groups' places, the outer ones moved inside.

    One that would then meet the next one inwards is left out; the lit one and the first one stay.
    """
    lines = {
        index: max(map(bars.name_width, found), default=0.0) for index, found in bars.names.items()
    }
    middles = {
        index: min(
            max(bars.left + (index + 0.5) * bars.pitch, bars.box.x + wide / 2),
            bars.box.right - wide / 2,
        )
        for index, wide in lines.items()
    }
    lit = bars.singled_out
    order = sorted(middles, key=lambda index: (index not in lit, index))
    spans = [(middles[i] - lines[i] / 2, middles[i] + lines[i] / 2) for i in order]
    kept = clear_of_each_other(spans, _NAMES_APART * bars.name_style.size)
    return {index: middles[index] for index, is_kept in zip(order, kept, strict=True) if is_kept}


def _lanes(bars: Upright, scale: LinearScale) -> dict[str, Lane]:
    """Where the bars stand, by their rows' keys."""
    return {
        row.key: Lane("up", bars.bar_left(index, place, len(group.rows)), bars.thick, scale)
        for index, group in enumerate(bars.plan.groups)
        for place, row in enumerate(group.rows)
    }


def _bars(bars: Upright, lanes: Mapping[str, Lane]) -> list[Drawn]:
    """The bars and their values."""
    growth = bars.plan.growth()
    values = [
        _value(bars, row, lanes[row.key], growth[row.key])
        for row in bars.plan.rows
        if row.key in bars.values
    ]
    setting = bars.setting
    within = within_drawn(bars.plan, lanes, setting)
    return [*marks_drawn(bars.plan, lanes, setting), *within, *values]


def _value(bars: Upright, row: BarRow, lane: Lane, timing: Timing) -> Drawn:
    """The value over its bar, or under one that hangs."""
    figure, size, scale = bars.values[row.key], bars.form.style.size, lane.scale
    x = lane.start + lane.thick / 2 - figure.width / 2
    reach = bars.reach if row.value is not None else 0.0
    if row.is_falling:
        drop = (VALUE_GAP + CAPITAL) * size + reach
        return counting(figure, (x, scale(row.low) + drop), (x, scale.zero + drop), timing)
    rise = VALUE_GAP * size + reach
    return counting(figure, (x, scale(row.high) - rise), (x, scale.zero - rise), timing)
