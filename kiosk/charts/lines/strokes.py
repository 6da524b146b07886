"""Lines as outlines that are drawn from left to right, and the areas below them."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, fading, travelling
from kiosk.charts.icons import circle
from kiosk.charts.lines.heads import head_timing
from kiosk.charts.lines.inks import has_lit
from kiosk.charts.plane.many import heights
from kiosk.geometry import Point
from kiosk.marks import Gradient, Shape
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.lines.series import Series
    from kiosk.charts.plane.plane import Plane
    from kiosk.theme import Colour

_LIT, _OWN, _QUIET = 5.0, 4.0, 3.0  # strokes: of the lit one, of many colours, of the others
_BUCKET = 4.0  # logical units: of a line with more points, peaks alone are kept
_FEW = 4  # points of a column: of more, its ends are not seen
_PIECE = 40  # points of an outline: a long one is not drawn anew for its head
_SLICE = 96.0  # of an area, across
_AREA = 0.22  # of its colour's opacity at the line
_AREA_S = 0.2  # a slice lights up once the line has passed

Places = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on the page. runs: its points from left to right, parted where a value is missing."""

    key: str
    runs: tuple[Places, ...]
    colour: Colour
    width: float

    @property
    def last(self) -> Point:
        """Its right end."""
        return self.runs[-1][-1]


def widths_of(series: Sequence[Series]) -> tuple[float, ...]:
    """The widths of their strokes."""
    other = _QUIET if has_lit(series) else _OWN
    return tuple(_LIT if one.is_lit else other for one in series)


def stroke_of(series: Series, plane: Plane, colour: Colour, width: float) -> Stroke:
    """The line of `series`, thinned to what can be seen."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    xs = plane.room.x + series.shares * plane.room.width
    ys = heights(plane, series.values)
    is_there = ~np.isnan(ys)
    parts = np.flatnonzero(is_there[1:] != is_there[:-1]) + 1
    runs = [
        _thinned(*run)
        for *run, there in zip(
            np.split(xs, parts), np.split(ys, parts), np.split(is_there, parts), strict=True
        )
        if there[0]
    ]
    return Stroke(series.key, tuple(runs), colour, width)


def _thinned(xs: Floats, ys: Floats) -> Places:
    """The points of a run, of each narrow column only the first, highest, lowest and last."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    columns = np.floor(xs / _BUCKET)
    starts = np.flatnonzero(np.diff(columns, prepend=np.nan) != 0.0)
    ends = np.append(starts[1:], len(xs)) - 1
    kept = np.zeros(len(xs), dtype=np.bool_)
    for wanted in (ys, -ys):
        kept[np.lexsort((wanted, columns))[starts]] = True
    is_seen = ends - starts < _FEW  # of more, the ends of a column are not seen
    is_seen[0] = True
    kept[starts[is_seen]] = kept[ends[is_seen]] = True
    kept[-1] = True
    return tuple(Point(x, y) for x, y in zip(xs[kept].tolist(), ys[kept].tolist(), strict=True))


def drawn_line(stroke: Stroke, grow: Timing) -> list[Drawn]:
    """The line, drawn along; a value between two missing ones is a dot."""
    total = sum(_lengths(run)[-1] for run in stroke.runs)
    drawn: list[Drawn] = []
    gone = 0.0
    for number, run in enumerate(stroke.runs):
        lengths = [gone + length for length in _lengths(run)]
        gone = lengths[-1]
        key = f"line/{stroke.key}/{number}"
        if len(run) == 1:
            at = head_timing(grow, lengths[0] / total, lengths[0] / total) if total else grow
            drawn.append(fading((_dot(key, run[0], stroke),), replace(at, duration_s=0.2)))
            continue
        for piece, start in enumerate(range(0, len(run) - 1, _PIECE)):
            end = min(start + _PIECE, len(run) - 1)
            path = _path(run[start : end + 1])
            mark = Shape(
                f"{key}/{piece}", path, stroke=stroke.colour, width=stroke.width, round_ends=True
            )
            timing = head_timing(grow, *_shares((lengths[start], lengths[end]), total))
            drawn.append(travelling((mark,), (replace(mark, trim=0.0),), timing))
    return drawn


def drawn_area(stroke: Stroke, base: float, grow: Timing) -> list[Drawn]:
    """The area between the line and the height `base`, its slices lit as the line passes.

    It fades from the line's furthest points to nothing at `base`.
    """
    ys = [point.y for run in stroke.runs for point in run]
    lit, clear = stroke.colour.faded(_AREA), stroke.colour.faded(0.0)
    stops = [(base, clear)]
    if min(ys) < base - 1.0:
        stops.insert(0, (min(ys), lit))
    if max(ys) > base + 1.0:
        stops.append((max(ys), lit))
    if len(stops) == 1:
        return []
    ink = Gradient(tuple(stops), "down")
    total = sum(_lengths(run)[-1] for run in stroke.runs)
    drawn: list[Drawn] = []
    gone = 0.0
    for number, run in enumerate(stroke.runs):
        lengths = [gone + length for length in _lengths(run)]
        gone = lengths[-1]
        for piece, (left, right) in enumerate(itertools.pairwise(_slices(run))):
            points = _between(run, left, right)
            outline = (Point(left, base), *points, Point(right, base))
            mark = Shape(f"area/{stroke.key}/{number}/{piece}", f"{_path(outline)} Z", fill=ink)
            share = _shares((_length_at(run, lengths, right),), total)[0]
            passed = head_timing(grow, share, share)
            drawn.append(fading((mark,), Timing(passed.delay_s, _AREA_S)))
    return drawn


def _dot(key: str, at: Point, stroke: Stroke) -> Shape:
    """A value without neighbours."""
    return Shape(key, circle(0, 0, stroke.width), at.x, at.y, fill=stroke.colour)


def _path(points: Sequence[Point]) -> str:
    """SVG path data through the points."""
    first, *others = points
    return " ".join([f"M{first.x:.1f},{first.y:.1f}", *(f"L{p.x:.1f},{p.y:.1f}" for p in others)])


def _lengths(run: Places) -> list[float]:
    """How long the run is up to each of its points."""
    steps = (math.hypot(b.x - a.x, b.y - a.y) for a, b in itertools.pairwise(run))
    return [*itertools.accumulate(steps, initial=0.0)]


def _shares(lengths: Sequence[float], total: float) -> list[float]:
    """The lengths as shares of the whole."""
    return [length / total if total > 0.0 else 1.0 for length in lengths]


def _slices(run: Places) -> list[float]:
    """Where the area is cut: at whole units, so that no seam is seen between two slices."""
    left, right = run[0].x, run[-1].x
    first = math.floor(left / _SLICE) + 1
    inner = [index * _SLICE for index in range(first, math.ceil(right / _SLICE))]
    return [left, *inner, right] if right > left else []


def _between(run: Places, left: float, right: float) -> list[Point]:
    """The run between two x, with points at both."""
    inner = [point for point in run if left < point.x < right]
    return [_point_at(run, left), *inner, _point_at(run, right)]


def _point_at(run: Places, x: float) -> Point:
    """The run's point at `x`, which lies between its ends."""
    after = min(len(run) - 1, max(1, bisect_right(run, x, key=lambda point: point.x)))
    a, b = run[after - 1], run[after]
    share = (x - a.x) / (b.x - a.x) if b.x > a.x else 1.0
    return Point(x, a.y + (b.y - a.y) * min(1.0, max(0.0, share)))


def _length_at(run: Places, lengths: list[float], x: float) -> float:
    """How long the run is up to `x`; lengths: up to each of its points."""
    after = min(len(run) - 1, max(1, bisect_right(run, x, key=lambda point: point.x)))
    a, b = run[after - 1], run[after]
    share = (x - a.x) / (b.x - a.x) if b.x > a.x else 1.0
    return lengths[after - 1] + (lengths[after] - lengths[after - 1]) * min(1.0, share)
