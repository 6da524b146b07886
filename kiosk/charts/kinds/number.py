"""One large figure that counts up."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.base import Chart
from kiosk.charts.drawing import scene, travelling
from kiosk.charts.figures import (
    ASCENT,
    CAPITAL,
    SIGNS,
    FigureForm,
    fitted_figure,
    is_number,
    set_figure,
    shifted,
)
from kiosk.charts.numbers.aside import NO_ASIDE, Aside, drawn_aside, needs, size_in
from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.blend import faded
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.data.table import Table
    from kiosk.typesetting.setting import Setting

# The theme's hero is the middle of a range.
_LARGEST_HERO = {"landscape": 400.0, "portrait": 560.0}
_SIDE_BEARING = 0.03  # em that a large figure is pulled left by, so that its stem meets the margin
_UNIT = "number/unit"
_WIDEST_BESIDE = 0.85  # of the width that number and unit may take before a line below is weighed
_BELOW_COSTS = 0.75  # how much smaller a number may become for having its unit beside it
_BESIDE_COSTS = 0.72  # how much smaller a number may become for what stands beside it
_APART = 0.55  # between number and change, in em of that
_WITH_LINE_BELOW = 1.29  # em of number and unit below each other
_UNIT_SIZE = 0.2  # em of the number, unless that could not be read


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the figure stands, and what belongs to it. size: of the change.

    shown: what has room beside the figure, or below it.
    """

    number: Box
    aside: Box | None = None
    size: float = 0.0
    shown: Aside = NO_ASIDE


@dataclass(frozen=True, kw_only=True)
class Number(Chart):
    """One figure, as large as it fits, that counts up to its value.

    It stands at the top left of its place. `300+` is shown for a figure that is more than 300. Data
    that goes on gives the last value: `data: {csv: live/visitors.csv}`, `y: visitors`.
    """

    chinese: ClassVar[str] = "一个尽量大的数字，从零数到它的值。"

    value: Quantity | None = option(
        "The figure: `$fact`, or a number; left out, the last value in the column `y`.",
        None,
        zh="数字：`$fact` 或一个数；不写就用 `y` 列的最后一个值。",
        instead="y",
    )
    size: Literal["hero", "second"] = option(
        "`hero` fills its place; `second` is smaller.",
        "hero",
        zh="`hero` 占满位置，`second` 小一些。",
    )
    unit: bool = option("Whether its unit is shown.", zh="要不要显示单位。", default=True)
    tone: Literal["accent", "text"] = option("The figure's colour.", "accent", zh="数字的颜色。")

    trend: Quantity | None = option(
        "Its change, beside it with an arrow: `$fact`, or a number.",
        None,
        zh="变化，带箭头写在旁边：`$fact` 或一个数。",
    )
    trend_label: Text = option(
        "What the change is measured against, such as the year before.",
        NO_TEXT,
        zh="与什么相比，例如上年。",
    )
    y: Column | None = option(
        "A column of `data` that is drawn beside it as a small line, in the order of the rows.",
        None,
        zh="`data` 里的一列，按行的顺序在旁边画成一条小折线。",
        cells="numbers",
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The figure, its top left at the box's."""
        if self._shown is None:
            return Scene(())
        seconds = self.enter.duration_s or 1.0
        place = self._place(box, setting)
        figure, form, _ = self._fitted(place.number, setting)
        size = form.style.size
        x, y = box.x - _SIDE_BEARING * size, box.y + ASCENT * size
        full = shifted(figure.full, x, y)
        empty = tuple(faded(mark, 0.0) for mark in shifted(figure.empty, x, y))
        count = Timing(0.0, seconds, EASE_OUT)
        if place.aside is None:
            return Scene(full, empty, Timeline(count))
        beside = drawn_aside(place.shown, place.aside, place.size, setting, seconds)
        return scene([travelling(full, empty, count), *beside])

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of a hero, with what stands below it; a small one stays above."""
        if self.size != "hero" or self._shown is None:
            return box.height
        place = self._place(box, setting)
        below = place.aside.bottom - box.y if place.aside is not None else 0.0
        return min(box.height, max(below, self._height(place.number, setting)))

    @property
    def _shown(self) -> Quantity | None:
        """The figure; None where there is none yet."""
        return self._last(self.data)

    def _last(self, rows: Table) -> Quantity | None:
        """The figure that those rows give."""
        if self.value is not None or not self.y or self.y not in rows.columns:
            return self.value
        known = (one for one in reversed(rows.quantities(self.y)) if is_number(one))
        return next(known, None)

    def _height(self, box: Box, setting: Setting) -> float:
        """The height of the figure, with its unit where that stands below."""
        _, form, has_line_below = self._fitted(box, setting)
        size = form.style.size
        return _WITH_LINE_BELOW * size + _unit_grown(size, setting) if has_line_below else size

    def _aside(self) -> Aside:
        """What stands beside the figure."""
        quantities = self.data.quantities(self.y) if self.y in self.data.columns else ()
        values = tuple(one.value if one is not None else math.nan for one in quantities)
        parts = self.data.siblings() if self.y in self.data.columns else ()
        every = (one for part in parts for one in part.quantities(self.y or ""))
        others = tuple(one.value for one in every if one is not None)
        keeps_line = any(sum(map(is_number, part.quantities(self.y or ""))) > 1 for part in parts)
        return Aside(self.trend, self.trend_label, values, others, keeps_line)

    def _place(self, box: Box, setting: Setting) -> _Place:
        """Where the figure and what belongs to it stand: side by side, or one below the other.

        Where the figure would not be the largest, the line is left out, then the change.
        """
        whole = self._aside()
        for aside in (whole, replace(whole, values=(), keeps_line=False)):
            if not aside.is_empty:
                place = self._place_with(aside, box, setting)
                _, form, _ = self._fitted(place.number, setting)
                if form.style.size >= place.size:
                    return place
        return _Place(box)

    def _place_with(self, aside: Aside, box: Box, setting: Setting) -> _Place:
        """The same with all of `aside`."""
        size = size_in(min(box.height, _LARGEST_HERO[setting.shape]), setting)
        wide, high = needs(aside, size, setting)
        gap = _APART * size
        left = Box(box.x, box.y, max(1.0, box.width - wide - gap), box.height)
        upper = Box(box.x, box.y, box.width, max(1.0, box.height - high - gap))
        figure, form, _ = self._fitted(left, setting)
        _, lower, _ = self._fitted(upper, setting)
        if form.style.size >= _BESIDE_COSTS * lower.style.size:
            right = box.x + figure.width + gap
            top = box.y + (ASCENT - CAPITAL) * form.style.size
            foot = box.y + ASCENT * form.style.size
            return _Place(left, Box(right, top, box.right - right, foot - top), size, aside)
        y = min(box.y + self._height(upper, setting) + gap, box.bottom)
        return _Place(upper, Box(box.x, y, box.width, min(high, box.bottom - y)), size, aside)

    def _fitted(self, box: Box, setting: Setting) -> tuple[SetFigure, FigureForm, bool]:
        """The figure, its form, and whether its unit stands on a line below.

        In small charts all are as large as the smallest.
        """
        form, value = self._form(setting), self._shown or Quantity(0.0)
        fitted = self._fit(value, form, box, setting)
        for part in self.data.siblings():
            _, other, _ = self._fit(self._last(part) or value, form, box, setting)
            if other.style.size < fitted[1].style.size:
                smaller = form.scaled(other.style.size / form.style.size)
                fitted = self._fit(value, smaller, box, setting)
        return fitted

    def _fit(
        self, value: Quantity, form: FigureForm, box: Box, setting: Setting
    ) -> tuple[SetFigure, FigureForm, bool]:
        """The figure of a value, no larger than in `form`."""
        bare = set_figure("number", value, replace(form, has_unit=False), setting)
        whole = set_figure("number", value, form, setting)
        by_height = box.height / form.style.size
        beside = min(1.0, box.width / max(whole.width, 1.0), by_height)
        over_unit = _over_unit(box.height, setting) / form.style.size
        below = min(1.0, box.width / max(bare.width, 1.0), over_unit)
        is_wide = beside * whole.width > _WIDEST_BESIDE * box.width
        if setting.is_grown:  # the unit does not shrink with the number
            _, fitting = fitted_figure("number", value, form.scaled(beside), setting, box.width)
            beside = fitting.style.size / form.style.size
        least = below * (_BELOW_COSTS if setting.shape == "landscape" else 1 / _BELOW_COSTS)
        may_leave = any(
            isinstance(mark, Label) and mark.key == _UNIT and mark.text not in SIGNS
            for mark in whole.full
        )
        if may_leave and is_wide and beside < least:
            form = form.scaled(below)
            return _with_unit_below(value, form, setting, box.width), form, True
        figure, form = fitted_figure("number", value, form.scaled(beside), setting, box.width)
        return figure, form, False

    def _form(self, setting: Setting) -> FigureForm:
        """The form at its largest."""
        style = setting.style(self.size)
        if self.size == "hero":
            style = replace(style, size=setting.grown(_LARGEST_HERO[setting.shape]))
        colour = setting.accent if self.tone == "accent" else setting.theme.text
        return FigureForm(
            style, colour, setting.style("unit"), setting.theme.text, has_unit=self.unit
        )


def _unit_grown(size: float, setting: Setting) -> float:
    """How much larger the unit of a number of that size is than it would be beside others."""
    return max(0.0, setting.smallest - _UNIT_SIZE * size)


def _over_unit(height: float, setting: Setting) -> float:
    """The size of a number that takes so much height with its unit on a line below it."""
    size = height / _WITH_LINE_BELOW
    if _unit_grown(size, setting) > 0.0:
        size = (height - setting.smallest) / (_WITH_LINE_BELOW - _UNIT_SIZE)
    return max(1.0, size)


def _with_unit_below(
    value: Quantity, form: FigureForm, setting: Setting, width: float
) -> SetFigure:
    """The figure with its unit on a line of its own."""
    bare = set_figure("number", value, replace(form, has_unit=False), setting)
    whole = set_figure("number", value, form, setting)
    size = form.style.size
    below: tuple[Label, ...] = ()
    for mark in whole.full:
        if mark.key == _UNIT and isinstance(mark, Label):
            wide = setting.measure.advance(mark.text, mark.style)
            style = replace(mark.style, size=mark.style.size * min(1.0, width / max(wide, 1.0)))
            y = 0.39 * size + 0.8 * _unit_grown(size, setting)
            below = (replace(mark, x=_SIDE_BEARING * size, y=y, style=style),)
    return replace(bare, full=(*bare.full, *below), empty=(*bare.empty, *below))
