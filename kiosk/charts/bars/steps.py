"""Changes one after another: bars that hover from one level to the next, and totals from zero."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.rows import BarColumns, BarGroup, BarPiece, BarRow, bar_rows, unique_keys
from kiosk.data.quantity import NO_UNIT, Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.data.table import Table

TOTAL = "total"  # what a row says that is one

_LARGEST = sys.float_info.max


@dataclass(frozen=True, slots=True)
class Steps:
    """The bars in order, and which of them are totals, by their keys."""

    rows: tuple[BarRow, ...]
    totals: frozenset[str]

    @property
    def groups(self) -> tuple[BarGroup, ...]:
        """Each bar by itself."""
        return tuple(BarGroup(row.key, row.name, (row,)) for row in self.rows)


def steps_in(table: Table, x: str, y: str, total: str, last: Text) -> Steps:
    """The changes of the table from zero on.

    total: the column that says which rows are totals; such a row sets the level where it has a
    value, and shows the level where it has none. last: the name of a total after all rows, none
    where it is empty.
    """
    rows = bar_rows(table, BarColumns(x, y))
    says = table.column(total) if total in table.columns else (None,) * len(rows)
    sums = {row.key for row, cell in zip(rows, says, strict=True) if _is_total(name_in(cell))}
    if last.versions:
        key = unique_keys([*(row.key for row in rows), last.versions[0][1]])[-1]
        rows = (*rows, BarRow(key, last, NO_TEXT, None, None))
        sums.add(key)
    like = _like(rows)
    level = 0.0
    found: list[BarRow] = []
    for row in rows:
        start = 0.0 if row.key in sums else level
        if row.key in sums:
            level = level if row.value is None else row.value
            found.append(_total(row, level, like))
        else:
            level = max(-_LARGEST, min(_LARGEST, level + (row.value or 0.0)))
            found.append(_change(row, start, level))
    return Steps(tuple(found), frozenset(sums))


def _is_total(says: Text) -> bool:
    """Whether a row is a total."""
    return any(text == TOTAL for _, text in says.versions)


def _change(row: BarRow, start: float, end: float) -> BarRow:
    """The row as a bar from one level to the next, its value with its sign."""
    quantity = None if row.quantity is None else replace(row.quantity, is_signed=True)
    part = BarPiece(row.key, start, end, NO_TEXT, quantity)
    return replace(row, quantity=quantity, parts=(part,))


def _total(row: BarRow, level: float, like: Quantity) -> BarRow:
    """The row as a bar from zero to `level`, as precise as the changes."""
    quantity = row.quantity if row.value is not None else replace(like, value=level)
    part = BarPiece(row.key, 0.0, level, NO_TEXT, quantity)
    return replace(row, value=level, quantity=quantity, parts=(part,))


def _like(rows: Iterable[BarRow]) -> Quantity:
    """A quantity of the rows' unit and of the most decimals that any of them has."""
    known = [row.quantity for row in rows if row.quantity is not None]
    decimals = max((quantity.decimals for quantity in known), default=0)
    return Quantity(0.0, decimals, known[0].unit if known else NO_UNIT)
