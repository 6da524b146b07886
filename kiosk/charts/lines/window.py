"""The latest rows of a table that goes on and on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.lines.series import cells_of
from kiosk.charts.plane.times import instant
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import Text

if TYPE_CHECKING:
    from kiosk.data.table import Cell, Table

_DAY_S = 86_400.0


def latest(table: Table, x: str, span_s: float, by: tuple[str, ...] = ()) -> Table:
    """The rows within `span_s` before the last time in the column `x`, that one included.

    Numbers are seconds. Where no time is written, all rows count. by: columns whose names part the
    rows; these come in the order of those names, as which of them has the first row is another time
    after time, and colours and places must not be.
    """
    times = [_seconds(cell) for cell in cells_of(table, x)]
    last = max((time for time in times if time is not None), default=None)
    if last is None:
        return table
    least = last - span_s * (1 + 1e-9)
    places = [row for row, time in enumerate(times) if time is not None and time >= least]
    for column in reversed(by):
        names = [name_in(cell).versions for cell in cells_of(table, column)]
        places.sort(key=names.__getitem__)
    return table.rows_at(tuple(places))


def _seconds(cell: Cell) -> float | None:
    """The time in the cell."""
    if isinstance(cell, Quantity):
        return cell.value if math.isfinite(cell.value) else None
    found = instant(cell.versions[0][1]) if isinstance(cell, Text) and cell.versions else None
    return None if found is None else found.days * _DAY_S
