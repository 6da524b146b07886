"""A new show takes over while the old one plays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.data.text import plain
from kiosk.playback.effects import Prepare
from kiosk.playback.events import Commanded, Next, OpenStrip, Ready, TakenOver
from kiosk.playback.takeover import seen_in
from tests.unit.playback.shows import after, at, changed, playing, show_of


def test_in_place_the_same_slide_goes_on_at_the_same_time() -> None:
    show = at(playing(show_of(3)), 2.0)
    edited = changed(show_of(3), "a1", notes=plain("new"))

    show = after(show, TakenOver(edited), 2.5)

    assert show.state.view.show is edited
    assert show.state.view.local_t(2.5) == 2.5
    assert at(show, 5.0).slide == "a2"


def test_in_place_both_slides_of_a_turn_are_taken_over() -> None:
    show = at(playing(show_of(3)), 5.4)
    edited = show_of(3, stay_s=2.0)

    show = after(show, TakenOver(edited), 5.5)

    assert show.state.turn is not None
    assert show.state.turn.plan.to.show is edited
    assert at(show, 7.8).slide == "a3"


def test_otherwise_the_new_show_begins_with_the_next_slide() -> None:
    edited = changed(show_of(3), "a2", notes=plain("new"))

    show = after(playing(show_of(3)), TakenOver(edited, in_place=False), 2.5)
    later = at(show, 6.0)

    assert show.state.view.show is not edited
    assert later.state.view.show is edited
    assert later.slide == "a2"


def test_a_slide_that_is_gone_stays_until_its_successor_follows() -> None:
    show = at(playing(show_of(4)), 6.0)
    without = replace(show_of(4), chapters=())
    chapter = show_of(4).chapters[0]
    left = tuple(s for s in chapter.slides if s.id not in {"a2", "a3"})
    without = replace(show_of(4), chapters=(replace(chapter, slides=left),))

    show = after(show, TakenOver(without), 6.5)

    assert show.slide == "a2"
    assert at(show, 11.6).slide == "a4"


def test_what_changed_is_made_ready_again_before_it_is_shown() -> None:
    show = replace(playing(show_of(3)), late=frozenset({"a2"}))
    edited = changed(show_of(3), "a2", notes=plain("new"))

    changed_next = at(after(show, TakenOver(edited), 2.0), 60.0)
    same_next = at(after(show, TakenOver(show_of(3)), 2.0), 6.0)

    assert changed_next.slide == "a1"
    assert same_next.slide == "a2"
    asked = [effect for _, effect in changed_next.said if isinstance(effect, Prepare)][-1]
    assert asked.show is edited


def test_a_show_without_slides_takes_nothing_over() -> None:
    show = playing(show_of(2))

    show = after(show, TakenOver(replace(show_of(1), chapters=())), 2.0)

    assert at(show, 6.0).slide == "a2"


def test_a_visitor_stays_where_they_are() -> None:
    show = after(playing(show_of(3)), Commanded(Next()), 1.0)

    show = after(show, TakenOver(show_of(3, 2)), 4.0)

    assert show.slide == "a2"
    assert show.state.mode == "visit"
    assert after(show, Commanded(Next()), 5.0).slide == "a3"


def test_what_the_sender_has_made_ready_needs_not_be_asked_for_again() -> None:
    show = at(playing(show_of(3, stay_s=None)), 2.0)
    edited = changed(show_of(3, stay_s=None), "a1", notes=plain("new"))
    ready = Ready("a1", 7.0, show.state.view.look)

    told = after(show, TakenOver(edited, ready=(ready,)), 2.5)
    untold = after(replace(show, late=frozenset({"a1"})), TakenOver(edited), 2.5)

    assert told.state.entry_of(told.state.view.wanted) == 7.0
    assert told.state.view.stay_s == pytest.approx(untold.state.view.stay_s + 7.0)


def test_a_screen_of_another_size_leaves_nothing_ready() -> None:
    show = replace(playing(show_of(3)), late=frozenset({"a2"}))

    show = after(show, TakenOver(replace(show_of(3), viewing_m=4.0)), 2.0)

    assert at(show, 60.0).slide == "a1"


def test_what_a_visitor_is_waiting_for_comes_in_the_new_show() -> None:
    show = after(playing(show_of(3), None, "a2"), Commanded(Next()), 1.0)
    edited = changed(show_of(3), "a2", notes=plain("new"))

    show = after(show, TakenOver(edited), 2.0)
    show = after(show, Ready("a2", 1.0, show.state.view.look), 3.0)

    assert at(show, 5.0).slide == "a2"
    assert show.state.current.slide is edited.slides[1]


def test_what_a_visitor_waits_for_in_vain_is_forgotten_with_its_slide() -> None:
    show = after(playing(show_of(3), None, "a2"), Commanded(Next()), 1.0)
    chapter = show_of(3).chapters[0]
    left = tuple(slide for slide in chapter.slides if slide.id != "a2")

    show = after(show, TakenOver(replace(show_of(3), chapters=(replace(chapter, slides=left),))), 2)

    assert show.state.wish is None


def test_in_place_the_strip_that_a_visitor_has_opened_stays_open() -> None:
    show = after(playing(show_of(3)), Commanded(Next()), 1.0)
    show = after(show, Commanded(OpenStrip(0)), 4.0)
    edited = changed(show_of(3), "a2", notes=plain("new"))

    show = after(show, TakenOver(edited), 6.0)

    assert show.state.strip is not None
    assert show.state.strip.share.at(6.0) == 1.0


def test_what_is_seen_is_what_has_to_be_ready_in_the_new_show() -> None:
    turning = at(playing(show_of(3)), 5.4).state
    without_second = replace(show_of(3), chapters=())

    both = [wanted.slide for wanted in seen_in(turning, show_of(3, stay_s=2.0))]

    assert both == ["a1", "a2"]
    assert seen_in(turning, without_second) == ()
