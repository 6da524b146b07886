"""Several values as rings around each other, their names where the rings begin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other
from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, set_figure, value_form
from kiosk.charts.labels import fitted, shared_size
from kiosk.charts.rings.dial import Arc, Dial, drawn_arcs, drawn_track
from kiosk.charts.rings.tags import Ring
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.rows import BarRow
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_END = 0.75  # of a turn: names have the last quarter
_HOLE, _LEAST_HOLE = 0.2, 0.1  # of the radius, and where rings are many
_LEAST_BAND = 12.0  # logical units: a ring's share of the radius
_FREE = 0.04  # of the radius, between the last name and the feet of the rings
_THICK = 0.62  # of a ring's share of the radius
_THICKEST = 64.0  # logical units
_TEXT = 0.9  # of a ring's share of the radius: a name's size
_GAP = 18.0  # between a name and where its ring begins
_BESIDE = 0.5  # between a name and its value, in em
_TALLEST = 0.64  # a letter above a name's middle, in em
_ABOVE = 12.0  # what of it may be above the outer ring, logical units
_AIR = 0.15  # between names where not every ring has one, in em
_LEAST_NAME = 2.0  # em; where a value leaves a name less, it is left out
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """One ring. share: of the scale. is_quiet: whether others are singled out."""

    row: BarRow
    share: float
    colour: Colour
    is_quiet: bool


def drawn_circles(
    told: tuple[Told, ...], ring: Ring, box: Box, setting: Setting, sweep: Timing, most: int = 0
) -> list[Drawn]:
    """The rings from the outside in, as many as can be seen, and the names that have room.

    Where there is nothing to show, the place of one. most: how many rings there are in other charts
    that are as large.
    """
    free = (1 - _HOLE) * ring.outer
    most = max(most, len(told))
    if most * setting.smallest > _TEXT * free:
        free = (1 - _LEAST_HOLE) * ring.outer
    most = min(most, max(1, int(free / _LEAST_BAND)))
    told = told[:most]
    band = free / max(1, most)
    thick = min(_THICK * band, _THICKEST)
    size = min(setting.style("label").size, max(_TEXT * band, setting.smallest))
    arcs: list[Arc] = []
    middles: list[float] = []
    for number, one in enumerate(told):
        outer = ring.outer - number * band
        own = Ring(ring.x, ring.y, outer, outer - thick)
        arcs.append(Arc(f"mark/{one.row.key}", Dial(own, 0.0, _END), one.share, one.colour))
        middles.append(ring.y - outer + thick / 2)
    if not arcs:
        own = Ring(ring.x, ring.y, ring.outer, ring.outer - thick)
        return [drawn_track((Dial(own, 0.0, _END),), ("whole",), setting)]
    named = _with_names(told, middles, size, box, ring)
    size = _shared_size([told[number] for number in named], ring.x, size, box, setting)
    drawn = drawn_arcs(tuple(arcs), setting, sweep)
    for number, y in named.items():
        begins = Timing(sweep.delay_s + 0.07 * number, sweep.duration_s)
        drawn += _names(told[number], (ring.x, y), size, box, setting, begins)
    return drawn


def _with_names(
    told: Sequence[Told], middles: Sequence[float], size: float, box: Box, ring: Ring
) -> dict[int, float]:
    """The rings that have room for their names, the one that is lit first; and the names' middles.

    Of capitals, little is above the outer ring.
    """
    highest = box.y + max(size / 4, _TALLEST * size - _ABOVE)
    places = [max(y, highest) for y in middles]
    order = sorted(range(len(told)), key=lambda number: told[number].is_quiet)
    lowest = ring.y - ring.outer * _FREE
    order = [number for number in order if places[number] + size / 2 <= lowest]
    spans = [(places[number] - size / 2 + 0.5, places[number] + size / 2 - 0.5) for number in order]
    band = middles[1] - middles[0] if len(middles) > 1 else size
    kept = clear_of_each_other(spans, 0.0 if band >= size - 1.0 else _AIR * size)
    found = sorted(number for number, is_kept in zip(order, kept, strict=True) if is_kept)
    return {number: places[number] for number in found}


def _shared_size(
    told: Sequence[Told], start: float, size: float, box: Box, setting: Setting
) -> float:
    """The one size in which names and values have room left of where the rings begin."""
    style, free = replace(setting.style("label"), size=size), start - _GAP - box.x
    wanted: list[tuple[str, float]] = []
    for one in told:
        room = free
        if one.row.quantity is not None:
            figure = set_figure("value", one.row.quantity, value_form(setting, size), setting)
            if figure.width + _LEAST_NAME * size <= free:
                room -= figure.width + _BESIDE * size
        wanted.append((one.row.name.in_language(setting.language), room))
    return shared_size(wanted, style, setting)


def _names(
    one: Told, start: tuple[float, float], size: float, box: Box, setting: Setting, begins: Timing
) -> list[Drawn]:
    """A name and its value left of where its ring begins."""
    style, theme = replace(setting.style("label"), size=size), setting.theme
    if box.width < 4 * size:
        return []
    colour = theme.quiet if one.is_quiet else theme.text
    right, baseline = start[0] - _GAP, start[1] + CAPITAL * style.size / 2
    drawn: list[Drawn] = []
    if one.row.quantity is not None:
        form = replace(value_form(setting, style.size), colour=colour)
        figure = set_figure(f"value/{one.row.key}", one.row.quantity, form, setting)
        if figure.width + _LEAST_NAME * size <= right - box.x:
            at = (right - figure.width, baseline)
            count = Timing(begins.delay_s, begins.duration_s, EASE_OUT)
            drawn.append(counting(figure, at, at, count))
            right -= figure.width + _BESIDE * style.size
    name = one.row.name.in_language(setting.language)
    lines, style = fitted(name, style, right - box.x, setting, may_shrink=False)
    marks = tuple(
        Label(f"name/{one.row.key}", line, right, baseline, style, colour, "right")
        for line in lines[:1]
    )
    return [*drawn, fading(marks, Timing(begins.delay_s, _FADE_S))]
