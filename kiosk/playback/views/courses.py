"""Values along a line as it lies on the page: which one is next to a finger, and where it stands.

A line is drawn at its values, of very many at those that can be seen; so where its corners lie says
where each value does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import Polygons, Polylines
from kiosk.geometry import Point

if TYPE_CHECKING:
    from kiosk.batches import Batch, Floats
    from kiosk.charts.reading import Course


def line_of(batch: Batch, row: int) -> Floats | None:
    """The line of a row, or the side of an area that grows: (m, 2); None of what has neither."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    match batch:
        case Polylines():
            return np.asarray(batch.points[row])
        case Polygons():
            return np.asarray(batch.points[row, : batch.points.shape[1] // 2])
        case _:
            return None


def nearest_value(line: Floats, course: Course, point: Point) -> int:
    """The number of the value next to `point`; where lines run across, next to it in x."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    if course.by == "corners":
        corners = line[course.places.astype(np.intp)]
        return int(np.nanargmin(np.hypot(*(corners - (point.x, point.y)).T)))
    known = _known(line)
    x = known[np.argmin(np.abs(known[:, 0] - point.x)), 0]
    left, right = known[0, 0], known[-1, 0]
    share = (x - left) / (right - left) if right > left else 0.0
    first, last = course.places[0], course.places[-1]
    return int(np.argmin(np.abs(course.places - (first + share * (last - first)))))


def place_of(line: Floats, course: Course, number: int) -> Point:
    """Where the value of that number stands."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    if course.by == "corners":
        return Point(*line[int(course.places[number])].tolist())
    known = _known(line)
    left, right = known[0, 0], known[-1, 0]
    first, last = course.places[0], course.places[-1]
    share = (course.places[number] - first) / (last - first) if last > first else 0.0
    x = float(left + share * (right - left))
    return Point(x, float(np.interp(x, known[:, 0], known[:, 1])))


def _known(line: Floats) -> Floats:
    """The corners that lie somewhere."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return np.asarray(line[~np.isnan(line).any(axis=1)])
