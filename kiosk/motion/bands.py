"""Bars that roll up into rings: both are bands, straight or bent, and their bend is interpolated.

A bar is a band from its foot to its far edge; a piece of a ring is one from where it starts to
where it ends, so that what was a length becomes an angle. On the way every band stays one: no
side crosses another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import Bars, Sectors

if TYPE_CHECKING:
    from kiosk.batches import Batch, Floats

_HALF = 24  # corners on each side


def are_bands(old: Batch, new: Batch) -> bool:
    """Whether one is of bars and the other of pieces of rings."""
    kinds = {type(old), type(new)}
    return kinds == {Bars, Sectors}


def bands_of(batch: Bars | Sectors) -> Floats:
    """The rows as bands: (n, 7).

    The x and y of the middle, the heading there (radians, clockwise from the right), the length
    along the middle, by how much it turns over that length, the thickness, and how far the ends
    stand back.
    """
    if isinstance(batch, Bars):
        x, y, width, height = batch.boxes.T
        is_up = batch.along == "up"
        heading = np.full(len(x), -np.pi / 2 if is_up else 0.0)
        length, thickness = (height, width) if is_up else (width, height)
        none = np.zeros(len(x))
        parts = (x + width / 2, y + height / 2, heading, length, none, thickness, none)
        return np.stack(parts, axis=1)
    x, y, inner, outer, start, end = batch.places.T
    span, middle, radius = 2 * np.pi * (end - start), np.pi * (start + end), (inner + outer) / 2
    back = np.where(end - start < 1.0, batch.gap / 2, 0.0)
    at = x + radius * np.sin(middle), y - radius * np.cos(middle)
    return np.stack((*at, middle, radius * span, span, outer - inner, back), axis=1)


def between_bands(old: Floats, new: Floats, share: Floats) -> Floats:
    """The bands at their shares (n,) of the way.

    Each turns the shorter way round, and is short while it turns, as a long one needs much room.
    """
    turned = new.copy()
    turned[:, 2] = old[:, 2] + (new[:, 2] - old[:, 2] + np.pi) % (2 * np.pi) - np.pi
    bands = np.asarray(old + (turned - old) * share[:, None])
    was, now = old[:, 3], new[:, 3]
    longer = np.where(now > was, share**2, share * (2 - share))
    bands[:, 3] = was + (now - was) * longer
    return bands


def outlines_of(bands: Floats) -> Floats:
    """The bands' corners, the outer side there and the inner one back: (n, 2 x 24, 2)."""
    outer, inner = (_side(bands, out) for out in (0.5, -0.5))
    return np.concatenate((outer, inner[:, ::-1]), axis=1)


def _side(bands: Floats, out: float) -> Floats:
    """The points of one side, `out` thicknesses to the left of the middle: (n, 24, 2)."""
    x, y, heading, length, span, thickness, back = (bands[:, place, None] for place in range(7))
    off = out * thickness
    longer = length + off * span  # the outer side of a bent band
    kept = 1.0 - 2 * np.minimum(back / np.maximum(longer, 1e-9), 0.5)
    way = kept * np.linspace(-0.5, 0.5, _HALF)
    # The middle line runs along a circle: a chord as long as sinc says, at half the turn.
    chord = length * way * np.sinc(span * way / (2 * np.pi))
    half, there = heading + span * way / 2, heading + span * way
    left = there - np.pi / 2
    across = x + chord * np.cos(half) + off * np.cos(left)
    down = y + chord * np.sin(half) + off * np.sin(left)
    return np.stack((across, down), axis=-1)
