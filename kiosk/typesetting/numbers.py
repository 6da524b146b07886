"""Sets a quantity: its number, bound and unit on one baseline, or the unit below the number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.marks import Align, Figure, Label, Marks, figure_text
from kiosk.theme import is_chinese
from kiosk.typesetting.paragraphs import SMALLEST, baseline

if TYPE_CHECKING:
    from kiosk.data.quantity import Printed
    from kiosk.geometry import Box
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_PULL = 0.03  # em that a figure is pulled left by, so that its stem stands on the margin
_GAP = 0.095  # em between the number and its unit
_UNIT = 0.2  # em of a large number, its unit's size
_PERCENT = 0.474
_PLUS = 0.607  # of a large number's size, the raised + of "more than"
_PLUS_RISE = 0.255  # em
_LARGE = 120.0  # logical units; from here on a number is a figure of the page, not of a chart
_STACKED = 0.78  # share of a box's height that the number takes with its unit below it


@dataclass(frozen=True, slots=True)
class SetNumber:
    """A number in place: the figure (`key`), its bound (`key-bound`) and unit (`key-unit`)."""

    marks: Marks
    width: float


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a number is set. quiet: the colour of a small number's unit.

    sign: written before it, as the + of growth.
    """

    style: TextStyle
    colour: Colour
    quiet: Colour
    sign: str = ""

    @property
    def is_large(self) -> bool:
        """Whether it is a figure of the page: raised +, units of the serif in its colour."""
        return self.style.size >= _LARGE

    @property
    def gap(self) -> float:
        """The space between number and unit."""
        return max(10.0, _GAP * self.style.size)


def number_at(
    printed: Printed, x: float, y: float, style: NumberStyle, setting: Setting,
    key: str = "value", align: Align = "left",
) -> SetNumber:  # fmt: skip
    """`printed` with its number's baseline at `y`; `align` says which of its sides is at `x`.

    Aligned to the left, its first stem stands at `x`.
    """
    marks, width = _laid_out(printed, y, style, setting, key)
    pull = -_PULL * style.style.size if align == "left" else 0.0
    shift = {"left": 0.0, "centre": -width / 2, "right": -width}[align]
    return SetNumber(tuple(replace(mark, x=mark.x + x + shift + pull) for mark in marks), width)


def number_in_box(
    printed: Printed, box: Box, style: NumberStyle, setting: Setting, key: str = "value"
) -> SetNumber:
    """`printed` at the left of `box`, as large as it fits: a hero figure.

    It is as high as the box; where it is larger with its unit below it, the unit goes there.
    """
    inline = _size_for(printed, box, style, setting, 1.0)
    bare = replace(printed, unit="")
    stacked = _size_for(bare, box, style, setting, _STACKED) if printed.unit else 0.0
    if stacked <= inline or printed.unit == "%":
        at_size = replace(style, style=replace(style.style, size=inline, line=1.0))
        return number_at(printed, box.x, baseline(at_size.style, box.y), at_size, setting, key)
    at_size = replace(style, style=replace(style.style, size=stacked, line=1.0))
    number = number_at(bare, box.x, baseline(at_size.style, box.y), at_size, setting, key)
    below = replace(unit_style(printed.unit, at_size, setting), line=1.0)
    top = box.y + stacked + max(0.0, box.height - stacked - below.size)
    unit = Label(f"{key}-unit", printed.unit, box.x, baseline(below, top), below, style.colour)
    width = max(number.width, setting.measure.advance(printed.unit, below))
    return SetNumber((*number.marks, unit), width)


def unit_style(unit: str, style: NumberStyle, setting: Setting) -> TextStyle:
    """The style of `unit` beside a number of that style."""
    size = style.style.size
    if unit == "%":
        return replace(style.style, size=_PERCENT * size, spacing=0.0)
    smallest = SMALLEST * setting.type_factor
    unit_size = max(_UNIT * size, min(setting.style("unit").size, 0.42 * size), smallest)
    is_plain = size <= 80 * setting.type_factor
    return replace(setting.style("label" if is_plain else "unit"), size=unit_size)


def _size_for(
    printed: Printed, box: Box, style: NumberStyle, setting: Setting, share: float
) -> float:
    """The size at which `printed` fills `share` of the box's height, or less to fit its width."""
    tall = box.height * share
    at_size = replace(style, style=replace(style.style, size=tall))
    _, width = _laid_out(printed, 0.0, at_size, setting, "")
    return tall * min(1.0, box.width / width)


def _laid_out(
    printed: Printed, y: float, style: NumberStyle, setting: Setting, key: str
) -> tuple[tuple[Label | Figure, ...], float]:
    """The number's marks from x = 0 on, and where they end."""
    advance = setting.measure.advance
    marks: list[Label | Figure] = []
    x = 0.0
    if printed.bound == "about":
        word = "约" if is_chinese(setting.language) else "about"
        about = unit_style(word, style, setting)
        marks.append(Label(f"{key}-bound", word, x, y, about, style.colour))
        x += advance(word, about) + style.gap
    number, width = _number(printed, x, y, style, setting, key)
    marks.append(number)
    x += width
    if printed.bound == "over":
        small = style.is_large
        plus = replace(style.style, size=style.style.size * (_PLUS if small else 1.0))
        lift = _PLUS_RISE * style.style.size if small else 0.0
        marks.append(Label(f"{key}-bound", "+", x, y - lift, plus, style.colour))
        x += advance("+", plus)
    if printed.unit:
        of_unit = unit_style(printed.unit, style, setting)
        is_close = printed.unit == "%"
        x += 0.04 * style.style.size if is_close else style.gap
        colour = style.colour if is_close or style.is_large else style.quiet
        marks.append(Label(f"{key}-unit", printed.unit, x, y, of_unit, colour))
        x += advance(printed.unit, of_unit)
    return tuple(marks), x


def _number(
    printed: Printed, x: float, y: float, style: NumberStyle, setting: Setting, key: str
) -> tuple[Label | Figure, float]:
    """The number alone, from `x` on, and its width."""
    if printed.text:
        loose = replace(style.style, spacing=-0.02)
        label = Label(key, printed.text, x, y, loose, style.colour)
        return label, setting.measure.advance(printed.text, loose)
    figure = Figure(
        key, printed.value, x, y, style.style, style.colour,
        printed.decimals, printed.grouped, style.sign, align="left",
    )  # fmt: skip
    return figure, setting.measure.advance(figure_text(figure), style.style)
