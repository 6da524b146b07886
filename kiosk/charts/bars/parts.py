"""The marks of bars and what names their series, whichever way they go."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kiosk.batches import Bars, Points, Segments, column, fours
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.labels import NameForm, fitted
from kiosk.charts.legend import Entry, legend_in
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.batches import Floats
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.rows import BarPiece
    from kiosk.charts.scales import LinearScale
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_LIT_FOOT, _QUIET_FOOT = 0.5, 0.75  # opacity at the foot of a bar that brightens
_SEAM = 2.5  # between the pieces of a bar
_STEM = 5.0
_JOINT, _JOINT_DASH = 2.5, (7.0, 6.0)
_JOINT_LATE = 0.2  # of the time in which a bar grows, at its end
_LEGEND = 0.3  # of the box's height, at most
_OVER_LEGEND, _UNDER_LEGEND = 14.0, 16.0

Ends = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a bar lies across its own direction. start: its near side; zero: where it begins."""

    along: Literal["right", "up"]
    start: float
    thick: float
    scale: LinearScale

    def box(self, piece: BarPiece) -> Box:
        """The piece's place."""
        one, other = self.scale(piece.start), self.scale(piece.end)
        return self._box(min(one, other), abs(other - one))

    def foot(self) -> Box:
        """The place of a bar before it grows."""
        return self._box(self.scale.zero, 0.0)

    def across(self, value: float) -> Ends:
        """The line across the bar at `value`."""
        at, end = self.scale(value), self.start + self.thick
        return (at, self.start, at, end) if self.along == "right" else (self.start, at, end, at)

    def stem(self, value: float) -> Ends:
        """The line from zero to `value` along the bar's middle."""
        at, middle, zero = self.scale(value), self.start + self.thick / 2, self.scale.zero
        return (zero, middle, at, middle) if self.along == "right" else (middle, zero, middle, at)

    def _box(self, low: float, length: float) -> Box:
        """The box from `low`, so long."""
        if self.along == "right":
            return Box(low, self.start, length, self.thick)
        return Box(self.start, low, self.thick, length)


def marks_drawn(plan: BarPlan, lanes: Mapping[str, Lane], setting: Setting) -> list[Drawn]:
    """The bars or dots of the rows in their lanes, by the rows' keys."""
    rows = [row for row in plan.rows if row.key in lanes]
    if plan.marks == "dots":
        return [_stems(plan, lanes, setting), _dots(plan, lanes, setting)]
    growth, colours = plan.growth(), plan.colours(setting)
    pairs = [(lanes[row.key], piece) for row in rows for piece in row.pieces]
    feet = (_LIT_FOOT if plan.is_lit(piece.key) else _QUIET_FOOT for _, piece in pairs)
    is_solid = plan.is_parted or bool(plan.legend) or not setting.theme.bars_fade
    full = Bars(
        "marks", tuple(f"mark/{piece.key}" for _, piece in pairs),
        _array(lane.box(piece) for lane, piece in pairs),
        fours(colours[piece.key] for _, piece in pairs),
        column((1.0 for _ in pairs) if is_solid else feet),
        next((lane.along for lane, _ in pairs), "right"),
        radius=0.0 if any(len(row.parts) > 1 for row in rows) else 4.0,
    )  # fmt: skip
    empty = replace(full, boxes=_array(lane.foot() for lane, _ in pairs))
    timings = {f"mark/{piece.key}": growth[row.key] for row in rows for piece in row.pieces}
    return [*_joints(plan, lanes, setting), Drawn((full,), (empty,), timings),
            *_seams(plan, lanes, setting)]  # fmt: skip


def _seams(plan: BarPlan, lanes: Mapping[str, Lane], setting: Setting) -> list[Drawn]:
    """Thin lines of the ground between the pieces of a bar."""
    growth = plan.growth()
    found = [
        (row.key, piece, lanes[row.key])
        for row in plan.rows
        for piece in row.parts
        if row.key in lanes and piece.start not in {0.0, piece.end}
    ]
    if not found:
        return []
    keys = tuple(f"seam/{piece.key}" for _, piece, _ in found)
    full = Segments(
        "seams", keys, fours(lane.across(piece.start) for _, piece, lane in found),
        fours(setting.theme.ground for _ in found), _SEAM,
    )  # fmt: skip
    empty = replace(full, ends=fours(lane.across(0.0) for _, _, lane in found))
    timings = {key: growth[row] for key, (row, _, _) in zip(keys, found, strict=True)}
    return [Drawn((full,), (empty,), timings)]


def _joints(plan: BarPlan, lanes: Mapping[str, Lane], setting: Setting) -> list[Drawn]:
    """Thin lines from where one bar ends to where the next one starts, once both are there."""
    if not plan.is_joined:
        return []
    rows = [(row, lanes[row.key]) for row in plan.rows if row.key in lanes]
    growth = plan.growth()
    keys: list[str] = []
    ends: list[Ends] = []
    timings: dict[str, Timing] = {}
    for (row, lane), (after, next_lane) in pairwise(rows):
        start, end = lane.start + lane.thick, next_lane.start
        at = lane.scale(row.pieces[-1].end)
        if end <= start:
            continue
        key = f"joint/{row.key}"
        keys.append(key)
        ends.append((at, start, at, end) if lane.along == "right" else (start, at, end, at))
        grown = growth[after.key]
        late = _JOINT_LATE * grown.duration_s
        timings[key] = Timing(grown.delay_s + grown.duration_s - late, late)
    full = Segments(
        "joints", tuple(keys), fours(ends), fours(setting.theme.quiet for _ in keys), _JOINT,
        _JOINT_DASH,
    )  # fmt: skip
    return [Drawn((full,), (), timings)]


def _stems(plan: BarPlan, lanes: Mapping[str, Lane], setting: Setting) -> Drawn:
    """The stems from zero to the dots."""
    growth, colours = plan.growth(), plan.colours(setting)
    rows = [row for row in plan.rows if row.key in lanes]
    width = min([_STEM, *(lanes[row.key].thick / 4 for row in rows[:1])])
    full = Segments(
        "stems", tuple(f"stem/{row.key}" for row in rows),
        fours(lanes[row.key].stem(row.value or 0.0) for row in rows),
        fours(colours[row.key].faded(0.6) for row in rows), width,
    )  # fmt: skip
    empty = replace(full, ends=fours(lanes[row.key].stem(0.0) for row in rows))
    return Drawn((full,), (empty,), {f"stem/{row.key}": growth[row.key] for row in rows})


def _dots(plan: BarPlan, lanes: Mapping[str, Lane], setting: Setting) -> Drawn:
    """The dots at the stems' ends; none where a value is missing."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    growth, colours = plan.growth(), plan.colours(setting)
    rows = [row for row in plan.rows if row.key in lanes]
    stems = fours(lanes[row.key].stem(row.value or 0.0) for row in rows)
    feet = fours(lanes[row.key].stem(0.0) for row in rows)
    sizes = column(0.0 if row.value is None else lanes[row.key].thick for row in rows)
    full = Points(
        "marks", tuple(f"mark/{row.key}" for row in rows), np.column_stack((stems[:, 2:], sizes)),
        fours(colours[row.key] for row in rows),
    )  # fmt: skip
    empty = replace(full, places=np.column_stack((feet[:, :2], 0.0 * sizes)))
    return Drawn((full,), (empty,), {f"mark/{row.key}": growth[row.key] for row in rows})


def under_legend(plan: BarPlan, box: Box, setting: Setting) -> tuple[list[Drawn], Box]:
    """The legend at the top of `box`, and what it leaves of the box."""
    if not plan.legend or not plan.has_legend:
        return [], box
    colours = plan.legend_colours(setting)
    entries = tuple(
        Entry(series.versions[0][1], series.in_language(setting.language), colour)
        for series, colour in zip(plan.legend, colours, strict=True)
    )
    over = min(_OVER_LEGEND, 0.02 * box.height)
    room = Box(box.x, box.y + over, box.width, _LEGEND * box.height)
    legend = legend_in(room, entries, setting)
    taken = min(over + legend.height + _UNDER_LEGEND, 0.9 * box.height) if legend.marks else 0.0
    below = Box(box.x, box.y + taken, box.width, box.height - taken)
    return [fading(legend.marks, Timing(0.0, 0.4))], below


def series_marks(
    plan: BarPlan, x: float, y: float, width: float, size: float, setting: Setting
) -> Marks:
    """The names of a group's members on the baseline `y`, in their bars' colours and order."""
    members: dict[str, BarPiece] = {}
    for piece in plan.pieces:
        if piece.series.versions:
            members.setdefault(piece.series.versions[0][1], piece)
    style = replace(setting.style("caption"), size=size)
    texts = [piece.series.in_language(setting.language) for piece in members.values()]
    widths = [setting.measure.advance(text, style) for text in texts]
    most = _evenly(width - style.size * (len(widths) - 1), widths)
    marks: list[Label] = []
    for (name, piece), text in zip(members.items(), texts, strict=True):
        lines, _ = fitted(text, style, most, setting, may_shrink=False)
        for line in lines:
            colour = setting.accent if plan.is_lit(piece.key) else setting.theme.quiet
            marks.append(Label(f"series/{name}", line, x, y, style, colour))
            x += setting.measure.advance(line, style) + style.size
    return tuple(marks)


def _evenly(room: float, widths: list[float]) -> float:
    """How wide each may be, so that all have room: what short ones leave the others share."""
    for count, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width > room / count:
            return room / count
        room -= width
    return room + max(widths, default=0.0)


def name_form(setting: Setting, size: float) -> NameForm:
    """The name of a bar."""
    return NameForm(size, setting.theme.text, setting.theme.quiet)


def _array(boxes: Iterable[Box]) -> Floats:
    """The boxes as rows of x, y, width and height."""
    return fours((box.x, box.y, box.width, box.height) for box in boxes)
