"""A table's rows as the lines of a chart."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.plane.along import along
from kiosk.charts.rows import in_key, says, unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.plane.along import Along
    from kiosk.data.table import Cell, Table


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A line. key: unique, from its name.

    shares: (n,) where its rows stand, of the width from the left, rising; at: (n,) the same in the
    data. values: (n,) theirs, NaN where one is missing; at least one is not. last: its last value.
    """

    key: str
    name: Text
    shares: Floats
    at: Floats
    values: Floats
    last: Quantity
    is_lit: bool = False


def cells_of(table: Table, column: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(column) if column in table.columns else (None,) * len(table.rows)


def along_in(table: Table, x: str, language: str) -> Along:
    """Where the table's rows stand; those of a part, where they stand in the whole."""
    if table.whole is None:
        return along(cells_of(table, x), language)
    every = along(cells_of(table.whole, x), language)
    rows = table.among[table.part]
    return replace(
        every,
        shares=tuple(every.shares[row] for row in rows),
        values=tuple(every.values[row] for row in rows),
    )


def series_in(
    table: Table, y: str, color: str, places: Along, highlight: str, *, lights_of: int = 1,
    is_log: bool = False, lit_last: bool = True, known: Sequence[Text] = (),
) -> tuple[Series, ...]:  # fmt: skip
    """The lines that have a value, in the order of their first rows; the lit one comes last.

    Where none is called `highlight` the first one is lit, but of several that are at most
    `lights_of` none is: each has a colour of its own. is_log: whether what is not above zero has
    no place and counts as missing. lit_last: whether the lit one leaves its place for the end.
    known: the names of all lines of which these are some.
    """
    rows: dict[Text, _Rows] = {}
    of_cell: dict[Cell, _Rows] = {}
    for share, at, of, cell in zip(
        places.shares, places.values, cells_of(table, color), cells_of(table, y), strict=True
    ):
        if share is None or at is None:
            continue
        if (found := of_cell.get(of)) is None:
            name = NO_TEXT if of is None else name_in(of)
            found = of_cell[of] = rows.setdefault(name, ([], [], []))
        found[0].append(share)
        found[1].append(at)
        found[2].append(cell)
    least = math.ulp(0.0) if is_log else -math.inf
    every = {name: _series(name, of, least) for name, of in rows.items()}
    names = [name for name, one in every.items() if one is not None]
    lit = lit_of(known or names, highlight, lights_of)
    keys = dict(zip(names, unique_keys([in_key(name) for name in names]), strict=True))
    return tuple(
        replace(one, key=keys[name], is_lit=name in lit)
        for name in sorted(names, key=lambda name: lit_last and name in lit)
        if (one := every[name]) is not None
    )


def lit_of(names: Sequence[Text], highlight: str, lights_of: int) -> list[Text]:
    """The one of them that is lit, or none: see `series_in`."""
    lit = [name for name in names if says(name, highlight)][:1]
    if not lit and (len(names) == 1 or len(names) > lights_of):
        return [*names[:1]]
    return lit


def names_of(table: Table, color: str) -> tuple[Text, ...]:
    """What the lines of all charts are called of which the table is a part; else none."""
    if table.whole is None:
        return ()
    names = (NO_TEXT if of is None else name_in(of) for of in cells_of(table.whole, color))
    return tuple(dict.fromkeys(names))


def common_extremes(table: Table, y: str, *, is_log: bool) -> tuple[float, ...]:
    """The least and the greatest value of the whole of which the table is a part; else none."""
    if table.whole is None:
        return ()
    cells = (cell for cell in cells_of(table.whole, y) if isinstance(cell, Quantity))
    values = [cell.value for cell in cells if math.isfinite(cell.value)]
    shown = [value for value in values if value > 0.0 or not is_log]
    return (min(shown), max(shown)) if shown else ()


def extremes(series: Sequence[Series]) -> tuple[float, ...]:
    """The least and the greatest value of them all, and the least above zero; none of none."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    if not series:
        return ()
    values = np.concatenate([one.values for one in series])
    above = values[values > 0.0]
    least = (float(above.min()),) if len(above) else ()
    return (float(np.nanmin(values)), float(np.nanmax(values)), *least)


_Rows = tuple[list[float], list[float], list["Cell"]]  # shares, places in the data, values


def _series(name: Text, rows: _Rows, least: float) -> Series | None:
    """The line of those rows, from left to right; None where none of them is `least` or more."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    cells = rows[2]
    places, at = (np.array(some, dtype=np.float64) for some in rows[:2])
    values = np.array(
        [cell.value if isinstance(cell, Quantity) else math.nan for cell in cells], dtype=np.float64
    )
    values[~(np.isfinite(values) & (values >= least))] = np.nan
    order = np.argsort(places, kind="stable")
    places, at, values = places[order], at[order], values[order]
    known = np.flatnonzero(~np.isnan(values))
    last = cells[order[known[-1]]] if len(known) else None
    return Series("", name, places, at, values, last) if isinstance(last, Quantity) else None
