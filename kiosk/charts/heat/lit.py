"""Which cells of a heat map are highlighted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.plane.along import key_of
from kiosk.charts.rows import says
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.batches import Floats
    from kiosk.charts.heat.places import Crossing, Heat
    from kiosk.data.text import Text
    from kiosk.marks import Marks
    from kiosk.theme import Colour

_QUIET = 0.3  # of its opacity, a cell beside those that are lit


@dataclass(frozen=True, slots=True)
class Lit:
    """The highlighted names from left to right and from top to bottom, by their keys.

    Of one side alone, whole columns or rows are lit; of both, the cells where they cross.
    """

    columns: frozenset[str]
    rows: frozenset[str]

    def __bool__(self) -> bool:
        """Whether anything is lit."""
        return bool(self.columns or self.rows)

    def holds(self, cell: Heat, crossing: Crossing) -> bool:
        """Whether the cell is lit; all are where nothing is."""
        column, row = crossing.columns[cell.column], crossing.rows[cell.row]
        in_columns = not self.columns or key_of(column) in self.columns
        return in_columns and (not self.rows or key_of(row) in self.rows)

    def fills(self, fills: Floats, crossing: Crossing) -> Floats:
        """The cells' colours, (n, 4), those of the others paler."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        shares = [1.0 if self.holds(cell, crossing) else _QUIET for cell in crossing.cells]
        return np.asarray(fills * np.column_stack((np.ones((len(shares), 3)), shares)))

    def names(self, marks: Marks, quiet: Colour) -> Marks:
        """The names beside and below the cells, those of other columns and rows quiet."""
        return tuple(
            replace(mark, colour=quiet)
            if isinstance(mark, Label) and not self._is_named(mark.key)
            else mark
            for mark in marks
        )

    def _is_named(self, key: str) -> bool:
        """Whether the name with that key of its mark, `name/x/KEY`, is no other's."""
        _, side, name = key.split("/", 2)
        wanted = self.columns if side == "x" else self.rows
        return not wanted or any(name == one or name.startswith(f"{one}/") for one in wanted)


def lit_in(crossing: Crossing, wanted: Sequence[str]) -> Lit:
    """The names of `crossing` that are wanted, in whatever language."""
    return Lit(_keys(crossing.columns, wanted), _keys(crossing.rows, wanted))


def _keys(names: Iterable[Text], wanted: Sequence[str]) -> frozenset[str]:
    """The keys of those names that are wanted."""
    return frozenset(key_of(name) for name in names if any(says(name, one) for one in wanted))
