"""Time from left to right: events and spans in lanes above the axis, names at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import Bars, Segments, column, fours
from kiosk.charts.axes import clear_of_each_other
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.inks import ink_on
from kiosk.charts.plane.domain import LinearDomain
from kiosk.charts.plane.plane import Plane, drawn_below
from kiosk.charts.spans.lanes import Extent, Spot, bare, packed
from kiosk.charts.spans.names import MIDDLE, Named, named
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.plane.along import Along
    from kiosk.charts.spans.items import Item
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_SPAN, _EVENT = 1.3, 0.56  # the height of a span and the width of an event, in em
_LANE, _WIDEST_LANE = 1.7, 2.5  # from one lane to the next, in em
_GAP = 0.7  # between things in a lane, in em
_INSIDE = 1.0  # what a name in a span leaves free, in em
_ABOVE_AXIS = 0.5  # in em
_LEAST_LANE = 1.15  # of one with names, in em
_CLOSE = 2.0  # between things without names, logical units
_HEAD = 1.4  # a row of names above all lanes, in em
_MANY = 300  # things; of more the most important alone are named
_SHARE = 0.8  # of a lane, what a thing takes where there are many
_AXES_S, _SPREAD_S = 0.3, 1.0
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Look:
    """What a thing is filled with, and the colour of its name beside it."""

    fill: Colour
    ink: Colour


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything is. pitch: from one lane to the next; size: of the type.

    has_head: whether lanes are too low for names, and those of what is lit stand above them all.
    """

    spots: Sequence[Spot]
    names: Sequence[Named | None]
    extents: Sequence[Extent]
    size: float
    pitch: float
    has_head: bool = False


def drawn_across(
    places: Along, items: tuple[Item, ...], looks: Sequence[Look], box: Box, grow_s: float,
    setting: Setting, *, is_small: bool = False,
) -> tuple[list[Drawn], Box]:  # fmt: skip
    """The axis and everything above it, and the room from the first time to the last.

    is_small: whether type is as small as can be read.
    """
    foot = min(2.0 * setting.style("mark").size, box.height / 3)
    room = Box(box.x, box.y, box.width, max(1.0, box.height - foot))
    plan = _plan(items, looks, room, setting, is_small=is_small)
    half = min(_EVENT * plan.size, room.width / 2) / 2
    plane = Plane(
        Box(room.x + half, room.y, max(1.0, room.width - 2 * half), room.height),
        LinearDomain(0.0, 1.0, 0.0), (),
    )  # fmt: skip
    line = fours(((room.x, room.bottom, room.right, room.bottom),))
    axis = Segments("axis", ("axis/0",), line, fours((setting.theme.line,)))
    drawn = [fading((axis,), Timing(0.0, _FADE_S)), *drawn_below(places, plane, box, setting)]
    if not items:
        return drawn, plane.room
    ys = [
        room.bottom - _ABOVE_AXIS * plan.size - (spot.lane + 0.5) * plan.pitch
        for spot in plan.spots
    ]
    drawn.append(_things(items, looks, plan, ys, grow_s))
    if plan.has_head:
        drawn += _heads(items, plan, room, grow_s)
    for item, look, spot, name, extent, y in zip(
        items, looks, plan.spots, plan.names, plan.extents, ys, strict=True
    ):
        if name is None or spot.side == "nowhere":
            continue
        beside = _GAP / 2 * plan.size
        x, ink = extent.end + beside, None
        if spot.side == "left":
            x = extent.start - beside - name.width
        if spot.side == "inside":
            x, ink = extent.start + _INSIDE / 2 * plan.size, ink_on(look.fill, setting.theme)
        arrive = Timing(_delay(item) + 0.5 * grow_s, _FADE_S)
        drawn.append(fading(name.at(x, y + MIDDLE * plan.size, ink), arrive))
    return drawn, plane.room


def _heads(items: Sequence[Item], plan: _Plan, room: Box, grow_s: float) -> list[Drawn]:
    """The names of what is lit above all lanes, as many as have room there."""
    drawn: list[Drawn] = []
    spans: list[tuple[float, float]] = []
    names: list[tuple[Item, Named, float]] = []
    for item, name, extent, spot in zip(items, plan.names, plan.extents, plan.spots, strict=True):
        if item.is_lit and name is not None and spot.side == "nowhere":
            x = max(room.x, min(extent.start, room.right - name.width))
            spans.append((x, x + name.width))
            names.append((item, name, x))
    kept = clear_of_each_other(spans, _GAP * plan.size)
    for (item, name, x), is_kept in zip(names, kept, strict=True):
        if is_kept:
            arrive = Timing(_delay(item) + 0.5 * grow_s, _FADE_S)
            drawn.append(fading(name.at(x, room.y + 0.8 * plan.size), arrive))
    return drawn


def _things(
    items: Sequence[Item], looks: Sequence[Look], plan: _Plan, ys: Sequence[float], grow_s: float
) -> Drawn:
    """The events and spans, which grow from their starts one after another."""
    high = min(_SPAN * plan.size, _SHARE * plan.pitch)
    event = min(_EVENT * plan.size, high)
    boxes: list[tuple[float, float, float, float]] = []
    for item, extent, y in zip(items, plan.extents, ys, strict=True):
        tall = high if item.is_span else event
        boxes.append((extent.start, y - tall / 2, extent.end - extent.start, tall))
    keys = tuple(f"mark/{item.key}" for item in items)
    solid, fills = column(1.0 for _ in keys), fours(look.fill for look in looks)
    full = Bars("marks", keys, fours(boxes), fills, solid, radius=event / 2)
    starts = fours(
        (x, y, 0.0, tall) if item.is_span else (x + wide / 2, y + tall / 2, 0.0, 0.0)
        for item, (x, y, wide, tall) in zip(items, boxes, strict=True)
    )
    empty = Bars("marks", keys, starts, fills, solid, radius=event / 2)
    timings = {key: Timing(_delay(item), grow_s) for key, item in zip(keys, items, strict=True)}
    return Drawn((full,), (empty,), timings)


def _delay(item: Item) -> float:
    """When a thing comes on, in seconds: the earlier, the sooner."""
    return _AXES_S + _SPREAD_S * item.start


def _plan(
    items: tuple[Item, ...], looks: Sequence[Look], room: Box, setting: Setting, *, is_small: bool
) -> _Plan:
    """The largest type, with dates rather than without, with which all have room in lanes."""
    large = setting.style("label").size
    small = min(large, setting.smallest)
    large = small if is_small else large
    sides = (room.x, room.right)
    forms = ((large, True), (large, False), (small, True), (small, False))
    for size, has_date in forms if len(items) <= _MANY else ():
        most = int((room.height - _ABOVE_AXIS * size) / (_LANE * size))
        names = _names(items, looks, size, room, setting, has_date=has_date)
        extents = _extents(items, names, size, room)
        spots = packed(extents, most, sides, _GAP * size)
        if spots is not None:
            lanes = 1 + max((spot.lane for spot in spots), default=0)
            pitch = min(_WIDEST_LANE * size, (room.height - _ABOVE_AXIS * size) / lanes)
            return _Plan(spots, names, extents, size, pitch)
    return _crowded(items, looks, small, room, setting)


def _crowded(
    items: tuple[Item, ...], looks: Sequence[Look], small: float, room: Box, setting: Setting
) -> _Plan:
    """All of them in as few lanes as they need, those that are lit and then the longest named."""
    size = min(small, room.height / 3)
    order = sorted(
        range(len(items)),
        key=lambda row: (not items[row].is_lit, items[row].start - items[row].end),
    )[:_MANY]
    wanted, sides = set(order), (room.x, room.right)
    free = room.height - _ABOVE_AXIS * size
    names = [
        one if row in wanted else None
        for row, one in enumerate(
            _names(items, looks, size, room, setting, has_date=False, only=wanted)
        )
    ]
    extents = _extents(items, names, size, room)
    spots = bare(extents, order, sides, _GAP * size)
    if _pitch(spots, free) < _LEAST_LANE * size:
        spots = bare(extents, (), sides, _CLOSE)
    is_told = all(
        spot.side != "nowhere" for spot, item in zip(spots, items, strict=True) if item.is_lit
    )
    if is_told:
        return _Plan(spots, names, extents, size, min(_WIDEST_LANE * size, _pitch(spots, free)))
    pitch = min(_WIDEST_LANE * size, _pitch(spots, free - _HEAD * size))
    return _Plan(spots, names, extents, size, pitch, has_head=True)


def _pitch(spots: Sequence[Spot], height: float) -> float:
    """From one lane to the next, where they fill so much of the height."""
    return height / (1 + max(spot.lane for spot in spots))


def _names(
    items: Sequence[Item], looks: Sequence[Look], size: float, room: Box, setting: Setting, *,
    has_date: bool, only: set[int] | None = None,
) -> list[Named | None]:  # fmt: skip
    """The names, each as wide as there is room inside, right or left of its thing."""
    found: list[Named | None] = []
    for row, (item, look) in enumerate(zip(items, looks, strict=True)):
        if only is not None and row not in only:
            found.append(None)
            continue
        start, end = _place(item, size, room)
        beside = max(room.right - end, start - room.x) - _GAP * size
        free = max(beside, end - start - _INSIDE * size)
        found.append(named(item, size, free, look.ink, setting, has_date=has_date))
    return found


def _extents(
    items: Sequence[Item], names: Sequence[Named | None], size: float, room: Box
) -> list[Extent]:
    """How far the things reach, and what their names need."""
    found: list[Extent] = []
    for item, name in zip(items, names, strict=True):
        start, end = _place(item, size, room)
        wide = name.width if name is not None else 0.0
        fits = item.is_span and wide + _INSIDE * size <= end - start
        found.append(Extent(start, end, wide, fits))
    return found


def _place(item: Item, size: float, room: Box) -> tuple[float, float]:
    """From where to where a thing reaches; a short span is as wide as an event."""
    wide = min(_EVENT * size, room.width / 2)
    across = room.width - wide
    start, end = room.x + item.start * across, room.x + item.end * across + wide
    return (start, end)
