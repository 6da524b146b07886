"""A visitor drags and pinches a chart: which stretch of it is shown, and for how long."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest

from kiosk.charts.base import Chart
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.layouts.base import Parts
from kiosk.marks import Frame, Label, Marks, Shape
from kiosk.motion.scene import Scene
from kiosk.playback.compose import Composer
from kiosk.playback.events import (
    Adjust,
    Commanded,
    Event,
    Explore,
    Explored,
    Next,
    Pressed,
    Previous,
    Released,
    SwitchLanguage,
)
from kiosk.playback.views.charts.sign import SIGN
from kiosk.show.model import Show
from kiosk.typesetting.setting import Setting
from kiosk.values import dataclass
from tests.unit.playback.shows import (
    LANDSCAPE,
    Ems,
    Playing,
    after,
    at,
    changed,
    playing,
    show_of,
)

ROOM = Box(200.0, 400.0, 1000.0, 400.0)
STRIP_ABOVE = Box(200.0, 320.0, 1000.0, 48.0)
HALF = Explored("a1", "chart", 0.25, 0.75)


@dataclass(frozen=True)
class Stretches:
    """A square that stands where the stretch starts, as wide as that is long."""

    room: Box = ROOM
    sign: Box = STRIP_ABOVE
    least: float = 0.1

    def at(self, start: float, end: float) -> Marks:
        return (Shape("square", "M0,0 L1,0 L1,1 Z", 1000.0 * start, 400.0, end - start),)

    def said(self, start: float, end: float) -> str:
        return f"{start:.2f} to {end:.2f}"


@dataclass(frozen=True, kw_only=True)
class Long(Chart):
    """What shows stretches of itself."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        del box, setting
        whole = Stretches()
        return Scene(whole.at(0.0, 1.0), explorable=whole)


def show() -> Show:
    """Two slides; the first has a chart that can be explored."""
    parts = Parts(title=plain("a1"), charts=(Long(),))
    return changed(show_of(2, idle_s=30.0, stay_s=20.0), "a1", parts=parts)


def visited(*events: tuple[Event, float]) -> Playing:
    """A visitor has touched the first slide at 5 s, and then that happened."""
    now = after(after(playing(show()), Pressed(), 5.0), Released(), 5.1)
    for event, when in events:
        now = after(now, event, when)
    return now


def frame(show: Playing, now: float) -> Frame:
    """What is painted then."""
    return Composer(LANDSCAPE, Ems()).frame(at(show, now).state, now)


def stretch(show: Playing, now: float) -> tuple[float, float]:
    """What is shown of the chart then."""
    marks = [m for sheet in frame(show, now).sheets for one in sheet.layers for m in one.marks]
    square = next(m for m in marks if isinstance(m, Shape) and m.key == "square")
    start = square.x / 1000.0
    return round(start, 9), round(start + square.scale, 9)


def test_the_chart_is_shown_whole_until_somebody_drags_it() -> None:
    assert stretch(visited(), 6.0) == (0.0, 1.0)


def test_what_is_under_the_finger_is_shown_at_once() -> None:
    assert stretch(visited((HALF, 6.0)), 6.0) == (0.25, 0.75)


def test_what_was_thrown_comes_calmly_to_rest() -> None:
    thrown = visited((HALF, 6.0), (replace(HALF, start=0.5, end=1.0, over_s=0.9), 7.0))

    starts = [stretch(thrown, 7.0 + step / 10)[0] for step in range(12)]
    ways = [after - before for before, after in itertools.pairwise(starts)]

    assert starts[0] == 0.25
    assert starts[9:] == [0.5, 0.5, 0.5]
    assert ways == sorted(ways, reverse=True)
    assert Composer(LANDSCAPE, Ems()).next_change(at(thrown, 7.5).state, 7.5) == 7.5


def test_a_finger_stops_what_coasts_where_it_is() -> None:
    coasting = visited((HALF, 6.0), (replace(HALF, start=0.5, end=1.0, over_s=0.9), 7.0))
    where = stretch(coasting, 7.3)

    held = after(coasting, Explored("a1", "chart", *where), 7.3)

    assert stretch(held, 9.0) == where


def test_who_wants_no_motion_is_there_at_once() -> None:
    calm = visited((Commanded(Adjust("calm")), 6.0), (replace(HALF, over_s=0.9), 8.0))

    assert stretch(calm, 8.0) == (0.25, 0.75)


@pytest.mark.parametrize(
    "ends", [(math.nan, 0.5), (0.2, math.nan), (0.7, 0.7), (0.9, 0.1), (2.0, 3.0)]
)
def test_what_is_no_stretch_changes_nothing(ends: tuple[float, float]) -> None:
    assert stretch(visited((Explored("a1", "chart", *ends), 6.0)), 6.0) == (0.0, 1.0)


def test_a_stretch_never_goes_beyond_the_whole() -> None:
    assert stretch(visited((Explored("a1", "chart", -3.0, 0.5), 6.0)), 6.0) == (0.0, 0.5)


@pytest.mark.parametrize("event", [replace(HALF, slide="a2"), replace(HALF, part="other")])
def test_a_chart_that_is_not_shown_is_not_explored(event: Explored) -> None:
    assert stretch(visited((event, 6.0)), 6.0) == (0.0, 1.0)


def test_the_chart_is_whole_again_when_the_slide_has_turned() -> None:
    back = visited((HALF, 6.0), (Commanded(Next()), 7.0), (Commanded(Previous()), 9.0))

    assert stretch(back, 12.0) == (0.0, 1.0)


def test_the_chart_keeps_its_stretch_while_the_slide_turns() -> None:
    assert stretch(visited((HALF, 6.0), (Commanded(Next()), 7.0)), 7.1) == (0.25, 0.75)


def test_the_chart_is_whole_again_when_the_visitor_has_left() -> None:
    left = at(visited((HALF, 6.0)), 60.0)

    assert left.state.mode == "loop"
    assert left.state.current.explored is None


def test_exploring_puts_off_the_countdown() -> None:
    late = visited((HALF, 30.0))

    assert not at(late, 59.0).state.is_counting
    assert at(late, 60.5).state.is_counting


def test_the_stretch_stays_in_the_other_language() -> None:
    other = visited((HALF, 6.0), (Commanded(SwitchLanguage()), 7.0))

    assert at(other, 9.0).state.view.look.language == "en"
    assert stretch(other, 9.0) == (0.25, 0.75)


def test_in_the_loop_it_is_a_first_touch() -> None:
    woken = after(playing(show()), HALF, 3.0)

    assert woken.state.mode == "visit"
    assert stretch(woken, 3.0) == (0.25, 0.75)


def test_while_the_countdown_runs_it_only_stops_it() -> None:
    counting = at(visited(), 36.0)

    stopped = after(counting, HALF, 36.0)

    assert counting.state.is_counting
    assert not stopped.state.is_counting
    assert stretch(stopped, 38.0) == (0.0, 1.0)


def test_the_sign_invites_then_tells_what_is_shown_and_leads_back() -> None:
    composer = Composer(LANDSCAPE, Ems())

    def sign(show: Playing, now: float) -> tuple[str, object]:
        found = at(show, now)
        target = next(t for t in composer.targets(found.state, now) if t.key.startswith(SIGN))
        marks = [m for s in frame(show, now).sheets for one in s.layers for m in one.marks]
        words = next(m for m in marks if isinstance(m, Label) and m.key == f"{target.key}-words")
        return words.text, target.action

    assert sign(visited(), 6.0) == ("拖动、双指缩放", Explore("chart", 0.25, 0.75))
    assert sign(visited((HALF, 6.0)), 6.0) == ("0.25 to 0.75", Explore("chart", 0.0, 1.0))
    closer = visited((Commanded(Explore("chart", 0.25, 0.75)), 6.0))
    assert stretch(closer, 6.0) == (0.0, 1.0)
    assert stretch(closer, 7.0) == (0.25, 0.75)


def test_the_loop_shows_no_sign() -> None:
    marks = [m for s in frame(playing(show()), 3.0).sheets for one in s.layers for m in one.marks]

    assert not any(mark.key.startswith(SIGN) for mark in marks)


def test_a_finger_may_take_hold_of_the_chart_where_nothing_lies_above() -> None:
    composer = Composer(LANDSCAPE, Ems())
    state = at(visited((HALF, 6.0)), 6.0).state

    (pane,) = composer.panes(state, 6.0)

    assert (pane.slide, pane.part, pane.box, pane.least) == ("a1", "chart", ROOM, 0.1)
    assert (pane.start, pane.end) == (0.25, 0.75)
    turning = after(visited((HALF, 6.0)), Commanded(Next()), 7.0)
    assert composer.panes(at(turning, 7.1).state, 7.1) == ()
