"""Dots in a plane of two numbers; with sizes, bubbles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.batches import Points, fours
from kiosk.charts.annotations.annotation import annotated_places, annotated_values
from kiosk.charts.annotations.ground import Plotted
from kiosk.charts.doubts import below_zero, not_above_zero
from kiosk.charts.drawing import Drawn, fading, scene, stagger_s
from kiosk.charts.legend import Entry, legend_in
from kiosk.charts.palette import series_colours
from kiosk.charts.plane.chart import PlaneChart
from kiosk.charts.reading import Reading
from kiosk.charts.rows import in_key, says
from kiosk.charts.scatter.dots import Dot, DotColumns, dots_in
from kiosk.charts.scatter.field import Sides, drawn_field, field_in
from kiosk.charts.scatter.names import dot_names
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.batches import Floats
    from kiosk.charts.annotations.places import Standing
    from kiosk.charts.doubts import Doubt
    from kiosk.charts.legend import Legend
    from kiosk.charts.scatter.field import Field
    from kiosk.data.table import Cell, Table
    from kiosk.marks import Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_AXES_S, _RISE_S, _NAME_S = 0.3, 0.7, 0.4
_RISE = 48.0  # logical units, from below
_TALLEST = 1.15  # of the width
_BUBBLE, _CROWDED = 0.85, 0.75  # opacities, so that what lies below is seen
_MANY = 300  # dots, of which none is solid
_LEGEND = 0.25  # of the box, at most
_AFTER_LEGEND = 14.0
_BESIDE = 1.6  # between a side's title and the legend, in em


@dataclass(frozen=True, kw_only=True)
class Scatter(PlaneChart):
    """Shows how two numbers go together: a dot for each row, a bubble where rows have sizes.

    Names stand at the dots as far as they have room: the highlighted one's first, then those of the
    largest and of those far from the others.
    """

    chinese: ClassVar[str] = "散点图：两个数有什么关系，每行一个点；带大小的是气泡。"

    x: Column = option(
        "The column with the numbers from left to right.",
        zh="从左到右的数值所在的列。", cells="numbers",
    )  # fmt: skip
    y: Column = option(
        "The column with the numbers from below to above.",
        zh="从下到上的数值所在的列。", cells="numbers",
    )  # fmt: skip
    size: Column | None = option(
        "The column with the sizes of bubbles; their areas are in proportion.", None,
        zh="气泡大小所在的列；面积与数值成正比。", cells="numbers",
    )  # fmt: skip
    color: Column | None = option(
        "The column that tells series of dots apart by colour.", None, zh="用颜色区分各组点的列。"
    )
    label: Column | None = option("The column with the dots' names.", None, zh="各点名称所在的列。")
    highlight: str = option(
        "The name of the dot, or of the series, in the accent; the others are quiet.", "",
        zh="用强调色显示的点或组的名称；其余的安静下来。", names_row_of=("label", "color"),
    )  # fmt: skip
    x_scale: Literal["linear", "log"] = option(
        "`log` measures from left to right by powers of ten.", "linear",
        zh="`log`：横向按十的幂度量。",
    )  # fmt: skip
    y_scale: Literal["linear", "log"] = option(
        "`log` measures from below to above by powers of ten.", "linear",
        zh="`log`：纵向按十的幂度量。",
    )  # fmt: skip
    x_title: Text = option(
        "What the numbers from left to right are.", NO_TEXT, zh="横向的数值是什么。"
    )
    y_title: Text = option(
        "What the numbers from below to above are.", NO_TEXT, zh="纵向的数值是什么。"
    )

    def plotted(self, box: Box, setting: Setting) -> Plotted:
        """The dots, which rise and grow from left to right."""
        box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        dots = self._dots()
        if not dots:
            return Plotted(scene([]))
        colours, entries = self._colours(dots, setting)
        # Other charts that have the same scales count too.
        every = (*dots, *(dot for rows in self.data.siblings() for dot in self._dots(rows)))
        entries = entries if self.data.whole is None else ()
        legend, field = _with_legend(every, entries, box, self._sides(), setting)
        field = replace(field, diameters=field.diameters[: len(dots)])
        places = fours((*place, 0.0) for place in field.places(dots))[:, :3]
        lit = self._lit(dots)
        names = dot_names(dots, places, colours, lit, field, setting)
        keys = tuple(f"mark/{dot.key}" for dot in dots)
        batch = Points("marks", keys, places, fours(colours))
        timings = self._timings(keys, places, field.plane.room)
        drawn = scene([
            fading(legend, Timing(0.0, _NAME_S)),
            *drawn_field(field, setting),
            _risen(_in_front(batch, dots, lit), field.plane.room, timings),
            *(
                fading((name,), Timing(timings[f"mark/{key}"].end_s - _NAME_S, _NAME_S))
                for name in names
                for key in (name.key.removeprefix("name/"),)
            ),
        ])  # fmt: skip
        return Plotted(drawn, field.ground())

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The series of all small charts."""
        entries = self._colours(self._dots(self.data.every), setting)[1]
        return legend_in(replace(box, height=_LEGEND * box.height), entries, setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """A plane is not much higher than wide."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def doubts(self) -> tuple[Doubt, ...]:
        """About values that a logarithmic scale does not reach, and sizes below zero."""
        return (
            *(not_above_zero(self.data, "x", self.x) if self.x_scale == "log" else ()),
            *(not_above_zero(self.data, "y", self.y) if self.y_scale == "log" else ()),
            *below_zero(self.data, "size", self.size),
        )

    def readings(self) -> Mapping[str, Reading]:
        """Each dot's name and its value from below to above."""
        return {
            f"mark/{dot.key}": Reading(
                dot.name if dot.name.versions else name_in(dot.x), dot.y, dot.series
            )
            for dot in self._dots()
        }

    def standing(self, cell: Cell) -> Standing:
        """Any number has a place."""
        is_there = isinstance(cell, Quantity) and (cell.value > 0.0 or self.x_scale == "linear")
        return "inside" if is_there else "nowhere"

    def _dots(self, rows: Table | None = None) -> tuple[Dot, ...]:
        """The rows that have a place."""
        columns = DotColumns(self.x, self.y, self.size or "", self.color or "", self.label or "")
        logs = (self.x_scale == "log", self.y_scale == "log")
        x_above, y_above = (0.0 if is_log else None for is_log in logs)
        return dots_in(rows or self.data, columns, x_above=x_above, y_above=y_above)

    def _sides(self) -> Sides:
        """How the two sides are measured and named."""
        return Sides(
            self.x_scale == "log", self.y_scale == "log", self.x_title, self.y_title,
            has_sizes=self.size in self.data.columns,
            noted=(annotated_places(self.annotations), annotated_values(self.annotations)),
        )  # fmt: skip

    def _lit(self, dots: tuple[Dot, ...]) -> frozenset[str]:
        """The keys of the highlighted dots."""
        wanted = self.highlight
        return frozenset(
            dot.key for dot in dots if says(dot.name, wanted) or says(dot.series, wanted)
        )

    def _colours(
        self, dots: tuple[Dot, ...], setting: Setting
    ) -> tuple[list[Colour], tuple[Entry, ...]]:
        """What each dot is filled with, and the legend."""
        lit, every = self._lit(dots), dots
        if self.data.whole is not None:
            every = (*self._dots(self.data.whole), *dots)
        series = tuple(dict.fromkeys(dot.series for dot in every))
        opacity = _CROWDED if len(dots) > _MANY else _BUBBLE if self.size else 1.0
        accent, quiet = setting.accent, setting.theme.quiet_series
        if self._lit(every):
            entries = [
                Entry(in_key(name), name.in_language(setting.language), accent)
                for name in series
                if says(name, self.highlight)
            ]
            shown = [accent if dot.key in lit else quiet.faded(opacity) for dot in dots]
            return shown, tuple(entries)
        by_series = dict(zip(series, series_colours(len(series), setting), strict=True))
        entries = [
            Entry(in_key(name), name.in_language(setting.language), colour)
            for name, colour in by_series.items()
            if name.versions and len(series) > 1
        ]
        return [by_series[dot.series].faded(opacity) for dot in dots], tuple(entries)

    def _timings(self, keys: tuple[str, ...], places: Floats, room: Box) -> dict[str, Timing]:
        """When each dot rises: from left to right."""
        seconds = self.enter.duration_s or _RISE_S
        last = stagger_s(len(keys)) * len(keys)
        shares = ((places[:, 0] - room.x) / room.width).clip(0.0, 1.0).tolist()
        return {
            key: Timing(_AXES_S + share * last, seconds)
            for key, share in zip(keys, shares, strict=True)
        }


def _with_legend(
    dots: tuple[Dot, ...], entries: tuple[Entry, ...], box: Box, sides: Sides, setting: Setting
) -> tuple[Marks, Field]:
    """The legend beside what the upper side counts, else above it, and the plane below."""
    field = field_in(dots, box, sides, setting)
    start = box.x + sum(
        setting.measure.advance(title.text, title.style) + _BESIDE * title.style.size
        for title in field.titles
        if title.key == "title/y"
    )
    above = Box(start, box.y, box.right - start, field.inner.y - box.y + 1.0)
    legend = legend_in(above, entries, setting)
    if len(legend.marks) == 2 * len(entries):
        return legend.marks, field
    legend = legend_in(Box(box.x, box.y, box.width, _LEGEND * box.height), entries, setting)
    gone = legend.height + (_AFTER_LEGEND if legend.marks else 0.0)
    below = Box(box.x, box.y + gone, box.width, box.height - gone)
    return legend.marks, field_in(dots, below, sides, setting)


def _in_front(batch: Points, dots: tuple[Dot, ...], lit: frozenset[str]) -> Points:
    """The dots from the back to the front: large ones behind small ones, lit ones before all."""
    order = sorted(range(len(dots)), key=lambda row: (dots[row].key in lit, -dots[row].size))
    keys = tuple(batch.keys[row] for row in order)
    return replace(batch, keys=keys, places=batch.places[order], fill=batch.fill[order])


def _risen(batch: Points, room: Box, timings: dict[str, Timing]) -> Drawn:
    """Dots that grow while they rise a little."""
    start = batch.places.copy()
    start[:, 1] = (start[:, 1] + _RISE).clip(max=max(room.bottom, start[:, 1].max()))
    start[:, 2] = 0.0
    return Drawn((batch,), (replace(batch, places=start),), timings)
