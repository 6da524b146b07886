"""What the charts of a laid-out slide tell, and which of it a finger means."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.batches import ARRAYS, BATCHES, Polygons, Polylines, bounds
from kiosk.charts.base import Chart
from kiosk.charts.rows import in_key
from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.marks import Label, Shape
from kiosk.playback.views.charts.courses import line_of, nearest_value, place_of
from kiosk.playback.views.charts.nearness import outline_of, reaches, to_lines, ways_to
from kiosk.playback.views.charts.touched import TOUCHED, Stand, Touched
from kiosk.playback.views.extents import boxes_of, union
from kiosk.playback.views.figures import Ground
from kiosk.theme import Colour
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.batches import Batch, Floats
    from kiosk.charts.reading import Course, Reading
    from kiosk.geometry import Point
    from kiosk.layouts.base import Placed
    from kiosk.marks import Marks
    from kiosk.playback.views.room import Room
    from kiosk.show.model import Slide

_LEGEND, _NAME = "legend/", "name/"
_GROUND = ("hairline/", "zero")  # keys of what a hairline through a value is as high as
_DOT = 14.0  # the radius of what stands for a value along a line


@dataclass(frozen=True, slots=True, eq=False)
class Readable:
    """A chart in its place. part: its key. marks: as they have settled. readings, courses: of them.

    order: the keys of all that tells something, as in the data; then those of series. follows:
    whether a finger may go along its lines; where it is explored, a drag means another stretch.
    """

    part: str
    marks: Marks
    readings: Mapping[str, Reading]
    courses: Mapping[str, Course]
    order: tuple[str, ...]
    follows: bool = True

    def box(self, room: Room) -> Box | None:
        """The box around it."""
        return union(box for mark in self.marks for box in boxes_of(mark, room.measure))


def readable_on(slide: Slide, placed: tuple[Placed, ...], language: str) -> tuple[Readable, ...]:
    """The charts of a laid-out slide that tell something, in the order in which they come on."""
    scenes = {part.key: part.scene for part in placed}
    found = []
    for key, chart in elements_of(slide.parts).items():
        if isinstance(chart, Chart) and key in scenes:
            marks, follows = scenes[key].full, scenes[key].explorable is None
            courses = chart.courses(language)
            readings = {
                row: one for row, one in chart.readings().items() if not _is_end_of(row, courses)
            }
            if order := tuple(_order(marks, readings, courses)):
                found.append(Readable(key, marks, readings, courses, order, follows))
    return tuple(found)


def touched_at(charts: tuple[Readable, ...], room: Room, point: Point) -> Touched | None:
    """The mark under `point`, or the nearest one a finger may mean; None where there is none."""
    hits = [hit for one in charts for hit in _hits(one, room, point, is_following=False)]
    return min(hits, key=lambda hit: hit[:2])[2] if hits else None


def along(chart: Readable, room: Room, point: Point) -> Touched | None:
    """The value next to a finger that goes along the chart's lines, however far it has strayed."""
    hits = [*_hits(chart, room, point, is_following=True)]
    return min(hits, key=lambda hit: hit[:2])[2] if hits else None


def touched_by(charts: Iterable[Readable], room: Room, key: str) -> Touched | None:
    """The mark, value or series of that key; None where there is none."""
    for one in charts:
        row = key.removeprefix(f"{TOUCHED}{one.part}-")
        found = None if row == key else _by_row(one, room, row)
        if found is not None:
            return found
    return None


def value_row(row: str, number: int) -> str:
    """The key of a value along a line."""
    return f"{row}@{number}"


def course_and_number(chart: Readable, row: str) -> tuple[str, int] | None:
    """The line of a value and its number there, by its key; None of anything else."""
    line, _, number = row.rpartition("@")
    if line not in chart.courses or not number.isdecimal():
        return None
    return line, min(int(number), len(chart.courses[line].places) - 1)


_Hit = tuple[float, float, Touched]  # how far away it is, how large, and what it is


def _hits(chart: Readable, room: Room, point: Point, *, is_following: bool) -> Iterator[_Hit]:
    """What a finger may mean, of each kind of marks the nearest. is_following: of values only."""
    for mark in chart.marks:
        if isinstance(mark, BATCHES):
            yield from _rows(chart, mark, room, point, is_following=is_following)
        elif isinstance(mark, Label | Shape) and not is_following:
            touched = _single(chart, mark, room)
            way = math.inf if touched is None else _way(touched.box, point, room.target_side)
            if touched is not None and way < math.inf:
                yield way, touched.box.width * touched.box.height, touched


def _rows(
    chart: Readable, batch: Batch, room: Room, point: Point, *, is_following: bool
) -> Iterator[_Hit]:
    """The row of a batch that is meant, if there is one."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    follows = np.array([_line_row(chart, key) is not None for key in batch.keys], dtype=np.bool_)
    tells = follows | np.array([key in chart.readings for key in batch.keys], dtype=np.bool_)
    if not (follows if is_following else tells).any():
        return
    ways, sizes = _nearness(batch, point)
    is_below = follows & [key not in chart.courses for key in batch.keys]
    if is_following:
        ways[~follows | is_below] = np.inf
    else:
        reach = reaches(batch, room.target_side)
        if not isinstance(batch, Polygons):
            reach[follows] = np.maximum(reach[follows], room.target_side)
        ways[~tells | (ways > reach)] = np.inf
        ways[is_below] += room.target_side  # every line that is near comes first
    row = int(np.lexsort((sizes, ways))[0])
    if ways[row] < np.inf:
        touched = _row(chart, batch, row, room, point)
        if touched is not None:
            yield float(ways[row]), float(sizes[row]), touched


def _nearness(batch: Batch, point: Point) -> tuple[Floats, Floats]:
    """How far `point` is from each row, and which of several that are as near comes first.

    That is the smaller one, and of areas the one whose line is nearer.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    if isinstance(batch, Polygons):
        upper = batch.points[:, : batch.points.shape[1] // 2]
        return ways_to(batch, point), to_lines(upper, np.array((point.x, point.y)))
    left, top, right, foot = bounds(batch).T
    return ways_to(batch, point), (right - left) * (foot - top)


def _line_row(chart: Readable, key: str) -> str | None:
    """The row of the line that has values there: itself, or the line above an area."""
    line = f"line/{_name(key)}" if key.startswith("mark/") else key
    return next((row for row in (key, line) if row in chart.courses), None)


def _row(
    chart: Readable, batch: Batch, row: int, room: Room, point: Point | None
) -> Touched | None:
    """A row of a batch, or the value along it next to `point`."""
    key = batch.keys[row]
    course = _line_row(chart, key)
    line = None if course is None else line_of(batch, row)
    if course is not None and line is not None and point is not None:
        number = nearest_value(line, chart.courses[course], point)
        return None if number is None else _value(chart, batch, row, number, room)
    if key not in chart.readings:
        return None
    reading = chart.readings[key]
    x, y, right, bottom = bounds(batch)[row].tolist()
    alike = (_name(other) for other, one in chart.readings.items() if one == reading)
    names = frozenset({*alike, in_key(reading.series) or _name(key)})
    box, outline = Box(x, y, right - x, bottom - y), outline_of(batch, row)
    return Touched(chart.part, key, box, names, reading, outline=outline)


def _value(chart: Readable, batch: Batch, row: int, number: int, room: Room) -> Touched | None:
    """The value of that number along a row."""
    key = _line_row(chart, batch.keys[row])
    line = line_of(batch, row)
    at = None if line is None or key is None else place_of(line, chart.courses[key], number)
    if at is None or key is None:
        return None
    course = chart.courses[key]
    box = Box(at.x - _DOT, at.y - _DOT, 2 * _DOT, 2 * _DOT)
    _, colours = ARRAYS[type(batch)]
    ink = Colour(*getattr(batch, colours[0])[row].tolist())._replace(opacity=1.0)
    ground = _ground(chart, course, room) if course.by == "at" else None
    stand = Stand(at, ink, ground)
    names, reading = frozenset({_name(key)}), course.reading(number)
    return Touched(chart.part, value_row(key, number), box, names, reading, stand, chart.follows)


def _ground(chart: Readable, course: Course, room: Room) -> Ground:
    """Where the lines of a course's ground lie, and how high that is."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    boxes: list[Box] = []
    heights: list[Floats] = []
    for mark in chart.marks:
        if isinstance(mark, Polylines | Polygons):
            rows = [row for row, key in enumerate(mark.keys) if _stands_on(chart, key, course)]
            lines = mark.points[rows, : mark.at.shape[1], 1]
            heights.append(lines[~np.isnan(lines)])
        elif isinstance(mark, Shape) and mark.key.startswith(_GROUND):
            boxes += boxes_of(mark, room.measure) if mark.key.endswith(course.panel) else ()
    ys = np.concatenate((*heights, [y for box in boxes for y in (box.y, box.bottom)]))
    top, foot = float(ys.min()), float(ys.max())
    middle = np.median(np.concatenate(heights))
    return Ground(top, foot, is_high=bool(middle < (top + foot) / 2))


def _stands_on(chart: Readable, key: str, course: Course) -> bool:
    """Whether a row is a line on the ground of that course."""
    return key in chart.courses and chart.courses[key].panel == course.panel


def _single(chart: Readable, mark: Label | Shape, room: Room) -> Touched | None:
    """A mark that tells something, an entry of a legend, or the name at the end of a line."""
    row = _row_of(mark.key, chart.readings, chart.courses)
    box = None if row is None else next(iter(boxes_of(mark, room.measure)), None)
    if row is None or box is None:
        return None
    if row in chart.readings:
        reading = chart.readings[row]
        names = frozenset(_name(other) for other, one in chart.readings.items() if one == reading)
        return Touched(chart.part, row, box, names, reading)
    series = _name(row)
    of_it = {_name(key) for key, one in chart.readings.items() if in_key(one.series) == series}
    return Touched(chart.part, row, box, frozenset({series, *of_it}))


def _by_row(chart: Readable, room: Room, row: str) -> Touched | None:
    """What of a chart has that key."""
    value = course_and_number(chart, row)
    wanted = row if value is None else value[0]
    for mark in chart.marks:
        if not isinstance(mark, BATCHES):
            single = _single(chart, mark, room) if isinstance(mark, Label | Shape) else None
            if single is not None and single.row == row:
                return single
        elif wanted in mark.keys:
            at = mark.keys.index(wanted)
            if value is None:
                return _row(chart, mark, at, room, None)
            return _value(chart, mark, at, value[1], room)
    return None


def _order(
    marks: Marks, readings: Mapping[str, Reading], courses: Mapping[str, Course]
) -> Iterator[str]:
    """The keys of what tells something: lines or marks as in the data, then series.

    Of marks that tell the same, one after another, the first.
    """
    there = {key for mark in marks if isinstance(mark, BATCHES) for key in mark.keys}
    there |= {_whole(mark.key, readings) for mark in marks if not isinstance(mark, BATCHES)}
    before = None
    for key in courses or readings:
        if key in there and (key in courses or readings[key] != before):
            yield key
        before = readings.get(key)
    singles = (mark.key for mark in marks if isinstance(mark, Label | Shape))
    series = (_row_of(key, readings, courses) for key in singles)
    yield from dict.fromkeys(row for row in series if row is not None and row not in readings)


def _row_of(key: str, readings: Mapping[str, Reading], courses: Mapping[str, Course]) -> str | None:
    """What a single mark tells, by its key, or the series that it stands for; else nothing."""
    if (whole := _whole(key, readings)) in readings:
        return whole
    if key.startswith(_LEGEND):
        return key.removesuffix("/dot")
    if key.startswith(_NAME):
        names = (_name(key).rpartition("/")[0], _name(key))  # without the number of a line, or with
        lines = {_name(row) for row in (*courses, *readings) if row in courses or _is_dot(row)}
        return next((f"{_NAME}{name}" for name in names if name in lines), None)
    return None


def _whole(key: str, readings: Mapping[str, Reading]) -> str:
    """The key of what a single mark is, or is a part of, as an icon's body is."""
    whole = key.rpartition("/")[0]
    return whole if key not in readings and whole in readings else key


def _is_dot(row: str) -> bool:
    """Whether that is the dot on a line's end."""
    return row.startswith("dot/")


def _is_end_of(row: str, courses: Mapping[str, Course]) -> bool:
    """Whether that is the dot on the end of one of those lines, which tell of it themselves."""
    return _is_dot(row) and f"line/{_name(row)}" in courses


def _way(box: Box, point: Point, least: float) -> float:
    """How far a finger at `point` is from a box; infinite out of its reach.

    least: how large the smallest target is.
    """
    dx = max(box.x - point.x, point.x - box.right, 0.0)
    dy = max(box.y - point.y, point.y - box.bottom, 0.0)
    is_near = 2 * dx <= least - box.width or dx == 0.0
    is_level = 2 * dy <= least - box.height or dy == 0.0
    return math.hypot(dx, dy) if is_near and is_level else math.inf


def _name(key: str) -> str:
    """The row's name in a key."""
    return key.partition("/")[2]
