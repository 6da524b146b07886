"""A table's rows as cells at the crossing of two names."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.charts.plane.along import key_of
from kiosk.charts.plane.times import ONE_YEAR, instant, shown
from kiosk.charts.rows import unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.plane.times import Instant
    from kiosk.data.table import Cell, Table
    from kiosk.data.text import Text


@dataclass(frozen=True, slots=True)
class Heat:
    """A cell with its value. column, row: its place, from the left and from the top."""

    key: str
    column: int
    row: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Crossing:
    """The names from left to right, those from top to bottom, and the cells that have a value.

    has_measure: whether the columns are numbers or times, so that a reader can count on.
    """

    columns: tuple[Text, ...]
    rows: tuple[Text, ...]
    cells: tuple[Heat, ...]
    has_measure: bool


def crossing_of(table: Table, x: str, y: str, color: str) -> Crossing:
    """The rows of the table; of those at one place the last that has a value."""
    xs, ys, values = (_cells(table, name) for name in (x, y, color))
    columns, rows = _ordered(_common(table, x)), _ordered(_common(table, y))
    column_of = {key_of(name): place for place, name in enumerate(columns)}
    row_of = {key_of(name): place for place, name in enumerate(rows)}
    found: dict[str, Heat] = {}
    for of_x, of_y, value in zip(xs, ys, values, strict=True):
        if of_x is None or of_y is None or not isinstance(value, Quantity) or not is_number(value):
            continue
        across, down = key_of(name_in(of_x)), key_of(name_in(of_y))
        key = f"{_first(name_in(of_x))}·{_first(name_in(of_y))}"
        found[f"{across}\n{down}"] = Heat(key, column_of[across], row_of[down], value)
    has_measure = all(math.isfinite(_size(cell)) for cell in xs if cell is not None)
    return Crossing(columns, rows, _unique(tuple(found.values())), has_measure)


def _unique(cells: tuple[Heat, ...]) -> tuple[Heat, ...]:
    """The cells, keys met again told apart."""
    keys = unique_keys([cell.key for cell in cells])
    return tuple(
        Heat(key, cell.column, cell.row, cell.quantity)
        for key, cell in zip(keys, cells, strict=True)
    )


def _cells(table: Table, column: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(column) if column in table.columns else (None,) * len(table.rows)


def _common(table: Table, column: str) -> tuple[Cell, ...]:
    """The column's cells, and of a part those of the whole, where parts share any name."""
    own = _cells(table, column)
    others = {key_of(name_in(cell)) for part in table.siblings() for cell in _cells(part, column)}
    is_shared = any(cell is not None and key_of(name_in(cell)) in others for cell in own)
    return _cells(table.every, column) if is_shared else own


def _first(name: Text) -> str:
    """What stands for the name in a key, whatever the language shown."""
    return name.versions[0][1] if name.versions else ""


def _ordered(cells: tuple[Cell, ...]) -> tuple[Text, ...]:
    """Each name once: numbers and times by their size, others in the order of their first ones."""
    written = [cell for cell in cells if cell is not None]
    names = {key_of(name_in(cell)): name_in(cell) for cell in reversed(written)}
    first = {key_of(name_in(cell)): cell for cell in reversed(written)}
    order = list(dict.fromkeys(key_of(name_in(cell)) for cell in written))
    sizes = {key: _size(cell) for key, cell in first.items()}
    if all(math.isfinite(size) for size in sizes.values()):
        order.sort(key=lambda key: sizes[key])
    return tuple(names[key] for key in order)


def _size(cell: Cell) -> float:
    """What a number or a time is sorted by; nothing finite for a name."""
    if isinstance(cell, Quantity):
        return cell.value
    time = _time(name_in(cell))
    return math.inf if time is None else time.days


def _time(name: Text) -> Instant | None:
    """The time it says."""
    return instant(name.versions[0][1]) if name.versions else None


def written_in(names: tuple[Text, ...], language: str) -> dict[str, str]:
    """The names by their keys as `language` writes them, times by its calendar."""
    times = [_time(name) for name in names]
    days = [time.days for time in times if time is not None]
    if len(days) < len(names) or not days:
        return {key_of(name): name.in_language(language) for name in names}
    has_year = max(days) - min(days) > ONE_YEAR
    return {
        key_of(name): shown(time.days, time.step, language, has_year=has_year)
        for name, time in zip(names, times, strict=True)
        if time is not None
    }
