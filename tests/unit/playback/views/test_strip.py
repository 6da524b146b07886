"""The strip of a chapter: its slides made small."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kiosk.batches import Bars, Segments
from kiosk.elements.shade import CAPTION
from kiosk.geometry import Box, Point, Size
from kiosk.layouts.base import Parts
from kiosk.marks import Frame, Label, Marks, Picture, Shape, Wash
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Prepare, Wanted
from kiosk.playback.events import Broken, Commanded, OpenStrip, Pressed, Ready
from kiosk.playback.look import Look
from kiosk.playback.plans import preparation
from kiosk.playback.seek import seek
from kiosk.playback.state import HOME, STRIP
from kiosk.playback.views.miniature import miniature
from kiosk.playback.views.room import Room
from kiosk.playback.views.strip import Strip, strip_layers, strip_places
from kiosk.show.model import Show
from kiosk.theme import TextStyle, colour
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Ems,
    Pictured,
    after,
    changed,
    playing,
    show_of,
)

WHITE = colour("#FFFFFF")
PAGE, TENTH = Size(1000, 500), Box(70, 40, 100, 50)


def room_of(show: Show, page: Size = LANDSCAPE, language: str = "en") -> Room:
    return Room(show, page, Look(language, "dusk"), Ems())


def places(count: int, page: Size) -> Strip:
    return strip_places(room_of(show_of(count), page), 0)


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT, Size(1440, 1080)])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 11, 12, 24])
def test_every_slide_has_a_tile_of_the_pages_shape_inside_the_panel(page: Size, count: int) -> None:
    strip = places(count, page)

    assert len(strip.tiles) == count
    assert strip.panel.x >= 0
    assert strip.panel.right <= page.width
    assert strip.panel.y >= 80
    for tile in strip.tiles:
        assert tile.small.width / tile.small.height == pytest.approx(page.width / page.height)
        assert strip.panel.x < tile.box.x < tile.box.right < strip.panel.right
        assert strip.panel.y < tile.box.y < tile.box.bottom < strip.panel.bottom


def test_a_panel_is_as_wide_as_its_chapters_title() -> None:
    show = show_of(1)
    long = replace(show.chapters[0], title=show.title.__class__((("en", "word " * 14),)))

    panel = strip_places(room_of(replace(show, chapters=(long,))), 0).panel

    assert panel.width > 14 * 5 * 0.55 * 26


def test_a_slide_without_a_title_goes_by_its_chapters() -> None:
    show = changed(show_of(2), "a2", parts=Parts())

    layers = strip_layers(room_of(show), 0, "a1", "", {})

    titles = [m.text for m in layers[-1].marks if isinstance(m, Label) and m.key == "title"]
    assert titles == ["Chapter 0"]


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    show = show_of(1)
    long = replace(
        show.chapters[0].slides[0].parts, title=show.title.__class__((("en", "word " * 40),))
    )

    title = strip_places(room_of(changed(show, "a1", parts=long)), 0).tiles[0].title

    assert len(title.lines) == 2
    assert title.lines[-1].endswith("…")


def titled(count: int, words: int) -> Show:
    show = show_of(count)
    title = show.title.__class__((("en", "word " * words),))
    for slide in show.chapters[0].slides:
        show = changed(show, slide.id, parts=replace(slide.parts, title=title))
    return show


def test_a_title_gets_more_lines_before_it_is_cut() -> None:
    strip = strip_places(room_of(titled(1, words=14)), 0)

    assert strip.cut == 0
    assert len(strip.tiles[0].title.lines) > 2


def test_slides_are_shown_smaller_where_their_titles_need_the_room() -> None:
    short = strip_places(room_of(titled(9, words=2), PORTRAIT), 0)

    long = strip_places(room_of(titled(9, words=10), PORTRAIT), 0)

    assert long.cut == 0
    assert long.panel.y >= 80
    assert long.tiles[0].small.width < short.tiles[0].small.width
    assert long.tiles[0].box.width == short.tiles[0].box.width


def test_the_tile_of_the_current_slide_is_framed_in_the_accent() -> None:
    room = room_of(show_of(2))

    _, _, first, second = strip_layers(room, 0, "a2", "", {})

    frames = [m for m in (*first.marks, *second.marks) if m.key == "frame"]
    assert [f.stroke == room.theme.accent(0) for f in frames if isinstance(f, Shape)] == [
        False,
        True,
    ]


def test_a_pressed_tile_is_filled_with_the_accent() -> None:
    room = room_of(show_of(2))

    layers = strip_layers(room, 0, "a2", "tile-a1", {})

    pressed = layers[2].marks[0]
    assert isinstance(pressed, Shape)
    assert pressed.fill == room.theme.accent(0)


def test_everything_of_a_slide_made_small_moves_and_shrinks_together() -> None:
    stops = ((0.0, WHITE), (1.0, WHITE))
    marks: Marks = (
        Label("l", "title", 500, 250, TextStyle("sans", 100), WHITE),
        Shape("s", "M0,0 h9", 100, 100, 2.0, stroke=WHITE, width=30, dash=(20, 10)),
        Picture("p", "a.jpg", Box(0, 0, 1000, 500), overscan=1.04, shift=(9, 9), radius=60),
        Wash("w", Box(0, 0, 500, 500), stops, Point(0, 0), Point(500, 0), 100, corner=60),
        Bars("b", ("x",), np.array([[100.0, 100, 200, 50]]), np.ones((1, 4)), np.ones(1)),
        Segments("g", ("x",), np.array([[0.0, 0, 1000, 500]]), np.ones((1, 4)), width=30),
    )

    label, shape, picture, wash, bars, lines = miniature(marks, PAGE, TENTH)

    assert isinstance(label, Label)
    assert (label.x, label.y, label.style.size) == (120, 65, 10)
    assert isinstance(shape, Shape)
    assert (shape.x, shape.y, shape.scale, shape.width) == (80, 50, 0.2, 3)
    assert list(shape.dash) == [2, 1]
    assert isinstance(picture, Picture)
    assert (picture.box, picture.overscan, picture.shift) == (TENTH, 1.0, (0.0, 0.0))
    assert isinstance(wash, Wash)
    assert (wash.box, wash.end, wash.radius) == (Box(70, 40, 50, 50), Point(120, 40), 10)
    assert isinstance(bars, Bars)
    assert bars.boxes.tolist() == [[80, 50, 20, 5]]
    assert isinstance(lines, Segments)
    assert lines.ends.tolist() == [[70, 40, 170, 90]]


def test_of_a_slide_made_small_what_would_be_dust_is_left_out() -> None:
    stops = ((0.0, WHITE), (1.0, WHITE))
    marks = (
        Label("body", "a sentence", 0, 0, TextStyle("sans", 36), WHITE),
        Wash(CAPTION, Box(0, 0, 9, 9), stops, Point(0, 0), Point(9, 0)),
    )

    assert miniature(marks, PAGE, TENTH) == ()


def test_pictures_are_in_the_strip_only_once_they_are_ready() -> None:
    show = changed(show_of(2), "a1", layout=Pictured(height=1080.0))
    composer = Composer(LANDSCAPE, Ems())
    visit = after(playing(show, None, STRIP), Commanded(OpenStrip(0)), 4.0)

    prepared = after(visit, Ready(STRIP, 0.0), 5.0)

    assert pictures_in_strip(composer.frame(visit.state, 5.0)) == 0
    assert pictures_in_strip(composer.frame(prepared.state, 5.0)) == 1


def pictures_in_strip(frame: Frame) -> int:
    strip = next(sheet for sheet in frame.sheets if sheet.key == "strip")
    return sum(isinstance(mark, Picture) for layer in strip.layers for mark in layer.marks)


def test_a_strip_that_cannot_be_prepared_is_not_asked_for_again() -> None:
    state = seek(show_of(2), "a1", 0.0, mode="visit")

    broken = after(playing(show_of(2)), Broken(STRIP), 1.0)

    assert STRIP in {wanted.slide for wanted in preparation(state).views}
    last = [effect for _, effect in broken.said if isinstance(effect, Prepare)][-1]
    assert STRIP not in {wanted.slide for wanted in last.views}


def test_what_is_prepared_for_the_strip_are_the_strips_of_all_chapters() -> None:
    show = show_of(2, 3)

    prepared = Composer(LANDSCAPE, Ems()).prepare(show, Wanted(STRIP, Look("en", "dusk")))

    tiles = [
        layer.key
        for sheet in prepared.settled.sheets
        for layer in sheet.layers
        if layer.key.startswith("tile-")
    ]
    assert tiles == ["tile-a1", "tile-a2", "tile-b1", "tile-b2", "tile-b3"]


def test_the_home_view_is_asked_for_unless_it_is_broken() -> None:
    broken = after(playing(show_of(2)), Broken(HOME), 1.0)

    assert HOME not in {wanted.slide for wanted in preparation(broken.state).views}


def test_the_first_touch_asks_for_the_strip() -> None:
    touched = after(playing(show_of(2)), Pressed("", None), 4.0)

    last = [effect for _, effect in touched.said if isinstance(effect, Prepare)][-1]

    assert STRIP in {wanted.slide for wanted in last.views}
