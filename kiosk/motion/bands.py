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
_TURNING = 0.7  # of the way: so long bands turn
_ALIKE = 1.0  # logical units by which bars of one chart may differ in thickness


def are_bands(old: Batch, new: Batch) -> bool:
    """Whether one is of bars and the other of pieces of rings.

    Bars are as thick as each other; tiles, which are not, would have no room to bend.
    """
    bars = next((one for one in (old, new) if isinstance(one, Bars)), None)
    if bars is None or not any(isinstance(one, Sectors) for one in (old, new)):
        return False
    thickness = bars.boxes[:, 2 if bars.along == "up" else 3]
    return bool(np.ptp(thickness) < _ALIKE) if len(thickness) else True


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

    Each turns the shorter way round and unbends, and is short while it does: a long one has no room
    to turn. So the one that grows grows last, and the one that shrinks shrinks first.
    """
    turned = new.copy()
    turned[:, 2] = old[:, 2] + (new[:, 2] - old[:, 2] + np.pi) % (2 * np.pi) - np.pi
    was, now = old[:, 3], new[:, 3]
    soon, late = _eased(share / _TURNING), _eased((share - 1.0 + _TURNING) / _TURNING)
    turn = np.where(now > was, soon, late)[:, None]
    bands = np.asarray(old + (turned - old) * share[:, None])
    bands[:, [2, 4]] = old[:, [2, 4]] + (turned - old)[:, [2, 4]] * turn
    bands[:, 3] = was + (now - was) * np.where(now > was, late, soon)
    return bands


def between_rings(old: Floats, new: Floats, share: Floats) -> Floats:
    """Pieces of rings (as in `Sectors`) at their shares (n,) of the way.

    A large ring has no room to open: one that becomes smaller does so before it turns, and one that
    becomes larger after it.
    """
    soon, late = _eased(share / _TURNING), _eased((share - 1.0 + _TURNING) / _TURNING)
    shrinks, grows = new[:, 3] < old[:, 3] - _ALIKE, new[:, 3] > old[:, 3] + _ALIKE
    size = np.select((shrinks, grows), (soon, late), share)
    turn = np.select((shrinks, grows), (late, soon), share)
    return np.asarray(old + (new - old) * np.stack((size,) * 4 + (turn,) * 2, axis=1))


def _eased(share: Floats) -> Floats:
    """Shares of the way, gently at both ends; held before 0 and after 1."""
    gone = np.clip(share, 0.0, 1.0)
    return np.asarray(gone * gone * (3.0 - 2.0 * gone))


def outlines_of(bands: Floats) -> Floats:
    """The bands' corners, the outer side there and the inner one back: (n, 2 x 24, 2)."""
    outer, inner = (_side(bands, out) for out in (0.5, -0.5))
    return np.concatenate((outer, inner[:, ::-1]), axis=1)


def kept_within(outlines: Floats, *boxes: Floats) -> Floats:
    """The outlines, moved and made smaller as far as they would leave the box around `boxes`.

    boxes: (n, 4) left, top, right, bottom.
    """
    around = np.concatenate(boxes)
    least, most = around[:, :2].min(axis=0), around[:, 2:].max(axis=0)
    low, high = outlines.min(axis=1), outlines.max(axis=1)
    room, size = most - least, high - low
    fits = np.divide(room, size, out=np.ones_like(size), where=size > np.maximum(room, 1e-6))
    scale = fits.min(axis=1)[:, None]
    middle, half = (low + high) / 2, (high - low) / 2 * scale
    to = np.clip(middle, least + half, np.maximum(most - half, least + half))
    return np.asarray(to[:, None] + (outlines - middle[:, None]) * scale[:, None])


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
