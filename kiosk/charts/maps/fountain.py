"""Ways of which only their number is known: a fountain over a plate, in no real direction."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.geometry import Box

_GOLDEN = math.pi * (3.0 - math.sqrt(5.0))  # radians
_NEAREST = 0.2  # of the plate's radius, the nearest place
_FLAT = 0.38  # the plate's depth, of the height, at most
_SQUEEZE = 0.36  # its depth, of its width, at most
_POINTS, _DENSER = 19, 1.4  # of a way, nearer to each other at its top, where it bends
_HIGH, _STEP = 0.8, 0.05  # how high ways rise, and how much higher each further one to a place
_PALEST, _LEVELS = 0.3, 8  # the opacity of the furthest; so many different ones
_ENDS = 0.6  # so much less pale are the ends


@dataclass(frozen=True, slots=True)
class Fountain:
    """Ways from the middle of a plate.

    x, y, wide, deep: the plate's middle and its radii. ways: (n, m, 2). ends: (k, 2) the places.
    strength: (n,) opacity of the ways, paler the further they go; end_strength: (k,) of the ends.
    """

    x: float
    y: float
    wide: float
    deep: float
    ways: Floats
    ends: Floats
    strength: Floats
    end_strength: Floats


def fountain_in(box: Box, ways: int, places: int) -> Fountain:
    """So many ways to so many places, both at least one, in the box.

    The places lie as the seeds of a sunflower do (H. Vogel, "A better way to construct the
    sunflower head", Mathematical Biosciences 44, 1979), the nearest first.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    count = np.arange(places)
    radius = np.sqrt(_NEAREST**2 + (1 - _NEAREST**2) * (count + 0.5) / places)
    turn = count * _GOLDEN
    wide = box.width / 2
    deep = min(_FLAT * box.height, _SQUEEZE * wide)
    x, y = box.x + wide, box.bottom - deep
    ends = np.stack((x + wide * radius * np.cos(turn), y + deep * radius * np.sin(turn)), axis=-1)
    to = np.arange(ways) % places
    again = np.arange(ways) // places
    u = np.linspace(-1.0, 1.0, _POINTS)
    t = 0.5 + 0.5 * np.sign(u) * np.abs(u) ** _DENSER
    line = np.array((x, y)) + (ends[to] - (x, y))[:, None] * t[None, :, None]
    bow = (4 * t * (1 - t))[None] * (_HIGH + 0.35 * radius[to] + _STEP * again)[:, None]
    room = (line[:, :, 1] - box.y)[bow > 1e-6] / bow[bow > 1e-6]
    line[:, :, 1] -= bow * max(0.0, float(room.min(initial=box.height)))
    pale = _PALEST + (1 - _PALEST) * (1 - radius) ** 0.8
    strength = np.round(pale[to] * _LEVELS) / _LEVELS
    return Fountain(x, y, wide, deep, line, ends, strength, pale**_ENDS)
