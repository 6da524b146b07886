"""Lines over time, and the areas below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.annotations.ground import Plotted
from kiosk.charts.annotations.places import Places
from kiosk.charts.doubts import not_above_zero
from kiosk.charts.drawing import scene
from kiosk.charts.lines.courses import Told, courses_in
from kiosk.charts.lines.ends import End, are_crowded, end_of
from kiosk.charts.lines.explored import explored
from kiosk.charts.lines.inks import MOST_COLOURS, has_lit, name_inks, series_inks
from kiosk.charts.lines.places import places_in
from kiosk.charts.lines.series import (
    along_in,
    cells_of,
    common_extremes,
    extremes,
    lit_of,
    names_of,
    series_in,
)
from kiosk.charts.lines.stretches import (
    explored_by,
    extreme_ends,
    series_within,
    with_sign,
)
from kiosk.charts.lines.strokes import drawn_area, drawn_lines, strokes_of
from kiosk.charts.lines.tails import DOT, GAP, Tail, drawn_tails
from kiosk.charts.lines.window import WindowedChart
from kiosk.charts.plane.below import drawn_stretch_below
from kiosk.charts.plane.domain import domain_of
from kiosk.charts.plane.ground import ground_of
from kiosk.charts.plane.plane import above_names, drawn_below, drawn_plane, plane_in
from kiosk.charts.reading import Reading
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.annotations.places import Standing
    from kiosk.charts.doubts import Doubt
    from kiosk.charts.drawing import Drawn
    from kiosk.charts.lines.series import Series
    from kiosk.charts.plane.along import Along
    from kiosk.charts.plane.plane import Plane
    from kiosk.charts.reading import Course
    from kiosk.data.quantity import Quantity
    from kiosk.data.table import Cell, Table
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_AXES_S = 0.3  # the ground is there before the lines are drawn
_DRAW_S = 1.2
_SMALL_DOT = 6.0  # radius, where each line has a colour of its own
_ROOM = {"landscape": 0.28, "portrait": 0.36}  # of the width, what stands at the ends may take
_TALLEST = 0.9  # of the width


@dataclass(frozen=True, kw_only=True)
class Line(WindowedChart):
    """Shows how values change over time.

    One line wears the accent, with its last value at its end, and the others are quiet; where none
    is highlighted, up to five lines have a colour each. Each has its name at its end, so there is
    no legend. A missing value leaves a gap.
    """

    chinese: ClassVar[str] = "折线图：数值怎样随时间变化。"

    x: Column = option(
        "The column with the times (`2024`, `2024-05`, `08:30`), numbers or names.",
        zh="时间（`2024`、`2024-05`、`08:30`）、数或名称在哪一列。",
    )
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column that tells the lines apart.", None, zh="按哪一列分成几条线。"
    )
    highlight: str = option(
        "The name of the line in the accent; left out, up to five have a colour each, and of more "
        "the first is lit.",
        "",
        names_row_of=("color",),
        zh="用强调色的那条线；不写时，五条以内各有颜色，再多就突出第一条。",
    )
    area: bool = option(
        "Whether the highlighted line's area down to zero is filled.",
        default=False,
        zh="强调的那条线到零之间要不要填色。",
    )
    scale: Literal["linear", "log"] = option(
        "`linear`, or `log`: by powers of ten, for values above zero.",
        "linear",
        zh="`linear`：线性；`log`：对数，按十的幂，只画大于零的值。",
    )

    @property
    def runs_by(self) -> tuple[str, tuple[str, ...]]:
        """The times, and what parts small charts and lines."""
        return self.x, (self.facet or "", self.color or "")

    def drawn_in(self, box: Box, setting: Setting, *, goes_on: bool) -> Plotted:
        """The same of the rows that are shown. goes_on: whether others will follow them."""
        places, series = self._series(setting, self.data)
        places = places.moving if goes_on else places
        is_one = self.explore and self.data.whole is None and bool(series)
        measured = explored_by(cells_of(self.data, self.x), box) if is_one else None
        noted = places_in(self.data, self.x, places) if self.annotations else Places()
        if measured is None:
            plan = self._plan(series, box, setting)
            below = drawn_below(places, plan.plane, box, setting)
            pieces = self._drawn(series, below, plan, setting)
            return Plotted(scene(pieces), ground_of(plan.plane, box.y, noted))
        sign, lower = with_sign(box, setting)
        plan = self._plan(series, lower, setting)

        def plot(stretch: tuple[float, float]) -> Plotted:
            """What is seen of a stretch."""
            below = drawn_stretch_below(measured, stretch, plan.plane, lower, setting)
            shown = series_within(series, stretch, is_log=self.scale == "log")
            pieces = self._drawn(shown, below, plan, setting)
            ground = ground_of(plan.plane, lower.y, noted.within(stretch))
            return Plotted(scene(pieces), ground)

        return explored(plot, self.annotations, (plan.plane.room, sign), measured, setting)

    def _plan(self, series: tuple[Series, ...], box: Box, setting: Setting) -> _Plan:
        """Where the lines are drawn, and in which colours; of stretches it is the same."""
        inks = dict(zip((one.key for one in series), name_inks(series, setting), strict=True))
        every = [*_ends(series, inks, box, setting), *self._other_ends(box, setting)]
        for other in extreme_ends(series) if self.explore else ():
            every += _ends(other, inks, box, setting)
        widest = max((end.width for end in every), default=0.0)
        head = max((end.above for end in every), default=0.0)
        right = box.right - min(box.width / 2, widest + GAP)
        is_log = self.scale == "log"
        values = (*extremes(series), *common_extremes(self.data, self.y, is_log=is_log))
        head = max(head, self.head_over(values, setting))
        values = self.reached(values)
        domain = domain_of(values, from_zero=self.area and not is_log, is_log=is_log)
        like = series[-1].last if series else None
        says_unit = has_lit(series)
        plane = plane_in(box, right, head, domain, like, setting, names_unit=says_unit)
        names = names_of(self.data, self.color or "")
        lit = lit_of(names, self.highlight, MOST_COLOURS)
        colours = dict(zip(inks, series_inks(series, setting, names, lit), strict=True))
        lasts = {one.key: one.last for one in series}
        return _Plan(box, plane, right, colours, inks, lasts, has_lit=says_unit or bool(lit))

    def _drawn(
        self, series: tuple[Series, ...], below: list[Drawn], plan: _Plan, setting: Setting
    ) -> list[Drawn]:
        """The plane, what is written below it, and the lines with what stands at their ends."""
        box, plane = plan.box, plan.plane
        grow = Timing(_AXES_S, self.enter.duration_s or _DRAW_S)
        strokes = strokes_of(series, plane, [plan.colours[one.key] for one in series])
        pieces = [*drawn_plane(plane, box, setting), *below]
        if self.area and has_lit(series):
            pieces += drawn_area(strokes[-1], plane.base, grow)
        pieces += drawn_lines(strokes, grow)
        tails = [
            Tail(stroke.last, stroke.colour, plan.dot(one))
            for one, stroke in zip(series, strokes, strict=True)
        ]
        ends = _ends(series, plan.inks, box, setting)
        return [*pieces, *drawn_tails(ends, tails, box, plan.right, setting, grow)]

    def standing(self, cell: Cell) -> Standing:
        """Whether something can be written at that place."""
        return places_in(self.data, self.x).standing(cell)

    def height_in(self, box: Box, setting: Setting) -> float:
        """Lines are wider than high."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def doubts(self) -> tuple[Doubt, ...]:
        """About values that a logarithmic scale does not reach."""
        return not_above_zero(self.data, "y", self.y) if self.scale == "log" else ()

    def readings(self) -> Mapping[str, Reading]:
        """The last value of each line, at the dot on its end."""
        _, series = self._series(None, self.in_window().data)
        return {f"dot/{one.key}": Reading(one.name, one.last) for one in series}

    def courses(self, language: str) -> Mapping[str, Course]:
        """The values of each line."""
        rows = self.in_window().data
        places, series = self._series(None, rows)
        told = Told(rows, places, self.x, self.y, self.color or "")
        return courses_in(series, told, language, "line")

    def _other_ends(self, box: Box, setting: Setting) -> list[End]:
        """What stands at the lines' ends in the other charts that have the same scale."""
        others = (self._series(setting, rows)[1] for rows in self.data.siblings())
        return [
            end
            for series in others
            for inks in (dict.fromkeys((one.key for one in series), setting.theme.quiet),)
            for end in _ends(series, inks, box, setting)
        ]

    def _series(self, setting: Setting | None, rows: Table) -> tuple[Along, tuple[Series, ...]]:
        """Where the rows stand, and the lines; those of a logarithmic scale are above zero."""
        places = along_in(rows, self.x, setting.language if setting else "")
        series = series_in(
            rows, self.y, self.color or "", places, self.highlight, lights_of=MOST_COLOURS,
            is_log=self.scale == "log", known=names_of(self.data, self.color or ""),
        )  # fmt: skip
        return places, series


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the lines are drawn. right: of the plane.

    colours, inks: of lines and names; lasts: their last values; all by the lines' keys.
    """

    box: Box
    plane: Plane
    right: float
    colours: Mapping[str, Colour]
    inks: Mapping[str, Colour]
    lasts: Mapping[str, Quantity]
    has_lit: bool

    def dot(self, series: Series) -> float:
        """The radius of the dot on a line's end; quiet ones have none beside a lit one."""
        if series.last is not self.lasts[series.key]:
            return 0.0  # it goes on
        if series.is_lit:
            return DOT
        return 0.0 if self.has_lit else _SMALL_DOT


def _ends(
    series: tuple[Series, ...], inks: Mapping[str, Colour], box: Box, setting: Setting
) -> list[End]:
    """What stands at the lines' ends, as small as can be read where it has grown too much."""
    room = _ROOM[setting.shape] * box.width
    pairs = [(one, inks[one.key]) for one in series]
    ends = [end_of(one, box, room, ink, setting) for one, ink in pairs]
    if setting.is_grown and are_crowded(ends, box.y, above_names(box, setting)):
        return [end_of(one, box, room, ink, setting, is_tight=True) for one, ink in pairs]
    return ends
