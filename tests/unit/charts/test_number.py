"""One large figure."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Polylines
from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Marks, Shape, figure_text
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    YI_YUAN,
    EmMeasure,
    both,
    boxes,
    inks,
    is_finite,
    names,
    overlaps,
    quantities,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

PLACE = Box(96, 176, 1200, 400)
GDP = Quantity(2442, unit=YI_YUAN)


def test_it_fills_the_height_of_its_place_and_is_pulled_left_to_the_margin() -> None:
    scene = Number(value=GDP).plot(PLACE, LANDSCAPE)

    number = texts(scene.full)[0]
    assert number.style.size == 400
    assert text_ink(number).left == pytest.approx(96 - 0.03 * 400)


def test_it_shrinks_to_the_width_of_its_place() -> None:
    scene = Number(value=GDP).plot(Box(96, 176, 634, 400), LANDSCAPE)

    assert max(text_ink(mark).right for mark in texts(scene.full)) <= 96 + 634
    assert texts(scene.full)[0].style.size < 400


def test_its_unit_stands_on_its_baseline_a_fifth_as_large() -> None:
    scene = Number(value=GDP).plot(PLACE, LANDSCAPE)

    number, unit = texts(scene.full)
    assert isinstance(unit, Label)
    assert (unit.text, unit.y, unit.style.size) == ("亿元", number.y, 80)
    assert unit.style.face == "serif-bold"
    assert unit.x - text_ink(number).right == pytest.approx(24)


def test_in_portrait_a_unit_that_takes_the_whole_width_goes_below() -> None:
    scene = Number(value=GDP).plot(Box(72, 430, 936, 440), PORTRAIT)

    number, unit = texts(scene.full)
    assert text_ink(unit).top > number.y
    assert unit.y < 430 + 440
    assert number.style.size == pytest.approx(340, abs=5)
    assert overlaps(scene.full) == []


def test_it_counts_with_its_right_edge_at_rest() -> None:
    scene = Number(value=GDP, unit=False).plot(PLACE, LANDSCAPE)

    edges, values = set(), []
    for t in (0.0, 0.2, 0.5, 0.9, 2.0):
        (number,) = scene.at(t)
        assert isinstance(number, Figure)
        edges.add(text_ink(number).right)
        values.append(number.value)
    assert edges == {texts(scene.full)[0].x}
    assert values == sorted(values)
    assert (values[0], values[-1]) == (0, 2442)


@pytest.mark.parametrize("value", [GDP, Quantity(1 / 3, text="1/3")])
def test_nothing_of_it_is_seen_before_its_turn(value: Quantity) -> None:
    scene = Number(value=value).plot(PLACE, LANDSCAPE)

    assert {mark.opacity for mark in scene.at(0.0)} == {0.0}
    assert {mark.opacity for mark in scene.at(2.0)} == {1.0}


def test_its_digits_are_equally_wide_while_it_counts() -> None:
    scene = Number(value=GDP).plot(PLACE, LANDSCAPE)

    assert texts(scene.at(0.5))[0].style.tabular


def test_more_than_three_hundred_wears_a_raised_plus() -> None:
    scene = Number(value=Quantity(300, bound="over")).plot(Box(1190, 186, 634, 280), LANDSCAPE)

    number, plus = texts(scene.full)
    assert isinstance(plus, Label)
    assert plus.text == "+"
    assert plus.y == pytest.approx(number.y - 71, abs=1)
    assert plus.style.size == pytest.approx(170, abs=1)


@pytest.mark.parametrize(("setting", "sign"), [(LANDSCAPE, "约"), (ENGLISH, "≈")])
def test_about_stands_before_the_number(setting: Setting, sign: str) -> None:
    scene = Number(value=Quantity(30, bound="about")).plot(PLACE, setting)

    before, number = texts(scene.full)
    assert shown((before,)) == {"number/bound": sign}
    assert text_ink(before).right < text_ink(number).left


def test_a_fact_with_a_text_shows_that() -> None:
    scene = Number(value=Quantity(1 / 3, text="1/3")).plot(PLACE, LANDSCAPE)

    assert list(shown(scene.full).values()) == ["1/3"]


def test_what_is_no_number_shows_a_dash() -> None:
    scene = Number(value=Quantity(float("nan"), unit=YI_YUAN)).plot(PLACE, LANDSCAPE)

    assert list(shown(scene.full).values()) == ["–"]


def test_its_width_at_rest_is_that_of_its_settled_digits() -> None:
    (number,) = Number(value=GDP, unit=False).plot(PLACE, LANDSCAPE).full

    assert isinstance(number, Figure)
    ink = text_ink(number)
    assert ink.right - ink.left == EmMeasure().advance(figure_text(number), number.style)


def test_a_fraction_is_set_wider_than_other_large_figures() -> None:
    fraction = texts(Number(value=Quantity(1 / 3, text="1/3")).plot(PLACE, LANDSCAPE).full)[0]
    number = texts(Number(value=GDP).plot(PLACE, LANDSCAPE).full)[0]

    assert (fraction.style.spacing, number.style.spacing) == (0.0, -0.035)


def test_a_hero_uses_the_height_of_its_lines() -> None:
    place = Box(72, 400, 936, 1200)

    used = Number(value=GDP).height_in(place, PORTRAIT)

    number, unit = texts(Number(value=GDP).plot(place, PORTRAIT).full)
    assert number.y < unit.y < 400 + used < 400 + 1.4 * number.style.size
    assert Number(value=Quantity(300)).height_in(place, PORTRAIT) == 560


def test_a_percent_sign_never_leaves_its_number() -> None:
    share = Quantity(57.3, 1, PERCENT)

    number, sign = texts(Number(value=share).plot(Box(72, 176, 936, 560), PORTRAIT).full)

    assert sign.y == number.y
    assert text_ink(sign).left > text_ink(number).right


GROWTH = Quantity(6.9, 1, PERCENT, is_signed=True)
WIDE = Box(96, 336, 1728, 400)
GROWN = Number(value=GDP, trend=GROWTH, trend_label=both("比上年", "on the year"))


def arrow(marks: Marks) -> Shape:
    """The arrow of the change."""
    return next(m for m in marks if isinstance(m, Shape) and m.key == "trend/arrow")


def test_a_change_stands_beside_it_on_its_baseline_with_an_arrow_for_its_sign() -> None:
    marks = GROWN.plot(WIDE, LANDSCAPE).full

    by_key = {mark.key: mark for mark in texts(marks)}
    assert shown(marks) | {"number": "2442"} == {
        "number": "2442", "number/unit": "亿元", "trend": "6.9", "trend/unit": "%",
        "trend/name": "比上年",
    }  # fmt: skip
    assert by_key["trend"].y == by_key["number"].y
    assert text_ink(by_key["number/unit"]).right < arrow(marks).x < text_ink(by_key["trend"]).left


@pytest.mark.parametrize(("change", "way"), [(3.0, 1.0), (-3.0, -1.0), (0.0, 0.0)])
def test_the_arrow_points_where_it_went_and_comes_from_there(change: float, way: float) -> None:
    scene = replace(GROWN, trend=Quantity(change)).plot(WIDE, LANDSCAPE)

    before = next(mark for mark in scene.empty if mark.key == "trend/arrow")
    assert isinstance(before, Shape)
    assert math.copysign(1.0, before.y - arrow(scene.full).y) * abs(way) == way
    assert shown(scene.full)["trend"] == f"{abs(change):.0f}"


def test_where_the_place_is_narrow_the_change_stands_below() -> None:
    place = Box(72, 430, 936, 900)

    marks = GROWN.plot(place, PORTRAIT).full

    by_key = {mark.key: text_ink(mark) for mark in texts(marks)}
    assert by_key["trend"].top > by_key["number/unit"].bottom
    assert GROWN.height_in(place, PORTRAIT) >= by_key["trend"].bottom - place.y


def test_in_a_low_place_the_small_line_goes_first_and_then_the_change() -> None:
    data = table(("a", 3), ("b", 5))
    chart = Number(value=Quantity(5280), trend=Quantity(12.4, 1), data=data, y=Column("y"))

    low, least = (chart.plot(Box(96, 320, *size), ENGLISH).full for size in ((420, 300), (120, 70)))

    sizes = {mark.key: mark.style.size for mark in low if isinstance(mark, Figure)}
    assert sizes["number"] >= sizes["trend"]
    assert not [mark for mark in low if isinstance(mark, Polylines)]
    assert shown(least) == {"number": "5,280"}


def test_a_column_of_its_data_is_a_small_line_with_a_dot_on_the_last_value() -> None:
    rows = table(("2022", 3), ("2023", None), ("2024", 1), ("2025", 5))
    scene = Number(value=Quantity(5.0), data=rows, y=Column("y")).plot(WIDE, LANDSCAPE)

    (line,) = (mark for mark in scene.full if isinstance(mark, Polylines))
    (dot,) = (mark for mark in scene.full if isinstance(mark, Points))
    heights = line.points[0, :, 1]
    assert np.isnan(heights).tolist() == [False, True, False, False]
    assert heights[2] > heights[0] > heights[3]
    assert dot.places[0, :2].tolist() == line.points[0, -1].tolist()
    assert next(m for m in scene.at(0.0) if isinstance(m, Polylines)).trim.tolist() == [0.0]


def test_a_small_line_of_many_values_keeps_their_peaks() -> None:
    rows = table(*((n, 1000.0 if n == 777 else n % 3) for n in range(5000)))
    marks = Number(value=Quantity(5.0), data=rows, y=Column("y")).plot(WIDE, LANDSCAPE).full

    (line,) = (mark for mark in marks if isinstance(mark, Polylines))
    assert line.points.shape[1] <= 240
    assert np.argmin(line.points[0, :, 1]) == pytest.approx(777 / 5000 * 240, abs=2)


numbers = st.builds(
    Number, value=quantities, trend=st.none() | quantities, trend_label=names, data=tables(),
    y=st.sampled_from((None, Column("value"), Column("nowhere"))),
    size=st.sampled_from(("hero", "second")),
)  # fmt: skip


@settings(max_examples=200)
@given(numbers, boxes, settings_of_slides)
def test_what_stands_beside_it_is_finite_in_its_place_and_over_nothing(
    chart: Number, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    assert is_finite(scene.at(0.4))
    added = tuple(mark for mark in scene.full if not mark.key.startswith("number"))
    over = [pair for pair in overlaps(scene.full) if any(key.startswith("trend") for key in pair)]
    assert over == []
    assert [ink for mark in added for ink in inks(mark) if not ink.is_within(box, 22.0)] == []


def test_without_a_figure_it_shows_the_last_value_of_its_data() -> None:
    rows = table((1, 40.0), (2, 55.0), (3, None))

    fed, bare = (
        Number(value=value, data=data, y=Column("y")).plot(PLACE, LANDSCAPE).full
        for value, data in ((None, rows), (Quantity(55.0), rows))
    )

    assert shown(fed)["number"] == "55"
    assert repr(fed) == repr(bare)


def test_it_counts_from_one_value_of_its_data_to_the_next() -> None:
    old, new = (
        Number(data=table((1, value)), y=Column("y"), unit=False).plot(PLACE, LANDSCAPE).full
        for value in (40, 60)
    )

    assert shown(blend(old, new, Even(0.5)))["number"] == "50"


def test_it_waits_for_its_first_value_with_nothing() -> None:
    chart = Number(data=table(), y=Column("y"))

    assert chart.plot(PLACE, LANDSCAPE).full == ()
    assert chart.height_in(PLACE, LANDSCAPE) == PLACE.height
