"""The span of values that a chart shows, in proportion or by powers of ten."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from kiosk.charts.axes import round_ticks
from kiosk.charts.scales import largest_of
from kiosk.values import dataclass

_FROM_ZERO = 0.5  # where the least value is at most so much of the greatest, the scale has its zero
_AIR = 0.15  # of the values' span, above and below where it has none
_LEAST_POWER, _LARGEST_POWER = -307, 308  # of ten, among floats


class Domain(Protocol):
    """The values from one side of a chart to the other."""

    @property
    def has_zero(self) -> bool:
        """Whether zero is among them."""

    def share(self, value: float) -> float:
        """The value's place between the lower side, 0, and the upper one, 1."""

    def ticks(self, length: float, apart: float, most: int = 3) -> tuple[float, ...]:
        """At most `most` round values; fewer where, so long, they lie nearer than `apart`."""

    def widened(self, below: float, above: float) -> Domain:
        """The same with more room at both sides, as shares of its span."""


@dataclass(frozen=True, slots=True)
class LinearDomain:
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

    def ticks(self, length: float, apart: float, most: int = 3) -> tuple[float, ...]:
        """At most `most` round values; fewer where, so long, they lie nearer than `apart`."""
        for count in range(most, 0, -1):
            values = round_ticks(self.low * self.largest, self.high * self.largest, count)
            if _are_apart([self.share(value) * length for value in values], apart):
                return values
        return ()

    def widened(self, below: float, above: float) -> LinearDomain:
        """The same with more room at both sides, as shares of its span."""
        span = self.high - self.low
        return replace(self, low=self.low - below * span, high=self.high + above * span)


@dataclass(frozen=True, slots=True)
class LogDomain:
    """Values above zero by their powers of ten. low, high: the exponents at the two sides."""

    low: float
    high: float

    @property
    def has_zero(self) -> bool:
        """Never: zero is infinitely far down."""
        return False

    def share(self, value: float) -> float:
        """The value's place between the two sides; what is not above zero lies on the lower."""
        if value <= 0.0:
            return 0.0
        return (math.log10(value) - self.low) / (self.high - self.low)

    def ticks(self, length: float, apart: float, most: int = 3) -> tuple[float, ...]:
        """Powers of ten, each or every second, third … one, as many as have room.

        Where less than two of them lie in the span, also their doubles and fives.
        """
        first = max(_LEAST_POWER, math.ceil(self.low - 1e-9))
        last = min(_LARGEST_POWER, math.floor(self.high + 1e-9))
        if last <= first:
            return self._between_powers(length, apart, most)
        for step in range(1, max(2, last - first + 2)):
            values = tuple(10.0**exponent for exponent in range(first, last + 1, step))
            if len(values) <= most and _are_apart([self.share(v) * length for v in values], apart):
                return values
        return ()

    def widened(self, below: float, above: float) -> LogDomain:
        """The same with more room at both sides, as shares of its span."""
        span = self.high - self.low
        return LogDomain(self.low - below * span, self.high + above * span)

    def _between_powers(self, length: float, apart: float, most: int) -> tuple[float, ...]:
        """Round values of a span that holds one power of ten, or none."""
        low = max(_LEAST_POWER, math.floor(self.low))
        powers = [10.0**exponent for exponent in range(low, min(_LARGEST_POWER, low + 1) + 1)]
        for leading in ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,), (2.0,), (5.0,)):
            every = (first * power for power in powers for first in leading)
            values = tuple(value for value in every if 0.0 <= self.share(value) <= 1.0)
            if 0 < len(values) <= most and _are_apart(
                [self.share(value) * length for value in values], apart
            ):
                return values
        return ()


def domain_of(
    values: tuple[float, ...], *, from_zero: bool = False, is_log: bool = False
) -> Domain:
    """The span of `values`, with zero where that leaves them enough room.

    from_zero: with zero in any case, as lengths and areas need it. is_log: by powers of ten, where
    any value is above zero.
    """
    above = [value for value in values if value > 0.0] if is_log else []
    if above:
        return _log_domain(above)
    largest = largest_of(values)
    if largest <= 0.0:
        return LinearDomain(0.0, 1.0, largest)
    low, high = min(values) / largest, max(values) / largest
    least, most = sorted((abs(low), abs(high)))
    if from_zero or low * high <= 0.0 or least <= _FROM_ZERO * most or high - low < 1e-9:
        return LinearDomain(min(0.0, low), max(0.0, high), largest)
    air = _AIR * (high - low)
    return LinearDomain(low - air, high + air, largest)


def _log_domain(values: list[float]) -> LogDomain:
    """From the power of ten below the least to the one above the greatest."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return LogDomain(float(low), float(max(high, low + 1)))


def _are_apart(places: list[float], apart: float) -> bool:
    """Whether none of the places lies nearer to the next than `apart`."""
    return all(abs(b - a) >= apart for a, b in pairwise(places))
