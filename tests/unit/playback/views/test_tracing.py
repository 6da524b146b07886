"""A finger on a line, or along it: the value next to it is told and marked."""

from __future__ import annotations

from functools import partial

import pytest

from kiosk.geometry import Point
from kiosk.marks import Shape
from kiosk.playback.compose import Composer
from kiosk.playback.events import Pressed, Released, Traced
from kiosk.playback.touch.gestures import Contact, Touch, feel
from tests.unit.playback.shows import LANDSCAPE, Ems, Playing, after, at
from tests.unit.playback.views.charted import Areas, Lines, before, frame_at, marked, said

ON_HIGH, ON_LOW = Point(790.0, 305.0), Point(985.0, 520.0)


def stroked(show: Playing, now: float, *way: Point, lifted: bool = True) -> Playing:
    """A finger that goes down at the first point, and on to the others in 0.1 s each."""
    composer = Composer(LANDSCAPE, Ems())
    touch: Touch | None = None
    contacts = [Contact(1, at, now + 0.1 * n, "move" if n else "down") for n, at in enumerate(way)]
    if lifted:
        contacts.append(Contact(1, way[-1], contacts[-1].time + 0.05, "up"))
    for contact in contacts:
        target_at = partial(composer.target_at, show.state, now=contact.time)
        along = partial(composer.along, show.state)
        touch, events = feel(touch, contact, LANDSCAPE, 2.0, target_at, along)
        for event in events:
            show = after(show, event, contact.time)
    return at(show, contacts[-1].time + 0.5)


def test_a_touch_near_a_line_tells_the_value_next_to_it_with_its_place_and_series() -> None:
    show = stroked(before(Lines()), 4.5, ON_HIGH)

    assert said(show, 5.1) == ["30", "Zh3·high"]
    assert marked(show, 5.1) == (800.0, 300.0)


@pytest.mark.parametrize("dy", [-60.0, 0.0, 60.0])
def test_anywhere_near_a_line_is_near_enough_and_of_several_the_nearest_counts(dy: float) -> None:
    show = stroked(before(Lines()), 4.5, Point(ON_LOW.x, ON_LOW.y + dy))

    assert said(show, 5.1) == ["40", "Zh4·low"]


@pytest.mark.parametrize("point", [Point(800.0, 420.0), Point(200.0, 300.0), Point(600.0, 800.0)])
def test_far_from_every_line_and_where_one_is_parted_nothing_is_told(point: Point) -> None:
    show = before(Lines())

    assert Composer(LANDSCAPE, Ems()).target_at(show.state, point, 4.5) is None


def test_a_finger_that_goes_along_takes_the_reading_with_it_and_turns_no_page() -> None:
    show = before(Lines())

    way = ON_HIGH, Point(900.0, 340.0), Point(1010.0, 350.0)
    on_its_way = stroked(show, 4.5, *way, lifted=False)
    lifted = at(after(on_its_way, Released(is_tap=False), 6.0), 7.0)

    assert (on_its_way.state.turn, on_its_way.state.pull) == (None, None)
    assert said(on_its_way, 5.2) == said(lifted, 7.0) == ["40", "Zh4·high"]
    assert marked(lifted, 7.0) == (1000.0, 300.0)
    assert lifted.slide == "a1"


def test_however_far_it_strays_it_tells_of_the_line_that_is_nearest() -> None:
    show = stroked(before(Lines()), 4.5, ON_HIGH, Point(900.0, 320.0), Point(1190.0, 1000.0))

    assert said(show, 5.3) == ["50", "Zh5·low"]


def test_the_value_under_a_finger_is_marked_before_it_is_lifted() -> None:
    show = before(Lines())
    target = Composer(LANDSCAPE, Ems()).target_at(show.state, ON_HIGH, 4.5)
    assert target is not None

    pressed = after(show, Pressed(target.key, target.action), 4.5)

    assert marked(pressed, 4.52) == (800.0, 300.0)
    assert said(pressed, 4.52) == []


def test_a_hairline_leads_through_the_value_from_the_top_of_the_lines_to_their_ground() -> None:
    show = stroked(before(Lines()), 4.5, ON_HIGH)

    marks = [mark for layer in frame_at(show, 5.1).sheets[0].layers for mark in layer.marks]
    line = next(mark for mark in marks if isinstance(mark, Shape) and mark.key == "marker-line")
    assert (line.x, line.y) == (800.0, 300.0)
    assert line.path.endswith("L1,502.0 L-1,502.0 Z")


def test_a_second_touch_on_the_value_puts_the_note_away() -> None:
    show = stroked(stroked(before(Lines()), 4.5, ON_HIGH), 6.0, ON_HIGH)

    assert show.state.note is None
    assert marked(show, 7.0) is None


def test_only_the_reading_that_is_told_is_made() -> None:
    asked: list[int] = []

    stroked(before(Lines(asked=asked)), 4.5, ON_HIGH)

    assert set(asked) == {2}


def test_the_name_at_a_lines_end_isolates_it() -> None:
    show = before(Lines())

    target = Composer(LANDSCAPE, Ems()).target_at(show.state, Point(1240.0, 700.0), 4.5)

    assert target is not None
    assert target.key == "touched-chart-name/low"


def test_the_dot_at_a_lines_end_is_its_last_value() -> None:
    show = stroked(before(Lines()), 4.5, Point(1200.0, 705.0))

    assert said(show, 5.1) == ["50", "Zh5·low"]


def test_a_finger_that_wakes_the_show_or_has_not_gone_down_traces_nothing() -> None:
    show = before(Lines())

    traced = after(show, Traced("touched-chart-line/high@2"), 5.0)

    assert traced.state.note is None


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (Point(220.0, 580.0), "Front"),
        (Point(215.0, 300.0), "Back"),
        (Point(1020.0, 300.0), "Dot"),
        (Point(560.0, 250.0), ""),
    ],
)
def test_an_area_is_touched_where_it_is_and_not_where_its_box_is(point: Point, told: str) -> None:
    show = stroked(before(Areas()), 4.5, point)

    assert said(show, 5.1)[1:] == ([told] if told else [])
