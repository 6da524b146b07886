"""One large figure that counts up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.base import Chart
from kiosk.charts.figures import ASCENT, SIGNS, FigureForm, fitted_figure, set_figure, shifted
from kiosk.data.quantity import Quantity
from kiosk.marks import Label
from kiosk.motion.blend import faded
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.options import option

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

# The theme's hero is the middle of a range.
_LARGEST_HERO = {"landscape": 400.0, "portrait": 560.0}
_SIDE_BEARING = 0.03  # em that a large figure is pulled left by, so that its stem meets the margin
_UNIT = "number/unit"
_WIDEST_BESIDE = 0.85  # of the width that number and unit may take before a line below is weighed
_BELOW_COSTS = 0.75  # how much smaller a number may become for having its unit beside it
_WITH_LINE_BELOW = 1.29  # em of number and unit below each other
_UNIT_SIZE = 0.2  # em of the number, unless that could not be read


@dataclass(frozen=True, kw_only=True)
class Number(Chart):
    """One figure, as large as it fits, that counts up to its value.

    It stands at the top left of its place. `300+` is shown for a figure that is more than 300.
    """

    chinese: ClassVar[str] = "一个尽量大的数字，从零数到它的值。"

    value: Quantity = option("The figure: `$fact`, or a number.", zh="数字：`$fact` 或一个数。")
    size: Literal["hero", "second"] = option(
        "`hero` fills its place; `second` is smaller.",
        "hero",
        zh="`hero` 占满位置，`second` 小一些。",
    )
    unit: bool = option("Whether its unit is shown.", zh="要不要显示单位。", default=True)
    tone: Literal["accent", "text"] = option("The figure's colour.", "accent", zh="数字的颜色。")

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The figure, its top left at the box's."""
        figure, form, _ = self._fitted(box, setting)
        size = form.style.size
        x, y = box.x - _SIDE_BEARING * size, box.y + ASCENT * size
        return Scene(
            full=shifted(figure.full, x, y),
            empty=tuple(faded(mark, 0.0) for mark in shifted(figure.empty, x, y)),
            timeline=Timeline(Timing(0.0, self.enter.duration_s or 1.0, EASE_OUT)),
        )

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of a hero, with its unit where that stands below; a small one stays above."""
        if self.size != "hero":
            return box.height
        _, form, has_line_below = self._fitted(box, setting)
        size = form.style.size
        if has_line_below:
            size = _WITH_LINE_BELOW * size + _unit_grown(size, setting)
        return min(box.height, size)

    def _fitted(self, box: Box, setting: Setting) -> tuple[SetFigure, FigureForm, bool]:
        """The figure, its form, and whether its unit stands on a line below."""
        form = self._form(setting)
        bare = set_figure("number", self.value, replace(form, has_unit=False), setting)
        whole = set_figure("number", self.value, form, setting)
        by_height = box.height / form.style.size
        beside = min(1.0, box.width / max(whole.width, 1.0), by_height)
        over_unit = _over_unit(box.height, setting) / form.style.size
        below = min(1.0, box.width / max(bare.width, 1.0), over_unit)
        is_wide = beside * whole.width > _WIDEST_BESIDE * box.width
        if setting.is_grown:  # the unit does not shrink with the number
            _, fitting = fitted_figure(
                "number", self.value, form.scaled(beside), setting, box.width
            )
            beside = fitting.style.size / form.style.size
        least = below * (_BELOW_COSTS if setting.shape == "landscape" else 1 / _BELOW_COSTS)
        may_leave = any(
            isinstance(mark, Label) and mark.key == _UNIT and mark.text not in SIGNS
            for mark in whole.full
        )
        if may_leave and is_wide and beside < least:
            form = form.scaled(below)
            return _with_unit_below(self.value, form, setting, box.width), form, True
        figure, form = fitted_figure("number", self.value, form.scaled(beside), setting, box.width)
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
