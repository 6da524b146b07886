"""Names and values on both sides of a ring, each led to its piece."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, set_figure, value_form
from kiosk.charts.labels import fitted
from kiosk.charts.lines.ends import End, are_crowded, spread
from kiosk.marks import Label, Shape
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.charts.figures import SetFigure
    from kiosk.charts.rings.parts import Part
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_VALUE = 56.0  # size of a value below its name, logical units
_BETWEEN = 0.42  # from a name's baseline down to its value, in em of the name
_BESIDE = 0.5  # between a name and its value on one line, in em
_SHORT = 5.5  # em, in which a name has one line
_IN_TWO = 0.65  # of its width, in which a name has two
_LEADER = 2.0
_OFF, _BACK, _FLAT = 8.0, 12.0, 16.0  # a leader's distances to ring and text, and its level end
LEAD = 64.0  # from the ring to the text
_INSIDE = 0.3  # of a piece's arc: so far from its ends may a leader begin
_APART = 14.0  # above and below a tag
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Ring:
    """Where a ring lies, in logical units."""

    x: float
    y: float
    outer: float
    inner: float = 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """What the tags tell. lit: keys of the parts singled out; is_plain: whether there are none."""

    parts: tuple[Part, ...]
    lit: Collection[str]
    is_plain: bool


def tags_width(parts: tuple[Part, ...], height: float, setting: Setting) -> float:
    """The width that tags need on one side: of values, and names in two lines above them.

    In a low place, names stand beside their values.
    """
    style, value = setting.style("label"), setting.grown(_VALUE)
    is_low = len(parts) * (style.size + value + 2 * _APART) > 2 * height
    form = value_form(setting, style.size if is_low else value)
    widest = 0.0
    for part in parts:
        name = part.row.name.in_language(setting.language)
        wide = setting.measure.advance(name, style)
        figure = None
        if part.row.quantity is not None:
            figure = set_figure("value", part.row.quantity, form, setting)
        if is_low:
            wide += _BESIDE * style.size + figure.width if figure else 0.0
        else:
            least = _IN_TWO * wide * setting.smallest / style.size
            wide = min(wide, max(_SHORT * style.size, least))
            wide = max(wide, figure.width) if figure else wide
        widest = max(widest, wide)
    return widest


def drawn_tags(told: Told, ring: Ring, box: Box, setting: Setting, sweep: Timing) -> list[Drawn]:
    """The tags inside `box`, left and right of the ring; the smallest are left out first."""
    sides = [
        sorted((part for part in told.parts if _is_right(part) == side), key=lambda p: -p.share)
        for side in (True, False)
    ]
    room = box.width / 2 - ring.outer - LEAD
    if room <= 0.0:
        return []
    drawn: list[Drawn] = []
    for side, ends in zip(sides, _ends(sides, told, room, box, setting), strict=True):
        far = ring.outer + LEAD / 2
        wanted = [ring.y - far * math.cos(2 * math.pi * part.middle) for part in side]
        pairs = [(end, y) for end, y in zip(ends, wanted, strict=True) if end.width > 0.0]
        heights = spread([e for e, _ in pairs], [y for _, y in pairs], box.y, box.bottom)
        for part, end in zip(side, ends, strict=True):
            if end.key in heights:
                drawn += _drawn(part, end, ring, heights[end.key], setting, sweep)
    return drawn


def _ends(
    sides: list[list[Part]], told: Told, room: float, box: Box, setting: Setting
) -> list[list[End]]:
    """The tags of both sides: values below names, beside them where those are crowded, or small."""
    largest = setting.style("label").size
    found: list[list[End]] = []
    for size, is_flat in ((largest, False), (largest, True), (setting.smallest, True)):
        found = [
            [_end(part, told, room, size, setting, is_flat=is_flat) for part in side]
            for side in sides
        ]
        if not any(are_crowded(ends, box.y, box.bottom) for ends in found):
            break
    return found


def _end(
    part: Part, told: Told, room: float, size: float, setting: Setting, *, is_flat: bool
) -> End:
    """One tag, its left edge at x = 0, its middle at y = 0."""
    row, theme = part.row, setting.theme
    is_lit = row.key in told.lit
    colour = theme.text if is_lit or told.is_plain else theme.quiet
    style = replace(setting.style("label"), size=size)
    figure: SetFigure | None = None
    if row.quantity is not None:
        value_size = size if is_flat else setting.grown(_VALUE)
        form = replace(value_form(setting, value_size), colour=colour)
        figure = set_figure(f"value/{row.key}", row.quantity, form, setting)
        figure = figure if figure.width <= room else None
    beside = figure.width + _BESIDE * size if figure and is_flat else 0.0
    name = row.name.in_language(setting.language)
    lines, style = fitted(name, style, room - beside, setting, 1 if is_flat else 2)
    names = tuple(
        Label(f"name/{row.key}" + (f"/{number}" if number else ""), line, 0.0, 0.0, style, colour)
        for number, line in enumerate(lines)
    )
    bare = End(row.key, is_lit, figure, 0.0, names, 0.0, 0.0, 0.0)
    return _flat(bare, setting) if is_flat else _tall(bare, setting)


def _flat(end: End, setting: Setting) -> End:
    """A name with its value beside it."""
    size = end.names[0].style.size if end.names else setting.smallest
    width = sum(setting.measure.advance(name.text, name.style) for name in end.names)
    half, room = CAPITAL * size / 2, 0.75 * size
    names = tuple(replace(name, y=half) for name in end.names)
    if end.figure:
        width += (_BESIDE * size if names else 0.0) + end.figure.width
    return replace(end, figure_y=half, names=names, width=width, above=room, below=room)


def _tall(end: End, setting: Setting) -> End:
    """A name with its value below it."""
    y, width, names = 0.0, 0.0, []
    for number, name in enumerate(end.names):
        y += (1.2 if number else CAPITAL) * name.style.size
        names.append(replace(name, y=y))
        width = max(width, setting.measure.advance(name.text, name.style))
    if end.figure:
        gap = _BETWEEN * setting.style("label").size if end.names else 0.0
        y += gap + CAPITAL * end.figure.full[0].style.size
        width = max(width, end.figure.width)
    half = y / 2
    room = half + _APART
    moved = tuple(replace(name, y=name.y - half) for name in names)
    return replace(end, figure_y=half, names=moved, width=width, above=room, below=room)


def _drawn(
    part: Part, end: End, ring: Ring, y: float, setting: Setting, sweep: Timing
) -> list[Drawn]:
    """A tag at its height, and the line that leads to it; it comes when the sweep passes."""
    way = 1.0 if _is_right(part) else -1.0
    text = ring.x + way * _away(end, ring, y)
    begins = Timing(sweep.delay_s + 0.6 * part.middle * sweep.duration_s, _FADE_S)
    drawn = [fading((_leader(part, ring, (text - way * _BACK, y), setting),), begins)]
    left = text if way > 0.0 else text - end.width
    is_flat = bool(end.names) and end.figure is not None and end.names[0].y == end.figure_y
    x = left
    for name in end.names:
        wide = setting.measure.advance(name.text, name.style)
        at = left if way > 0.0 or is_flat else text - wide
        drawn.append(fading((replace(name, x=at, y=y + name.y),), begins))
        x = at + wide + _BESIDE * name.style.size
    if end.figure is not None:
        figure_x = x if is_flat else left if way > 0.0 else text - end.figure.width
        place = (figure_x, y + end.figure_y)
        count = Timing(begins.delay_s, max(_FADE_S, 0.6 * sweep.duration_s), EASE_OUT)
        drawn.append(counting(end.figure, place, place, count))
    return drawn


def _is_right(part: Part) -> bool:
    """Whether the part's name stands right of the ring."""
    return part.middle % 1.0 < 0.5


def _away(end: End, ring: Ring, y: float) -> float:
    """How far to the side of the ring's middle a tag begins, so that it keeps clear of it."""
    nearest = max(0.0, y - end.above - ring.y, ring.y - y - end.below)
    reach = ring.outer + LEAD
    return math.sqrt(max(0.0, reach**2 - nearest**2))


def _leader(part: Part, ring: Ring, end: tuple[float, float], setting: Setting) -> Shape:
    """A thin line from where the piece is nearest to the text, level at its end."""
    own = math.atan2(end[0] - ring.x, ring.y - end[1]) / (2 * math.pi) % 1.0
    room = _INSIDE * part.share
    turn = 2 * math.pi * own
    if part.share < 1.0:
        turn = 2 * math.pi * max(part.start + room, min(own, part.end - room))
    near = ring.outer + _OFF
    start = (ring.x + near * math.sin(turn), ring.y - near * math.cos(turn))
    dx, dy = end[0] - start[0], end[1] - start[1]
    flat = math.copysign(_FLAT, 1.0 if _is_right(part) else -1.0)
    path = f"M0,0 L{dx - flat:.1f},{dy:.1f} L{dx:.1f},{dy:.1f}"
    line = setting.theme.line
    return Shape(f"leader/{part.row.key}", path, *start, stroke=line, width=_LEADER)
