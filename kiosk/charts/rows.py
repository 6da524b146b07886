"""A table's rows as the bars of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.charts.figures import is_number
from kiosk.charts.reading import Reading
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.data.table import Cell, Table

Order = Literal["written", "ascending", "descending"]


@dataclass(frozen=True, slots=True)
class BarPiece:
    """A stretch of a bar. key: unique. start, end: values; the end is the lower one of a fall.

    series, quantity: what the stretch stands for.
    """

    key: str
    start: float
    end: float
    series: Text = NO_TEXT
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar. key: unique, from the data's names. value: finite, None where it is missing.

    parts: the stretches it is made of; none where it is one from zero to its value.
    """

    key: str
    name: Text
    series: Text
    value: float | None
    quantity: Quantity | None
    beside: Quantity | None = None
    icon: str = ""
    parts: tuple[BarPiece, ...] = ()

    @property
    def pieces(self) -> tuple[BarPiece, ...]:
        """All that is drawn of it."""
        if self.parts:
            return self.parts
        return (BarPiece(self.key, 0.0, self.value or 0.0, self.series, self.quantity),)

    @property
    def low(self) -> float:
        """The least value that it covers."""
        if not self.parts:
            return min(0.0, self.value or 0.0)
        return min(min(part.start, part.end) for part in self.parts)

    @property
    def high(self) -> float:
        """The greatest value that it covers."""
        if not self.parts:
            return max(0.0, self.value or 0.0)
        return max(max(part.start, part.end) for part in self.parts)

    @property
    def is_falling(self) -> bool:
        """Whether its value stands at its lower end: where it is on no other side of zero."""
        return self.low < 0.0 and (self.high <= 0.0 or (self.value or 0.0) < 0.0)


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one category, side by side."""

    key: str
    name: Text
    rows: tuple[BarRow, ...]


@dataclass(frozen=True, slots=True)
class BarColumns:
    """Which column of a table is which; an empty name or one that is not there is empty."""

    x: str
    y: str
    series: str = ""
    beside: str = ""
    icon: str = ""


def bar_rows(table: Table, columns: BarColumns, order: Order = "written") -> tuple[BarRow, ...]:
    """A bar for each row of the table, missing values last when they are sorted."""
    names = [name_in(cell) for cell in _column(table, columns.x)]
    series = [name_in(cell) for cell in _column(table, columns.series)]
    icons = [name_in(cell) for cell in _column(table, columns.icon)]
    keys = unique_keys(
        [
            in_key(name) + (f"·{in_key(of)}" if of.versions else "")
            for name, of in zip(names, series, strict=True)
        ]
    )
    values = [_quantity(cell) for cell in _column(table, columns.y)]
    besides = [_quantity(cell) for cell in _column(table, columns.beside)]
    rows = [
        BarRow(key, name, of, _value(quantity), quantity, beside, in_key(icon))
        for key, name, of, quantity, beside, icon in zip(
            keys, names, series, values, besides, icons, strict=True
        )
    ]
    if order != "written":
        sign = -1.0 if order == "descending" else 1.0
        rows.sort(key=lambda row: (row.value is None, sign * (row.value or 0.0)))
    return tuple(rows)


def row_readings(rows: Iterable[BarRow]) -> dict[str, Reading]:
    """What a touch on the mark of each row tells, by the mark's key; nothing of missing values."""
    return {
        f"mark/{row.key}": Reading(row.name, row.quantity, row.series)
        for row in rows
        if row.quantity is not None
    }


def bar_groups(rows: tuple[BarRow, ...]) -> tuple[BarGroup, ...]:
    """Rows of one name together, in the order of their first ones; a row without a series alone."""
    groups: dict[str, list[BarRow]] = {}
    for row in rows:
        groups.setdefault(in_key(row.name) if row.series.versions else row.key, []).append(row)
    return tuple(BarGroup(key, of[0].name, tuple(of)) for key, of in groups.items())


def unique_keys(names: list[str]) -> tuple[str, ...]:
    """The names, those met again with their count behind them."""
    counts: dict[str, int] = {}
    taken: set[str] = set()
    keys: list[str] = []
    for name in names:
        key, count = name, counts.get(name, 1)
        while key in taken:
            count += 1
            key = f"{name}#{count}"
        counts[name] = count
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def in_key(text: Text) -> str:
    """What stands for the text in a key, whatever the language shown: its first version."""
    return text.versions[0][1] if text.versions else ""


def says(text: Text, wanted: str) -> bool:
    """Whether one of the text's languages reads `wanted`, which is not empty."""
    return wanted != "" and any(version == wanted for _, version in text.versions)


def _column(table: Table, name: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(name) if name in table.columns else (None,) * len(table.rows)


def _quantity(cell: Cell) -> Quantity | None:
    """The cell's number."""
    return cell if isinstance(cell, Quantity) else None


def _value(quantity: Quantity | None) -> float | None:
    """The number's value, if it can be drawn."""
    return quantity.value if quantity is not None and is_number(quantity) else None
