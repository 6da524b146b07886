"""Where upright bars stand, and their names and values in a size that fits."""

from __future__ import annotations

import math
from dataclasses import replace
from heapq import nlargest
from typing import TYPE_CHECKING

from kiosk.charts.axes import tick_figures
from kiosk.charts.bars.fitting import fitted_unit, reaches
from kiosk.charts.bars.lying_grid import DOT
from kiosk.charts.bars.plan import bar_ticks, like_of
from kiosk.charts.figures import FigureForm, SetFigure, common_unit, set_figure, value_form
from kiosk.charts.labels import fitted, in_height, widest_piece
from kiosk.charts.scales import LinearScale, largest_of
from kiosk.data.quantity import Quantity
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.geometry import Box
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_MEASURED = 200  # names, at the most
_WIDEST_PITCH = 560.0  # from name to name, logical units
_WIDER = 0.25  # more of it for each further bar of a group
_THIN = 60.0  # a pitch below which gaps are narrow
_WHOLE, _PARTED = 1 / 2.4, 1 / 1.8  # of the pitch, what bars take, and such with figures inside
_WITHIN = 0.15  # gap between the bars of a group, in thicknesses
_READABLE = 40.0  # a value with its unit is at least so large, else the unit is written once
_VALUE = 72.0
_DIGIT = 0.4  # em: no digit is so narrow
VALUE_GAP = 0.25  # from a bar's end to its value, in em
_LINES, _TALLER = 2, 400.0  # of a name, at most, and one more for each so many units of height
_HALF = 0.5  # of a name wider than its bars' room may be moved inside at the sides
_SHORT = 4.0  # em of a name that stays in one line
_NO_AXIS = 6  # so many bars need none
_NOTE, _NOTE_ABOVE = 1.6, 2.4  # em: words above a line at a value, and above a bar

_TRIES = 4  # sizes of values


@dataclass(frozen=True, slots=True)
class Upright:
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

    def name_width(self, line: str) -> float:
        """The width of a line of a name."""
        return self.setting.measure.advance(line, self.name_style)

    @property
    def singled_out(self) -> frozenset[int]:
        """The places of the groups that stand out from others."""
        lit = _lit(self.plan)
        return frozenset() if all(lit) else frozenset(i for i, is_lit in enumerate(lit) if is_lit)

    @property
    def right(self) -> float:
        """The right side of the last bar's room."""
        return self.left + self.pitch * max(1, len(self.plan.groups))

    @property
    def small(self) -> float:
        """The size of small text."""
        return in_height(self.setting.smallest, self.box.height, 1 / 8, self.setting)

    @property
    def unit(self) -> str:
        """The unit of values that stand without it; empty where they have it."""
        if self.form.has_unit or not self.values:
            return ""
        return _unit_name(self.plan, self.setting) or ""

    @property
    def over(self) -> float:
        """The height of the line above the bars: the unit, and the names of a group's members."""
        return self.small * 1.6 if self.unit or self.plan.names_series else 0.0

    @property
    def under(self) -> float:
        """The height of the names below the bars."""
        lines = max((len(lines) for lines in self.names.values()), default=0)
        return 1.3 * self.name_style.size * lines + (0.4 * self.name_style.size if lines else 0.0)

    @property
    def reach(self) -> float:
        """How far a mark reaches beyond its value."""
        return self.thick / 2 if self.plan.marks == "dots" else 0.0

    def scale(self) -> LinearScale:
        """The scale that leaves room for values, names and the line above them."""
        plan = self.plan.measured
        rows = plan.rows
        shares = LinearScale(0.0, 1.0, largest_of(plan.ends))
        room = (VALUE_GAP + 1.0) * self.form.style.size
        small = self.setting.style("mark").size
        rooms = {row.key: room for row in rows if self.values}
        rooms |= {key: rooms.get(key, 0.0) + _NOTE_ABOVE * small for key in plan.noted_rows}
        down, up = reaches(plan, shares, rooms, self.reach, {}, _NOTE * small)
        top, bottom = self.box.y + self.over, self.box.bottom - self.under
        unit, below = fitted_unit(max(0.0, bottom - top), down, up)
        return LinearScale(max(self.box.y, bottom - below), -unit, shares.largest)


def upright(plan: BarPlan, box: Box, setting: Setting) -> Upright:
    """The bars' places across, and all text in its size."""
    factor = setting.growth
    count = max(1, len(plan.groups))
    most = plan.most_bars
    widest = _WIDEST_PITCH * factor * (1 + _WIDER * (most - 1))
    slot = min(box.width / count, widest)
    per_value = slot * 0.9 if most == 1 else 0.9 * slot / 2.4 / (most + (most - 1) * _WITHIN)
    form, all_values = _values(plan.measured, per_value, setting)
    values = {row.key: all_values[row.key] for row in plan.rows if row.key in all_values}
    ticks: tuple[float, ...] = ()
    figures: tuple[SetFigure, ...] = ()
    if not values and len(plan.rows) > _NO_AXIS:
        ticks = bar_ticks(plan.measured)
        figures = tick_figures(
            ticks, like_of(plan), in_height(setting.smallest, box.height, 1 / 8, setting), setting
        )
    left = box.x + max((figure.width + 16.0 for figure in figures), default=0.0)
    if left > box.x + box.width / 4:
        left, ticks, figures = box.x, (), ()
    pitch = min((box.right - left) / count, widest)
    share = _PARTED if plan.is_parted else _WHOLE
    block = pitch * share if pitch >= _THIN * factor else pitch * 0.7
    if plan.marks == "dots":
        block = min(block, DOT * factor, box.height / 6)
    every = _every(plan, pitch, setting)
    room = pitch * (every + _HALF) / (1 + _HALF) - 0.4 * setting.smallest
    style, names = _set_names(plan, room, every, box, setting)
    found = Upright(
        plan, setting, box, left, pitch, block / (most + (most - 1) * _WITHIN), every, form,
        values, names, style, figures, ticks,
    )  # fmt: skip
    is_low = 2 * (VALUE_GAP + 1.0) * form.style.size > box.height - found.over - found.under
    return replace(found, values={}) if is_low else found


def _values(
    plan: BarPlan, width: float, setting: Setting
) -> tuple[FigureForm, dict[str, SetFigure]]:
    """The values in one size at which each is at most `width` wide; none if they do not fit.

    The unit is left out where it would make them small. In small charts they are as small as can be
    read.
    """
    missing = Quantity(math.nan)
    factor = setting.growth
    largest = setting.smallest if plan.others else _VALUE * factor
    form = value_form(setting, largest)
    least = setting.smallest
    if not plan.has_values or width < _DIGIT * least:
        return form, {}
    for has_unit, smallest in ((True, _READABLE * factor), (False, least), (True, least)):
        form = replace(value_form(setting, largest), has_unit=has_unit)
        if not has_unit and _unit_name(plan, setting) is None:
            continue
        for _ in range(_TRIES):  # gaps and the smallest units do not shrink in proportion
            figures = {
                row.key: set_figure(f"value/{row.key}", row.quantity or missing, form, setting)
                for row in plan.rows
            }
            widest = max((figure.width for figure in figures.values()), default=0.0)
            if widest <= 1.0001 * width:
                return form, figures
            form = form.scaled(max(width, 0.0) / widest)
            if form.style.size < smallest:
                break
    return form, {}


def has_all_names(plan: BarPlan, box: Box, setting: Setting) -> bool:
    """Whether each bar or group has room for its name."""
    return _every(plan, box.width / max(1, len(plan.groups)), setting) == 1


def _every(plan: BarPlan, pitch: float, setting: Setting) -> int:
    """How many groups share one name, so that the names' longest words fit at the smallest size.

    Of very many names those of the most letters are measured.
    """
    style = replace(setting.style("label"), size=setting.smallest)
    names = (group.name.in_language(setting.language) for group in plan.groups)
    words = (_whole(name, style, setting) for name in nlargest(_MEASURED, names, key=len))
    needed = min(max(words, default=0.0), 8 * style.size) + 0.5 * style.size
    step = needed / pitch * (1 + _HALF) - _HALF  # the outer names are moved inside
    return max(1, min(len(plan.groups), math.ceil(step)))


def _whole(name: str, style: TextStyle, setting: Setting) -> float:
    """The width of what is not broken of a name: a word, or a few Chinese characters."""
    short = min(setting.measure.advance(name, style), _SHORT * style.size)
    return max(short, widest_piece(name, style, setting))


def _set_names(
    plan: BarPlan, width: float, every: int, box: Box, setting: Setting
) -> tuple[TextStyle, dict[int, tuple[str, ...]]]:
    """The lines of each shown group's name by its place, and the style of all of them."""
    first = _first_named(plan, every)
    shown = {
        index: group.name.in_language(setting.language)
        for index, group in enumerate(plan.groups)
        if index % every == first
    }
    style = setting.style("label")
    needs = [
        max(setting.measure.advance(name, style) / 2, _whole(name, style, setting))
        for name in shown.values()
    ]
    fitting = 0.999 * style.size * width / max([*needs, 1e-9])  # rounding may not cut a name
    size = min(style.size, max(fitting, setting.smallest))
    size = in_height(size, box.height, 1 / 8, setting)
    style = replace(style, size=size)
    most = _LINES + int(box.height // _TALLER)
    return style, {
        index: fitted(name, style, width, setting, most, may_shrink=False)[0]
        for index, name in shown.items()
    }


def _first_named(plan: BarPlan, every: int) -> int:
    """The place of the first name, so that the group that stands out has one."""
    lit = _lit(plan)
    return 0 if all(lit) or not any(lit) else lit.index(True) % every


def _lit(plan: BarPlan) -> list[bool]:
    """Which groups have a bar that stands out."""
    return [
        any(plan.is_lit(piece.key) for row in group.rows for piece in row.pieces)
        for group in plan.groups
    ]


def _unit_name(plan: BarPlan, setting: Setting) -> str | None:
    """The unit of all values in the language shown; None where they are printed in several."""
    values = (row.quantity for row in plan.rows if row.quantity is not None)
    return common_unit(values, setting.language)
