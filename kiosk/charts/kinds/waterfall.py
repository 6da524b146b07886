"""Changes that lead from one total to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.charts.annotations.places import standing_among
from kiosk.charts.bars.inks import QUIET, Tone
from kiosk.charts.bars.plan import BarPlan, others_of
from kiosk.charts.bars.rowed import Rowed
from kiosk.charts.bars.steps import TOTAL, Steps, steps_in
from kiosk.charts.reading import Reading
from kiosk.charts.rows import row_readings, says
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.annotations.places import Standing
    from kiosk.data.table import Cell, Table

_GROW_S = 0.6


@dataclass(frozen=True, kw_only=True)
class Waterfall(Rowed):
    """Shows which changes lead from one total to the next.

    Each row is a change; its bar hovers between the levels before and after it. A row that says
    `total` starts at zero, and thin lines lead from bar to bar. Rises wear the accent, falls the
    colour furthest from it, totals are quiet.
    """

    chinese: ClassVar[str] = "瀑布图：看清哪些增减把一个总数变成另一个总数。"

    row_height: ClassVar[float] = 210.0
    few: ClassVar[int] = 4

    x: Column = option("The column with the names.", zh="名称在哪一列。")
    y: Column = option(
        "The column with the changes, falls with a minus.",
        zh="增减的数值在哪一列，减少写负号。",
        cells="numbers",
    )
    total: Column | None = option(
        "The column that says `total` in rows that start at zero; one without a value is the sum "
        "so far.",
        None,
        zh="哪一列写 `total` 表示该行是总数，从零画起；没写数值的，就是到此为止的合计。",
        cells=(TOTAL,),
    )
    sum: Text = option(
        "The name of a total after the last row; left out, there is none.",
        NO_TEXT,
        zh="最后一行之后的合计叫什么；不写就没有。",
    )
    highlight: str = option(
        "The name of one bar: the others turn pale.",
        "",
        zh="突出哪一条（写名称），其余变淡。",
        names_row_of=("x",),
    )

    def readings(self) -> Mapping[str, Reading]:
        """What each change and each total says."""
        return row_readings(self._steps(self.data).rows)

    def standing(self, cell: Cell) -> Standing:
        """Whether a bar is called so."""
        if says(self.sum, name_in(cell).in_language("")):
            return "inside"
        return standing_among(cell, self.data, self.x)

    def _steps(self, rows: Table) -> Steps:
        """The changes and totals."""
        return steps_in(rows, self.x, self.y, self.total or "", self.sum)

    def plan(self) -> BarPlan:
        """What is to be drawn."""
        steps = self._steps(self.data)
        every = (steps, *(self._steps(part) for part in self.data.siblings()))
        has_lit = any(says(row.name, self.highlight) for one in every for row in one.rows)
        tones: dict[str, Tone] = {}
        for row in steps.rows:
            is_pale = has_lit and not says(row.name, self.highlight)
            way = Tone("far" if (row.value or 0.0) < 0.0 else 0, is_pale)
            tones[row.key] = QUIET if row.key in steps.totals else way
        return BarPlan(
            steps.groups, tones, grow_s=self.enter.duration_s or _GROW_S,
            is_joined=True, has_names_left=True, notes=self.annotations,
            others=others_of(self._steps(part).groups for part in self.data.siblings()),
        )  # fmt: skip
