"""What stands in the middle of a ring: a figure, and below it its unit and what it is."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, SIGNS, FigureForm, common_unit, fitted_figure
from kiosk.charts.labels import fitted
from kiosk.data.manner import manner_of
from kiosk.data.text import NO_TEXT, Text
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.quantity import Quantity
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_HIGHEST = 0.62  # of the radius: a figure's size
_NAME = 0.19  # of the radius: the size of what is below it, where that can be read
_WIDEST = 1.56  # of the radius: a figure, and what is below it
_LINE = 1.3  # from one baseline to the next, in em
_FIRST = 1.05  # from below the figure to the first line's baseline, in em of that
_FULL, _HALF_FULL = 1.3, 0.8  # of the radius: as high is what stands in a ring at most
_COMMA = 0.16  # of a figure, below its baseline, in em
_LEAST = 44.0  # logical units: in a smaller hole stands nothing


@dataclass(frozen=True, slots=True)
class Hole:
    """The free middle of a ring: its middle, and its radius.

    is_half: whether only its upper half is free, down to the middle.
    """

    x: float
    y: float
    radius: float
    is_half: bool = False


@dataclass(frozen=True, slots=True)
class Middle:
    """A figure's key, its value, what it is, and its colour."""

    key: str
    quantity: Quantity
    name: Text = NO_TEXT
    colour: Colour | None = None


def drawn_middle(middle: Middle, hole: Hole, setting: Setting, seconds: float) -> list[Drawn]:
    """The figure counting up for `seconds`, its unit and name below it; nothing without room."""
    if hole.radius < _LEAST:
        return []
    theme = setting.theme
    width = _WIDEST * hole.radius
    size = _HIGHEST * hole.radius
    unit, name = _words(middle, setting)
    style = replace(setting.style("second"), size=min(setting.style("hero").size, size))
    colour = middle.colour or theme.text
    has_unit = unit in SIGNS
    form = FigureForm(style, colour, setting.style("unit"), theme.text, has_unit=has_unit)
    figure, form = fitted_figure(middle.key, middle.quantity, form, setting, width)
    high = CAPITAL * form.style.size
    texts = (("unit", "" if has_unit else unit, theme.text), ("name", name, theme.quiet))
    lines = _lines(middle.key, texts, form.style.size, hole, setting)
    below = lines[-1].y if lines else 0.0
    baseline = hole.y - below if hole.is_half else hole.y + (high - below) / 2
    left = hole.x - figure.width / 2
    count = Timing(0.0, seconds, EASE_OUT)
    placed = tuple(replace(line, x=hole.x, y=baseline + line.y) for line in lines)
    return [
        counting(figure, (left, baseline), (left, baseline), count),
        fading(placed, Timing(0.5 * seconds, 0.4)),
    ]


def _words(middle: Middle, setting: Setting) -> tuple[str, str]:
    """The unit below the figure, and what it is; 万 alone belongs to what is counted."""
    unit = common_unit([middle.quantity], setting.language) or ""
    name = middle.name.in_language(setting.language)
    if name and unit and not middle.quantity.unit.name.versions:
        return "", f"{unit}{manner_of(setting.language).gap}{name}"
    return unit, name


def _lines(
    key: str, texts: tuple[tuple[str, str, Colour], ...], size: float, hole: Hole, setting: Setting
) -> tuple[Label, ...]:
    """The lines below a figure whose baseline is at 0, centred at 0, as far as they have room."""
    style = setting.style("label")
    style = replace(style, size=max(setting.smallest, min(style.size, _NAME * hole.radius)))
    high = CAPITAL * size
    lines: list[Label] = []
    y = _COMMA * size + (_FIRST - _LINE) * style.size
    for part, text, ink in texts:
        below = y + _LINE * style.size
        shown, set_in = fitted(text, style, _chord(hole, (high + below) / 2, below), setting)
        if shown != (text,):
            continue
        if high + below > (_HALF_FULL if hole.is_half else _FULL) * hole.radius:
            break
        y = below
        lines.append(Label(f"{key}/{part}", shown[0], 0.0, y, set_in, ink, "centre"))
    return tuple(lines)


def _chord(hole: Hole, half: float, y: float) -> float:
    """How wide a line may be in the hole. half: of the block's height; y: of the line."""
    if hole.is_half:
        return _WIDEST * hole.radius
    away = max(0.0, min(half, y)) / hole.radius
    return 1.7 * hole.radius * math.sqrt(max(0.0, 1.0 - away**2))
