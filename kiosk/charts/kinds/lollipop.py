"""Dots on thin stems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.bars.inks import LIT, QUIET
from kiosk.charts.bars.lying import lying_scene
from kiosk.charts.bars.plan import BarPlan, others_of
from kiosk.charts.bars.upright import upright_scene
from kiosk.charts.bars.upright_grid import has_all_names
from kiosk.charts.base import Chart
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarColumns, BarGroup, BarRow, bar_rows, row_readings, says
from kiosk.options import Column, option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_GROW_S = 0.9
_ROW = 180.0  # logical units that a row uses well
_TALLEST = 1.2  # of upright ones, in widths of their place


@dataclass(frozen=True, kw_only=True)
class Lollipop(Chart):
    """Compares values by how far dots stand from zero.

    Good for many rows of nearly equal values, where bars would be heavy. The rows are sorted, each
    has its name and its value; one can be highlighted.
    """

    chinese: ClassVar[str] = "棒棒糖图：细杆上的圆点比较数值，行数多时比条形轻巧。"

    x: Column = option("The column with the names.", zh="名称在哪一列。")
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    direction: Literal["auto", "lying", "upright"] = option(
        "`lying`, `upright`, or `auto`: upright on a wide page where the names have room.",
        "auto",
        zh="`lying` 横排，`upright` 竖排，`auto`：横屏上名称放得下就竖排。",
    )
    sort: Literal["written", "ascending", "descending"] = option(
        "By value, or as `written`.",
        "descending",
        zh="排列：按数值，或 `written` 照写的顺序。",
    )
    highlight: str = option(
        "The name of the one in the accent.", "", zh="用强调色的那一个的名称。", names_row_of=("x",)
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The dots on their way from zero."""
        plan = self.plan()
        draw = lying_scene if self._is_lying(plan, box, setting) else upright_scene
        return draw(plan, box, setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """What the rows use."""
        plan = self.plan()
        if self._is_lying(plan, box, setting):
            return min(box.height, _ROW * setting.growth * max(1, len(plan.groups)))
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """What each dot says."""
        return row_readings(self._rows())

    def _rows(self) -> tuple[BarRow, ...]:
        """The rows in order."""
        return bar_rows(self.data, BarColumns(self.x, self.y), self.sort)

    def plan(self) -> BarPlan:
        """What is to be drawn."""
        rows = self._rows()
        lit = {row.key for row in rows if says(row.name, self.highlight)}
        return BarPlan(
            tuple(BarGroup(row.key, row.name, (row,)) for row in rows),
            {row.key: LIT if row.key in lit or not lit else QUIET for row in rows},
            grow_s=self.enter.duration_s or _GROW_S, has_names_left=True, marks="dots",
            others=others_of(
                replace(self, data=part).plan().groups for part in self.data.siblings()
            ),
        )  # fmt: skip

    def _is_lying(self, plan: BarPlan, box: Box, setting: Setting) -> bool:
        """Whether the stems lie."""
        if self.direction != "auto":
            return self.direction == "lying"
        return setting.shape == "portrait" or not has_all_names(plan, box, setting)
