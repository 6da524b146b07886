"""What stands in a box: its name and its value, as far as they have room."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import CAPITAL, FigureForm, set_figure, shifted
from kiosk.charts.labels import fitted, is_whole
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.charts.rows import BarRow
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_NAME = 40.0  # logical units an em, of the largest
_SHARE = 0.14  # of the side of a square as large as the box, of a name
_VALUE = 1.5  # of a name
_LINE = 1.25  # from one line of a name to the next, in em
_EDGE, _LEAST_EDGE = 0.55, 8.0  # around the text: in em, and logical units
_WIDE_ENOUGH = 8.0  # em: the room that holds enough of a name that is cut
_LINES, _LEAST_LINE = 2, 2  # of a name, and characters of each where it is broken


@dataclass(frozen=True, slots=True)
class _Room:
    """Where text may stand in a box."""

    x: float
    y: float
    width: float
    height: float


def words_in(row: BarRow, box: Box, ink: Colour, setting: Setting) -> Marks:
    """The name at the upper left of `box` and the value below it.

    The value is left out where it has no room, then the name; neither is cut, but a name in a wide
    box that holds much of it.
    """
    least = setting.smallest + 2 * _LEAST_EDGE
    if min(box.width, box.height) < least or not row.name.versions:
        return ()
    side = math.sqrt(box.width * box.height)
    size = min(setting.grown(_NAME), max(setting.smallest, _SHARE * side))
    for scale in (size, (size + setting.smallest) / 2, setting.smallest):
        room = _room(box, scale)
        names, used = _name(row, room, scale, ink, setting)
        if names:
            return (*names, *_value(row, room, used, scale, ink, setting))
    room = _room(box, setting.smallest)
    if room.width < _WIDE_ENOUGH * setting.smallest:
        return ()
    names, used = _name(row, room, setting.smallest, ink, setting, may_cut=True)
    return (*names, *_value(row, room, used, setting.smallest, ink, setting)) if names else ()


def _room(box: Box, size: float) -> _Room:
    """What is inside the edges around text of that size."""
    edge = max(_LEAST_EDGE, min(_EDGE * size, 0.1 * box.width))
    return _Room(box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge)


def _name(
    row: BarRow, room: _Room, size: float, ink: Colour, setting: Setting, *, may_cut: bool = False
) -> tuple[tuple[Label, ...], float]:
    """The lines of the name, and the height they take; none where it does not fit.

    may_cut: whether it ends with an ellipsis where it does not fit whole.
    """
    style = replace(setting.style("label"), size=size)
    text = row.name.in_language(setting.language)
    lines, style = fitted(text, style, room.width, setting, _LINES, may_shrink=False)
    used = (CAPITAL + _LINE * (len(lines) - 1)) * style.size
    is_torn = len(lines) > 1 and min(map(len, lines)) < _LEAST_LINE
    is_shown = bool(lines) and (may_cut or is_whole(lines, text))
    if not is_shown or is_torn or used > room.height:
        return (), 0.0
    return tuple(
        Label(
            f"name/{row.key}/{number}", line, room.x,
            room.y + (CAPITAL + _LINE * number) * style.size, style, ink,
        )
        for number, line in enumerate(lines)
    ), used  # fmt: skip


def _value(
    row: BarRow, room: _Room, used: float, size: float, ink: Colour, setting: Setting
) -> Marks:
    """The value below a name so high, with its unit or without it."""
    figure, high = _figure(row, room.width, size, ink, setting)
    drop = used + 0.55 * size + high
    if figure is None or drop > room.height:
        return ()
    return shifted(figure.full, room.x, room.y + drop)


def _figure(
    row: BarRow, width: float, size: float, ink: Colour, setting: Setting
) -> tuple[SetFigure | None, float]:
    """The value, at most `width` wide, and the height of its digits."""
    if row.quantity is None:
        return None, 0.0
    for scale in (_VALUE * size, size):
        style = replace(setting.style("value"), size=scale)
        small = setting.style("caption")
        unit_size = max(0.5, min(1.0, setting.smallest / scale))
        form = FigureForm(style, ink, small, ink, unit_size)
        figure = set_figure(f"value/{row.key}", row.quantity, form, setting)
        if figure.width <= width:
            return figure, CAPITAL * scale
    return None, 0.0
