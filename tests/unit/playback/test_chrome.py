"""What can be touched on a page, and how it is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.elements.kinds.picture import PictureElement
from kiosk.geometry import Box, Point, Size
from kiosk.marks import Label, Shape
from kiosk.options import FileChoice
from kiosk.playback.events import (
    Commanded,
    Dragged,
    GoHome,
    Next,
    OpenStrip,
    Pressed,
    SwitchLanguage,
)
from kiosk.playback.look import Look
from kiosk.playback.seek import seek
from kiosk.playback.state import Options
from kiosk.theme import Colour, contrast
from tests.unit.playback.frames import composer, marks_of, visited
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Pictured,
    after,
    at,
    changed,
    playing,
    show_of,
)

WHITE = Colour(1.0, 1.0, 1.0)


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT, Size(1440, 1080), Size(2520, 1080)])
@pytest.mark.parametrize("screen_in", [32.0, 43.0, 55.0, 65.0])
@pytest.mark.parametrize("counts", [(1,), (12, 2, 5), (4, 4, 4, 4, 4, 4, 4)])
@pytest.mark.parametrize("where", [(), (GoHome(),), (OpenStrip(0),), (Next(),)])
def test_targets_are_large_enough_lie_on_the_page_and_never_overlap(
    page: Size, screen_in: float, counts: tuple[int, ...], where: tuple[GoHome | OpenStrip | Next]
) -> None:
    show = replace(show_of(*counts), screen_in=screen_in)
    px_per_mm = (1920**2 + 1080**2) ** 0.5 / (screen_in * 25.4)

    targets = composer(page).targets(visited(show, *map(Commanded, where)).state, 4.0)

    assert targets
    for target in targets:
        least = 20 * px_per_mm
        assert min(target.box.width, target.box.height) >= least - 0.01, target
        assert 0 <= target.box.x < target.box.right <= page.width
        assert 0 <= target.box.y < target.box.bottom <= page.height
    for one, other in combinations(targets, 2):
        assert not _overlap(one.box, other.box), (one, other)


def test_in_the_loop_and_in_the_countdown_there_is_nothing_but_the_page_to_touch() -> None:
    compose, show = composer(), playing(show_of(2))

    assert compose.targets(show.state, 0.0) == ()
    assert compose.targets(at(visited(show_of(2)), 50.0).state, 50.0) == ()


def test_a_touch_finds_what_lies_under_it() -> None:
    compose, show = composer(), visited(show_of(2)).state

    home = compose.target_at(show, Point(128, 1000), 4.0)

    assert home is not None
    assert home.action == GoHome()
    assert compose.target_at(show, Point(960, 500), 4.0) is None


def test_a_pressed_button_shows_it_in_the_next_frame() -> None:
    show = visited(show_of(2))

    pressed = after(show, Pressed("next", Next()), 5.0)
    (disc, icon) = marks_of(composer().frame(pressed.state, 5.0), "chrome", "next")

    assert isinstance(disc, Shape)
    assert isinstance(icon, Shape)
    assert disc.fill == show.state.show.themes["dusk"].accent(0)
    assert disc.scale == 0.96
    assert icon.stroke == show.state.show.themes["dusk"].ground


def test_a_button_that_is_dragged_away_from_is_not_pressed_any_more() -> None:
    show = after(visited(show_of(2)), Pressed("home", GoHome()), 5.0)

    dragged = after(show, Dragged(-0.1), 5.1)
    (disc, _) = marks_of(composer().frame(dragged.state, 5.1), "chrome", "home")

    assert isinstance(disc, Shape)
    assert disc.scale == 1.0


def test_the_pill_is_written_in_the_other_language() -> None:
    zh = composer().frame(visited(show_of(2)).state, 4.0)
    en = composer().frame(visited(show_of(2), Commanded(SwitchLanguage())).state, 4.0)

    labels = [marks_of(frame, "chrome", "language")[1] for frame in (zh, en)]

    assert [label.text for label in labels if isinstance(label, Label)] == ["English", "中文"]


def test_a_show_in_one_language_has_no_pill() -> None:
    show = replace(show_of(2), languages=("zh",))

    keys = [target.key for target in composer().targets(visited(show).state, 4.0)]

    assert "language" not in keys


def test_the_fill_of_a_dash_is_the_place_within_the_chapter() -> None:
    show = visited(show_of(4, 2), Commanded(Next()))

    dashes = marks_of(composer().frame(show.state, 4.0), "chrome", "dashes")

    fill = next(mark for mark in dashes if mark.key == "fill-0")
    assert isinstance(fill, Shape)
    assert fill.trim == 0.5


@pytest.mark.parametrize(
    ("height", "ink", "opacity"), [(1080.0, "on_picture_quiet", 0.65), (500.0, "line", 1.0)]
)
def test_dashes_over_a_picture_are_drawn_in_its_inks(
    height: float, ink: str, opacity: float
) -> None:
    show = changed(show_of(2), "a1", layout=Pictured(height=height))

    frame = composer().frame(seek(show, "a1", 9.0, Options(look=Look(theme="paper")), "visit"), 0.0)
    dash = marks_of(frame, "chrome", "dashes")[0]

    assert isinstance(dash, Shape)
    assert dash.stroke == getattr(show.themes["paper"], ink).faded(opacity)


def test_dashes_over_a_picture_that_was_made_for_a_light_theme_are_dark() -> None:
    light = PictureElement(file=FileChoice((("", "park.jpg"), ("paper", "day.jpg"))))
    parts = replace(show_of(2).slide("a1").parts, picture=light)
    show = changed(show_of(2), "a1", layout=Pictured(height=1080.0), parts=parts)

    frame = composer().frame(seek(show, "a1", 9.0, Options(look=Look(theme="paper")), "visit"), 0.0)
    dash = marks_of(frame, "chrome", "dashes")[0]

    assert isinstance(dash, Shape)
    assert isinstance(dash.stroke, Colour)
    assert contrast(dash.stroke._replace(opacity=1.0), WHITE) >= 4.5


def _overlap(one: Box, other: Box) -> bool:
    """Whether they share more than a hundredth of a unit."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.01
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.01
    )
