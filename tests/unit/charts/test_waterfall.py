"""Waterfalls: each bar begins where the one before it ended."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars, Segments
from kiosk.charts.bars.inks import far_colour
from kiosk.charts.kinds.waterfall import Waterfall
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import NO_TEXT, Text, plain
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
    YI_YUAN,
    Ink,
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
changes = st.lists(st.floats(-900, 900).map(lambda value: round(value, 1)), min_size=1, max_size=9)

YEARS = table(
    ("2023", 960, "total"), ("cars", 368, None), ("paper", -64, None), ("2024", None, "total"),
)  # fmt: skip


def waterfall(data: Table, direction: Direction = "auto", last: Text = NO_TEXT) -> Waterfall:
    """A waterfall of the columns x and y."""
    total = Column("z") if "z" in data.columns else None
    return Waterfall(
        data=data, x=Column("x"), y=Column("y"), total=total, direction=direction, sum=last
    )


def bars_of(marks: Marks) -> Bars:
    """The batch of bars."""
    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    return found


def rows_of(values: list[float]) -> Table:
    """Rows with those changes."""
    return table(*((f"change {place}", value) for place, value in enumerate(values)))


@given(changes)
def test_each_bar_begins_where_the_one_before_it_ended(values: list[float]) -> None:
    marks = waterfall(rows_of(values), "upright").plot(BODY, LANDSCAPE).full

    boxes = bars_of(marks).boxes
    ends = [
        (y, y + height) if value < 0.0 else (y + height, y)
        for (_, y, _, height), value in zip(boxes.tolist(), values, strict=True)
    ]
    for before, after in pairwise(ends):
        assert after[0] == pytest.approx(before[1], abs=1e-6)


@given(changes, directions)
def test_the_total_after_all_rows_is_their_sum(values: list[float], direction: Direction) -> None:
    marks = waterfall(rows_of(values), direction, plain("all")).plot(BODY, LANDSCAPE).full

    lengths = bars_of(marks).boxes[:, 2 if direction == "lying" else 3]
    longest = max(abs(value) for value in values)
    if longest > 1.0:
        unit = lengths[:-1].max() / longest
        assert lengths[-1] == pytest.approx(abs(sum(values)) * unit, abs=1e-3)


def test_a_row_that_is_a_total_starts_at_zero_and_shows_the_sum_so_far() -> None:
    marks = waterfall(YEARS, "upright").plot(BODY, LANDSCAPE).full

    first, _, _, last = bars_of(marks).boxes.tolist()
    assert last[1] + last[3] == pytest.approx(first[1] + first[3])
    assert last[3] / first[3] == pytest.approx(1264 / 960)
    assert shown(marks)["value/2024"] == "1264"


def test_a_total_with_a_value_sets_the_level() -> None:
    data = table(("a", 10, None), ("counted", 12, "total"), ("b", 3, None))

    marks = waterfall(data, "upright").plot(BODY, LANDSCAPE).full

    first, counted, after = bars_of(marks).boxes.tolist()
    assert counted[3] / first[3] == pytest.approx(12 / 10)
    assert after[1] + after[3] == pytest.approx(counted[1])


def test_changes_say_their_sign_and_totals_do_not() -> None:
    said = shown(waterfall(YEARS).plot(BODY, LANDSCAPE).full)

    assert (said["value/2023"], said["value/cars"], said["value/paper"]) == ("960", "+368", "−64")


def test_a_total_has_the_unit_of_the_changes() -> None:
    data = table(("a", Quantity(10.5, 1, YI_YUAN)), ("b", Quantity(3, 0, YI_YUAN)))

    said = shown(waterfall(data, last=plain("all")).plot(BODY, LANDSCAPE).full)

    assert said["value/all"] + said["value/all/unit"] == "13.5亿元"


def test_rises_wear_the_accent_falls_the_colour_furthest_from_it_and_totals_are_quiet() -> None:
    marks = waterfall(YEARS).plot(BODY, LANDSCAPE).full

    fills = [Colour(*fill) for fill in bars_of(marks).fill.tolist()]
    assert fills == [
        THEME.quiet_series, LANDSCAPE.accent, far_colour(LANDSCAPE), THEME.quiet_series,
    ]  # fmt: skip


def test_what_is_not_highlighted_turns_pale() -> None:
    chart = Waterfall(data=YEARS, x=Column("x"), y=Column("y"), highlight="paper")

    fills = [Colour(*fill) for fill in bars_of(chart.plot(BODY, LANDSCAPE).full).fill.tolist()]

    assert far_colour(LANDSCAPE) in fills
    assert LANDSCAPE.accent not in fills


def test_a_line_to_the_next_bar_is_not_there_before_both_bars_are() -> None:
    scene = waterfall(YEARS, "upright").plot(BODY, LANDSCAPE)
    last = bars_of(scene.full).boxes[:2, 3]

    for moment in (0.3, 0.5, 0.7, 0.9, 1.1):
        marks = scene.at(moment)
        joints = next(mark for mark in marks if isinstance(mark, Segments) and mark.key == "joints")
        are_there = (bars_of(marks).boxes[:2, 3] >= 0.95 * last).all()
        assert are_there or joints.colours[0, 3] == 0.0


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_thin_lines_lead_from_each_bar_to_the_next(direction: Direction) -> None:
    marks = waterfall(YEARS, direction).plot(BODY, LANDSCAPE).full

    joints = next(mark for mark in marks if isinstance(mark, Segments) and mark.key == "joints")
    assert joints.keys == ("joint/2023", "joint/cars", "joint/paper")
    edges = bars_of(marks).boxes
    for (x1, y1, x2, y2), before in zip(joints.ends.tolist(), edges.tolist(), strict=False):
        level, sides = (x1, before[0::2]) if direction == "lying" else (y1, before[1::2])
        assert (x1 == x2) if direction == "lying" else (y1 == y2)
        assert min(abs(level - sides[0]), abs(level - sum(sides))) == pytest.approx(0, abs=1e-6)


@given(changes, directions)
def test_the_line_of_zero_and_those_between_bars_pass_no_text(
    values: list[float], direction: Direction
) -> None:
    box, setting = (TALL, PORTRAIT) if direction == "lying" else (BODY, LANDSCAPE)

    marks = waterfall(rows_of(values), direction).plot(box, setting).full

    lines = [
        Ink(ink.of, ink.left, ink.top, max(ink.right, ink.left + 1), max(ink.bottom, ink.top + 1))
        for mark in marks if isinstance(mark, Segments) and mark.key in {"zero", "joints"}
        for ink in inks(mark)
    ]  # fmt: skip
    crossed = [(t.key, ln.of) for t in texts(marks) for ln in lines if text_ink(t).overlaps(ln)]
    assert crossed == []


def test_on_a_tall_page_many_bars_lie() -> None:
    chart = waterfall(rows_of([3, 4, -1, 6, 2, 1]))

    assert bars_of(chart.plot(TALL, PORTRAIT).full).along == "right"
    assert bars_of(chart.plot(BODY, LANDSCAPE).full).along == "up"


@settings(max_examples=60)
@given(tables(), directions, boxes, settings_of_slides)
def test_any_data_in_any_box_makes_a_picture_inside_it(
    data: Table, direction: Direction, box: Box, setting: Setting
) -> None:
    chart = Waterfall(
        data=data, x=Column("name"), y=Column("value"), total=Column("icon"), sum=plain("all"),
        direction=direction,
    )  # fmt: skip

    scene = chart.plot(box, setting)

    assert is_finite(scene.at(scene.entry_s / 2))
    assert len(keys(scene.full)) == len(set(keys(scene.full)))
    if min(box.width, box.height) > 160:
        assert overlaps(scene.full) == []
        assert all(ink.is_within(box, 22) for mark in scene.full for ink in inks(mark))


def test_no_rows_give_an_empty_picture() -> None:
    assert texts(waterfall(Table()).plot(BODY, LANDSCAPE).full) == ()


def test_a_touch_on_a_total_tells_the_sum() -> None:
    quantity = waterfall(YEARS).readings()["mark/2024"].quantity

    assert quantity is not None
    assert quantity.value == 1264
