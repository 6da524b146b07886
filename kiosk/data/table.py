"""Immutable tables: what a chart draws."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text, plain
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.feed import Feed

Cell = Text | Quantity | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of named cells. columns: names in the order first met; rows: one cell a column.

    A cell that was left out is None. feed: what the rows follow while the show plays. whole: the
    table of which these are a part, where charts of all parts have one scale; among: the places of
    the rows of each part there; part: which of them these are.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    feed: Feed | None = None
    whole: Table | None = None
    among: tuple[tuple[int, ...], ...] = ()
    part: int = 0

    def parts(self, name: str) -> tuple[tuple[Text, Table], ...]:
        """The rows that have the same name in a column, in the order of their first ones.

        Rows without a name there are in no part; without such a column there is none.
        """
        places: dict[Text, list[int]] = {}
        for row, cell in enumerate(self.column(name) if name in self.columns else ()):
            places.setdefault(name_in(cell), []).append(row)
        named = {of: tuple(at) for of, at in places.items() if of.versions}
        among = tuple(named.values())
        return tuple(
            (of, replace(self.rows_at(at), whole=self, among=among, part=part))
            for part, (of, at) in enumerate(named.items())
        )

    @property
    def every(self) -> Table:
        """The whole of which these are a part; where they are none, these."""
        return self if self.whole is None else self.whole

    def siblings(self) -> tuple[Table, ...]:
        """The other parts of the whole, each as a table of its own."""
        if self.whole is None:
            return ()
        return tuple(
            self.whole.rows_at(at) for part, at in enumerate(self.among) if part != self.part
        )

    def rows_at(self, places: tuple[int, ...]) -> Table:
        """The rows at those places."""
        return Table(self.columns, tuple(self.rows[place] for place in places))

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
