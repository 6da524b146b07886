"""Values as colours at the crossing of two names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, fading, scene
from kiosk.charts.heat.figures import cell_figures
from kiosk.charts.heat.grid import Grid, grid_in
from kiosk.charts.heat.key import key_in
from kiosk.charts.heat.lit import lit_in
from kiosk.charts.heat.places import Crossing, crossing_of, written_in
from kiosk.charts.legend import NO_LEGEND, Legend
from kiosk.charts.ramp import ramp_of
from kiosk.charts.reading import Reading
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.heat.places import Heat
    from kiosk.charts.ramp import Ramp
    from kiosk.data.quantity import Quantity
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_NAMES_S, _FADE_S, _WAVE_S = 0.3, 0.4, 1.0
_DOWN = 0.35  # of the wave's way from the first cell to the last one
_RADIUS = 4.0
_HIGHEST = 1.0  # of a cell, in its widths
_LEAST = 72.0  # logical units that any cell may be high
_AROUND = 120.0  # logical units for the names and the key


@dataclass(frozen=True, kw_only=True)
class Heatmap(Chart):
    """Shows where and when values are high: a cell for each pair of names, coloured by its value.

    The values stand in the cells where they fit. A pair without a value has no cell. Where values
    lie on both sides of zero, those below it go towards another colour.
    """

    chinese: ClassVar[str] = "热力图：每对名称一格，颜色表示数值高低。"

    x: Column = option(
        "The column with the names from left to right: times, numbers or words.",
        zh="从左到右的名称在哪一列：时间、数字或文字。",
    )
    y: Column = option(
        "The column with the names from top to bottom.", zh="从上到下的名称在哪一列。"
    )
    color: Column = option(
        "The column with the values.", zh="决定颜色的数值在哪一列。", cells="numbers"
    )
    highlight: tuple[str, ...] = option(
        "A row or a column by its name, or a cell by both: `[July, Harbin]`; the others are quiet.",
        (),
        zh="突出一行或一列（写名称），或一格（两个名称都写）：`[七月, 哈尔滨]`；其余变淡。",
        names_row_of=("x", "y"),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The cells, which fade in from the upper left."""
        box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        crossing = self._crossing()
        if not crossing.cells:
            return scene([])
        values = [cell.quantity.value for cell in crossing.cells]
        ramp, _ = self._ramp(setting)
        legend = self.legend(box, setting) if self.data.whole is None else NO_LEGEND
        key, gone = legend.marks, legend.height
        below = Box(box.x, box.y + gone, box.width, box.height - gone)
        columns, rows = (
            written_in(names, setting.language) for names in (crossing.columns, crossing.rows)
        )
        grid, names = grid_in(below, columns, rows, setting, may_skip=crossing.has_measure)
        lit = lit_in(self._every(), self.highlight)
        fills = lit.fills(ramp.colours(values), crossing) if lit else ramp.colours(values)
        names = lit.names(names, setting.theme.quiet)
        boxes = [grid.cell(cell.column, cell.row) for cell in crossing.cells]
        cells = Bars(
            "marks", tuple(f"mark/{cell.key}" for cell in crossing.cells),
            fours((one.x, one.y, one.width, one.height) for one in boxes), fills,
            column(1.0 for _ in boxes), "up", min(_RADIUS, 2 * grid.gap),
        )  # fmt: skip
        timings = {f"mark/{cell.key}": self._timing(cell, grid) for cell in crossing.cells}
        return scene([
            fading((*key, *names), Timing(0.0, _FADE_S)),
            Drawn((cells,), (), timings),
            *(
                fading(marks, timings[f"mark/{name}"])
                for name, marks in cell_figures(crossing.cells, boxes, fills, setting).items()
            ),
        ])  # fmt: skip

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The colours and the values at their ends; nothing where all are one value."""
        ramp, ends = self._ramp(setting)
        return (
            NO_LEGEND
            if ends is None or ramp.low == ramp.high
            else Legend(*key_in(box, ramp, ends, setting))
        )

    def height_in(self, box: Box, setting: Setting) -> float:
        """Its cells are not higher than wide, but where they are narrow."""
        crossing = self._crossing()
        across = max(box.width / max(1, len(crossing.columns)), _LEAST * setting.growth)
        around = _AROUND * setting.growth
        return min(box.height, around + _HIGHEST * across * max(1, len(crossing.rows)))

    def readings(self) -> Mapping[str, Reading]:
        """Each cell's two names and its value."""
        crossing = self._crossing()
        return {
            f"mark/{cell.key}": Reading(
                crossing.columns[cell.column], cell.quantity, crossing.rows[cell.row]
            )
            for cell in crossing.cells
        }

    def _crossing(self) -> Crossing:
        """The names and the cells."""
        return crossing_of(self.data, self.x, self.y, self.color)

    def _every(self) -> Crossing:
        """The same of all rows, of small charts together."""
        return crossing_of(self.data.every, self.x, self.y, self.color)

    def _ramp(self, setting: Setting) -> tuple[Ramp, tuple[Quantity, Quantity] | None]:
        """The colours of all values, of small charts together; the least and the greatest."""
        tables = (self.data, *self.data.siblings())
        every = [
            cell
            for table in tables
            for cell in crossing_of(table, self.x, self.y, self.color).cells
        ]
        if not every:
            return ramp_of((0.0,), setting), None
        ordered = sorted((cell.quantity for cell in every), key=lambda one: one.value)
        ramp = ramp_of([one.value for one in ordered], setting)
        return ramp, (ordered[0], ordered[-1])

    def _timing(self, cell: Heat, grid: Grid) -> Timing:
        """When a cell comes on."""
        seconds = self.enter.duration_s or _WAVE_S
        along = (1 - _DOWN) * cell.column / grid.columns + _DOWN * cell.row / grid.rows
        return Timing(_NAMES_S + along * seconds, _FADE_S)
