"""Where the words of an annotation may stand: many places, each with what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.charts.annotations.extent import Extent
    from kiosk.geometry import Size
    from kiosk.marks import Align

Leader = tuple[float, float, float, float]  # x1, y1 at the point, x2, y2 at the words

_ASIDE, _ABOVE = 14.0, 8.0  # from a line to its words beside it, above or below it
PAD = 14.0  # from a band's side to its words
_STEP = 28.0  # from one place to the next
_LEADERS = (30.0, 54.0, 88.0, 132.0, 190.0, 260.0)  # how far words stand from their point
_SLANTED, _BESIDE_FAR = 0.7, 1.7  # of that, both ways; and beside it, lest it seem a minus
_LONG, _IN = 90.0, 14.0  # where a bar's value is so long, a leader may begin so far in from its end
_FREE = 7.0  # between a point and its leader, and between that and the words
# What speaks against a place, 0: nothing; each further line of words counts 0.15.
_OTHER_SIDE, _OTHER_END, _BETWEEN = 0.12, 0.1, 0.3
_DOWN = 0.5  # at the far end of an upright line, or at the foot of a band
_OUTSIDE = 0.45
_FARTHER = 0.2  # for each step away from a point
_BESIDE, _BELOW, _ASLANT = 0.12, 0.2, 0.3  # a point, not above it


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for words. against: what speaks against it; leader: what leads there, if anything."""

    box: Box
    align: Align
    against: float
    leader: Leader | None = None


def spots_of(extent: Extent, size: Size) -> Iterator[Spot]:
    """The places for words of that size."""
    match extent.form:
        case "level":
            return _at_level(extent.box, size)
        case "upright":
            return _at_upright(extent.box, size)
        case "band":
            return _in_band(extent.box, size)
        case "note":
            return _around(extent.box, size, is_beside=extent.is_beside)


def _at_level(line: Box, size: Size) -> Iterator[Spot]:
    """Above the line or below it, at its left end, its right one, or between them."""
    for top, side in ((line.y - _ABOVE - size.height, 0.0), (line.y + _ABOVE, _OTHER_SIDE)):
        for left, align, end in _along(line.x, line.right, size.width):
            yield Spot(Box(left, top, size.width, size.height), align, side + end)


def _along(start: float, end: float, length: float) -> Iterator[tuple[float, Align, float]]:
    """Where words so long begin between `start` and `end`, and what speaks against it."""
    yield start, "left", 0.0
    yield end - length, "right", _OTHER_END
    at = start + _STEP
    while at < end - length:
        yield at, "left", _BETWEEN
        at += _STEP


def _at_upright(line: Box, size: Size) -> Iterator[Spot]:
    """Right of the line or left of it, from its upper end down."""
    for left, align, side in (
        (line.x + _ASIDE, "left", 0.0), (line.x - _ASIDE - size.width, "right", _OTHER_SIDE),
    ):  # fmt: skip
        for top, down in _downwards(line.y, line.bottom, size.height):
            yield Spot(Box(left, top, size.width, size.height), _held(align), side + down)


def _held(align: str) -> Align:
    """The side that is held."""
    return "right" if align == "right" else "left"


def _downwards(top: float, foot: float, height: float) -> Iterator[tuple[float, float]]:
    """Where words so high begin between `top` and `foot`, and what speaks against it."""
    at, room = top, max(1.0, foot - height - top)
    while at <= max(top, foot - height):
        yield at, _DOWN * (at - top) / room
        at += _STEP / 2


def _in_band(band: Box, size: Size) -> Iterator[Spot]:
    """In the band, from its upper left; else above, below or beside it."""
    inner = band.grown(-PAD)
    wide, high = size.width, size.height
    if wide <= inner.width and high <= inner.height:
        for left, align, end in _along(inner.x, inner.right, wide):
            for top, down in _downwards(inner.y, inner.bottom, high):
                yield Spot(Box(left, top, wide, high), align, end + down)
    centre = band.centre
    for top, down in _downwards(band.y + PAD, band.bottom - PAD, high):
        over = Box(centre.x - wide / 2, top, wide, high)
        yield Spot(over, "centre", _OUTSIDE + down)
        yield Spot(Box(band.right + _ASIDE, top, wide, high), "left", _OUTSIDE + _BESIDE + down)
        left = band.x - _ASIDE - wide
        yield Spot(Box(left, top, wide, high), "right", 2 * _BESIDE + _OUTSIDE + down)
    for top, side in ((band.y - _ABOVE - high, 0.0), (band.bottom + _ABOVE, _OTHER_SIDE)):
        for left, align, end in _along(band.x, band.right, wide):
            yield Spot(Box(left, top, wide, high), align, _OUTSIDE + side + end)


def _around(point: Box, size: Size, *, is_beside: bool) -> Iterator[Spot]:
    """Around a point, a little away from it, with a line that leads there."""
    wide, high, middle = size.width, size.height, point.centre
    for step, far in enumerate(_LEADERS):
        farther = _FARTHER * step
        beside, upwards = (0.0, _BESIDE) if is_beside else (_BESIDE, 0.0)
        above, below = point.y - far - high, point.bottom + far
        for x, share, align, aside in _holds(point):
            left = x - share * wide
            up = x, point.y - _FREE, x, above + high + _FREE
            yield Spot(Box(left, above, wide, high), align, farther + aside + upwards, up)
            down = x, point.bottom + _FREE, x, below - _FREE
            yield Spot(Box(left, below, wide, high), align, farther + aside + _BELOW, down)
        top = middle.y - high / 2
        wider = _BESIDE_FAR * far
        after = point.right + _FREE, middle.y, point.right + wider - _FREE, middle.y
        yield Spot(Box(point.right + wider, top, wide, high), "left", farther + beside, after)
        before = point.x - _FREE, middle.y, point.x - wider + _FREE, middle.y
        yield Spot(Box(point.x - wider - wide, top, wide, high), "right", farther + beside, before)
        yield from _aslant(point, size, far, farther + _ASLANT)


def _holds(point: Box) -> Iterator[tuple[float, float, Align, float]]:
    """From which x words are led to, at what share of them, and what speaks against it."""
    places = [(point.centre.x, 0.0)]
    if point.width > _LONG:
        places += [(point.right - _IN, 0.08), (point.x + _IN, 0.1)]
    for x, against in places:
        yield x, 0.5, "centre", against
        yield x, 0.0, "left", against + 0.04
        yield x, 1.0, "right", against + 0.06


def _aslant(point: Box, size: Size, far: float, against: float) -> Iterator[Spot]:
    """At the four corners of a point."""
    off, free = _SLANTED * far, _SLANTED * _FREE
    for is_right in (True, False):
        for is_above in (True, False):
            near_x, near_y = (
                point.right if is_right else point.x, point.y if is_above else point.bottom,
            )  # fmt: skip
            way_x, way_y = 1.0 if is_right else -1.0, -1.0 if is_above else 1.0
            x, y = near_x + way_x * off, near_y + way_y * off
            left = x if is_right else x - size.width
            top = y - size.height if is_above else y
            lead = (
                near_x + way_x * free, near_y + way_y * free, x - way_x * free, y - way_y * free,
            )  # fmt: skip
            box = Box(left, top, size.width, size.height)
            yield Spot(box, "left" if is_right else "right", against, lead)
