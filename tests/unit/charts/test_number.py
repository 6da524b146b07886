"""One large figure."""

from __future__ import annotations

import pytest

from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, figure_text
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    YI_YUAN,
    EmMeasure,
    overlaps,
    shown,
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
