"""When the head of a growing line passes: one movement, cut into the pieces of the line."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.motion.easing import Easing
from kiosk.motion.timeline import Timing


class _At(NamedTuple):
    """A point of an easing's curve and its direction. x: share of the time; y: of the way."""

    s: float
    x: float
    y: float
    dx: float
    dy: float


def head_timing(whole: Timing, start: float, end: float) -> Timing:
    """The part of `whole` in which the head is between two shares of its way.

    A part of a cubic curve is one as well, so that pieces one after another move as the whole does.
    """
    if start <= 0.0 and end >= 1.0:
        return whole
    a, b = (_at(whole.easing, _parameter(whole.easing, share)) for share in (start, end))
    delay_s = whole.delay_s + a.x * whole.duration_s
    wide, high, third = b.x - a.x, b.y - a.y, (b.s - a.s) / 3
    if wide <= 1e-9 or high <= 1e-9:
        return Timing(delay_s, max(0.0, wide) * whole.duration_s)
    easing = Easing(
        _held(third * a.dx / wide), third * a.dy / high,
        _held(1 - third * b.dx / wide), 1 - third * b.dy / high,
    )  # fmt: skip
    return Timing(delay_s, wide * whole.duration_s, easing)


def _held(share: float) -> float:
    """A share between 0 and 1."""
    return min(1.0, max(0.0, share))


def _parameter(easing: Easing, way: float) -> float:
    """The curve's parameter at which so much of the way is gone, for easings that only go on."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _at(easing, middle).y < way else (low, middle)
    return (low + high) / 2 if 0.0 < way < 1.0 else _held(way)


def _at(easing: Easing, s: float) -> _At:
    """The curve at its parameter `s`."""

    def place(first: float, second: float) -> float:
        return 3 * (1 - s) ** 2 * s * first + 3 * (1 - s) * s**2 * second + s**3

    def slope(first: float, second: float) -> float:
        edges = 3 * (1 - s) ** 2 * first + 3 * s**2 * (1 - second)
        return edges + 6 * (1 - s) * s * (second - first)

    along, up = (easing.x1, easing.x2), (easing.y1, easing.y2)
    return _At(s, place(*along), place(*up), slope(*along), slope(*up))
