"""Events and spans of time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.charts.annotations.ground import Ground, Plotted
from kiosk.charts.annotations.places import Places, places_of
from kiosk.charts.doubts import Doubt
from kiosk.charts.drawing import fading, scene
from kiosk.charts.legend import NO_LEGEND, entries_of, legend_in
from kiosk.charts.lines.series import cells_of
from kiosk.charts.palette import colours_of
from kiosk.charts.plane.chart import PlaneChart
from kiosk.charts.reading import Reading
from kiosk.charts.spans.across import Look, drawn_across
from kiosk.charts.spans.down import drawn_down
from kiosk.charts.spans.ground import Times
from kiosk.charts.spans.items import Item, ItemColumns, backward, items_in
from kiosk.data.quantity import Quantity
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.annotations.places import Standing
    from kiosk.charts.legend import Legend
    from kiosk.charts.plane.along import Along
    from kiosk.data.table import Cell, Table
    from kiosk.data.text import Text
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_GROW_S = 0.5
_BELOW_LEGEND = 16.0
_TALLEST = 1.5  # of the width


@dataclass(frozen=True, kw_only=True)
class Timeline(PlaneChart):
    """Shows what happened when: events as dots, and what lasted as bars.

    Time goes from left to right, in portrait from the top down. What would meet lies in lanes;
    names that would meet move aside or, where there are too many, are left out.
    """

    chinese: ClassVar[str] = "时间线：什么时候发生了什么，事件是点，时段是条。"

    stands_by: ClassVar[str] = "start"
    has_values: ClassVar[bool] = False

    start: Column = option(
        "The column with the times: `1997`, `2024-05`, `2024-05-17`, `08:30`.",
        zh="时间在哪一列：`1997`、`2024-05`、`2024-05-17`、`08:30`。",
    )
    end: Column | None = option(
        "The column with the times at which what lasts is over.", None, zh="持续到何时，在哪一列。"
    )
    label: Column = option("The column with the names.", zh="名称在哪一列。")
    color: Column | None = option(
        "The column that tells groups apart by colour.", None, zh="按哪一列用颜色分组。"
    )
    highlight: str = option(
        "The name or the group in the accent; the others are then quiet.",
        "",
        zh="用强调色的名称或组；其余退后。",
        names_row_of=("label", "color"),
    )

    def plotted(self, box: Box, setting: Setting) -> Plotted:
        """Everything in the order of time."""
        places, items = self._items(self.data, setting.language)
        every = items if self.data.whole is None else self._items(self.data.every, "")[1]
        has_lit = any(item.is_lit for item in every)
        fills = _fills(items, None if has_lit else _colours(every, setting), setting)
        legend = self.legend(box, setting) if self.data.whole is None else NO_LEGEND
        high = min(legend.height + _BELOW_LEGEND, box.height / 3) if legend.marks else 0.0
        drawn = [fading(legend.marks, Timing(0.0, 0.4))]
        box = replace(box, y=box.y + high, height=box.height - high)
        quiet, text = setting.theme.quiet, setting.theme.text
        looks = [
            Look(fill, quiet if has_lit and not item.is_lit else text)
            for item, fill in zip(items, fills, strict=True)
        ]
        is_down = setting.shape == "portrait" and box.height > 0.7 * box.width
        seconds = self.enter.duration_s or _GROW_S
        is_small = self.data.whole is not None  # all small charts have type of one size
        things, room = (
            drawn_down(places, items, looks, box, seconds, setting)
            if is_down
            else drawn_across(places, items, looks, box, seconds, setting, is_small=is_small)
        )
        across = Times(room, self._times() if self.annotations else Places(), is_down=is_down)
        ground = Ground(room, box, across, None, is_lying=is_down)
        return Plotted(scene([*drawn, *things]), ground)

    def standing(self, cell: Cell) -> Standing:
        """Whether it is within the whole time."""
        return self._times().standing(cell)

    def _times(self) -> Places:
        """Where any time stands."""
        rows = self.data.every
        cells = (*cells_of(rows, self.start), *cells_of(rows, self.end or ""))
        return places_of(cells, self._items(rows, "")[0].shares)

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The groups that have colours."""
        items = self._items(self.data.every, "")[1]
        colours = _colours(items, setting)
        if len(colours) == 1 or any(item.is_lit for item in items):
            return NO_LEGEND
        upper = replace(box, height=box.height / 4)
        return legend_in(upper, entries_of(colours, setting), setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """In portrait time takes more height than width."""
        del setting
        return min(box.height, _TALLEST * box.width)

    def doubts(self) -> tuple[Doubt, ...]:
        """About what is over before it begins."""
        what = phrase("it ends before it begins; the two times are exchanged")
        hint = phrase("write the earlier time as '{start}'", start=self.start)
        columns = ItemColumns(self.start, self.end or "", self.label, self.color or "")
        return tuple(Doubt(what, hint, "end", row) for row in backward(self.data, columns))

    def readings(self) -> Mapping[str, Reading]:
        """When each of them was."""
        return {
            f"mark/{item.key}": Reading(item.name, Quantity(0.0, text=item.date), item.group)
            for item in self._items(self.data, "")[1]
        }

    def _items(self, rows: Table, language: str) -> tuple[Along, tuple[Item, ...]]:
        """The whole time, and what is in it."""
        columns = ItemColumns(self.start, self.end or "", self.label, self.color or "")
        return items_in(rows, columns, self.highlight, language)


def _colours(items: tuple[Item, ...], setting: Setting) -> dict[Text, Colour]:
    """A colour a group, in the order of their first ones."""
    return colours_of((item.group for item in items), setting)


def _fills(
    items: tuple[Item, ...], colours: dict[Text, Colour] | None, setting: Setting
) -> list[Colour]:
    """A colour a group; where something is lit, and groups have none, the accent for that."""
    quiet = setting.theme.quiet_series
    if colours is None:
        return [setting.accent if item.is_lit else quiet for item in items]
    return [colours[item.group] for item in items]
