"""What the charts of a laid-out slide tell, and which of it a finger means."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.batches import ARRAYS, BATCHES, Polygons, bounds
from kiosk.charts.base import Chart
from kiosk.charts.rows import in_key
from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.marks import Label, Shape
from kiosk.playback.views.courses import line_of, nearest_value, place_of
from kiosk.playback.views.extents import boxes_of, union
from kiosk.playback.views.nearness import reaches, to_lines, ways_to
from kiosk.playback.views.touched import TOUCHED, Stand, Touched
from kiosk.theme import Colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.batches import Batch
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

    order: the keys of all that tells something, as in the data; then those of series.
    """

    part: str
    marks: Marks
    readings: Mapping[str, Reading]
    courses: Mapping[str, Course]
    order: tuple[str, ...]

    def box(self, room: Room) -> Box | None:
        """The box around it."""
        return union(box for mark in self.marks for box in boxes_of(mark, room.measure))


def readable_on(slide: Slide, placed: tuple[Placed, ...], language: str) -> tuple[Readable, ...]:
    """The charts of a laid-out slide that tell something, in the order in which they come on."""
    marks = {part.key: part.scene.full for part in placed}
    found = []
    for key, chart in elements_of(slide.parts).items():
        if isinstance(chart, Chart) and key in marks:
            readings, courses = chart.readings(), chart.courses(language)
            if readings or courses:
                order = tuple(_order(marks[key], readings, courses))
                found.append(Readable(key, marks[key], readings, courses, order))
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

    follows = np.array([key in chart.courses for key in batch.keys], dtype=np.bool_)
    tells = follows | np.array([key in chart.readings for key in batch.keys], dtype=np.bool_)
    if not (follows if is_following else tells).any():
        return
    ways = ways_to(batch, point)
    if is_following:
        ways[~follows] = np.inf
    else:
        least = room.target_side
        reach = np.where(follows, np.maximum(reaches(batch, least), least), reaches(batch, least))
        reach = reaches(batch, least) if isinstance(batch, Polygons) else reach
        ways[~tells | (ways > reach)] = np.inf
    left, top, right, foot = bounds(batch).T
    sizes = (right - left) * (foot - top)
    if isinstance(batch, Polygons) and follows.any():  # of areas that overlap, the nearest line
        half = batch.points.shape[1] // 2
        sizes = to_lines(batch.points[:, :half], np.array((point.x, point.y)))
    row = int(np.lexsort((sizes, ways))[0])
    if ways[row] < np.inf:
        touched = _row(chart, batch, row, room, point)
        if touched is not None:
            yield float(ways[row]), float(sizes[row]), touched


def _row(
    chart: Readable, batch: Batch, row: int, room: Room, point: Point | None
) -> Touched | None:
    """A row of a batch, or the value along it next to `point`."""
    key = batch.keys[row]
    line = line_of(batch, row) if key in chart.courses else None
    if line is not None and point is not None:
        return _value(chart, batch, row, nearest_value(line, chart.courses[key], point), room)
    if key not in chart.readings:
        return None
    reading = chart.readings[key]
    x, y, right, bottom = bounds(batch)[row].tolist()
    names = frozenset({_name(key), in_key(reading.series) or _name(key)})
    return Touched(chart.part, key, Box(x, y, right - x, bottom - y), names, reading)


def _value(chart: Readable, batch: Batch, row: int, number: int, room: Room) -> Touched | None:
    """The value of that number along a row."""
    key = batch.keys[row]
    line, course = line_of(batch, row), chart.courses[key]
    if line is None:
        return None
    at = place_of(line, course, number)
    box = Box(at.x - _DOT, at.y - _DOT, 2 * _DOT, 2 * _DOT)
    _, colours = ARRAYS[type(batch)]
    ink = Colour(*getattr(batch, colours[0])[row].tolist())._replace(opacity=1.0)
    upright = _upright(chart, course, room, at) if course.by == "width" else None
    reading = course.reading(number)
    stand = Stand(at, ink, upright)
    return Touched(chart.part, value_row(key, number), box, frozenset({_name(key)}), reading, stand)


def _upright(chart: Readable, course: Course, room: Room, at: Point) -> tuple[float, float]:
    """From the top of the ground on which a value stands to its foot."""
    on_ground: list[Box] = []
    for mark in chart.marks:
        if isinstance(mark, BATCHES):
            rows = zip(mark.keys, bounds(mark).tolist(), strict=True)
            on_ground += [
                Box(x, y, right - x, bottom - y)
                for key, (x, y, right, bottom) in rows
                if key in chart.courses and chart.courses[key].panel == course.panel
            ]
        elif mark.key.startswith(_GROUND) and mark.key.endswith(course.panel):
            on_ground += boxes_of(mark, room.measure)
    return (
        min((box.y for box in on_ground), default=at.y),
        max((box.bottom for box in on_ground), default=at.y),
    )


def _single(chart: Readable, mark: Label | Shape, room: Room) -> Touched | None:
    """A mark that tells something, an entry of a legend, or the name at the end of a line."""
    row = _row_of(mark.key, chart.readings, chart.courses)
    box = None if row is None else next(iter(boxes_of(mark, room.measure)), None)
    if row is None or box is None:
        return None
    if row in chart.readings:
        names = frozenset({_name(row)})
        return Touched(chart.part, row, box, names, chart.readings[row])
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
    """The keys of what tells something: lines or marks as in the data, then series."""
    there = {key for mark in marks if isinstance(mark, BATCHES) for key in mark.keys}
    there |= {mark.key for mark in marks if not isinstance(mark, BATCHES)}
    yield from (key for key in courses or readings if key in there)
    singles = (mark.key for mark in marks if isinstance(mark, Label | Shape))
    series = (_row_of(key, readings, courses) for key in singles)
    yield from dict.fromkeys(row for row in series if row is not None and row not in readings)


def _row_of(key: str, readings: Mapping[str, Reading], courses: Mapping[str, Course]) -> str | None:
    """What a single mark tells, by its key, or the series that it stands for; else nothing."""
    if key in readings:
        return key
    if key.startswith(_LEGEND):
        return key.removesuffix("/dot")
    if key.startswith(_NAME):
        names = (_name(key).rpartition("/")[0], _name(key))  # without the number of a line, or with
        lines = {_name(row) for row in (*courses, *readings) if row in courses or _is_end(row)}
        return next((f"{_NAME}{name}" for name in names if name in lines), None)
    return None


def _is_end(row: str) -> bool:
    """Whether that is the dot on a line's end."""
    return row.startswith("dot/")


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
