"""Where the cells of a heat map stand, and the names beside and below them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import clear_of_each_other
from kiosk.charts.labels import fitted, is_whole
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.marks import Marks
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_WIDEST = 0.28  # of the box, what names beside the cells take
_BESIDE, _BELOW = 20.0, 1.5  # from a name to its cells, logical units; em of the names below
_GAP, _GAP_SHARE = 4.0, 0.1  # between cells: logical units, and of the shorter side at most
_LOWEST = 4.0  # lines of names in the lowest box that has some
_NARROWEST = 8.0  # em: a box that has names beside its cells
_LINE = 1.2  # from one line of a name to the next, in em
_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 30, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows and columns. room: of all of them; gap: between two."""

    room: Box
    columns: int
    rows: int
    gap: float

    @property
    def step(self) -> tuple[float, float]:
        """From one cell to the next, across and down."""
        return self.room.width / self.columns, self.room.height / self.rows

    def cell(self, column: int, row: int) -> Box:
        """One cell without its gaps; the outer ones end at the room's sides."""
        across, down = self.step
        left = column * across + (self.gap / 2 if column else 0.0)
        top = row * down + (self.gap / 2 if row else 0.0)
        right = (column + 1) * across - (self.gap / 2 if column + 1 < self.columns else 0.0)
        foot = (row + 1) * down - (self.gap / 2 if row + 1 < self.rows else 0.0)
        return Box(self.room.x + left, self.room.y + top, right - left, foot - top)


def grid_in(
    box: Box, columns: dict[str, str], rows: dict[str, str], setting: Setting, *, may_skip: bool
) -> tuple[Grid, Marks]:
    """The grid in `box`, and its names: every one, or as many as have room.

    columns, rows: by their keys what is written below and beside them. may_skip: whether readers
    count on where only every second, third … column is named.
    """
    style = _style(setting)
    widest = max((setting.measure.advance(name, style) for name in rows.values()), default=0.0)
    beside = min(widest, _WIDEST * box.width) + _BESIDE if widest > 0.0 else 0.0
    if box.height < _LOWEST * style.size or box.width < _NARROWEST * style.size:
        beside = 0.0
    step = (box.width - beside) / len(columns)
    under = _style_below(columns, step, style, setting)
    lines = _lines_below(columns, step, under, setting, may_skip=may_skip)
    below = (_BELOW + _LINE * (lines - 1)) * style.size
    if box.height < (_LOWEST + lines) * style.size:
        below = 0.0
    room = Box(box.x + beside, box.y, box.width - beside, box.height - below)
    shorter = min(step, room.height / len(rows))
    grid = Grid(room, len(columns), len(rows), min(_GAP, _GAP_SHARE * shorter))
    names: Marks = ()
    if beside:
        names += _names_beside(grid, rows, box.x, style, setting)
    if below and (lines > 1 or not may_skip):
        names += _broken_below(grid, columns, under, setting)
    elif below:
        names += _names_below(grid, columns, box, under, setting)
    return grid, names


def _style_below(
    names: dict[str, str], step: float, style: TextStyle, setting: Setting
) -> TextStyle:
    """The style, as small as can be read where not every name fits below its column."""
    if all(_broken(name, step, style, setting) for name in names.values() if name):
        return style
    return replace(style, size=min(style.size, setting.smallest))


def _lines_below(
    names: dict[str, str], step: float, style: TextStyle, setting: Setting, *, may_skip: bool
) -> int:
    """Two where names fit below their columns so, and not in one."""
    if all(setting.measure.advance(name, style) + style.size <= step for name in names.values()):
        return 1
    if may_skip and not all(_broken(name, step, style, setting) for name in names.values()):
        return 1
    return max((len(_below(name, step, style, setting)) for name in names.values()), default=1) or 1


def _broken(name: str, step: float, style: TextStyle, setting: Setting) -> tuple[str, ...]:
    """The name in two lines at most, no wider than its column; nothing where it does not fit."""
    lines = _below(name, step, style, setting)
    return lines if is_whole(lines, name) else ()


def _below(name: str, step: float, style: TextStyle, setting: Setting) -> tuple[str, ...]:
    """The same, cut where it does not fit; nothing where that would tell nothing."""
    lines, _ = fitted(name, style, step - 0.4 * style.size, setting, 2, may_shrink=False)
    return lines


def _broken_below(grid: Grid, names: dict[str, str], style: TextStyle, setting: Setting) -> Marks:
    """The columns' names, each below its column in two lines at most, cut where they are longer."""
    colour, step = setting.theme.text, grid.step[0]
    return tuple(
        Label(
            f"name/x/{key}/{number}", line, grid.cell(place, 0).centre.x,
            grid.room.bottom + (_BELOW - 0.3 + _LINE * number) * style.size,
            style, colour, "centre",
        )
        for place, (key, name) in enumerate(names.items())
        for number, line in enumerate(_below(name, step, style, setting))
    )  # fmt: skip


def _style(setting: Setting) -> TextStyle:
    """What names are set in."""
    style = setting.style("mark")
    return replace(style, size=max(style.size, setting.smallest))


def _names_beside(
    grid: Grid, names: dict[str, str], x: float, style: TextStyle, setting: Setting
) -> Marks:
    """The rows' names from the left, each or every second, third … one."""
    down, widest = grid.step[1], grid.room.x - x - _BESIDE
    every = next((step for step in _STEPS if step * down >= _LINE * style.size), len(names))
    most = 2 if down >= 2 * _LINE * style.size else 1
    colour = setting.theme.text
    marks: list[Label] = []
    for row, (key, name) in enumerate(names.items()):
        if row % every:
            continue
        lines, set_in = fitted(name, style, widest, setting, most)
        middle, size = grid.cell(0, row).centre.y, set_in.size
        for number, line in enumerate(lines):
            y = middle + (0.36 + _LINE * (number - (len(lines) - 1) / 2)) * size
            marks.append(Label(f"name/y/{key}/{number}", line, x, y, set_in, colour))
    return tuple(marks)


def _names_below(
    grid: Grid, names: dict[str, str], box: Box, style: TextStyle, setting: Setting
) -> Marks:
    """The columns' names in their middles, each or every second, third … one."""
    written = [*names.items()]
    for every in _STEPS:
        chosen = [place for place in range(0, len(names), every) if written[place][1]]
        widths = [setting.measure.advance(written[place][1], style) for place in chosen]
        middles = [grid.cell(place, 0).centre.x for place in chosen]
        lefts = [
            min(max(middle - wide / 2, box.x), box.right - wide)
            for middle, wide in zip(middles, widths, strict=True)
        ]
        spans = [(left, left + wide) for left, wide in zip(lefts, widths, strict=True)]
        if all(clear_of_each_other(spans, 0.4 * style.size)):
            break
    else:
        return ()
    y, colour = box.bottom - 0.3 * style.size, setting.theme.text
    return tuple(
        Label(f"name/x/{written[place][0]}", written[place][1], left, y, style, colour)
        for place, left, wide in zip(chosen, lefts, widths, strict=True)
        if wide <= box.width
    )
