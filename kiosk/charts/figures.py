"""A quantity as a counting figure with its bound and unit, set on one baseline."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.data.manner import manner_of
from kiosk.data.quantity import Printed, printed
from kiosk.marks import Figure, Label, figure_text
from kiosk.theme import is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.data.quantity import Quantity
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

CAPITAL = 0.727  # height of a figure, in em
ASCENT = 0.864  # from the top of a line of one em to its baseline, in em
_RAISED_SIZE = 0.607  # of a raised sign, in em of the number
_RAISE = 0.255  # how far its baseline lies above the number's, in em of the number
_PERCENT_SIZE = 0.474  # in em of the number
_SPACING_AT_SLASH = 0.0  # em; large figures are set tighter than a slash allows
_MISSING = "\N{EN DASH}"
_LARGEST = 1e15  # what is larger is written as a power of ten
SIGNS = frozenset({"%", "‰"})  # units that belong to the number and never leave it


@dataclass(frozen=True, slots=True)
class FigureForm:
    """How a figure looks.

    unit_size: of the unit, in em of the number, or more where it could not be read. unit_style: the
    style it is set in, its size apart. has_unit: whether it is shown.
    """

    style: TextStyle
    colour: Colour
    unit_style: TextStyle
    unit_colour: Colour
    unit_size: float = 0.2
    has_unit: bool = True

    def scaled(self, factor: float) -> FigureForm:
        """The same form, `factor` times as large."""
        return replace(self, style=replace(self.style, size=self.style.size * factor))


@dataclass(frozen=True, slots=True)
class SetFigure:
    """A figure's marks with the left edge at x = 0 and the baseline at y = 0.

    full: counted to the end. empty: before it counts. width: of everything, settled.
    """

    full: tuple[Label | Figure, ...]
    empty: tuple[Label | Figure, ...]
    width: float


def value_form(setting: Setting, size: float) -> FigureForm:
    """The value at a mark's end, its unit no smaller than what can be read. size: logical units."""
    style = replace(setting.style("value"), size=size)
    theme = setting.theme
    unit_size = max(0.444, min(1.0, setting.smallest / max(size, 1e-6)))
    return FigureForm(style, theme.text, setting.style("caption"), theme.quiet, unit_size)


def set_figure(
    key: str, quantity: Quantity, form: FigureForm, setting: Setting, start: float = 0.0
) -> SetFigure:
    """`quantity` as a figure whose marks' keys begin with `key`.

    It keeps its settled width while it counts from `start`, and ends at the right edge of that.
    """
    shown = _shown(quantity, setting.language)
    marks: list[Label | Figure] = []
    x = 0.0
    if shown.bound == "about":
        sign = _about(key, form, setting)
        marks.append(sign)
        x += setting.measure.advance(sign.text, sign.style) + 0.06 * form.style.size
    is_sign_first = shown.unit in SIGNS and manner_of(setting.language).is_sign_first
    if is_sign_first and form.has_unit:
        sign = _unit(key, shown.unit, x, form, setting)
        marks.append(sign)
        x = sign.x + setting.measure.advance(sign.text, sign.style) + 0.04 * form.style.size
    number = _number(key, shown, form)
    x += setting.measure.advance(_text(number), number.style)
    marks.append(_held_right(number, x))
    if shown.bound == "over":
        plus = Label(
            f"{key}/bound", "+", x + 0.014 * form.style.size, -_RAISE * form.style.size,
            replace(form.style, size=_read(form.style.size * _RAISED_SIZE, form, setting)),
            form.colour,
        )  # fmt: skip
        marks.append(plus)
        x = plus.x + setting.measure.advance("+", plus.style)
    if form.has_unit and shown.unit and not is_sign_first:
        unit = _unit(key, shown.unit, x, form, setting)
        marks.append(unit)
        x = unit.x + setting.measure.advance(unit.text, unit.style)
    full = tuple(marks)
    empty = tuple(replace(m, value=start) if isinstance(m, Figure) else m for m in full)
    return SetFigure(full, empty, x)


def fitted_figure(
    key: str, quantity: Quantity, form: FigureForm, setting: Setting, width: float
) -> tuple[SetFigure, FigureForm]:
    """`quantity` as a figure at most `width` wide, and the form, made smaller where needed."""
    figure = set_figure(key, quantity, form, setting)
    for _ in range(3):  # gaps and the smallest units do not shrink in proportion
        if figure.width <= width:
            break
        form = form.scaled(max(width, 1.0) / figure.width)
        figure = set_figure(key, quantity, form, setting)
    return figure, form


def shifted(marks: tuple[Label | Figure, ...], dx: float, dy: float) -> Marks:
    """Labels and figures `dx` to the right and `dy` down."""
    return tuple(replace(mark, x=mark.x + dx, y=mark.y + dy) for mark in marks)


def is_number(quantity: Quantity | None) -> bool:
    """Whether there is a value that can be drawn: a feed may hold none, or no number."""
    return quantity is not None and math.isfinite(quantity.value)


def common_unit(quantities: Iterable[Quantity], language: str) -> str | None:
    """The unit that all of them are printed with; None where they differ (辆 and 万辆)."""
    units = {_shown(quantity, language).unit for quantity in quantities if is_number(quantity)}
    return units.pop() if len(units) == 1 else None


def _shown(quantity: Quantity, language: str) -> Printed:
    """The quantity as `language` prints it; a dash where there is no number to print."""
    if quantity.text or is_number(quantity):
        return printed(quantity, language)
    return Printed(0.0, 0, grouped=False, unit="", bound="exact", text=_MISSING)


def _number(key: str, shown: Printed, form: FigureForm) -> Label | Figure:
    """What stands for the number, at x = 0."""
    spacing = _SPACING_AT_SLASH if "/" in shown.text else form.style.spacing
    style = replace(form.style, tabular=not shown.text, spacing=spacing)
    if shown.text or not math.isfinite(shown.value):
        return Label(key, shown.text or _MISSING, 0.0, 0.0, style, form.colour)
    if abs(shown.value) >= _LARGEST:
        return Label(key, f"{shown.value:.3g}", 0.0, 0.0, style, form.colour)
    prefix = shown.numerals.plus if shown.is_signed and shown.value > 0 else ""
    return Figure(
        key, shown.value, 0.0, 0.0, style, form.colour, shown.decimals, shown.grouped, prefix,
        numerals=shown.numerals,
    )  # fmt: skip


def _text(number: Label | Figure) -> str:
    """The characters it shows."""
    return figure_text(number) if isinstance(number, Figure) else number.text


def _held_right(number: Label | Figure, right: float) -> Label | Figure:
    """The number, ending at `right`."""
    return replace(number, x=right, align="right")


def _read(size: float, form: FigureForm, setting: Setting) -> float:
    """`size` beside the number, or more where it could not be read, but not more than its own."""
    return max(size, min(setting.smallest, form.style.size))


def _about(key: str, form: FigureForm, setting: Setting) -> Label:
    """The small word or sign before a number that is not exact."""
    if is_chinese(setting.language):
        size = _read(form.style.size * form.unit_size, form, setting)
        style = replace(form.unit_style, size=size)
        about = manner_of(setting.language).about
        return Label(f"{key}/bound", about, 0.0, 0.0, style, form.unit_colour)
    style = replace(form.style, size=_read(form.style.size * _RAISED_SIZE, form, setting))
    return Label(f"{key}/bound", "\N{ALMOST EQUAL TO}", 0.0, 0.0, style, form.colour)


def _unit(key: str, unit: str, x: float, form: FigureForm, setting: Setting) -> Label:
    """The unit right of `x`; a percent sign belongs to the number and looks like it."""
    size = form.style.size
    if unit in SIGNS:
        style = replace(form.style, size=_read(size * _PERCENT_SIZE, form, setting))
        gap = manner_of(setting.language).sign_gap
        x += setting.measure.advance(gap, style) if gap else 0.04 * size
        return Label(f"{key}/unit", unit, x, 0.0, style, form.colour)
    style = replace(form.unit_style, size=_read(size * form.unit_size, form, setting))
    return Label(f"{key}/unit", unit, x + min(24.0, 0.13 * size), 0.0, style, form.unit_colour)
