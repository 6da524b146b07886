"""Shares as cells of a grid: one phone in twenty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.cells.counts import cells_for
from kiosk.charts.cells.room import Cells, Room, room_for
from kiosk.charts.cells.words import drawn_words, words_height
from kiosk.charts.doubts import Doubt, below_zero
from kiosk.charts.drawing import Drawn, fading, scene
from kiosk.charts.figures import is_number
from kiosk.charts.glyphs import glyph_marks
from kiosk.charts.icons import ICONS, IconName, seen_at
from kiosk.charts.legend import entries_of, legend_in
from kiosk.charts.listing import Listed, drawn_list, list_height, list_width
from kiosk.charts.palette import colours_of, series_colours
from kiosk.charts.reading import Reading
from kiosk.charts.rows import BarColumns, BarRow, bar_rows, says
from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box, Size
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.icons import Icon
    from kiosk.charts.legend import Legend
    from kiosk.data.table import Table
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_MOST = 400  # cells; smaller ones could not be told apart
_GAP, _ICON_GAP = 0.16, 0.3  # between cells, in their heights
_WIDEST_GAP = 0.8  # between icons, in their widths
_ROUND = 0.14  # of a cell's corners
_EMPTY = 0.3  # of the line colour's opacity has a cell that is not filled
_FILL_S, _CELL_S = 1.2, 0.3  # from the first cell to the last one; and of each
_APPEAR_S = 0.4
_LEGEND = 0.2  # of the box, at most


@dataclass(frozen=True, slots=True)
class _Group:
    """Cells of one kind. row: what they stand for."""

    row: BarRow
    count: int
    colour: Colour
    is_quiet: bool


@dataclass(frozen=True, kw_only=True)
class Waffle(Chart):
    """Shows shares as cells of a grid that fill one after another: one in twenty.

    `value` is one share of `of` cells; rows of data are several, each in its colour.
    """

    chinese: ClassVar[str] = "华夫图：用逐个填满的格子表示份额，如二十分之一。"

    value: Quantity | None = option(
        "How many of the cells, or per cent of them; left out where `data` has several.",
        None,
        zh="填满几格，或占百分之几；有多行数据时不写。",
    )
    of: int = option("How many cells there are.", 100, zh="一共几格。", bounds=(1, _MOST))
    icon: IconName | None = option(
        "What the cells are: `car`, `phone`, `plane`, `person`, `house`, `train`; or squares.",
        None,
        zh="每格画什么：`car`、`phone`、`plane`、`person`、`house`、`train`；不写则为方格。",
    )
    label: Text = option(
        "What `value` counts; it is then written.", NO_TEXT, zh="数的是什么；写出来。"
    )
    x: Column | None = option("The column with the shares' names.", None, zh="各份名称所在的列。")
    y: Column | None = option(
        "The column with the shares.", None, zh="份额所在的列。", cells="numbers"
    )
    highlight: str = option(
        "The name of the share in the accent; the others are then quiet.",
        "",
        zh="用强调色显示的那一份的名称；其余各份变淡。",
        names_row_of=("x",),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The grid, then its cells filling along the rows."""
        groups = self._groups(setting)
        room = self._room(box, groups, setting)
        filled = [(group, number) for group in groups for number in range(group.count)]
        seconds = self.enter.duration_s or _FILL_S
        draw = self._squares if self.icon is None else self._icons
        pieces = draw(filled[: self._count()], room, setting, seconds)
        if room.words is not None and self.value is not None:
            count = Timing(_APPEAR_S, seconds)
            pieces += drawn_words(self.value, self.label, room.words, setting, count)
        elif room.words is not None:
            listed = tuple(Listed(g.row, g.colour, g.is_quiet) for g in groups)
            pieces += drawn_list(listed, room.words, setting, Timing(_APPEAR_S, seconds))
        return scene(pieces)

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The names of small charts, which say their values alone."""
        rows = () if self.value is not None else self._rows(self.data.every)
        lit = [row.name for row in rows if says(row.name, self.highlight)]
        colours = {lit[0]: setting.accent} if lit else colours_of((r.name for r in rows), setting)
        upper = Box(box.x, box.y, box.width, _LEGEND * box.height)
        return legend_in(upper, entries_of(colours, setting), setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of the grid, and of the names where they stand below it."""
        groups = self._groups(setting)
        return min(box.height, self._room(box, groups, setting).bottom - box.y)

    def doubts(self) -> tuple[Doubt, ...]:
        """About what cells cannot show."""
        found = below_zero(self.data, "y", self.y)
        if self.value is None and self.y is None:
            what = phrase("the chart has no figure")
            hint = phrase("write 'value:', or 'data:' with 'x:' and 'y:'")
            found = (*found, Doubt(what, hint))
        if self.value is not None and is_number(self.value) and self.value.value < 0.0:
            what = phrase("this chart has no place for a number below zero, and leaves it out")
            found = (*found, Doubt(what, phrase("write a number from zero on"), "value"))
        if self.value is not None and is_number(self.value) and self._is_too_much(self.value):
            what = phrase("the figure is more than all of it, and is shown as that")
            found = (*found, Doubt(what, phrase("write a larger 'of'"), "value"))
        return found

    def _is_too_much(self, value: Quantity) -> bool:
        """Whether a figure is more than all cells stand for."""
        is_percent = any(name == "%" for _, name in value.unit.name.versions)
        return value.value > (100.0 if is_percent else float(self._count()))

    def readings(self) -> Mapping[str, Reading]:
        """Each filled cell with what it stands for."""
        rows, counts = self._shares()
        return {
            _key(row, number): Reading(row.name, row.quantity)
            for row, count in zip(rows, counts, strict=True)
            for number in range(count)
            if row.quantity is not None
        }

    def _count(self) -> int:
        """How many cells there are."""
        return max(1, min(self.of, _MOST))

    def _room(self, box: Box, groups: tuple[_Group, ...], setting: Setting) -> Room:
        """Where the grid stands, and the names."""
        cells = Cells(self._count(), 1.0, _GAP)
        if self.icon is not None:
            icon = ICONS[self.icon]
            shape = icon.box.width / icon.box.height
            cells = Cells(self._count(), shape, _ICON_GAP, _WIDEST_GAP)
        if self.value is not None:
            high = words_height(setting) if self.label.versions else 0.0
            return room_for(box, cells, Size(0.0, high), setting)
        own = tuple(group.row for group in groups)
        others = (self._rows(part) for part in self.data.siblings())
        every = [own, *(tuple(map(_unnamed, rows)) for rows in others)]
        wide = max(list_width(rows, setting) for rows in every)
        high = list_height(max(map(len, every)), setting)
        return room_for(box, cells, Size(wide, high), setting)

    def _shares(self) -> tuple[tuple[BarRow, ...], tuple[int, ...]]:
        """What there are shares of, and how many cells each fills."""
        rows = self._rows(self.data)
        others = [[row.value or 0.0 for row in self._rows(part)] for part in self.data.siblings()]
        if self.value is not None:
            others = []
            value = self.value.value if is_number(self.value) else None
            rows = (BarRow("value", self.label, NO_TEXT, value, self.value, None, ""),)
        values = [row.value or 0.0 for row in rows]
        units = [row.quantity.unit.name for row in rows if row.quantity is not None]
        are_percent = any(name == "%" for unit in units for _, name in unit.versions)
        if self.value is not None and not are_percent:
            values = [min(value, float(self._count())) // 1 for value in values]
        return rows, cells_for(values, self._count(), are_percent=are_percent, others=others)

    def _rows(self, table: Table) -> tuple[BarRow, ...]:
        """The rows of a table."""
        return bar_rows(table, BarColumns(self.x or "", self.y or ""))

    def _groups(self, setting: Setting) -> tuple[_Group, ...]:
        """The shares with their colours."""
        rows, counts = self._shares()
        every = self._rows(self.data.every)
        has_lit = any(says(row.name, self.highlight) for row in (*rows, *every))
        lit = [has_lit and says(row.name, self.highlight) for row in rows]
        colours = series_colours(len(rows), setting)
        if has_lit:
            quiet = setting.theme.quiet_series
            colours = tuple(setting.accent if is_lit else quiet for is_lit in lit)
        elif self.data.whole is not None and self.value is None:
            by_name = colours_of((row.name for row in every), setting)
            colours = tuple(by_name[row.name] for row in rows)
        shown = rows if self.data.whole is None else tuple(map(_unnamed, rows))
        return tuple(
            _Group(row, count, colour, has_lit and not is_lit)
            for row, count, colour, is_lit in zip(shown, counts, colours, lit, strict=True)
        )

    def _squares(
        self, filled: list[tuple[_Group, int]], room: Room, setting: Setting, seconds: float
    ) -> list[Drawn]:
        """The cells as squares."""
        places = [room.grid.cell(number) for number in range(self._count())]
        boxes = fours((box.x, box.y, box.width, box.height) for box in places)
        radius = _ROUND * room.grid.height
        solid = column(1.0 for _ in places)
        line = fours(setting.theme.line.faded(_EMPTY) for _ in places)
        keys = tuple(f"cell/{number}" for number in range(len(places)))
        empty = Bars("cells", keys, boxes, line, solid, radius=radius)
        many = len(filled)
        inks = fours(group.colour for group, _ in filled)
        names = tuple(_key(group.row, number) for group, number in filled)
        marks = Bars("marks", names, boxes[:many], inks, solid[:many], radius=radius)
        timings = {
            name: Timing(_APPEAR_S + at, _CELL_S)
            for name, at in zip(names, _delays(many, seconds), strict=True)
        }
        return [fading((empty,), Timing(0.0, _APPEAR_S)), Drawn((marks,), (), timings)]

    def _icons(
        self, filled: list[tuple[_Group, int]], room: Room, setting: Setting, seconds: float
    ) -> list[Drawn]:
        """The cells as icons, quiet before they are filled."""
        icon = seen_at(ICONS[self.icon or "car"], room.grid.height)
        theme = setting.theme
        quiet = theme.line.faded(_EMPTY * 2)
        cells = (
            _icon(f"cell/{number}", icon, room.grid.cell(number), quiet, theme.ground)
            for number in range(self._count())
        )
        drawn = [fading(cell, Timing(0.0, _APPEAR_S)) for cell in cells]
        for number, delay in enumerate(_delays(len(filled), seconds)):
            key, ink = _key(*_named(filled[number])), filled[number][0].colour
            lit = _icon(key, icon, room.grid.cell(number), ink, theme.ground)
            drawn.append(fading(lit, Timing(_APPEAR_S + delay, _CELL_S)))
        return drawn


def _unnamed(row: BarRow) -> BarRow:
    """The row without its name, which a legend says."""
    return replace(row, name=NO_TEXT)


def _key(row: BarRow, number: int) -> str:
    """The key of a filled cell."""
    return f"mark/{row.key}/{number}"


def _named(filled: tuple[_Group, int]) -> tuple[BarRow, int]:
    """What a filled cell stands for, and which of its cells it is."""
    group, number = filled
    return group.row, number


def _delays(count: int, seconds: float) -> tuple[float, ...]:
    """When each of so many cells begins to fill."""
    return tuple(seconds * number / max(1, count) for number in range(count))


def _icon(key: str, icon: Icon, cell: Box, ink: Colour, paper: Colour) -> Marks:
    """The icon in a cell."""
    return glyph_marks(key, icon, cell.x, cell.y, cell.height / icon.box.height, ink, paper)
