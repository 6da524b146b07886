"""A visit with a keyboard alone: what each key does, and where the focus is."""

from __future__ import annotations

import re

import pytest

from kiosk.geometry import Box, Size
from kiosk.marks import Frame, Shape
from kiosk.playback.compose import Composer
from kiosk.playback.events import Focused, Next, OpenStrip, Pressed, Released
from kiosk.playback.state import HOME
from kiosk.playback.touch.keys import Key, Targets, entered, focused, typed
from kiosk.playback.views.room import Target
from kiosk.theme import Colour, contrast
from tests.unit.playback.shows import LANDSCAPE, PORTRAIT, Ems, Playing, after, at, playing, show_of


def pressing(show: Playing, key: Key, now: float, composer: Composer) -> Playing:
    """`show` after that key, as the player in a window takes it."""
    show = at(show, now)
    state = show.state
    before = composer.stops(show.state, now)
    done = typed(show.state, key, before, lambda focus, way: composer.beside(state, focus, way))
    for event in done:
        show = after(show, event, now)
    inside = entered(done, before, composer.stops(show.state, now))
    return after(show, Focused(inside), now) if inside else show


def nowhere(_focus: Target, _way: tuple[int, int]) -> None:
    """Nothing lies beside a mark."""


def visited(show: Playing, *keys: Key, page: Composer | None = None) -> Playing:
    """`show` after those keys, a second apart, from 10 s on."""
    composer = page or Composer(LANDSCAPE, Ems())
    for second, key in enumerate(keys, 10):
        show = pressing(show, key, float(second), composer)
    return at(show, 10.0 + len(keys))


def focus_of(show: Playing, page: Composer | None = None) -> str:
    """The key of the target that has the focus."""
    composer = page or Composer(LANDSCAPE, Ems())
    target = focused(show.state, composer.stops(show.state, show.state.acted))
    return "" if target is None else target.key


def ring(frame: Frame) -> list[Shape]:
    """What is drawn around the focus."""
    return [
        mark
        for sheet in frame.sheets
        if sheet.key == "focus"
        for layer in sheet.layers
        for mark in layer.marks
        if isinstance(mark, Shape)
    ]


def reach(mark: Shape) -> tuple[float, float, float, float]:
    """How far the stroke of `mark` reaches: left, top, right, bottom."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", mark.path)]
    xs, ys, half = numbers[::2], numbers[1::2], mark.width / 2
    return (
        mark.x + min(xs) - half, mark.y + min(ys) - half,
        mark.x + max(xs) + half, mark.y + max(ys) + half,
    )  # fmt: skip


def test_the_first_key_wakes_the_show_and_tab_then_goes_from_target_to_target() -> None:
    show = playing(show_of(2, 1))

    woken = visited(show, "tab")
    tabs: tuple[Key, ...] = ("tab",)
    seen = [focus_of(visited(show, "tab", *tabs * count)) for count in range(1, 8)]

    assert (woken.state.mode, woken.slide, focus_of(woken)) == ("visit", "a2", "")
    assert seen == ["home", "previous", "dash-0", "dash-1", "next", "access", "language"]


def test_back_tab_goes_round_the_other_way() -> None:
    show = visited(playing(show_of(2)), "tab", "back-tab", "back-tab")

    assert focus_of(show) == "access"


def test_enter_does_what_a_touch_of_the_focus_would() -> None:
    show = visited(playing(show_of(2, 2)), "tab", "tab", "enter")

    assert show.slide == HOME


def test_a_chapter_is_chosen_from_home_with_arrows_and_opened() -> None:
    show = visited(playing(show_of(2, 2, 1)), "home", "right", "right", "enter", "page-down")

    assert show.slide == "b2"


def test_arrows_turn_pages_while_nothing_is_focused() -> None:
    show = visited(playing(show_of(4)), "right", "right", "left")

    assert show.slide == "a3"  # it was woken on the second slide


def test_arrows_go_to_the_nearest_target_of_that_side_and_stay_where_there_is_none() -> None:
    show = visited(playing(show_of(2, 1)), "tab", "tab", "right", "right")
    at_the_end = visited(playing(show_of(2, 1)), "tab", "back-tab", "right")

    assert focus_of(show) == "dash-0"
    assert focus_of(at_the_end) == "language"


def test_the_focus_goes_into_the_strip_it_has_opened_and_back_when_it_is_put_away() -> None:
    keys: tuple[Key, ...] = ("tab", "tab", "tab", "tab", "tab", "enter")
    opened = visited(playing(show_of(2, 3)), *keys)
    put_away = visited(playing(show_of(2, 3)), *keys, "escape")
    chosen = visited(playing(show_of(2, 3)), *keys, "right", "enter")

    assert focus_of(opened) == "tile-b1"
    assert (put_away.state.strip, focus_of(put_away)) == (None, "dash-1")
    assert chosen.slide == "b2"


def test_the_focus_stays_on_the_next_button_from_page_to_page_until_the_last() -> None:
    keys: tuple[Key, ...] = ("tab", "tab", "tab", "tab", "tab")
    show = visited(playing(show_of(4)), *keys, "enter")
    at_the_end = visited(playing(show_of(4)), *keys, "enter", "enter")

    assert (show.slide, focus_of(show)) == ("a3", "next")
    assert (at_the_end.slide, focus_of(at_the_end)) == ("a4", "dash-0")


def test_escape_with_nothing_open_puts_the_focus_out() -> None:
    show = visited(playing(show_of(2)), "tab", "tab", "escape")

    assert (show.slide, focus_of(show), show.state.focus) == ("a2", "", ())


def test_a_touch_puts_the_focus_out() -> None:
    show = visited(playing(show_of(2)), "tab", "tab")

    touched = after(after(show, Pressed(), 20.0), Released(), 20.1)

    assert focus_of(touched) == ""


def test_the_focus_is_gone_for_the_next_visitor() -> None:
    show = visited(playing(show_of(2)), "tab", "tab")

    left = at(show, 10.0 + 2 + 45 + 20 + 30)
    woken = after(left, Focused(), left.state.acted + 0.5)

    assert left.state.mode == "loop"
    assert focus_of(woken) == ""


def test_the_key_that_stops_the_countdown_does_nothing_else() -> None:
    show = at(visited(playing(show_of(2)), "tab", "tab"), 11.0 + 45 + 5)
    assert show.state.is_counting

    stopped = pressing(show, "enter", 62.0, Composer(LANDSCAPE, Ems()))

    assert (stopped.state.is_counting, stopped.slide) == (False, "a2")


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
def test_what_has_the_focus_is_ringed_in_two_colours_wholly_on_the_page(page: Size) -> None:
    composer = Composer(page, Ems())
    show = visited(playing(show_of(3, 3)), "home", "right", page=composer)

    edge, shown = ring(composer.frame(show.state, show.state.acted))

    target = focused(show.state, composer.targets(show.state, show.state.acted))
    assert target is not None
    assert abs(shown.x - target.box.centre.x) < 30
    left, top, right, bottom = reach(edge)
    assert left >= 0
    assert top >= 0
    assert right <= page.width
    assert bottom <= page.height
    assert isinstance(shown.stroke, Colour)
    assert isinstance(edge.stroke, Colour)
    assert contrast(shown.stroke, edge.stroke) >= 4.5


def test_nothing_is_ringed_in_the_loop_nor_while_nothing_has_the_focus() -> None:
    composer = Composer(LANDSCAPE, Ems())
    looping, woken = playing(show_of(2)), visited(playing(show_of(2)), "tab")

    assert ring(composer.frame(looping.state, 2.0)) == []
    assert ring(composer.frame(woken.state, woken.state.acted)) == []


def test_a_target_that_lies_straight_ahead_is_nearer_than_one_aside() -> None:
    def target(key: str, x: float, y: float) -> Target:
        return Target(key, Box(x, y, 100, 100), Next())

    targets: Targets = (target("a", 0, 0), target("b", 150, 260), target("c", 400, 20))
    state = visited(playing(show_of(1)), "tab").state
    state = after(Playing(state), Focused("a"), 30.0).state

    (right,) = typed(state, "right", targets, nowhere)
    (down,) = typed(state, "down", targets, nowhere)

    assert (right, down) == (Focused("c"), Focused("b"))


def test_only_what_opens_something_takes_the_focus_with_it() -> None:
    def target(key: str) -> Target:
        return Target(key, Box(0, 0, 9, 9), OpenStrip(0))

    state = visited(playing(show_of(1)), "tab").state
    state = after(Playing(state), Focused("dash"), 30.0).state
    before, above = (target("dash"),), (target("tile"), target("dash"))

    done = typed(state, "enter", before, nowhere)

    assert entered(done, before, above) == "tile"
    assert entered(done, before, before) == ""
    assert entered((Focused("dash"),), before, above) == ""


def test_the_panel_of_what_can_be_adjusted_is_opened_used_and_put_away_with_keys() -> None:
    opening: tuple[Key, ...] = ("tab", "back-tab", "back-tab", "enter")
    opened = visited(playing(show_of(2)), *opening)
    chosen = visited(playing(show_of(2)), *opening, "down", "enter")
    left = visited(playing(show_of(2)), *opening, "down", "enter", "escape")

    assert focus_of(opened) == "adjust-large"
    assert focus_of(chosen) == "adjust-calm"
    assert chosen.state.heading.look.is_calm
    assert left.state.access is None
    assert focus_of(left) == "access"
