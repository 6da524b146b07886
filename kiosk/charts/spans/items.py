"""A table's rows as events and spans of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.lines.series import cells_of
from kiosk.charts.plane.along import Along, along
from kiosk.charts.plane.times import instant, shown
from kiosk.charts.rows import in_key, says, unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.numerals import number_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Item:
    """An event, or a span of time where `end` lies behind `start`.

    key: unique, from its name. group: what its colour tells. start, end: shares of the whole time.
    date: when it is, in the language shown.
    """

    key: str
    name: Text
    group: Text
    start: float
    end: float
    date: str
    is_lit: bool

    @property
    def is_span(self) -> bool:
        """Whether it lasts."""
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """Which column of a table is which; an empty name or one that is not there is empty."""

    start: str
    end: str
    label: str
    color: str


def items_in(
    table: Table, columns: ItemColumns, highlight: str, language: str
) -> tuple[Along, tuple[Item, ...]]:
    """The whole time, and what has a place in it, the earliest first, the longer ones before.

    Of a table that is part of a whole it is the time of that.
    """
    every = table.every
    starts, ends = cells_of(every, columns.start), cells_of(every, columns.end)
    places = along((*starts, *ends), language, names_few=False)
    count = len(starts)
    own = range(count) if table.whole is None else table.among[table.part]
    names = [NO_TEXT if c is None else name_in(c) for c in cells_of(table, columns.label)]
    groups = [NO_TEXT if c is None else name_in(c) for c in cells_of(table, columns.color)]
    keys = unique_keys([in_key(name) for name in names])
    found: list[Item] = []
    for row, at in enumerate(own):
        start, end = places.shares[at], places.shares[count + at]
        if start is None:
            continue
        low, high = sorted((start, start if end is None else end))
        first, last = starts[at], ends[at]
        date = _written(first, language)
        if end is not None and end != start:
            cells = (first, last) if start < end else (last, first)
            date = "\N{EN DASH}".join(_written(cell, language) for cell in cells)
        is_lit = says(names[row], highlight) or says(groups[row], highlight)
        found.append(Item(keys[row], names[row], groups[row], low, high, date, is_lit))
    return places, tuple(sorted(found, key=lambda item: (item.start, -item.end)))


def backward(table: Table, columns: ItemColumns) -> tuple[int, ...]:
    """The rows of the table that end before they begin."""
    starts, ends = cells_of(table, columns.start), cells_of(table, columns.end)
    shares = along((*starts, *ends), "").shares
    pairs = zip(shares[: len(starts)], shares[len(starts) :], strict=True)
    return tuple(
        row
        for row, (start, end) in enumerate(pairs)
        if start is not None and end is not None and end < start
    )


def _written(cell: Cell, language: str) -> str:
    """A time as it is written beside a name."""
    if isinstance(cell, Quantity):
        return number_text(cell.value, cell.decimals, grouped=False)
    if not isinstance(cell, Text) or not cell.versions:
        return ""
    if time := instant(cell.versions[0][1]):
        return shown(time.days, time.step, language, has_year=True)
    return cell.in_language(language)
