"""Charts of rows that lie or stand: one bar or dot a row, each with its name and its value."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.bars.lying import lying_plotted
from kiosk.charts.bars.upright import upright_plotted
from kiosk.charts.bars.upright_grid import has_all_names
from kiosk.charts.plane.chart import PlaneChart
from kiosk.options import option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.annotations.ground import Plotted
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_TALLEST = 1.2  # of upright ones, in widths of their place


@dataclass(frozen=True, kw_only=True)
class Rowed(PlaneChart):
    """A chart of rows.

    row_height: logical units that a lying row uses well. few: rows that stand side by side on a
    tall page.
    """

    row_height: ClassVar[float]
    few: ClassVar[int] = 0

    direction: Literal["auto", "lying", "upright"] = option(
        "`lying`, `upright`, or `auto`: upright on a wide page where the names have room.",
        "auto",
        zh="`lying` 横排，`upright` 竖排，`auto`：横屏上名称放得下就竖排。",
    )

    @abstractmethod
    def plan(self) -> BarPlan:
        """What is to be drawn."""

    def plotted(self, box: Box, setting: Setting) -> Plotted:
        """The rows, on their way from zero; those of small charts all go one way."""
        plan = self.plan()
        parts = (replace(self, data=part).plan() for part in self.data.siblings())
        is_lying = any(self._is_lying(one, box, setting) for one in (plan, *parts))
        return (lying_plotted if is_lying else upright_plotted)(plan, box, setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """What the rows use."""
        plan = self.plan()
        if self._is_lying(plan, box, setting):
            return min(box.height, self.row_height * setting.growth * max(1, len(plan.groups)))
        return min(box.height, _TALLEST * box.width)

    def _is_lying(self, plan: BarPlan, box: Box, setting: Setting) -> bool:
        """Whether they lie."""
        if self.direction != "auto":
            return self.direction == "lying"
        if setting.shape == "portrait" and len(plan.groups) > self.few:
            return True
        return not has_all_names(plan, box, setting)
