"""Parts of a whole as areas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, fading, scene, stagger_s
from kiosk.charts.inks import ink_on
from kiosk.charts.legend import Entry, legend_in
from kiosk.charts.palette import series_colours
from kiosk.charts.plane.along import key_of
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarColumns, BarRow, bar_rows, row_readings, says
from kiosk.charts.tiles.names import words_in
from kiosk.charts.tiles.squares import tiles_in
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        colours, entries = self._colours(groups, setting)
        upper = Box(box.x, box.y, box.width, _LEGEND * box.height)
        legend = legend_in(upper, entries, setting)
        gone = legend.height + (_AFTER_LEGEND if legend.marks else 0.0)
        below = Box(box.x, box.y + gone, box.width, max(1.0, box.height - gone))
        tiles = tiles_in(below, [[row.value or 0.0 for row in group] for group in groups])
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

    def height_in(self, box: Box, setting: Setting) -> float:
        """Areas are not much higher than wide."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """Each part's name, size and group."""
        return row_readings(row for group in self._groups() for row in group)

    def _groups(self) -> list[list[BarRow]]:
        """The parts above zero by their groups, in the order of their first ones."""
        groups: dict[Text, list[BarRow]] = {}
        for row in bar_rows(self.data, BarColumns(self.x, self.y, self.color or "")):
            if row.value is not None and row.value > 0.0:
                groups.setdefault(row.series, []).append(row)
        return list(groups.values())

    def _colours(
        self, groups: list[list[BarRow]], setting: Setting
    ) -> tuple[dict[str, Colour], tuple[Entry, ...]]:
        """What each part is filled with, by its key, and the legend."""
        rows = [row for group in groups for row in group]
        wanted = self.highlight
        lit = {row.key for row in rows if says(row.name, wanted) or says(row.series, wanted)}
        if not lit and len(groups) == _SERIES_ALONE:
            lit = {max(rows, key=lambda row: row.value or 0.0).key}
        quiet = setting.theme.quiet_series
        if lit:
            return {row.key: setting.accent if row.key in lit else quiet for row in rows}, ()
        series = [group[0].series for group in groups]
        colours = dict(zip(series, series_colours(len(series), setting), strict=True))
        entries = tuple(
            Entry(key_of(name), name.in_language(setting.language), colour)
            for name, colour in colours.items()
            if name.versions
        )
        return {row.key: colours[row.series] for row in rows}, entries

    def _timings(self, shown: list[tuple[BarRow, Box]]) -> dict[str, Timing]:
        """When each area grows: from the upper left on."""
        seconds, gap = self.enter.duration_s or _GROW_S, stagger_s(len(shown))
        order = sorted(shown, key=lambda pair: pair[1].x + pair[1].y)
        return {
            f"mark/{row.key}": Timing(place * gap, seconds) for place, (row, _) in enumerate(order)
        }
