"""The colours of series are told apart by everybody, on every theme."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import dist

import pytest
from coloraide import Color

from kiosk.author.folder import theme_files
from kiosk.charts.palette import series_colour, series_colours
from kiosk.show.themes import load_theme
from kiosk.theme import Colour, Theme, contrast
from tests.unit.charts.stand_ins import LANDSCAPE

EYES = ("normal", "protan", "deutan", "tritan")  # all cones, and without one kind of them
APART = 0.07  # in OKLab, where 0.02 can just be seen
NAMES = ("dusk", "paper", "contrast")


def theme(name: str) -> Theme:
    read = load_theme(name, theme_files()[name])
    assert read.theme is not None
    return read.theme


def seen(colour: Colour, eye: str) -> tuple[float, float, float]:
    """OKLab coordinates of the colour as such an eye sees it, after Brettel and Viénot."""
    shown = Color("srgb", list(colour[:3]))
    if eye != "normal":
        shown = shown.filter(eye)
    light, a, b = shown.convert("oklab").coords()
    return light, a, b


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("eye", EYES)
def test_any_two_colours_of_a_theme_are_told_apart(name: str, eye: str) -> None:
    shown = series_colours(7, replace(LANDSCAPE, theme=theme(name)))

    least = min(dist(seen(a, eye), seen(b, eye)) for a, b in combinations(shown, 2))
    assert least >= APART


@pytest.mark.parametrize("name", NAMES)
def test_each_stands_out_from_the_ground(name: str) -> None:
    of = theme(name)

    for colour in series_colours(7, replace(LANDSCAPE, theme=of)):
        assert contrast(colour, of.ground) >= 3.0


@pytest.mark.parametrize("name", NAMES)
def test_the_slides_own_accent_comes_first(name: str) -> None:
    of = theme(name)

    for accent in of.accents:
        assert series_colours(3, replace(LANDSCAPE, theme=of, accent=accent))[0] == accent


def test_more_series_than_accents_have_colours_too() -> None:
    shown = series_colours(40, replace(LANDSCAPE, theme=theme("dusk")))

    assert len(shown) == 40
    assert len(set(shown)) == 21


def test_a_single_colour_is_that_of_all_however_many_there_are() -> None:
    setting = replace(LANDSCAPE, theme=theme("dusk"))

    shown = series_colours(40, setting)

    assert tuple(series_colour(place, setting) for place in range(40)) == shown
    assert series_colours(9, setting) == shown[:9]
