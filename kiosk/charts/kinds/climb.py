"""A take-off path whose two ends stand at the heights of two values."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, counting, fading, scene, travelling
from kiosk.charts.figures import CAPITAL, FigureForm, fitted_figure, is_number
from kiosk.charts.icons import ICONS, circle
from kiosk.charts.labels import fitted
from kiosk.charts.scales import LinearScale
from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box, Point
from kiosk.marks import Gradient, Label, Shape
from kiosk.motion.easing import EASE_OUT, Easing
from kiosk.motion.timeline import Timing
from kiosk.options import option
from kiosk.theme import Colour
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_CLIMB_S = 1.8
_TAKE_OFF = Easing(0.45, 0.05, 0.3, 1.0)  # rolls, then climbs and settles
_STEEPEST = math.radians(86.0)
_PIECES = 4  # curves of the arc
_GOLD = 0.45  # the dot and the glow: how far from the accent to the text's colour
# The line brightens: share of its way, how far from the accent to the text's colour, opacity.
_BRIGHTENING = ((0.0, 0.3, 0.25), (0.18, 0.3, 0.62), (0.36, 0.35, 0.95), (1.0, 0.85, 0.95))
# The same over a picture, where skies glow at the horizon.
_OVER_PICTURE = ((0.0, 0.3, 0.25), (0.18, 0.55, 0.62), (0.36, 0.9, 1.0), (1.0, 0.95, 1.0))
_WIDTH, _GLOW, _GLOW_SHARE = 4.5, 16.0, 0.10
_DOT = 8.0
_AIRCRAFT = 0.86
_FEET = 40.0  # below zero, for an aircraft that flies there
_FIGURE, _LABEL = 88.0, 32.0  # sizes of an end's figure, and of what it is
_LINES, _LINE = 2, 1.25  # of that; from one to the next, in em
_CLEAR = 0.62  # from its baseline down to the top of the figure, in em
_AIRCRAFT_HEAD, _TEXT_HEAD = 70.0, 165.0  # room above the higher end, logical units
_WHOLE_PAGE: dict[str, tuple[float, float, float, float]] = {
    "landscape": (0.0781, 0.169, 0.0781, 0.2),  # left, top, right and bottom, shares of the page
    "portrait": (0.1019, 0.2917, 0.1111, 0.2),
}


@dataclass(frozen=True, kw_only=True)
class Climb(Chart):
    """An aircraft climbs from one value to another; both heights are true to scale.

    The lower side of the place is zero. The way between the ends is no data: it is drawn as an
    arc, without an axis.
    """

    chinese: ClassVar[str] = "爬升：一架飞机从一个数值飞到另一个，两处高度都按比例。"
    may_bleed: ClassVar[bool] = True

    from_: Quantity = option(
        "The value at the start: `$fact`, or a number.", zh="起点的数值：`$fact` 或一个数。"
    )
    to: Quantity = option("The value at the end.", zh="终点的数值。")
    from_label: Text = option(
        "What the start is; its figure stands below this.",
        NO_TEXT,
        zh="起点是什么；数字写在它下面。",
    )
    to_label: Text = option(
        "What the end is; without it the end has no figure.",
        NO_TEXT,
        zh="终点是什么；不写，终点就没有数字。",
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The path, the aircraft at its end, and the figures of the ends."""
        inner = _inner(box, self._head(setting), setting, is_high=self._is_high(0.2))
        way = _way(self, inner)
        fly = Timing(0.0, self.enter.duration_s or _CLIMB_S, _TAKE_OFF)
        size = _AIRCRAFT * min(1.0, inner.width / 600, inner.height / 200)
        pieces = [*_line(way, setting, fly), _dot(way, setting), _aircraft(way, size, setting, fly)]
        if self.from_label.versions:
            pieces += _end_text("from", self.from_, self.from_label, way, inner, box, setting, 0.2)
        if self.to_label.versions:
            after = 0.6 * fly.duration_s
            pieces += _end_text("to", self.to, self.to_label, way, inner, box, setting, after)
        return scene(pieces)

    def _head(self, setting: Setting) -> float:
        """The room above the higher end: for the aircraft, and for what stands there."""
        has_text = self.to_label.versions or (self._is_high(0.6) and self.from_label.versions)
        more = setting.grown(_FIGURE) - _FIGURE + _LINE * (setting.grown(_LABEL) - _LABEL)
        return _TEXT_HEAD + more if has_text else _AIRCRAFT_HEAD

    def _is_high(self, share: float) -> bool:
        """Whether the start lies higher than that share of the end."""
        return _value(self.from_) > share * _value(self.to)


@dataclass(frozen=True, slots=True)
class _Way:
    """An arc from `start` to `end`, or a straight line where `turn` is 0.

    heading: at the start; turn: until the end; both in radians, counter-clockwise, as seen.
    """

    start: Point
    end: Point
    heading: float
    turn: float

    @property
    def radius(self) -> float:
        """Of the arc. Only where it turns."""
        chord = math.hypot(self.end.x - self.start.x, self.end.y - self.start.y)
        return chord / (2 * math.sin(abs(self.turn) / 2))

    @property
    def centre(self) -> Point:
        """Of the arc. Only where it turns."""
        side = math.copysign(self.radius, self.turn)
        return Point(
            self.start.x - side * math.sin(self.heading),
            self.start.y - side * math.cos(self.heading),
        )

    def at(self, share: float) -> Point:
        """The point at `share` of the way."""
        if self.turn == 0.0:
            return Point(
                self.start.x + (self.end.x - self.start.x) * share,
                self.start.y + (self.end.y - self.start.y) * share,
            )
        centre, side = self.centre, math.copysign(self.radius, self.turn)
        heading = self.heading + self.turn * share
        return Point(centre.x + side * math.sin(heading), centre.y + side * math.cos(heading))

    def top_between(self, left: float, right: float) -> float:
        """The highest y of the way between two x, of the nearest end outside of it."""
        points = [self.at(index / 64) for index in range(65)]
        inside = [point.y for point in points if left <= point.x <= right]
        nearest = min(points, key=lambda point: abs(point.x - (left + right) / 2))
        return min([nearest.y, *inside])

    def path(self) -> str:
        """SVG path data of all of it."""
        first = self.start
        if self.turn == 0.0:
            return f"M{first.x:.2f},{first.y:.2f} L{self.end.x:.2f},{self.end.y:.2f}"
        curves = (self._curve(piece / _PIECES, (piece + 1) / _PIECES) for piece in range(_PIECES))
        return " ".join([f"M{first.x:.2f},{first.y:.2f}", *curves])

    def _curve(self, a: float, b: float) -> str:
        """The cubic curve that follows the arc between two shares of the way."""
        reach = self.radius * 4 / 3 * math.tan(abs(self.turn) * (b - a) / 4)
        p, q = self.at(a), self.at(b)
        out, back = self.heading + self.turn * a, self.heading + self.turn * b
        return (
            f"C{p.x + reach * math.cos(out):.2f},{p.y - reach * math.sin(out):.2f} "
            f"{q.x - reach * math.cos(back):.2f},{q.y + reach * math.sin(back):.2f} "
            f"{q.x:.2f},{q.y:.2f}"
        )


def _inner(box: Box, head: float, setting: Setting, *, is_high: bool) -> Box:
    """The room between the ends: in a box as wide as the page, where its picture leaves it.

    head: the room above them, in such a box only where the start is high.
    """
    if box.x <= 0.0:
        left, top, right, bottom = _WHOLE_PAGE[setting.shape]
        above = max(top * box.height, min(head, box.height / 2) if is_high else 0.0)
        return Box(
            box.x + left * box.width, box.y + above,
            max(1.0, box.width * (1 - left - right)),
            max(1.0, box.height * (1 - bottom) - above),
        )  # fmt: skip
    side, top = min(_GLOW, box.width / 8), min(head, box.height / 2)
    right = min(60.0, box.width / 8)
    return Box(
        box.x + side, box.y + top, max(1.0, box.width - side - right),
        max(1.0, box.height - top - min(_FEET, box.height / 8)),
    )  # fmt: skip


def _value(quantity: Quantity) -> float:
    """Its height: never below zero."""
    return max(0.0, quantity.value) if is_number(quantity) else 0.0


def _way(climb: Climb, inner: Box) -> _Way:
    """The way between the heights of both values."""
    values = [_value(climb.from_), _value(climb.to)]
    scale = LinearScale(inner.bottom, -inner.height, max(values))
    start = Point(inner.x, scale(values[0]))
    end = Point(inner.right, scale(values[1]))
    slope = math.atan2(start.y - end.y, end.x - start.x)
    bend = min(abs(slope), max(0.0, _STEEPEST - abs(slope)))
    if bend < 0.01:
        return _Way(start, end, slope, 0.0)
    bend = math.copysign(bend, slope)
    return _Way(start, end, slope - bend, 2 * bend)


def _mixed(setting: Setting, share: float) -> Colour:
    """The accent, that share of the way to the text's colour."""
    pairs = zip(setting.accent, setting.theme.text, strict=True)
    return Colour(*(a + (b - a) * share for a, b in pairs))


def _line(way: _Way, setting: Setting, fly: Timing) -> list[Drawn]:
    """The path with its glow, which is drawn along. It brightens on its way."""
    path = way.path()
    glow = _mixed(setting, _GOLD).faded(_GLOW_SHARE)
    is_over_picture = setting.theme.ground == setting.theme.scrim
    brightening = _OVER_PICTURE if is_over_picture else _BRIGHTENING
    ink = Gradient(
        tuple(
            (way.at(share).x, _mixed(setting, mixed).faded(opacity))
            for share, mixed, opacity in brightening
        )
    )
    strokes = [Shape("path", path, stroke=ink, width=_WIDTH, round_ends=True)]
    if setting.theme.glows:
        strokes.insert(0, Shape("path/glow", path, stroke=glow, width=_GLOW, round_ends=True))
    return [travelling((mark,), (replace(mark, trim=0.0),), fly) for mark in strokes]


def _dot(way: _Way, setting: Setting) -> Drawn:
    """The start."""
    dot = Shape("start", circle(0, 0, _DOT), way.start.x, way.start.y, fill=_mixed(setting, _GOLD))
    return fading((dot,), Timing(0.0, 0.3))


def _aircraft(way: _Way, size: float, setting: Setting, fly: Timing) -> Drawn:
    """The aircraft, which flies along the path at the head of the line.

    On an arc it is turned about the arc's centre, so that both go at one speed.
    """
    outline = ICONS["plane"].parts[0].path
    final = math.degrees(way.heading + way.turn)
    if way.turn == 0.0:
        mark = Shape(
            "aircraft", outline, way.end.x, way.end.y, size, -final, fill=setting.theme.text
        )
        return travelling((mark,), (replace(mark, x=way.start.x, y=way.start.y),), fly)
    centre, side = way.centre, math.copysign(way.radius, way.turn)
    path = _moved(outline, 0.0, side / size)
    mark = Shape("aircraft", path, centre.x, centre.y, size, -final, fill=setting.theme.text)
    return travelling((mark,), (replace(mark, rotation=-math.degrees(way.heading)),), fly)


def _moved(path: str, dx: float, dy: float) -> str:
    """Path data of absolute coordinates, moved."""
    words: list[str] = []
    for word in path.split(" "):
        command = word[0] if word[0].isalpha() else ""
        if word == "Z":
            words.append(word)
            continue
        x, y = word.removeprefix(command).split(",")
        words.append(f"{command}{float(x) + dx:.3f},{float(y) + dy:.3f}")
    return " ".join(words)


def _end_text(
    name: Literal["from", "to"], quantity: Quantity, text: Text, way: _Way, inner: Box,
    box: Box, setting: Setting, after_s: float,
) -> list[Drawn]:  # fmt: skip
    """What an end is, and its figure: over the start, left of the end."""
    theme, size = setting.theme, setting.grown(_FIGURE)
    factor = size / _FIGURE
    form = FigureForm(
        replace(setting.style("second"), size=size), theme.text, setting.style("unit"),
        theme.text, 0.41,
    )  # fmt: skip
    width = 0.42 * inner.width
    figure, form = fitted_figure(f"figure/{name}", quantity, form, setting, width)
    style = replace(setting.style("mark"), size=setting.grown(_LABEL))
    lines, style = fitted(text.in_language(setting.language), style, width, setting, _LINES)
    label_width = max((setting.measure.advance(line, style) for line in lines), default=0.0)
    wide, gap = max(figure.width, label_width), 24.0 * factor
    x = way.start.x if name == "from" else way.end.x - 80.0 * factor - wide
    x = max(inner.x, min(x, inner.right - wide))
    baseline = way.top_between(x, x + figure.width) - gap
    if name == "from":
        baseline = min(baseline, way.start.y - 56.0 * factor)
    apart = max(84.0 * factor, CAPITAL * form.style.size + _CLEAR * style.size)
    above = min(baseline - apart, way.top_between(x, x + label_width) - gap)
    step = _LINE * style.size
    down = max(0.0, box.y + style.size + step * (len(lines) - 1) - above)
    above, baseline = above + down, max(baseline, above + down + apart)
    label = tuple(
        Label(
            f"label/{name}" if row == 0 else f"label/{name}-{row + 1}", line, x,
            above - step * (len(lines) - 1 - row), style, theme.text,
        )
        for row, line in enumerate(lines)
    )  # fmt: skip
    timing = Timing(after_s, 0.9, EASE_OUT)
    at = (x, baseline)
    return [fading(label, Timing(after_s, 0.4)), counting(figure, at, at, timing)]
