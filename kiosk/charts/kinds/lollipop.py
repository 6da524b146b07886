"""Dots on thin stems."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.annotations.places import standing_among
from kiosk.charts.bars.inks import LIT, QUIET
from kiosk.charts.bars.plan import BarPlan, others_of
from kiosk.charts.bars.rowed import Rowed
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarColumns, BarGroup, BarRow, bar_rows, row_readings, says
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.annotations.places import Standing
    from kiosk.data.table import Cell

_GROW_S = 0.9


@dataclass(frozen=True, kw_only=True)
class Lollipop(Rowed):
    """Compares values by how far dots stand from zero.

    Good for many rows of nearly equal values, where bars would be heavy. The rows are sorted, each
    has its name and its value; one can be highlighted.
    """

    chinese: ClassVar[str] = "棒棒糖图：细杆上的圆点比较数值，行数多时比条形轻巧。"

    row_height: ClassVar[float] = 180.0

    x: Column = option("The column with the names.", zh="名称在哪一列。")
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    sort: Literal["written", "ascending", "descending"] = option(
        "By value, or as `written`.",
        "descending",
        zh="排列：按数值，或 `written` 照写的顺序。",
    )
    highlight: str = option(
        "The name of the one in the accent.", "", zh="用强调色的那一个的名称。", names_row_of=("x",)
    )

    def readings(self) -> Mapping[str, Reading]:
        """What each dot says."""
        return row_readings(self._rows())

    def standing(self, cell: Cell) -> Standing:
        """Whether a dot is called so."""
        return standing_among(cell, self.data, self.x)

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
            notes=self.annotations,
        )  # fmt: skip
