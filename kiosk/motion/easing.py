"""Easings as in CSS: share of the time gone → share of the way gone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats

    Number = TypeVar("Number", float, Floats)


@dataclass(frozen=True, slots=True)
class Easing:
    """A cubic Bézier from (0, 0) to (1, 1) with control points (x1, y1) and (x2, y2).

    x1 and x2 lie in 0 to 1. After the CSS Easing Functions specification, level 1.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    def __call__(self, share: float) -> float:
        """The share of the way at `share` of the time; 0 before the start, 1 after the end."""
        if share <= 0.0:
            return 0.0
        if share >= 1.0:
            return 1.0
        if (self.x1, self.y1) == (0.0, 0.0) and (self.x2, self.y2) == (1.0, 1.0):
            return share
        return _bezier(self._parameter(share), self.y1, self.y2)

    def shares(self, shares: Floats) -> Floats:
        """The same for many at once; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        shares = np.clip(shares, 0.0, 1.0)
        x, s = _curve(self)
        at = np.interp(shares, x, s)
        slope = _slope(at, self.x1, self.x2)
        beyond = _bezier(at, self.x1, self.x2) - shares
        at = np.clip(at - np.where(slope > _FLAT, beyond / np.maximum(slope, _FLAT), 0.0), 0.0, 1.0)
        ways = _bezier(at, self.y1, self.y2)
        return np.asarray(np.where(shares >= 1.0, 1.0, np.where(shares <= 0.0, 0.0, ways)))

    def _parameter(self, share: float) -> float:
        """The curve's parameter at which its x is `share`, to 1e-9.

        By Newton's method, and by halving what is left where the curve is too flat for that.
        """
        low, high, at = 0.0, 1.0, share
        for _ in range(_MOST_STEPS):
            beyond = _bezier(at, self.x1, self.x2) - share
            if abs(beyond) < _CLOSE:
                break
            low, high = (low, at) if beyond > 0.0 else (at, high)
            slope = _slope(at, self.x1, self.x2)
            at = at - beyond / slope if slope > _FLAT else low
            if not low < at < high:
                at = (low + high) / 2
        return at


@lru_cache(32)
def _curve(easing: Easing) -> tuple[Floats, Floats]:
    """The x at which the curve is at some parameters, and these, so near that Newton ends it."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    s = np.linspace(0.0, 1.0, _CURVE_POINTS)
    return _bezier(s, easing.x1, easing.x2), s


_CURVE_POINTS = 2049
_MOST_STEPS, _CLOSE, _FLAT = 60, 1e-9, 1e-6


def _bezier(s: Number, first: float, second: float) -> Number:
    """One coordinate of the curve at parameter `s`."""
    return 3 * (1 - s) ** 2 * s * first + 3 * (1 - s) * s**2 * second + s**3


def _slope(s: Number, first: float, second: float) -> Number:
    """How fast that coordinate grows with `s`."""
    return 3 * (1 - s) ** 2 * first + 6 * (1 - s) * s * (second - first) + 3 * s**2 * (1 - second)


LINEAR = Easing(0.0, 0.0, 1.0, 1.0)
EASE_OUT = Easing(0.0, 0.0, 0.58, 1.0)
EASE_IN_OUT = Easing(0.42, 0.0, 0.58, 1.0)
SETTLE = Easing(0.2, 0.7, 0.2, 1.0)  # the house's own: quick off, long to rest

EASINGS = {
    "linear": LINEAR,
    "ease": Easing(0.25, 0.1, 0.25, 1.0),
    "ease-in": Easing(0.42, 0.0, 1.0, 1.0),
    "ease-out": EASE_OUT,
    "ease-in-out": EASE_IN_OUT,
    "settle": SETTLE,
}
