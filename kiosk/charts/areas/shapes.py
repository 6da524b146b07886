"""Layers as polygons on a plane, and the lines on their upper sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Points, Polygons, Polylines, column, fours
from kiosk.charts.plane.domain import LinearDomain
from kiosk.charts.plane.many import shares_of
from kiosk.charts.rows import unique_keys
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.areas.layers import Layers
    from kiosk.charts.plane.plane import Plane
    from kiosk.theme import Colour

_SLIVER = 16.0  # how wide an area of one place is, in logical units
_SEAM = 2.0  # between areas one on another


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """The two sides of areas on the page: (n, m) each; x: (m,). NaN where an area has a gap.

    at: (m,) the places in the data.
    """

    x: Floats
    upper: Floats
    lower: Floats
    at: Floats


def sides_of(layers: Layers, plane: Plane) -> Sides:
    """Where the layers lie on the plane; a single place is a little wide."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    room, domain = plane.room, plane.domain
    x, at = room.x + layers.shares * room.width, layers.at
    if isinstance(domain, LinearDomain):
        # The plane may count in shares of a greater value, and no sum may be too large for floats.
        scale = layers.largest / domain.largest if domain.largest > 0.0 else 1.0
        unit = replace(domain, largest=1.0)
        shares = [shares_of(unit, scale * side) for side in (layers.upper, layers.lower)]
    else:
        sides = (layers.upper, layers.lower)
        shares = [shares_of(domain, layers.largest * side) for side in sides]
    upper, lower = (room.bottom - share * room.height for share in shares)
    if len(x) == 1:
        half = min(_SLIVER, room.width) / 2
        x = np.clip(x, room.x + half, room.right - half) + np.array((-half, half))
        upper, lower, at = upper.repeat(2, axis=1), lower.repeat(2, axis=1), at.repeat(2)
    return Sides(x, upper, lower, at)


def area_batch(
    keys: Sequence[str], sides: Sides, fills: Sequence[Colour], seam: Colour | None
) -> Polygons:
    """The areas as the chart's marks. seam: what is drawn between them, or nothing."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    points = np.stack([_outline(sides, row) for row in range(len(keys))])
    line = fours(seam or (0.0, 0.0, 0.0, 0.0) for _ in keys)
    names = tuple(f"mark/{key}" for key in keys)
    at = np.broadcast_to(sides.at, (len(keys), len(sides.at)))
    seam_wide = 0.0 if seam is None else _SEAM
    return Polygons("marks", names, points, fours(fills), line, seam_wide, at=at)


def _outline(sides: Sides, row: int) -> Floats:
    """The upper side and the lower one back: (2m, 2). In a gap both lie at its nearer edge."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    upper, lower = sides.upper[row], sides.lower[row]
    known = ~np.isnan(upper)
    index = np.arange(len(upper))
    before = np.maximum.accumulate(np.where(known, index, -1))
    after = np.minimum.accumulate(np.where(known, index, 2 * len(upper))[::-1])[::-1]
    is_nearer = (before >= 0) & (index - before <= after - index)
    edge = np.where(known, index, np.where(is_nearer, before, np.minimum(after, len(upper) - 1)))
    x, foot = sides.x[edge], lower[edge]
    top = np.where(known, upper, foot)
    return np.concatenate((np.stack((x, top), axis=1), np.stack((x, foot), axis=1)[::-1]))


def line_batch(
    name: str, keys: Sequence[str], sides: Sides, rows: Sequence[int], colours: Sequence[Colour],
    width: float,
) -> Polylines:  # fmt: skip
    """The lines on the upper sides of the areas `rows`, all of one width."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    upper = sides.upper[[*rows]]
    points = np.stack((np.broadcast_to(sides.x, upper.shape), upper), axis=2)
    names = tuple(f"line/{keys[row]}" for row in rows)
    trim, inks = column(1.0 for _ in rows), fours(colours[row] for row in rows)
    at = np.broadcast_to(sides.at, upper.shape)
    return Polylines(name, names, points, trim, inks, width, at=at)


def lonely(keys: Sequence[str], sides: Sides, colours: Sequence[Colour]) -> Points | None:
    """Dots for the values between two gaps, which have no area; None where there is no such."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    known = np.pad(~np.isnan(sides.upper), ((0, 0), (1, 1)))
    is_alone = known[:, 1:-1] & ~known[:, :-2] & ~known[:, 2:]
    found = [(int(row), int(at)) for row, at in np.argwhere(is_alone)]
    if not found:
        return None
    places = np.array([(sides.x[at], sides.upper[row, at], 8.0) for row, at in found])
    names = unique_keys([f"alone/{keys[row]}/{sides.at[at]:.15g}" for row, at in found])
    return Points("alone", names, places, fours(colours[row] for row, _ in found))
