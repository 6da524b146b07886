"""A table's rows as the lines of a chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.charts.plane.along import key_of
from kiosk.charts.rows import says, unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text

if TYPE_CHECKING:
    from kiosk.charts.plane.along import Along
    from kiosk.data.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Spot:
    """One value of a line. share: of the width from the left."""

    share: float
    value: float
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Series:
    """A line. key: unique. runs: its values from left to right, parted where one is missing."""

    key: str
    name: Text
    runs: tuple[tuple[Spot, ...], ...]
    is_lit: bool

    @property
    def first(self) -> Spot:
        """Its first value."""
        return self.runs[0][0]

    @property
    def last(self) -> Spot:
        """Its last value."""
        return self.runs[-1][-1]


def cells_of(table: Table, column: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(column) if column in table.columns else (None,) * len(table.rows)


def series_in(
    table: Table, y: str, color: str, places: Along, highlight: str
) -> tuple[Series, ...]:
    """The lines that have a value, in the order of their first rows; the lit one comes last.

    Where none is called `highlight` the first one is lit.
    """
    rows: dict[Text, list[tuple[float, Cell]]] = {}
    for share, of, cell in zip(
        places.shares, cells_of(table, color), cells_of(table, y), strict=True
    ):
        if share is not None:
            rows.setdefault(NO_TEXT if of is None else name_in(of), []).append((share, cell))
    runs = {name: _runs(of) for name, of in rows.items()}
    names = [name for name in rows if runs[name]]
    lit = next((name for name in names if says(name, highlight)), names[0] if names else NO_TEXT)
    keys = dict(zip(names, unique_keys([key_of(name) for name in names]), strict=True))
    return tuple(
        Series(keys[name], name, runs[name], name == lit)
        for name in sorted(names, key=lambda name: name == lit)
    )


def _runs(rows: list[tuple[float, Cell]]) -> tuple[tuple[Spot, ...], ...]:
    """The values from left to right, parted where a row has none."""
    runs: list[list[Spot]] = [[]]
    for share, cell in sorted(rows, key=lambda row: row[0]):
        if isinstance(cell, Quantity) and is_number(cell):
            runs[-1].append(Spot(share, cell.value, cell))
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if run)
