"""Scenes: entry, rest and what goes on moving."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.geometry import Box
from kiosk.marks import Label, Marks, Picture
from kiosk.motion.easing import EASINGS, Easing
from kiosk.motion.scene import Breathe, Drift, PlayElsewhere, Scene
from kiosk.motion.timeline import Timeline, Timing, staggered
from kiosk.theme import Colour, TextStyle

TITLE = Label("title", "渝北", 96, 200, TextStyle("serif-bold", 72), Colour(1, 1, 1))
PICTURE = Picture("picture", "t3.jpg", Box(0, 0, 1094, 928), overscan=1.04)


@dataclass(frozen=True)
class Sinking:
    """The title on its way down, 10 units a second."""

    duration_s: float = 4.0

    def at(self, t: float) -> Marks:
        """The title at `t` seconds."""
        return (replace(TITLE, y=200 + 10 * t),)


def playing() -> Scene:
    start = replace(TITLE, y=100, opacity=0.0)
    return Scene(Sinking().at(4.0), (start,), Timeline(Timing(0.5, 0.5)), play=Sinking())


def rising() -> Scene:
    start = replace(TITLE, y=224, opacity=0.0)
    return Scene((TITLE,), (start,), Timeline(Timing(0.5, 0.5)))


def test_a_scene_shows_its_empty_set_until_it_starts() -> None:
    assert rising().at(0.5) == (replace(TITLE, y=224, opacity=0.0),)


def test_a_settled_scene_shows_the_very_same_object_for_ever() -> None:
    scene = rising()

    assert scene.at(1.0) is scene.full
    assert scene.at(1e6) is scene.full


def test_marks_start_one_after_another_when_staggered() -> None:
    timings = staggered(("a", "b", "c"), duration_s=1.2, stagger_s=0.07)

    assert [timing.delay_s for timing in timings.values()] == pytest.approx([0, 0.07, 0.14])
    assert Timeline(by_key=timings).end_s == pytest.approx(1.34)


@given(t=st.floats(0, 1e6))
def test_a_drifting_picture_never_leaves_its_overscan(t: float) -> None:
    scene = Scene((PICTURE,), ambient=Drift(-40, 0, 9))

    (picture,) = scene.at(t)

    assert isinstance(picture, Picture)
    assert -40 <= picture.shift[0] <= 0


def test_what_breathes_is_at_its_lowest_after_half_a_breath() -> None:
    scene = Scene((TITLE,), ambient=Breathe(low=0.7, period_s=4))

    assert scene.at(2.0)[0].opacity == pytest.approx(0.7)
    assert scene.at(4.0)[0].opacity == pytest.approx(1.0)


@pytest.mark.parametrize("easing", EASINGS.values(), ids=EASINGS.keys())
@given(a=st.floats(0, 1), b=st.floats(0, 1))
def test_an_easing_never_goes_back(easing: Easing, a: float, b: float) -> None:
    earlier, later = sorted((a, b))

    assert easing(earlier) <= easing(later) + 1e-6
    assert (easing(0), easing(1)) == (0, 1)


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.9])
def test_an_easing_is_the_bezier_curve_read_at_its_x(share: float) -> None:
    x1, y1, x2, y2 = 0.25, 0.1, 0.25, 1.0

    value = Easing(x1, y1, x2, y2)(share)

    # The curve traced in small steps, to where its x has come that far.
    trace = (s / 10_000 for s in range(10_001))
    s = next(
        s for s in trace if 3 * (1 - s) ** 2 * s * x1 + 3 * (1 - s) * s**2 * x2 + s**3 >= share
    )
    assert value == pytest.approx(
        3 * (1 - s) ** 2 * s * y1 + 3 * (1 - s) * s**2 * y2 + s**3, abs=1e-3
    )


def test_what_plays_begins_where_the_entry_ends() -> None:
    scene = playing()

    assert scene.at(0.0) == scene.empty
    assert scene.at(1.0) == scene.first == (TITLE,)
    assert scene.at(3.0) == (replace(TITLE, y=220),)


def test_what_has_played_rests_as_the_very_same_object() -> None:
    scene = playing()

    assert (scene.entry_s, scene.end_s) == (1.0, 5.0)
    assert scene.at(5.0) is scene.full
    assert scene.at(1e6) is scene.full


def test_a_play_elsewhere_is_as_long_and_lies_where_it_is_placed() -> None:
    play = PlayElsewhere(Sinking(), lambda marks: (*marks, replace(TITLE, key="beside")))

    assert play.duration_s == 4.0
    assert [mark.key for mark in play.at(1.0)] == ["title", "beside"]
