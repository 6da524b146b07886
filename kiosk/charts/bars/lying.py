"""Bars that lie: name above the bar, or left of it where there are many, value at its end."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.charts.bars.lying_axis import lying_axis
from kiosk.charts.bars.lying_grid import NAME, WITHIN, LyingGrid, lying_grid
from kiosk.charts.bars.lying_values import GAP, LyingValues, fitted_values
from kiosk.charts.bars.parts import NAMES_S, bars_drawn, has_series, name_form, series_marks
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.figures import CAPITAL, FigureForm, SetFigure, is_number, set_figure
from kiosk.charts.glyphs import glyph_marks
from kiosk.charts.icons import icon_named
from kiosk.charts.labels import fitted, in_height, name_marks
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.bars.parts import BarPlan
    from kiosk.charts.rows import BarGroup, BarRow
    from kiosk.data.quantity import Quantity
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_NAME_RISE = 23.4  # from a name's baseline to its bar
_ROW = 1.15  # from one line of a name to the next, in em
_COLUMN_GAP = 64.0  # between two columns of rows
_TWO_COLUMNS = 1.6  # a place so much wider than high has room for them
_SECOND = 152.0  # size of a second figure


@dataclass(frozen=True, slots=True)
class _Lying:
    """What is drawn where. besides: the second figures by their rows' keys, all of one size.

    growth: when each bar grows, by its row's key. longest: that a bar of the value 1 may be.
    """

    plan: BarPlan
    grid: LyingGrid
    setting: Setting
    besides: dict[str, SetFigure]
    growth: dict[str, Timing]
    longest: float = math.inf

    @property
    def values(self) -> LyingValues:
        """The bars' scale and the figures at their ends."""
        widths = {} if self.grid.is_narrow else self.beside_widths()
        return fitted_values(self.plan, self.grid, widths, self.setting, self.longest)

    def beside_widths(self) -> dict[str, float]:
        """What the second figures take from the right, with the gap before them, by row."""
        gap = 2 * GAP * self.grid.scale
        return {key: figure.width + gap for key, figure in self.besides.items()}


def lying_scene(plan: BarPlan, box: Box, setting: Setting) -> Scene:
    """The bars of `plan` in `box`, the first one at its top."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    whole = _lying(plan, box, setting)
    columns = _in_two_columns(whole) if _asks_for_columns(whole) else [whole]
    bars = [_bars(lying) for lying in columns]
    boxes = {key: ends for found, _, _ in bars for key, ends in found.items()}
    return scene(
        [
            *(piece for lying in columns for piece in _names(lying)),
            *(axis for _, axis, _ in bars),
            bars_drawn(plan, boxes, "right", setting),
            *(piece for _, _, values in bars for piece in values),
            *(piece for lying in columns for piece in _second_figures(lying)),
            *(piece for lying in columns for piece in _titles(lying)),
        ]
    )


def _lying(plan: BarPlan, box: Box, setting: Setting) -> _Lying:
    """What is drawn of `plan` in `box`."""
    grid = lying_grid(plan, box, setting)
    return _Lying(plan, grid, setting, _besides(plan, grid, setting), plan.growth())


def _has_room(lying: _Lying) -> bool:
    """Whether each row has its name and its value."""
    return lying.grid.every == 1 and lying.grid.has_values


def _asks_for_columns(lying: _Lying) -> bool:
    """Whether type has grown so much that rows have no room for their names and values.

    Bars that go both ways, have members or second figures stay in one column.
    """
    plan, grid = lying.plan, lying.grid
    is_simple = not has_series(plan) and not lying.besides
    is_wide = grid.box.width >= max(_TWO_COLUMNS * grid.box.height, 3 * _COLUMN_GAP)
    is_positive = all((row.value or 0.0) >= 0.0 for row in plan.rows)
    is_fit = is_simple and is_wide and is_positive
    return lying.setting.is_grown and is_fit and not _has_room(lying)


def _in_two_columns(whole: _Lying) -> list[_Lying]:
    """The first half of the rows beside the second one, the bars of both to one scale.

    All of them in one column where they have no room so either.
    """
    plan, box, setting = whole.plan, whole.grid.box, whole.setting
    half, width = math.ceil(len(plan.groups) / 2), (box.width - _COLUMN_GAP) / 2
    parts = (plan.groups[:half], plan.groups[half:])
    columns = [
        _lying(replace(plan, groups=groups), replace(box, x=x, width=width), setting)
        for groups, x in zip(parts, (box.x, box.right - width), strict=True)
    ]
    if not all(map(_has_room, columns)):
        return [whole]
    scales = [lying.values.scale for lying in columns]
    longest = min(scale.unit / scale.largest for scale in scales if scale.largest > 0.0)
    return [replace(lying, longest=longest, growth=whole.growth) for lying in columns]


def _named(plan: BarPlan, grid: LyingGrid) -> list[tuple[int, BarGroup]]:
    """The groups that show names and values, with their places."""
    return list(enumerate(plan.groups))[:: grid.every]


def _besides(plan: BarPlan, grid: LyingGrid, setting: Setting) -> dict[str, SetFigure]:
    """The second figures by their rows' keys, all of one size."""
    size = min(_SECOND * grid.scale if grid.has_names_above else 0.8 * grid.pitch, grid.pitch)
    if grid.is_narrow:  # above the bars
        size = min(size, grid.head)
    if any(len(group.rows) > 1 for group in plan.groups):
        size = min(size, grid.thick * (1 + WITHIN))
    quantities: dict[str, Quantity] = {
        row.key: row.beside
        for _, group in _named(plan, grid)
        for row in group.rows
        if row.beside is not None and is_number(row.beside)
    }

    def set_at(factor: float) -> dict[str, SetFigure]:
        """The figures, `factor` times as large."""
        return {
            key: set_figure(
                f"beside/{key}", quantity,
                _beside_form(setting, size * factor, is_lit=key in plan.accented), setting,
            )
            for key, quantity in quantities.items()
        }  # fmt: skip

    found = set_at(1.0)
    widest = max((figure.width for figure in found.values()), default=0.0)
    room = grid.box.width * (0.6 if grid.is_narrow else 0.34)
    return found if widest <= room else set_at(room / widest)


def _beside_form(setting: Setting, size: float, *, is_lit: bool) -> FigureForm:
    """How a second figure looks."""
    style = replace(setting.style("second"), size=size)
    colour = setting.accent if is_lit else setting.theme.quiet
    return FigureForm(style, colour, setting.style("caption"), colour, 0.3)


def _names(lying: _Lying) -> list[Drawn]:
    """The names of the groups."""
    place = _name_above if lying.grid.has_names_above else _name_left
    groups = _named(lying.plan, lying.grid)
    return [fading(place(lying, index, group), Timing(0.0, 0.4)) for index, group in groups]


def _name_above(lying: _Lying, index: int, group: BarGroup) -> Marks:
    """A name over its first bar, as wide as the second figures leave."""
    grid, widths = lying.grid, lying.beside_widths()
    width = grid.box.width - max((widths.get(row.key, 0.0) for row in group.rows), default=0.0)
    baseline = grid.bar_top(index, 0) - _NAME_RISE * grid.scale
    form, setting = name_form(lying.setting, NAME * grid.scale), lying.setting
    if setting.repeats_less:  # the second language gives way first
        setting = replace(setting, companion="")
    return name_marks(f"name/{group.key}", group.name, grid.box.x, baseline, width, form, setting)


def _name_left(lying: _Lying, index: int, group: BarGroup) -> Marks:
    """A name left of its bars."""
    grid = lying.grid
    size = NAME * grid.scale
    baseline = grid.top + (index + 0.5) * grid.pitch + CAPITAL / 2 * size
    room, form = grid.left - grid.box.x - 0.5 * size, name_form(lying.setting, size)
    text = group.name.in_language(lying.setting.language)
    style = replace(lying.setting.style("label"), size=min(size, lying.setting.smallest))
    rows = int(grid.pitch * grid.every / (_ROW * style.size))
    wide = lying.setting.measure.advance(text, style)
    if lying.setting.is_grown and rows > 1 and wide > room:
        lines, style = fitted(text, style, room, lying.setting, rows, may_shrink=False)
        first = baseline - _ROW * style.size * (len(lines) - 1) / 2
        return tuple(
            Label(
                f"name/{group.key}" if row == 0 else f"name/{group.key}-{row + 1}", line,
                grid.box.x, first + row * _ROW * style.size, style, form.colour,
            )
            for row, line in enumerate(lines)
        )  # fmt: skip
    return name_marks(
        f"name/{group.key}", group.name, grid.box.x, baseline, room, form,
        replace(lying.setting, companion=""),
    )  # fmt: skip


def _bars(lying: _Lying) -> tuple[dict[str, tuple[Box, Box]], Drawn, list[Drawn]]:
    """The bars' boxes by their rows' keys, the lines behind them, and their values and icons."""
    plan, grid, setting = lying.plan, lying.grid, lying.setting
    values = lying.values
    scale = values.scale
    boxes: dict[str, tuple[Box, Box]] = {}
    drawn: list[Drawn] = []
    for index, group in enumerate(plan.groups):
        for place, row in enumerate(group.rows):
            y, tip = grid.bar_top(index, place), scale(row.value or 0.0)
            bar = Box(min(tip, scale.zero), y, abs(tip - scale.zero), grid.thick)
            boxes[row.key] = (bar, Box(scale.zero, y, 0.0, grid.thick))
            drawn += _icon(lying, row, bar)
            if row.key in values.figures:
                drawn.append(_value(lying, row, values, bar))
    return boxes, lying_axis(plan, grid, scale, setting), drawn


def _value(lying: _Lying, row: BarRow, values: LyingValues, bar: Box) -> Drawn:
    """The value at the bar's end, which it follows while the bar grows."""
    figure, zero = values.figures[row.key], values.scale.zero
    gap = GAP * lying.grid.scale
    baseline = bar.centre.y + CAPITAL / 2 * values.form.style.size
    timing = lying.growth[row.key]
    if (row.value or 0.0) < 0.0:
        to, start = bar.x - gap - figure.width, zero - gap - figure.width
    else:
        to, start = bar.right + gap, zero + gap
    return counting(figure, (to, baseline), (start, baseline), timing)


def _icon(lying: _Lying, row: BarRow, bar: Box) -> list[Drawn]:
    """The icon inside the bar's end, where the bar is long enough."""
    icon = icon_named(row.icon)
    if icon is None or (row.value or 0.0) <= 0.0:
        return []
    share = 0.75 if icon.box.height > icon.box.width else 0.67
    scale = min(share * bar.height / icon.box.height, 0.4 * bar.width / icon.box.width)
    if scale * icon.box.height < 0.22 * bar.height:
        return []
    x = bar.right - 0.21 * bar.height - icon.box.width * scale
    y = bar.centre.y - icon.box.height * scale / 2 + (0.04 * bar.height if icon.stands else 0.0)
    colour = lying.plan.colour(row, lying.setting)
    marks = glyph_marks(f"icon/{row.key}", icon, x, y, scale, lying.setting.theme.ground, colour)
    grown = lying.growth[row.key]
    return [fading(marks, Timing(grown.delay_s + 0.6 * grown.duration_s, 0.4))]


def _second_figures(lying: _Lying) -> list[Drawn]:
    """The second figures at the rows' right ends."""
    grid = lying.grid
    timing = Timing(_second_s(lying.plan), 0.9, EASE_OUT)
    drawn: list[Drawn] = []
    for index, group in _named(lying.plan, grid):
        for place, row in enumerate(group.rows):
            if row.key not in lying.besides:
                continue
            figure = lying.besides[row.key]
            baseline = grid.bar_top(index, place) - GAP * grid.scale
            if not grid.is_narrow:
                size = figure.full[0].style.size
                baseline = grid.bar_top(index, place) + grid.thick / 2 + CAPITAL / 2 * size
            at = (grid.box.right - figure.width, baseline)
            drawn.append(counting(figure, at, at, timing))
    return drawn


def _second_s(plan: BarPlan) -> float:
    """When the second figures come."""
    return NAMES_S + 0.6 * plan.grow_s


def _titles(lying: _Lying) -> list[Drawn]:
    """The names of a group's members, and over the second figures what they are."""
    plan, grid, setting = lying.plan, lying.grid, lying.setting
    drawn: list[Drawn] = []
    if has_series(plan):
        size = in_height(setting.smallest, grid.box.height, 1 / 8, setting)
        y, width = grid.box.y + 1.1 * size, 0.5 * grid.box.width
        marks = series_marks(plan, grid.box.x, y, width, size, setting)
        drawn.append(fading(marks, Timing(0.0, 0.4)))
    if lying.besides and plan.beside_title.versions:
        drawn.append(fading(_beside_title(lying), Timing(_second_s(plan), 0.4)))
    return drawn


def _beside_title(lying: _Lying) -> Marks:
    """What the second figures are."""
    setting, grid = lying.setting, lying.grid
    style = setting.style("mark")
    small = in_height(setting.smallest, grid.box.height, 1 / 8, setting)
    style = replace(style, size=max(small, style.size * min(1.0, grid.scale)))
    text = lying.plan.beside_title.in_language(setting.language)
    room = grid.box.width / 2 if has_series(lying.plan) else grid.box.width
    lines, style = fitted(text, style, room, setting)
    y = grid.box.y + 32.0 * grid.scale
    return tuple(
        Label("beside-title", line, grid.box.right, y, style, setting.theme.quiet, "right")
        for line in lines
    )
