"""Cells at the crossing of two names, coloured by their values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.charts.kinds.heatmap import Heatmap
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column, Enter
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    TALL,
    both,
    boxes,
    inks,
    is_finite,
    keys,
    overlaps,
    settings_of_slides,
    shown,
    table,
    tables,
    texts,
)

if TYPE_CHECKING:
    from kiosk.data.text import Text
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z = Column("x"), Column("y"), Column("z")


def places(*cells: tuple[str | float | Text, str | float | Text, float | None]) -> Heatmap:
    """A heat map of rows of two names and a value."""
    return Heatmap(data=table(*cells), x=X, y=Y, color=Z)


columns = st.sampled_from(("name", "value", "member", "beside", "icon", "nowhere")).map(Column)
heatmaps = st.builds(
    Heatmap, data=tables(30), x=columns, y=columns,
    color=st.sampled_from(("value", "beside", "name")).map(Column),
    enter=st.builds(Enter, st.sampled_from(("grow", "rise", "fade", "none"))),
)  # fmt: skip
names = st.sampled_from("abcdefgh")
full = st.lists(st.tuples(names, names, st.floats(-1e6, 1e6)), min_size=1, max_size=64).map(
    lambda cells: places(*cells)
)


def cells(marks: Marks) -> dict[str, Box]:
    """The cells by their names."""
    return {
        key.removeprefix("mark/"): Box(*box)
        for mark in marks
        if isinstance(mark, Bars)
        for key, box in zip(mark.keys, mark.boxes.tolist(), strict=True)
    }


def test_a_cell_stands_in_the_column_and_the_row_of_its_names() -> None:
    marks = places(("a", "p", 1), ("b", "p", 2), ("a", "q", 3), ("b", "q", 4)).plot(BODY, LANDSCAPE)

    found = cells(marks.full)

    assert found["a·p"].x == found["a·q"].x < found["b·p"].x == found["b·q"].x
    assert found["a·p"].y == found["b·p"].y < found["a·q"].y == found["b·q"].y


def test_numbers_and_times_stand_in_their_order_and_words_as_they_are_written() -> None:
    chart = places((10, "2024-05", 1), (9, "2023-11", 2), (8, "2024-01", 3))
    words = places(("z", "one", 1), ("a", "two", 2))

    found, as_written = (cells(one.plot(BODY, LANDSCAPE).full) for one in (chart, words))

    assert found["8·2024-01"].x < found["9·2023-11"].x < found["10·2024-05"].x
    assert found["9·2023-11"].y < found["8·2024-01"].y < found["10·2024-05"].y
    assert as_written["z·one"].x < as_written["a·two"].x


def test_times_are_written_in_the_visitors_language() -> None:
    chart = places(("2024-05", "a", 1), ("2024-06", "a", 2))

    chinese, english = (shown(chart.plot(BODY, one).full) for one in (LANDSCAPE, ENGLISH))

    assert {"5月", "6月"} <= set(chinese.values())
    assert {"May", "Jun"} <= set(english.values())


def test_values_stand_in_cells_that_have_room() -> None:
    chart = places(("a", "p", 1), ("b", "p", 25))

    wide = shown(chart.plot(BODY, LANDSCAPE).full)
    narrow = shown(chart.plot(Box(0, 0, 60, 400), LANDSCAPE).full)

    assert (wide["value/a·p"], wide["value/b·p"]) == ("1", "25")
    assert not [key for key in narrow if key.startswith("value/")]


def test_in_chinese_each_value_has_its_ten_thousands() -> None:
    said = shown(places(("a", "p", 100000), ("b", "p", 25)).plot(BODY, LANDSCAPE).full)

    assert (said["value/a·p"], said["value/a·p/unit"], said["value/b·p"]) == ("10", "万", "25")


def test_where_all_values_are_one_there_is_no_key_and_zeros_are_pale() -> None:
    marks = places(("a", "p", 0), ("b", "p", 0)).plot(BODY, LANDSCAPE).full
    high = places(("a", "p", 9), ("b", "p", 9)).plot(BODY, LANDSCAPE).full

    assert not [key for key in shown(marks) if key.startswith("key/")]
    pale, full = (next(one for one in some if isinstance(one, Bars)) for some in (marks, high))
    assert full.fill[0, :3] == pytest.approx(LANDSCAPE.accent[:3], abs=1e-6)
    assert pale.fill[0, :3] != pytest.approx(LANDSCAPE.accent[:3], abs=1e-2)


def test_names_that_are_longer_than_two_lines_are_cut_and_none_is_left_out() -> None:
    long = "促进新能源汽车与智能网联汽车产业高质量发展领导小组办公室"
    data = places(*((f"{place}{long}", "p", place) for place in range(1, 9)))

    marks = data.plot(BODY, LANDSCAPE).full

    below = {key: text for key, text in shown(marks).items() if key.startswith("name/x/")}
    assert sorted({text[0] for key, text in below.items() if key.endswith("/0")}) == list(
        "12345678"
    )
    assert overlaps(marks) == []


def test_a_long_name_is_broken_before_others_are_left_out() -> None:
    chart = places(*((f"{n} and a longer name than that", f"row {n}", n) for n in range(6)))

    marks = chart.plot(BODY, ENGLISH).full

    below = [key for key in shown(marks) if key.startswith("name/x/")]
    assert len(below) == 12
    assert overlaps(marks) == []


def test_of_many_numbers_some_are_named_and_of_words_those_that_fit() -> None:
    numbers = places(*((n, "row", n) for n in range(60)))
    words = places(*((f"w{n}" + "ord" * (n % 2) * 9, "row", n) for n in range(20)))

    named, fitting = (
        [text for key, text in shown(one.plot(BODY, ENGLISH).full).items() if "name/x/" in key]
        for one in (numbers, words)
    )

    assert [int(name) for name in named] == [*range(0, 60, int(named[1]))]
    assert fitting == [f"w{n}" for n in range(0, 20, 2)]


def test_the_key_says_the_least_and_the_greatest_value() -> None:
    said = shown(places(("a", "p", 3), ("b", "p", 8), ("c", "p", 5)).plot(BODY, LANDSCAPE).full)

    assert (said["key/low"], said["key/high"]) == ("3", "8")


@pytest.mark.parametrize("missing", [None, float("nan"), float("-inf")])
def test_a_pair_without_a_value_has_no_cell_and_keeps_its_place(missing: float | None) -> None:
    chart = places(("a", "p", 1), ("b", "p", missing), ("c", "p", 2))

    found = cells(chart.plot(BODY, LANDSCAPE).full)

    assert [*found] == ["a·p", "c·p"]
    assert found["c·p"].x > found["a·p"].right + 0.9 * found["a·p"].width


def test_of_two_values_at_one_place_the_last_is_shown() -> None:
    chart = places(("a", "p", 1), ("a", "p", 2))

    assert shown(chart.plot(BODY, LANDSCAPE).full)["value/a·p"] == "2"


def test_no_value_is_an_empty_picture() -> None:
    assert places().plot(BODY, LANDSCAPE).full == ()
    assert places(("a", "p", None)).plot(BODY, LANDSCAPE).full == ()


def test_thousands_of_cells_fill_the_room_and_name_some_columns() -> None:
    chart = places(*((x, y, float(x * y)) for x in range(100) for y in range(50)))

    marks = chart.plot(BODY, LANDSCAPE).full

    assert len(cells(marks)) == 5000
    assert overlaps(marks) == []
    assert len([key for key in shown(marks) if key.startswith("name/x/")]) > 10


def test_cells_fade_in_one_after_another_from_the_upper_left() -> None:
    scene = places(("a", "p", 1), ("b", "p", 2), ("a", "q", 3), ("b", "q", 4)).plot(BODY, LANDSCAPE)

    (midway,) = (mark for mark in scene.at(0.65) if isinstance(mark, Bars))

    opacity = dict(zip(midway.keys, midway.fill[:, 3].tolist(), strict=True))
    assert opacity["mark/a·p"] > opacity["mark/a·q"] > opacity["mark/b·q"]
    (first,) = (mark for mark in scene.at(0.0) if isinstance(mark, Bars))
    assert first.fill[:, 3].max() == 0.0


def test_a_touch_tells_both_names_and_the_value() -> None:
    reading = places((both("一月", "January"), "p", 4)).readings()["mark/一月·p"]

    assert reading.name == both("一月", "January")
    assert reading.series.in_language("en") == "p"
    assert reading.quantity == Quantity(4.0)


def test_cells_turn_into_the_cells_of_other_values() -> None:
    old, new = (places(("a", "p", n), ("b", "p", 9)).plot(BODY, LANDSCAPE).full for n in (1, 5))

    (halfway,) = (mark for mark in blend(old, new, Even(0.5)) if isinstance(mark, Bars))
    was, will_be = (next(m for m in marks if isinstance(m, Bars)) for marks in (old, new))

    assert halfway.fill[0] == pytest.approx((was.fill[0] + will_be.fill[0]) / 2)


@settings(max_examples=60)
@given(full, boxes, settings_of_slides)
def test_cells_lie_inside_the_box_and_none_over_another(
    chart: Heatmap, box: Box, setting: Setting
) -> None:
    found = [
        ink
        for mark in chart.plot(box, setting).full
        if isinstance(mark, Bars)
        for ink in inks(mark)
    ]

    assert found
    assert all(ink.is_within(box, 0.01) for ink in found)
    assert not [one for n, one in enumerate(found) for other in found[:n] if one.overlaps(other)]


@settings(max_examples=60)
@given(heatmaps | full, boxes, settings_of_slides)
def test_any_heat_map_is_finite_keyed_once_and_its_texts_are_clear(
    chart: Heatmap, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    settled = keys(scene.full)
    assert len(settled) == len(set(settled))
    assert scene.at(scene.entry_s) is scene.full
    for t in (0.0, scene.entry_s / 2, 1e6):
        assert is_finite(scene.at(t))
    assert overlaps(scene.full) == []
    if box.width > 300 and box.height > 160:
        assert all(ink.is_within(box, 2.0) for mark in texts(scene.full) for ink in inks(mark))


def test_cells_are_no_higher_than_wide_where_the_page_is_tall() -> None:
    chart = places(*((x, y, x + y) for x in range(6) for y in range(3)))

    assert chart.height_in(TALL, replace(LANDSCAPE, shape="portrait")) < 0.6 * TALL.height


def test_names_that_read_alike_in_a_key_are_two_cells() -> None:
    data = Table(
        ("x", "y", "z"),
        tuple((both("甲", en), both("乙", "b"), Quantity(1.0)) for en in ("one", "two")),
    )

    found = cells(Heatmap(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full)

    assert [*found] == ["甲·乙", "甲·乙#2"]


GRID = places(
    ("a", "one", 1.0), ("b", "one", 2.0), ("a", "two", 3.0), ("b", "two", 4.0), ("b", "three", 5.0)
)  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "lit"),
    [
        (("b",), {"b·one", "b·two", "b·three"}),
        (("two",), {"a·two", "b·two"}),
        (("b", "two"), {"b·two"}),
        (("two", "b"), {"b·two"}),
        (("one", "two", "a"), {"a·one", "a·two"}),
        ((), set(cells(GRID.plot(BODY, LANDSCAPE).full))),
        (("nobody",), set(cells(GRID.plot(BODY, LANDSCAPE).full))),
    ],
)  # fmt: skip
def test_a_row_a_column_or_a_cell_is_lit_and_the_others_are_quiet(
    wanted: tuple[str, ...], lit: set[str]
) -> None:
    marks = replace(GRID, highlight=wanted).plot(BODY, LANDSCAPE).full

    (batch,) = (mark for mark in marks if isinstance(mark, Bars))
    strong = {
        key.removeprefix("mark/")
        for key, fill in zip(batch.keys, batch.fill.tolist(), strict=True)
        if fill[3] == 1.0
    }
    assert strong == lit


def test_the_names_of_other_rows_and_columns_are_quiet() -> None:
    marks = replace(GRID, highlight=("two",)).plot(BODY, LANDSCAPE).full

    colours = {mark.key: mark.colour for mark in texts(marks)}
    assert colours["name/y/two/0"] == colours["name/x/a/0"] == LANDSCAPE.theme.text
    assert colours["name/y/one/0"] == LANDSCAPE.theme.quiet
