"""What a visitor's touches do."""

from __future__ import annotations

import math

import pytest

from kiosk.geometry import Box
from kiosk.playback.events import (
    Action,
    Cancelled,
    CloseStrip,
    Commanded,
    Dragged,
    GoHome,
    Next,
    OpenChapter,
    OpenSlide,
    OpenStrip,
    Pressed,
    Previous,
    Ready,
    Released,
    SwitchLanguage,
)
from kiosk.playback.state import HOME
from tests.unit.playback.shows import Playing, after, at, changed, playing, show_of


def tapped(show: Playing, action: Action | None, now: float) -> Playing:
    """`show` after a tap on what does `action`."""
    show = after(show, Pressed("thing", action), now)
    return after(show, Released(), now + 0.1)


def woken(*counts: int) -> Playing:
    """A show that a visitor has woken at 1 s."""
    return tapped(playing(show_of(*counts)), None, 1.0)


def test_a_touch_makes_the_slide_being_shown_the_visitors() -> None:
    show = tapped(playing(show_of(3)), Next(), 2.0)

    later = at(show, 40.0)

    assert show.state.mode == "visit"
    assert later.slide == "a1"
    assert later.state.view.local_t(40.0) == 40.0


def test_a_touch_in_a_transition_lets_it_end_and_keeps_the_coming_slide() -> None:
    show = tapped(playing(show_of(3)), None, 5.3)

    assert at(show, 30.0).slide == "a2"


def test_the_chrome_comes_on_at_once_when_the_show_is_touched() -> None:
    show = after(playing(show_of(3)), Pressed(), 2.0)

    assert show.state.chrome.at(2.0) == 0.0
    assert show.state.chrome.at(2.25) == 1.0


@pytest.mark.parametrize(
    ("action", "slide"),
    [
        (Next(), "a3"),
        (Previous(), "a1"),
        (OpenSlide("b1"), "b1"),
        (OpenSlide("z9"), "a2"),
        (OpenChapter(1, Box(0, 0, 9, 9)), "b1"),
        (OpenChapter(7, Box(0, 0, 9, 9)), "a2"),
        (GoHome(), HOME),
    ],
)
def test_a_tap_leads_where_its_target_says(action: Action, slide: str) -> None:
    show = at(tapped(woken(3, 1), Next(), 2.0), 3.0)

    show = tapped(show, action, 4.0)

    assert show.slide == slide
    assert at(show, 4.8).state.turn is None


@pytest.mark.parametrize(
    ("action", "kind", "takes_s"),
    [
        (Next(), "push", 0.3),
        (OpenChapter(1, Box(9, 9, 9, 9)), "widen", 0.7),
        (GoHome(), "dissolve", 0.3),
    ],
)
def test_each_way_has_its_own_transition(action: Action, kind: str, takes_s: float) -> None:
    show = tapped(woken(2, 2), action, 4.0)

    turn = show.state.turn

    assert turn is not None
    assert (turn.plan.kind, turn.share.duration_s) == (kind, takes_s)


def test_there_is_nothing_before_the_first_and_after_the_last_slide() -> None:
    first = tapped(woken(2), Previous(), 2.0)
    last = tapped(tapped(woken(2), Next(), 2.0), Next(), 4.0)

    assert first.state.turn is None
    assert last.state.turn is None
    assert last.slide == "a2"


def test_visitors_find_slides_that_the_loop_leaves_out() -> None:
    show = playing(changed(show_of(3), "a2", in_loop=False))

    show = tapped(tapped(show, None, 1.0), Next(), 2.0)

    assert show.slide == "a2"


def test_quick_taps_all_count() -> None:
    show = woken(5)

    for tap in range(3):
        show = tapped(show, Next(), 2.0 + tap * 0.12)

    assert at(show, 4.0).slide == "a4"


def test_going_on_and_back_at_once_stays() -> None:
    show = tapped(tapped(woken(3), Next(), 2.0), Next(), 2.12)

    show = at(tapped(show, Previous(), 2.23), 4.0)

    assert show.slide == "a2"
    assert show.state.wish is None


def test_a_wish_for_what_is_not_ready_is_done_when_it_is() -> None:
    show = tapped(playing(show_of(3), None, "a2"), None, 1.0)

    waiting = at(tapped(show, Next(), 2.0), 9.0)
    ready = after(waiting, Ready("a2", 1.0), 9.0)

    assert waiting.slide == "a1"
    assert waiting.state.wish is not None
    assert ready.slide == "a2"


def test_switching_the_language_keeps_the_slide_and_its_time() -> None:
    show = at(tapped(woken(2), SwitchLanguage(), 4.0), 4.4)

    view = show.state.view

    assert (view.id, view.look.language) == ("a1", "en")
    assert view.local_t(4.4) == pytest.approx(4.1)


def test_keys_wake_the_show_and_act_at_once() -> None:
    show = after(playing(show_of(3)), Commanded(Next()), 2.0)

    assert show.state.mode == "visit"
    assert show.slide == "a2"


# --- swiping ------------------------------------------------------------------------------------


def dragged(show: Playing, *offsets: float, start: float = 2.0) -> Playing:
    """`show` with a finger that goes down and moves, every 20 ms."""
    show = after(show, Pressed(), start)
    for place, offset in enumerate(offsets, start=1):
        show = after(show, Dragged(offset), start + place * 0.02)
    return show


def test_the_page_follows_the_finger() -> None:
    show = dragged(woken(3), -0.1, -0.2)

    turn = show.state.turn

    assert turn is not None
    assert turn.plan.to.id == "a2"
    assert turn.share.at(5.0) == pytest.approx(0.2)
    assert show.slide == "a1"


def test_a_swipe_in_the_loop_drags_at_once() -> None:
    show = dragged(playing(show_of(3)), -0.3)

    show = at(after(show, Released(is_tap=False), 2.1), 3.0)

    assert show.state.mode == "visit"
    assert show.slide == "a2"


@pytest.mark.parametrize(
    ("offset", "velocity", "slide"),
    [
        (-0.24, 0.0, "a2"), (-0.26, 0.0, "a3"), (0.26, 0.0, "a1"),
        (-0.05, -0.6, "a3"), (-0.4, 0.6, "a2"), (-0.05, -0.4, "a2"),
    ],
)  # fmt: skip
def test_a_page_settles_by_distance_and_speed(offset: float, velocity: float, slide: str) -> None:
    show = dragged(at(tapped(woken(3), Next(), 1.2), 2.0), offset)

    show = after(show, Released(velocity, is_tap=False), 2.1)
    settled = at(show, 2.4)

    assert settled.slide == slide
    assert settled.state.turn is None


@pytest.mark.parametrize("offset", [math.nan, math.inf, -math.inf, 1e300])
def test_a_finger_that_is_nowhere_does_no_harm(offset: float) -> None:
    show = dragged(woken(2), offset)

    released = at(after(show, Released(offset, is_tap=False), 3.0), 4.0)

    assert show.state.pull is None or abs(show.state.pull.at(2.1)) < 0.12
    assert released.state.turn is None
    assert released.state.pull is None


def test_a_finger_that_turns_round_pulls_the_other_page() -> None:
    show = dragged(at(tapped(woken(3), Next(), 1.2), 2.0), -0.2, 0.1)

    turn = show.state.turn

    assert turn is not None
    assert turn.plan.to.id == "a1"
    assert turn.share.at(5.0) == pytest.approx(0.1)


def test_a_page_gives_only_a_little_at_the_ends() -> None:
    show = dragged(woken(2), 0.2, 0.9)

    back = at(after(show, Released(is_tap=False), 3.0), 3.4)

    assert show.state.turn is None
    assert show.state.pull is not None
    assert 0.0 < show.state.pull.at(2.1) < 0.12
    assert back.state.pull is None
    assert back.slide == "a1"


def test_the_clock_of_a_page_that_went_back_goes_on_where_it_was_held() -> None:
    show = dragged(woken(3), -0.1)

    back = at(after(show, Released(is_tap=False), 3.0), 5.0)

    assert back.state.turn is None
    assert back.state.view.local_t(5.0) == pytest.approx(2.02 + 5.0 - 3.0 - 0.3 * 0.46)


def test_a_touch_that_the_system_takes_means_nothing() -> None:
    show = after(dragged(woken(3), -0.6), Cancelled(), 3.0)

    assert at(show, 4.0).slide == "a1"


def test_a_swipe_during_a_turn_is_done_after_it() -> None:
    show = tapped(woken(4), Next(), 2.0)

    show = dragged(show, -0.1, -0.3, start=2.15)
    show = at(after(show, Released(-2.0, is_tap=False), 2.2), 3.0)

    assert show.slide == "a3"


# --- the strip ----------------------------------------------------------------------------------


def test_the_dashes_open_and_close_a_chapters_strip() -> None:
    show = at(tapped(woken(2, 2), OpenStrip(1), 2.0), 2.5)

    closed = at(tapped(show, OpenStrip(1), 3.0), 3.4)

    assert show.state.strip is not None
    assert show.state.strip.share.at(2.5) == 1.0
    assert closed.state.strip is None


@pytest.mark.parametrize("action", [None, CloseStrip(), OpenSlide("b2"), Next()])
def test_anything_else_puts_the_strip_away(action: Action | None) -> None:
    show = at(tapped(woken(2, 2), OpenStrip(1), 2.0), 2.5)

    show = at(tapped(show, action, 3.0), 3.8)

    assert show.state.strip is None


def kinds(show: Playing, times: tuple[float, ...]) -> list[str]:
    """The kinds of the turns that are under way at those times, after a swipe at each."""
    found = []
    for now in times:
        show = after(show, Commanded(Next()), now)
        turn = show.state.turn
        found.append("" if turn is None else turn.plan.kind)
    return found


def test_who_leafs_on_within_a_second_sees_the_next_slides_dissolve() -> None:
    assert kinds(woken(6), (4.0, 4.5, 5.0, 5.9)) == ["push", "dissolve", "dissolve", "dissolve"]


def test_a_second_after_the_last_one_began_a_slide_is_pushed_again() -> None:
    assert kinds(woken(6), (4.0, 5.001)) == ["push", "push"]


def test_a_page_that_a_finger_takes_so_soon_dissolves_under_it() -> None:
    show = after(woken(6), Commanded(Next()), 4.0)

    show = after(after(show, Pressed(), 4.5), Dragged(-0.4), 4.6)

    turn = show.state.turn
    assert turn is not None
    assert turn.is_held
    assert (turn.plan.kind, turn.share.end) == ("dissolve", 0.4)
