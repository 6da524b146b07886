"""A river in plan: its middle line through chosen points, its banks, its distance."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from paint import Point


@dataclass(frozen=True, slots=True)
class River:
    """A river by its middle line (x, y in metres) and its width."""

    middle: tuple[Point, ...]
    width: float

    def distance(self, x: float, y: float) -> float:
        """Metres from (x, y) to the middle line."""
        return min(math.hypot(x - a, y - b) for a, b in self.middle)

    def banks(self) -> tuple[list[Point], list[Point]]:
        """The left and the right bank, looking downstream."""
        path = np.array(self.middle)
        along = np.gradient(path, axis=0)
        along /= np.linalg.norm(along, axis=1, keepdims=True)
        out = np.stack([-along[:, 1], along[:, 0]], axis=1) * self.width / 2
        left, right = path + out, path - out
        return [(float(x), float(y)) for x, y in left], [(float(x), float(y)) for x, y in right]


def bend() -> River:
    """The bend, through a few chosen points (a cubic between each two)."""
    knots = np.array([
        (1500, 560), (760, 1000), (-250, 1260), (-1000, 1720), (-1050, 2500), (-250, 3050),
        (900, 3350), (1750, 4000), (1700, 5200), (900, 6300), (1500, 7600), (900, 9500),
    ], dtype=float)  # fmt: skip
    slopes = np.gradient(knots, axis=0)
    middle: list[Point] = []
    for k in range(len(knots) - 1):
        for t in np.linspace(0, 1, 24, endpoint=False):
            place = (
                (2 * t**3 - 3 * t**2 + 1) * knots[k]
                + (t**3 - 2 * t**2 + t) * slopes[k]
                + (3 * t**2 - 2 * t**3) * knots[k + 1]
                + (t**3 - t**2) * slopes[k + 1]
            )
            middle.append((float(place[0]), float(place[1])))
    return River(tuple(middle), 300)
