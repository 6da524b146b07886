"""A bridge whose deck shows how much is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from kiosk.charts.axes import hairlines
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, counting, fading, scene, travelling
from kiosk.charts.figures import FigureForm, SetFigure, fitted_figure, is_number
from kiosk.charts.labels import SMALLEST, fitted
from kiosk.charts.scales import LinearScale
from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box
from kiosk.marks import Bars, Label, Segments, Shape
from kiosk.motion.easing import EASE_OUT, SETTLE
from kiosk.motion.timeline import Timing
from kiosk.options import option

if TYPE_CHECKING:
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

# At full size, logical units, from the deck's upper side.
_ABOVE = 314.0  # a pylon's top
_FOOT, _SHORT_FOOT = 118.0, 56.0  # its foot, below; and where it would reach into a figure
_PYLON = 17.0  # half its width at the foot
_BELOW = 240.0  # the figures and what they are, below
_SECOND_ROW = 150.0  # a second row of them
_DECK = 18.0
_PYLONS = (1 / 6, 1 / 2, 5 / 6)
_STAYS = 13  # on each side of a pylon
_REACH = 0.966  # of half a span that the outermost stay bridges
_GROW_S = 1.2


@dataclass(frozen=True, kw_only=True)
class Bridge(Chart):
    """A cable-stayed bridge whose deck is a scale from 0 to what is planned.

    What is done is solid, in the accent; the rest is dashed. Both figures stand at their ends.
    """

    done: Quantity = option("What is done: `$fact`, or a number.")
    planned: Quantity = option("The whole: `$fact`, or a number.")
    done_label: Text = option("What the first figure is.", NO_TEXT)
    done_note: Text = option("What stands quietly beside that, such as its period.", NO_TEXT)
    planned_label: Text = option("What the second figure is.", NO_TEXT)

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The bridge in the upper part of the box, the figures under its deck."""
        box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        span = _span(self, box, setting)
        grow = Timing(0.0, self.enter.duration_s or _GROW_S)
        return scene(
            [
                *_stays(span, setting, grow),
                *_pylons(span, setting, grow),
                *_deck(span, setting, grow),
                *_ends(span, setting, grow),
            ]
        )


@dataclass(frozen=True, slots=True)
class _End:
    """A figure at one end, and what it is. x: of its marker. lines: (text, colour) in a row."""

    name: Literal["done", "planned"]
    figure: SetFigure
    label: tuple[Label, ...]
    width: float
    x: float
    left: float
    drop: float


@dataclass(frozen=True, slots=True)
class _Span:
    """Where the bridge stands. shrink: what heights are multiplied with. y: the deck's top."""

    box: Box
    shrink: float
    y: float
    done_x: float
    planned_x: float
    ends: tuple[_End, ...]


def _span(bridge: Bridge, box: Box, setting: Setting) -> _Span:
    """The bridge's places, as large as the box lets it be."""
    factor = setting.type_factor
    done, planned = _value(bridge.done), _value(bridge.planned)
    scale = LinearScale(box.x, box.width, max(done, planned))
    done_x, planned_x = scale(done), scale(planned) if planned > 0.0 else box.right
    above = min(_ABOVE, 1.7 * box.width / 6)
    shrink = min(1.0, box.height / (above + _BELOW * factor))
    ends = _placed_ends(bridge, box, (done_x, planned_x), shrink, setting)
    if any(end.drop for end in ends):
        shrink = min(1.0, box.height / (above + (_BELOW + _SECOND_ROW) * factor))
        ends = _placed_ends(bridge, box, (done_x, planned_x), shrink, setting)
    return _Span(box, shrink, box.y + above * shrink, done_x, planned_x, ends)


def _value(quantity: Quantity) -> float:
    """Its length on the deck: never below zero."""
    return max(0.0, quantity.value) if is_number(quantity) else 0.0


def _placed_ends(
    bridge: Bridge, box: Box, at: tuple[float, float], shrink: float, setting: Setting
) -> tuple[_End, _End]:
    """Both figures: beside each other where they fit, else the second one lower."""
    theme, size = setting.theme, shrink * setting.type_factor
    lit = FigureForm(
        replace(setting.style("second"), size=152.0 * size), setting.accent,
        setting.style("unit"), theme.text, 0.263,
    )  # fmt: skip
    quiet = FigureForm(
        replace(setting.style("second"), size=88.0 * size), theme.quiet,
        setting.style("caption"), theme.quiet, 0.364,
    )  # fmt: skip
    done_words = ((bridge.done_label, theme.text), (bridge.done_note, theme.quiet))
    planned_words = ((bridge.planned_label, theme.quiet),)
    done = _end("done", bridge.done, lit, done_words, at[0], size, box, setting)
    planned = _end("planned", bridge.planned, quiet, planned_words, at[1], size, box, setting)
    gap = 24.0 * size
    is_apart = (
        done.left + done.width + gap <= planned.left
        and (done.left >= at[0] or planned.left >= at[0] + gap)
    ) or planned.left + planned.width + gap <= done.left
    return done, planned if is_apart else replace(planned, drop=_SECOND_ROW * size)


def _end(
    name: Literal["done", "planned"], quantity: Quantity, form: FigureForm,
    words: tuple[tuple[Text, Colour], ...], x: float, size: float, box: Box, setting: Setting,
) -> _End:  # fmt: skip
    """A figure left of its marker at `x`, or right of it where there is no room."""
    room = 0.9 * box.width
    figure, form = fitted_figure(f"figure/{name}", quantity, form, setting, room)
    label = _label(name, words, size, room, setting)
    label_width = sum(setting.measure.advance(mark.text, mark.style) for mark in label)
    label_width += 14.0 * size * max(0, len(label) - 1)
    width = max(figure.width, label_width)
    gap = 24.0 * size
    left = x - gap - width
    if left < box.x:
        left = min(x + gap, box.right - width)
    return _End(name, figure, label, width, x, left, 0.0)


def _label(
    name: str, words: tuple[tuple[Text, Colour], ...], size: float, room: float, setting: Setting
) -> tuple[Label, ...]:
    """What the figure is, in one row from x = 0."""
    style = setting.style("mark")
    style = replace(style, size=max(SMALLEST * setting.type_factor * min(1.0, size), 30.0 * size))
    marks: list[Label] = []
    x = 0.0
    for index, (text, colour) in enumerate(words):
        lines, shown = fitted(text.in_language(setting.language), style, room - x, setting)
        for line in lines:
            marks.append(Label(f"label/{name}/{index}", line, x, 0.0, shown, colour))
            x += setting.measure.advance(line, shown) + 14.0 * size
    return tuple(marks)


def _reached_s(grow: Timing, share: float) -> float:
    """When the deck has grown to `share` of its way."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if SETTLE(middle) < share else (low, middle)
    return grow.delay_s + high * grow.duration_s


def _arrives_s(span: _Span, x: float, grow: Timing) -> float:
    """When the deck reaches `x`."""
    length = span.done_x - span.box.x
    return _reached_s(grow, (x - span.box.x) / length) if length > 0.0 else 0.0


def _pylon_xs(span: _Span) -> tuple[float, ...]:
    """Where the pylons stand."""
    return tuple(span.box.x + share * span.box.width for share in _PYLONS)


def _foot(span: _Span) -> float:
    """How far the pylons reach below the deck: not into a figure."""
    is_free = all(
        x + _PYLON < end.left or x - _PYLON > end.left + end.width
        for x in _pylon_xs(span)
        for end in span.ends
    )
    return (_FOOT if is_free else _SHORT_FOOT) * span.shrink


def _pylons(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The pylons: those the deck has passed rise, the others are dashed."""
    theme, above = setting.theme, span.y - span.box.y
    foot, thin = _foot(span), above / _ABOVE
    path = (
        f"M{-17 * thin:.2f},0 L{-5 * thin:.2f},{-above - foot:.2f} "
        f"L{5 * thin:.2f},{-above - foot:.2f} L{17 * thin:.2f},0 Z"
    )
    drawn: list[Drawn] = []
    for number, x in enumerate(_pylon_xs(span), start=1):
        pylon = Shape(f"pylon/{number}", path, x, span.y + foot)
        if x < span.done_x:
            rise_s = _arrives_s(span, x - span.box.width / 6, grow)
            pylon = replace(pylon, fill=theme.text)
            drawn.append(travelling((pylon,), (replace(pylon, scale=0.0),), Timing(rise_s, 0.6)))
        else:
            outline = replace(
                pylon, fill=theme.ground, stroke=theme.line, width=2.5, dash=(7.0, 8.0)
            )
            drawn.append(fading((outline,), Timing(0.0, 0.4)))
    return drawn


def _stays(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The stays: built ones are drawn as the deck passes, the others are dashed."""
    built: list[tuple[str, tuple[float, float, float, float], Timing]] = []
    planned: list[tuple[str, tuple[float, float, float, float], Timing]] = []
    above = span.y - span.box.y
    step = span.box.width / 6 * _REACH / _STAYS
    for number, tower in enumerate(_pylon_xs(span), start=1):
        up_s = _arrives_s(span, tower - span.box.width / 6, grow) + 0.3
        for index in range(-_STAYS, _STAYS + 1):
            x = tower + index * step
            hold = span.y - above * (300 - (_STAYS + 1 - abs(index)) * 8) / _ABOVE
            key = f"stay/{number}/{index}"
            if index == 0:
                continue
            if max(x, tower) <= span.done_x and tower < span.done_x:
                timing = Timing(max(up_s, _arrives_s(span, x, grow)), 0.4)
                built.append((key, (tower, hold, x, span.y), timing))
            else:
                planned.append((key, (tower, hold, x, span.y), Timing(0.0, 0.4)))
    solid = _lines("stays", built, setting.accent.faded(0.8), 2.4)
    dashed = replace(
        _lines("planned-stays", planned, setting.theme.line.faded(0.55), 2.0), dash=(5.0, 9.0)
    )
    start = solid.ends.copy()
    start[:, 2:] = start[:, :2]
    return [
        Drawn((dashed,), (), {key: timing for key, _, timing in planned}),
        Drawn((solid,), (replace(solid, ends=start),), {key: timing for key, _, timing in built}),
    ]


def _lines(
    key: str, rows: list[tuple[str, tuple[float, float, float, float], Timing]], colour: Colour,
    width: float,
) -> Segments:  # fmt: skip
    """The rows as one batch."""
    ends = tuple((name, places) for name, places, _ in rows)
    return replace(hairlines(key, ends, colour, is_zero=True), width=width)


def _deck(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The deck: what is done grows over the dashed rest."""
    thick = _DECK * span.shrink
    rest = (("deck/rest", (span.done_x, span.y + thick / 2, span.box.right, span.y + thick / 2)),)
    dashed = replace(
        hairlines("rest", rest, setting.theme.line, is_zero=True), width=thick, dash=(26.0, 14.0)
    )
    boxes = np.array([[span.box.x, span.y, span.done_x - span.box.x, thick]], dtype=np.float64)
    solid = Bars(
        "deck", ("deck/done",), boxes, np.array([setting.accent], dtype=np.float64), np.ones(1),
        radius=2.0,
    )  # fmt: skip
    start = replace(solid, boxes=boxes * np.array([1.0, 1.0, 0.0, 1.0]))
    pieces = [travelling((solid,), (start,), grow)]
    if span.done_x < span.box.right:
        pieces.insert(0, fading((dashed,), Timing(0.0, 0.4)))
    return pieces


def _ends(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The figures with their markers."""
    theme, size = setting.theme, span.shrink * setting.type_factor
    drawn: list[Drawn] = []
    for end in span.ends:
        is_done = end.name == "done"
        timing = Timing(0.5 * grow.duration_s if is_done else 0.0, 0.9, EASE_OUT)
        top = span.y + (-52.0 if is_done else 30.0) * span.shrink
        if end.drop and any(_crosses(end, other) for other in span.ends):
            top = span.y + 240.0 * size
        bottom = span.y + 150.0 * size + end.drop
        line = ((f"marker/{end.name}", (end.x, top, end.x, bottom)),)
        colour = theme.text if is_done else theme.line
        marker = replace(hairlines(f"{end.name}-marker", line, colour, is_zero=True), width=3.0)
        drawn.append(fading((marker,), Timing(timing.delay_s, 0.4)))
        baseline = span.y + (181.0 if is_done else 171.0) * size + end.drop
        right = end.left + end.width
        at = (right - end.figure.width if end.left < end.x else end.left, baseline)
        drawn.append(counting(end.figure, at, at, timing))
        drawn.append(fading(_set_label(end, span.y + 227.0 * size + end.drop, setting), timing))
    return drawn


def _crosses(end: _End, other: _End) -> bool:
    """Whether the marker of `end` would pass through the figure of `other`."""
    return end is not other and other.left <= end.x <= other.left + other.width


def _set_label(end: _End, baseline: float, setting: Setting) -> Marks:
    """What the figure is, ending or beginning where the figure does."""
    if not end.label:
        return ()
    last = end.label[-1]
    width = last.x + setting.measure.advance(last.text, last.style)
    left = end.left + end.width - width if end.left < end.x else end.left
    return tuple(replace(mark, x=left + mark.x, y=baseline) for mark in end.label)
