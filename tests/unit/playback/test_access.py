"""A visitor adjusts what is shown; the next one finds it as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.layouts.base import Parts
from kiosk.marks import Shape
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Wanted
from kiosk.playback.events import (
    Action,
    Adjust,
    Clocked,
    CloseStrip,
    Commanded,
    Dragged,
    GoHome,
    Next,
    OpenAccess,
    OpenChapter,
    OpenStrip,
    Pressed,
    Ready,
    Released,
    SwitchLanguage,
    TakenOver,
    Wish,
)
from kiosk.playback.look import Look
from kiosk.playback.machine import COUNTDOWN_S, advance
from kiosk.playback.plans import default_look, preparation
from kiosk.playback.seek import seek
from kiosk.playback.state import COUNTDOWN, HOME, NIGHT, STRIP, Options, State
from kiosk.show.model import Show
from kiosk.show.opening.hours import Hours, Window
from tests.unit.playback.shows import (
    LANDSCAPE,
    Dot,
    Ems,
    Plain,
    Playing,
    after,
    at,
    changed,
    playing,
    show_of,
    theme,
)

WISHES = pytest.mark.parametrize("wish", ["large", "contrast", "calm", "low"])
EVERYTHING = Look("zh", "contrast", is_large=True, is_calm=True, is_low=True)
BOX = Box(100.0, 100.0, 100.0, 100.0)


def full() -> Show:
    """Three slides and two, and everything to adjust."""
    show = show_of(3, 2, idle_s=30.0)
    black = theme("contrast", "#000000", "#FFFFFF")
    return replace(show, mounted_mm=800.0, themes={**show.themes, "contrast": black})


def visited(*actions: Action, show: Show | None = None, late: str = "") -> Playing:
    """A visit of a show on its second slide, in which these were wished from 4 s on, one each s.

    late: a slide that is not made ready.
    """
    visit = after(playing(show or full(), None, late), Commanded(Next()), 2.0)
    for place, action in enumerate(actions):
        visit = after(visit, Commanded(action), 4.0 + place)
    return visit


def is_open(state: State) -> bool:
    return state.access is not None and state.access.end == 1.0


# --- the panel ----------------------------------------------------------------------------------


def test_a_touch_opens_the_panel_and_another_puts_it_away() -> None:
    opened = visited(OpenAccess())
    closed = at(visited(OpenAccess(), OpenAccess()), 6.0)

    assert is_open(opened.state)
    assert closed.state.access is None


def test_a_touch_beside_it_puts_it_away() -> None:
    show = visited(OpenAccess())

    show = after(after(show, Pressed(), 6.0), Released(), 6.1)

    assert at(show, 7.0).state.access is None


def test_so_does_a_swipe_but_not_one_that_begins_on_a_row() -> None:
    show = at(visited(OpenAccess()), 6.0)

    beside = after(after(show, Pressed(), 6.0), Dragged(-0.1), 6.1)
    on_row = after(after(show, Pressed("adjust-calm", Adjust("calm")), 6.0), Dragged(-0.1), 6.1)
    lifted = after(on_row, Released(is_tap=False), 6.2)

    assert at(beside, 7.0).state.access is None
    assert on_row.state.turn is None
    assert is_open(lifted.state)
    assert lifted.state.heading.look == Look("zh", "dusk")


@pytest.mark.parametrize("action", [Next(), GoHome(), CloseStrip(), OpenStrip(0)])
def test_who_goes_elsewhere_has_done_with_it(action: Action) -> None:
    assert at(visited(OpenAccess(), action), 8.0).state.access is None


def test_it_stays_open_through_every_change_of_what_it_adjusts() -> None:
    show = visited(OpenAccess(), Adjust("large"), Adjust("calm"), SwitchLanguage())

    assert is_open(at(show, 9.0).state)


def test_strip_and_panel_are_never_open_together() -> None:
    show = at(visited(OpenStrip(0), OpenAccess()), 6.0)

    assert show.state.strip is None
    assert is_open(show.state)


def test_it_opens_over_home_too() -> None:
    show = visited(GoHome(), OpenAccess())

    assert show.slide == HOME
    assert is_open(show.state)


# --- adjusting ----------------------------------------------------------------------------------


@WISHES
def test_a_wish_is_fulfilled_by_a_dissolve_at_the_same_time_of_the_slide(wish: Wish) -> None:
    show = visited(OpenAccess())
    t = show.state.view.local_t(5.0)

    show = after(show, Commanded(Adjust(wish)), 5.0)
    turn = show.state.turn
    done = at(show, 6.0).state

    assert turn is not None
    assert (turn.plan.kind, turn.plan.duration_s) == ("dissolve", 0.3)
    assert done.view.id == "a2"
    assert done.view.local_t(6.0) == pytest.approx(t + 0.7)
    assert done.view.look != show.state.view.look


@WISHES
def test_a_second_touch_takes_it_back(wish: Wish) -> None:
    show = at(visited(Adjust(wish), Adjust(wish)), 7.0)

    assert show.state.view.look == default_look(show.state)


def test_wishes_add_up_however_quickly_they_come() -> None:
    show = visited()

    for wish in ("large", "contrast", "calm", "low"):
        show = after(show, Commanded(Adjust(wish)), 5.0)

    assert at(show, 7.0).state.view.look == EVERYTHING


def test_it_goes_with_the_visitor_to_other_slides_home_and_languages() -> None:
    show = visited(Adjust("large"), Next(), SwitchLanguage(), GoHome())

    assert at(show, 9.0).state.view.look == Look("en", "dusk", is_large=True)


def test_what_may_be_adjusted_next_is_made_ready_while_the_panel_is_open() -> None:
    asked = preparation(visited(OpenAccess()).state).views

    look = Look("zh", "dusk")
    nearest = {Wanted("a2", replace(look, is_large=True)), Wanted("a2", replace(look, is_low=True))}
    assert nearest <= set(asked[:6])
    assert Wanted("a2", replace(look, theme="contrast")) in asked


def test_the_strips_of_a_new_look_keep_nobody_waiting_who_adjusts() -> None:
    large = Look("zh", "dusk", is_large=True)
    opened = at(visited(OpenAccess(), Adjust("large")), 6.0)
    closed = after(opened, Commanded(CloseStrip()), 7.0)

    assert Wanted(STRIP, large) not in preparation(opened.state).views
    assert opened.state.entry_of(Wanted(STRIP, large)) is None
    assert closed.state.entry_of(Wanted(STRIP, large)) is not None


def test_nothing_changes_before_it_is_ready_but_the_switch_shows_the_wish_at_once() -> None:
    look = Look("zh", "dusk", is_large=True)
    show = visited()
    state = replace(show.state, ready={k: v for k, v in show.state.ready.items() if k[1] != look})

    wished = after(replace(show, state=state, late=frozenset({"a2"})), Commanded(OpenAccess()), 5.0)
    wished = after(wished, Commanded(Adjust("large")), 6.0)
    later = after(wished, Ready("a2", 1.0, look), 9.0)

    assert wished.state.turn is None
    assert wished.state.heading.look == look
    assert later.state.turn is not None
    (row,) = [
        layer
        for sheet in Composer(LANDSCAPE, Ems()).frame(wished.state, 6.0).sheets
        for layer in sheet.layers
        if layer.key == "adjust-large"
    ]
    assert "tick" in {mark.key for mark in row.marks}


def test_a_row_that_is_pressed_shows_it_in_the_next_frame() -> None:
    compose, show = Composer(LANDSCAPE, Ems()), at(visited(OpenAccess()), 6.0)
    (row,) = [t for t in compose.targets(show.state, 6.0) if t.key == "adjust-calm"]

    show = after(show, Pressed(row.key, row.action), 6.0)

    marks = {
        layer.key: [mark.key for mark in layer.marks]
        for sheet in compose.frame(show.state, 6.0).sheets
        if sheet.key == "access"
        for layer in sheet.layers
    }
    assert marks["adjust-calm"][0] == "pressed"
    assert marks["adjust-large"][0] == "text"


def test_what_the_show_cannot_do_is_not_done() -> None:
    show = visited(Adjust("contrast"), Adjust("low"), show=show_of(3))

    assert show.state.view.look == Look("zh", "dusk")
    assert show.state.turn is None


# --- the next visitor ---------------------------------------------------------------------------


def adjusted() -> Playing:
    """A visitor who has switched everything on, at 7 s."""
    return visited(Adjust("large"), Adjust("contrast"), Adjust("calm"), Adjust("low"))


def test_all_is_set_back_behind_the_loop_with_no_swap_that_is_seen() -> None:
    show = adjusted()
    end = 7.0 + 30.0 + COUNTDOWN_S
    looks: list[tuple[float, Look, str]] = []

    for step in range(int((end + 3.0) * 4)):
        show = at(show, 8.0 + step / 4)
        look = show.state.view.look
        if not looks or looks[-1][1] != look:
            looks.append((8.0 + step / 4, look, show.state.mode))

    assert [look for _, look, _ in looks] == [
        EVERYTHING, Look("zh", "dusk"),
    ]  # fmt: skip
    assert looks[1][2] == "loop"
    assert looks[1][0] == pytest.approx(end + 0.8, abs=0.26)  # when the dissolve is over


def test_the_panel_does_not_outlast_its_visitor() -> None:
    show = at(visited(OpenAccess()), 4.0 + 30.0 + COUNTDOWN_S + 2.0)

    assert show.state.mode == "loop"
    assert show.state.access is None


def test_a_new_show_takes_over_in_the_visitors_look() -> None:
    show = after(adjusted(), TakenOver(full()), 9.0)

    assert show.state.view.look == EVERYTHING
    assert at(show, 70.0).state.view.look == Look("zh", "dusk")


def test_a_new_show_without_the_theme_shows_its_own() -> None:
    poor = replace(full(), themes={"dusk": theme("dusk")})

    show = after(adjusted(), TakenOver(poor), 9.0)

    assert show.state.view.look.theme == "dusk"


def test_the_night_after_a_visit_and_the_morning_have_nobodys_wishes() -> None:
    monday = Hours(((Window(9 * 60, 17 * 60),),) * 7)
    show = after(
        playing(replace(full(), hours=monday)),
        Clocked(datetime.fromisoformat("2026-06-01T16:59:00+00:00")), 0.5,
    )  # fmt: skip
    show = after(after(show, Commanded(Next()), 1.0), Commanded(Adjust("large")), 3.0)

    show = after(show, Clocked(datetime.fromisoformat("2026-06-01T17:00:00+00:00")), 60.0)
    show = at(show, 240.0)

    assert show.slide == NIGHT
    assert show.state.view.look == Look("zh", "dusk")


def test_a_caller_may_begin_every_visit_with_wishes() -> None:
    options = Options(look=Look(is_large=True, is_calm=True))
    show = after(playing(full(), options), Commanded(Adjust("large")), 2.0)

    left = at(show, 2.0 + 30.0 + COUNTDOWN_S + 3.0)

    assert at(show, 4.0).state.view.look == Look("zh", "dusk", is_calm=True)
    assert left.state.view.look == Look("zh", "dusk", is_large=True, is_calm=True)


# --- calm ---------------------------------------------------------------------------------------


def drifting() -> Show:
    """The same with a picture's drift and a growing dot on every slide."""
    show = full()
    for slide in show.slides:
        parts = Parts(title=plain(slide.id), charts=(Dot(id="dot"),))
        show = changed(show, slide.id, parts=parts, layout=Plain(drifts=True))
    return show


@pytest.mark.parametrize(
    "action", [Next(), GoHome(), OpenChapter(1, BOX), SwitchLanguage(), Adjust("large")]
)
def test_every_turn_of_a_calm_visit_is_a_short_dissolve(action: Action) -> None:
    show = visited(Adjust("calm"), action)

    turn = show.state.turn

    assert turn is not None
    assert (turn.plan.kind, turn.plan.duration_s) == ("dissolve", 0.3)


def test_a_swipe_dissolves_and_at_the_ends_the_page_stays() -> None:
    show = visited(Adjust("calm"), show=full())

    pulled = after(after(show, Pressed(), 6.0), Dragged(-0.4), 6.1)
    ends = after(show, Commanded(Next()), 6.0)
    ends = after(ends, Commanded(Next()), 7.0)
    ends = after(ends, Commanded(Next()), 8.0)
    at_end = after(after(ends, Pressed(), 9.0), Dragged(-0.4), 9.1)

    assert pulled.state.turn is not None
    assert pulled.state.turn.plan.kind == "dissolve"
    assert at_end.state.view.id == "b2"
    assert at_end.state.pull is None


def test_nothing_moves_in_a_calm_visit() -> None:
    compose = Composer(LANDSCAPE, Ems())
    lively, calm = (visited(*a, show=drifting()) for a in ((), (Adjust("calm"),)))
    calm = after(at(calm, 5.0), Commanded(Next()), 5.0)

    assert compose.is_moving(at(lively, 9.0).state, 9.0)
    assert not compose.is_moving(at(calm, 5.4).state, 5.4)
    assert compose.frame(at(calm, 5.4).state, 5.4) == compose.frame(at(calm, 9.0).state, 9.0)


def test_the_countdown_of_a_calm_visit_goes_by_the_second() -> None:
    compose = Composer(LANDSCAPE, Ems())
    state = seek(full(), COUNTDOWN, 6.3, Options(look=Look(is_calm=True)))

    change = compose.next_change(state, 0.0)

    assert change == pytest.approx(0.7)
    ring = [
        mark.trim
        for sheet in compose.frame(state, 0.0).sheets
        for layer in sheet.layers
        for mark in layer.marks
        if isinstance(mark, Shape) and mark.key == "left"
    ]
    assert ring == [14 / 20]


def test_a_calm_slide_steps_back_without_moving() -> None:
    compose, calm = Composer(LANDSCAPE, Ems()), Options(look=Look(is_calm=True))

    poses = [
        compose.frame(seek(full(), COUNTDOWN, t, calm), 0.0).sheets[1].pose
        for t in (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.45)
    ]

    assert {(pose.dx, pose.scale) for pose in poses[:4]} == {(0.0, 1.0)}
    assert len({(pose.dx, pose.dy, pose.scale) for pose in poses[4:]}) == 1
    assert poses[4].scale < 1.0


def test_a_calm_loop_has_nothing_that_breathes() -> None:
    compose = Composer(LANDSCAPE, Ems())
    one, looks = show_of(1, stay_s=600.0), (Look(), Look(is_calm=True))

    lively, calm = (at(playing(one, Options(look=look)), 5.0).state for look in looks)

    assert compose.next_change(lively, 5.0) == pytest.approx(5.0, abs=0.5)
    assert compose.next_change(calm, 5.0) == pytest.approx(600.0)
    assert advance(calm, 5.0)[0].turn is None
