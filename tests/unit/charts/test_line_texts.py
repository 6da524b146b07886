"""What is written on lines over time: names, values, units and times."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kiosk.charts.kinds.line import Line
from kiosk.charts.plane.times import instant, shown
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.lines import SEVERAL, X, Y, Z, drawn, lines, real_boxes, shapes
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    YI_YUAN,
    keys,
    overlaps,
    settings_of_slides,
    table,
    texts,
)
from tests.unit.charts.stand_ins import shown as texts_shown


def test_each_line_has_its_name_at_its_end_and_the_lit_one_its_value_and_unit() -> None:
    marks = SEVERAL.plot(BODY, ENGLISH).full

    said = texts_shown(marks)
    assert {"Shenzhen", "Chongqing", "Xi'an", "4.47", "bn yuan"} <= set(said.values())
    (dot,) = shapes(marks, "dot/")
    end = drawn(marks)[-1].runs[-1][-1]
    assert (dot.x, dot.y) == pytest.approx((end.x, end.y))


def test_of_a_name_below_stands_enough_to_tell_or_nothing() -> None:
    rows = table(("Rindfleischetikettierung", 3), ("District 2", 5))
    chart = Line(data=rows, x=Column("x"), y=Column("y"))

    narrow, wide = (chart.plot(Box(0, 0, side, 400), ENGLISH).full for side in (180, 900))

    assert not [text for text in texts_shown(narrow).values() if "…" in text]
    assert [text for text in texts_shown(wide).values() if text.startswith("Rindfleisch")]


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
