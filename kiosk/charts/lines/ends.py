"""What stands at the right ends of lines: names, and the lit one's value. No legend is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import common_unit, fitted_figure, set_figure, value_form
from kiosk.charts.labels import fitted, in_height
from kiosk.charts.lines.spacing import Slot, are_too_many, spaced
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.figures import SetFigure
    from kiosk.charts.lines.series import Series
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_VALUE = 72.0
_MIDDLE = 0.3635  # of an em: half a capital's height
_LINE = 1.25  # from one baseline to the next, in em
_BELOW, _BELOW_TIGHT = 0.3, 0.15  # of a letter, below its baseline, in em
_GAP = 8.0  # between what stands at two lines
_LIT_WEIGHT = 40.0  # the lit one yields so much less than the others
_LINES = 2  # of a name
_HIGHEST = 0.7  # of the chart: where the lit one would be higher, its value stands alone
_WIDE = 0.2  # of the chart: where a value with its unit takes more, the unit stands below it


@dataclass(frozen=True, slots=True)
class End:
    """What stands at one line's end, its left edge at x = 0, the line's height at y = 0.

    above, below: how far it reaches. figure: its value, on the baseline `figure_y`. names: its unit
    where that has no room beside it, and the line's name.
    """

    key: str
    is_lit: bool
    figure: SetFigure | None
    figure_y: float
    names: tuple[Label, ...]
    width: float
    above: float
    below: float


def end_of(
    series: Series, box: Box, room: float, ink: Colour, setting: Setting, *,
    is_tight: bool = False, has_name: bool = True,
) -> End:  # fmt: skip
    """The end of `series` in a chart in `box`, at most `room` wide. ink: of its name.

    is_tight: where type has grown, in the smallest that can be read. has_name: whether the name
    stands there too.
    """
    figure, unit, high = None, "", 0.0
    if series.is_lit:
        largest = setting.smallest if is_tight else setting.grown(_VALUE)
        figure, unit, high = _value(series, largest, box, room, setting)
    style = setting.style("label")
    size = min(style.size, setting.smallest) if is_tight else style.size
    style = replace(style, size=in_height(size, box.height, 1 / 6, setting))
    small = setting.style("caption")
    small = replace(small, size=min(small.size, style.size))
    theme, top = setting.theme, high / 2
    name = series.name.in_language(setting.language) if has_name else ""
    labels: list[Label] = []
    width = figure.width if figure else 0.0
    y = top
    for part, text, look, colour in (
        ("unit", unit, small, theme.quiet),
        ("name", name, style, ink),
    ):
        lines, set_in = fitted(text, look, room, setting, _LINES)
        for number, line in enumerate(lines):
            y += (_LINE if labels or figure else 2 * _MIDDLE) * set_in.size
            key = f"{part}/{series.key}/{number}"
            labels.append(Label(key, line, 0.0, y, set_in, colour))
            width = max(width, setting.measure.advance(line, set_in))
    under = _BELOW_TIGHT if is_tight else _BELOW
    below = y + under * labels[-1].style.size if labels else y
    if figure and below + top > _HIGHEST * box.height:
        return End(series.key, series.is_lit, figure, top, (), figure.width, top, top)
    if figure:
        return End(series.key, series.is_lit, figure, top, tuple(labels), width, top, below)
    middle = y / 2
    names = tuple(replace(label, y=label.y - middle) for label in labels)
    return End(series.key, series.is_lit, None, 0.0, names, width, middle, below - middle)


def _value(
    series: Series, largest: float, box: Box, room: float, setting: Setting
) -> tuple[SetFigure, str, float]:
    """The last value, its unit where that stands below it, and the height of its figures."""
    quantity, key = series.last, f"value/{series.key}"
    form = value_form(setting, min(largest, box.height / 4))
    unit = common_unit([quantity], setting.language) or ""
    is_below = len(unit) > 1 and set_figure(key, quantity, form, setting).width > _WIDE * box.width
    form = replace(form, has_unit=not is_below)
    figure, form = fitted_figure(key, quantity, form, setting, room)
    return figure, unit if is_below else "", 2 * _MIDDLE * form.style.size


def are_crowded(ends: Sequence[End], top: float, bottom: float) -> bool:
    """Whether the ends have no room one below another."""
    return are_too_many([_slot(end, 0.0) for end in ends], top, bottom, _GAP)


def spread(
    ends: Sequence[End], heights: Sequence[float], top: float, bottom: float
) -> dict[str, float]:
    """The heights at which ends stand so that none meets another, by key.

    heights: those of their lines. Ends are moved as little as may be; where they do not fit, those
    that are not lit are left out, the last first.
    """
    slots = [_slot(end, y) for end, y in zip(ends, heights, strict=True)]
    return spaced(slots, top, bottom, _GAP)


def _slot(end: End, y: float) -> Slot:
    """What it takes of the height."""
    return Slot(end.key, y, end.above, end.below, _LIT_WEIGHT if end.is_lit else 1.0)
