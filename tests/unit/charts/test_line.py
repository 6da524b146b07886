"""Lines over time."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Polygons, Polylines
from kiosk.charts.kinds.line import Line
from kiosk.charts.lines.thinning import thinned
from kiosk.charts.palette import series_colours
from kiosk.geometry import Box
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.motion.ways import evenly_filled
from kiosk.theme import Colour
from kiosk.typesetting.setting import Setting
from tests.unit.charts.lines import (
    SEVERAL,
    YEARS,
    X,
    Y,
    Z,
    drawn,
    line_in,
    lines,
    places_in,
    real_boxes,
    shapes,
)
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    inks,
    settings_of_slides,
    table,
    texts,
)
from tests.unit.charts.stand_ins import shown as texts_shown


def test_places_and_heights_are_in_proportion_to_the_data() -> None:
    data = table((2000, 0), (2010, 50), (2020, 100), (2023, 20))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    first, second, third, last = places_in(marks, 2000, 2010, 2020, 2023)
    assert (second.x - first.x) / (last.x - first.x) == pytest.approx(10 / 23, abs=0.001)
    assert (first.y - second.y) / (first.y - third.y) == pytest.approx(0.5, abs=0.001)
    assert (first.y - last.y) / (first.y - third.y) == pytest.approx(0.2, abs=0.001)


def test_rows_are_drawn_in_the_order_of_time_however_they_were_written() -> None:
    data = table(("2024-03", 3), ("2024-01", 1), ("2024-02", 2))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    (line,) = drawn(marks)
    heights = [point.y for run in line.runs for point in run]
    assert heights == sorted(heights, reverse=True)
    assert [text for key, text in texts_shown(marks).items() if key.startswith("x/")] == [
        "1月", "3月", "2月",
    ]  # fmt: skip


def test_the_highlighted_line_is_thick_and_lies_over_the_quiet_ones() -> None:
    marks = SEVERAL.plot(BODY, LANDSCAPE).full

    lines = drawn(marks)
    assert [line.key for line in lines] == ["line/深圳", "line/西安", "line/重庆"]
    assert [line.width for line in lines] == [3.0, 3.0, 5.0]
    assert [line.colour for line in lines] == [
        *(2 * [LANDSCAPE.theme.quiet_series]), LANDSCAPE.accent,
    ]  # fmt: skip


def test_several_lines_without_a_highlight_have_a_colour_and_a_dot_each() -> None:
    marks = replace(SEVERAL, highlight="").plot(BODY, ENGLISH).full

    colours = series_colours(3, ENGLISH)
    assert [line.colour for line in drawn(marks)] == [*colours]
    assert [dot.fill for dot in shapes(marks, "dot/")] == [*colours]
    assert {"Shenzhen", "Chongqing", "Xi'an"} <= set(texts_shown(marks).values())


def test_of_many_lines_without_a_highlight_the_first_is_lit() -> None:
    data = table(*((x, x * (2.0 + n), f"line {n}") for n in range(8) for x in (0, 1)))

    lines = drawn(Line(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full)

    assert lines[-1].key == "line/line 0"
    assert {line.colour for line in lines} == {LANDSCAPE.accent, LANDSCAPE.theme.quiet_series}


def test_on_a_logarithmic_scale_ten_times_is_always_as_high() -> None:
    data = table((1, 3), (2, 30), (3, 300), (4, 3000))

    marks = Line(data=data, x=X, y=Y, scale="log").plot(BODY, LANDSCAPE).full

    steps = [a.y - b.y for a, b in itertools.pairwise(places_in(marks, 1, 2, 3, 4))]
    assert steps == pytest.approx([steps[0]] * 3)
    assert shapes(marks, "zero") == []


def test_on_a_logarithmic_scale_what_is_not_above_zero_is_missing() -> None:
    data = table((1, 3), (2, 0), (3, 300), (4, 3000), (5, -4))

    (line,) = drawn(Line(data=data, x=X, y=Y, scale="log").plot(BODY, LANDSCAPE).full)

    assert [len(run) for run in line.runs] == [1, 2]


def test_a_missing_value_leaves_a_gap_and_a_lonely_one_is_a_dot() -> None:
    data = table((1, 5), (2, 6), (3, None), (4, 7), (5, None), (6, 8), (7, 9))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    (line,), (dots,) = drawn(marks), (mark for mark in marks if isinstance(mark, Points))
    assert [len(run) for run in line.runs] == [2, 1, 2]
    assert dots.places[:, :2].tolist() == [[line.runs[1][0].x, line.runs[1][0].y]]
    assert Colour(*dots.fill[0]) == LANDSCAPE.accent


def test_an_area_reaches_zero_and_fades_to_nothing_there() -> None:
    marks = replace(YEARS, area=True).plot(BODY, LANDSCAPE).full

    (area,) = (mark for mark in marks if isinstance(mark, Polygons))
    (line,) = (mark for mark in marks if isinstance(mark, Polylines))
    (zero,) = shapes(marks, "zero")
    upper, foot = np.split(area.points[0], 2)
    assert upper.tolist() == line.points[0].tolist()
    assert foot[:, 1] == pytest.approx(zero.y + 1, abs=1)
    assert (round(float(area.fill[0, 3]), 2), area.fade.tolist()) == (0.22, [0.0])


def test_an_area_is_drawn_along_with_its_line() -> None:
    scene = replace(YEARS, area=True).plot(BODY, LANDSCAPE)

    for t in (0.2, 0.6, 0.9, 1.2, 2.0):
        area, line = (
            next(mark for mark in scene.at(t) if isinstance(mark, kind))
            for kind in (Polygons, Polylines)
        )
        assert area.trim.tolist() == line.trim.tolist()


def test_values_far_from_zero_are_shown_without_it_but_in_areas() -> None:
    data = table((1, 980), (2, 1000), (3, 990))
    line = Line(data=data, x=X, y=Y)

    assert shapes(line.plot(BODY, LANDSCAPE).full, "zero") == []
    assert len(shapes(replace(line, area=True).plot(BODY, LANDSCAPE).full, "zero")) == 1


def test_values_below_zero_hang_from_its_line() -> None:
    data = table((1, 5), (2, -5), (3, 2))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    (zero,) = shapes(marks, "zero")
    above, below, _ = line_in(marks)
    assert above.y < zero.y < below.y


@pytest.mark.parametrize("setting", [LANDSCAPE, PORTRAIT, ENGLISH])
def test_no_row_and_one_row_are_a_picture_too(setting: Setting) -> None:
    none, one = (Line(data=table(*rows), x=X, y=Y) for rows in ((), ((2024, 7),)))

    assert texts(none.plot(BODY, setting).full) == ()
    marks = one.plot(BODY, setting).full
    assert len(shapes(marks, "dot/")) == 1
    assert {"2024", "7"} <= set(texts_shown(marks).values())


def test_thousands_of_rows_keep_their_peaks_and_few_points() -> None:
    data = table(*((n, float(n % 7) + (100.0 if n == 2477 else 0.0)) for n in range(5000)))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    every = line_in(marks)
    assert len(every) < 1300
    assert min(p.y for p in every) < min(p.y for p in every if p.x < 900) - 100
    assert [p.x for p in every] == sorted(p.x for p in every)
    assert len([key for key in texts_shown(marks) if key.startswith("x/")]) < 9


def test_it_is_drawn_from_left_to_right_while_its_value_counts() -> None:
    scene = YEARS.plot(BODY, LANDSCAPE)

    trims = [drawn(scene.at(t))[0].trim for t in (0.0, 0.5, 0.9, 1.5)]
    counted = [float(texts_shown(scene.at(t))["value/"]) for t in (0.31, 0.6, 0.9, scene.entry_s)]

    assert trims == sorted(trims)
    assert (trims[0], trims[-1]) == (0.0, 1.0)
    assert counted == sorted(counted)
    assert counted[-1] == 23


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.integers(0, 80))
def test_a_way_that_is_filled_keeps_its_points_and_has_no_long_pieces(
    places: list[float], more: int
) -> None:
    own = np.array([(at, at * at) for at in sorted(set(places))])

    filled = evenly_filled(own, len(own) + more)

    assert len(filled) == len(own) + more
    assert set(map(tuple, own.tolist())) <= set(map(tuple, filled.tolist()))
    pieces = np.diff(filled[:, 0])
    assert (pieces >= 0.0).all()
    if len(own) > 1 and more > 3 * len(own):
        assert pieces.max() <= 2.5 * (own[-1, 0] - own[0, 0]) / more


@settings(deadline=None)
@given(st.integers(0, 99_999), st.integers(0, 99_999), st.floats(100.0, 3000.0))
def test_of_a_hundred_thousand_points_every_peak_stays(high: int, low: int, width: float) -> None:
    at = np.arange(100_000.0)
    values = np.sin(at / 1000)
    values[low], values[high] = -9.0, 9.0

    rows = thinned(at, values, at / at[-1], width)

    assert {0, high, 99_999} <= set(rows.tolist())
    assert low in rows or low == high
    assert len(rows) < 1.5 * width + 10


def test_of_a_line_that_goes_on_the_same_points_are_kept() -> None:
    at = np.arange(30_000.0)
    values = np.sin(at * 12.9898)

    before, after = (
        set((first + thinned(at[part], values[part], (at[part] - first) / 9999, 900.0)).tolist())
        for first, part in ((0, slice(0, 10_000)), (777, slice(777, 10_777)))
    )

    shared = range(900, 9900)
    assert before & set(shared) == after & set(shared)


def test_a_line_whose_values_change_moves_there_point_by_point() -> None:
    old, new = (
        Line(data=table((2022, 10), (2023, value), (2024, 30)), x=X, y=Y).plot(BODY, LANDSCAPE).full
        for value in (20, 5)
    )

    sets = (old, blend(old, new, Even(0.5)), new)
    ways = (places_in(marks, 2022, 2023, 2024) for marks in sets)

    for a, between, b in zip(*ways, strict=True):
        assert between.y == pytest.approx((a.y + b.y) / 2, abs=0.1)


def test_names_stand_at_even_distances() -> None:
    data = table(("春", 1), ("夏", 3), ("秋", 2))

    a, b, c = (point.x for point in line_in(Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full))

    assert b - a == pytest.approx(c - b, abs=0.2)


@settings(max_examples=60)
@given(lines, real_boxes, settings_of_slides)
def test_lines_go_to_the_right_inside_the_box(line: Line, box: Box, setting: Setting) -> None:
    marks = line.plot(box, setting).full

    for one in drawn(marks):
        xs = [point.x for run in one.runs for point in run]
        assert xs == sorted(xs)
    for mark in marks:
        if isinstance(mark, Polylines | Polygons):
            assert all(ink.is_within(box, 10.0) for ink in inks(mark))
