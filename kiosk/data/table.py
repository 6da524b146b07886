"""Immutable tables: what a chart draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text, plain

if TYPE_CHECKING:
    from kiosk.data.feed import Feed

Cell = Text | Quantity | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of named cells. columns: names in the order first met; rows: one cell a column.

    A cell that was left out is None. feed: what the rows follow while the show plays.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    feed: Feed | None = None

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of the column, top down. Raises ValueError when there is none of that name."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def quantities(self, name: str) -> tuple[Quantity | None, ...]:
        """The column's numbers; a cell that is no number is None."""
        return tuple(c if isinstance(c, Quantity) else None for c in self.column(name))


def name_in(cell: Cell) -> Text:
    """What the cell reads as a name; a number as it is stated, and nothing where there is none."""
    if isinstance(cell, Text):
        return cell
    if isinstance(cell, Quantity) and math.isfinite(cell.value):
        return plain(cell.text or f"{cell.value:.{cell.decimals}f}")
    return NO_TEXT
