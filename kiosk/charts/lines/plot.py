"""The room in which lines are drawn: its scale, round values beside it and places below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other, round_ticks, tick_figures
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.figures import common_unit, shifted
from kiosk.charts.labels import fitted, in_height
from kiosk.charts.scales import largest_of
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box, Point
from kiosk.marks import Label, Shape
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.charts.lines.along import Along, Mention
    from kiosk.charts.lines.series import Series, Spot
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_FADE = Timing(0.0, 0.4)
_FROM_ZERO = 0.5  # where the least value is at most so much of the greatest, the scale has its zero
_AIR = 0.15  # of the values' span, above and below where it has none
_HEAD = 12.0  # above the highest value: half a dot, and a little
_BESIDE = 18.0  # between round values and the lines
_WIDEST = 0.25  # of the box, what round values may take
_TICKS_APART = 1.5  # from one round value to the next, in em at the least
_HAIRLINE, _HAIRLINE_SHARE = 2.0, 0.4


@dataclass(frozen=True, slots=True)
class Domain:
    """The values from the lower side to the upper one, as shares of `largest`, the furthest."""

    low: float
    high: float
    largest: float

    @property
    def has_zero(self) -> bool:
        """Whether zero is among them."""
        return self.low <= 0.0 <= self.high

    def share(self, value: float) -> float:
        """The value's place between the lower side, 0, and the upper one, 1."""
        ratio = value / self.largest if self.largest > 0.0 else 0.0
        return (ratio - self.low) / (self.high - self.low)

    def ticks(self, height: float, apart: float) -> tuple[float, ...]:
        """At most three round values; fewer where, so high, they lie nearer than `apart`."""
        for most in (3, 2, 1):
            values = round_ticks(self.low * self.largest, self.high * self.largest, most)
            places = [self.share(value) * height for value in values]
            if all(abs(b - a) >= apart for a, b in pairwise(places)):
                return values
        return ()


def domain_of(series: tuple[Series, ...], *, is_area: bool) -> Domain:
    """The values of all lines; with zero where that leaves them enough room, and in areas."""
    values = tuple(spot.value for line in series for run in line.runs for spot in run)
    largest = largest_of(values)
    if largest <= 0.0:
        return Domain(0.0, 1.0, largest)
    low, high = min(values) / largest, max(values) / largest
    least, most = sorted((abs(low), abs(high)))
    if is_area or low * high <= 0.0 or least <= _FROM_ZERO * most or high - low < 1e-9:
        return Domain(min(0.0, low), max(0.0, high), largest)
    air = _AIR * (high - low)
    return Domain(low - air, high + air, largest)


@dataclass(frozen=True, slots=True)
class Plot:
    """The room of the lines. ticks: round values and how they are written."""

    room: Box
    domain: Domain
    ticks: tuple[tuple[float, SetFigure], ...]

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.room.bottom - self.domain.share(value) * self.room.height

    def place(self, spot: Spot) -> Point:
        """The place of a value."""
        return Point(self.room.x + spot.share * self.room.width, self.y(spot.value))

    @property
    def base(self) -> float:
        """The height of zero, or of the lower side where zero is not shown."""
        return self.y(0.0) if self.domain.has_zero else self.room.bottom


def plot_in(
    box: Box, right: float, head: float, series: tuple[Series, ...], setting: Setting,
    *, is_area: bool,
) -> Plot:  # fmt: skip
    """The room in `box` up to `right`, with round values on its left.

    head: so much room is above it, for what stands at a line that ends there.
    """
    domain = domain_of(series, is_area=is_area)
    foot = 2.0 * _below_size(box, setting)
    head = min(max(_HEAD, head), box.height / 8)
    top, bottom = box.y + head, max(box.y + head + 1.0, box.bottom - foot)
    apart = _TICKS_APART * _tick_size(box, setting)
    values = domain.ticks(bottom - top, apart) if series else ()
    figures = _tick_figures(values, series, box, setting)
    beside = max((figure.width + _BESIDE for figure in figures), default=0.0)
    if beside > _WIDEST * box.width:
        values, figures, beside = (), (), 0.0
    room = Box(box.x + beside, top, max(1.0, right - box.x - beside), bottom - top)
    return Plot(room, domain, tuple(zip(values, figures, strict=True)))


def _tick_figures(
    values: tuple[float, ...], series: tuple[Series, ...], box: Box, setting: Setting
) -> tuple[SetFigure, ...]:
    """The round values, without the unit where the value at the line's end has the same."""
    if not series:
        return ()
    last = series[-1].last.quantity
    same = [Quantity(value, last.decimals, last.unit) for value in values]
    has_unit = common_unit([*same, replace(last, text="")], setting.language) is None
    return tick_figures(values, last, _tick_size(box, setting), setting, has_unit=has_unit)


def _tick_size(box: Box, setting: Setting) -> float:
    """The size of the round values."""
    return in_height(setting.smallest, box.height, 0.1, setting)


def _below_size(box: Box, setting: Setting) -> float:
    """The size of what is written below."""
    return in_height(setting.style("mark").size, box.height, 0.1, setting)


def above_names(box: Box, setting: Setting) -> float:
    """The height down to which nothing meets what is written below."""
    return box.bottom - 1.2 * _below_size(box, setting)


def drawn_plot(plot: Plot, box: Box, setting: Setting) -> list[Drawn]:
    """Hairlines with their values, and the line of zero."""
    line = setting.theme.line
    faint = line.faded(_HAIRLINE_SHARE)
    marks: list[Marks] = []
    for value, figure in plot.ticks:
        y = plot.y(value)
        size = figure.full[0].style.size
        x = plot.room.x - _BESIDE - figure.width
        marks.append((_level(f"hairline/{value:.12g}", plot.room, y, faint),))
        baseline = min(max(y + 0.36 * size, box.y + 0.73 * size), box.bottom)
        marks.append(shifted(figure.full, x, baseline))
    if plot.domain.has_zero:
        marks.append((_level("zero", plot.room, plot.base, line),))
    return [fading(some, _FADE) for some in marks]


def _level(key: str, room: Box, y: float, colour: Colour) -> Shape:
    """A level line: filled, so that what moves over it paints no more of it than it covers."""
    right, foot = f"{room.width:.1f}", f"{_HAIRLINE:g}"
    path = f"M0,0 L{right},0 L{right},{foot} L0,{foot} Z"
    return Shape(key, path, room.x, round(y - _HAIRLINE / 2), fill=colour)


def drawn_below(places: Along, plot: Plot, box: Box, setting: Setting) -> list[Drawn]:
    """What is written below the lines: the first and the last place, and others that have room."""
    style = replace(setting.style("mark"), size=_below_size(box, setting))
    gap = 0.7 * style.size
    ends = _clear([_below(one, plot, box, style, setting) for one in places.ends], gap)
    kept = ends
    for choice in places.choices:
        labels = [_below(one, plot, box, style, setting) for one in choice]
        free = [one for one in labels if len(_clear([*ends, one], gap)) > len(ends)]
        if len(_clear(free, gap)) == len(free):
            kept = [*ends, *free]
            break
    return [fading((label,), _FADE) for label, _ in kept if label.text]


_Written = tuple[Label, float]  # and its width


def _below(mention: Mention, plot: Plot, box: Box, style: TextStyle, setting: Setting) -> _Written:
    """A place's name below it, inside the box."""
    lines, _ = fitted(mention.text, style, box.width / 3, setting, may_shrink=False)
    text = "".join(lines)
    width = setting.measure.advance(text, style)
    middle = plot.room.x + mention.share * plot.room.width
    left = min(max(middle - width / 2, box.x), box.right - width)
    y = box.bottom - 0.3 * style.size
    return Label(mention.key, text, left, y, style, setting.theme.quiet), width


def _clear(labels: list[_Written], gap: float) -> list[_Written]:
    """Those that do not come nearer than `gap` to one before them."""
    spans = [(label.x, label.x + width) for label, width in labels]
    kept = clear_of_each_other(spans, gap)
    return [label for label, is_kept in zip(labels, kept, strict=True) if is_kept]
