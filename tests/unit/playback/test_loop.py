"""The attract loop, with nobody there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.playback.effects import Finished, LoopEnded, Prepare
from kiosk.playback.events import Broken, Ready
from kiosk.playback.machine import advance, next_due, start
from kiosk.playback.state import Options
from tests.unit.playback.shows import after, at, changed, playing, show_of


def test_the_loop_shows_every_slide_in_order_for_ever() -> None:
    show = playing(show_of(2, 1))

    show = at(show, 24.0)

    assert show.shown == ("a1", "a2", "b1", "a1", "a2")


def test_a_slide_stays_as_long_as_its_author_says_after_it_has_come_on() -> None:
    show = at(playing(show_of(2)), 4.99)

    turning = at(show, 5.0)
    there = at(turning, 5.8)

    assert show.state.turn is None
    assert turning.state.turn is not None
    assert there.state.turn is None
    assert at(there, 10.79).slide == "a2"
    assert at(there, 10.8).slide == "a1"


def test_a_slide_without_a_stay_stays_for_reading_and_its_entry() -> None:
    show = playing(show_of(2, stay_s=None))

    assert next_due(show.state) == pytest.approx(3 + 1 / 3.3 + 1.0)


def test_the_clock_of_a_slide_starts_when_its_transition_has_ended() -> None:
    show = at(playing(show_of(2)), 5.4)

    turn = show.state.turn

    assert turn is not None
    assert turn.plan.to.local_t(5.4) == 0.0
    assert show.state.view.local_t(5.4) == 5.0
    assert at(show, 6.8).state.view.local_t(6.8) == pytest.approx(1.0)


def test_the_loop_leaves_out_what_its_author_left_out() -> None:
    show = changed(changed(show_of(4), "a2", in_loop=False), "a3", is_hidden=True)

    loop = at(playing(show), 20.0)
    every = at(playing(show, Options(takes_all=True)), 20.0)

    assert loop.shown == ("a1", "a4", "a1", "a4")
    assert every.shown == ("a1", "a2", "a4", "a1")


def test_a_show_that_leaves_nothing_to_the_loop_loops_all_the_same() -> None:
    show = changed(changed(show_of(2), "a1", in_loop=False), "a2", in_loop=False)

    assert at(playing(show), 6.0).shown == ("a1", "a2")


def test_a_show_of_one_slide_keeps_it_without_a_turn() -> None:
    show = at(playing(show_of(1)), 16.0)

    assert show.shown == ("a1",)
    assert [effect.count for _, effect in show.said if isinstance(effect, LoopEnded)] == [1, 2, 3]


def test_after_as_many_loops_as_were_asked_for_the_last_slide_stays() -> None:
    show = at(playing(show_of(2), Options(loops=2)), 100.0)

    assert show.shown == ("a1", "a2", "a1", "a2")
    assert [e for _, e in show.said if isinstance(e, LoopEnded | Finished)] == [
        LoopEnded(1), LoopEnded(2), Finished(),
    ]  # fmt: skip
    assert next_due(show.state) is None


def test_nothing_is_shown_before_the_first_slide_is_ready() -> None:
    show = playing(show_of(2), None, "a1")

    waiting = at(show, 3.0)
    ready = after(waiting, Ready("a1", 1.0), 3.0)

    assert waiting.shown == ()
    assert waiting.state.is_waiting
    assert ready.shown == ("a1",)
    assert ready.state.view.local_t(4.0) == 1.0


def test_the_slide_stays_until_the_next_one_is_ready() -> None:
    show = playing(show_of(2), None, "a2")

    waiting = at(show, 60.0)
    ready = at(after(waiting, Ready("a2", 1.0), 60.0), 60.8)

    assert waiting.shown == ("a1",)
    assert ready.shown == ("a1", "a2")
    assert ready.state.acted == 60.8


def test_a_broken_slide_is_passed_over() -> None:
    show = playing(show_of(3), None, "a2")

    show = at(after(show, Broken("a2"), 1.0), 12.0)

    assert show.shown == ("a1", "a3", "a1")


def test_a_broken_first_slide_gives_way_to_the_next_one() -> None:
    show = playing(show_of(2), None, "a1")

    show = after(show, Broken("a1"), 1.0)

    assert show.shown == ("a2",)


def test_what_may_come_next_is_asked_for_as_soon_as_a_slide_is_there() -> None:
    show = at(playing(show_of(4)), 5.8)

    asked = [effect for _, effect in show.said if isinstance(effect, Prepare)][-1]

    assert [w.slide for w in asked.views if w.look.language == "zh"] == ["a2", "a3", "a1", "home"]


def test_it_does_not_matter_how_often_the_player_is_asked() -> None:
    show = playing(show_of(2)).state

    seldom, said_once = advance(show, 30.0)
    often, said_often = advance(show, 0.0)
    for hundredth in range(3001):
        often, more = advance(often, hundredth / 100)
        said_often += more

    assert seldom == often
    assert said_once == said_often
    assert seldom.loops_done == 2


def test_a_show_without_slides_does_not_play() -> None:
    with pytest.raises(ValueError, match="at least one slide"):
        start(replace(show_of(1), chapters=()), 0.0)


def test_playing_may_start_with_any_slide() -> None:
    state, _ = start(show_of(3), 0.0, first="a3")
    unknown, _ = start(show_of(3), 0.0, first="z9")

    assert state.current.id == "a3"
    assert unknown.current.id == "a1"
