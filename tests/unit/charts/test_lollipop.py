"""Lollipops: dots as far from zero as their values, on stems that reach them."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Segments
from kiosk.charts.kinds.lollipop import Lollipop
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.marks import Marks
from kiosk.options import Column
from kiosk.theme import Colour
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    THEME,
    boxes,
    inks,
    is_finite,
    keys,
    overlaps,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

Direction = Literal["auto", "lying", "upright"]
DIRECTIONS: tuple[Direction, ...] = ("lying", "upright")
directions = st.sampled_from(DIRECTIONS)
CITIES = table(("Wuhan", 43.1), ("Beijing", 49.8), ("Nowhere", None), ("Shanghai", 37.5))


def lollipop(data: Table, direction: Direction = "auto", highlight: str = "") -> Lollipop:
    """Lollipops of the columns x and y."""
    return Lollipop(
        data=data, x=Column("x"), y=Column("y"), direction=direction, highlight=highlight
    )


def dots_of(marks: Marks) -> Points:
    """The batch of dots."""
    (found,) = (mark for mark in marks if isinstance(mark, Points))
    return found


def stems_of(marks: Marks) -> Segments:
    """The batch of stems."""
    return next(mark for mark in marks if isinstance(mark, Segments) and mark.key == "stems")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20), directions)
def test_dots_stand_as_far_from_zero_as_their_values(
    values: list[float], direction: Direction
) -> None:
    data = table(*((f"{place}", value) for place, value in enumerate(values)))

    marks = lollipop(data, direction).plot(BODY, LANDSCAPE).full

    x1, y1, x2, y2 = stems_of(marks).ends.T
    lengths = x2 - x1 if dots_of(marks).places[0, 1] == y1[0] and direction == "lying" else y1 - y2
    longest, largest = max(abs(lengths)), max(map(abs, values)) or 1.0
    assert sorted(lengths.tolist()) == pytest.approx(
        [longest * (value / largest) for value in sorted(values)], abs=1e-3
    )


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_each_stem_ends_in_the_middle_of_its_dot(direction: Direction) -> None:
    scene = lollipop(CITIES, direction).plot(BODY, LANDSCAPE)

    for t in (0.0, 0.6, 9.0):
        marks = scene.at(t)
        assert stems_of(marks).ends[:, 2:] == pytest.approx(dots_of(marks).places[:, :2])


def test_they_are_sorted_and_missing_values_come_last_without_a_dot() -> None:
    marks = lollipop(CITIES).plot(BODY, LANDSCAPE).full

    dots = dots_of(marks)
    assert dots.keys == ("mark/Beijing", "mark/Wuhan", "mark/Shanghai", "mark/Nowhere")
    assert dots.places[:, 2].tolist() == [*[pytest.approx(dots.places[0, 2])] * 3, 0.0]
    assert shown(marks)["value/Nowhere"] == "–"


def test_the_highlighted_one_alone_wears_the_accent() -> None:
    marks = lollipop(CITIES, highlight="Wuhan").plot(BODY, LANDSCAPE).full

    fills = [Colour(*fill) for fill in dots_of(marks).fill.tolist()]
    assert fills.count(LANDSCAPE.accent) == 1
    assert fills.count(THEME.quiet_series) == 3


def test_they_lie_on_a_tall_page_with_their_names_at_the_left() -> None:
    marks = lollipop(CITIES).plot(TALL, PORTRAIT).full

    assert len(set(stems_of(marks).ends[:, 0].tolist())) == 1
    assert text_ink(next(m for m in texts(marks) if m.key == "name/Wuhan")).left == TALL.x


@settings(max_examples=60)
@given(tables(40), directions, boxes, settings_of_slides)
def test_any_data_in_any_box_makes_a_picture_inside_it(
    data: Table, direction: Direction, box: Box, setting: Setting
) -> None:
    chart = Lollipop(data=data, x=Column("name"), y=Column("value"), direction=direction)

    scene = chart.plot(box, setting)

    assert is_finite(scene.at(scene.entry_s / 2))
    assert len(keys(scene.full)) == len(set(keys(scene.full)))
    if min(box.width, box.height) > 160:
        assert overlaps(scene.full) == []
        assert all(ink.is_within(box, 22) for mark in scene.full for ink in inks(mark))


@settings(max_examples=40)
@given(tables(40), directions)
def test_no_text_lies_over_a_dot(data: Table, direction: Direction) -> None:
    chart = Lollipop(data=data, x=Column("name"), y=Column("value"), direction=direction)

    marks = chart.plot(BODY, LANDSCAPE).full

    dots = inks(dots_of(marks))
    over = [(t.key, d.of) for t in texts(marks) for d in dots if text_ink(t).overlaps(d)]
    assert over == []


def test_five_thousand_rows_are_drawn() -> None:
    data = table(*((f"row {place}", place % 97) for place in range(5000)))

    marks = lollipop(data).plot(BODY, LANDSCAPE).full

    assert len(dots_of(marks).keys) == 5000
    assert overlaps(marks) == []


def test_no_rows_give_an_empty_picture() -> None:
    assert texts(lollipop(Table()).plot(BODY, LANDSCAPE).full) == ()


def test_a_touch_tells_the_name_and_the_value() -> None:
    reading = lollipop(CITIES).readings()["mark/Beijing"]

    assert reading.name.in_language("en") == "Beijing"
