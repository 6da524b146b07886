"""What is written at the axes of a web: a name and, of one thing, its value."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import FigureForm, set_figure
from kiosk.charts.labels import fitted, in_height
from kiosk.charts.webs.web import Tag
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.theme import text_style
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.figures import SetFigure
    from kiosk.data.quantity import Quantity
    from kiosk.geometry import Box
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_WIDEST = 0.26  # of the box, a name
_MOST = 40  # names; of more axes every second, third … has one
_NEXT = 0.45  # between a name and a value beside it, in em
_LINE = 1.12  # from a name to a value below it, in em
_HIGH = 0.98  # of a line, in em
_BASELINE = 0.84  # of a line, from its top, in em


@dataclass(frozen=True, slots=True)
class Written:
    """What is written at one axis. name: None where nothing is."""

    name: Label | None
    name_width: float
    figure: SetFigure | None
    size: float

    def tag(self, *, stacked: bool) -> Tag:
        """Its size, with the value below the name or beside it."""
        if self.name is None:
            return Tag(0.0, 0.0)
        high = _HIGH * self.size
        if self.figure is None:
            return Tag(self.name_width, high)
        if stacked:
            return Tag(max(self.name_width, self.figure.width), high + _LINE * self.size)
        return Tag(self.name_width + _NEXT * self.size + self.figure.width, high)


def written_at(
    keys: Sequence[str], names: Sequence[str], values: Sequence[Quantity | None], box: Box,
    setting: Setting, *, is_small: bool = False,
) -> tuple[Written, ...]:  # fmt: skip
    """What is written at each axis, as small as can be read where `is_small` asks for that.

    keys: of the axes. values: those of the one thing that says its own, or None.
    """
    style = setting.style("label")
    if is_small:
        style = replace(style, size=min(style.size, setting.smallest))
    size = in_height(style.size, box.height, 0.12, setting)
    step = max(1, math.ceil(len(names) / _MOST))
    style = replace(style, size=size)
    return tuple(
        _written(key, name, value, style, box, setting)
        if axis % step == 0
        else Written(None, 0.0, None, size)
        for axis, (key, name, value) in enumerate(zip(keys, names, values, strict=True))
    )


def _written(
    key: str, name: str, value: Quantity | None, style: TextStyle, box: Box, setting: Setting
) -> Written:
    """A name, and a value in the same size."""
    theme = setting.theme
    lines, set_in = fitted(name, style, _WIDEST * box.width, setting)
    if not lines:
        return Written(None, 0.0, None, style.size)
    ink = theme.text if value is None else theme.quiet
    label = Label(f"x/{key}", lines[0], 0.0, 0.0, set_in, ink)
    figure = None
    if value is not None:
        digits = replace(text_style("value", setting.language), size=style.size, spacing=0.0)
        small = setting.style("caption")
        form = FigureForm(digits, theme.text, small, theme.quiet, unit_size=0.75)
        figure = set_figure(f"value/{key}", value, form, setting)
    return Written(label, setting.measure.advance(lines[0], set_in), figure, style.size)


def drawn_tag(
    written: Written, place: Box, way: float, arrive: Timing, *, stacked: bool
) -> list[Drawn]:
    """It in its place. way: -1 where the axis points to the left, 1 to the right, 0 up or down."""
    if written.name is None:
        return []
    y = place.y + _BASELINE * written.size
    figure = written.figure
    if figure is None:
        return [fading((replace(written.name, x=place.x, y=y),), arrive)]
    name_x, figure_x, figure_y = place.x, place.right - figure.width, y
    if stacked:
        room = place.width - written.name_width, place.width - figure.width
        share = (1.0 - way) / 2  # of the free room that lies left: none beside the right half
        name_x, figure_x = place.x + share * room[0], place.x + share * room[1]
        figure_y = y + _LINE * written.size
    count = Timing(arrive.delay_s, 0.8, EASE_OUT)
    return [
        fading((replace(written.name, x=name_x, y=y),), arrive),
        counting(figure, (figure_x, figure_y), (figure_x, figure_y), count),
    ]
