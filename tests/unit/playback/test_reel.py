"""One round of a show's loop, of which a film is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.marks import Frame
from kiosk.playback.effects import Wanted
from kiosk.playback.look import Look, look_in
from kiosk.playback.reel import Reel, one_round
from kiosk.playback.state import NIGHT
from kiosk.show.model import Show, Turn
from kiosk.show.opening.dates import Dates
from kiosk.show.opening.hours import Hours
from tests.unit.playback.frames import composer
from tests.unit.playback.shows import ENTRY_S, Dot, changed, playing, show_of
from tests.unit.playback.shows import at as played_until

A_DAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
STAY_S, TURN_S = 5.0, 0.8  # as `show_of` has them


def reel_of(show: Show, *broken: str, look: Look | None = None, at: datetime = A_DAY) -> Reel:
    """One round of `show`, in which all can be shown but `broken`."""

    def entry_of(wanted: Wanted) -> float | None:
        return None if wanted.slide in broken else ENTRY_S

    reel = one_round(show, look_in(show, look or Look()), at, entry_of)
    assert reel is not None
    return reel


def frame_at(reel: Reel, t: float) -> Frame:
    return composer().frame(*reel.at(t))


def shown_in(reel: Reel, every_s: float = 0.1) -> list[str]:
    """The slides that stand alone, in order."""
    found: list[str] = []
    for count in range(round(reel.length_s / every_s)):
        state, _ = reel.at(count * every_s)
        if state.turn is None and state.view.id not in found[-1:]:
            found.append(state.view.id)
    return found


def test_a_round_takes_every_slides_stay_and_every_turn_once() -> None:
    reel = reel_of(show_of(2, 1))

    assert reel.length_s == pytest.approx(3 * (STAY_S + TURN_S))
    assert shown_in(reel) == ["a1", "a2", "b1"]


def test_a_round_begins_with_the_first_slides_entry_and_ends_with_the_turn_back_to_it() -> None:
    reel = reel_of(show_of(2))

    first, now = reel.at(0.0)
    last, _ = reel.at(reel.length_s - 0.01)

    assert (first.view.id, first.view.local_t(now), first.turn) == ("a1", 0.0, None)
    assert last.view.id == "a2"
    assert last.turn is not None
    assert last.turn.plan.to.id == "a1"


def test_what_comes_after_a_rounds_end_is_its_beginning() -> None:
    show = show_of(3)
    for slide in ("a1", "a3"):  # the last chart morphs into the first, which is not entered again
        parts = replace(show.slide(slide).parts, charts=(Dot(id="dot"),))
        show = changed(show, slide, parts=parts)
    reel = reel_of(show)

    assert frame_at(reel, reel.length_s) == frame_at(reel, 0.0)
    assert frame_at(reel, 0.0) != composer().frame(played_until(playing(show), 0.0).state, 0.0)


def test_a_round_is_what_the_loop_plays_without_its_invitation() -> None:
    show = show_of(2)
    reel, played = reel_of(show), playing(show)

    for t in (0.0, 0.25, 3.0, 5.25, 5.75, 7.0, 11.0):
        now = reel.starts + t
        played = played_until(played, now)
        *sheets, invitation = composer().frame(played.state, now).sheets
        assert invitation.key == "invitation"
        assert frame_at(reel, t).sheets == tuple(sheets)


def test_nothing_in_a_round_changes_while_a_slide_stands() -> None:
    reel = reel_of(show_of(2))
    state, now = reel.at(2.0)

    assert composer().next_change(state, now) == pytest.approx(reel.starts + STAY_S)


def test_the_round_of_a_show_of_one_slide_is_its_stay() -> None:
    reel = reel_of(show_of(1))

    assert reel.length_s == STAY_S
    assert reel.at(0.0)[0].view.local_t(reel.at(0.0)[1]) == 0.0


def test_a_slide_that_cannot_be_shown_is_left_out_of_a_round() -> None:
    reel = reel_of(show_of(3), "a2")

    assert shown_in(reel) == ["a1", "a3"]


def test_there_is_no_round_where_nothing_can_be_shown() -> None:
    show = show_of(2)

    assert one_round(show, look_in(show, Look()), A_DAY, lambda _: None) is None


def test_a_first_slide_that_cannot_be_shown_is_left_out_too() -> None:
    assert shown_in(reel_of(show_of(3), "a1")) == ["a2", "a3"]


def test_a_round_leaves_out_what_is_for_visitors_and_what_is_outside_its_dates() -> None:
    show = changed(show_of(4), "a2", in_loop=False)
    show = changed(show, "a3", dates=Dates(until=datetime(2026, 5, 1, tzinfo=UTC)))

    assert shown_in(reel_of(show)) == ["a1", "a4"]


def test_a_round_has_no_night_whatever_the_hours() -> None:
    closed = replace(show_of(2), hours=Hours(((),) * 7, zone=UTC))

    assert NIGHT not in shown_in(reel_of(closed))


def test_turns_that_take_no_time_are_in_a_round() -> None:
    show = show_of(2)
    for slide in ("a1", "a2"):
        show = changed(show, slide, turn=Turn("cut", 0.0))

    reel = reel_of(show)

    assert reel.length_s == pytest.approx(2 * STAY_S)
    assert reel.at(STAY_S - 0.001)[0].view.id == "a1"
    assert reel.at(STAY_S)[0].view.id == "a2"


def test_a_round_is_shown_in_the_look_that_is_wished() -> None:
    state, _ = reel_of(show_of(2), look=Look("en", "paper")).at(3.0)

    assert (state.view.look.language, state.view.look.theme) == ("en", "paper")
