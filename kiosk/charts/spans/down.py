"""Time from the top down: events and spans beside the axis, names right of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Bars, Segments, column, fours
from kiosk.charts.axes import clear_of_each_other
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.labels import fitted
from kiosk.charts.lines.spacing import Slot, are_too_many, spaced
from kiosk.charts.spans.lanes import Extent, Spot, bare
from kiosk.charts.spans.names import MIDDLE, named
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.plane.along import Along
    from kiosk.charts.spans.across import Look
    from kiosk.charts.spans.items import Item
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_LANE, _LANES = 36.0, 0.3  # the width of a lane; of the box, what all of them may take
_THING = 0.62  # of a lane, the width of a thing
_BESIDE, _BESIDE_NAMES = 18.0, 34.0  # between times, axis and lanes; between lanes and names
_TIMES = 0.22  # of the box, what the written times may take
_AIR = 0.55  # between names, in em
_LEAD = 10.0  # between what leads to a name and the name
_LIT_WEIGHT = 40.0
_AXES_S, _SPREAD_S = 0.3, 1.0
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class _Form:
    """How names are set. is_stacked: whether the date stands below the name."""

    size: float
    has_date: bool
    is_stacked: bool

    def reach(self, small: float) -> tuple[float, float]:
        """How far a name reaches above and below its middle."""
        below = (1.12 * max(small, 0.72 * self.size) if self.is_stacked else 0.0) + 0.5 * self.size
        return 0.55 * self.size, below + _AIR * self.size


def drawn_down(
    places: Along, items: tuple[Item, ...], looks: Sequence[Look], box: Box, grow_s: float,
    setting: Setting,
) -> tuple[list[Drawn], Box]:  # fmt: skip
    """The axis with its times, the lanes and the names, and the room from the first to the last."""
    size = min(setting.style("label").size, box.height / 6)
    room = Box(box.x, box.y + 0.6 * size, box.width, max(1.0, box.height - 1.2 * size))
    times, wide = _times(places, room, setting)
    axis = room.x + wide + min(_BESIDE, box.width / 40)
    ends = fours(((axis, room.y, axis, room.bottom),))
    line = Segments("axis", ("axis/0",), ends, fours((setting.theme.line,)))
    drawn = [fading((line, *times), Timing(0.0, _FADE_S))]
    beside = Box(axis, room.y, max(1.0, room.right - axis), room.height)
    if not items:
        return drawn, beside
    thick, spots = _lanes(items, room)
    lanes = 1 + max(spot.lane for spot in spots)
    left = axis + min(_BESIDE, box.width / 40)
    names_x = left + lanes * thick + min(_BESIDE_NAMES, box.width / 20)
    boxes = _boxes(items, spots, left, thick, room)
    named_ones, leads = _names(items, looks, boxes, names_x, room, setting, grow_s)
    if leads is not None:
        drawn.append(leads)
    drawn.append(_things(items, looks, boxes, grow_s, thick))
    return [*drawn, *named_ones], beside


def _times(places: Along, room: Box, setting: Setting) -> tuple[Marks, float]:
    """The first and the last time, and round ones between them, and the width of the widest."""
    style = replace(setting.style("mark"), size=min(setting.style("mark").size, room.height / 4))
    round_ones = places.choices[0] if places.choices else ()
    mentions = [*places.ends, *round_ones]
    ys = [room.y + one.share * room.height for one in mentions]
    half = 0.9 * style.size
    kept = clear_of_each_other([(y - half, y + half) for y in ys], 0.0)
    marks: list[Label] = []
    wide = 0.0
    for mention, y, is_kept in zip(mentions, ys, kept, strict=True):
        lines, set_in = fitted(mention.text, style, _TIMES * room.width, setting)
        if is_kept and lines:
            baseline = y + MIDDLE * set_in.size
            quiet = setting.theme.quiet
            marks.append(Label(mention.key, lines[0], room.x, baseline, set_in, quiet))
            wide = max(wide, setting.measure.advance(lines[0], set_in))
    return tuple(marks), wide


def _lanes(items: Sequence[Item], room: Box) -> tuple[float, list[Spot]]:
    """The width of a lane, and the lane of each thing."""
    half = _LANE * _THING / 2
    extents = [
        Extent(
            room.y + item.start * room.height - half, room.y + item.end * room.height + half,
            0.0, may_be_inside=False,
        )
        for item in items
    ]  # fmt: skip
    spots = bare(extents, (), (room.y, room.bottom), 4.0)
    lanes = 1 + max(spot.lane for spot in spots)
    return min(_LANE, _LANES * room.width / lanes), spots


def _boxes(
    items: Sequence[Item], spots: Sequence[Spot], left: float, thick: float, room: Box
) -> list[Box]:
    """Where the things lie."""
    wide = thick * _THING
    return [
        Box(
            left + spot.lane * thick,
            room.y + item.start * room.height - wide / 2,
            wide,
            (item.end - item.start) * room.height + wide,
        )
        for item, spot in zip(items, spots, strict=True)
    ]


def _things(
    items: Sequence[Item], looks: Sequence[Look], boxes: Sequence[Box], grow_s: float, thick: float
) -> Drawn:
    """The events and spans, which grow downwards one after another."""
    keys = tuple(f"mark/{item.key}" for item in items)
    solid, fills = column(1.0 for _ in keys), fours(look.fill for look in looks)
    radius = thick * _THING / 2
    settled = fours((box.x, box.y, box.width, box.height) for box in boxes)
    start = fours(
        (box.x, box.y, box.width, 0.0) if item.is_span
        else (box.x + radius, box.y + radius, 0.0, 0.0)
        for item, box in zip(items, boxes, strict=True)
    )  # fmt: skip
    full = Bars("marks", keys, settled, fills, solid, "up", radius)
    empty = Bars("marks", keys, start, fills, solid, "up", radius)
    timings = {
        key: Timing(_AXES_S + _SPREAD_S * item.start, grow_s)
        for key, item in zip(keys, items, strict=True)
    }
    return Drawn((full,), (empty,), timings)


def _names(
    items: Sequence[Item], looks: Sequence[Look], boxes: Sequence[Box], x: float, room: Box,
    setting: Setting, grow_s: float,
) -> tuple[list[Drawn], Drawn | None]:  # fmt: skip
    """The names at their things' starts, moved where they would meet, and what leads to them."""
    small, width = setting.smallest, room.right - x
    form = _form(len(items), room, setting)
    above, below = form.reach(small)
    most = max(1, int(room.height / (above + below)))
    named_rows = sorted(range(len(items)), key=lambda row: (not items[row].is_lit, row))
    rows = sorted(named_rows[: 4 * most])
    slots = [
        Slot(
            str(row), room.y + items[row].start * room.height, above, below,
            _LIT_WEIGHT if items[row].is_lit else 1.0,
        )
        for row in rows
    ]  # fmt: skip
    found = spaced(slots, room.y - above, room.bottom + above, 0.0)
    drawn: list[Drawn] = []
    leads: dict[str, tuple[float, float, float, float]] = {}
    for key, y in found.items():
        item, look, box = items[int(key)], looks[int(key)], boxes[int(key)]
        name = named(
            item, form.size, width, look.ink, setting,
            has_date=form.has_date, is_stacked=form.is_stacked,
        )  # fmt: skip
        if not name.marks:
            continue
        arrive = Timing(_AXES_S + _SPREAD_S * item.start + 0.5 * grow_s, _FADE_S)
        drawn.append(fading(name.at(x, y + MIDDLE * form.size), arrive))
        middle = room.y + item.start * room.height
        leads[f"lead/{item.key}"] = (box.right + 4.0, middle, x - _LEAD, y)
    return drawn, _leads(leads, setting)


def _leads(rows: dict[str, tuple[float, float, float, float]], setting: Setting) -> Drawn | None:
    """Thin lines from things to their names."""
    kept = {key: ends for key, ends in rows.items() if ends[2] > ends[0]}
    if not kept:
        return None
    inks = fours(setting.theme.line.faded(0.7) for _ in kept)
    lines = Segments("leads", tuple(kept), fours(kept.values()), inks, round_ends=True)
    return fading((lines,), Timing(_AXES_S + 0.6, _FADE_S))


def _form(count: int, room: Box, setting: Setting) -> _Form:
    """The largest names with which all have room, the dates below them rather than beside."""
    large = min(setting.style("label").size, room.height / 4)
    small = min(large, setting.smallest)
    forms = (
        _Form(large, has_date=True, is_stacked=True),
        _Form(large, has_date=True, is_stacked=False),
        _Form(small, has_date=True, is_stacked=False),
    )
    for form in forms:
        above, below = form.reach(setting.smallest)
        slots = [Slot("", 0.0, above, below)] * count
        if not are_too_many(slots, room.y - above, room.bottom + above, 0.0):
            return form
    return _Form(small, has_date=True, is_stacked=False)
