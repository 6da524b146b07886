"""What stands beside a large figure: its change with an arrow, and a small line of how it came."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading, travelling
from kiosk.charts.figures import CAPITAL, FigureForm, fitted_figure, is_number
from kiosk.charts.labels import fitted
from kiosk.charts.numbers.spark import drawn_spark
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box
from kiosk.marks import Label, Shape
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.data.quantity import Quantity
    from kiosk.marks import Marks
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_SIZE = 0.28  # of the height of the whole: the change
_ARROW, _AFTER_ARROW = 0.52, 0.24  # of the change's size: an arrow's width, and what follows it
_NAME = 0.6  # of the change's size: the name's, where that can be read
_NAME_GAP = 0.55  # in em of the name, between it and the change
_NAME_ABOVE = 0.8  # in em of the name, between its baseline and the change's capitals
_SPARK_GAP = 28.0  # between the line and what is below it, logical units
_SPARK_HIGH, _SPARK_WIDE = 150.0, 420.0
_LEAST_SPARK = 24.0
_UP = "M0,1 L0.5,0 L1,1 Z"
_DOWN = "M0,0 L1,0 L0.5,1 Z"
_LEVEL = "M0,0.38 L1,0.38 L1,0.62 L0,0.62 Z"
_ARRIVE_S = 0.5


@dataclass(frozen=True, slots=True)
class Aside:
    """A change, what it is measured against, and values over time, NaN where one is missing.

    others: values of other lines that have the same scale. keeps_line: whether one of those
    figures has a line, so that all leave room for one.
    """

    change: Quantity | None
    name: Text = NO_TEXT
    values: tuple[float, ...] = ()
    others: tuple[float, ...] = ()
    keeps_line: bool = False

    @property
    def has_line(self) -> bool:
        """Whether there are two values between which a line can be drawn."""
        return sum(map(math.isfinite, self.values)) > 1

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.change is None and not self.has_line and not self.keeps_line


NO_ASIDE = Aside(None)


def size_in(height: float, setting: Setting) -> float:
    """The size of a change beside a figure in a place of that height."""
    return max(setting.smallest, min(setting.style("second").size, _SIZE * height))


def needs(aside: Aside, size: float, setting: Setting) -> tuple[float, float]:
    """The width and height that it takes at that size, the name above its change."""
    wide = high = 0.0
    if aside.change is not None:
        figure, _ = _figure(aside.change, size, math.inf, setting)
        wide = (_ARROW + _AFTER_ARROW) * size + figure.width
        high = CAPITAL * size
        if aside.name.versions:
            name = _name_style(size, setting)
            text = aside.name.in_language(setting.language)
            wide = max(wide, setting.measure.advance(text, name))
            high += (_NAME_ABOVE + 1.0) * name.size
    if aside.has_line or aside.keeps_line:
        wide = max(wide, setting.grown(_SPARK_WIDE))
        high += _SPARK_HIGH + (_SPARK_GAP if high else 0.0)
    return wide, high


def drawn_aside(
    aside: Aside, box: Box, size: float, setting: Setting, seconds: float
) -> list[Drawn]:
    """All of it on the lower side of `box`; the change comes as the figure has counted."""
    drawn: list[Drawn] = []
    bottom = box.bottom
    if aside.change is not None:
        pieces, bottom = _drawn_change(aside.change, aside.name, box, size, setting, seconds)
        drawn += pieces
        bottom -= _SPARK_GAP
    high = min(_SPARK_HIGH, bottom - box.y)
    if aside.has_line and high >= _LEAST_SPARK:
        wide = min(box.width, setting.grown(_SPARK_WIDE))
        place = Box(box.x, bottom - high, wide, high)
        drawn += drawn_spark(aside.values, aside.others, place, setting, Timing(0.0, seconds))
    return drawn


def _drawn_change(
    change: Quantity, name: Text, box: Box, size: float, setting: Setting, seconds: float
) -> tuple[list[Drawn], float]:
    """The arrow, the change and its name on the foot of `box`, and where they end above."""
    before = (_ARROW + _AFTER_ARROW) * size
    figure, form = _figure(change, size, max(1.0, box.width - before), setting)
    size = form.style.size
    before = (_ARROW + _AFTER_ARROW) * size
    if before + figure.width > box.width + 1.0 or CAPITAL * size > box.height:
        return [], box.bottom
    begins = Timing(0.6 * seconds, _ARRIVE_S)
    at = (box.x + before, box.bottom)
    drawn = [
        _drawn_arrow(change, box.x, box.bottom, size, setting, begins),
        counting(figure, at, at, Timing(begins.delay_s, _ARRIVE_S, EASE_OUT)),
    ]
    top = box.bottom - CAPITAL * size
    labels, top = _name(name, (box.x + before + figure.width, top), size, box, setting)
    return [*drawn, fading(labels, begins)], top


def _figure(
    change: Quantity, size: float, width: float, setting: Setting
) -> tuple[SetFigure, FigureForm]:
    """The change without its sign, which the arrow says."""
    theme = setting.theme
    style = replace(setting.style("second"), size=size)
    form = FigureForm(style, theme.text, setting.style("caption"), theme.text, unit_size=0.4)
    bare = replace(change, value=abs(change.value), is_signed=False)
    return fitted_figure("trend", bare, form, setting, width)


def _drawn_arrow(
    change: Quantity, x: float, baseline: float, size: float, setting: Setting, begins: Timing
) -> Drawn:
    """A triangle that points up or down and arrives from there; a bar where nothing changed."""
    value = change.value if is_number(change) else 0.0
    path = _UP if value > 0.0 else _DOWN if value < 0.0 else _LEVEL
    wide = _ARROW * size
    y = baseline - (CAPITAL * size + wide) / 2
    arrow = Shape("trend/arrow", path, x, y, wide, fill=setting.accent)
    way = math.copysign(0.3 * size, value) if value else 0.0
    return travelling((arrow,), (replace(arrow, y=y + way, opacity=0.0),), begins)


def _name_style(size: float, setting: Setting) -> TextStyle:
    """The style of the name beside a change of that size."""
    style = setting.style("label")
    return replace(style, size=max(setting.smallest, min(style.size, _NAME * size)))


def _name(
    name: Text, end: tuple[float, float], size: float, box: Box, setting: Setting
) -> tuple[Marks, float]:
    """What the change is measured against: right of it, else above. end: its right, its top."""
    style, theme = _name_style(size, setting), setting.theme
    text = name.in_language(setting.language)
    right, top = end
    x = right + _NAME_GAP * style.size
    if text and x + setting.measure.advance(text, style) <= box.right:
        return (Label("trend/name", text, x, box.bottom, style, theme.quiet),), top
    baseline = top - _NAME_ABOVE * style.size
    lines, style = fitted(text, style, box.width, setting)
    if not lines or baseline - style.size < box.y:
        return (), top
    return (
        (Label("trend/name", lines[0], box.x, baseline, style, theme.quiet),),
        baseline - style.size,
    )
