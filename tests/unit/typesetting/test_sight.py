from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.typesetting.sight import CAPITAL, Sight

PX_PER_MM = 2.0168  # of 43 inches
SCREENS = st.floats(15.0, 86.0).map(lambda inches: 2202.9 / (25.4 * inches))


def capital_mm(em: float, sight: Sight) -> float:
    return em * CAPITAL / sight.px_per_mm


def test_on_43_inches_seen_from_a_metre_and_a_half_the_type_scale_is_itself() -> None:
    sight = Sight(PX_PER_MM, 1.5)

    assert [sight.grown(size) for size in (26, 30, 34, 60, 320)] == [26, 30, 34, 60, 320]
    assert sight.smallest() == sight.readable() == 26.0


def test_from_four_metres_captions_have_16_minutes_of_arc_and_text_has_20() -> None:
    sight = Sight(PX_PER_MM, 4.0)

    assert capital_mm(sight.grown(26), sight) == pytest.approx(4 * 4.7)
    assert capital_mm(sight.grown(34), sight) == pytest.approx(4 * 5.8)


def test_larger_text_has_capitals_of_seven_tenths_of_a_degree_captions_too() -> None:
    sight = Sight(PX_PER_MM, 1.5)

    sizes = [sight.grown(size, is_large=True) for size in (26, 30, 34, 40)]

    assert [capital_mm(size, sight) for size in sizes] == pytest.approx([1.5 * 12.22] * 4)


def test_what_is_large_enough_grows_no_further_than_its_place_above_the_others_asks() -> None:
    sight = Sight(PX_PER_MM, 1.5)

    assert sight.grown(320, is_large=True) == 320
    assert sight.grown(60, is_large=True) / sight.grown(34, is_large=True) > 1.2


def test_on_a_small_screen_seen_from_near_capitals_are_never_lower_than_4_8_millimetres() -> None:
    sight = Sight(2202.9 / (25.4 * 12.0), 0.5)

    assert capital_mm(sight.smallest(), sight) == pytest.approx(4.8)


@given(SCREENS, st.floats(0.3, 8.0), st.booleans())
def test_a_larger_size_of_the_scale_is_never_smaller_here(
    px_per_mm: float, viewing_m: float, is_large: bool
) -> None:
    sight = Sight(px_per_mm, viewing_m)

    sizes = [sight.grown(size, is_large=is_large) for size in (26, 30, 34, 40, 60, 72, 104, 320)]

    assert sizes == sorted(sizes)
    assert all(size >= sight.smallest(is_large=is_large) for size in sizes)
