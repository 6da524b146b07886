"""Values along a line as it lies on the page: which one is next to a finger, and where it stands.

A line is drawn at its values, of very many at those that can be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import Polygons, Polylines
from kiosk.geometry import Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kiosk.batches import Batch, Floats
    from kiosk.charts.reading import Course

_SAME = 1e-3  # of the least way from a value to the next: so near, a corner stands for it


def line_of(batch: Batch, row: int) -> Floats | None:
    """A row's line, or the side of an area that grows, corner by corner: (m, 3).

    x, y, and to what of the data it belongs. None of what has no line.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    if isinstance(batch, Polylines | Polygons):
        at = batch.at[row]
        return np.column_stack((batch.points[row, : len(at)], at))
    return None


def nearest_value(line: Floats, course: Course, point: Point) -> int | None:
    """The number of the value next to `point`; where lines run across, next to it in x.

    None where none of them is on the line.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    if course.by == "corners":
        corners = line[course.places.astype(np.intp), :2]
        ways = np.hypot(*(corners - (point.x, point.y)).T)
        return None if np.isnan(ways).all() else int(np.nanargmin(ways))
    known = _known(line)
    numbers, is_value = _numbers(known[:, 2], course.places)
    if not is_value.any():
        return None
    ways = np.where(is_value, np.abs(known[:, 0] - point.x), np.inf)
    return int(numbers[np.lexsort((np.abs(known[:, 1] - point.y), ways))[0]])


def place_of(line: Floats, course: Course, number: int) -> Point | None:
    """Where the value of that number stands; None where the line does not reach it."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    if course.by == "corners":
        x, y = line[int(course.places[number]), :2].tolist()
        return None if np.isnan((x, y)).any() else Point(x, y)
    known, at = _known(line), course.places[number]
    numbers, is_value = _numbers(known[:, 2], course.places)
    found = np.flatnonzero(is_value & (numbers == number))
    if len(found):
        x, y = known[found[0], :2].tolist()
        return Point(x, y)
    if not len(known) or not known[0, 2] <= at <= known[-1, 2]:
        return None
    return Point(*(float(np.interp(at, known[:, 2], known[:, side])) for side in (0, 1)))


def _known(line: Floats) -> Floats:
    """The corners that lie somewhere and belong to something."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return np.asarray(line[~np.isnan(line).any(axis=1)])


def _numbers(at: Floats, places: Floats) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The numbers of the values next to corners, and whether each of those stands for it."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    after = np.clip(np.searchsorted(places, at), 0, len(places) - 1)
    before = np.maximum(after - 1, 0)
    numbers = np.where(at - places[before] < places[after] - at, before, after)
    least = np.diff(places).min() if len(places) > 1 else 1.0
    return numbers, np.abs(at - places[numbers]) <= _SAME * least
