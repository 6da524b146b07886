"""The members of a group on top of each other: one bar of pieces that touch."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.figures import is_number
from kiosk.charts.rows import BarGroup, BarPiece, BarRow, unique_keys
from kiosk.data.quantity import NO_UNIT, Bound, Quantity, Unit
from kiosk.data.text import NO_TEXT, Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

Stack = Literal["none", "zero", "normalize"]

_LARGEST = sys.float_info.max
_PERCENT = Unit(plain("%"), is_named=True)


def series_of(rows: Iterable[BarRow]) -> tuple[Text, ...]:
    """The series of the rows in the order of their first ones."""
    return tuple(dict.fromkeys(row.series for row in rows if row.series.versions))


def stacked(groups: tuple[BarGroup, ...], stack: Stack) -> tuple[BarGroup, ...]:
    """Each group as one bar of its rows: up from zero what is positive, down what is negative.

    Rows stand in the order of their series, whatever their order in the group. To be normalised,
    they are shares in the sum of the group's sizes.
    """
    if stack == "none":
        return groups
    places = {series: place for place, series in enumerate(series_of(_rows(groups)))}
    taken = [row.key for row in _rows(groups)]
    keys = unique_keys([*taken, *(group.key for group in groups)])[len(taken) :]
    bars: list[BarGroup] = []
    for group, key in zip(groups, keys, strict=True):
        rows = sorted(group.rows, key=lambda row: places.get(row.series, -1))
        if stack == "normalize":
            rows = _shares(rows)
        total = _total(rows)
        value = None if total is None else total.value
        parts = _pieces(rows)
        bar = BarRow(key, group.name, NO_TEXT, value, total, _only(rows), "", parts)
        bars.append(BarGroup(group.key, group.name, (bar,)))
    return tuple(bars)


def _rows(groups: tuple[BarGroup, ...]) -> list[BarRow]:
    """All rows of the groups."""
    return [row for group in groups for row in group.rows]


def _pieces(rows: list[BarRow]) -> tuple[BarPiece, ...]:
    """The rows one after another, on either side of zero."""
    high = low = 0.0
    pieces: list[BarPiece] = []
    for row in rows:
        value = row.value or 0.0
        start = low if value < 0.0 else high
        end = _sum(start, value)
        low, high = (end, high) if value < 0.0 else (low, end)
        pieces.append(BarPiece(row.key, start, end, row.series, row.quantity))
    return tuple(pieces)


def _shares(rows: list[BarRow]) -> list[BarRow]:
    """The rows' values in percent of the sum of their sizes."""
    largest = max((abs(row.value or 0.0) for row in rows), default=0.0)
    if largest <= 0.0:
        return [replace(row, value=None, quantity=None) for row in rows]
    whole = sum(abs(row.value or 0.0) / largest for row in rows)
    return [_share(row, 100.0 / whole, largest) for row in rows]


def _share(row: BarRow, percent: float, largest: float) -> BarRow:
    """The row, its value in percent; none where it has none."""
    if row.value is None:
        return row
    value = row.value / largest * percent
    return replace(row, value=value, quantity=Quantity(value, 0, _PERCENT))


def _total(rows: list[BarRow]) -> Quantity | None:
    """The sum of the rows' values; None where all are missing."""
    known = [row.quantity for row in rows if row.quantity is not None and is_number(row.quantity)]
    if not known:
        return None
    value = 0.0
    for quantity in known:
        value = _sum(value, quantity.value)
    decimals = max(quantity.decimals for quantity in known)
    units = {quantity.unit for quantity in known}
    bounds = {quantity.bound for quantity in known}
    bound: Bound = "about" if "about" in bounds else "over" if "over" in bounds else "exact"
    unit = units.pop() if len(units) == 1 else NO_UNIT
    return Quantity(value, decimals, unit, bound)


def _sum(one: float, other: float) -> float:
    """Their sum, no larger than a float can be."""
    return max(-_LARGEST, min(_LARGEST, one + other))


def _only(rows: list[BarRow]) -> Quantity | None:
    """The one second figure of the rows; None where there are several or none."""
    besides = [row.beside for row in rows if row.beside is not None]
    return besides[0] if len(besides) == 1 else None
