"""Inks and shades over the picture that is worst for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.elements.legibility import mixed, over_any, strength_for, toned
from kiosk.theme import Colour, colour, contrast

PART = st.floats(0.0, 1.0)
COLOUR = st.builds(Colour, PART, PART, PART, st.just(1.0))
NIGHT, CREAM, ROSE = colour("#060A16"), colour("#F5EFE3"), colour("#F06F80")


@given(ink=COLOUR, shade=COLOUR, strength=PART, picture=PART)
def test_no_picture_leaves_less_contrast_than_the_worst(
    ink: Colour, shade: Colour, strength: float, picture: float
) -> None:
    worst = over_any(ink, shade, strength)

    behind = mixed(Colour(picture, picture, picture), shade, strength)

    assert contrast(ink, behind) >= worst - 1e-9 or worst == 1.0


@given(ink=COLOUR, shade=COLOUR, needed=st.floats(1.0, 7.0))
def test_a_shade_is_as_strong_as_it_has_to_be_and_no_stronger(
    ink: Colour, shade: Colour, needed: float
) -> None:
    strength = strength_for(ink, shade, needed)

    if strength > 0.0:
        assert over_any(ink, shade, strength) >= needed
        assert over_any(ink, shade, strength - 0.01) < 1.03 * needed


def test_an_ink_that_does_not_stand_out_from_the_shade_asks_for_none() -> None:
    assert strength_for(colour("#16233D"), NIGHT, 3.0) == 0.0


@given(ink=COLOUR, strength=st.floats(0.6, 1.0))
def test_a_toned_ink_has_what_it_needs_wherever_the_other_one_has(
    ink: Colour, strength: float
) -> None:
    shown = toned(ink, CREAM, NIGHT, strength, 3.0)

    assert shown == CREAM or over_any(shown, NIGHT, strength) >= 3.0


def test_a_toned_ink_keeps_its_hue() -> None:
    shown = toned(ROSE, CREAM, NIGHT, 0.7, 3.0)

    assert shown.red > shown.blue > shown.green
    assert contrast(shown, NIGHT) > contrast(ROSE, NIGHT)


@pytest.mark.parametrize("strength", [0.77, 0.9])
def test_an_ink_that_stands_out_already_stays_as_it_is(strength: float) -> None:
    assert toned(ROSE, CREAM, NIGHT, strength, 3.0) == ROSE
