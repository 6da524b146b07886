"""A table's rows as places on the globe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.charts.rows import unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.table import Cell, Table

_STEEPEST = 90.0  # degrees


@dataclass(frozen=True, slots=True)
class Place:
    """A place. key: unique, from its name. longitude, latitude: degrees, east and north."""

    key: str
    name: Text
    series: Text
    longitude: float
    latitude: float


def places_in(
    table: Table, longitude: str, latitude: str, label: str, color: str
) -> tuple[Place, ...]:
    """The rows that have a longitude and a latitude. The others: names of columns."""
    names = [name_in(cell) for cell in _column(table, label)]
    series = [name_in(cell) for cell in _column(table, color)]
    keys = unique_keys([name.versions[0][1] if name.versions else "" for name in names])
    easts, norths = _column(table, longitude), _column(table, latitude)
    found: list[Place] = []
    for key, name, of, east, north in zip(keys, names, series, easts, norths, strict=True):
        x, y = _degrees(east), _degrees(north)
        if x is not None and y is not None and abs(x) <= 360.0 and abs(y) <= _STEEPEST:
            found.append(Place(key, name, of, x, y))
    return tuple(found)


def _column(table: Table, name: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(name) if name in table.columns else (None,) * len(table.rows)


def _degrees(cell: Cell) -> float | None:
    """The cell's number."""
    return cell.value if isinstance(cell, Quantity) and is_number(cell) else None
