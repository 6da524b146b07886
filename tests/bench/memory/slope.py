"""How fast something grows: the slope that half of all pairs of points exceed.

P. K. Sen, Estimates of the Regression Coefficient Based on Kendall's Tau (1968): a picture that
comes and goes moves it little, and its confidence asks for no law of the errors.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import NormalDist, median

_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Slope:
    """What `y` grows by for each one of `x`; the true slope lies from `least` to `most` (95 %)."""

    middle: float
    least: float
    most: float

    def times(self, factor: float) -> Slope:
        """The same for each `factor` of `x`."""
        return Slope(self.middle * factor, self.least * factor, self.most * factor)

    def __str__(self) -> str:
        return f"{self.middle:+.0f} (95 %: {self.least:+.0f} to {self.most:+.0f})"


def slope_of(points: Sequence[tuple[float, float]]) -> Slope:
    """The slope of points (x, y), of which no two have the same x; at least 5 of them."""
    assert len(points) >= 5, "fewer say nothing"
    slopes = sorted((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2))
    n, pairs = len(points), len(slopes)
    z = NormalDist().inv_cdf((1 + _CONFIDENCE) / 2)
    spread = z * math.sqrt(n * (n - 1) * (2 * n + 5) / 18)
    least, most = math.floor((pairs - spread) / 2), math.ceil((pairs + spread) / 2)
    return Slope(median(slopes), slopes[max(0, least)], slopes[min(pairs - 1, most)])
