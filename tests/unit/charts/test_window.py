"""Of data that goes on and on, lines show the last stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.lines.window import latest
from kiosk.data.quantity import Quantity
from kiosk.data.table import Cell, Table
from kiosk.data.text import plain


def rows(*times: str | float | None) -> Table:
    cells: list[Cell] = [
        None if t is None else plain(t) if isinstance(t, str) else Quantity(t) for t in times
    ]
    return Table(("time", "n"), tuple((cell, Quantity(i)) for i, cell in enumerate(cells)))


def kept(table: Table, span_s: float) -> list[float]:
    return [n.value for n in latest(table, "time", span_s).quantities("n") if n is not None]


@pytest.mark.parametrize(
    "times",
    [
        ("08:00", "08:05", "08:10"),
        ("2026-06-01 08:00:00", "2026-06-01 08:05:00", "2026-06-01 08:10:00"),
        (0.0, 300.0, 600.0),
    ],
)  # fmt: skip
def test_rows_up_to_the_last_one_are_kept(times: tuple[str | float, ...]) -> None:
    assert kept(rows(*times), 600) == [0, 1, 2]
    assert kept(rows(*times), 599) == [1, 2]
    assert kept(rows(*times), 0) == [2]


def test_a_row_without_a_time_is_in_no_stretch() -> None:
    assert kept(rows("08:00", None, "now", float("nan"), "08:01"), 120) == [0, 4]


def test_where_there_are_no_times_all_rows_are_kept() -> None:
    assert kept(rows("T1", "T2"), 60) == [0, 1]
    assert kept(rows(), 60) == []


@given(st.lists(st.floats(-1e6, 1e6), min_size=1), st.floats(0, 1e6))
def test_the_last_row_is_always_kept_and_none_is_older_than_the_stretch(
    times: list[float], span_s: float
) -> None:
    found = [times[int(place)] for place in kept(rows(*times), span_s)]

    assert max(times) in found
    assert min(found) >= max(times) - span_s * 1.001
