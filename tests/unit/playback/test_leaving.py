"""What happens when a visitor leaves: countdown, return, everything set back."""

from __future__ import annotations

import pytest

from kiosk.playback.events import (
    Broken,
    Commanded,
    Dragged,
    GoHome,
    Next,
    Pressed,
    Ready,
    Released,
    SwitchLanguage,
)
from kiosk.playback.state import HOME
from tests.unit.playback.shows import Playing, after, at, playing, show_of


def visited(*late: str) -> Playing:
    """A show of three slides, 30 s idle, touched last at 10 s."""
    return after(
        playing(show_of(3, idle_s=30.0, stay_s=20.0), None, *late), Commanded(Next()), 10.0
    )


def test_a_countdown_begins_when_nobody_has_touched_anything_for_the_idle_time() -> None:
    show = visited()

    assert not at(show, 39.9).state.is_counting
    assert at(show, 40.0).state.is_counting


def test_there_is_no_countdown_in_the_loop() -> None:
    show = playing(show_of(1, idle_s=5.0, stay_s=600.0))

    assert not at(show, 300.0).state.is_counting


def test_the_slide_steps_back_in_half_a_second() -> None:
    back = at(visited(), 40.0).state.back

    assert back is not None
    assert back.at(40.0) == 0.0
    assert 0.0 < back.at(40.25) < 1.0
    assert back.at(40.5) == 1.0


def test_there_is_no_countdown_where_every_slide_has_broken() -> None:
    show = after(playing(show_of(1, idle_s=5.0)), Pressed(), 1.0)

    show = after(show, Broken("a1"), 2.0)

    assert not at(show, 100.0).state.is_counting


def test_a_countdown_to_no_slide_ends_with_the_slide_in_front() -> None:
    show = at(after(playing(show_of(1, idle_s=5.0)), Pressed(), 1.0), 10.0)
    assert show.state.is_counting

    show = at(after(show, Broken("a1"), 11.0), 30.0)

    assert not show.state.is_counting
    assert show.state.back is None


def test_one_touch_stops_the_countdown_and_does_nothing_else() -> None:
    show = at(visited(), 45.0)

    touched = after(after(show, Pressed("next", Next()), 50.0), Released(), 50.1)
    later = at(touched, 60.0)

    assert touched.state.back is not None
    assert touched.state.back.ends == 50.25
    assert later.state.back is None
    assert later.slide == "a2"
    assert at(later, 80.05).state.counting_since is None
    assert at(later, 80.1).state.is_counting


def test_the_clock_of_the_slide_stands_still_during_the_countdown() -> None:
    show = at(visited(), 45.0)

    later = at(after(show, Pressed(), 50.0), 52.0)

    assert show.state.view.local_t(45.0) == pytest.approx(29.7)
    assert later.state.view.local_t(52.0) == pytest.approx(29.7 + 1.75)


def test_after_the_countdown_the_loop_goes_on() -> None:
    show = at(visited(), 60.0)

    assert show.state.mode == "loop"
    assert show.slide == "a3"
    assert at(show, 60.8).state.turn is None
    assert at(show, 81.6).slide == "a1"


def test_the_language_is_set_back_behind_the_transition_to_the_loop() -> None:
    show = after(visited(), Commanded(SwitchLanguage()), 12.0)

    leaving = at(show, 61.9)
    returning = at(show, 62.4)

    assert leaving.state.view.look.language == "en"
    assert returning.state.view.look.language == "en"
    assert returning.state.turn is not None
    assert returning.state.turn.plan.to.look.language == "zh"


def test_from_the_home_view_the_loop_goes_on_where_it_had_been() -> None:
    show = at(after(visited(), Commanded(GoHome()), 12.0), 61.0)

    assert show.state.view.id == HOME
    assert at(show, 63.0).slide == "a2"


def test_the_countdown_waits_until_the_loops_slide_is_ready() -> None:
    show = at(visited("a3"), 90.0)

    ready = after(show, Ready("a3", 1.0), 90.0)

    assert show.state.is_counting
    assert ready.slide == "a3"


def test_a_finger_that_rests_on_the_page_does_not_hold_the_show_for_ever() -> None:
    show = after(after(visited(), Pressed(), 11.0), Dragged(-0.4), 12.0)

    show = at(show, 42.4)

    assert show.state.is_counting
    assert show.state.finger is None
    assert at(show, 64.0).state.mode == "loop"


def test_a_touch_during_the_return_makes_the_loops_slide_the_visitors() -> None:
    show = after(after(visited(), Pressed(), 60.4), Released(), 60.5)

    assert show.state.mode == "visit"
    assert at(show, 70.0).slide == "a3"
    assert at(show, 90.5).state.is_counting
