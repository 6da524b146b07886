"""The plane in which dots stand: its two scales, their round values, and what the sides count."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.annotations.ground import Ground, Stretch
from kiosk.charts.axes import hairlines
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.labels import fitted
from kiosk.charts.plane.across import (
    across,
    close_domain,
    roomy_domain,
    round_values,
    said_unit,
    side_title,
)
from kiosk.charts.plane.domain import LogDomain
from kiosk.charts.plane.ground import Heights
from kiosk.charts.plane.plane import Plane, drawn_below, drawn_plane, plane_in
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box, Point
from kiosk.marks import Label
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.plane.along import Along
    from kiosk.charts.plane.domain import Domain
    from kiosk.charts.scatter.dots import Dot
    from kiosk.data.table import Cell
    from kiosk.data.text import Text
    from kiosk.marks import Align
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_FADE = Timing(0.0, 0.4)
_LINE = 1.6  # of a side's title, in em
_BASELINE = 1.1  # of the upper one, in em from the top, as a legend's
_LOWEST = 5.0  # lines of a side's title in the lowest box that has one
_LARGEST, _LEAST = 0.3, 6.0  # bubble: of the room's shorter side; logical units
_FILLED = 0.9  # of the side of the room that each dot has for itself
_DOT, _SMALL_DOT = 22.0, 8.0  # logical units
_BESIDE = 18.0  # between round values and the plane
_DOT_SHARE = 0.3  # of that side


@dataclass(frozen=True, slots=True)
class Sides:
    """How the two sides are measured and named. has_sizes: whether the dots have sizes.

    noted: the numbers at which something is written, from left to right and from below to above.
    """

    x_log: bool
    y_log: bool
    x_title: Text
    y_title: Text
    has_sizes: bool
    noted: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Field:
    """The plane and its x. below: round numbers. diameters: of the dots, in their order.

    titles: what the y and the x side count. inner: the box without those.
    """

    plane: Plane
    x_domain: Domain
    below: Along
    inner: Box
    diameters: tuple[float, ...]
    titles: tuple[Label, ...] = ()

    @property
    def lines(self) -> tuple[Box, ...]:
        """The hairlines through the plane, as boxes."""
        room, plane = self.plane.room, self.plane
        levels = [value for value, _ in plane.ticks] + [0.0] * plane.domain.has_zero
        return (
            *(Box(room.x, plane.y(value) - 2.0, room.width, 4.0) for value in levels),
            *(Box(x - 2.0, room.y, 4.0, room.height) for x in self.uprights.values()),
        )

    @property
    def uprights(self) -> dict[str, float]:
        """The x of the upright hairlines, by their keys."""
        (choice, *_) = (*self.below.choices, ())
        return {f"upright/{one.key}": self.plane.x(one.share) for one in choice}

    def ground(self) -> Ground:
        """Where something may be written."""
        room = self.plane.room
        return Ground(room, room, AmongDots(self.plane, self.x_domain), Heights(self.plane))

    def places(self, dots: tuple[Dot, ...]) -> list[tuple[float, float, float]]:
        """The x, y and diameter of each dot, held inside the box."""
        inner, found = self.inner, []
        for dot, diameter in zip(dots, self.diameters, strict=True):
            half = diameter / 2
            x = self.plane.x(self.x_domain.share(dot.x.value))
            y = self.plane.y(dot.y.value)
            found.append((
                min(max(x, inner.x + half), inner.right - half),
                min(max(y, inner.y + half), inner.bottom - half),
                diameter,
            ))  # fmt: skip
        return found


@dataclass(frozen=True, slots=True)
class AmongDots:
    """The places of numbers from left to right."""

    plane: Plane
    domain: Domain

    def stretch(self, cell: Cell) -> Stretch | None:
        """Where a number stands, if the scale has it."""
        if not isinstance(cell, Quantity) or not math.isfinite(cell.value):
            return None
        if cell.value <= 0.0 and isinstance(self.domain, LogDomain):
            return None
        at = self.plane.x(self.domain.share(cell.value))
        return at, at

    def end(self, cell: Cell) -> Box | None:
        """Nothing: no mark stands there alone."""
        del cell
        return None


def field_in(dots: tuple[Dot, ...], box: Box, sides: Sides, setting: Setting) -> Field:
    """The plane of `dots`, which are not none, in `box`.

    What the x side counts stands beside its round numbers, or below them where it has no room.
    """
    field = _field_in(dots, box, sides, setting, lines_below=0)
    if field.titles and not _is_beside(field, setting):
        return _field_in(dots, box, sides, setting, lines_below=1)
    return field


def _field_in(
    dots: tuple[Dot, ...], box: Box, sides: Sides, setting: Setting, *, lines_below: int
) -> Field:
    """The plane with so many lines below for what the x side counts."""
    xs, ys = [dot.x.value for dot in dots], [dot.y.value for dot in dots]
    x_like, y_like = dots[0].x, dots[0].y
    style = replace(setting.style("caption"), size=setting.smallest)
    line = _LINE * style.size
    has_titles = box.height >= _LOWEST * line
    inner = box
    if has_titles:
        inner = Box(box.x, box.y + line, box.width, box.height - line - lines_below * line)

    def plane_of(domain: Domain) -> Plane:
        return plane_in(inner, inner.right, 0.0, domain, y_like, setting, names_unit=has_titles)

    y_domain = close_domain((*ys, *sides.noted[1]), is_log=sides.y_log)
    room = plane_of(y_domain).room
    diameters = _diameters(dots, room, has_sizes=sides.has_sizes)
    radii = [diameter / 2 for diameter in diameters]
    plane = plane_of(roomy_domain(y_domain, ys, radii, room.height))
    x_domain = close_domain((*xs, *sides.noted[0]), is_log=sides.x_log)
    x_domain = roomy_domain(x_domain, xs, radii, plane.room.width)
    field = Field(plane, x_domain, across(x_domain, x_like, style.size, setting), inner, diameters)
    if not has_titles:
        return field
    y_unit = said_unit(tuple(value for value, _ in plane.ticks), y_like, setting)
    x_unit = said_unit(round_values(x_domain), x_like, setting)
    upper = side_title(sides.y_title, y_unit, setting.language)
    lower = side_title(sides.x_title, x_unit, setting.language)
    foot = 0.25 * style.size if lines_below else 0.3 * setting.style("mark").size
    places = Point(box.x, box.y + _BASELINE * style.size), Point(box.right, box.bottom - foot)
    titles = (
        *_title("title/y", upper, places[0], box.width, style, setting),
        *_title("title/x", lower, places[1], box.width, style, setting),
    )
    return replace(field, titles=titles)


def _is_beside(field: Field, setting: Setting) -> bool:
    """Whether what the x side counts is clear of the round numbers on its baseline."""
    style = setting.style("mark")
    lefts = [
        title.x - setting.measure.advance(title.text, title.style) - style.size
        for title in field.titles
        if title.align == "right"
    ]
    (numbers, *_) = (*field.below.choices, ())
    rights = [
        field.plane.x(one.share) + setting.measure.advance(one.text, style) / 2 for one in numbers
    ]
    return not lefts or not rights or max(rights) < lefts[0]


def _title(
    key: str, text: str, at: Point, width: float, style: TextStyle, setting: Setting
) -> tuple[Label, ...]:
    """What a side counts: the y side from the left, the x side up to the right."""
    lines, style = fitted(text, style, width, setting)
    align: Align = "right" if key == "title/x" else "left"
    return tuple(Label(key, line, at.x, at.y, style, setting.theme.quiet, align) for line in lines)


def _diameters(dots: tuple[Dot, ...], room: Box, *, has_sizes: bool) -> tuple[float, ...]:
    """Of bubbles whose areas are in proportion, or of dots that are smaller where there are many.

    What is too small to be seen is larger than it should be.
    """
    shorter = min(room.width, room.height)
    own = math.sqrt(room.width * room.height / len(dots))
    most = max((dot.size for dot in dots), default=0.0)
    if has_sizes and most > 0.0:
        largest = min(_LARGEST * shorter, max(_FILLED * own, _DOT))
        sizes = (largest * math.sqrt(dot.size / most) for dot in dots)
        return tuple(max(size, min(_LEAST, shorter / 2)) for size in sizes)
    size = min(max(_DOT_SHARE * own, _SMALL_DOT), _DOT, shorter / 2)
    return (size,) * len(dots)


def drawn_field(field: Field, setting: Setting) -> list[Drawn]:
    """Hairlines at round values both ways, what they are, and what the sides count."""
    room, line = field.plane.room, setting.theme.line
    rows = tuple((key, (x, room.y, x, room.bottom)) for key, x in field.uprights.items())
    pieces = drawn_plane(field.plane, field.inner, setting)
    if rows:
        pieces.insert(0, fading((hairlines("uprights", rows, line),), _FADE))
    return [
        *pieces,
        fading(_zero(field), _FADE),
        *drawn_below(field.below, field.plane, field.inner, setting),
        fading(field.titles, _FADE),
    ]


def _zero(field: Field) -> tuple[Label, ...]:
    """What is written at the line of zero, where values lie below it as well."""
    plane = field.plane
    figure = next((figure.full[0] for _, figure in plane.ticks), None)
    is_inside = plane.domain.has_zero and plane.base < plane.room.bottom - 1.0
    if figure is None or not is_inside:
        return ()
    size = figure.style.size
    heights = [plane.y(value) for value, _ in plane.ticks]
    if min(abs(plane.base - y) for y in heights) < size:
        return ()
    right, y = plane.room.x - _BESIDE, plane.base + 0.36 * size
    return (Label("tick/0", "0", right, y, figure.style, figure.colour, "right"),)
