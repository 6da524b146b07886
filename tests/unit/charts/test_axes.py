"""Round ticks."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.axes import round_ticks


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
