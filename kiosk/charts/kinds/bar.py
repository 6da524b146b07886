"""Bars, lying or upright."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.annotations.places import standing_among
from kiosk.charts.bars.inks import LIT, QUIET, Tone
from kiosk.charts.bars.lying import lying_plotted
from kiosk.charts.bars.lying_grid import lying_height
from kiosk.charts.bars.plan import BarPlan, others_of
from kiosk.charts.bars.stacks import Stack, series_of, stacked
from kiosk.charts.bars.upright import upright_plotted
from kiosk.charts.bars.upright_grid import has_all_names
from kiosk.charts.icons import ICONS
from kiosk.charts.legend import entries_of, legend_in
from kiosk.charts.plane.chart import PlaneChart
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarColumns, BarRow, bar_groups, bar_rows, row_readings, says
from kiosk.data.text import NO_TEXT, Text
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.annotations.ground import Plotted
    from kiosk.charts.annotations.places import Standing
    from kiosk.charts.legend import Legend
    from kiosk.charts.rows import BarGroup
    from kiosk.data.table import Cell, Table
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_ROOM = 140.0  # logical units a lying bar and its name need; with less, bars stand
_LEAST_ROOM = 34.0  # and in so much it still lies, where names under bars that stand have none
_TALLEST = 1.2  # of upright bars, in widths of their place

_LEGEND = 0.2  # of the box, at most, above small charts


@dataclass(frozen=True, kw_only=True)
class Bar(PlaneChart):
    """Compares values by the length of bars that start at zero.

    Each row of the data is a bar. Its name stands at it and its value at its end, so there is no
    legend and, up to six bars, no axis. One row can be highlighted; the others are then quiet.
    The members of a group stand side by side, or on top of each other with `stack:`.
    """

    chinese: ClassVar[str] = "条形图：用从零开始的长度比较数值。"

    x: Column = option("The column with the bars' names.", zh="每一条的名称在哪一列。")
    y: Column = option(
        "The column with their values.", zh="每一条的数值在哪一列。", cells="numbers"
    )
    color: Column | None = option(
        "The column that splits each name into a group of bars.",
        None,
        zh="按哪一列把同名的条分成一组。",
    )
    stack: Stack = option(
        "`none`: a group's members side by side; `zero`: on top of each other; `normalize`: to "
        "100 %.",
        "none",
        zh="`none`：同组各条并排；`zero`：叠成一条；`normalize`：叠成百分之百。",
    )
    direction: Literal["auto", "lying", "upright"] = option(
        "`lying`; `upright`, while names have room or are figures; or `auto`: lying while there is "
        "room for names above the bars.",
        "auto",
        zh="`lying` 横条，`upright` 竖条（名称放得下或为数字），`auto`："
        "条的上方放得下名称就用横条。",
    )
    sort: Literal["written", "ascending", "descending"] = option(
        "By value, or as `written`.", "written", zh="排列：按数值，或 `written` 照写的顺序。"
    )
    highlight: str = option(
        "The name of the bar (or of the group's member) in the accent.",
        "",
        zh="用强调色的那一条（或组里那一个）的名称。",
        names_row_of=("x", "color"),
    )
    icon: Column | None = option(
        "The column with the icons in the bars' ends: `car`, `phone` …",
        None,
        zh="条末端的图标在哪一列：`car`、`phone` 等。",
        cells=tuple(ICONS),
    )
    beside: Column | None = option(
        "A column with a second, large figure, such as growth.",
        None,
        zh="第二个大数字（例如增长）在哪一列。",
        cells="numbers",
    )
    beside_title: Text = option("What the second figures are.", NO_TEXT, zh="第二个数字是什么。")

    def plotted(self, box: Box, setting: Setting) -> Plotted:
        """The bars in `box`."""
        plan = self.plan()
        parts = (replace(self, data=part).plan() for part in self.data.siblings())
        if any(self._is_lying(one, box, setting) for one in (plan, *parts)):
            return lying_plotted(plan, box, setting)
        return upright_plotted(plan, box, setting)

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The series that have colours of their own."""
        plan = replace(self, data=self.data.every).plan()
        colours = dict(zip(plan.legend, plan.legend_colours(setting), strict=True))
        upper = replace(box, height=_LEGEND * box.height)
        return legend_in(upper, entries_of(colours, setting), setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """What rows use that lie; upright bars are not much higher than their place is wide."""
        plan = self.plan()
        if self._is_lying(plan, box, setting):
            return lying_height(plan, box, setting)
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """What each bar, or each piece of a stacked one, says."""
        return row_readings(self._rows(self.data))

    def standing(self, cell: Cell) -> Standing:
        """Whether a bar is called so."""
        return standing_among(cell, self.data, self.x)

    def _rows(self, table: Table) -> tuple[BarRow, ...]:
        """The rows of a table."""
        columns = BarColumns(self.x, self.y, self.color or "", self.beside or "", self.icon or "")
        return bar_rows(table, columns, self.sort)

    def plan(self) -> BarPlan:
        """What is to be drawn."""
        rows, every = self._rows(self.data), self._rows(self.data.every)
        groups = stacked(bar_groups(rows), self.stack)
        if self.stack != "none" and self.sort != "written":
            sign = -1.0 if self.sort == "descending" else 1.0
            groups = tuple(sorted(groups, key=lambda group: sign * (group.rows[0].value or 0.0)))
        series = series_of(every)
        is_named = any(says(row.series, self.highlight) for row in every)
        has_colours = not is_named and len(series) > (2 if self.stack == "none" else 1)
        tones = self._tones(rows, every)
        if has_colours:
            has_lit = any(says(row.name, self.highlight) for row in every)
            tones = _series_tones(rows, series, self.highlight if has_lit else "")
        return BarPlan(
            groups, tones, series if has_colours else (), self.beside_title,
            self.enter.duration_s or 1.2, has_values=self.stack != "normalize",
            others=self._others(), notes=self.annotations, has_legend=self.data.whole is None,
        )  # fmt: skip

    def _others(self) -> tuple[tuple[BarGroup, ...], ...]:
        """The bars of the other charts that have the same scale."""
        return others_of(replace(self, data=rows).plan().groups for rows in self.data.siblings())

    def _is_lying(self, plan: BarPlan, box: Box, setting: Setting) -> bool:
        """Whether the bars lie."""
        if self.direction == "lying":
            return True
        if self.direction == "upright" and not setting.is_grown and _are_numbered(plan, setting):
            return False  # where names are left out, readers count on
        row = box.height / (setting.growth * max(1, len(plan.groups)))
        if self.direction == "auto" and row >= _ROOM:
            return True
        has_rows = row >= _LEAST_ROOM or setting.is_grown
        return has_rows and not has_all_names(plan, box, setting)

    def _tones(self, rows: tuple[BarRow, ...], every: tuple[BarRow, ...]) -> dict[str, Tone]:
        """The accent for the bars that are named, else for each group's last, else for all.

        every: the bars of all charts that have the same colours.
        """
        if any(self._is_named(row) for row in every):
            return {row.key: LIT if self._is_named(row) else QUIET for row in rows}
        groups = bar_groups(every)
        if self.stack != "none" or all(len(group.rows) == 1 for group in groups):
            return dict.fromkeys((row.key for row in rows), LIT)
        lit = {group.rows[-1].key for group in bar_groups(rows)}
        if self.data.whole is not None:
            last = series_of(every)[-1:]
            lit = {row.key for row in rows if row.series in last}
        return {row.key: LIT if row.key in lit else QUIET for row in rows}

    def _is_named(self, row: BarRow) -> bool:
        """Whether it or its series is highlighted."""
        return says(row.name, self.highlight) or says(row.series, self.highlight)


def _series_tones(
    rows: tuple[BarRow, ...], series: tuple[Text, ...], wanted: str
) -> dict[str, Tone]:
    """A colour for each series, pale where a bar of another name is highlighted."""
    places = {one: place for place, one in enumerate(series)}
    return {
        row.key: Tone(places.get(row.series), wanted != "" and not says(row.name, wanted))
        for row in rows
    }


def _are_numbered(plan: BarPlan, setting: Setting) -> bool:
    """Whether each name holds a figure, as years do."""
    names = (group.name.in_language(setting.language) for group in plan.groups)
    return all(any(map(str.isdigit, name)) for name in names)
