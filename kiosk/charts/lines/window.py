"""The latest rows of a table that goes on and on."""

from __future__ import annotations

import math
from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.lines.series import cells_of
from kiosk.charts.plane.chart import PlaneChart
from kiosk.charts.plane.times import instant
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import Text
from kiosk.options import Seconds, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from typing import Self

    from kiosk.charts.annotations.ground import Plotted
    from kiosk.data.table import Cell, Table
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_DAY_S = 86_400.0


@dataclass(frozen=True, kw_only=True)
class WindowedChart(PlaneChart):
    """A chart over time that can keep to the latest of it."""

    window: Seconds | None = option(
        "Of data that goes on, so much time up to its last row is shown: `10 min`.",
        None,
        zh="数据不断增加时，只显示到最后一行为止的一段时间：`10 min`。",
    )

    explore: bool = option(
        "Whether visitors may drag and pinch through it; in `x` stand times or numbers. The scale "
        "of the values stays.",
        default=False,
        zh="观众能不能拖动、双指缩放来细看；`x` 列要是时间或数。纵向刻度不变。",
    )

    @property
    @abstractmethod
    def runs_by(self) -> tuple[str, tuple[str, ...]]:
        """The column of its times, and those whose names part the rows."""

    @abstractmethod
    def drawn_in(self, box: Box, setting: Setting, *, goes_on: bool) -> Plotted:
        """The chart of all its rows, with its entry. goes_on: whether others will follow them."""

    @property
    def explores(self) -> str:
        """The column with the places that visitors go along."""
        return self.runs_by[0] if self.explore else ""

    def plotted(self, box: Box, setting: Setting) -> Plotted:
        """The chart of the rows that are shown, drawn from left to right."""
        return self.in_window().drawn_in(box, setting, goes_on=self.goes_on)

    @property
    def goes_on(self) -> bool:
        """Whether it keeps a window of time."""
        return self.window is not None

    def seen(self) -> Table:
        """The last rows, where it keeps a window of time."""
        if self.window is None:
            return self.data
        x, by = self.runs_by
        return latest(self.data, x, self.window, by)

    def in_window(self) -> Self:
        """The chart of the last rows; a part of a whole has all of its own."""
        rows = self.data if self.data.whole is not None else self.seen()
        return replace(self, data=rows, window=None)


def latest(table: Table, x: str, span_s: float, by: tuple[str, ...] = ()) -> Table:
    """The rows within `span_s` before the last time in the column `x`, that one included.

    Numbers are seconds. Where no time is written, all rows count. by: columns whose names part the
    rows; these come in the order of those names, as which of them has the first row is another time
    after time, and colours and places must not be.
    """
    times = [_seconds(cell) for cell in cells_of(table, x)]
    last = max((time for time in times if time is not None), default=None)
    if last is None:
        return table
    least = last - span_s * (1 + 1e-9)
    places = [row for row, time in enumerate(times) if time is not None and time >= least]
    for column in reversed(by):
        names = [name_in(cell).versions for cell in cells_of(table, column)]
        places.sort(key=names.__getitem__)
    return table.rows_at(tuple(places))


def _seconds(cell: Cell) -> float | None:
    """The time in the cell."""
    if isinstance(cell, Quantity):
        return cell.value if math.isfinite(cell.value) else None
    found = instant(cell.versions[0][1]) if isinstance(cell, Text) and cell.versions else None
    return None if found is None else found.days * _DAY_S
