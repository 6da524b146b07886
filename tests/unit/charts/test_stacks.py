"""Stacked bars: pieces that touch, and a whole that is their sum."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.charts.kinds.bar import Bar
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.marks import Marks
from kiosk.options import Column
from kiosk.theme import Colour, colour, contrast
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    THEME,
    YI_YUAN,
    boxes,
    inks,
    is_finite,
    overlaps,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

Stack = Literal["none", "zero", "normalize"]
Direction = Literal["lying", "upright"]
stacks = st.sampled_from(("zero", "normalize"))
directions = st.sampled_from(("lying", "upright"))
members = st.sampled_from("abc")
rows = st.lists(st.tuples(st.sampled_from("一二三四"), st.floats(-900, 900), members), max_size=12)

MANY = replace(
    LANDSCAPE,
    theme=replace(THEME, accents=(THEME.accents[0], colour("#1FB8B0"), colour("#B8DFFF"))),
)
DRIVES = table(
    ("2023", 60, "petrol"), ("2023", 20, "hybrid"), ("2023", 40, "electric"),
    ("2024", 40, "petrol"), ("2024", 30, "hybrid"), ("2024", 90, "electric"),
)  # fmt: skip


def bar(data: Table, stack: Stack, direction: Direction = "upright", highlight: str = "") -> Bar:
    """Stacked bars of the columns x, y and z."""
    return Bar(
        data=data, x=Column("x"), y=Column("y"), color=Column("z"), stack=stack,
        direction=direction, highlight=highlight,
    )  # fmt: skip


def spans(marks: Marks) -> dict[str, tuple[float, float]]:
    """Where each piece starts and ends along its bar, by its key; upwards and to the right."""
    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    x, y, width, height = found.boxes.T
    starts, ends = (x, x + width) if found.along == "right" else (-y - height, -y)
    return dict(zip(found.keys, zip(starts.tolist(), ends.tolist(), strict=True), strict=True))


@given(rows, stacks, directions)
def test_pieces_of_one_side_touch_from_zero_on(
    data: list[tuple[str, float, str]], stack: Stack, direction: Direction
) -> None:
    marks = bar(table(*data), stack, direction).plot(BODY, MANY).full

    found = list(spans(marks).values())
    zero = {start for start, end in found} & {end for _, end in found}
    for name in {name for name, _, _ in data}:
        own = [span for key, span in spans(marks).items() if key.startswith(f"mark/{name}")]
        joined = sorted(span for span in own if span[1] > span[0])
        gaps = [after[0] - before[1] for before, after in pairwise(joined)]
        assert gaps == pytest.approx([0.0] * len(gaps), abs=1e-6)
    assert all(map(math.isfinite, zero))


@given(rows, directions)
def test_each_piece_is_as_long_as_its_value_is_large(
    data: list[tuple[str, float, str]], direction: Direction
) -> None:
    marks = bar(table(*data), "zero", direction).plot(BODY, MANY).full

    lengths = [end - start for start, end in spans(marks).values()]
    sizes = sorted(abs(value) for _, value, _ in data)
    unit = sum(lengths) / sum(sizes) if sum(sizes) > 1e-3 else 0.0
    if unit:
        assert sorted(lengths) == pytest.approx([unit * size for size in sizes], abs=1e-6)


@given(st.lists(st.tuples(st.sampled_from("一二三"), st.floats(1, 900), members), min_size=1))
def test_normalised_bars_are_all_equally_long(data: list[tuple[str, float, str]]) -> None:
    marks = bar(table(*data), "normalize").plot(BODY, MANY).full

    totals = dict.fromkeys((name for name, _, _ in data), 0.0)
    for key, (start, end) in spans(marks).items():
        totals[key[5]] += end - start
    assert list(totals.values()) == pytest.approx([max(totals.values())] * len(totals))


@settings(max_examples=60)
@given(tables(), stacks, directions, boxes, settings_of_slides)
def test_any_data_in_any_box_makes_a_picture_inside_it(
    data: Table, stack: Stack, direction: Direction, box: Box, setting: Setting
) -> None:
    chart = Bar(
        data=data, x=Column("name"), y=Column("value"), color=Column("member"), stack=stack,
        direction=direction,
    )  # fmt: skip

    marks = chart.plot(box, setting).full

    assert is_finite(marks)
    assert overlaps(marks) == [] or min(box.width, box.height) < 160
    bars = [ink for mark in marks if isinstance(mark, Bars) for ink in inks(mark)]
    assert all(ink.is_within(box, 2.0) for ink in bars)


@given(rows, stacks, directions)
def test_a_value_inside_a_bar_lies_in_its_own_piece(
    data: list[tuple[str, float, str]], stack: Stack, direction: Direction
) -> None:
    marks = bar(table(*data), stack, direction).plot(BODY, MANY).full

    pieces = {ink.of: ink for mark in marks if isinstance(mark, Bars) for ink in inks(mark)}
    for text in texts(marks):
        own = pieces.get("mark/" + text.key.removeprefix("value/").removesuffix("/unit"))
        if own is not None:
            box = Box(own.left, own.top, own.right - own.left, own.bottom - own.top)
            assert text_ink(text).is_within(box, 0.5)


def test_values_inside_are_read_against_their_own_fill() -> None:
    marks = bar(DRIVES, "zero").plot(BODY, MANY).full

    (bars,) = (mark for mark in marks if isinstance(mark, Bars))
    fills = dict(zip(bars.keys, bars.fill.tolist(), strict=True))
    inside = [mark for mark in texts(marks) if f"mark/{mark.key.removeprefix('value/')}" in fills]
    assert inside
    for mark in inside:
        assert contrast(mark.colour, Colour(*fills[f"mark/{mark.key[6:]}"])) >= 4.5


def test_totals_stand_at_the_ends_with_the_unit_and_the_precision_of_their_parts() -> None:
    data = table(
        ("2024", Quantity(60, unit=YI_YUAN), "a"), ("2024", Quantity(20.5, 1, YI_YUAN), "b")
    )

    marks = bar(data, "zero", "lying").plot(BODY, MANY).full

    assert shown(marks)["value/2024"] + shown(marks)["value/2024/unit"] == "80.5亿元"


def test_a_normalised_bar_says_shares_and_no_total() -> None:
    said = shown(bar(DRIVES, "normalize").plot(BODY, MANY).full)

    assert said["value/2023·petrol"] + said["value/2023·petrol/unit"] == "50%"
    assert "value/2023" not in said


def test_what_is_negative_goes_the_other_way_from_zero() -> None:
    data = table(("q", 30, "a"), ("q", -10, "b"), ("q", 20, "c"))

    found = spans(bar(data, "zero").plot(BODY, MANY).full)

    zero = found["mark/q·a"][0]
    assert found["mark/q·b"][1] == pytest.approx(zero)
    assert found["mark/q·c"][0] == pytest.approx(found["mark/q·a"][1])


def test_pieces_follow_the_order_of_their_series_in_every_bar() -> None:
    data = table(("一", 10, "a"), ("一", 10, "b"), ("二", 10, "b"), ("二", 10, "a"))

    found = spans(bar(data, "zero").plot(BODY, MANY).full)

    assert found["mark/二·a"][1] == pytest.approx(found["mark/二·b"][0])


def test_each_series_has_a_colour_of_its_own_and_is_named_with_it() -> None:
    marks = bar(DRIVES, "zero").plot(BODY, MANY).full

    (bars,) = (mark for mark in marks if isinstance(mark, Bars))
    assert [Colour(*fill) for fill in bars.fill.tolist()[:3]] == list(MANY.theme.accents)
    assert [said for key, said in shown(marks).items() if key.startswith("legend/")] == [
        "petrol", "hybrid", "electric",
    ]  # fmt: skip


def test_a_highlighted_series_alone_wears_the_accent() -> None:
    marks = bar(DRIVES, "zero", highlight="electric").plot(BODY, MANY).full

    (bars,) = (mark for mark in marks if isinstance(mark, Bars))
    lit = [
        key for key, fill in zip(bars.keys, bars.fill.tolist(), strict=True)
        if Colour(*fill) == MANY.accent
    ]  # fmt: skip
    assert lit == ["mark/2023·electric", "mark/2024·electric"]
    assert shown(marks)["series/electric"] == "electric"


def test_a_highlighted_bar_keeps_its_colours_and_the_others_turn_pale() -> None:
    marks = bar(DRIVES, "zero", highlight="2024").plot(BODY, MANY).full

    (bars,) = (mark for mark in marks if isinstance(mark, Bars))
    assert [Colour(*fill) for fill in bars.fill.tolist()[3:]] == list(MANY.theme.accents)
    for fill, full in zip(bars.fill.tolist()[:3], MANY.theme.accents, strict=True):
        assert contrast(Colour(*fill), THEME.ground) < 0.5 * contrast(full, THEME.ground)


def test_groups_of_more_than_two_series_have_their_colours_side_by_side() -> None:
    marks = bar(DRIVES, "none").plot(BODY, MANY).full

    (bars,) = (mark for mark in marks if isinstance(mark, Bars))
    assert len({tuple(fill) for fill in bars.fill.tolist()}) == 3
    assert shown(marks)["legend/hybrid"] == "hybrid"


def test_pieces_still_touch_while_they_grow() -> None:
    scene = bar(DRIVES, "zero").plot(TALL, PORTRAIT)

    for t in (0.4, 0.7, 1.1):
        found = spans(scene.at(t))
        assert found["mark/2023·petrol"][1] == pytest.approx(found["mark/2023·hybrid"][0])


def test_the_largest_floats_still_make_a_bar() -> None:
    data = table(("q", 1.7e308, "a"), ("q", 1.7e308, "b"))

    marks = bar(data, "zero").plot(BODY, MANY).full

    assert is_finite(marks)


def test_a_touch_on_a_piece_tells_its_series_and_its_value() -> None:
    data = table(("2024", Quantity(60, unit=PERCENT), "electric"))

    reading = bar(data, "zero").readings()["mark/2024·electric"]

    assert (reading.series.in_language("zh"), reading.quantity.value) == ("electric", 60)
