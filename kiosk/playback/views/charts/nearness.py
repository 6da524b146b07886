"""How far a finger is from each row of a batch, by its true shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import Points, Polygons, Polylines, Sectors, Segments, bounds
from kiosk.geometry import Point

if TYPE_CHECKING:
    from kiosk.batches import Batch, Floats

_CORNERS = 48  # of the outer side of a piece of a ring
_BESIDE_AREA = 0.25  # of the smallest target: so far beside an outline a finger still means it


def ways_to(batch: Batch, point: Point) -> Floats:
    """How far `point` is from each row, 0 inside of it: (n,); infinite of one that lies nowhere."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    at = np.array((point.x, point.y))
    match batch:
        case Points():
            away = np.hypot(*(batch.places[:, :2] - at).T)
            return np.asarray(np.maximum(away - batch.places[:, 2] / 2, 0.0))
        case Sectors():
            return _to_sectors(batch.places, at)
        case Segments():
            return to_lines(batch.ends.reshape(-1, 2, 2), at)
        case Polylines():
            return to_lines(batch.points, at)
        case Polygons():
            closed = np.concatenate((batch.points, batch.points[:, :1]), axis=1)
            return np.where(_are_around(closed, at), 0.0, to_lines(closed, at))
        case _:
            left, top, right, foot = bounds(batch).T
            dx = np.maximum(np.maximum(left - point.x, point.x - right), 0.0)
            dy = np.maximum(np.maximum(top - point.y, point.y - foot), 0.0)
            return np.asarray(np.hypot(dx, dy))


def reaches(batch: Batch, least: float) -> Floats:
    """How far beside each row a finger still means it: (n,). least: the side of a target."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    left, top, right, foot = bounds(batch).T
    thin = np.minimum(right - left, foot - top)
    match batch:
        case Sectors():
            _, _, inner, outer, start, end = batch.places.T
            thin = np.minimum(outer - inner, np.pi * (inner + outer) * (end - start))
        case Polylines() | Segments():
            thin = 0.0 * thin
        case Polygons():
            return np.asarray(np.maximum((least - thin) / 2, _BESIDE_AREA * least))
    return np.asarray(np.maximum((least - thin) / 2, 0.0))


def outline_of(batch: Batch, row: int) -> tuple[Point, ...]:
    """The corners of a row that is no box; none of one that is, or of a line."""
    match batch:
        case Sectors():
            points = _around(batch.places[row])
        case Polygons():
            points = batch.points[row]
        case _:
            return ()
    return tuple(Point(x, y) for x, y in points.tolist())


def _around(place: Floats) -> Floats:
    """Points around a piece of a ring: (2 * _CORNERS, 2)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    x, y, inner, outer, start, end = place.tolist()
    turns = 2 * np.pi * np.linspace(start, end, _CORNERS)
    ways = np.stack((np.sin(turns), -np.cos(turns)), axis=1)
    sides = np.concatenate((outer * ways, inner * ways[::-1]))
    return np.asarray(sides + np.array((x, y)))


def to_lines(points: Floats, at: Floats) -> Floats:
    """How far `at` is from each of n lines through m points: (n,); parted where one is NaN."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    corners = np.hypot(*np.moveaxis(points - at, 2, 0))
    nearest = np.fmin.reduce(corners, axis=1, initial=np.inf)
    if points.shape[1] < 2:
        return np.asarray(nearest)
    start, way = points[:, :-1], np.diff(points, axis=1)
    squared = (way**2).sum(axis=2)
    share = ((at - start) * way).sum(axis=2) / np.where(squared > 0.0, squared, 1.0)
    foot = start + np.clip(share, 0.0, 1.0)[..., None] * way
    beside = np.hypot(*np.moveaxis(foot - at, 2, 0))
    return np.asarray(np.fmin.reduce(beside, axis=1, initial=np.inf).clip(max=nearest))


def _are_around(points: Floats, at: Floats) -> Floats:
    """Which of n closed outlines go around `at`: (n,), as even-odd filling has it."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    (x, y), (next_x, next_y) = (np.moveaxis(part, 2, 0) for part in (points[:, :-1], points[:, 1:]))
    crosses = (y > at[1]) != (next_y > at[1])
    rise = np.where(crosses, next_y - y, 1.0)
    is_left = at[0] < x + (at[1] - y) * (next_x - x) / rise
    return np.asarray((crosses & is_left).sum(axis=1) % 2 == 1)


def _to_sectors(places: Floats, at: Floats) -> Floats:
    """How far `at` is from each piece of a ring: (n,)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    x, y, inner, outer, start, end = places.T
    dx, dy = at[0] - x, at[1] - y
    away = np.hypot(dx, dy)
    turn = np.arctan2(dx, -dy) / (2 * np.pi)
    is_level = (turn - start) % 1.0 <= end - start
    radial = np.maximum(np.maximum(inner - away, away - outer), 0.0)
    sides = []
    for side in (start, end):
        ways = np.stack((np.sin(2 * np.pi * side), -np.cos(2 * np.pi * side)), axis=1)
        ends = [places[:, :2] + radius[:, None] * ways for radius in (inner, outer)]
        sides.append(to_lines(np.stack(ends, axis=1), at))
    return np.where(is_level, radial, np.minimum(*sides))
