"""What every contender draws: the same numbers, on a page of 1920 x 1080 units.

Five scenes. `stream`: four series of 1000 values, all of them new in every frame. `race`: thirty
bars that overtake each other. `points`: five thousand dots that travel. `morph`: two hundred bars
that change places and lengths. `routes`: 375 arcs drawn from a hub.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SCENES = ("stream", "race", "points", "morph", "routes")
SERIES, VALUES = 4, 1000
RACERS, DOTS, BARS, ROUTES, ARC = 30, 5000, 200, 375, 40
PERIOD = 240  # frames in which what moves comes back to where it was
COLOURS = ("#5470c6", "#91cc75", "#fac858", "#ee6666")
GROUND = "#101418"
LEFT, TOP, WIDE, HIGH = 120.0, 60.0, 1740.0, 940.0  # of what is drawn
LOW, MOST = -2.0, 5.0  # of the streams' values


def share(frame: int) -> float:
    """How far what moves has come, there and back, 0 to 1."""
    return (1 - math.cos(2 * math.pi * frame / PERIOD)) / 2


def stream(frame: int) -> Floats:
    """The values of the series: (4, 1000)."""
    i = np.arange(VALUES) + frame
    return np.array(
        [
            np.sin(i / 60 + s) * (1 + 0.3 * np.sin(i / 17))
            + 0.15 * np.sin(i * 12.9898 + s * 7)
            + s * 0.8
            for s in range(SERIES)
        ]
    )


def race(frame: int) -> Floats:
    """The values of the racers: (30,)."""
    n = np.arange(RACERS)
    return np.asarray(200 + 40 * n + 180 * np.sin(2 * np.pi * (frame / PERIOD + n * 0.37)))


def spread(count: int, turn: int) -> Floats:
    """Places in the unit square without clusters, others for each `turn`: (count, 2)."""
    n = np.arange(1 + turn * 7, count + 1 + turn * 7)[:, None]
    return np.asarray(n * [0.7548776662, 0.5698402909] * (1 + turn * 0.618) % 1.0)


def points(frame: int) -> Floats:
    """The places of the dots on the page: (5000, 2)."""
    start, end = spread(DOTS, 0), spread(DOTS, 1)
    return (start + (end - start) * share(frame)) * (WIDE, HIGH) + (LEFT, TOP)


def bar_boxes(turn: int) -> Floats:
    """Two hundred bars, in another order and with other lengths each turn: (200, 4)."""
    n = np.arange(BARS)
    place = n if turn == 0 else (n * 73) % BARS
    high = HIGH * (0.1 + 0.9 * spread(BARS, turn)[:, 0])
    pitch = WIDE / BARS
    wide = np.full(BARS, 0.7 * pitch)
    return np.column_stack((LEFT + place * pitch, TOP + HIGH - high, wide, high))


def routes() -> Floats:
    """Arcs from a hub: (375, 40, 2) places on the page."""
    ends = spread(ROUTES, 2) * (WIDE, HIGH) + (LEFT, TOP)
    hub = np.array([LEFT + 0.55 * WIDE, TOP + 0.5 * HIGH])
    along = np.linspace(0, 1, ARC)[None, :, None]
    straight = hub + (ends[:, None] - hub) * along
    length = np.linalg.norm(ends - hub, axis=1)[:, None, None]
    lift = np.concatenate((0 * along, -0.8 * along * (1 - along)), axis=2) * length
    return np.asarray(straight + lift)
