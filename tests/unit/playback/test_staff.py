"""Who holds the lower left corner is told how the show is; visitors never find it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.geometry import Point, Size
from kiosk.marks import Label
from kiosk.phrases import Phrase
from kiosk.playback.compose import Composer
from kiosk.playback.events import (
    Commanded,
    Cornered,
    Dragged,
    Edited,
    Event,
    Found,
    GoHome,
    OpenStaff,
    Pressed,
    Released,
    TakenOver,
)
from kiosk.playback.findings import Finding
from kiosk.playback.look import Look
from kiosk.playback.machine import start
from kiosk.playback.seek import seek
from kiosk.playback.staff import HOLD_S, OPEN_S, wrong_with
from kiosk.playback.state import HOME, NIGHT, STAFF, Options
from kiosk.playback.touch.corner import rest
from kiosk.playback.touch.gestures import Contact, Phase, Touch, feel
from kiosk.problems import Level, Problem, Span
from kiosk.show.model import Show
from kiosk.show.opening.dates import Dates
from tests.unit.playback.frames import composer, visited
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Ems,
    Playing,
    after,
    at,
    changed,
    playing,
    show_of,
)

AT = datetime(2026, 11, 24, 18, 5, tzinfo=UTC)
GLASS = Finding("error", "a1", Phrase("the picture glass.jpg cannot be read"))
LONG = Finding("warning", "hall.yaml:4", Phrase("it is too long"))
SHAPES = pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])


def held(show: Playing, now: float) -> Playing:
    """The show after a finger went down in the corner on nothing."""
    return after(after(show, Pressed(), now), Cornered(), now)


def is_open(show: Playing, now: float) -> bool:
    return at(show, now).state.is_telling_staff


def broken(show: Show, *problems: Problem) -> Show:
    return replace(show, problems=problems)


def problem(level: Level, line: int, what: str) -> Problem:
    return Problem(Span("slides/yubei/hall.yaml", line, 1), level, "x", Phrase(what))


def said_by(show: Show, page: Size = LANDSCAPE, look: Look | None = None) -> list[str]:
    """What the panel says, from the top."""
    options = Options(look=look or Look("en"))
    frame = Composer(page, Ems()).frame(seek(show, STAFF, 1.0, options, "visit"), 0.0)
    (sheet,) = [one for one in frame.sheets if one.key == "staff"]
    return [m.text for layer in sheet.layers for m in layer.marks if isinstance(m, Label)]


# --- holding ------------------------------------------------------------------------------------


@pytest.mark.parametrize("show", [playing(show_of(3)), visited(show_of(3))], ids=["loop", "visit"])
def test_a_finger_that_rests_in_the_corner_opens_the_panel_while_it_is_down(show: Playing) -> None:
    show = held(show, 4.5)

    assert not is_open(show, 4.4 + HOLD_S)
    assert is_open(show, 4.6 + HOLD_S)


def test_it_opens_over_home_too() -> None:
    show = held(visited(show_of(3), Commanded(GoHome())), 5.0)

    assert show.slide == HOME
    assert is_open(show, 9.0)


def test_lifting_the_finger_then_does_nothing_more() -> None:
    show = visited(show_of(3))
    show = after(after(show, Pressed("home", GoHome()), 5.0), Cornered(), 5.0)

    show = after(after(show, Released(), 9.0), Cornered(is_held=False), 9.0)

    assert at(show, 10.0).slide == "a1"
    assert is_open(show, 10.0)


@pytest.mark.parametrize("event", [Released(), Dragged(0.1)])
def test_a_finger_that_leaves_early_or_moves_away_does_what_it_does_everywhere(
    event: Event,
) -> None:
    plain = after(after(visited(show_of(3)), Pressed(), 5.0), event, 6.0)
    cornered = after(
        after(held(visited(show_of(3)), 5.0), event, 6.0), Cornered(is_held=False), 6.0
    )

    assert at(cornered, 12.0).state == at(plain, 12.0).state


def test_at_night_when_nothing_else_can_be_found_it_still_opens() -> None:
    show = changed(show_of(1), "a1", dates=Dates(AT.replace(tzinfo=None) + timedelta(days=30)))
    state, _ = start(show, 0.0, None, at=AT)
    night = Playing(state)
    night = replace(night, state=replace(state, view=replace(state.view, since=0.0)))

    night = held(night, 1.0)

    assert night.slide == NIGHT
    assert is_open(night, 1.1 + HOLD_S)


# --- closing ------------------------------------------------------------------------------------


def test_it_goes_by_itself() -> None:
    show = after(held(visited(show_of(3)), 5.0), Cornered(is_held=False), 8.5)

    assert is_open(show, 7.9 + OPEN_S)
    assert at(show, 9.0 + OPEN_S).state.staff.share is None


@pytest.mark.parametrize("event", [Pressed("home", GoHome()), Pressed()], ids=["button", "bare"])
def test_a_touch_elsewhere_puts_it_away_and_does_what_it_does(event: Event) -> None:
    show = after(held(visited(show_of(3)), 5.0), Released(), 9.0)

    show = after(after(show, event, 10.0), Released(), 10.1)

    assert at(show, 11.0).state.staff.share is None
    assert at(show, 12.0).slide == (HOME if event == Pressed("home", GoHome()) else "a1")


def test_a_touch_in_the_corner_puts_it_away_too() -> None:
    show = after(held(visited(show_of(3)), 5.0), Cornered(is_held=False), 9.0)

    show = after(show, Cornered(), 10.0)

    assert at(show, 14.0).state.staff.share is None


def test_a_key_opens_it_and_puts_it_away() -> None:
    opened = after(visited(show_of(3)), Commanded(OpenStaff()), 5.0)
    closed = after(opened, Commanded(OpenStaff()), 6.0)

    assert is_open(opened, 5.5)
    assert at(closed, 6.5).state.staff.share is None


# --- the frame ----------------------------------------------------------------------------------


def test_nothing_is_shown_before_and_the_next_frame_is_known() -> None:
    show, compose = held(visited(show_of(3)), 8.0), composer()

    waiting = at(show, 8.5).state

    assert "staff" not in [sheet.key for sheet in compose.frame(waiting, 8.5).sheets]
    assert compose.next_change(waiting, 8.5) == 8.0 + HOLD_S
    assert compose.is_moving(at(show, 8.1 + HOLD_S).state, 8.1 + HOLD_S)
    resting = at(show, 12.0).state
    assert "staff" in [sheet.key for sheet in compose.frame(resting, 12.0).sheets]
    assert compose.next_change(resting, 12.0) == 8.0 + HOLD_S + OPEN_S


@SHAPES
@pytest.mark.parametrize("inches", [15.0, 43.0, 65.0])
def test_the_corner_can_be_held_beside_all_that_lies_there(page: Size, inches: float) -> None:
    show = replace(show_of(3, 2), screen_in=inches)
    compose, state = Composer(page, Ems()), seek(show, "a2", 30.0, mode="visit")
    home = next(t for t in compose.targets(state, 0.0) if t.key == "home")

    corner = Point(home.box.x / 2, page.height - 20.0)

    assert compose.is_corner(state, corner, 0.0)
    assert not compose.is_corner(state, home.box.centre, 0.0)
    assert not compose.is_corner(state, Point(page.width / 2, page.height - 20.0), 0.0)
    assert not compose.is_corner(state, Point(20.0, page.height / 2), 0.0)


def test_the_corner_of_a_page_within_reach_is_one_too() -> None:
    show = replace(show_of(3), mounted_mm=900.0)
    compose = Composer(PORTRAIT, Ems())
    state = seek(show, "a2", 30.0, Options(look=Look("zh", is_low=True)), "visit")

    assert compose.is_corner(state, Point(10.0, PORTRAIT.height - 10.0), 0.0)


def test_what_lies_under_the_panel_cannot_be_touched() -> None:
    compose, state = composer(), seek(show_of(3, 2), HOME, 30.0, mode="visit")
    opened = replace(state, staff=seek(show_of(3, 2), STAFF, 1.0).staff)

    before = {target.key for target in compose.targets(state, 0.0)}
    after_it = {target.key for target in compose.targets(opened, 0.0)}

    assert after_it < before


# --- what it says -------------------------------------------------------------------------------


def test_it_says_that_nothing_is_wrong() -> None:
    assert said_by(show_of(2))[:2] == ["show", "No problems"]
    assert said_by(show_of(2), look=Look("zh"))[1] == "没有问题"


def test_it_counts_and_names_the_worst() -> None:
    warnings = [problem("warning", n, f"doubt {n}") for n in range(1, 5)]
    show = broken(show_of(2), *warnings, problem("error", 9, "mistake"))

    lines = said_by(show)

    assert lines[1] == "1 error, 4 warnings"
    assert lines[2:6] == ["hall.yaml:9", "mistake", "hall.yaml:1", "doubt 1"]
    assert "and 2 more" in lines


@SHAPES
def test_what_is_long_is_cut_to_fit_and_all_of_it_stays_on_the_page(page: Size) -> None:
    many = [problem("error", n, "很长的一句话，" * 40) for n in range(1, 58)]
    show = broken(show_of(2), *many)
    for look in (Look("zh"), Look("en", is_large=True)):
        frame = Composer(page, Ems()).frame(
            seek(show, STAFF, 1.0, Options(look=look), "visit"), 0.0
        )
        (sheet,) = [one for one in frame.sheets if one.key == "staff"]
        labels = [m for layer in sheet.layers for m in layer.marks if isinstance(m, Label)]

        widest = max(label.x + Ems().advance(label.text, label.style) for label in labels)
        assert widest <= page.width - 24.0
        assert min(label.y for label in labels) > 24.0
        assert any(label.text.endswith("…") for label in labels)


# --- what is wrong ------------------------------------------------------------------------------


def test_what_the_loader_and_the_stage_found_counts_once_each() -> None:
    show = playing(broken(show_of(2), problem("warning", 4, "it is too long")))

    show = after(after(show, Found(GLASS), 1.0), Found(GLASS), 2.0)

    assert wrong_with(show.state) == (GLASS, LONG)


def test_what_is_over_counts_no_more() -> None:
    show = after(playing(show_of(2)), Found(GLASS), 1.0)

    assert wrong_with(after(show, Found(GLASS, is_over=True), 2.0).state) == ()


def test_of_an_edit_staff_are_told_what_is_wrong_in_it_and_that_it_is_not_shown() -> None:
    show = playing(show_of(2))

    show = after(show, Edited((LONG,), is_shown=False, at=AT), 1.0)

    assert wrong_with(show.state) == (LONG,)
    opened = at(after(show, Commanded(OpenStaff()), 2.0), 3.0)
    (sheet,) = [s for s in composer().frame(opened.state, 3.0).sheets if s.key == "staff"]
    assert "held-back" in [mark.key for layer in sheet.layers for mark in layer.marks]
    mended = after(show, Edited((), is_shown=True, at=AT), 3.0)
    assert wrong_with(mended.state) == ()


def test_a_new_show_brings_its_own_problems_and_what_stayed_as_it_was_is_still_broken() -> None:
    show = after(playing(show_of(2)), Found(GLASS), 1.0)

    same = after(show, TakenOver(show_of(2)), 2.0)
    mended = after(show, TakenOver(changed(show_of(2), "a1", stay_s=9.0)), 2.0)
    other = after(
        show, TakenOver(broken(show_of(2), problem("error", 1, "x")), in_place=False), 2.0
    )

    assert wrong_with(same.state) == (GLASS,)
    assert wrong_with(mended.state) == ()
    assert [one.where for one in wrong_with(other.state)] == ["hall.yaml:1"]


# --- the finger ---------------------------------------------------------------------------------


def rests(*contacts: tuple[float, float, float, Phase]) -> list[Cornered]:
    """What is told of a finger that goes so; the corner is 60 units wide and high."""
    touch: Touch | None = None
    is_resting = False
    told: list[Cornered] = []
    for x, y, time, phase in contacts:
        contact = Contact(1, Point(x, y), time, phase)
        touch, _ = feel(touch, contact, Size(1000, 500), 2.0, lambda _: None, lambda *_: None)
        is_resting, new = rest(
            touch, contact, lambda p: p.x < 60 and p.y > 440, was_resting=is_resting
        )
        told += new
    return told


def test_a_finger_is_held_from_where_it_went_down_until_it_leaves() -> None:
    assert rests((10, 490, 0.0, "down"), (14, 486, 1.0, "move")) == [Cornered()]
    assert rests((10, 490, 0.0, "down"), (10, 490, 1.0, "up")) == [
        Cornered(),
        Cornered(is_held=False),
    ]


@pytest.mark.parametrize("to", [(60.0, 490.0), (10.0, 440.0)], ids=["aside", "up"])
def test_a_finger_that_moves_away_is_held_no_more(to: tuple[float, float]) -> None:
    assert rests((10, 490, 0.0, "down"), (*to, 1.0, "move"), (10, 490, 2.0, "move")) == [
        Cornered(),
        Cornered(is_held=False),
    ]


def test_a_finger_that_comes_from_elsewhere_is_not_held() -> None:
    assert rests((500, 490, 0.0, "down"), (10, 490, 1.0, "move"), (10, 490, 9.0, "up")) == []
