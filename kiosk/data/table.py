"""Immutable tables: what a chart draws."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.data.quantity import Quantity
from kiosk.data.text import Text

Cell = Text | Quantity | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of named cells. columns: names in the order first met; rows: one cell a column.

    A cell that was left out is None.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of the column, top down. Raises ValueError when there is none of that name."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def quantities(self, name: str) -> tuple[Quantity | None, ...]:
        """The column's numbers; a cell that is no number is None."""
        return tuple(c if isinstance(c, Quantity) else None for c in self.column(name))
