"""Parts of a whole as areas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.doubts import below_zero
from kiosk.charts.drawing import Drawn, fading, scene, stagger_s
from kiosk.charts.inks import ink_on
from kiosk.charts.legend import NO_LEGEND, entries_of, legend_in
from kiosk.charts.palette import colours_of
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarColumns, BarRow, bar_rows, row_readings, says
from kiosk.charts.tiles.names import words_in
from kiosk.charts.tiles.squares import tiles_in
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.doubts import Doubt
    from kiosk.charts.legend import Legend
    from kiosk.data.table import Table
    from kiosk.data.text import Text
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_GROW_S, _FADE_S = 0.7, 0.4
_TALLEST = 1.2  # of the width
_LEGEND = 0.25  # of the box, at most
_AFTER_LEGEND = 14.0
_SERIES_ALONE = 1  # so many groups need no legend


@dataclass(frozen=True, kw_only=True)
class Treemap(Chart):
    """Shows the parts of a whole as areas, the largest at the upper left.

    Names and values stand in the areas that have room for them. The parts of a group stand
    together, in its colour. What is not above zero has no area.
    """

    chinese: ClassVar[str] = "矩形树图：用面积比较整体的各个部分。"

    x: Column = option("The column with the parts' names.", zh="各部分的名称在哪一列。")
    y: Column = option("The column with their sizes.", zh="各部分的大小在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column that puts the parts into groups.", None, zh="按哪一列把各部分分成组。"
    )
    highlight: str = option(
        "The name of the part or the group in the accent; without groups otherwise the largest.",
        "", zh="用强调色的部分或组的名称；没有分组时不写就是最大的。", names_row_of=("x", "color"),
    )  # fmt: skip

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The areas, which grow to the right one after another."""
        box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        groups = self._groups()
        if not groups:
            return scene([])
        colours = self._colours(groups, setting)
        legend = self.legend(box, setting) if self.data.whole is None else NO_LEGEND
        gone = legend.height + (_AFTER_LEGEND if legend.marks else 0.0)
        below = Box(box.x, box.y + gone, box.width, max(1.0, box.height - gone))
        sizes = [[row.value or 0.0 for row in group] for group in groups]
        tiles = tiles_in(below, sizes, self._share(groups))
        shown = [
            (row, tile)
            for group, places in zip(groups, tiles, strict=True)
            for row, tile in zip(group, places, strict=True)
            if tile is not None
        ]
        full = Bars(
            "marks", tuple(f"mark/{row.key}" for row, _ in shown),
            fours((one.x, one.y, one.width, one.height) for _, one in shown),
            fours(colours[row.key] for row, _ in shown), column(1.0 for _ in shown),
        )  # fmt: skip
        timings = self._timings(shown)
        words = {
            row.key: words_in(row, tile, ink_on(colours[row.key], setting.theme), setting)
            for row, tile in shown
        }
        empty = replace(full, boxes=full.boxes * (1.0, 1.0, 0.0, 1.0))
        return scene([
            fading(legend.marks, Timing(0.0, _FADE_S)),
            Drawn((full,), (empty,), timings),
            *(
                fading(marks, Timing(timings[f"mark/{key}"].end_s - _FADE_S / 2, _FADE_S))
                for key, marks in words.items()
                if marks
            ),
        ])  # fmt: skip

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The groups that have colours."""
        every = self._groups(self.data.every)
        upper = replace(box, height=_LEGEND * box.height)
        return legend_in(upper, entries_of(self._by_series(every, setting), setting), setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """Areas are not much higher than wide."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def doubts(self) -> tuple[Doubt, ...]:
        """About what has no part in a whole."""
        return below_zero(self.data, "y", self.y)

    def readings(self) -> Mapping[str, Reading]:
        """Each part's name, size and group."""
        return row_readings(row for group in self._groups() for row in group)

    def _groups(self, rows: Table | None = None) -> list[list[BarRow]]:
        """The parts above zero by their groups, in the order of their first ones."""
        groups: dict[Text, list[BarRow]] = {}
        for row in bar_rows(rows or self.data, BarColumns(self.x, self.y, self.color or "")):
            if row.value is not None and row.value > 0.0:
                groups.setdefault(row.series, []).append(row)
        return list(groups.values())

    def _share(self, groups: list[list[BarRow]]) -> float:
        """Of the area, what they take, so that in all small charts a unit has the same."""
        others = [self._groups(rows) for rows in self.data.siblings()]
        largest = max(_largest(one) for one in (groups, *others))
        most = max(_sum(one, largest) for one in (groups, *others))
        return _sum(groups, largest) / most

    def _colours(self, groups: list[list[BarRow]], setting: Setting) -> dict[str, Colour]:
        """What each part is filled with, by its key."""
        every = self._groups(self.data.every)
        accent, quiet = setting.accent, setting.theme.quiet_series
        rows = [row for group in groups for row in group]
        if self._names_one(every):
            return {row.key: accent if self._is_named(row) else quiet for row in rows}
        if len(every) == _SERIES_ALONE:
            largest = max(every[0], key=lambda row: row.value or 0.0)
            is_part = self.data.whole is not None
            return {
                row.key: accent
                if row.name == largest.name and (is_part or row.key == largest.key)
                else quiet
                for row in rows
            }
        colours = self._by_series(every, setting)
        return {row.key: colours[row.series] for row in rows}

    def _by_series(self, every: list[list[BarRow]], setting: Setting) -> dict[Text, Colour]:
        """The colours of the groups; none where something is highlighted."""
        if self._names_one(every):
            return {}
        return colours_of((group[0].series for group in every), setting)

    def _names_one(self, every: list[list[BarRow]]) -> bool:
        """Whether something of them is highlighted."""
        return any(self._is_named(row) for group in every for row in group)

    def _is_named(self, row: BarRow) -> bool:
        """Whether it or its group is highlighted."""
        return says(row.name, self.highlight) or says(row.series, self.highlight)

    def _timings(self, shown: list[tuple[BarRow, Box]]) -> dict[str, Timing]:
        """When each area grows: from the upper left on."""
        seconds, gap = self.enter.duration_s or _GROW_S, stagger_s(len(shown))
        order = sorted(shown, key=lambda pair: pair[1].x + pair[1].y)
        return {
            f"mark/{row.key}": Timing(place * gap, seconds) for place, (row, _) in enumerate(order)
        }


def _largest(groups: list[list[BarRow]]) -> float:
    """The greatest value of them all."""
    return max((row.value or 0.0 for group in groups for row in group), default=0.0)


def _sum(groups: list[list[BarRow]], unit: float) -> float:
    """All of them together, counted in `unit`: sums of the largest floats are still numbers."""
    return sum((row.value or 0.0) / unit for group in groups for row in group)
