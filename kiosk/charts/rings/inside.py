"""Names and values inside the pieces of a pie, where they fit."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, FigureForm, set_figure
from kiosk.charts.inks import ink_on
from kiosk.charts.labels import fitted, is_whole
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.charts.rings.parts import Part
    from kiosk.charts.rings.tags import Ring
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_VALUE = 1.15  # of a name
_BETWEEN = 0.5  # from a name's baseline down to the value's capitals, in em of the name
_LINE = 1.2  # from line to line of a name, in em
_LINES = 2
_EDGE = 14.0  # free around the text, logical units
_PLACES = 15  # distances from the middle that are tried
_DEEPER = 0.7  # of the radius: at about so far from the middle a text stands rather
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Inner:
    """What is written in a piece, its middle at (0, 0). key: of the part's row."""

    names: tuple[Label, ...]
    figure: SetFigure | None
    figure_y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in its piece. x, y: its middle."""

    part: Part
    inner: Inner
    x: float
    y: float


def placed_inside(
    part: Part, ring: Ring, fill: Colour, setting: Setting, *, has_name: bool = True
) -> Placed | None:
    """The largest form of the part's name and value that fits into its piece; None if none does."""
    ink = ink_on(fill, setting.theme)
    largest = setting.style("label").size
    for size in dict.fromkeys((largest, (largest + setting.smallest) / 2, setting.smallest)):
        for most in (1, _LINES) if has_name else (0,):
            inner = _inner(part, size, _VALUE * size, most, ink, setting)
            at = None if inner is None else _spot(part, ring, inner)
            if inner is not None and at is not None:
                return Placed(part, inner, *at)
    return None


def drawn_inside(placed: Placed, sweep: Timing) -> list[Drawn]:
    """The text in its piece; it comes when the sweep has passed it."""
    x, y, inner = placed.x, placed.y, placed.inner
    passed = 0.8 * placed.part.end * sweep.duration_s
    begins = Timing(sweep.delay_s + passed, _FADE_S)
    names = tuple(replace(name, x=x, y=y + name.y) for name in inner.names)
    drawn = [fading(names, begins)]
    if inner.figure is not None:
        at = (x - inner.figure.width / 2, y + inner.figure_y)
        count = Timing(begins.delay_s, max(_FADE_S, 0.6 * sweep.duration_s), EASE_OUT)
        drawn.append(counting(inner.figure, at, at, count))
    return drawn


def _inner(
    part: Part, size: float, value: float, most: int, ink: Colour, setting: Setting
) -> Inner | None:
    """The text in that size, its name in so many lines; None where the name would be cut."""
    row = part.row
    style = replace(setting.style("label"), size=size)
    lines: tuple[str, ...] = ()
    if most:
        text = row.name.in_language(setting.language)
        wide = setting.measure.advance(text, style) / most * (1.0 if most == 1 else 1.3)
        lines, _ = fitted(text, style, wide + 1.0, setting, most, may_shrink=False)
        if len(lines) != most or not is_whole(lines, text):
            return None
    figure, high = None, 0.0
    if row.quantity is not None:
        small = max(0.5, min(1.0, setting.smallest / value))
        digits = replace(setting.style("value"), size=value)
        form = FigureForm(digits, ink, setting.style("caption"), ink, small)
        figure = set_figure(f"value/{row.key}", row.quantity, form, setting)
        high = CAPITAL * value
    tall = (CAPITAL + _LINE * (len(lines) - 1)) * size if lines else 0.0
    whole = tall + high + (_BETWEEN * size if tall and high else 0.0)
    if whole <= 0.0:
        return None
    names = tuple(
        Label(
            f"name/{row.key}" + (f"/{number}" if number else ""), line, 0.0,
            -whole / 2 + (CAPITAL + _LINE * number) * size, style, ink, "centre",
        )
        for number, line in enumerate(lines)
    )  # fmt: skip
    widths = [setting.measure.advance(line, style) for line in lines]
    width = max((*widths, figure.width if figure else 0.0), default=0.0)
    return Inner(names, figure, whole / 2, width, whole)


def _spot(part: Part, ring: Ring, inner: Inner) -> tuple[float, float] | None:
    """The middle of a text on the piece's own middle line that keeps clear of all its sides."""
    if part.share >= 1.0 and ring.inner <= 0.0:
        spots = [(ring.x, ring.y)]
    else:
        turn = 2 * math.pi * (part.start + part.end) / 2
        wanted = max(_DEEPER * ring.outer, (ring.inner + ring.outer) / 2)
        room = ring.outer - ring.inner
        fars = sorted(
            (ring.inner + room * step / _PLACES for step in range(1, _PLACES)),
            key=lambda far: abs(far - wanted),
        )
        spots = [(ring.x + far * math.sin(turn), ring.y - far * math.cos(turn)) for far in fars]
    return next((spot for spot in spots if _is_free(spot, part, ring, inner)), None)


def _is_free(spot: tuple[float, float], part: Part, ring: Ring, inner: Inner) -> bool:
    """Whether the text around `spot` lies in the piece, with some room at its sides."""
    wide, high = inner.width / 2 + _EDGE, inner.height / 2 + _EDGE
    x, y = spot[0] - ring.x, spot[1] - ring.y
    corners = [(x + across, y + down) for across in (-wide, wide) for down in (-high, high)]
    if any(math.hypot(*corner) > ring.outer for corner in corners):
        return False
    nearest = math.hypot(max(0.0, abs(x) - wide), max(0.0, abs(y) - high))
    if nearest < ring.inner:
        return False
    if part.share >= 1.0:
        return True
    holds_middle = abs(x) <= wide and abs(y) <= high
    return not holds_middle and all(_is_between(corner, part) for corner in corners)


def _is_between(point: tuple[float, float], part: Part) -> bool:
    """Whether a point beside the ring's middle lies between the piece's two straight sides."""
    turn = math.atan2(point[0], -point[1]) / (2 * math.pi) % 1.0
    return part.start <= turn <= part.end
