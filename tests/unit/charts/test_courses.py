"""What charts tell along their lines: each value of the data, where it is drawn."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Polygons, Polylines
from kiosk.charts.base import Chart
from kiosk.charts.facets import faceted
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.line import Line
from kiosk.charts.kinds.radar import Radar
from kiosk.charts.kinds.slope import Slope
from kiosk.charts.reading import Course, Reading
from kiosk.data.quantity import Quantity, Unit, sentence
from kiosk.data.text import Text, plain
from kiosk.geometry import Point
from kiosk.options import Column, Seconds
from kiosk.playback.views.charts.courses import line_of, nearest_value, place_of
from tests.unit.charts.stand_ins import BODY, LANDSCAPE, TALL, YI_YUAN, both, table, tables

X, Y, Z = Column("x"), Column("y"), Column("z")
DEGREES = Unit(plain("°C"), is_named=True)
columns = {
    "x": st.sampled_from(("name", "value", "member")).map(Column),
    "y": st.sampled_from(("value", "beside")).map(Column),
    "color": st.none() | st.sampled_from(("name", "member")).map(Column),
}
charts = st.one_of(
    st.builds(Line, data=tables(), area=st.booleans(), **columns),
    st.builds(Line, data=tables(), scale=st.just("log"), **columns),
    st.builds(Area, data=tables(), stack=st.sampled_from(("none", "zero", "normalize")), **columns),
    st.builds(Slope, data=tables(), **columns),
    st.builds(Radar, data=tables(), **columns),
)


def told(course: Course) -> list[Reading]:
    """All that a course tells."""
    return [course.reading(number) for number in range(len(course.places))]


def words(chart: Chart, row: str, language: str) -> list[str]:
    """What each value along a line is called."""
    return [one.name.in_language(language) for one in told(chart.courses(language)[row])]


def values(chart: Chart, row: str) -> list[float]:
    """The values along a line."""
    return [one.quantity.value for one in told(chart.courses("en")[row])]


def lines(chart: Chart) -> dict[str, tuple[Polylines | Polygons, int]]:
    """The rows of lines and areas as they have settled, with their batches."""
    return {
        key: (mark, row)
        for mark in chart.plot(BODY, LANDSCAPE).full
        if isinstance(mark, Polylines | Polygons)
        for row, key in enumerate(mark.keys)
    }


@settings(deadline=None)
@given(charts)
def test_each_value_that_is_told_stands_in_the_data_and_on_a_line_that_is_drawn(
    chart: Chart,
) -> None:
    drawn = lines(chart)

    for row, course in chart.courses("en").items():
        batch, number = drawn[row]
        line = line_of(batch, number)
        assert line is not None
        assert list(course.places) == sorted(set(course.places))
        for value, reading in enumerate(told(course)):
            at = place_of(line, course, value)
            assert any(reading.quantity in cells for cells in chart.data.rows)
            assert at is not None
            assert BODY.grown(1.0).holds(at)


@settings(deadline=None)
@given(charts)
def test_next_to_where_a_value_stands_that_value_is_found(chart: Chart) -> None:
    drawn = lines(chart)

    for row, course in chart.courses("en").items():
        batch, number = drawn[row]
        line = line_of(batch, number)
        assert line is not None
        for value in range(len(course.places)):
            at = place_of(line, course, value)
            assert at is not None
            found = nearest_value(line, course, at)
            there = None if found is None else place_of(line, course, found)
            assert there is not None
            assert math.hypot(there.x - at.x, there.y - at.y) < 0.01


def test_a_line_tells_all_its_values_from_left_to_right_whatever_their_order() -> None:
    chart = Line(data=table(("2021", 3.0), ("2019", 1.0), ("2020", None), ("2018", 4.0)), x=X, y=Y)

    assert values(chart, "line/") == [4.0, 1.0, 3.0]
    assert words(chart, "line/", "en") == ["2018", "2019", "2021"]


@pytest.mark.parametrize(
    ("cell", "zh", "en"),
    [
        ("2024-05", "2024年5月", "May 2024"),
        ("2024-05-17", "2024年5月17日", "17 May 2024"),
        ("2024-05-17 08:30", "2024年5月17日08:30", "17 May 2024, 08:30"),
        ("08:30", "08:30", "08:30"),
        ("08:30:15", "08:30:15", "08:30:15"),
        (both("春", "Spring"), "春", "Spring"),
        (2024.0, "2024", "2024"),
        (Quantity(21.5, 1, DEGREES), "21.5°C", "21.5°C"),
    ],
)
def test_a_place_is_told_in_full_in_the_visitors_language(
    cell: str | float | Quantity | Text, zh: str, en: str
) -> None:
    chart = Line(data=table((cell, 3.0)), x=X, y=Y)

    assert (words(chart, "line/", "zh"), words(chart, "line/", "en")) == ([zh], [en])


def test_a_value_is_told_with_its_unit_and_the_name_of_its_line() -> None:
    data = table(("2023", Quantity(2442, 0, YI_YUAN), "a"), ("2023", Quantity(17, 0, YI_YUAN), "b"))

    (reading,) = told(Line(data=data, x=X, y=Y, color=Z).courses("en")["line/b"])

    assert sentence(reading.quantity, "zh") == "17亿元"
    assert reading.series.in_language("en") == "b"


def test_a_window_of_time_tells_what_is_in_it() -> None:
    data = table(("08:00", 1.0), ("08:10", 2.0), ("08:20", 3.0))

    assert values(Line(data=data, x=X, y=Y, window=Seconds(660.0)), "line/") == [2.0, 3.0]


def test_of_a_logarithmic_scale_what_has_no_place_is_not_told() -> None:
    chart = Line(data=table((1.0, 10.0), (2.0, 0.0), (3.0, 100.0)), x=X, y=Y, scale="log")

    assert values(chart, "line/") == [10.0, 100.0]


def test_a_stacked_area_tells_its_own_value_where_its_upper_side_is() -> None:
    data = table((1.0, 10.0, "a"), (2.0, 20.0, "a"), (1.0, 30.0, "b"), (2.0, 40.0, "b"))
    chart = Area(data=data, x=X, y=Y, color=Z, stack="zero")

    batch, row = lines(chart)["mark/b"]
    line, course = line_of(batch, row), chart.courses("en")["mark/b"]

    assert line is not None
    at = place_of(line, course, 1)
    assert at is not None
    assert at.y == pytest.approx(line[:, 1].min())
    assert values(chart, "mark/b") == [30.0, 40.0]


def test_a_slope_tells_each_moment_and_a_radar_each_axis() -> None:
    data = table(("2019", 1.0, "a"), ("2020", 2.0, "a"), ("2021", 3.0, "a"), ("2021", 4.0, "b"))

    slope, radar = (kind(data=data, x=X, y=Y, color=Z) for kind in (Slope, Radar))

    assert words(slope, "mark/a", "en") == words(radar, "mark/a", "en") == ["2019", "2020", "2021"]
    assert words(slope, "mark/b", "en") == ["2021"]
    assert values(radar, "mark/b") == [4.0]


def test_small_charts_tell_their_names_and_stand_on_grounds_of_their_own() -> None:
    data = table(("2019", 1.0, "p"), ("2020", 2.0, "p"), ("2019", 3.0, "q"), ("2020", 4.0, "q"))
    chart = faceted(Line(data=data, x=X, y=Y, facet=Z))

    course = chart.courses("en")["line/·q"]

    assert course.panel == "·q"
    assert [one.panel.in_language("en") for one in told(course)] == ["q", "q"]
    assert [one.quantity.value for one in told(course)] == [3.0, 4.0]


def test_of_five_thousand_values_those_that_are_seen_are_told_where_they_are() -> None:
    data = table(*((float(n), math.sin(n / 40) + (5.0 if n == 2500 else 0.0)) for n in range(5000)))
    chart = Line(data=data, x=X, y=Y)
    batch, row = lines(chart)["line/"]
    line, course = line_of(batch, row), chart.courses("en")["line/"]
    assert line is not None
    peak = line[line[:, 1].argmin()]

    found = nearest_value(line, course, Point(float(peak[0]) + 0.5, TALL.y))

    assert found == 2500
    assert course.reading(found).quantity.value > 4.0
