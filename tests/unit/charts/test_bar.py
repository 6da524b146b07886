"""Bars: length for value, and nothing over anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypedDict, Unpack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars, Segments
from kiosk.charts.kinds.bar import Bar
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import Text
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Marks, Shape, figure_text
from kiosk.options import Column
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    THEME,
    YI_YUAN,
    Ink,
    bar_lengths,
    both,
    inks,
    overlaps,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

CARS, PHONES = both("汽车", "Cars"), both("电子", "Electronics")
PILLARS = table(
    (CARS, Quantity(1104, unit=YI_YUAN), Quantity(49.9, 1, PERCENT, is_signed=True), "car"),
    (PHONES, Quantity(1149, unit=YI_YUAN), Quantity(3.5, 1, PERCENT), "phone"),
)
Direction = Literal["lying", "upright"]
DIRECTIONS: tuple[Direction, ...] = ("lying", "upright")
directions = st.sampled_from(DIRECTIONS)
roomy = st.builds(Box, st.just(96.0), st.just(100.0), st.floats(600, 1728), st.floats(360, 1600))


class Fields(TypedDict, total=False):
    """What a test says about its bars."""

    direction: Direction
    sort: Literal["written", "ascending", "descending"]
    color: Column
    beside: Column
    beside_title: Text
    icon: Column
    highlight: str


def bar(data: Table, **fields: Unpack[Fields]) -> Bar:
    """Bars of the columns x and y."""
    return Bar(data=data, x=Column("x"), y=Column("y"), **fields)


def pillars() -> Bar:
    """The two bars of the mock-up."""
    return bar(
        PILLARS, beside=Column("z"), icon=Column("u"), beside_title=both("同比增长", "Growth"),
        highlight="汽车",
    )  # fmt: skip


def bars_of(marks: Marks) -> Bars:
    """The batch of bars."""
    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    return found


@settings(max_examples=40)
@given(tables(), directions, roomy)
def test_bars_are_as_long_as_their_values_are_large(
    data: Table, direction: Direction, box: Box
) -> None:
    chart = Bar(
        data=data,
        x=Column("name"),
        y=Column("value"),
        direction=direction,
    )
    values = [
        abs(cell.value) if isinstance(cell, Quantity) and abs(cell.value) < float("inf") else 0.0
        for cell in data.column("value")
    ]

    lengths = list(bar_lengths(chart.plot(box, LANDSCAPE).full).values())

    longest, largest = max(lengths, default=0.0), max(values, default=0.0)
    assert len(lengths) == len(values)
    if largest > 0.0:
        for length, value in zip(lengths, values, strict=True):
            assert length / max(longest, 1e-9) == pytest.approx(value / largest, abs=1e-6)


@settings(max_examples=40)
@given(tables(), st.booleans(), directions, roomy)
def test_no_text_lies_over_another(
    data: Table, is_grouped: bool, direction: Direction, box: Box
) -> None:
    chart = Bar(
        data=data, x=Column("name"), y=Column("value"), beside=Column("beside"),
        color=Column("member") if is_grouped else None, beside_title=both("增长", "Growth"),
        direction=direction,
    )  # fmt: skip

    scene = chart.plot(box, LANDSCAPE)

    assert overlaps(scene.full) == []


@settings(max_examples=40)
@given(tables(60), directions, roomy)
def test_no_text_lies_over_a_bar(data: Table, direction: Direction, box: Box) -> None:
    chart = Bar(
        data=data,
        x=Column("name"),
        y=Column("value"),
        direction=direction,
    )

    marks = chart.plot(box, LANDSCAPE).full

    bars = inks(bars_of(marks))
    over = [(t.key, b.of) for t in texts(marks) for b in bars if text_ink(t).overlaps(b)]
    assert over == []


def test_two_lying_bars_stand_as_in_the_mock_up() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    assert bars_of(scene.full).boxes[:, 0].tolist() == [96.0, 96.0]
    assert bars_of(scene.full).boxes[1].tolist() == pytest.approx([96, 684, 1040, 96], abs=5)
    assert bars_of(scene.full).boxes[0].tolist() == pytest.approx([96, 452, 999, 96], abs=5)


def test_the_highlighted_bar_alone_wears_the_accent() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    fills = bars_of(scene.full).fill.tolist()
    assert fills == [list(LANDSCAPE.accent), list(THEME.quiet_series)]


def test_without_a_highlight_every_bar_wears_the_accent() -> None:
    scene = bar(PILLARS).plot(BODY, LANDSCAPE)

    assert bars_of(scene.full).fill.tolist() == [list(LANDSCAPE.accent)] * 2


def test_names_and_units_follow_the_language() -> None:
    chinese = shown(pillars().plot(BODY, LANDSCAPE).full)
    english = shown(pillars().plot(BODY, ENGLISH).full)

    assert chinese["name/汽车"] == "汽车"
    assert chinese["name/汽车/companion"] == "Cars"
    assert chinese["value/汽车"] + chinese["value/汽车/unit"] == "1104亿元"
    assert english["name/汽车"] == "Cars"
    assert english["value/汽车"] + english["value/汽车/unit"] == "110.4bn yuan"


def test_a_second_figure_stands_at_the_right_end_with_the_sign_that_its_source_states() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    assert shown(scene.full)["beside/汽车"] == "+49.9"
    assert shown(scene.full)["beside/电子"] == "3.5"
    right = max(text_ink(mark).right for mark in texts(scene.full) if "beside/" in mark.key)
    assert right == pytest.approx(BODY.right, abs=6)


def test_in_portrait_the_second_figures_stand_above_their_bars() -> None:
    scene = pillars().plot(TALL, PORTRAIT)

    foot = max(text_ink(mark).bottom for mark in texts(scene.full) if mark.key == "beside/汽车")
    assert foot < bars_of(scene.full).boxes[0, 1]
    assert overlaps(scene.full) == []


def test_icons_are_cut_out_of_the_bars_ends() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    car = [mark for mark in scene.full if isinstance(mark, Shape) and "icon/汽车" in mark.key]
    end = float(bars_of(scene.full).boxes[0, [0, 2]].sum())
    assert car
    assert all(end - 280 < ink.left and ink.right < end for mark in car for ink in inks(mark))


def test_bars_grow_from_zero_one_after_another_while_their_values_count() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    at_first, later = scene.at(0.0), scene.at(0.8)
    cars, phones = bar_lengths(later).values()
    counting = next(mark for mark in later if mark.key == "value/汽车")
    assert set(bar_lengths(at_first).values()) == {0.0}
    assert cars / 999 > phones / 1040 > 0.0
    assert isinstance(counting, Figure)
    assert 0 < float(figure_text(counting)) < 1104


def test_a_counting_value_ends_where_its_bar_does() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    for t in (0.4, 0.7, 1.1, 9.0):
        marks = scene.at(t)
        ends = bars_of(marks).boxes[:, [0, 2]].sum(axis=1)
        for end, key in zip(ends, ("value/汽车", "value/电子"), strict=True):
            mark = next(mark for mark in marks if mark.key == key)
            assert isinstance(mark, Figure)
            assert mark.x - end == pytest.approx(24 + 4 * 72 * 0.53, abs=1)


def test_a_missing_value_leaves_a_dash_and_zero_a_figure_without_a_bar() -> None:
    data = table(("一月", 20), ("二月", None), ("三月", 0))

    for direction in ("lying", "upright"):
        marks = bar(data, direction=direction).plot(BODY, LANDSCAPE).full
        assert list(bar_lengths(marks).values())[1:] == [0.0, 0.0]
        assert (shown(marks)["value/二月"], shown(marks)["value/三月"]) == ("–", "0")


def test_bars_whose_names_have_no_room_below_lie_down_and_leave_none_out() -> None:
    names = [f"十六个区之{place}" for place in "一二三四五六七八九十甲乙丙丁戊己"]

    marks = bar(table(*((name, 20) for name in names)), direction="upright").plot(
        replace(BODY, height=640), LANDSCAPE
    )

    assert [shown(marks.full).get(f"name/{name}") for name in names] == names


def test_years_have_no_room_below_their_bars_and_some_are_left_out() -> None:
    years = [f"{year}年" for year in range(1990, 2024)]

    marks = bar(table(*((year, 20) for year in years)), direction="upright").plot(BODY, LANDSCAPE)

    bars = bars_of(marks.full).boxes
    assert (bars[:, 2] == bars[0, 2]).all()  # as thick as the next: they stand
    assert len({key for key in shown(marks.full) if key.startswith("name/")}) < len(years)


def test_negative_bars_go_the_other_way_from_a_line_of_zero() -> None:
    data = table(("一月", 20), ("二月", -10))

    marks = bar(data, direction="upright").plot(BODY, LANDSCAPE).full

    (up, down) = bars_of(marks).boxes.tolist()
    zero = next(mark for mark in marks if isinstance(mark, Segments) and mark.key == "zero")
    assert up[1] + up[3] == pytest.approx(down[1])
    assert down[3] == pytest.approx(up[3] / 2)
    assert zero.ends[0, 1] == pytest.approx(down[1])


@pytest.mark.parametrize("direction", ["lying", "upright"])
def test_the_line_of_zero_passes_no_text(direction: Direction) -> None:
    data = table((both("装备制造业", "Equipment"), -4.2), (both("汽车", "Cars"), 49.9))

    marks = bar(data, direction=direction).plot(TALL, PORTRAIT).full

    zero = next(mark for mark in marks if isinstance(mark, Segments) and mark.key == "zero")
    for x1, y1, x2, y2 in zero.ends.tolist():
        line = Ink("zero", x1 - 1, y1 - 1, x2 + 1, y2 + 1)
        assert not [mark.key for mark in texts(marks) if text_ink(mark).overlaps(line)]


def test_up_to_six_bars_have_no_gridlines_and_sixty_have_three() -> None:
    few = bar(table(*((f"{i}", i) for i in range(6)))).plot(BODY, LANDSCAPE).full
    many = bar(table(*((f"{i}", i + 100) for i in range(60)))).plot(BODY, LANDSCAPE).full

    assert not [mark for mark in few if isinstance(mark, Segments)]
    (lines,) = (mark for mark in many if isinstance(mark, Segments))
    assert 1 <= len(lines.keys) <= 3


def test_members_of_a_group_share_a_name_and_the_last_wears_the_accent() -> None:
    data = table(("Cars", 10, "2023"), ("Cars", 30, "2024"), ("Phones", 12, "2023"))

    marks = bar(data, color=Column("z"), direction="upright").plot(BODY, LANDSCAPE).full

    assert [text for key, text in shown(marks).items() if "name/" in key] == ["Cars", "Phones"]
    assert shown(marks)["series/2023"] == "2023"
    assert bars_of(marks).fill.tolist()[1] == list(LANDSCAPE.accent)


@pytest.mark.parametrize("direction", ["lying", "upright"])
@pytest.mark.parametrize("other", ["其他", "其他部门" * 20])
def test_both_series_of_a_group_are_named_however_long_their_names_are(
    direction: Literal["lying", "upright"], other: str
) -> None:
    long = "促进新能源汽车与智能网联汽车产业高质量发展领导小组办公室" * 3
    data = table(("汽车", 74, long), ("汽车", 110, other))

    marks = bar(data, color=Column("z"), direction=direction).plot(BODY, LANDSCAPE).full

    named = [mark for mark in texts(marks) if mark.key.startswith("series/")]
    assert [mark.text[:2] for mark in named if isinstance(mark, Label)] == ["促进", "其他"]
    assert overlaps(marks) == []
    assert all(text_ink(mark).right <= BODY.right for mark in named)


def test_sorting_keeps_the_keys() -> None:
    data = table(("一月", 20), ("二月", None), ("三月", 30))

    marks = bar(data, sort="descending").plot(BODY, LANDSCAPE).full

    assert bars_of(marks).keys == ("mark/三月", "mark/一月", "mark/二月")


def test_few_rows_lie_and_many_stand() -> None:
    few = bar(PILLARS).plot(BODY, LANDSCAPE).full
    many = bar(table(*((f"{i}", i) for i in range(12)))).plot(BODY, LANDSCAPE).full

    assert (bars_of(few).along, bars_of(many).along) == ("right", "up")


def test_a_name_too_long_for_its_place_is_cut() -> None:
    data = table(("一个非常长的名字" * 12, 20), ("二月", 30))

    marks = bar(data, direction="lying").plot(BODY, LANDSCAPE).full

    (name,) = (mark for mark in marks if isinstance(mark, Label) and mark.text.endswith("…"))
    assert text_ink(name).right <= BODY.right


def test_names_that_are_thinned_out_are_not_cut() -> None:
    data = table(*((f"{1960 + i}", 20 + i * i) for i in range(60)))

    marks = bar(data, direction="upright").plot(BODY, LANDSCAPE).full

    years = [text for key, text in shown(marks).items() if key.startswith("name/")]
    assert len(years) > 10
    assert all(year.isdigit() for year in years)


def test_no_rows_give_an_empty_picture() -> None:
    scene = bar(Table()).plot(BODY, LANDSCAPE)

    assert texts(scene.full) == ()
    assert len(bars_of(scene.full).keys) == 0


def test_five_thousand_rows_show_as_many_names_as_can_be_read() -> None:
    data = table(*((f"row {i}", i % 97) for i in range(5000)))

    for direction in ("lying", "upright"):
        marks = bar(data, direction=direction).plot(BODY, LANDSCAPE).full
        assert len(bar_lengths(marks)) == 5000
        assert 2 < len(texts(marks)) < 60
        assert overlaps(marks) == []


def test_a_few_rows_grow_in_a_tall_place_and_leave_what_they_do_not_need() -> None:
    chart = bar(table((CARS, 1104), (PHONES, 1149)))

    used = chart.height_in(TALL, PORTRAIT)
    scene = chart.plot(replace(TALL, height=used), PORTRAIT)

    thick = float(bars_of(scene.full).boxes[0, 3])
    foot = float(bars_of(scene.full).boxes[:, [1, 3]].sum(axis=1).max())
    assert thick == pytest.approx(1.7 * 96)
    assert used < 0.7 * TALL.height
    assert TALL.y + used - foot == pytest.approx(8, abs=3)


def test_rows_that_fill_their_place_have_the_sizes_of_the_mock_up() -> None:
    scene = pillars().plot(BODY, LANDSCAPE)

    assert pillars().height_in(BODY, LANDSCAPE) == BODY.height
    assert float(bars_of(scene.full).boxes[0, 3]) == pytest.approx(96, abs=1)


def test_values_that_could_not_be_read_give_way_to_an_axis() -> None:
    data = table(*((f"{i}", 100 + i, f"{2021 + j}") for i in range(4) for j in range(4)))

    marks = bar(data, color=Column("z"), direction="lying").plot(BODY, LANDSCAPE).full

    (lines,) = (mark for mark in marks if isinstance(mark, Segments))
    assert not [mark for mark in texts(marks) if mark.key.startswith("value/")]
    assert 1 <= len(lines.keys) <= 3
    assert min(mark.style.size for mark in texts(marks)) >= 26


def test_bars_whose_names_have_no_room_below_them_lie() -> None:
    long = bar(table(*((f"Shapingba{i}", 50 + i) for i in range(14))))
    short = bar(table(*((f"{i}", 50 + i) for i in range(14))))

    assert bars_of(long.plot(BODY, LANDSCAPE).full).along == "right"
    assert bars_of(short.plot(BODY, LANDSCAPE).full).along == "up"


def test_a_short_chinese_name_below_a_bar_stays_in_one_line() -> None:
    data = table(*((f"沙坪坝{mark}", 50) for mark in "甲乙丙丁戊己庚辛壬癸子"))

    marks = bar(data, direction="upright").plot(BODY, LANDSCAPE).full

    names = [text for key, text in shown(marks).items() if key.startswith("name/")]
    assert names == [f"沙坪坝{mark}" for mark in "甲乙丙丁戊己庚辛壬癸子"]


def test_rows_that_large_text_leaves_no_room_stand_in_two_columns_to_one_scale() -> None:
    names = ("cars", "phones", "chips", "trains", "ships", "tools", "books", "lamps")
    rows = tuple((Text((("en", name),)), Quantity(10.0 * (i + 1))) for i, name in enumerate(names))
    bar = Bar(x=Column("x"), y=Column("y"), data=Table(("x", "y"), rows), direction="lying")
    large = replace(LANDSCAPE, language="en", companion="", is_large=True)

    scene = bar.plot(Box(96.0, 220.0, 1728.0, 420.0), large)

    boxes = [box for mark in scene.full if isinstance(mark, Bars) for box in mark.boxes]
    widths = [box[2] for box in boxes]
    shown = {mark.text for mark in scene.full if isinstance(mark, Label)}
    assert len({box[0] for box in boxes}) == 2
    assert widths == pytest.approx([widths[-1] * (i + 1) / 8 for i in range(8)])
    assert set(names) <= shown


def test_rows_without_any_value_stand_in_two_columns_too() -> None:
    rows = tuple((Text((("en", name),)), None) for name in ("cars", "phones", "chips", "trains"))
    bar = Bar(x=Column("x"), y=Column("y"), data=Table(("x", "y"), rows), direction="lying")
    large = replace(LANDSCAPE, language="en", companion="", is_large=True)

    scene = bar.plot(Box(96.0, 220.0, 1728.0, 240.0), large)

    assert len({mark.x for mark in scene.full if isinstance(mark, Label)}) >= 2
