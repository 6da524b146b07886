"""Names and values one below another, each with the colour of its piece."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import hairlines
from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, fitted_figure, set_figure, value_form
from kiosk.charts.icons import circle
from kiosk.charts.labels import NameForm, name_marks, shared_size
from kiosk.geometry import Box
from kiosk.marks import Shape
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.rows import BarRow
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_LINE, _LEAST_LINE = 1.9, 1.4  # height of a row, in em
_DOT = 0.3  # radius, in em
_AFTER_DOT = 0.62  # in em
_GAP = 0.6  # between a name and its value, in em
_WIDEST_VALUE = 0.55  # of the list's width
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list. is_quiet: whether others are singled out."""

    row: BarRow
    colour: Colour
    is_quiet: bool


def list_height(count: int, setting: Setting) -> float:
    """The height of a list with so many rows."""
    return count * _LINE * setting.style("label").size


def list_width(rows: tuple[BarRow, ...], setting: Setting) -> float:
    """The width in which every name and value has room, at the size of labels."""
    style = setting.style("label")
    widest = 0.0
    for row in rows:
        wide = setting.measure.advance(row.name.in_language(setting.language), style)
        if row.quantity is not None:
            form = value_form(setting, style.size)
            figure = set_figure(f"value/{row.key}", row.quantity, form, setting)
            wide += _GAP * style.size + figure.width
        widest = max(widest, wide)
    return (2 * _DOT + _AFTER_DOT) * style.size + widest


def drawn_list(
    listed: tuple[Listed, ...], box: Box, setting: Setting, sweep: Timing
) -> list[Drawn]:
    """The list from the top of `box`, with hairlines between rows; the last have no room first."""
    style = setting.style("label")
    least = max(setting.smallest, 1.0)
    count = min(len(listed), int(box.height / (_LEAST_LINE * least)))
    if count < 1 or box.width < 4 * least:
        return []
    high = min(_LINE * style.size, box.height / count)
    size = max(least, min(style.size, high / _LEAST_LINE))
    size = _shared_size(listed[:count], box.width, size, setting)
    theme = setting.theme
    drawn: list[Drawn] = []
    for number, one in enumerate(listed[:count]):
        begins = Timing(sweep.delay_s + 0.6 * sweep.duration_s * number / count, _FADE_S)
        place = Box(box.x, box.y + number * high, box.width, high)
        drawn += _drawn_row(one, place, size, setting, begins)
    if count > 1:
        rules = tuple(
            (f"rule/{number}", (box.x, y, box.right, y))
            for number in range(1, count)
            for y in (box.y + number * high,)
        )
        drawn.append(fading((hairlines("rules", rules, theme.line),), Timing(0.0, _FADE_S)))
    return drawn


def _shared_size(listed: tuple[Listed, ...], width: float, size: float, setting: Setting) -> float:
    """The size in which each name has room before its value; `size` at most."""
    style = replace(setting.style("label"), size=size)
    free = width - (2 * _DOT + _AFTER_DOT) * size
    wanted: list[tuple[str, float]] = []
    for one in listed:
        room, quantity = free, one.row.quantity
        if quantity is not None:
            form = value_form(setting, size)
            figure, _ = fitted_figure("value", quantity, form, setting, _WIDEST_VALUE * width)
            room -= figure.width + _GAP * size
        wanted.append((one.row.name.in_language(setting.language), room))
    return shared_size(wanted, style, setting)


def _drawn_row(
    one: Listed, place: Box, size: float, setting: Setting, begins: Timing
) -> list[Drawn]:
    """A dot, a name, and a value that ends at the right."""
    theme, key = setting.theme, one.row.key
    baseline = place.y + (place.height + CAPITAL * size) / 2
    colour = theme.quiet if one.is_quiet else theme.text
    drawn: list[Drawn] = []
    right = place.right
    if one.row.quantity is not None:
        form = replace(value_form(setting, size), colour=colour)
        figure, _ = fitted_figure(
            f"value/{key}", one.row.quantity, form, setting, _WIDEST_VALUE * place.width
        )
        at = (right - figure.width, baseline)
        drawn.append(counting(figure, at, at, Timing(begins.delay_s, 0.8, EASE_OUT)))
        right -= figure.width + _GAP * size
    middle = (place.x + _DOT * size, baseline - CAPITAL / 2 * size)
    dot = Shape(f"dot/{key}", circle(0, 0, _DOT * size), *middle, fill=one.colour)
    x = place.x + (2 * _DOT + _AFTER_DOT) * size
    names = name_marks(
        f"name/{key}", one.row.name, x, baseline, right - x,
        NameForm(size, colour, theme.quiet, shared=size), setting,
    )  # fmt: skip
    return [fading((dot, *names), begins), *drawn]
