"""Areas over time, one behind another or one on another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import column
from kiosk.charts.annotations.annotation import annotated_values
from kiosk.charts.annotations.ground import Plotted
from kiosk.charts.annotations.places import Places
from kiosk.charts.areas.inside import names_inside
from kiosk.charts.areas.layers import (
    Layers,
    Stack,
    all_layers,
    layers_of,
    layers_within,
    thinned,
)
from kiosk.charts.areas.shapes import Sides, area_batch, line_batch, lonely, sides_of
from kiosk.charts.drawing import Drawn, fading, scene, travelling
from kiosk.charts.lines.courses import Told, courses_in
from kiosk.charts.lines.ends import End, are_crowded, end_of
from kiosk.charts.lines.explored import explored
from kiosk.charts.lines.inks import MOST_COLOURS, has_lit, name_inks, series_inks
from kiosk.charts.lines.places import places_in
from kiosk.charts.lines.series import along_in, cells_of, lit_of, names_of, series_in
from kiosk.charts.lines.stretches import (
    WHOLE,
    explored_by,
    extreme_ends,
    series_within,
    with_sign,
)
from kiosk.charts.lines.strokes import widths_of
from kiosk.charts.lines.tails import DOT, GAP, Tail, drawn_tails
from kiosk.charts.lines.window import WindowedChart
from kiosk.charts.plane.below import drawn_stretch_below
from kiosk.charts.plane.domain import LinearDomain
from kiosk.charts.plane.ground import ground_of
from kiosk.charts.plane.plane import Plane, above_names, drawn_below, drawn_plane, plane_in
from kiosk.charts.reading import Reading
from kiosk.charts.scales import largest_of
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import plain
from kiosk.geometry import Point
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.batches import Polygons, Polylines
    from kiosk.charts.annotations.places import Standing
    from kiosk.charts.lines.series import Series
    from kiosk.charts.plane.along import Along
    from kiosk.charts.reading import Course
    from kiosk.data.table import Cell, Table
    from kiosk.geometry import Box
    from kiosk.marks import Label, Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_AXES_S = 0.3  # the ground is there before the areas are drawn
_DRAW_S = 1.2
_FADE_S = 0.4
_LIT_FILL, _OWN_FILL, _QUIET_FILL = 0.4, 0.28, 0.2  # of the line's opacity, where areas overlap
_ROOM = {"landscape": 0.28, "portrait": 0.36}  # of the width, what stands at the ends may take
_TALLEST = 0.9  # of the width
_PERCENT = Quantity(100.0, unit=Unit(plain("%"), is_named=True))
_MANY_STACKED = 12  # of more the first is lit


@dataclass(frozen=True, kw_only=True)
class Area(WindowedChart):
    """Shows amounts over time as areas that stand on zero.

    Several lie one behind another, or one on another with `stack`. Each has its name in its area or
    at its end, so there is no legend. A missing value leaves a gap; in a stack the way goes on.
    """

    chinese: ClassVar[str] = "面积图：数量怎样随时间变化，从零线填起。"

    x: Column = option(
        "The column with the times (`2024`, `2024-05`, `08:30`), numbers or names.",
        zh="时间（`2024`、`2024-05`、`08:30`）、数或名称在哪一列。",
    )
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column that tells the areas apart.", None, zh="按哪一列分成几块面积。"
    )
    stack: Stack = option(
        "`none`: each stands on zero, one behind another; `zero`: one on another; `normalize`: one "
        "on another as shares of 100 %.",
        "none",
        zh="`none`：都从零线起，前后重叠；`zero`：一层叠一层；`normalize`：叠成 100 %，看占比。",
    )
    highlight: str = option(
        "The name of the area in the accent; left out, each has a colour of its own.",
        "",
        zh="用强调色的那块面积；不写时各有颜色。",
        names_row_of=("color",),
    )

    @property
    def runs_by(self) -> tuple[str, tuple[str, ...]]:
        """The times, and what parts small charts and areas."""
        return self.x, (self.facet or "", self.color or "")

    def drawn_in(self, box: Box, setting: Setting, *, goes_on: bool) -> Plotted:
        """The same of the rows that are shown. goes_on: whether others will follow them."""
        places, series = self._series(setting.language, self.data)
        places = places.moving if goes_on else places
        if not series:
            plane = plane_in(box, box.right, 0.0, LinearDomain(0.0, 1.0, 0.0), None, setting)
            return Plotted(scene(drawn_plane(plane, box, setting)))
        is_one = self.explore and self.data.whole is None
        measured = explored_by(cells_of(self.data, self.x), box) if is_one else None
        noted = places_in(self.data, self.x, places) if self.annotations else Places()
        if measured is None:
            layers = layers_of(series, self.stack)
            plan = self._plan(series, layers, box, setting, moves=goes_on or self.explore)
            below = drawn_below(places, plan.plane, box, setting)
            pieces = self._drawn(plan, below, box, setting)
            return Plotted(scene(pieces), ground_of(plan.plane, box.y, noted))
        sign, lower = with_sign(box, setting)
        every = all_layers(series, self.stack)
        plan = self._plan(series, thinned(every), lower, setting, moves=True)

        def plot(stretch: tuple[float, float]) -> Plotted:
            """What is seen of a stretch."""
            below = drawn_stretch_below(measured, stretch, plan.plane, lower, setting)
            layers = every if stretch == WHOLE else layers_within(every, *stretch)
            shown = self._showing(plan, series, stretch, thinned(layers), lower, setting)
            pieces = self._drawn(shown, below, lower, setting)
            return Plotted(scene(pieces), ground_of(plan.plane, lower.y, noted.within(stretch)))

        return explored(plot, self.annotations, (plan.plane.room, sign), measured, setting)

    def _drawn(self, plan: _Plan, below: list[Drawn], box: Box, setting: Setting) -> list[Drawn]:
        """The plane, what is written below it, and the areas with their names."""
        grow = Timing(_AXES_S, self.enter.duration_s or _DRAW_S)
        return [
            *drawn_plane(plan.plane, box, setting),
            *below,
            *_drawn_areas(plan, setting, stacked=self.stack != "none", grow=grow),
            fading(plan.inside, Timing(grow.delay_s + 0.6 * grow.duration_s, _FADE_S)),
            *drawn_tails(plan.ends, plan.tails, box, plan.right, setting, grow),
        ]

    def height_in(self, box: Box, setting: Setting) -> float:
        """Areas are wider than high."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """The last value of each area."""
        _, series = self._series("", self.in_window().data)
        return {f"mark/{one.key}": Reading(one.name, one.last) for one in series}

    def courses(self, language: str) -> Mapping[str, Course]:
        """The values of each area, where its upper side is."""
        rows = self.in_window().data
        places, series = self._series("", rows)
        told = Told(rows, places, self.x, self.y, self.color or "")
        return courses_in(series, told, language, "mark")

    def standing(self, cell: Cell) -> Standing:
        """Whether something can be written at that place."""
        return places_in(self.data, self.x).standing(cell)

    def _series(self, language: str, rows: Table) -> tuple[Along, tuple[Series, ...]]:
        """Where the rows stand, and the areas from the back to the front or from the foot up."""
        places = along_in(rows, self.x, language)
        is_plain = self.stack == "none"
        series = series_in(
            rows, self.y, self.color or "", places, self.highlight,
            lights_of=self._lights_of, lit_last=is_plain,
            known=names_of(self.data, self.color or ""),
        )  # fmt: skip
        return places, series

    @property
    def _lights_of(self) -> int:
        """Of more areas, one is lit."""
        return MOST_COLOURS if self.stack == "none" else _MANY_STACKED

    def _others(self) -> list[tuple[tuple[Series, ...], Layers]]:
        """The areas of the other charts that have the same scale."""
        others = (self._series("", rows)[1] for rows in self.data.siblings())
        found = ((series, layers_of(series, self.stack)) for series in others if series)
        if self.stack == "normalize":
            return [(_as_shares(series, layers), layers) for series, layers in found]
        return list(found)

    def _plan(
        self, series: tuple[Series, ...], layers: Layers, box: Box, setting: Setting, *, moves: bool
    ) -> _Plan:
        """The names inside a stack where all of them fit, else at the right ends.

        moves: whether it will be explored or goes on; names that lie inside would have to jump.
        """
        if self.stack == "normalize":
            series = _as_shares(series, layers)
        names = names_of(self.data, self.color or "")
        lit = lit_of(names, self.highlight, self._lights_of)
        fills = series_inks(series, setting, names, lit)
        like = _PERCENT if self.stack == "normalize" else series[-1].last
        others = self._others()
        span = _domain((layers, *(of for _, of in others)))
        domain = _reaching(span, annotated_values(self.annotations))
        highest = span.high * span.largest

        def planned(*, inside: bool) -> _Plan | None:
            shown = [one for one in series if one.is_lit] if inside else [*series]
            inks = dict(zip((one.key for one in series), name_inks(series, setting), strict=True))
            ends = _ends(shown, inks, box, setting, has_names=not inside)
            every = [*ends]
            for other in extreme_ends(series) if self.explore else ():
                every += _ends([*other], inks, box, setting, has_names=not inside)
            for other, _ in others:
                quiet = dict.fromkeys((one.key for one in other), setting.theme.quiet)
                every += _ends([*other], quiet, box, setting, has_names=True)
            widest = max((end.width + GAP for end in every), default=0.0)
            head = max((end.above for end in every), default=0.0)
            head = max(head, self.head_over((highest,), setting))
            right = box.right - min(box.width / 2, widest)
            plane = plane_in(box, right, head, domain, like, setting, names_unit=has_lit(series))
            sides = sides_of(layers, plane)
            inside_names = names_inside(series, sides, fills, setting) if inside else ()
            if inside_names is None:
                return None
            tails = [
                self._tail(sides, row, fills, one)
                for row, one in enumerate(series)
                if one.is_lit or not inside
            ]
            is_lit = has_lit(series) or bool(lit)
            return _Plan(
                series, plane, sides, fills, ends, tails, right, inside_names, inks, is_lit
            )

        may_be_inside = self.stack != "none" and len(series) > 1 and not moves
        may_be_inside = may_be_inside and self.data.whole is None  # as wide as the others
        found = planned(inside=True) if may_be_inside else None
        plan = found or planned(inside=False)
        if plan is None:
            message = "names at the ends are always planned"
            raise ValueError(message)
        return plan

    def _showing(
        self, plan: _Plan, every: tuple[Series, ...], stretch: tuple[float, float], layers: Layers,
        box: Box, setting: Setting,
    ) -> _Plan:  # fmt: skip
        """The plan with what of the areas `every` lies in a stretch; layers: of that."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        within = {one.key: one for one in series_within(every, stretch)}
        series = tuple(within.get(one.key, one) for one in every)
        if self.stack == "normalize":
            series = _as_shares(series, layers)
        rows = np.flatnonzero(~np.isnan(layers.upper).all(axis=1)).tolist()
        seen = replace(layers, upper=layers.upper[rows], lower=layers.lower[rows])
        sides, fills = sides_of(seen, plan.plane), tuple(plan.fills[row] for row in rows)
        shown = tuple(series[row] for row in rows)
        ends = _ends([*shown], plan.inks, box, setting, has_names=True)
        tails = [self._tail(sides, row, fills, one) for row, one in enumerate(shown)]
        lasts = {one.key: one.last for one in every}
        tails = [
            tail if one.last is lasts[one.key] else replace(tail, dot=0.0)  # it goes on
            for tail, one in zip(tails, shown, strict=True)
        ]
        return replace(plan, series=shown, sides=sides, fills=fills, ends=ends, tails=tails)

    def _tail(self, sides: Sides, row: int, fills: Sequence[Colour], series: Series) -> Tail:
        """Where an area ends: in a stack in its middle, else on its line with a dot."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        last = int(np.flatnonzero(~np.isnan(sides.upper[row]))[-1])
        y, foot, x = (float(some[last]) for some in (sides.upper[row], sides.lower[row], sides.x))
        if self.stack == "none":
            return Tail(Point(x, y), fills[row], DOT if series.is_lit else 0.0)
        return Tail(Point(x, (y + foot) / 2), fills[row], 0.0)


def _domain(every: Sequence[Layers]) -> LinearDomain:
    """The span of all of them."""
    largest = max(layers.largest for layers in every)
    spans = [
        tuple(side * layers.largest / largest if largest else side for side in layers.span)
        for layers in every
    ]
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    return LinearDomain(low, high if high > low else low + 1.0, largest)


def _reaching(domain: LinearDomain, values: tuple[float, ...]) -> LinearDomain:
    """The domain, as far as those values."""
    largest = max(domain.largest, largest_of(values))
    if not values or largest <= 0.0:
        return domain
    sides = [side * (domain.largest / largest) for side in (domain.low, domain.high)]
    ends = [*sides, *(value / largest for value in values)]
    return LinearDomain(min(ends), max(ends), largest)


def _as_shares(series: tuple[Series, ...], layers: Layers) -> tuple[Series, ...]:
    """The same with shares of the whole as their last values."""
    shares = 100.0 * (layers.upper - layers.lower)[:, -1]
    return tuple(
        replace(one, last=replace(_PERCENT, value=share, decimals=min(1, one.last.decimals)))
        for one, share in zip(series, shares.tolist(), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is drawn, and where. right: of the areas; inside: the names in them.

    inks: of names at the ends, by the areas' keys. has_lit: whether one of all is lit.
    """

    series: tuple[Series, ...]
    plane: Plane
    sides: Sides
    fills: tuple[Colour, ...]
    ends: list[End]
    tails: list[Tail]
    right: float
    inside: tuple[Label, ...]
    inks: dict[str, Colour]
    has_lit: bool


def _ends(
    shown: list[Series], inks: dict[str, Colour], box: Box, setting: Setting, *, has_names: bool
) -> list[End]:
    """What stands at the right ends, as small as can be read where it has grown too much."""
    room = _ROOM[setting.shape] * box.width

    def ends(*, is_tight: bool) -> list[End]:
        return [
            end_of(
                one, box, room, inks[one.key], setting,
                is_tight=is_tight, has_name=has_names,
            )
            for one in shown
        ]  # fmt: skip

    large = ends(is_tight=False)
    if setting.is_grown and are_crowded(large, box.y, above_names(box, setting)):
        return ends(is_tight=True)
    return large


def _drawn_areas(plan: _Plan, setting: Setting, *, stacked: bool, grow: Timing) -> list[Drawn]:
    """The areas and, where they do not lie on each other, the lines on them."""
    keys = [one.key for one in plan.series]
    if stacked:
        seam = setting.theme.ground if len(keys) > 1 else None
        return [_drawn_along(area_batch(keys, plan.sides, plan.fills, seam), grow)]
    other = _QUIET_FILL if plan.has_lit else _OWN_FILL
    paler = [
        colour.faded(_LIT_FILL if one.is_lit else other)
        for one, colour in zip(plan.series, plan.fills, strict=True)
    ]
    drawn = [_drawn_along(area_batch(keys, plan.sides, paler, None), grow)]
    for name, is_lit in (("lines", False), ("lit", True)):
        rows = [row for row, one in enumerate(plan.series) if one.is_lit is is_lit]
        if rows:
            width = widths_of(plan.series)[rows[0]]
            line = line_batch(name, keys, plan.sides, rows, plan.fills, width)
            drawn.append(_drawn_along(line, grow))
    dots = lonely(keys, plan.sides, plan.fills)
    after = Timing(grow.delay_s + 0.5 * grow.duration_s, _FADE_S)
    return [*drawn, fading(() if dots is None else (dots,), after)]


def _drawn_along(batch: Polygons | Polylines, grow: Timing) -> Drawn:
    """The batch, drawn from left to right."""
    empty: Marks = (replace(batch, trim=column(0.0 for _ in batch.keys)),)
    return travelling((batch,), empty, grow)
