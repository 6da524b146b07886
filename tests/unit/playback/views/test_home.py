"""The home view: its windows, and titles that can be read over any picture."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from kiosk.data.text import Text
from kiosk.geometry import Box, Point, Size
from kiosk.marks import Label, Wash
from kiosk.options import FileChoice
from kiosk.playback.look import Look
from kiosk.playback.views.home import home_layers, home_places
from kiosk.playback.views.room import Room
from kiosk.show.model import Show
from kiosk.theme import Colour, contrast
from tests.unit.playback.shows import LANDSCAPE, PORTRAIT, Ems, show_of

PAGES = [LANDSCAPE, PORTRAIT, Size(1440, 1080)]
LONG = Text((("zh", "内陆开放蹄疾步稳"), ("en", "Science and technology")))


def room_of(count: int, page: Size, language: str, theme: str = "dusk") -> Room:
    show = titled(show_of(*[1] * count))
    return Room(show, page, Look(language, theme), Ems())


def titled(show: Show) -> Show:
    picture = FileChoice((("", "window.jpg"),))
    chapters = tuple(replace(chapter, title=LONG, picture=picture) for chapter in show.chapters)
    return replace(show, chapters=chapters)


def strength(wash: Wash, at: Point) -> float:
    """How opaque `wash` is at a point: 0 outside its box."""
    if not wash.box.holds(at):
        return 0.0
    if wash.radius > 0.0:
        way = math.hypot(at.x - wash.start.x, (at.y - wash.start.y) / wash.squeeze) / wash.radius
    else:
        dx, dy = wash.end.x - wash.start.x, wash.end.y - wash.start.y
        along = (at.x - wash.start.x) * dx + (at.y - wash.start.y) * dy
        way = along / (dx * dx + dy * dy)
    way = min(1.0, max(0.0, way))
    for (low, one), (high, other) in pairwise(wash.stops):
        if low <= way <= high:
            share = (way - low) / (high - low) if high > low else 1.0
            return one.opacity + (other.opacity - one.opacity) * share
    return wash.stops[-1][1].opacity


def over(shade: Colour, opacity: float, grey: float) -> Colour:
    """A shade at that opacity over a grey from 0 to 1."""
    red, green, blue = (part * opacity + grey * (1 - opacity) for part in shade[:3])
    return Colour(red, green, blue)


def test_titles_below_windows_keep_clear_of_the_next_ones() -> None:
    room = room_of(7, LANDSCAPE, "zh")

    windows = home_places(room).windows
    below = [
        [m for m in layer.marks if isinstance(m, Label) and m.key.startswith("companion")]
        for layer in home_layers(room, "")
        if layer.key.startswith("window-")
    ]

    assert len(below) == 7
    for window, labels in zip(windows, below, strict=True):
        assert labels
        for label in labels:
            end = label.x + room.measure.advance(label.text, label.style)
            assert end <= window.box.right - 16


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("count", range(1, 9))
def test_windows_lie_between_the_margins_and_never_overlap(page: Size, count: int) -> None:
    room = room_of(count, page, "zh")

    boxes = [window.box for window in home_places(room).windows]

    assert len(boxes) == count
    for box in boxes:
        assert room.margin - 0.01 <= box.x
        assert box.right <= page.width - room.margin + 0.01
        assert box.y >= 150
        assert box.bottom <= page.height - 100
    for one, other in combinations(boxes, 2):
        assert one.right <= other.x or other.right <= one.x or one.bottom <= other.y


@pytest.mark.parametrize("count", range(1, 9))
def test_windows_fill_a_landscape_page_from_margin_to_margin(count: int) -> None:
    windows = home_places(room_of(count, LANDSCAPE, "zh")).windows

    assert windows[-1].box.right == pytest.approx(1920 - 96)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("theme", "worst"), [("dusk", 1.0), ("paper", 0.0)])
@pytest.mark.parametrize("count", range(1, 9))
def test_a_windows_title_can_be_read_over_any_picture(
    page: Size, language: str, theme: str, worst: float, count: int
) -> None:
    room = room_of(count, page, language, theme)

    layers = [layer for layer in home_layers(room, "") if layer.key.startswith("window-")]

    assert len(layers) == count
    for layer in layers:
        shades = [mark for mark in layer.marks if isinstance(mark, Wash)]
        titles = [m for m in layer.marks if isinstance(m, Label) and m.key.startswith("title")]
        assert titles
        for title in titles:
            for point in corners(title):
                opacity = max(strength(shade, point) for shade in shades)
                behind = over(room.theme.ground, opacity, worst)
                assert contrast(title.colour, behind) >= 4.5, (title.text, opacity)


def corners(label: Label) -> list[Point]:
    """The corners of a line of text."""
    wide, size = Ems().advance(label.text, label.style), label.style.size
    left = label.x - (wide / 2 if label.align == "centre" else 0.0)
    box = Box(left, label.y - 0.8 * size, wide, 0.9 * size)
    return [Point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("page", PAGES)
def test_the_shade_falls_along_the_title_and_leaves_the_picture_beside_it_alone(
    page: Size, count: int
) -> None:
    layer = next(x for x in home_layers(room_of(count, page, "zh"), "") if x.key == "window-0")

    box = home_places(room_of(count, page, "zh")).windows[0].box
    shades = [mark for mark in layer.marks if isinstance(mark, Wash)]
    beside = [Point(box.x + 0.4 * box.width, box.y + down * box.height) for down in (0.5, 0.7, 0.9)]

    assert all(shade.box.bottom <= box.bottom for shade in shades)
    assert [max(strength(shade, at) for shade in shades) for at in beside] == [0.0] * 3


def test_a_window_without_a_picture_needs_no_shade() -> None:
    room = Room(show_of(2), LANDSCAPE, Look("zh", "dusk"), Ems())

    marks = [mark for layer in home_layers(room, "") for mark in layer.marks]

    assert not [mark for mark in marks if isinstance(mark, Wash)]


@pytest.mark.parametrize("width", [1080.0, 1200.0, 1440.0])
def test_windows_that_would_be_too_narrow_for_a_word_stand_in_two_rows(width: float) -> None:
    places = home_places(room_of(7, Size(width, 1080.0), "en"))

    assert min(window.box.width for window in places.windows) >= 180
    assert len({window.box.y for window in places.windows}) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1080.0, 1440.0, 1920.0])
def test_the_title_keeps_clear_of_the_prompt_beside_it(width: float, language: str) -> None:
    room = room_of(3, Size(width, 1080.0), language)

    layers = {layer.key: layer.marks for layer in home_layers(room, "")}

    (prompt,) = [mark for mark in layers["prompt"] if isinstance(mark, Label)]
    starts = prompt.x - room.measure.advance(prompt.text, prompt.style)
    titles = [mark for mark in layers["title"] if isinstance(mark, Label)]
    assert titles
    assert all(t.x + room.measure.advance(t.text, t.style) < starts for t in titles)


def test_a_title_in_large_type_may_end_nearer_to_its_windows_side_than_it_begins() -> None:
    title = Text((("zh", "两江"), ("en", "The way to schools")))
    show = titled(show_of(*[1] * 7))
    chapters = tuple(replace(chapter, title=title) for chapter in show.chapters)
    show, look = replace(show, chapters=chapters), Look("en", "dusk", is_large=True)
    room = Room(show, Size(1116, 1920), look, Ems())

    (layer,) = [layer for layer in home_layers(room, "") if layer.key == "window-0"]

    lines = [mark for mark in layer.marks if isinstance(mark, Label) and "title" in mark.key]
    assert [line.text for line in lines] == ["The way", "to schools"]
    box = home_places(room).windows[0].box
    assert all(x.x + Ems().advance(x.text, x.style) <= box.right - 8 for x in lines)
