"""A figure that counts holds each value, so that its digits do not flicker (WCAG 2.2, 2.3.1)."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.marks import Figure
from kiosk.motion.blend import blend
from kiosk.motion.counting import HELD_S, counted_s
from kiosk.motion.easing import EASE_OUT, LINEAR
from kiosk.motion.morph import morphed
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Even, Timeline, Timing
from kiosk.playback.state import Tween
from kiosk.theme import Colour, TextStyle

START, FIGURE = (
    Figure("number", value, x, 0.0, TextStyle("sans", 40.0, 400), Colour(1.0, 1.0, 1.0))
    for value, x in ((0.0, 0.0), (300.0, 60.0))
)


def counting(duration_s: float = 1.0) -> Scene:
    return Scene((FIGURE,), (START,), Timeline(Timing(0.2, duration_s, EASE_OUT)))


def shown(scene: Scene, t: float) -> float:
    (figure,) = scene.at(t)
    assert isinstance(figure, Figure)
    return figure.value


def test_of_a_figure_that_counts_for_a_second_ten_values_are_shown_after_the_first() -> None:
    scene = counting()

    values = [shown(scene, frame / 240) for frame in range(400)]

    assert len(set(values)) == 11
    assert values == sorted(values)


def test_each_value_stays_for_a_tenth_of_a_second() -> None:
    scene = counting()

    values = [shown(scene, frame / 1000) for frame in range(1300)]
    changes = [at for at in range(1, 1300) if values[at] != values[at - 1]]

    stays = [after - before for before, after in pairwise(changes)]
    assert all(abs(stay - 1000 * HELD_S) <= 1 for stay in stays)


def test_the_last_value_is_exact_and_on_time() -> None:
    scene = counting()

    assert shown(scene, 1.2) == 300.0
    assert shown(scene, 1.2 - 0.001) < 300.0
    assert shown(scene, 3600.0) == 300.0


def test_before_it_counts_it_shows_where_it_begins() -> None:
    assert shown(counting(), 0.2) == 0.0


def test_what_counts_for_less_than_a_value_stays_is_there_at_its_end() -> None:
    scene = counting(0.05)

    assert shown(scene, 0.249) == 0.0
    assert shown(scene, 0.25) == 300.0


def test_the_figure_itself_moves_on_in_every_frame() -> None:
    scene = counting()

    marks = [mark for frame in range(60) for mark in scene.at(frame / 60)]

    assert len({mark.x for mark in marks if isinstance(mark, Figure)}) > 40


@given(st.floats(0.0, 100.0), st.floats(-100.0, 100.0))
def test_the_time_that_is_shown_is_never_later_and_never_older_than_a_value_stays(
    ends: float, t: float
) -> None:
    at = counted_s(t, ends)

    assert at <= t + 1e-6
    assert at > t - HELD_S - 1e-6


@given(st.floats(0.0, 10.0), st.integers(1, 50))
def test_a_step_is_taken_at_its_time_however_it_was_rounded(ends: float, steps: int) -> None:
    at = ends - steps * HELD_S

    for t in (math.nextafter(at, -math.inf), at, math.nextafter(at, math.inf)):
        assert counted_s(t, ends) == pytest.approx(at, abs=1e-6)


def test_a_figure_that_morphs_or_is_told_anew_holds_its_values_too() -> None:
    turn = Tween(0.0, 1.0, 5.0, 0.8, LINEAR)
    frames = [5.0 + frame / 100 for frame in range(81)]

    morphing = [morphed((START,), (FIGURE,), turn.at(t), turn.counted(t)) for t in frames]
    renewed = [blend((START,), (FIGURE,), Even(turn.at(t), turn.counted(t))) for t in frames]

    for ways in (morphing, renewed):
        values = [mark.value for marks in ways for mark in marks if isinstance(mark, Figure)]
        assert 5 < len(set(values)) <= 9
        assert (values[0], values[-1]) == (0.0, 300.0)


def test_a_figure_that_a_finger_holds_stays_with_the_page() -> None:
    held = Tween(0.3, 0.3, 5.0, 0.0)

    assert held.counted(7.0) == 0.3
