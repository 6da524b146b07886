"""A table's rows as runners: a value for each name at each time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.charts.plane.times import instant, shown
from kiosk.charts.rows import in_key, unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.numerals import number_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.batches import Floats
    from kiosk.data.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Runner:
    """One name. key: unique, from the data. team: what its colour stands for, or nothing."""

    key: str
    name: Text
    team: Text


@dataclass(frozen=True, slots=True)
class Stop:
    """One time of the data. place: on the axis of time; text: as it is shown."""

    place: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """All runners at all stops, in the order of time.

    clock: the times that are shown, the stops and the years between them. values: (stops, runners),
    NaN where the data has none. last: each runner's last quantity, by its
    place. like: a quantity of the data's unit with the greatest value and the most decimals.
    """

    runners: tuple[Runner, ...]
    stops: tuple[Stop, ...]
    clock: tuple[Stop, ...]
    values: Floats
    last: tuple[Quantity | None, ...]
    like: Quantity


def entries_in(
    table: Table, time: str, x: str, y: str, color: str, language: str, every: Table | None = None
) -> Entries:
    """The rows as runners; a row without a time or a name is left out, of two alike the last stays.

    Times and numbers lie in proportion, names of times evenly in the order of their first ones.
    every: the rows of which these are a part, and whose times they all have.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    times, names = _column(table, time), [name_in(cell) for cell in _column(table, x)]
    stops = _stops(_column(every or table, time), language)
    places = {cell: place for place, cell in enumerate(stops)}
    teams = [name_in(cell) for cell in _column(table, color)]
    runners = dict.fromkeys(name for name in names if name.versions)
    rows = {name: place for place, name in enumerate(runners)}
    team_of: dict[Text, Text] = {}
    values = np.full((len(stops), len(runners)), np.nan)
    last: dict[int, tuple[int, Quantity]] = {}
    for when, name, cell, team in zip(times, names, _column(table, y), teams, strict=True):
        if when not in places or name not in rows:
            continue
        team_of.setdefault(name, team)
        if isinstance(cell, Quantity) and is_number(cell):
            stop, row = places[when], rows[name]
            values[stop, row] = cell.value
            if stop >= last.get(row, (-1, cell))[0]:
                last[row] = (stop, cell)
    keys = unique_keys([in_key(name) for name in runners])
    return Entries(
        tuple(
            Runner(key, name, team_of.get(name, NO_TEXT))
            for key, name in zip(keys, runners, strict=True)
        ),
        tuple(stops.values()),
        _clock(tuple(stops.values()), written_as_years=_are_years(stops)),
        values,
        tuple(last[row][1] if row in last else None for row in range(len(rows))),
        _like(_column(every or table, y)),
    )


def _column(table: Table, name: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(name) if name in table.columns else (None,) * len(table.rows)


def _stops(cells: tuple[Cell, ...], language: str) -> dict[Cell, Stop]:
    """The times of the cells, in order."""
    written = list(dict.fromkeys(cell for cell in cells if cell is not None and _has_name(cell)))
    numbers = {cell: _number(cell) for cell in written if isinstance(cell, Quantity)}
    if written and len(numbers) == len(written):
        return dict(sorted(numbers.items(), key=lambda pair: pair[1].place))
    dated = {cell: _dated(cell, language) for cell in written}
    known = {cell: stop for cell, stop in dated.items() if stop is not None}
    if written and len(known) == len(written):
        return dict(sorted(known.items(), key=lambda pair: pair[1].place))
    return {
        cell: Stop(float(place), name_in(cell).in_language(language))
        for place, cell in enumerate(written)
    }


def _has_name(cell: Cell) -> bool:
    """Whether the cell says anything."""
    return bool(name_in(cell).versions)


def _number(quantity: Quantity) -> Stop:
    """A number as a time: a year."""
    return Stop(quantity.value, number_text(quantity.value, quantity.decimals, grouped=False))


def _dated(cell: Cell, language: str) -> Stop | None:
    """A date or a time of day; None where the cell is neither."""
    found = instant(in_key(name_in(cell)))
    if found is None:
        return None
    return Stop(found.days, shown(found.days, found.step, language, has_year=True))


def _are_years(stops: dict[Cell, Stop]) -> bool:
    """Whether each stop is a year."""
    texts = [in_key(name_in(cell)) for cell in stops]
    return bool(texts) and all(text.isdigit() and len(text) == 4 for text in texts)


def _clock(stops: tuple[Stop, ...], *, written_as_years: bool) -> tuple[Stop, ...]:
    """The stops, and between years those that the data leaves out."""
    if not written_as_years:
        return stops
    years = {int(stop.text): stop for stop in stops}
    whole = range(min(years), max(years) + 1)
    places = [stop.place for stop in years.values()]
    return tuple(
        Stop(places[0] + (places[-1] - places[0]) * index / max(1, len(whole) - 1), str(year))
        if year not in years
        else years[year]
        for index, year in enumerate(whole)
    )


def _like(cells: Iterable[Cell]) -> Quantity:
    """The greatest of the quantities, with the most decimals that any of them has."""
    known = [cell for cell in cells if isinstance(cell, Quantity) and is_number(cell)]
    if not known:
        return Quantity(math.nan)
    largest = max(known, key=lambda quantity: abs(quantity.value))
    decimals = max(quantity.decimals for quantity in known)
    return Quantity(largest.value, decimals, largest.unit)
