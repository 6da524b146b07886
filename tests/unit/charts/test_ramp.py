"""Colours for values: even to the eye, on every theme."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.ramp import oklab, ramp_of, srgb
from kiosk.theme import colour
from tests.unit.charts.stand_ins import LANDSCAPE

parts = st.floats(0, 1)


@given(st.lists(st.tuples(parts, parts, parts), min_size=1, max_size=9))
def test_there_and_back_is_the_same_colour(colours: list[tuple[float, float, float]]) -> None:
    given_colours = np.array(colours)

    assert srgb(oklab(given_colours)) == pytest.approx(given_colours, abs=1e-6)


def test_white_is_light_without_hue_and_red_is_where_its_author_found_it() -> None:
    white, red = oklab(np.array([[1.0, 1.0, 1.0], [1.0, 0.0, 0.0]]))

    assert white == pytest.approx([1.0, 0.0, 0.0], abs=1e-4)
    assert red == pytest.approx([0.628, 0.225, 0.126], abs=1e-3)


def test_equal_steps_of_a_value_look_equally_far_apart() -> None:
    ramp = ramp_of([0.0, 10.0], LANDSCAPE)

    lab = oklab(ramp.colours([float(n) for n in range(11)])[:, :3])

    steps = np.linalg.norm(np.diff(lab, axis=0), axis=1)
    assert steps == pytest.approx(np.full(10, steps.mean()), rel=1e-3)


def test_the_greatest_value_wears_the_accent() -> None:
    ramp = ramp_of([3.0, 5.0], LANDSCAPE)

    assert ramp.colours([5.0])[0, :3] == pytest.approx(LANDSCAPE.accent[:3], abs=1e-6)


def test_values_below_zero_go_towards_another_accent_and_both_sides_are_measured_alike() -> None:
    theme = replace(LANDSCAPE.theme, accents=(LANDSCAPE.accent, colour("#AE98FF")))
    ramp = ramp_of([-5.0, 10.0], replace(LANDSCAPE, theme=theme))

    below, zero, above = oklab(ramp.colours([-5.0, 0.0, 5.0])[:, :3])

    assert below[2] < zero[2] < above[2]
    assert ramp.colours([-10.0])[0, :3] == pytest.approx(theme.accents[1][:3], abs=1e-6)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=20))
def test_every_value_has_a_colour(values: list[float]) -> None:
    colours = ramp_of(values, LANDSCAPE).colours(values)

    assert colours.shape == (len(values), 4)
    assert ((colours >= 0.0) & (colours <= 1.0)).all()
