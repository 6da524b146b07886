"""Bars that stand: name below the bar, value above it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other, hairlines
from kiosk.charts.bars.parts import bars_drawn, series_marks
from kiosk.charts.bars.upright_grid import Upright, upright
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.figures import CAPITAL, shifted
from kiosk.charts.labels import fitted
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.bars.parts import BarPlan
    from kiosk.charts.rows import BarRow
    from kiosk.charts.scales import LinearScale
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting


def upright_scene(plan: BarPlan, box: Box, setting: Setting) -> Scene:
    """The bars of `plan` in `box`, the names on its lower side."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    bars = upright(plan, box, setting)
    scale = bars.scale()
    return scene([*_axis(bars, scale), *_names(bars), _series(bars), *_bars(bars, scale)])


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
    if any((row.value or 0.0) < 0.0 for row in bars.plan.rows):
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


def _series(bars: Upright) -> Drawn:
    """The names of a group's members."""
    size, width = bars.small, (bars.right - bars.left) * 0.6
    marks = series_marks(bars.plan, bars.left, bars.box.y + size, width, size, bars.setting)
    return fading(marks, Timing(0.0, 0.4))


def _names(bars: Upright) -> list[Drawn]:
    """The names of the groups below their bars."""
    style = bars.name_style
    top = bars.box.bottom - bars.under + 0.4 * style.size
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


def _bars(bars: Upright, scale: LinearScale) -> list[Drawn]:
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


def _value(bars: Upright, row: BarRow, bar: Box, zero: float, timing: Timing) -> Drawn:
    """The value over its bar, or under one that hangs."""
    figure, size = bars.values[row.key], bars.form.style.size
    x = bar.centre.x - figure.width / 2
    if (row.value or 0.0) < 0.0:
        drop = (0.25 + CAPITAL) * size
        return counting(figure, (x, bar.bottom + drop), (x, zero + drop), timing)
    return counting(figure, (x, bar.y - 0.25 * size), (x, zero - 0.25 * size), timing)
