"""Bars that lie: name above the bar, or left of it where there are many, value at its end."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.annotations.ground import Plotted
from kiosk.charts.bars.besides import beside_title, besides_drawn, besides_in
from kiosk.charts.bars.ground import ground_among
from kiosk.charts.bars.lying_axis import lying_axis
from kiosk.charts.bars.lying_grid import NAME, LyingGrid, lying_grid
from kiosk.charts.bars.lying_values import GAP, LyingValues, fitted_values
from kiosk.charts.bars.parts import Lane, marks_drawn, name_form, series_marks, under_legend
from kiosk.charts.bars.within import within_drawn
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.figures import CAPITAL, SetFigure
from kiosk.charts.glyphs import glyph_marks
from kiosk.charts.icons import icon_named
from kiosk.charts.labels import (
    fitted,
    in_height,
    is_whole,
    name_marks,
    name_style,
    shared_form,
)
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.charts.annotations.ground import Ground
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.labels import NameForm
    from kiosk.charts.rows import BarGroup, BarRow
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_NAME_RISE = 23.4  # from a name's baseline to its bar
_ROW = 1.15  # from one line of a name to the next, in em
_COLUMN_GAP = 64.0  # between two columns of rows
_LINE_HEAD, _LINE_FOOT = 0.75, 0.2  # a line across reaches so far into the first head; below bars
_TWO_COLUMNS = 1.6  # a place so much wider than high has room for them


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


def lying_plotted(plan: BarPlan, box: Box, setting: Setting) -> Plotted:
    """The bars of `plan` in `box`, the first one at its top."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    legend, box = under_legend(plan, box, setting)
    whole = _lying(plan, box, setting)
    columns = _in_two_columns(whole) if _asks_for_columns(whole) else [whole]
    bars = [_bars(lying) for lying in columns]
    lanes = {key: lane for found, _, _ in bars for key, lane in found.items()}
    drawn = scene(
        [
            *legend,
            *(piece for lying in columns for piece in _names(lying)),
            *(axis for _, axis, _ in bars),
            *marks_drawn(plan, lanes, setting),
            *(piece for _, _, values in bars for piece in values),
            *(piece for one in columns for piece in besides_drawn(one.plan, one.grid, one.besides)),
            *(piece for lying in columns for piece in _titles(lying)),
        ]
    )
    return Plotted(drawn, _ground(whole, lanes) if len(columns) == 1 else None)


def _ground(lying: _Lying, lanes: Mapping[str, Lane]) -> Ground | None:
    """Where something may be written."""
    grid, plan = lying.grid, lying.plan
    if not plan.groups:
        return None
    head = _LINE_HEAD * grid.head if grid.has_names_above else 0.0
    top = max(grid.box.y, grid.bar_top(0, 0) - head)
    last = grid.bar_top(len(plan.groups) - 1, len(plan.groups[-1].rows) - 1) + grid.thick
    foot = min(grid.box.bottom, last + _LINE_FOOT * grid.thick)
    room = Box(grid.left, top, max(1.0, grid.box.right - grid.left), max(1.0, foot - top))
    slots = {
        group.key: (grid.bar_top(index, 0), grid.bar_top(index, len(group.rows) - 1) + grid.thick)
        for index, group in enumerate(plan.groups)
    }
    return ground_among(plan, slots, lanes, room, grid.box)


def _lying(plan: BarPlan, box: Box, setting: Setting) -> _Lying:
    """What is drawn of `plan` in `box`."""
    grid = lying_grid(plan, box, setting)
    return _Lying(plan, grid, setting, besides_in(plan, grid, setting), plan.growth())


def _has_room(lying: _Lying) -> bool:
    """Whether each row has its name and its value."""
    return lying.grid.every == 1 and lying.grid.has_values


def _asks_for_columns(lying: _Lying) -> bool:
    """Whether type has grown so much that rows have no room for their names and values.

    Bars that go both ways, have members or second figures stay in one column.
    """
    plan, grid = lying.plan, lying.grid
    is_simple = not (plan.names_series or plan.is_joined or lying.besides or plan.notes)
    is_wide = grid.box.width >= max(_TWO_COLUMNS * grid.box.height, 3 * _COLUMN_GAP)
    is_positive = all(row.low >= 0.0 for row in plan.rows)
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
    units = (scale.unit / scale.largest for scale in scales if scale.largest > 0.0)
    longest = min(units, default=math.inf)
    return [replace(lying, longest=longest, growth=whole.growth) for lying in columns]


def _named(plan: BarPlan, grid: LyingGrid) -> list[tuple[int, BarGroup]]:
    """The groups that show names and values, with their places."""
    return list(enumerate(plan.groups))[:: grid.every]


def _names(lying: _Lying) -> list[Drawn]:
    """The names of the groups."""
    place = _name_above if lying.grid.has_names_above else _name_left
    groups = _named(lying.plan, lying.grid)
    form = _form(lying, [group for _, group in groups])
    return [fading(place(lying, index, group, form), Timing(0.0, 0.4)) for index, group in groups]


def _form(lying: _Lying, groups: Sequence[BarGroup]) -> NameForm:
    """How the names are written, all in one size; names at the left may have several lines."""
    setting, form = lying.setting, name_form(lying.setting, NAME * lying.grid.scale)
    wanted = [(group.name.in_language(setting.language), _room(lying, group)) for group in groups]
    shared = shared_form(form, wanted, setting)
    if lying.grid.has_names_above:
        return shared
    small = replace(form, shared=min(shared.shared, setting.smallest))
    ways = (one for one in (shared, small) if _are_whole(lying, wanted, one))
    return next(ways, shared)


def _are_whole(lying: _Lying, wanted: Sequence[tuple[str, float]], form: NameForm) -> bool:
    """Whether no name at the left is cut."""
    style = name_style(form, lying.setting)
    rows = _lines(lying, style)
    return all(
        is_whole(fitted(text, style, room, lying.setting, rows, may_shrink=False)[0], text)
        for text, room in wanted
    )


def _lines(lying: _Lying, style: TextStyle) -> int:
    """How many lines a name at the left may have."""
    return max(1, int(lying.grid.pitch * lying.grid.every / (_ROW * style.size)))


def _room(lying: _Lying, group: BarGroup) -> float:
    """The width of a name: over its first bar as the second figures leave it, or left of it."""
    grid, widths = lying.grid, lying.beside_widths()
    if not grid.has_names_above:
        return grid.left - grid.box.x - 0.5 * NAME * grid.scale
    return grid.box.width - max((widths.get(row.key, 0.0) for row in group.rows), default=0.0)


def _name_above(lying: _Lying, index: int, group: BarGroup, form: NameForm) -> Marks:
    """A name over its first bar."""
    grid, width = lying.grid, _room(lying, group)
    baseline = grid.bar_top(index, 0) - _NAME_RISE * grid.scale
    setting = lying.setting
    if setting.repeats_less:  # the second language gives way first
        setting = replace(setting, companion="")
    return name_marks(f"name/{group.key}", group.name, grid.box.x, baseline, width, form, setting)


def _name_left(lying: _Lying, index: int, group: BarGroup, form: NameForm) -> Marks:
    """A name left of its bars."""
    grid = lying.grid
    size = NAME * grid.scale
    baseline = grid.top + (index + 0.5) * grid.pitch + CAPITAL / 2 * size
    room, text = _room(lying, group), group.name.in_language(lying.setting.language)
    style = name_style(form, lying.setting)
    rows = _lines(lying, style)
    if rows > 1 and lying.setting.measure.advance(text, style) > room:
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


def _lanes(lying: _Lying, values: LyingValues) -> dict[str, Lane]:
    """Where the bars lie, by their rows' keys."""
    grid = lying.grid
    return {
        row.key: Lane("right", grid.bar_top(index, place), grid.thick, values.scale)
        for index, group in enumerate(lying.plan.groups)
        for place, row in enumerate(group.rows)
    }


def _bars(lying: _Lying) -> tuple[dict[str, Lane], Drawn, list[Drawn]]:
    """The bars' lanes by their rows' keys, the lines behind them, and their values and icons."""
    plan, grid, setting = lying.plan, lying.grid, lying.setting
    values, colours = lying.values, plan.colours(setting)
    lanes = _lanes(lying, values)
    drawn = within_drawn(plan, lanes, setting)
    for row in plan.rows:
        if row.icon:
            last = row.pieces[-1]
            drawn += _icon(lying, row, lanes[row.key].box(last), colours[last.key])
        if row.key in values.figures:
            drawn.append(_value(lying, row, values, lanes[row.key]))
    return lanes, lying_axis(plan, grid, values.scale, setting), drawn


def _value(lying: _Lying, row: BarRow, values: LyingValues, lane: Lane) -> Drawn:
    """The value at the bar's end, which it follows while the bar grows."""
    figure, scale = values.figures[row.key], values.scale
    reach = lying.grid.reach(lying.plan) if row.value is not None else 0.0
    gap = GAP * lying.grid.scale + reach
    middle = lane.start + lane.thick / 2
    baseline = middle + CAPITAL / 2 * values.form.style.size
    timing = lying.growth[row.key]
    if row.is_falling:
        to, start = scale(row.low) - gap - figure.width, scale.zero - gap - figure.width
    else:
        to, start = scale(row.high) + gap, scale.zero + gap
    return counting(figure, (to, baseline), (start, baseline), timing)


def _icon(lying: _Lying, row: BarRow, bar: Box, fill: Colour) -> list[Drawn]:
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
    marks = glyph_marks(f"icon/{row.key}", icon, x, y, scale, lying.setting.theme.ground, fill)
    grown = lying.growth[row.key]
    return [fading(marks, Timing(grown.delay_s + 0.6 * grown.duration_s, 0.4))]


def _titles(lying: _Lying) -> list[Drawn]:
    """The names of a group's members, and over the second figures what they are."""
    plan, grid, setting = lying.plan, lying.grid, lying.setting
    drawn: list[Drawn] = []
    if plan.names_series:
        size = in_height(setting.smallest, grid.box.height, 1 / 8, setting)
        y, width = grid.box.y + 1.1 * size, 0.5 * grid.box.width
        marks = series_marks(plan, grid.box.x, y, width, size, setting)
        drawn.append(fading(marks, Timing(0.0, 0.4)))
    if lying.besides and plan.beside_title.versions:
        drawn.append(beside_title(plan, grid, setting))
    return drawn
