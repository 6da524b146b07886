"""Where small charts stand in a grid, and their names above them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.labels import fitted, is_whole
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

ASPECT = 1.7  # width by height that a small chart should have
_GAPS = (56.0, 40.0)  # across and down, logical units
_MOST_GAPS = 0.25  # of the box, at most
_LINE, _UNDER = 1.25, 0.6  # of a name: from line to line, and below its last baseline; in em
_BASELINE = 0.9  # em
_LINES = 3  # of a name, at most
_HIGHEST = 3  # a name takes at most so much less than all of a chart's place


@dataclass(frozen=True, slots=True)
class Panel:
    """The place of a small chart, `cell` with its name and `room` without."""

    cell: Box
    room: Box
    name: tuple[Label, ...] = ()


def panels_in(
    box: Box, keys: Sequence[str], names: Sequence[str], setting: Setting, shape: float = ASPECT
) -> tuple[Panel, ...]:
    """The places of charts with those names; all have one size, so that they can be compared.

    shape: the width by height that suits them. No name is cut: where the best grid would, another
    is taken, and where all would, none has one.
    """
    for columns in _columns(box, len(names), shape):
        cells = _cells(box, len(names), columns)
        set_in = _set(names, cells[0], setting)
        if set_in is not None:
            lines, style = set_in
            most = max(map(len, lines), default=0)
            return tuple(
                _panel(cell, key, of, style, most, setting)
                for cell, key, of in zip(cells, keys, lines, strict=True)
            )
    return tuple(Panel(cell, cell) for cell in grid_in(box, len(names), shape))


def grid_in(box: Box, count: int, shape: float = ASPECT) -> tuple[Box, ...]:
    """The places of so many charts, whose shape is as near to `shape` as can be."""
    return _cells(box, count, _columns(box, count, shape)[0])


def _columns(box: Box, count: int, shape: float) -> list[int]:
    """The numbers of columns that there may be, the best first."""

    def badness(columns: int) -> float:
        wide, high, _, _ = _shape(box, count, columns)
        empty = columns * math.ceil(count / columns) - count
        return abs(math.log(max(wide, 1e-9) / max(high, 1e-9) / shape)) + empty / columns

    return sorted(range(1, count + 1), key=badness)


def _shape(box: Box, count: int, columns: int) -> tuple[float, float, float, float]:
    """The width and height of a chart's place, and the steps from one to the next."""
    rows = math.ceil(count / columns)
    across, down = (
        min(gap, _MOST_GAPS * side / max(1, places - 1))
        for gap, side, places in zip(
            _GAPS, (box.width, box.height), (columns, rows), strict=True
        )
    )  # fmt: skip
    wide = (box.width - across * (columns - 1)) / columns
    high = (box.height - down * (rows - 1)) / rows
    return wide, high, wide + across, high + down


def _cells(box: Box, count: int, columns: int) -> tuple[Box, ...]:
    """The places in so many columns."""
    wide, high, across, down = _shape(box, count, columns)
    return tuple(
        Box(box.x + at % columns * across, box.y + at // columns * down, wide, high)
        for at in range(count)
    )


def _set(
    names: Sequence[str], cell: Box, setting: Setting
) -> tuple[list[tuple[str, ...]], TextStyle] | None:
    """The lines of each name and their style; None where not all have room whole."""
    style = setting.style("mark")
    small = replace(style, size=min(style.size, setting.smallest))
    for most in range(1, _LINES + 1):
        for own in (style, small):
            lines = [
                fitted(name, own, cell.width, setting, most, may_shrink=False)[0] for name in names
            ]
            are_whole = all(is_whole(*pair) for pair in zip(lines, names, strict=True))
            if are_whole and _height(max(map(len, lines)), own) <= cell.height / _HIGHEST:
                return lines, own
    return None


def _height(lines: int, style: TextStyle) -> float:
    """From the top of so many lines of a name to the chart below them."""
    return (_BASELINE + _LINE * (lines - 1) + _UNDER) * style.size if lines else 0.0


def _panel(
    cell: Box, key: str, lines: tuple[str, ...], style: TextStyle, most: int, setting: Setting
) -> Panel:
    """The place of a chart below a name of so many lines; all leave as much room."""
    down = _height(most, style)
    first = cell.y + (_BASELINE + _LINE * (most - len(lines))) * style.size
    name = tuple(
        Label(
            f"facet/{key}" + (f"/{number}" if number else ""), line,
            cell.x, first + _LINE * number * style.size, style, setting.theme.text,
        )
        for number, line in enumerate(lines)
    )  # fmt: skip
    return Panel(cell, Box(cell.x, cell.y + down, cell.width, cell.height - down), name)
