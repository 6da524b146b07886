"""Lines over time."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.charts.kinds.line import Line
from kiosk.charts.lines.heads import head_timing
from kiosk.charts.palette import series_colours
from kiosk.charts.plane.times import instant, shown
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.geometry import Box, Point
from kiosk.marks import Gradient, Marks, Shape
from kiosk.motion.blend import blend
from kiosk.motion.easing import SETTLE
from kiosk.motion.timeline import Even, Timing
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    YI_YUAN,
    both,
    boxes,
    inks,
    keys,
    overlaps,
    settings_of_slides,
    table,
    tables,
    texts,
)
from tests.unit.charts.stand_ins import shown as texts_shown

X, Y, Z = Column("x"), Column("y"), Column("z")
CITIES = table(
    *(
        (year, Quantity(value, 1, YI_YUAN), both(zh, en))
        for zh, en, values in (
            ("深圳", "Shenzhen", (52.9, 21.6, 52.7)),
            ("重庆", "Chongqing", (44.8, 21.7, 44.7)),
            ("西安", "Xi'an", (47.2, 13.6, 44.2)),
        )
        for year, value in zip((2019, 2022, 2023), values, strict=True)
    )
)
YEARS = Line(data=table(*((2010 + n, 10.0 + n) for n in range(14))), x=X, y=Y)
SEVERAL = Line(data=CITIES, x=X, y=Y, color=Z, highlight="重庆")
real_boxes = boxes.filter(lambda box: box.width > 300 and box.height > 160)
lines = st.builds(
    Line, data=tables(), x=st.sampled_from(("name", "value", "member")).map(Column),
    y=st.sampled_from(("value", "beside")).map(Column),
    color=st.none() | st.sampled_from(("name", "member")).map(Column),
    highlight=st.sampled_from(("", "2024")), area=st.booleans(),
    scale=st.sampled_from(("linear", "log")),
)  # fmt: skip


def shapes(marks: Marks, prefix: str) -> list[Shape]:
    """The shapes whose keys begin so."""
    return [mark for mark in marks if isinstance(mark, Shape) and mark.key.startswith(prefix)]


def points(shape: Shape) -> list[Point]:
    """The points of a path of straight lines."""
    return [
        Point(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+), *(-?[\d.]+)", shape.path)
    ]


def test_places_and_heights_are_in_proportion_to_the_data() -> None:
    data = table((2000, 0), (2010, 50), (2020, 100), (2023, 20))

    (line,) = shapes(Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full, "line/")

    first, second, third, last = points(line)
    assert (second.x - first.x) / (last.x - first.x) == pytest.approx(10 / 23, abs=0.001)
    assert (first.y - second.y) / (first.y - third.y) == pytest.approx(0.5, abs=0.001)
    assert (first.y - last.y) / (first.y - third.y) == pytest.approx(0.2, abs=0.001)


def test_rows_are_drawn_in_the_order_of_time_however_they_were_written() -> None:
    data = table(("2024-03", 3), ("2024-01", 1), ("2024-02", 2))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    (line,) = shapes(marks, "line/")
    assert [p.y for p in points(line)] == sorted((p.y for p in points(line)), reverse=True)
    assert [text for key, text in texts_shown(marks).items() if key.startswith("x/")] == [
        "1月", "3月", "2月",
    ]  # fmt: skip


def test_the_highlighted_line_is_thick_and_lies_over_the_quiet_ones() -> None:
    marks = SEVERAL.plot(BODY, LANDSCAPE).full

    drawn = shapes(marks, "line/")
    assert [line.key for line in drawn][-1] == "line/重庆/0/0"
    assert [line.width for line in drawn] == [3.0, 3.0, 5.0]
    assert [line.stroke for line in drawn] == [
        *(2 * [LANDSCAPE.theme.quiet_series]), LANDSCAPE.accent,
    ]  # fmt: skip


def test_each_line_has_its_name_at_its_end_and_the_lit_one_its_value_and_unit() -> None:
    marks = SEVERAL.plot(BODY, ENGLISH).full

    said = texts_shown(marks)
    assert {"Shenzhen", "Chongqing", "Xi'an", "4.47", "bn yuan"} <= set(said.values())
    (dot,) = shapes(marks, "dot/")
    line = shapes(marks, "line/")[-1]
    assert (dot.x, dot.y) == pytest.approx((points(line)[-1].x, points(line)[-1].y), abs=0.1)


def test_several_lines_without_a_highlight_have_a_colour_and_a_dot_each() -> None:
    marks = replace(SEVERAL, highlight="").plot(BODY, ENGLISH).full

    drawn = shapes(marks, "line/")
    colours = series_colours(3, ENGLISH)
    assert [line.stroke for line in drawn] == [*colours]
    assert [dot.fill for dot in shapes(marks, "dot/")] == [*colours]
    assert {"Shenzhen", "Chongqing", "Xi'an"} <= set(texts_shown(marks).values())


def test_of_many_lines_without_a_highlight_the_first_is_lit() -> None:
    data = table(*((x, x * (2.0 + n), f"line {n}") for n in range(8) for x in (0, 1)))

    drawn = shapes(Line(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full, "line/")

    assert drawn[-1].key == "line/line 0/0/0"
    assert {line.stroke for line in drawn} == {LANDSCAPE.accent, LANDSCAPE.theme.quiet_series}


def test_on_a_logarithmic_scale_ten_times_is_always_as_high() -> None:
    data = table((1, 3), (2, 30), (3, 300), (4, 3000))

    marks = Line(data=data, x=X, y=Y, scale="log").plot(BODY, LANDSCAPE).full

    (line,) = shapes(marks, "line/")
    steps = [a.y - b.y for a, b in itertools.pairwise(points(line))]
    assert steps == pytest.approx([steps[0]] * 3, abs=0.2)
    assert shapes(marks, "zero") == []


def test_on_a_logarithmic_scale_what_is_not_above_zero_is_missing() -> None:
    data = table((1, 3), (2, 0), (3, 300), (4, 3000), (5, -4))

    drawn = shapes(Line(data=data, x=X, y=Y, scale="log").plot(BODY, LANDSCAPE).full, "line/")

    assert [line.key for line in drawn] == ["line//0", "line//1/0"]


def test_a_missing_value_leaves_a_gap_and_a_lonely_one_is_a_dot() -> None:
    data = table((1, 5), (2, 6), (3, None), (4, 7), (5, None), (6, 8), (7, 9))

    drawn = shapes(Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full, "line/")

    assert [line.key for line in drawn] == ["line//0/0", "line//1", "line//2/0"]
    assert drawn[1].stroke is None
    assert drawn[1].fill == LANDSCAPE.accent


def test_an_area_reaches_zero_and_fades_to_nothing_there() -> None:
    marks = replace(YEARS, area=True).plot(BODY, LANDSCAPE).full

    slices = shapes(marks, "area/")
    (zero,) = shapes(marks, "zero")
    feet = {point.y for area in slices for point in (points(area)[0], points(area)[-1])}
    assert len(feet) == 1
    assert feet.pop() == pytest.approx(zero.y + 1, abs=1)
    fill = slices[0].fill
    assert isinstance(fill, Gradient)
    assert [round(colour.opacity, 2) for _, colour in fill.stops] == [0.22, 0.0]


def test_the_slices_of_an_area_touch() -> None:
    slices = [points(area) for area in shapes(
        replace(YEARS, area=True).plot(BODY, LANDSCAPE).full, "area/"
    )]  # fmt: skip

    for one, other in itertools.pairwise(slices):
        assert one[-1].x == other[0].x
        assert one[-2] == other[1]


def test_values_far_from_zero_are_shown_without_it_but_in_areas() -> None:
    data = table((1, 980), (2, 1000), (3, 990))
    line = Line(data=data, x=X, y=Y)

    assert shapes(line.plot(BODY, LANDSCAPE).full, "zero") == []
    assert len(shapes(replace(line, area=True).plot(BODY, LANDSCAPE).full, "zero")) == 1


def test_values_below_zero_hang_from_its_line() -> None:
    data = table((1, 5), (2, -5), (3, 2))

    marks = Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    (line,), (zero,) = shapes(marks, "line/"), shapes(marks, "zero")
    above, below, _ = points(line)
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

    every = [point for line in shapes(marks, "line/") for point in points(line)]
    assert len(every) < 1300
    assert min(p.y for p in every) < min(p.y for p in every if p.x < 900) - 100
    assert [p.x for p in every] == sorted(p.x for p in every)
    assert len([key for key in texts_shown(marks) if key.startswith("x/")]) < 9


def test_lines_that_end_together_have_names_below_each_other() -> None:
    data = table(*((x, x * (10.0 + n / 100), f"line {n}") for n in range(6) for x in (0, 1)))

    marks = Line(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full

    names = [mark for mark in texts(marks) if mark.key.startswith("name/")]
    assert len(names) == 6
    assert overlaps(marks) == []
    assert len(shapes(marks, "leader/")) >= 4


def test_where_not_all_names_fit_the_lit_one_stays() -> None:
    data = table(*((x, float(n), f"line {n}") for n in range(60) for x in (1, 2)))

    marks = Line(data=data, x=X, y=Y, color=Z, highlight="line 33").plot(BODY, LANDSCAPE).full

    assert "line 33" in texts_shown(marks).values()
    assert overlaps(marks) == []


def test_it_is_drawn_from_left_to_right_while_its_value_counts() -> None:
    scene = YEARS.plot(BODY, LANDSCAPE)

    trims = [shapes(scene.at(t), "line/")[0].trim for t in (0.0, 0.5, 0.9, 1.5)]
    counted = [float(texts_shown(scene.at(t))["value/"]) for t in (0.31, 0.6, 0.9, scene.entry_s)]

    assert trims == sorted(trims)
    assert (trims[0], trims[-1]) == (0.0, 1.0)
    assert counted == sorted(counted)
    assert counted[-1] == 23


def test_a_long_line_is_drawn_in_pieces_one_after_another_as_one_movement() -> None:
    whole = Timing(0.3, 1.2, SETTLE)
    cuts = (0.0, 0.1, 0.35, 0.7, 1.0)
    pieces = [head_timing(whole, *ends) for ends in itertools.pairwise(cuts)]

    for t in (0.31, 0.4, 0.55, 0.9, 1.4):
        way = sum(
            (b - a) * piece.share(t)
            for piece, (a, b) in zip(pieces, itertools.pairwise(cuts), strict=True)
        )
        assert way == pytest.approx(whole.share(t), abs=1e-5)


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("2024", "2024", "2024"),
        ("2024-05", "5月", "May"),
        ("2024-05-17", "5月17日", "17 May"),
        ("2024-05-17 08:30", "08:30", "08:30"),
        ("8:05", "08:05", "08:05"),
    ],
)
def test_a_time_is_written_in_the_visitors_language(written: str, zh: str, en: str) -> None:
    time = instant(written)

    assert time is not None
    assert shown(time.days, time.step, "zh") == zh
    assert shown(time.days, time.step, "en") == en


@pytest.mark.parametrize("text", ["", "May", "2024-13", "2024-02-30", "25:00", "12:60", "1-2-3"])
def test_what_is_no_time_is_a_name(text: str) -> None:
    assert instant(text) is None


def test_two_years_of_months_say_which_year() -> None:
    data = table(*((f"{2022 + n // 12}-{n % 12 + 1:02d}", float(n)) for n in range(24)))

    marks = Line(data=data, x=X, y=Y).plot(BODY, ENGLISH).full

    written = [text for key, text in texts_shown(marks).items() if key.startswith("x/")]
    assert written == ["Jan 2022", "Dec 2023", "2023"]


def test_a_line_whose_values_change_moves_there_point_by_point() -> None:
    old, new = (
        Line(data=table((2022, 10), (2023, value), (2024, 30)), x=X, y=Y).plot(BODY, LANDSCAPE).full
        for value in (20, 5)
    )

    (was,), (halfway,), (will_be,) = (
        shapes(marks, "line/") for marks in (old, blend(old, new, Even(0.5)), new)
    )

    for a, between, b in zip(points(was), points(halfway), points(will_be), strict=True):
        assert between.y == pytest.approx((a.y + b.y) / 2, abs=0.1)


@pytest.mark.parametrize(
    "data",
    [
        table(*((f"2024-05-17 {8 + n:02d}:30", n) for n in range(6))),
        table(*((1_000_000 + n, 5_000_000 + n) for n in range(6))),
    ],
)
def test_places_and_values_close_to_each_other_have_their_own_keys(data: Table) -> None:
    marks = Line(data=data, x=X, y=Y).plot(BODY, ENGLISH).full

    settled = keys(marks)
    assert len(settled) == len(set(settled))
    assert len([key for key in settled if key.startswith("x/")]) == 6


def test_names_stand_at_even_distances() -> None:
    data = table(("春", 1), ("夏", 3), ("秋", 2))

    (line,) = shapes(Line(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full, "line/")

    a, b, c = (point.x for point in points(line))
    assert b - a == pytest.approx(c - b, abs=0.2)


def test_a_wide_unit_stands_below_the_value() -> None:
    data = table((2022, 4), (2023, Quantity(5, unit=YI_YUAN)))

    said = texts_shown(
        Line(data=data, x=X, y=Y).plot(TALL, replace(ENGLISH, shape="portrait")).full
    )
    percent = Line(data=table((1, 4), (2, Quantity(5, unit=PERCENT))), x=X, y=Y)

    assert said["unit//0"] == "bn yuan"
    assert texts_shown(percent.plot(TALL, PORTRAIT).full)["value//unit"] == "%"


@settings(max_examples=60)
@given(lines, real_boxes, settings_of_slides)
def test_texts_never_lie_over_each_other(line: Line, box: Box, setting: Setting) -> None:
    marks = line.plot(box, setting).full

    assert overlaps(marks) == []


@settings(max_examples=60)
@given(lines, real_boxes, settings_of_slides)
def test_lines_go_to_the_right_inside_the_box(line: Line, box: Box, setting: Setting) -> None:
    marks = line.plot(box, setting).full

    for mark in shapes(marks, "line/"):
        xs = [point.x for point in points(mark)] if mark.stroke else []
        assert xs == sorted(xs)
        assert all(ink.is_within(box, 10.0) for ink in inks(mark))


def test_lines_whose_names_read_alike_are_two_lines() -> None:
    data = Table(
        ("year", "value", "of"),
        (
            *((Quantity(year), Quantity(4), None) for year in (1, 2)),
            *((Quantity(year), Quantity(2), plain("")) for year in (1, 2)),
        ),
    )

    marks = Line(data=data, x=Column("year"), y=Column("value"), color=Column("of")).plot(
        TALL, PORTRAIT
    )

    keys = [mark.key for mark in marks.full]
    assert len(keys) == len(set(keys))
