"""Of data that goes on and on, lines show the last stretch."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Polygons, Polylines
from kiosk.charts.areas.layers import Stack, layers_of
from kiosk.charts.facets import faceted
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.line import Line
from kiosk.charts.lines.series import Series
from kiosk.charts.lines.window import latest
from kiosk.charts.plane.along import along
from kiosk.charts.plane.times import instant, shown
from kiosk.data.quantity import Quantity
from kiosk.data.records import moment_text
from kiosk.data.table import Cell, Table
from kiosk.data.text import plain
from kiosk.marks import Marks
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column, Seconds
from tests.unit.charts.stand_ins import BODY, LANDSCAPE


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


def test_whose_row_is_the_first_has_no_say_in_the_order() -> None:
    table = Table(
        ("time", "of"),
        tuple((Quantity(float(at)), plain(name)) for at, name in enumerate("BABABAB")),
    )

    orders = [
        tuple(dict.fromkeys(cell for cell in latest(table, "time", span, ("of",)).column("of")))
        for span in (1, 2, 3, 4)
    ]

    assert orders == [(plain("A"), plain("B"))] * 4


def test_of_many_places_that_go_on_round_ones_alone_are_written() -> None:
    few, many = (
        along(tuple(plain(f"2026-06-01 08:{minute:02d}:17") for minute in range(count)), "en")
        for count in (4, 40)
    )

    assert few.moving is few
    assert many.moving.ends == ()
    assert [mention.text for mention in many.moving.choices[0]] == [
        "08:10", "08:20", "08:30",
    ]  # fmt: skip


def gates(first: int, last: int) -> Table:
    """Two gates, counted every second; at the same second always the same."""
    cells = (
        (Quantity(float(at)), plain(of), Quantity(10.0 + size * (at % 3)))
        for at in range(first, last)
        for of, size in (("A", 1.0), ("B", 2.0))
    )
    return Table(("time", "of", "n"), tuple(cells))


def area(data: Table, stack: Stack = "zero", facet: Column | None = None) -> Area:
    """The last five seconds."""
    return Area(
        data=data, x=Column("time"), y=Column("n"), color=None if facet else Column("of"),
        facet=facet, stack=stack, window=Seconds(5.0),
    )  # fmt: skip


def areas(marks: Marks) -> Polygons:
    """The areas themselves."""
    return next(one for one in marks if isinstance(one, Polygons))


@pytest.mark.parametrize("stack", ["none", "zero", "normalize"])
def test_areas_show_the_last_stretch(stack: Stack) -> None:
    chart = area(gates(0, 12), stack)

    scene = chart.plot(BODY, LANDSCAPE)

    assert chart.goes_on
    assert np.unique(areas(scene.full).at).tolist() == [6, 7, 8, 9, 10, 11]
    assert chart.courses("en")["mark/A"].places.tolist() == [6, 7, 8, 9, 10, 11]


@pytest.mark.parametrize("stack", ["none", "zero", "normalize"])
def test_areas_that_go_on_are_drawn_past_their_window_like_a_strip_of_paper(stack: Stack) -> None:
    old, new = (area(gates(0, last), stack).plot(BODY, LANDSCAPE).full for last in (12, 13))

    between = areas(blend(old, new, Even(0.5)))

    def top(batch: Polygons, row: int) -> dict[float, list[float]]:
        half = batch.at.shape[1]
        pairs = zip(batch.at[row].tolist(), batch.points[row, :half].tolist(), strict=True)
        return {round(at, 6): place for at, place in pairs}

    for row in range(2):
        was, on_the_way, now = (top(one, row) for one in (areas(old), between, areas(new)))
        for at in (7.0, 8.0, 9.0, 10.0, 11.0):
            x = (was[at][0] + now[at][0]) / 2
            assert on_the_way[at] == pytest.approx([x, (was[at][1] + now[at][1]) / 2])
            assert was[at][1] == pytest.approx(now[at][1])
        width = [np.ptp(areas(one).points[row, :, 0]) for one in (old, new)]
        assert np.ptp(between.points[row, :, 0]) == pytest.approx(width[0]) == width[1]


def test_of_areas_that_go_on_the_same_places_are_kept() -> None:
    at = np.arange(30_000.0)
    values = np.sin(at * 12.9898)

    def kept(first: int) -> set[float]:
        part = slice(first, first + 10_000)
        shares = (at[part] - first) / 9999
        name = plain("A")
        one = Series("A", name, shares, at[part], values[part], Quantity(0.0))
        return set(layers_of((one,), "none").at.tolist())

    shared = {float(place) for place in range(900, 9900)}
    assert kept(0) & shared == kept(777) & shared
    assert len(kept(0)) < 1000


def test_small_areas_have_the_end_of_their_window_in_common() -> None:
    a = gates(0, 10).rows_at(tuple(range(0, 20, 2)))
    b = gates(0, 6).rows_at(tuple(range(1, 12, 2)))
    data = Table(a.columns, (*a.rows, *b.rows))

    marks = faceted(area(data, "none", Column("of"))).plot(BODY, LANDSCAPE).full

    ends = {
        one.key: (float(one.at.min()), float(one.at.max()))
        for one in marks
        if isinstance(one, Polygons)
    }
    assert ends == {"marks·A": (4.0, 9.0), "marks·B": (4.0, 5.0)}


def test_small_lines_have_the_end_of_their_window_in_common() -> None:
    rows = [(float(at), "A", 1.0) for at in range(10)] + [(float(at), "B", 2.0) for at in range(6)]
    data = Table(
        ("time", "of", "n"),
        tuple((Quantity(at), plain(of), Quantity(n)) for at, of, n in rows),
    )
    chart = Line(
        data=data, x=Column("time"), y=Column("n"), facet=Column("of"), window=Seconds(5.0)
    )

    marks = faceted(chart).plot(BODY, LANDSCAPE).full

    lines = {one.key: one for one in marks if isinstance(one, Polylines)}
    ends = {key: one.at[0, [0, -1]].tolist() for key, one in lines.items()}
    assert ends == {"lit·A": [4.0, 9.0], "lit·B": [4.0, 5.0]}
    width, part = (np.ptp(lines[key].points[0, :, 0]) for key in ("lit·A", "lit·B"))
    assert part == pytest.approx(width / 5)
