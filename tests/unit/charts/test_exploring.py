"""A stretch of a chart is what of the chart lies there, as wide as the whole."""

from __future__ import annotations

import itertools
import math
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.batches import Polygons, Polylines, Segments
from kiosk.charts.annotations.annotation import Annotation, AtPlace, AtValue
from kiosk.charts.areas.layers import all_layers, layers_within
from kiosk.charts.base import Chart
from kiosk.charts.facets import faceted
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.line import Line
from kiosk.charts.lines.series import Series
from kiosk.charts.lines.stretches import WHOLE, held, series_within
from kiosk.charts.plane.measures import Numbers, Times, has_names, measure_of
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.marks import Label, Marks
from kiosk.motion.exploring import Explorable
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    boxes,
    inks,
    is_finite,
    overlaps,
    settings_of_slides,
    table,
    texts,
)

X, Y, Z = Column("x"), Column("y"), Column("z")
MONTHS = table(*((f"2023-{month:02d}", 10.0 + month % 5) for month in range(1, 13)))
MANY = table(
    *(
        (year, 20.0 + 5 * math.sin(year / 3 + place), name)
        for place, name in enumerate(("水电", "风电", "光伏"))
        for year in range(1990, 2025)
    )
)
SHARES = st.floats(0.0, 1.0)
STRETCHES = st.tuples(SHARES, SHARES).filter(lambda ends: ends[1] - ends[0] > 1e-6)


def explorable(chart: Chart, setting: Setting = LANDSCAPE) -> Explorable:
    """What shows stretches of a chart."""
    found = chart.plot(BODY, setting).explorable
    assert found is not None
    return found


def line(*values: float) -> Series:
    """A line whose values are evenly apart."""
    places = np.linspace(0.0, 1.0, len(values))
    numbers = np.array(values)
    return Series("a", plain("a"), places, 100.0 * places, numbers, Quantity(values[-1], 1))


def points_of(marks: Marks) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The corners of all lines."""
    lines = [mark for mark in marks if isinstance(mark, Polylines | Polygons)]
    return np.concatenate([mark.points.reshape(-1, 2) for mark in lines])


def note(text: str, *, x: tuple[float, ...] = (), y: tuple[float, ...] = ()) -> Annotation:
    """What staff write at places and values."""
    places, values = AtPlace(tuple(map(Quantity, x))), AtValue(tuple(map(Quantity, y)))
    return Annotation(x=places, y=values, text=plain(text))


NOTES = (
    note("the first dam", x=(1994,)),
    note("planned", y=(27.0,)),
    note("a dry spell", x=(2003, 2007)),
    note("most ever", x=(2012,), y=(24.0,)),
)


CHARTS: dict[str, Chart] = {
    "line": Line(data=MONTHS, x=X, y=Y, explore=True),
    "line with its area": Line(data=MONTHS, x=X, y=Y, explore=True, area=True),
    "lines": Line(data=MANY, x=X, y=Y, color=Z, explore=True),
    "logarithmic": Line(data=MANY, x=X, y=Y, color=Z, highlight="风电", scale="log", explore=True),
    "areas": Area(data=MANY, x=X, y=Y, color=Z, explore=True),
    "stacked": Area(data=MANY, x=X, y=Y, color=Z, stack="zero", explore=True),
    "shares": Area(data=MANY, x=X, y=Y, color=Z, stack="normalize", explore=True),
    "written on": Line(data=MANY, x=X, y=Y, color=Z, explore=True, annotations=NOTES),
    "areas written on": Area(data=MANY, x=X, y=Y, color=Z, explore=True, annotations=NOTES),
}


@pytest.mark.parametrize("name", CHARTS)
def test_the_whole_as_a_stretch_is_the_chart_at_rest(name: str) -> None:
    scene = CHARTS[name].plot(BODY, LANDSCAPE)

    assert scene.explorable is not None
    shown = scene.explorable.at(*WHOLE)

    assert [mark.key for mark in shown] == [mark.key for mark in scene.full]
    assert np.array_equal(points_of(shown), points_of(scene.full), equal_nan=True)
    assert texts(shown) == texts(scene.full)


@pytest.mark.parametrize("name", CHARTS)
@given(stretch=STRETCHES, setting=settings_of_slides, box=boxes)
@settings(max_examples=10, deadline=None)
def test_any_stretch_stays_in_any_box_and_no_text_meets_another(
    name: str, stretch: tuple[float, float], setting: Setting, box: Box
) -> None:
    assume(min(box.width, box.height) >= 240.0)  # smaller ones cannot be explored
    found = CHARTS[name].plot(box, setting).explorable
    assert found is not None

    marks = found.at(*stretch)

    assert is_finite(marks)
    assert all(ink.is_within(box, 12.0) for mark in marks for ink in inks(mark))
    assert not overlaps(marks)


@pytest.mark.parametrize("name", CHARTS)
@given(stretch=STRETCHES)
@settings(max_examples=10, deadline=None)
def test_lines_and_areas_are_cut_at_the_sides_of_the_plane(
    name: str, stretch: tuple[float, float]
) -> None:
    shows = explorable(CHARTS[name])

    marks = shows.at(*stretch)

    for mark in marks:
        if isinstance(mark, Polylines | Polygons):
            x = mark.points[..., 0]
            assert np.nanmin(x) >= shows.room.x - 0.01
            assert np.nanmax(x) <= shows.room.right + 0.01


def words_of(marks: Marks, text: str) -> Label | None:
    """The first line of an annotation's words, where anything of it is seen."""
    found = [one for one in marks if isinstance(one, Label) and one.text.startswith(text)]
    return found[0] if found else None


def rule_of(marks: Marks, text: str) -> float:
    """Where an annotation's upright line stands."""
    (rule,) = (one for one in marks if one.key == f"annotation/{text}/line")
    assert isinstance(rule, Segments)
    return float(rule.ends[0, 0])


@given(stretch=STRETCHES)
@settings(max_examples=30, deadline=None)
def test_the_words_at_a_place_go_along_with_it_and_do_not_hop(stretch: tuple[float, float]) -> None:
    shows = explorable(CHARTS["written on"])
    whole, marks = shows.at(*WHOLE), shows.at(*stretch)
    before, now = (words_of(some, "the first dam") for some in (whole, marks))

    assert before is not None
    assume(now is not None)
    assert now is not None
    assert now.y == before.y
    assert now.x - rule_of(marks, "the first dam") == pytest.approx(
        before.x - rule_of(whole, "the first dam")
    )


def test_words_come_and_go_at_the_sides_and_where_they_meet_others_without_a_jump() -> None:
    shows = explorable(CHARTS["written on"])

    for text in ("the first dam", "planned", "a dry spell", "most ever"):
        frames = (words_of(shows.at(0.001 * n, 0.001 * n + 0.3), text) for n in range(700))
        seen = [one.opacity if one is not None else 0.0 for one in frames]

        assert max(seen) == 1.0
        assert max(abs(b - a) for a, b in itertools.pairwise(seen)) < 0.9  # 4.5 units a step
        assert text == "planned" or min(seen) == 0.0


def test_no_place_for_words_is_looked_for_while_a_finger_drags(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shows = explorable(CHARTS["written on"])
    searches: list[object] = []
    monkeypatch.setattr("kiosk.charts.annotations.drawing.written", searches.append)

    shows.at(0.2, 0.6)

    assert searches == []


def test_the_scale_of_values_stays_so_that_heights_can_be_compared() -> None:
    shows = explorable(Line(data=MONTHS, x=X, y=Y, explore=True))

    def ticks(marks: Marks) -> set[tuple[str, float]]:
        return {(one.key, one.y) for one in texts(marks) if one.key.startswith("tick/")}

    assert ticks(shows.at(0.2, 0.6)) == ticks(shows.at(*WHOLE)) != set()


def test_no_stretch_is_shorter_than_a_few_rows() -> None:
    shows = explorable(Line(data=MONTHS, x=X, y=Y, explore=True))

    assert shows.least == pytest.approx(3 / 11)
    assert shows.said(0.5, 0.5001) == shows.said(0.5 - shows.least / 2, 0.5 + shows.least / 2)


@pytest.mark.parametrize(
    "chart",
    [
        Line(data=MONTHS, x=X, y=Y),
        Line(data=table(("东", 1.0), ("西", 2.0), ("南", 3.0), ("北", 4.0), ("中", 5.0)),
             x=X, y=Y, explore=True),
        Line(data=table((2020, 1.0), (2021, 2.0), (2022, 3.0)), x=X, y=Y, explore=True),
        Line(data=Table(("x", "y")), x=X, y=Y, explore=True),
        faceted(Line(data=MANY, x=X, y=Y, facet=Z, explore=True)),
    ],
    ids=["not asked for", "names", "three rows", "no rows", "small multiples"],
)  # fmt: skip
def test_what_has_no_stretches_is_a_chart_like_any_other(chart: Chart) -> None:
    assert chart.plot(BODY, LANDSCAPE).explorable is None


@given(STRETCHES, SHARES)
def test_a_stretch_is_held_within_the_whole(stretch: tuple[float, float], least: float) -> None:
    start, end = held(stretch, least)

    assert 0.0 <= start <= end <= 1.0 + 1e-12
    assert end - start >= min(1.0, max(least, stretch[1] - stretch[0])) - 1e-12


@given(
    st.lists(st.floats(-1e6, 1e6) | st.just(math.nan), min_size=3, max_size=30),
    STRETCHES,
)
def test_what_is_left_of_a_line_lies_on_it(
    values: list[float], stretch: tuple[float, float]
) -> None:
    assume(any(not math.isnan(value) for value in values))
    whole = line(*values)

    found = series_within((whole,), stretch)

    for one in found:
        assert 0.0 - 1e-9 <= one.shares.min() <= one.shares.max() <= 1.0 + 1e-9
        assert (np.diff(one.shares) >= 0.0).all()
        there = ~np.isnan(one.values)
        on_it = np.interp(one.at[there], whole.at, whole.values)
        assert one.values[there] == pytest.approx(on_it, abs=1e-3, nan_ok=True)


def test_the_value_at_the_end_is_that_of_the_last_row_in_sight() -> None:
    whole = line(1.0, 2.0, 3.0, 4.0, 5.0)

    (part,) = series_within((whole,), (0.1, 0.6))

    assert part.last.value == 3.0
    assert part.values.tolist() == pytest.approx([1.4, 2.0, 3.0, 3.4])
    assert part.shares.tolist() == pytest.approx([0.0, 0.3, 0.8, 1.0])


def test_a_gap_stays_a_gap_where_a_line_is_cut() -> None:
    (part,) = series_within((line(1.0, 2.0, math.nan, 4.0, 5.0),), (0.1, 0.6))

    assert np.isnan(part.values).tolist() == [False, False, True, True]


def test_a_line_that_is_nowhere_in_the_stretch_is_left_out() -> None:
    assert series_within((line(1.0, 2.0, math.nan, math.nan, math.nan),), (0.6, 0.9)) == ()


def test_areas_are_cut_where_they_cross_a_side() -> None:
    layers = all_layers((line(0.0, 10.0, 20.0),), "zero")

    part = layers_within(layers, 0.25, 0.75)

    assert part.shares.tolist() == pytest.approx([0.0, 0.5, 1.0])
    assert (part.largest * part.upper).tolist() == [pytest.approx([5.0, 10.0, 15.0])]


DAYS = Times(date(2020, 1, 1).toordinal(), date(2024, 12, 31).toordinal(), "day", 1827)


@pytest.mark.parametrize(
    ("stretch", "chinese", "english"),
    [
        (WHOLE, "2020年1月1日—2024年12月31日", "1 Jan 2020 – 31 Dec 2024"),
        ((0.2, 0.25), "2020年12月31日—2021年4月1日", "31 Dec 2020 – 1 Apr 2021"),
        ((0.3, 0.31), "2021年7月1日—7月20日", "1 Jul – 20 Jul 2021"),
    ],
)
def test_a_stretch_says_from_when_to_when(
    stretch: tuple[float, float], chinese: str, english: str
) -> None:
    assert DAYS.said(*stretch, "zh") == chinese
    assert DAYS.said(*stretch, "en") == english


@pytest.mark.parametrize("measured", [DAYS, Numbers(0.0, 5000.0, 0, 5000), Numbers(-1, 1, 3, 99)])
@given(start=st.floats(0.0, 0.9), span=st.floats(0.002, 0.1), most=st.integers(1, 8))
def test_round_places_lie_in_the_stretch_evenly_and_are_not_too_many(
    measured: Times | Numbers, start: float, span: float, most: int
) -> None:
    end = start + span

    shares = [one.share for one in measured.mentions(start, end, most, "en")]

    assert all(start - 1e-6 <= share <= end + 1e-6 for share in shares)
    assert shares == sorted(shares)
    assert len(shares) <= most + 2


@given(st.floats(0.0, 0.9), st.floats(0.0, 0.9), st.floats(0.01, 0.1))
def test_round_places_are_as_far_apart_wherever_the_stretch_lies(
    one: float, other: float, span: float
) -> None:
    measured = Numbers(0.0, 100_000.0, 0, 5000)

    steps = [
        {round(b.share - a.share, 9) for a, b in itertools.pairwise(found)}
        for start in (one, other)
        for found in (measured.mentions(start, start + span, 5, "en"),)
    ]

    assert len(steps[0] | steps[1]) == 1


def test_the_first_month_of_a_year_says_which_one_it_is() -> None:
    found = [one.text for one in DAYS.mentions(0.1, 0.4, 6, "en")]

    assert found == ["Jan 2021", "Jul"]


def test_names_under_a_stretch_come_and_go_at_its_sides() -> None:
    first = date(2020, 1, 1)
    data = table(*(((first + timedelta(day)).isoformat(), float(day % 7)) for day in range(1827)))
    shows = explorable(Line(data=data, x=X, y=Y, explore=True), ENGLISH)

    def opacity(start: float) -> float:
        marks = shows.at(start, start + 0.05)
        found = [m for m in marks if isinstance(m, Label) and m.text == "Mar"]
        return found[0].opacity if found else 0.0

    march = (date(2022, 3, 1) - first).days / 1826
    seen = [opacity(march - 0.05 + step * 0.0001) for step in range(500)]

    assert max(seen) == 1.0
    assert max(abs(b - a) for a, b in itertools.pairwise(seen)) < 0.2


@pytest.mark.parametrize(
    ("cells", "are_names"),
    [((2020, 2021), False), (("2020-05", "2021-01"), False), (("东", "西"), True), ((), False),
     ((1.0, "2024"), True)],
)  # fmt: skip
def test_times_and_numbers_are_no_names(cells: tuple[str | float, ...], are_names: bool) -> None:
    rows = table(*((cell, 1.0) for cell in cells)) if cells else Table(("x", "y"))

    assert has_names(rows.column("x")) is are_names
    assert not are_names or measure_of(rows.column("x")) is None
