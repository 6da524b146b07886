"""What is painted: slides, those on their way, and those that are sought."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kiosk.data.text import plain
from kiosk.geometry import Box, Point, Pose
from kiosk.layouts.base import Parts
from kiosk.marks import Marks, Shape
from kiosk.motion.blend import faded
from kiosk.motion.scene import Scene
from kiosk.options import At
from kiosk.playback.effects import Wanted
from kiosk.playback.events import (
    Dragged,
    Pressed,
    Released,
)
from kiosk.playback.look import Look
from kiosk.playback.seek import seek
from kiosk.playback.state import ACCESS, HOME, STRIP, Options
from kiosk.playback.views.invitation import next_breath
from kiosk.show.model import Show, Turn
from kiosk.typesetting.setting import Setting
from kiosk.values import dataclass
from tests.unit.playback.frames import composer, frame_of, marks_of, visited
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Dot,
    Plain,
    after,
    at,
    changed,
    playing,
    show_of,
)


def morphing() -> Show:
    """Three slides; the first two have a dot of the same id, at 100 and at 500."""
    show = show_of(3)
    for slide, place in (("a1", 100.0), ("a2", 500.0)):
        parts = Parts(title=plain(slide), charts=(Dot(id="dot", left=place),))
        show = changed(show, slide, parts=parts)
    return show


def test_an_element_with_a_place_of_its_own_lies_there() -> None:
    parts = Parts(title=plain("a1"), charts=(Dot(at=At(0.5, 0.25, 0.25, 0.5)),))
    show = changed(show_of(1), "a1", parts=parts)

    (dot,) = marks_of(composer().frame(seek(show, "a1", 9.0), 0.0), "a1", "chart")

    assert isinstance(dot, Shape)
    assert dot.y == 0.25 * 1080


# --- sheets -------------------------------------------------------------------------------------


def test_the_loop_shows_the_slide_and_the_invitation() -> None:
    frame = frame_of(playing(show_of(2)), 2.0)

    assert [sheet.key for sheet in frame.sheets] == ["a1 zh dusk", "invitation"]


def test_a_visit_shows_the_slide_and_the_chrome() -> None:
    show = after(after(playing(show_of(2)), Pressed(), 1.0), Released(), 1.1)

    frame = frame_of(show, 3.0)

    assert [sheet.key for sheet in frame.sheets] == ["a1 zh dusk", "chrome"]


def test_at_most_two_slides_are_painted() -> None:
    show = playing(show_of(3))
    for tenth in range(120):
        frame = frame_of(show, tenth / 10)
        assert sum(sheet.ground is not None for sheet in frame.sheets) <= 2


def test_a_still_slide_gives_the_very_same_frame() -> None:
    show = after(after(playing(show_of(2)), Pressed(), 1.0), Released(), 1.1)
    compose = composer()

    one = compose.frame(at(show, 5.0).state, 5.0)
    other = compose.frame(at(show, 20.0).state, 20.0)

    assert one is other
    assert compose.next_change(at(show, 20.0).state, 20.0) == 1.1 + 45.0


def test_only_what_moves_is_another_object() -> None:
    show = playing(show_of(2))
    compose = composer()

    early = compose.frame(at(show, 0.1).state, 0.1).sheets[0].layers
    later = compose.frame(at(show, 0.2).state, 0.2).sheets[0].layers

    assert [a is b for a, b in zip(early, later, strict=True)] == [True, False]


def test_a_slide_that_does_not_turn_is_the_same_object_during_the_turn() -> None:
    show = playing(show_of(2))
    compose = composer()

    first = compose.frame(at(show, 5.2).state, 5.2)
    second = compose.frame(at(show, 5.4).state, 5.4)

    assert first.sheets[0] is second.sheets[0]
    assert first.sheets[1].layers is second.sheets[1].layers
    assert first.sheets[1].pose != second.sheets[1].pose


# --- nothing jumps ------------------------------------------------------------------------------


@pytest.mark.parametrize("turning", [5.4, 11.2])
def test_the_last_frame_of_a_turn_is_the_first_of_the_next_slide(turning: float) -> None:
    show = at(playing(morphing()), turning)
    assert show.state.turn is not None
    ends = show.state.turn.share.ends

    before, there = frame_of(show, ends - 1e-9), frame_of(show, ends)
    coming = {there.sheets[0].key, "shared"}
    shown = {
        layer.key: layer.marks
        for sheet in before.sheets
        if sheet.key in coming
        for layer in sheet.layers
    }
    settled = {layer.key: layer.marks for layer in there.sheets[0].layers}

    assert before.sheets[1].pose.opacity == pytest.approx(1.0)
    assert {k: _rounded(m) for k, m in shown.items() if k in settled} == {
        k: _rounded(m) for k, m in settled.items()
    }


def test_what_two_slides_share_travels_from_its_place_to_its_place() -> None:
    show = playing(morphing())

    places = []
    for now in (5.0, 5.4, 5.8):
        frame = frame_of(show, now)
        sheet = "shared" if now < 5.8 else "a2"
        (dot,) = marks_of(frame, sheet, "dot")
        assert isinstance(dot, Shape)
        places.append((round(dot.x, 3), dot.scale))

    assert places == [(100.0, 1.0), (300.0, 1.0), (500.0, 1.0)]


def test_what_has_morphed_does_not_enter_again() -> None:
    frame = frame_of(playing(morphing()), 5.9)

    (dot,) = marks_of(frame, "a2", "dot")

    assert isinstance(dot, Shape)
    assert dot.scale == 1.0


def test_the_chapters_mark_stands_still_above_a_turn() -> None:
    show = playing(show_of(2))

    still = marks_of(frame_of(show, 4.0), "a1", "mark")
    turning = marks_of(frame_of(show, 5.4), "shared", "mark")

    assert still == turning


def test_a_window_that_nobody_touched_opens_from_the_middle_of_the_page() -> None:
    show = changed(show_of(2), "a2", turn=Turn("widen", 1.0))

    coming = frame_of(playing(show), 5.0 + 0.001).sheets[1]

    clip = coming.pose.clip
    assert clip is not None
    assert clip.centre == Point(LANDSCAPE.width / 2, LANDSCAPE.height / 2)
    assert clip.width < LANDSCAPE.width / 2


def test_the_countdown_begins_and_ends_with_the_slide_in_front() -> None:
    show = after(after(playing(show_of(2)), Pressed(), 1.0), Released(), 1.0)
    stopped = after(at(show, 50.0), Pressed(), 50.0)

    begins, counts = frame_of(show, 46.0), frame_of(show, 47.0)
    ends = composer().frame(at(stopped, 50.2499).state, 50.2499)

    assert begins.sheets[1].pose == Pose()
    assert counts.sheets[1].pose == Pose(0.62, 345.6, 72.0, 0.64)
    assert ends.sheets[1].pose.scale == pytest.approx(1.0, abs=1e-3)


def test_the_return_to_the_loop_covers_the_countdown() -> None:
    show = after(after(playing(show_of(2)), Pressed(), 1.0), Released(), 1.0)

    frame = frame_of(show, 66.4)

    keys = [sheet.key for sheet in frame.sheets]
    assert keys == ["ground", "a1 zh dusk back", "countdown", "a2 zh dusk", "invitation"]
    assert frame.sheets[3].pose.opacity == pytest.approx(0.5)


# --- seeking ------------------------------------------------------------------------------------


@pytest.mark.parametrize("t", [0.0, 0.3, 0.7, 2.0, 4.9])
def test_a_frame_reached_by_playing_equals_the_frame_that_is_sought(t: float) -> None:
    show = playing(morphing())
    for slide, near in (("a1", 0.0), ("a2", 6.0), ("a3", 12.0)):
        began = at(show, near).state.view.since
        assert began is not None
        state = at(show, began + t).state

        exact = state.view.local_t(began + t)
        played = composer().frame(state, began + t)
        sought = composer().frame(seek(morphing(), slide, exact), 0.0)

        assert played == sought


@pytest.mark.parametrize("view", [HOME, STRIP, ACCESS, "countdown", "staff"])
def test_views_that_are_no_slides_can_be_sought_too(view: str) -> None:
    frame = composer().frame(seek(show_of(2, 3), view, 2.0), 0.0)

    assert frame.sheets
    assert seek(show_of(2, 3), view, 2.0).mode == "visit"


def test_a_slide_that_there_is_not_cannot_be_sought() -> None:
    with pytest.raises(KeyError):
        seek(show_of(2), "z9", 0.0)


def test_what_is_prepared_is_the_settled_slide() -> None:
    compose = composer()

    prepared = compose.prepare(morphing(), Wanted("a1", Look("zh", "dusk")))
    frame = compose.frame(seek(morphing(), "a1", 30.0), 0.0)

    assert prepared.entry_s == 1.5
    assert prepared.settled.sheets[0].layers == frame.sheets[0].layers


# --- what moves ---------------------------------------------------------------------------------


def test_a_drifting_slide_moves_and_a_held_one_does_not() -> None:
    show = changed(show_of(2), "a1", layout=Plain(drifts=True))
    compose, visit = composer(), visited(show)
    held = after(after(visit, Pressed(), 5.0), Dragged(-0.1), 5.1)

    assert compose.next_change(visit.state, 4.0) == 4.0
    assert not compose.is_moving(held.state, 6.0)


@dataclass(frozen=True)
class March:
    """Marks that fade for four seconds."""

    marks: Marks
    duration_s: float = 4.0

    def at(self, t: float) -> Marks:
        """The marks at `t` seconds."""
        return tuple(faded(mark, 1.0 - 0.1 * t) for mark in self.marks)


@dataclass(frozen=True, kw_only=True)
class Marching(Dot):
    """A dot that marches once it has grown."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The dot, in the end at 0.6 of its opacity."""
        scene = super().grown(box, setting)
        march = March(scene.full)
        return replace(scene, full=march.at(4.0), play=march)


@pytest.mark.parametrize("is_low", [False, True])
def test_a_slide_moves_until_what_it_plays_is_over(is_low: bool) -> None:
    look = Look("zh", "dusk", is_low=is_low)
    parts = Parts(title=plain("a1"), chapter=0, charts=(Marching(),))
    show = replace(changed(show_of(1), "a1", parts=parts), mounted_mm=800.0)
    compose = composer(PORTRAIT)

    entry_s = compose.prepare(show, Wanted("a1", look)).entry_s
    playing_still = seek(show, "a1", 5.0, Options(look=look))

    (dot,) = marks_of(compose.frame(playing_still, 0.0), "a1", "chart")
    assert entry_s == pytest.approx(0.5 + 1.0 + 4.0)
    assert compose.next_change(playing_still, 0.0) == 0.0
    assert dot.opacity == pytest.approx(1.0 - 0.1 * 3.5)
    assert isinstance(dot, Shape)
    assert (dot.y > 100.0) is is_low


def test_a_still_slide_of_the_loop_is_painted_only_as_often_as_its_invitation_breathes() -> None:
    show = playing(show_of(2))

    assert composer().next_change(at(show, 0.3).state, 0.3) == 0.3
    assert composer().next_change(at(show, 3.0).state, 3.0) == 3.0 + next_breath(3.0)
    assert composer().next_change(at(show, 4.99).state, 4.99) == 5.0


def test_options_choose_language_and_theme() -> None:
    frame = composer().frame(seek(show_of(1), "a1", 0.0, Options(look=Look("en", "paper"))), 0)

    assert frame.sheets[0].key == "a1 en paper"


def _rounded(marks: Marks) -> str:
    """The marks as text, numbers to six digits."""
    return re.sub(r"\d+\.\d+(e-\d+)?", lambda m: f"{float(m[0]):.5f}", repr(marks))
