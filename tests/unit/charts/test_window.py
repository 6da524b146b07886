"""Of data that goes on and on, lines show the last stretch."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.lines.window import latest
from kiosk.charts.plane.along import along
from kiosk.charts.plane.times import instant, shown
from kiosk.data.quantity import Quantity
from kiosk.data.records import moment_text
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


def below(*times: str) -> tuple[list[str], list[list[str]]]:
    found = along(tuple(plain(time) for time in times), "en")
    return [end.text for end in found.ends], [[m.text for m in c] for c in found.choices]


def test_within_a_few_minutes_times_tell_seconds() -> None:
    some = [f"2026-06-01 08:30:{second:02d}.250" for second in range(2, 40, 2)]

    ends, choices = below(*some)

    assert ends == ["08:30:02", "08:30:38"]
    assert choices == [["08:30:10", "08:30:20", "08:30:30"]]


def test_a_time_is_never_rounded_to_one_that_was_not_yet() -> None:
    ends, _ = below("08:00:40", "09:59:59.999")

    assert ends == ["08:00", "09:59"]


@given(st.integers(1, 3000), st.integers(0, 86_399_999))
def test_a_moment_is_shown_as_it_was_written(day: int, milliseconds: int) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=day, milliseconds=milliseconds)

    found = instant(moment_text(moment))

    assert found is not None
    assert shown(found.days, "time", "en", has_seconds=True) == f"{moment:%H:%M:%S}"
