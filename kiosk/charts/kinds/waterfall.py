"""Changes that lead from one total to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.bars.inks import QUIET, Tone
from kiosk.charts.bars.lying import lying_scene
from kiosk.charts.bars.plan import BarPlan, others_of
from kiosk.charts.bars.steps import TOTAL, Steps, steps_in
from kiosk.charts.bars.upright import upright_scene
from kiosk.charts.bars.upright_grid import has_all_names
from kiosk.charts.base import Chart
from kiosk.charts.reading import Reading
from kiosk.charts.rows import row_readings, says
from kiosk.data.text import NO_TEXT, Text
from kiosk.options import Column, option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.data.table import Table
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_GROW_S = 0.6
_ROW = 210.0  # logical units that a lying bar uses well
_TALLEST = 1.2  # of upright bars, in widths of their place
_FEW = 4  # bars that stand side by side on a tall page


@dataclass(frozen=True, kw_only=True)
class Waterfall(Chart):
    """Shows which changes lead from one total to the next.

    Each row is a change; its bar hovers between the levels before and after it. A row that says
    `total` starts at zero, and thin lines lead from bar to bar. Rises wear the accent, falls the
    colour furthest from it, totals are quiet.
    """

    chinese: ClassVar[str] = "瀑布图：看清哪些增减把一个总数变成另一个总数。"

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
    direction: Literal["auto", "lying", "upright"] = option(
        "`lying`, `upright`, or `auto`: upright on a wide page where the names have room.",
        "auto",
        zh="`lying` 横条，`upright` 竖条，`auto`：横屏上名称放得下就用竖条。",
    )
    highlight: str = option(
        "The name of one bar: the others turn pale.",
        "",
        zh="突出哪一条（写名称），其余变淡。",
        names_row_of=("x",),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The bars, one after another."""
        plan = self._plan()
        draw = lying_scene if self._is_lying(plan, box, setting) else upright_scene
        return draw(plan, box, setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """What the rows use."""
        plan = self._plan()
        if self._is_lying(plan, box, setting):
            return min(box.height, _ROW * setting.growth * max(1, len(plan.groups)))
        return min(box.height, _TALLEST * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """What each change and each total says."""
        return row_readings(self._steps(self.data).rows)

    def _steps(self, rows: Table) -> Steps:
        """The changes and totals."""
        return steps_in(rows, self.x, self.y, self.total or "", self.sum)

    def _plan(self) -> BarPlan:
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
            is_joined=True, has_names_left=True,
            others=others_of(
                self._steps(part).groups for part in self.data.siblings()
            ),
        )  # fmt: skip

    def _is_lying(self, plan: BarPlan, box: Box, setting: Setting) -> bool:
        """Whether the bars lie."""
        if self.direction != "auto":
            return self.direction == "lying"
        if setting.shape == "portrait" and len(plan.groups) > _FEW:
            return True
        return not has_all_names(plan, box, setting)
