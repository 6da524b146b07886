"""A table's rows as the dots of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.charts.rows import in_key, unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.table import Cell, Table
    from kiosk.data.text import Text


@dataclass(frozen=True, slots=True)
class Dot:
    """One row. key: unique. size: not below zero, and 0 where it is missing."""

    key: str
    name: Text
    series: Text
    x: Quantity
    y: Quantity
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class DotColumns:
    """Which column of a table is which; an empty name or one that is not there is empty."""

    x: str
    y: str
    size: str = ""
    color: str = ""
    label: str = ""


def dots_in(
    table: Table, columns: DotColumns, *, x_above: float | None, y_above: float | None
) -> tuple[Dot, ...]:
    """The rows that have both numbers, in the order written.

    x_above, y_above: what their values lie above on a scale that goes no further down.
    """
    xs, ys, sizes, series, names = (
        _cells(table, name)
        for name in (columns.x, columns.y, columns.size, columns.color, columns.label)
    )
    rows = [
        (name_in(name), name_in(of), x, y, _size(size))
        for x, y, size, of, name in zip(xs, ys, sizes, series, names, strict=True)
        if _is_placed(x, x_above) and _is_placed(y, y_above)
    ]
    keys = unique_keys([in_key(name) or in_key(of) for name, of, *_ in rows])
    return tuple(
        Dot(key, name, of, x, y, size)
        for key, (name, of, x, y, size) in zip(keys, rows, strict=True)
        if isinstance(x, Quantity) and isinstance(y, Quantity)
    )


def _cells(table: Table, column: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(column) if column in table.columns else (None,) * len(table.rows)


def _is_placed(cell: Cell, above: float | None) -> bool:
    """Whether it is a number with a place."""
    if not isinstance(cell, Quantity) or not is_number(cell):
        return False
    return above is None or cell.value > above


def _size(cell: Cell) -> float:
    """The number that an area stands for."""
    is_size = isinstance(cell, Quantity) and is_number(cell)
    return max(0.0, cell.value) if is_size and isinstance(cell, Quantity) else 0.0
