from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.stage.svg_path import parsed


def test_all_commands_lead_to_where_svg_says() -> None:
    lines, curves = "M10,20 h30 v-5 l-10 5 H0 V0 L5 5", "C6 6 7 7 8 9 s1 1 2 2 Q20 20 30 10 t10 0"
    data = f"{lines} {curves} a5 5 0 0 1 10 0 z m1 1"

    path = parsed(data)

    assert (path.currentPosition().x(), path.currentPosition().y()) == (11.0, 21.0)


def test_numbers_after_a_move_are_lines() -> None:
    assert parsed("m1 1 2 0 0 2").length() == pytest.approx(4.0)


def test_the_flags_of_an_arc_need_no_space_after_them() -> None:
    assert parsed("M0 0a5 5 0 0110 0") == parsed("M0 0 A5 5 0 0 1 10 0")


@given(st.floats(1, 500), st.floats(0, 360))
def test_two_half_arcs_are_a_circle(radius: float, turn: float) -> None:
    data = (
        f"M{-radius} 0A{radius} {radius} {turn} 0 1 {radius} 0A{radius} {radius} 0 1 1 {-radius} 0"
    )

    path = parsed(data)

    assert path.length() == pytest.approx(2 * math.pi * radius, rel=0.02)
    assert path.boundingRect().height() == pytest.approx(2 * radius, rel=1e-3)


def test_the_sweep_flag_decides_on_which_side_an_arc_bulges() -> None:
    clockwise, other = (parsed(f"M-5 0A5 5 0 0 {flag} 5 0").boundingRect() for flag in "10")

    assert clockwise.center().y() < 0 < other.center().y()


@pytest.mark.parametrize(
    "data", ["M1", "M1 2 K", "hello", "M0 0 L 1 x", "M0 0 Z 5", "M0 0a1 1 0 2 1 3 3"]
)
def test_what_is_no_path_data_is_an_error(data: str) -> None:
    with pytest.raises(ValueError, match=r"path data|takes|numbers|arc"):
        parsed(data)
