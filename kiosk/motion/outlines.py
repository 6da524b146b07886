"""Batches as polygons, so that bars can turn into pieces of a ring and those into dots.

The first half of an outline is the side that grows, the second its foot on the way back: the upper
edge of a bar becomes the outer arc of a piece of a pie, and its foot the inner one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import Bars, Points, Polygons, Sectors

if TYPE_CHECKING:
    from kiosk.batches import Batch, Floats

HALF = 24  # corners on each side
_REMEMBERED = 8  # batches, as those on their way are asked for in every frame
_ALONG = np.linspace(0.0, 1.0, HALF)


@lru_cache(_REMEMBERED)
def outlined(batch: Batch) -> Polygons:
    """The rows of `batch` as polygons with twice `HALF` corners.

    Corners are not rounded. Raises TypeError for lines, which have no area.
    """
    match batch:
        case Bars():
            return _polygons(batch, _of_bars(batch))
        case Sectors():
            return _polygons(batch, _of_sectors(batch.places, batch.gap / 2))
        case Points():
            return _polygons(batch, _of_points(batch.places))
        case Polygons():
            return batch
        case _:
            message = f"{type(batch).__name__} have no outline"
            raise TypeError(message)


def between_outlines(old: Floats, new: Floats, share: Floats) -> Floats:
    """Outlines at their shares (n,) of the way, each corner going to one on the same side.

    old, new: (n, 2 HALF, 2), clockwise. The old ones may begin at any eighth of their corners: from
    where the way is shortest.
    """
    if not len(old):
        return old
    turns = np.stack([np.roll(old, step, axis=1) for step in range(0, 2 * HALF, HALF // 4)])
    to = new - (new.mean(axis=1) - old.mean(axis=1))[:, None]
    ways = ((turns - to) ** 2).sum(axis=(2, 3))
    was = turns[ways.argmin(axis=0), np.arange(len(old))]
    return np.asarray(was + (new - was) * share[:, None, None])


def _polygons(batch: Bars | Sectors | Points, points: Floats) -> Polygons:
    """Those outlines with the batch's colours."""
    line = np.zeros_like(batch.fill)
    return Polygons(batch.key, batch.keys, points, batch.fill, line, opacity=batch.opacity)


def _of_bars(bars: Bars) -> Floats:
    """From the far edge to the foot: (n, 2 HALF, 2)."""
    x, y, width, height = (bars.boxes[:, place, None] for place in range(4))
    if bars.along == "up":
        across, back = x + width * _ALONG, x + width * _ALONG[::-1]
        far, foot = y + 0.0 * across, y + height + 0.0 * back
        return _joined(across, far, back, foot)
    down, back = y + height * _ALONG, y + height * _ALONG[::-1]
    return _joined(x + width + 0.0 * down, down, x + 0.0 * back, back)


def _of_sectors(places: Floats, back: float) -> Floats:
    """The outer arc, and the inner one back. back: how far a piece's sides stand back."""
    x, y, inner, outer, start, end = (places[:, place, None] for place in range(6))
    span = np.pi * (end - start)
    far, near = (_turned(back, radius, span) for radius in (outer, inner))
    middle, way = np.pi * (start + end), 2 * _ALONG - 1
    turns, back_turns = middle + (span - far) * way, middle - (span - near) * way
    return _joined(
        x + outer * np.sin(turns), y - outer * np.cos(turns),
        x + inner * np.sin(back_turns), y - inner * np.cos(back_turns),
    )  # fmt: skip


def _turned(back: float, radius: Floats, span: Floats) -> Floats:
    """The angle by which a side that stands back is turned; a whole ring's is not. (n, 1)."""
    turned = np.arcsin(np.minimum(1.0, back / np.maximum(radius, back + 1e-9)))
    return np.where(span < np.pi, np.minimum(turned, span), 0.0)


def _of_points(places: Floats) -> Floats:
    """The upper half of a disc from left to right, and the lower one back."""
    x, y, across = (places[:, place, None] for place in range(3))
    angle = np.pi * _ALONG
    dx, dy = across / 2 * np.cos(angle), across / 2 * np.sin(angle)
    return _joined(x - dx, y - dy, x + dx, y + dy)


def _joined(across: Floats, down: Floats, back: Floats, foot: Floats) -> Floats:
    """Both sides as one outline."""
    there, here = np.stack((across, down), axis=-1), np.stack((back, foot), axis=-1)
    return np.concatenate((there, here), axis=1)
