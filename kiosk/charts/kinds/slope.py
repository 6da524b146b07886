"""How values changed from one moment to another."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Points, Polylines, Segments, column, fours
from kiosk.charts.axes import clear_of_each_other
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, counting, fading, scene, travelling
from kiosk.charts.figures import shifted
from kiosk.charts.labels import fitted, in_height
from kiosk.charts.reading import Reading
from kiosk.charts.slopes.courses import corner_courses, moments_in
from kiosk.charts.slopes.sides import LINE, Mention, Side, SideName, heights_of, sides_of
from kiosk.charts.slopes.tracks import Track, Tracks, inks_of, legend_of, tracks_in
from kiosk.data.text import NO_TEXT
from kiosk.geometry import Box, Point
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.batches import Floats
    from kiosk.charts.legend import Legend
    from kiosk.charts.reading import Course
    from kiosk.data.table import Table
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_AXES_S = 0.3  # the columns are there before the slopes are drawn
_DRAW_S = 1.0
_WIDTH = 4.0
_DOT, _LIT_DOT = 13.0, 18.0  # diameters
_GAP = 32.0  # between a column and what stands beside it
_LEADS = 0.5  # what stands further from its dot than this, in em, is led there
_FREE = 12.0  # between a dot or a name and what leads from one to the other
_HAIRLINE = 0.5  # of the line colour's opacity
_TALLEST = 1.1  # of the width
_HEAD = 2.1  # of the moments' type, above the columns, in em


@dataclass(frozen=True, kw_only=True)
class Slope(Chart):
    """Shows how values changed from one moment to another, or over a few.

    Each moment is a column; a line leads from a thing's first value to its last, with its name and
    value at both ends.
    """

    chinese: ClassVar[str] = "坡度图：数值从一个时刻到另一个时刻怎样升降。"

    x: Column = option(
        "The column with the moments, two or a few: times, numbers or names.",
        zh="时刻在哪一列，两个或几个：时间、数或名称。",
    )
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column with the names of what changes.", None, zh="变化的东西叫什么，在哪一列。"
    )
    highlight: str = option(
        "The name of the one in the accent; left out, up to five have a colour each.",
        "",
        zh="用强调色的那一个；不写时，五个以内各有颜色。",
        names_row_of=("color",),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The slopes, drawn from left to right."""
        tracks = self._tracks(self.data, setting.language)
        if not tracks.rows:
            return scene([])
        every = self._tracks(self.data.every, setting.language).rows
        others = [self._tracks(part, setting.language).rows for part in self.data.siblings()]
        plan = _plan(tracks, others, box, setting)
        grow = Timing(_AXES_S, self.enter.duration_s or _DRAW_S)
        return scene(
            [
                fading(_columns(plan, tracks, box, setting), Timing(0.0, 0.4)),
                *_drawn_slopes(plan, tracks, inks_of(tracks.rows, setting, every), grow),
                *_drawn_side(plan, "left", grow, setting),
                *_drawn_side(plan, "right", grow, setting),
            ]
        )

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The names of small charts, which have no room for them at their slopes."""
        return legend_of(self._tracks(self.data.every, "").rows, box, setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """Slopes are not much higher than wide."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """The last value of each."""
        return {
            f"mark/{row.key}": Reading(row.name, row.last)
            for row in self._tracks(self.data, "").rows
        }

    def courses(self, language: str) -> Mapping[str, Course]:
        """The values of each at all moments."""
        words = moments_in(self.data, self.x, language)
        return corner_courses(self._tracks(self.data, language).rows, words)

    def _tracks(self, rows: Table, language: str) -> Tracks:
        """What changes, and when."""
        return tracks_in(rows, self.x, self.y, self.color or "", self.highlight, language)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything is. inner: from the first column to the last, from the top to the foot.

    xs: of the columns. points: (n, m, 2) of the things at the moments, NaN where one has no value.
    gap: between the outer columns and what stands beside them.
    """

    inner: Box
    xs: tuple[float, ...]
    points: Floats
    left: Side
    right: Side
    gap: float
    rows: dict[str, int]
    head: float


def _plan(tracks: Tracks, others: Sequence[tuple[Track, ...]], box: Box, setting: Setting) -> _Plan:
    """The sides take what their names need, the slopes the rest.

    others: the things of other charts that have the same scale; none of these says its names.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    head = in_height(setting.style("mark").size, box.height, 0.1, setting)
    edge = min(_LIT_DOT, box.height / 8)
    top, bottom = box.y + _HEAD * head, box.bottom - edge / 2
    inner = Box(box.x, top, box.width, max(1.0, bottom - top))
    last = len(tracks.moments) - 1
    both: list[tuple[Side, Side]] = []
    for of in (tracks.rows, *others):
        told = [replace(row, name=NO_TEXT) for row in of] if others else of
        both.append(sides_of(told, last, box, inner, setting, is_small=bool(others)))
    left, right = both[0]
    gap = min(_GAP, box.width / 20)
    wide = [
        max(one[side].width + (gap if one[side].mentions else edge / 2) for one in both)
        for side in (0, 1)
    ]
    start = box.x + wide[0]
    end = max(start + 1.0, box.right - wide[1])
    xs = np.linspace(start, end, last + 1) if last else np.array([(start + end) / 2])
    values = _values(tracks.rows)
    every = np.concatenate([_values(rows) for rows in (tracks.rows, *others) if rows])
    half = min(LINE / 2 * max(left.size, right.size), inner.height / 4)  # names at their dots
    room = max(1.0, inner.height - 2 * half)
    ys = inner.y + half + room * (1.0 - _shares(values, every))
    points = np.stack((np.broadcast_to(xs, ys.shape), ys), axis=2)
    rows = {row.key: index for index, row in enumerate(tracks.rows)}
    area = Box(float(xs[0]), inner.y, float(xs[-1] - xs[0]), inner.height)
    return _Plan(area, tuple(xs.tolist()), points, left, right, gap, rows, head)


def _values(rows: Sequence[Track]) -> Floats:
    """The values of the things at the moments, NaN where one has none: (n, m)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return np.array(
        [[math.nan if one is None else one.value for one in row.values] for row in rows]
    )


def _shares(values: Floats, every: Floats) -> Floats:
    """The values between the least of every one, 0, and the greatest, 1; all in the middle."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    low, high = float(np.nanmin(every)) / 2, float(np.nanmax(every)) / 2
    if not high > low:
        return np.where(np.isnan(values), values, 0.5)
    return np.asarray((values / 2 - low) / (high - low))


def _columns(plan: _Plan, tracks: Tracks, box: Box, setting: Setting) -> Marks:
    """An upright hairline at each moment, and the moments above them."""
    theme, inner = setting.theme, plan.inner
    ends = fours((x, inner.y, x, inner.bottom) for x in plan.xs)
    colours = fours(theme.line.faded(_HAIRLINE) for _ in plan.xs)
    keys = tuple(f"column/{index}" for index in range(len(plan.xs)))
    marks: Marks = (Segments("columns", keys, ends, colours),)
    style = replace(setting.style("mark"), size=plan.head)
    labels: list[tuple[Label, float]] = []
    for index, text in enumerate(tracks.moments):
        lines, set_in = fitted(text, style, box.width / 3, setting, may_shrink=False)
        width = setting.measure.advance("".join(lines), set_in)
        x = min(max(plan.xs[index] - width / 2, box.x), box.right - width)
        y = box.y + 0.9 * style.size
        label = Label(f"x/{index}", "".join(lines), x, y, set_in, theme.quiet)
        labels.append((label, width))
    order = sorted(range(len(labels)), key=lambda index: index not in {0, len(labels) - 1})
    spans = [(labels[i][0].x, labels[i][0].x + labels[i][1]) for i in order]
    kept = clear_of_each_other(spans, 0.7 * style.size)
    shown = (labels[i][0] for i, is_kept in zip(order, kept, strict=True) if is_kept)
    return (*marks, *(label for label in shown if label.text))


def _drawn_slopes(
    plan: _Plan, tracks: Tracks, colours: tuple[Colour, ...], grow: Timing
) -> list[Drawn]:
    """The lines, and a dot at each value once the line has come there."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    inks = fours(colours)
    keys = tuple(f"mark/{row.key}" for row in tracks.rows)
    points = plan.points if len(plan.xs) > 1 else plan.points.repeat(2, axis=1)
    lines = Polylines("marks", keys, points, column(1.0 for _ in keys), inks, _WIDTH)
    start = replace(lines, trim=column(0.0 for _ in keys))
    found = np.argwhere(~np.isnan(plan.points[..., 1]))
    owners, moments = found.T
    sizes = column(_LIT_DOT if row.is_lit else _DOT for row in tracks.rows)
    places = np.column_stack((plan.points[owners, moments], sizes[owners]))
    names = tuple(f"dot/{tracks.rows[row].key}/{at}" for row, at in found.tolist())
    dots = Points("dots", names, places, inks[owners])
    passed = max(1, len(plan.xs) - 1)
    timings = {
        name: Timing(grow.delay_s + grow.duration_s * 0.6 * at / passed, 0.3)
        for name, at in zip(names, moments.tolist(), strict=True)
    }
    return [travelling((lines,), (start,), grow), Drawn((dots,), (), timings)]


def _drawn_side(plan: _Plan, name: SideName, grow: Timing, setting: Setting) -> list[Drawn]:
    """The names and values on one side; those on the right count as their lines come."""
    side, at = (plan.left, 0) if name == "left" else (plan.right, -1)
    x = plan.xs[at]
    wanted = {one.key: float(plan.points[plan.rows[one.key], at, 1]) for one in side.mentions}
    found = heights_of(side, wanted, plan.inner)
    way = -1.0 if name == "left" else 1.0
    arrive = Timing(0.0 if name == "left" else grow.delay_s + 0.5 * grow.duration_s, 0.4)
    count = Timing(grow.delay_s, grow.duration_s, EASE_OUT)
    drawn: list[Drawn] = []
    for one in side.mentions:
        if one.key not in found:
            continue
        y = found[one.key]
        edge = x + way * plan.gap
        if abs(y - wanted[one.key]) > _LEADS * one.size:
            start, end = Point(x + way * _FREE, wanted[one.key]), Point(edge - way * 4.0, y)
            drawn.append(fading((_leader(f"{name}/{one.key}", start, end, setting),), arrive))
        drawn += _said(one, name, Point(edge, y + 0.36 * one.size), arrive, count)
    return drawn


def _said(one: Mention, name: SideName, at: Point, arrive: Timing, count: Timing) -> list[Drawn]:
    """The value next to the column, the name beyond it."""
    figure_x = at.x if name == "right" else at.x - one.figure.width
    drawn: list[Drawn] = []
    if name == "right":
        drawn.append(counting(one.figure, (figure_x, at.y), (figure_x, at.y), count))
    else:
        drawn.append(fading(shifted(one.figure.full, figure_x, at.y), arrive))
    if one.name is not None:
        beyond = one.figure.width + one.gap
        name_x = at.x + beyond if name == "right" else at.x - beyond - one.name_width
        drawn.append(fading((replace(one.name, x=name_x, y=at.y),), arrive))
    return drawn


def _leader(key: str, start: Point, end: Point, setting: Setting) -> Segments:
    """A thin line from a dot to what stands there, where that had to make room."""
    ends = fours(((start.x, start.y, end.x, end.y),))
    ink = fours((setting.theme.line,))
    return Segments(f"leader/{key}", (f"leader/{key}/0",), ends, ink, round_ends=True)
