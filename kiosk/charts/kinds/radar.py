"""Things compared over axes in a ring."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Points, Polygons, Polylines, Segments, column, fours
from kiosk.charts.axes import round_ticks, tick_figures
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, fading, scene, stagger_s
from kiosk.charts.figures import shifted
from kiosk.charts.labels import in_height
from kiosk.charts.legend import NO_LEGEND
from kiosk.charts.lines.inks import MOST_COLOURS
from kiosk.charts.lines.series import cells_of
from kiosk.charts.listing import Listed, drawn_list, list_height
from kiosk.charts.plane.domain import LinearDomain, domain_of
from kiosk.charts.plane.many import shares_of
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarRow, in_key, unique_keys
from kiosk.charts.slopes.courses import corner_courses
from kiosk.charts.slopes.tracks import Track, inks_of, legend_of, rows_at
from kiosk.charts.webs.tags import Written, drawn_tag, written_at
from kiosk.charts.webs.web import Web, meet, web_in
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT
from kiosk.geometry import Box
from kiosk.marks import Figure, Label
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.batches import Floats
    from kiosk.charts.legend import Legend
    from kiosk.charts.reading import Course
    from kiosk.data.quantity import Quantity
    from kiosk.data.table import Table
    from kiosk.data.text import Text
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_AXES_S, _GROW_S = 0.3, 0.9
_LIT, _OWN, _QUIET = 0.34, 0.2, 0.12  # of the outline's opacity, what the areas have
_WIDTH, _DOT = 4.0, 14.0
_TICK_ROOM = 1.35  # under the first name, in em of what the rings stand for
_RINGS = 3  # at most
_RING, _OUTER = 0.45, 0.9  # of the line colour's opacity
_LIST = 9.0  # the width of a list beside the ring, in em
_APART = 64.0  # between the ring and a list
_LOWEST_LIST = 0.3  # of the height, at most, is a list below
_TALLEST = 1.25  # of the width


@dataclass(frozen=True, kw_only=True)
class Radar(Chart):
    """Compares a few things by their values on three or more axes in a ring.

    All axes have one scale, from zero in the middle to a round value. The highlighted thing, or the
    only one, has its values at the axes.
    """

    chinese: ClassVar[str] = "雷达图：在一圈坐标轴上比较几个对象。"
    small_shape: ClassVar[float] = 1.0

    x: Column = option("The column with the axes' names.", zh="坐标轴的名称在哪一列。")
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column with the names of what is compared.", None, zh="比较的对象叫什么，在哪一列。"
    )
    highlight: str = option(
        "The name of the one in the accent; left out, up to five have a colour each.",
        "",
        zh="用强调色的那一个；不写时，五个以内各有颜色。",
        names_row_of=("color",),
    )
    max: float | None = option(
        "The value at the ends of the axes; left out, a round one above all values.",
        None,
        zh="轴的末端是多少；不写就取大于所有值的整数。",
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The web, then the areas from its middle."""
        axes, rows = self._rows(self.data)
        if not axes:
            return scene([])
        _, every = self._rows(self.data.every)
        others = [self._rows(part)[1] for part in self.data.siblings()]
        domain = _domain([row for of in (rows, *others) for row in of], self.max)
        plan = _plan(axes, (rows, *others), box, setting)
        alone = all(len(of) <= 1 for of in (rows, *others))
        seconds = self.enter.duration_s or _GROW_S
        arrive = Timing(_AXES_S, 0.4)
        drawn = [
            fading(_ground(plan, domain, setting), Timing(0.0, 0.4)),
            *_areas(plan, rows, domain, inks_of(rows, setting, every), seconds, alone=alone),
            *_scale(plan.web, domain, rows, box, setting),
        ]
        for axis, (written, place) in enumerate(zip(plan.written, plan.web.tags, strict=True)):
            if place is not None:
                way = plan.web.at(axis, 1.0).x - plan.web.centre.x
                side = 0.0 if abs(way) < 1.0 else math.copysign(1.0, way)
                drawn += drawn_tag(written, place, side, arrive, stacked=plan.stacked)
        return scene([*drawn, *_list(plan, rows, setting, Timing(_AXES_S, seconds))])

    def legend(self, box: Box, setting: Setting) -> Legend:
        """What is compared, where several are."""
        rows = self._rows(self.data.every)[1]
        return legend_of(rows, box, setting) if len(rows) > 1 else NO_LEGEND

    def height_in(self, box: Box, setting: Setting) -> float:
        """A ring with its names is about as high as wide."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """The last value of each."""
        return {f"mark/{row.key}": Reading(row.name, row.last) for row in self._rows(self.data)[1]}

    def courses(self, language: str) -> Mapping[str, Course]:
        """The values of each on all axes."""
        del language
        axes, rows = self._rows(self.data)
        return corner_courses(rows, axes)

    def _rows(self, table: Table) -> tuple[list[Text], tuple[Track, ...]]:
        """The axes in the order of their first rows, and what is compared."""
        names = [None if cell is None else name_in(cell) for cell in cells_of(table, self.x)]
        every = [None if c is None else name_in(c) for c in cells_of(self.data.every, self.x)]
        axes = {name: axis for axis, name in enumerate(dict.fromkeys(n for n in every if n))}
        at = [None if name is None else axes[name] for name in names]
        rows = rows_at(at, len(axes), table, self.y, self.color or "", self.highlight)
        return [*axes], _one_of_many(rows) if self.data.whole is None else rows


def _one_of_many(rows: tuple[Track, ...]) -> tuple[Track, ...]:
    """Of more than can be told apart by colour the first is lit where none is."""
    if len(rows) <= MOST_COLOURS or rows[-1].is_lit:
        return rows
    return (*rows[1:], replace(rows[0], is_lit=True))


def _domain(rows: Sequence[Track], most: float | None) -> LinearDomain:
    """From zero, or a round value below the least, to `most` or a round value above all."""
    values = [value.value for row in rows for value in row.values if value is not None]
    asked = [most] if most is not None and math.isfinite(most) and most > 0.0 else []
    domain = domain_of((*values, *asked), from_zero=True)
    if not isinstance(domain, LinearDomain) or domain.largest <= 0.0:
        return LinearDomain(0.0, 1.0, 0.0)
    low, high = domain.low, domain.high
    if asked:
        return replace(domain, high=max(low + 1e-9, most / domain.largest if most else high))
    ticks = round_ticks(low * domain.largest, high * domain.largest, _RINGS)
    step = min((abs(tick) for tick in ticks), default=0.0) / domain.largest
    if step <= 0.0:
        return domain
    return replace(
        domain, low=step * math.floor(low / step + 1e-9), high=step * math.ceil(high / step - 1e-9)
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything is.

    keys: of the axes. stacked: whether values stand below the names. listing: of the list.
    """

    web: Web
    keys: tuple[str, ...]
    written: tuple[Written, ...]
    stacked: bool
    listing: Box | None


def _plan(
    axes: Sequence[Text], charts: Sequence[Sequence[Track]], box: Box, setting: Setting
) -> _Plan:
    """The web beside the list of names, in portrait above it, as large as its names allow.

    charts: the things of this one, and of others that are as large and have no list.
    """
    room, listing = box, None
    if len(charts) == 1 and len(charts[0]) > 1:
        room, listing = _shared(box, len(charts[0]), setting)
    names = [axis.in_language(setting.language) for axis in axes]
    keys = unique_keys([in_key(axis) for axis in axes])
    alone = all(len(rows) <= 1 for rows in charts)
    every = [
        written_at(
            keys, names, _told(rows, len(axes), alone=alone), room, setting,
            is_small=len(charts) > 1,
        )
        for rows in charts
    ]  # fmt: skip
    least, stacked = max(
        (min(_web(written, room, box, setting, stacked=way).radius for written in every), way)
        for way in (False, True)
    )
    most = least if len(charts) > 1 else math.inf
    web = _web(every[0], room, box, setting, stacked=stacked, most=most)
    return _Plan(web, keys, every[0], stacked, listing)


def _told(rows: Sequence[Track], axes: int, *, alone: bool) -> Sequence[Quantity | None]:
    """The values that are written at the axes: those of the one that is lit or alone."""
    has_one = rows and (alone or rows[-1].is_lit)
    return rows[-1].values if has_one else (None,) * axes


def _web(
    written: Sequence[Written], room: Box, box: Box, setting: Setting, *, stacked: bool,
    most: float = math.inf,
) -> Web:  # fmt: skip
    """The web with room for what is written at its axes."""
    first, *others = [one.tag(stacked=stacked) for one in written]
    first = replace(first, below=_TICK_ROOM * _tick_size(box, setting))
    return web_in(room, [first, *others], most)


def _shared(box: Box, count: int, setting: Setting) -> tuple[Box, Box]:
    """The room of the web, and that of the list."""
    size = setting.style("label").size
    high = list_height(count, setting)
    if setting.shape == "landscape" and box.width > box.height:
        wide = min(_LIST * size, 0.35 * box.width)
        high = min(high, box.height)
        listing = Box(box.right - wide, box.y + (box.height - high) / 2, wide, high)
        return replace(box, width=max(1.0, box.width - wide - _APART)), listing
    high = min(high, _LOWEST_LIST * box.height)
    apart = min(_APART, box.height / 10)
    room = Box(box.x, box.y, box.width, max(1.0, box.height - high - apart))
    return room, Box(box.x, box.bottom - high, box.width, high)


def _rings(domain: LinearDomain) -> tuple[float, ...]:
    """The values at which there are rings, those in the middle not among them."""
    low, high = domain.low * domain.largest, domain.high * domain.largest
    ticks = sorted((0.0, *round_ticks(low, high, _RINGS)))
    return tuple(tick for tick in ticks if 1e-6 < domain.share(tick) <= 1.0 + 1e-6)


def _around(web: Web, share: float) -> list[tuple[float, float]]:
    """The corners of a ring, the first one again at the end."""
    count = len(web.tags)
    places = [web.at(axis % count, share) for axis in range(count + 1)]
    return [(place.x, place.y) for place in places]


def _ground(plan: _Plan, domain: LinearDomain, setting: Setting) -> Marks:
    """The rings and the axes."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    line, web = setting.theme.line, plan.web
    shares = sorted({*(round(domain.share(value), 9) for value in _rings(domain)), 1.0})
    inks = fours(line.faded(_OUTER if share >= 1.0 else _RING) for share in shares)
    keys = tuple(f"ring/{number}" for number in range(len(shares)))
    points = np.array([_around(web, share) for share in shares])
    rings = Polylines("rings", keys, points, column(1.0 for _ in keys), inks, 2.0)
    ends = [web.at(axis, 1.0) for axis in range(len(web.tags))]
    spokes = Segments(
        "axes",
        tuple(f"axis/{key}" for key in plan.keys),
        fours((web.centre.x, web.centre.y, end.x, end.y) for end in ends),
        fours(line.faded(_RING) for _ in ends),
    )
    return rings, spokes


def _tick_size(box: Box, setting: Setting) -> float:
    """The size of what the rings stand for."""
    return in_height(setting.smallest, box.height, 0.08, setting)


def _scale(
    web: Web, domain: LinearDomain, rows: Sequence[Track], box: Box, setting: Setting
) -> list[Drawn]:
    """What the rings stand for, beside the first axis."""
    if not rows:
        return []
    values, size = _rings(domain), _tick_size(box, setting)
    apart = web.radius / max(1, len(values))
    if apart < 1.3 * size:
        values = values[-1:] if web.radius > 2.0 * size else ()
    figures = tick_figures(values, rows[-1].last, size, setting)
    marks: list[Marks] = []
    for value, figure in zip(values, figures, strict=True):
        place = web.at(0, domain.share(value))
        written = Box(place.x + 10.0, place.y - 3.0 - size, figure.width, size)
        is_free = not any(tag is not None and meet(written, tag) for tag in web.tags)
        if is_free and written.right < min(box.right, web.centre.x + web.radius):
            marks.append(shifted(_on_areas(figure.full, setting), place.x + 10.0, place.y - 3.0))
    return [fading(some, Timing(0.0, 0.4)) for some in marks]


def _on_areas(figures: tuple[Label | Figure, ...], setting: Setting) -> tuple[Label | Figure, ...]:
    """Figures in the colour of text: on an area quiet ones are too faint."""
    return tuple(replace(figure, colour=setting.theme.text) for figure in figures)


def _areas(
    plan: _Plan, rows: Sequence[Track], domain: LinearDomain, inks: Sequence[Colour],
    seconds: float, *, alone: bool,
) -> list[Drawn]:  # fmt: skip
    """The areas, their outlines and the lit one's corners, grown from the middle.

    alone: whether no chart of the same look has several.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    if not rows:
        return []
    outlines = np.stack([_outline(plan.web, row, domain) for row in rows])
    middle = np.array((plan.web.centre.x, plan.web.centre.y))
    nothing = np.broadcast_to(middle, outlines.shape)
    has_lit = rows[-1].is_lit or alone
    fills = [
        ink.faded(_LIT if row.is_lit or alone else _QUIET if has_lit else _OWN)
        for row, ink in zip(rows, inks, strict=True)
    ]
    keys = tuple(f"mark/{row.key}" for row in rows)
    points = np.concatenate((outlines, nothing), axis=1)
    areas = Polygons("marks", keys, points, fours(fills), fours((0.0,) * 4 for _ in rows))
    names, trim = tuple(f"outline/{row.key}" for row in rows), column(1.0 for _ in rows)
    lines = Polylines("outlines", names, outlines, trim, fours(inks), _WIDTH)
    full: Marks = (areas, lines)
    empty: Marks = (
        replace(areas, points=np.concatenate((nothing, nothing), axis=1)),
        replace(lines, points=nothing.copy()),
    )
    gap = stagger_s(len(rows), 0.6)
    timings = {
        key: Timing(_AXES_S + index * gap, seconds)
        for batch in (keys, names)
        for index, key in enumerate(batch)
    }
    drawn = [Drawn(full, empty, timings)]
    if has_lit:
        known = [axis for axis, value in enumerate(rows[-1].values) if value is not None]
        dots = tuple(f"corner/{plan.keys[axis]}" for axis in known)
        sizes = np.full(len(known), _DOT)
        places = np.column_stack((outlines[-1][known], sizes))
        batch = Points("corners", dots, places, fours(inks[-1] for _ in known))
        after = Timing(_AXES_S + (len(rows) - 1) * gap + 0.6 * seconds, 0.4)
        drawn.append(Drawn((batch,), (), dict.fromkeys(dots, after)))
    return drawn


def _outline(web: Web, row: Track, domain: LinearDomain) -> Floats:
    """The corners of one area, the first one again at the end: (n + 1, 2).

    An axis without a value is passed straight from its one neighbour to the other.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    count = len(row.values)
    values = np.array([math.nan if one is None else one.value for one in row.values])
    shares = np.clip(shares_of(domain, values), 0.0, 1.0)
    turns = 2 * np.pi * np.arange(count) / count
    ways = np.stack((np.sin(turns), -np.cos(turns)), axis=1)
    corners = np.array((web.centre.x, web.centre.y)) + web.radius * shares[:, None] * ways
    known = np.flatnonzero(~np.isnan(shares))
    around = np.concatenate((known - count, known, known + count))
    axes = np.arange(count + 1)
    return np.stack([np.interp(axes, around, corners[around % count, i]) for i in (0, 1)], axis=1)


def _list(plan: _Plan, rows: Sequence[Track], setting: Setting, sweep: Timing) -> list[Drawn]:
    """What is compared, each with its colour, the lit one first."""
    if plan.listing is None:
        return []
    inks = inks_of(rows, setting)
    has_lit = rows[-1].is_lit
    listed = [
        Listed(BarRow(row.key, row.name, NO_TEXT, None, None), ink, has_lit and not row.is_lit)
        for row, ink in zip(rows, inks, strict=True)
    ]
    listed.sort(key=lambda one: one.is_quiet)
    return drawn_list(tuple(listed), plan.listing, setting, sweep)
