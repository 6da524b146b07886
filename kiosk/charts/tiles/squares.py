"""Boxes whose areas are in proportion to sizes, as near to squares as can be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP, _GROUP_GAP = 4.0, 12.0  # between two boxes, and between two groups of them; logical units
_GAP_SHARE = 0.1  # of the shorter side of all, at most
_LEAST_SIDE = 1.0  # of all of them, logical units
_LEAST = 6.0  # square units: what is smaller cannot be seen and is left out


def tiles_in(
    box: Box, groups: Sequence[Sequence[float]], share: float = 1.0
) -> list[list[Box | None]]:
    """A box for each size of each group, the boxes of a group together.

    Sizes are finite; what is not above zero, or too small to be seen, has no box. share: of the
    area of `box`, above 0, that all of them take, from its upper left.
    """
    shorter = min(box.width, box.height)
    gap, apart = (min(one, _GAP_SHARE * shorter) for one in (_GAP, _GROUP_GAP))
    if share < 1.0:
        edge = gap if len(groups) == 1 else apart
        sides = (math.sqrt(share) * (side + edge) - edge for side in (box.width, box.height))
        box = Box(box.x, box.y, *(max(_LEAST_SIDE, side) for side in sides))
    if len(groups) == 1:
        return [_squares(box, groups[0], gap)]
    most = max((size for group in groups for size in group), default=0.0)
    if most <= 0.0:
        return [[None] * len(group) for group in groups]
    sums = [sum(max(0.0, size) / most for size in group) for group in groups]
    places = _squares(box, sums, apart)
    return [
        [None] * len(group) if place is None else _squares(place, group, gap)
        for place, group in zip(places, groups, strict=True)
    ]


def _squares(box: Box, sizes: Sequence[float], gap: float) -> list[Box | None]:
    """A box for each of the sizes, `gap` between two, the outer ones at the sides of `box`."""
    import squarify  # noqa: PLC0415 - with the first of them

    whole = box.grown(gap / 2)
    most = max(sizes, default=0.0)
    if most <= 0.0:
        return [None] * len(sizes)
    shares = [max(0.0, size / most) for size in sizes]  # so that sums are finite
    least = _LEAST / (whole.width * whole.height) * sum(shares)
    order = sorted(range(len(sizes)), key=lambda row: -shares[row])
    seen = [row for row in order if shares[row] >= least] or order[:1]
    areas = squarify.normalize_sizes([shares[row] for row in seen], whole.width, whole.height)
    found: list[Box | None] = [None] * len(sizes)
    for row, tile in zip(
        seen, squarify.squarify(areas, whole.x, whole.y, whole.width, whole.height), strict=True
    ):
        found[row] = _within(tile, gap, box)
    return found


def _within(tile: dict[str, float], gap: float, box: Box) -> Box:
    """The tile without half a gap on each side, as far as it has room for that, inside `box`."""
    across, down = (min(gap, tile[side] / 3) / 2 for side in ("dx", "dy"))
    left, top = max(box.x, tile["x"] + across), max(box.y, tile["y"] + down)
    right = max(left, min(box.right, tile["x"] + tile["dx"] - across))
    foot = max(top, min(box.bottom, tile["y"] + tile["dy"] - down))
    return Box(left, top, right - left, foot - top)
