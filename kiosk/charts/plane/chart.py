"""What the charts have in common that stand on a plane of places and values."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from kiosk.charts.annotations.annotation import Annotation, annotated_values
from kiosk.charts.annotations.drawing import annotated
from kiosk.charts.base import Chart
from kiosk.options import option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.annotations.ground import Plotted
    from kiosk.charts.annotations.places import Standing
    from kiosk.data.table import Cell
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting


_HEAD = 1.6  # em: a line of words above a line


@dataclass(frozen=True, kw_only=True)
class PlaneChart(Chart):
    """A chart whose marks stand over places, or beside them, as far as their values reach.

    It can be written on; its scale reaches as far as what is written at a value. stands_by: the
    field that names the column of its places. has_values: whether anything stands at a value.
    """

    stands_by: ClassVar[str] = "x"
    has_values: ClassVar[bool] = True

    annotations: tuple[Annotation, ...] = option(
        "What is written on it: `{y: 100, text: Planned}` at a value, `{x: 2020, text: …}` at a "
        "place; `[2020, 2022]` for either is a band, and both are a note at a point.",
        (),
        zh="图上的标注：`{y: 100, text: 计划}` 在一个数值画线，`{x: 2020, text: …}` "
        "在一个位置画线，写 `[2020, 2022]` 是一段，两样都写就标注一个点。",
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The chart with its own entry, and then what is written on it."""
        return annotated(self.plotted(box, setting), self.annotations, setting)

    @abstractmethod
    def plotted(self, box: Box, setting: Setting) -> Plotted:
        """The chart in `box` with the kind's own entry, and where its places and values lie."""

    @abstractmethod
    def standing(self, cell: Cell) -> Standing:
        """Whether something can be written at that place."""

    def reached(self, values: tuple[float, ...]) -> tuple[float, ...]:
        """The values that the scale has to show, those of what is written on it with them."""
        return (*values, *annotated_values(self.annotations))

    def head_over(self, values: tuple[float, ...], setting: Setting) -> float:
        """The room above the highest value: for words where something is written over `values`."""
        noted = annotated_values(self.annotations)
        is_over = bool(noted) and max(noted) >= max(values, default=0.0)
        return _HEAD * setting.style("mark").size if is_over else 0.0
