"""The room in which values stand over places: its scale, round values beside it, names below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other, tick_figures
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.figures import common_unit, shifted
from kiosk.charts.labels import fitted, in_height, is_whole
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box, Point
from kiosk.marks import Label, Shape
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.figures import SetFigure
    from kiosk.charts.plane.along import Along, Mention
    from kiosk.charts.plane.domain import Domain
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
_TELLS = 4.0  # em: a shorter piece of a name tells nothing
_HAIRLINE, _HAIRLINE_SHARE = 2.0, 0.4


@dataclass(frozen=True, slots=True)
class Plane:
    """The room of the values. ticks: round values and how they are written."""

    room: Box
    domain: Domain
    ticks: tuple[tuple[float, SetFigure], ...]

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.room.bottom - self.domain.share(value) * self.room.height

    def x(self, share: float) -> float:
        """The x at `share` of the way from the left side to the right one."""
        return self.room.x + share * self.room.width

    def place(self, share: float, value: float) -> Point:
        """The place of a value at `share` of the width."""
        return Point(self.x(share), self.y(value))

    @property
    def base(self) -> float:
        """The height of zero, or of the lower side where zero is not shown."""
        return self.y(0.0) if self.domain.has_zero else self.room.bottom


def plane_in(
    box: Box, right: float, head: float, domain: Domain, like: Quantity | None, setting: Setting,
    *, names_unit: bool = False,
) -> Plane:  # fmt: skip
    """The room in `box` up to `right`, with round values on its left.

    head: so much room is above it, for what stands at a mark that ends there. like: one of the
    values, None where there is none; names_unit: whether the unit stands beside it, so that the
    round values need not say it.
    """
    foot = 2.0 * below_size(box, setting)
    head = min(max(_HEAD, head), box.height / 8)
    top, bottom = box.y + head, max(box.y + head + 1.0, box.bottom - foot)
    apart = _TICKS_APART * _tick_size(box, setting)
    values = () if like is None else domain.ticks(bottom - top, apart)
    figures = _tick_figures(values, like, box, setting, names_unit=names_unit)
    beside = max((figure.width + _BESIDE for figure in figures), default=0.0)
    if beside > _WIDEST * box.width:
        values, figures, beside = (), (), 0.0
    room = Box(box.x + beside, top, max(1.0, right - box.x - beside), bottom - top)
    return Plane(room, domain, tuple(zip(values, figures, strict=True)))


def _tick_figures(
    values: tuple[float, ...], like: Quantity | None, box: Box, setting: Setting,
    *, names_unit: bool,
) -> tuple[SetFigure, ...]:  # fmt: skip
    """The round values, without the unit where a value beside them has the same."""
    if like is None:
        return ()
    same = [Quantity(value, like.decimals, like.unit) for value in values]
    is_said = names_unit and common_unit([*same, replace(like, text="")], setting.language)
    size = _tick_size(box, setting)
    return tick_figures(values, like, size, setting, has_unit=not is_said)


def _tick_size(box: Box, setting: Setting) -> float:
    """The size of the round values."""
    return in_height(setting.smallest, box.height, 0.1, setting)


def below_size(box: Box, setting: Setting) -> float:
    """The size of what is written below."""
    return in_height(setting.style("mark").size, box.height, 0.1, setting)


def above_names(box: Box, setting: Setting) -> float:
    """The height down to which nothing meets what is written below."""
    return box.bottom - 1.6 * below_size(box, setting)


def drawn_plane(plane: Plane, box: Box, setting: Setting) -> list[Drawn]:
    """Hairlines with their values, and the line of zero."""
    line = setting.theme.line
    faint = line.faded(_HAIRLINE_SHARE)
    marks: list[Marks] = []
    for value, figure in plane.ticks:
        y = plane.y(value)
        size = figure.full[0].style.size
        x = plane.room.x - _BESIDE - figure.width
        marks.append((_level(f"hairline/{value:.12g}", plane.room, y, faint),))
        baseline = min(max(y + 0.36 * size, box.y + 0.73 * size), box.bottom)
        marks.append(shifted(figure.full, x, baseline))
    if plane.domain.has_zero:
        marks.append((_level("zero", plane.room, plane.base, line),))
    return [fading(some, _FADE) for some in marks]


def _level(key: str, room: Box, y: float, colour: Colour) -> Shape:
    """A level line: filled, so that what moves over it paints no more of it than it covers."""
    right, foot = f"{room.width:.1f}", f"{_HAIRLINE:g}"
    path = f"M0,0 L{right},0 L{right},{foot} L0,{foot} Z"
    return Shape(key, path, room.x, round(y - _HAIRLINE / 2), fill=colour)


def drawn_below(places: Along, plane: Plane, box: Box, setting: Setting) -> list[Drawn]:
    """What is written below the lines: the first and the last place, and others that have room."""
    style = replace(setting.style("mark"), size=below_size(box, setting))
    gap = 0.7 * style.size
    ends = _clear([_below(one, plane, box, style, setting) for one in places.ends], gap)
    kept = ends
    for choice in places.choices:
        labels = [_below(one, plane, box, style, setting) for one in choice]
        free = [one for one in labels if len(_clear([*ends, one], gap)) > len(ends)]
        if len(_clear(free, gap)) == len(free):
            kept = [*ends, *free]
            break
    return [fading((label,), _FADE) for label, _ in kept if label.text]


_Written = tuple[Label, float]  # and its width


def _below(
    mention: Mention, plane: Plane, box: Box, style: TextStyle, setting: Setting
) -> _Written:
    """A place's name below it, inside the box; nothing where too little of it would be left."""
    lines, _ = fitted(mention.text, style, box.width / 3, setting, may_shrink=False)
    text = "".join(lines)
    width = setting.measure.advance(text, style)
    if width < _TELLS * style.size and not is_whole(lines, mention.text):
        text, width = "", 0.0
    middle = plane.room.x + mention.share * plane.room.width
    left = min(max(middle - width / 2, box.x), box.right - width)
    y = box.bottom - 0.3 * style.size
    return Label(mention.key, text, left, y, style, setting.theme.quiet), width


def _clear(labels: list[_Written], gap: float) -> list[_Written]:
    """Those that do not come nearer than `gap` to one before them."""
    spans = [(label.x, label.x + width) for label, width in labels]
    kept = clear_of_each_other(spans, gap)
    return [label for label, is_kept in zip(labels, kept, strict=True) if is_kept]
