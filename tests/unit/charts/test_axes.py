"""Round ticks."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.axes import round_ticks, tick_figures
from kiosk.data.quantity import Quantity
from tests.unit.charts.stand_ins import ENGLISH, shown


def test_ticks_are_few_and_round() -> None:
    assert round_ticks(0, 3501) == (1000, 2000, 3000)
    assert round_ticks(0, 100) == (50, 100)
    assert round_ticks(-50, 50) == (-50, 50)
    assert round_ticks(0, 0.7) == pytest.approx((0.2, 0.4, 0.6))


def test_nothing_between_equal_ends() -> None:
    assert round_ticks(0, 0) == ()
    assert round_ticks(0, math.inf) == ()


@given(st.floats(-1e300, 0), st.floats(0, 1e300), st.integers(1, 8))
def test_ticks_rise_inside_the_span_and_are_no_more_than_asked(
    low: float, high: float, most: int
) -> None:
    ticks = round_ticks(low, high, most)

    assert len(ticks) <= most
    assert list(ticks) == sorted(set(ticks))
    assert all(low <= tick <= high and tick != 0 for tick in ticks)


def written(ticks: tuple[float, ...]) -> list[str]:
    """What stands at the ticks, in English."""
    figures = tick_figures(ticks, Quantity(8.0), 26.0, ENGLISH)
    return [text for figure in figures for text in shown(figure.full).values()]


@given(st.integers(-40, 0), st.integers(0, 40), st.integers(1, 8))
def test_what_stands_at_a_tick_is_its_value(low: int, high: int, most: int) -> None:
    ticks = tuple(tick for tick in round_ticks(low, high, most) if abs(tick) > 1e-9)

    said = [text.replace(",", "").replace("\N{MINUS SIGN}", "-") for text in written(ticks)]

    assert [float(each) for each in said] == pytest.approx(ticks)


def test_ticks_have_no_more_decimals_than_they_need() -> None:
    assert written((2.5, 5.0, 7.5)) == ["2.5", "5.0", "7.5"]
    assert written((0.25, 0.5)) == ["0.25", "0.50"]
    assert written((100.0, 102.5, 105.0)) == ["100.0", "102.5", "105.0"]
    assert written((2.0, 4.0, 6.0)) == ["2", "4", "6"]
    assert written((0.2, 0.4, 0.2 * 3)) == ["0.2", "0.4", "0.6"]
    assert written((25.0, 50.0)) == ["25", "50"]


def test_powers_of_ten_have_no_decimals_of_one_another() -> None:
    assert written((1e-3, 100.0, 1e7)) == ["0.001", "100", "10", "m"]
    assert written((1e-8, 1e-5, 0.01)) == ["0.00000001", "0.00001", "0.01"]
    assert written((0.1, 10.0)) == ["0.1", "10"]
