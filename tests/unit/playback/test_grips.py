"""Fingers on a chart become the stretch of it that they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.geometry import Box, Point
from kiosk.playback.touch.exploring import Pane
from kiosk.playback.touch.gestures import Contact, Phase
from kiosk.playback.touch.grips import (
    COAST_S,
    Grip,
    coast_s,
    gripped,
    holding,
    is_forgotten,
    is_second,
    means_else,
    moved,
    over_s,
    stretch_under,
    takes_hold,
    thrown,
)

WHOLE = Pane("a", "chart", Box(100.0, 100.0, 1000.0, 400.0), 0.01, 0.0, 1.0)
HALF = Pane("a", "chart", WHOLE.box, 0.01, 0.25, 0.75)


def finger(
    x: float, time: float = 0.0, phase: Phase = "move", id_: int = 1, y: float = 300.0
) -> Contact:
    """A finger on the chart."""
    return Contact(id_, Point(x, y), time, phase)


def grip(*contacts: Contact, pane: Pane = HALF) -> Grip:
    """The grip of a first finger at 600, and what came after; the slack is 24 units."""
    found = gripped(finger(600.0, phase="down"), pane, 2.0, 12.0)
    for contact in contacts:
        found = moved(found, contact)
    return found


def held(*contacts: Contact, pane: Pane = HALF) -> Grip:
    """A grip that has taken hold where the first of the fingers were, and what came after."""
    found = holding(grip(pane=pane), pane, 0.0)
    for contact in contacts:
        before, found = found, moved(found, contact)
        if len(before.fingers) != len(found.fingers):
            found = holding(found, pane, contact.time)
    return found


def test_a_finger_that_hardly_moves_has_not_taken_hold() -> None:
    assert not takes_hold(grip(finger(620.0)))
    assert not means_else(grip(finger(620.0)))


def test_a_finger_that_goes_along_takes_hold() -> None:
    assert takes_hold(grip(finger(630.0, y=310.0)))


def test_a_finger_that_goes_up_means_something_else() -> None:
    up = grip(finger(610.0, y=250.0))

    assert means_else(up)
    assert not takes_hold(up)


def test_two_fingers_take_hold_at_once() -> None:
    assert takes_hold(grip(finger(700.0, phase="down", id_=2)))


def test_what_is_under_a_finger_stays_under_it() -> None:
    assert stretch_under(held(finger(500.0))) == pytest.approx((0.30, 0.80))
    assert stretch_under(held(finger(800.0))) == pytest.approx((0.15, 0.65))


def test_a_chart_that_is_whole_comes_closer_under_a_finger() -> None:
    taken = held(pane=WHOLE)

    assert stretch_under(taken) == pytest.approx((0.25, 0.75))
    assert over_s(taken, 0.0) == pytest.approx(0.3)
    assert over_s(taken, 0.1) == pytest.approx(0.2)
    assert over_s(taken, 1.0) == 0.0


def test_fingers_that_part_show_less_around_their_middle() -> None:
    two = held(finger(800.0, phase="down", id_=2), finger(500.0), finger(900.0, id_=2))

    start, end = stretch_under(two)

    middle = 0.25 + 0.5 * 0.6  # of the whole, under 700
    assert end - start == pytest.approx(0.25)
    assert start + 0.6 * (end - start) == pytest.approx(middle)


def test_fingers_above_one_another_pinch_as_well() -> None:
    above = Contact(2, Point(600.0, 200.0), 0.0, "down")
    higher = Contact(2, Point(600.0, 100.0), 0.1, "move")

    start, end = stretch_under(held(above, higher))

    assert end - start == pytest.approx(0.25)


def test_the_finger_that_stays_goes_on_where_the_other_was_lifted() -> None:
    one = held(finger(800.0, phase="down", id_=2), finger(800.0, 0.1, "up", id_=2), finger(500.0))

    assert stretch_under(one) == pytest.approx((0.30, 0.80))


@given(
    st.lists(st.tuples(st.integers(1, 3), st.floats(0, 1920), st.floats(0, 1080)), max_size=12),
    st.sampled_from((WHOLE, HALF)),
)
def test_whatever_fingers_do_a_stretch_is_neither_too_short_nor_longer_than_the_whole(
    places: list[tuple[int, float, float]], pane: Pane
) -> None:
    down: set[int] = {1}
    contacts = []
    for number, (id_, x, y) in enumerate(places):
        contacts.append(Contact(id_, Point(x, y), number / 60, "move" if id_ in down else "down"))
        down.add(id_)

    start, end = stretch_under(held(*contacts, pane=pane))

    assert pane.least - 1e-9 <= end - start <= 1.0 + 1e-9


def test_a_finger_that_is_lifted_in_its_course_throws_the_chart() -> None:
    fast = held(finger(580.0, 0.02), finger(560.0, 0.04), finger(540.0, 0.06))

    assert thrown(fast, HALF) == pytest.approx(1000 * COAST_S / 3.5 / 1000 * 0.5, rel=0.01)


def test_a_finger_that_has_come_to_rest_throws_nothing() -> None:
    slow = held(finger(580.0, 0.02), finger(540.0, 0.06), finger(540.0, 1.0))

    assert thrown(slow, HALF) == 0.0


def test_what_comes_to_the_end_sooner_takes_less_time() -> None:
    assert coast_s(0.2, 0.2) == COAST_S
    assert coast_s(0.2, 0.05) == pytest.approx(COAST_S / 4)
    assert coast_s(0.0, 0.0) == 0.0


def test_two_taps_at_one_place_mean_one_thing() -> None:
    first = finger(600.0, 1.0, "up")

    assert is_second(first, finger(610.0, 1.3, "up"), 24.0)
    assert not is_second(first, finger(610.0, 1.6, "up"), 24.0)
    assert not is_second(first, finger(700.0, 1.3, "up"), 24.0)
    assert not is_second(None, finger(600.0, 1.3, "up"), 24.0)


def test_a_finger_that_was_lifted_unnoticed_is_forgotten() -> None:
    resting = grip()

    assert is_forgotten(resting, finger(300.0, 1.0, "down"))
    assert is_forgotten(resting, finger(300.0, 20.0, "down", id_=2))
    assert not is_forgotten(resting, finger(300.0, 1.0, "down", id_=2))
    assert not is_forgotten(resting, finger(300.0, 1.0))
