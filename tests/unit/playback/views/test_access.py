"""The panel of what a visitor may adjust: where it lies, what it shows, and that it can be read."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.geometry import Box, Size
from kiosk.limits import HIGHEST, LOWEST
from kiosk.marks import Label, Shape
from kiosk.playback.compose import Composer
from kiosk.playback.events import Adjust, OpenAccess, OpenChapter, Wish
from kiosk.playback.look import Look
from kiosk.playback.seek import seek
from kiosk.playback.state import ACCESS, HOME, Options, still
from kiosk.playback.views.access import button_of, panel_layers, panel_places
from kiosk.playback.views.room import Room
from kiosk.show.model import Show
from kiosk.theme import Colour, contrast
from tests.gallery import GALLERY, opened
from tests.unit.playback.shows import LANDSCAPE, PORTRAIT, Ems, show_of, theme

ALL: tuple[Wish, ...] = ("large", "contrast", "calm", "low")
CAPITAL = 0.727
SHOW = replace(show_of(4, 4, 4, 4, 4, 4, 4), mounted_mm=800.0)
pages = pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT, Size(1440, 1080), Size(2520, 1080)])


def with_contrast(show: Show) -> Show:
    dark = theme("contrast", "#000000", "#FFFFFF")
    return replace(show, themes={**show.themes, "contrast": dark})


def room_of(page: Size, look: Look | None = None, show: Show = SHOW) -> Room:
    return Room(show, page, look or Look("en", "dusk"), Ems())


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.01
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.01
    )


@pages
@pytest.mark.parametrize("is_home", [True, False])
@pytest.mark.parametrize("language", ["zh", "en", "fr"])
def test_the_panel_lies_on_the_page_clear_of_its_button(
    page: Size, is_home: bool, language: str
) -> None:
    room = room_of(page, Look(language, "dusk"))
    button = button_of(room, is_home=is_home)

    panel = panel_places(room, button, ALL)

    assert panel.box.x >= 0
    assert panel.box.y >= 0
    assert panel.box.right <= page.width
    assert panel.box.bottom <= page.height
    assert not overlap(panel.box, button.grown(12.0))
    assert all(row.box.height >= 20 * room.px_per_mm for row in panel.rows)
    assert all(row.switch.x > row.box.x for row in panel.rows)


@pages
@pytest.mark.parametrize("screen_in", [32.0, 43.0, 55.0, 65.0])
@pytest.mark.parametrize("is_large", [True, False])
@pytest.mark.parametrize("under", [HOME, "a2"])
def test_while_it_is_open_its_rows_come_before_the_buttons_and_none_overlap(
    page: Size, screen_in: float, is_large: bool, under: str
) -> None:
    show = with_contrast(replace(SHOW, screen_in=screen_in))
    state = seek(show, under, 9.0, Options(look=Look("en", is_large=is_large)), mode="visit")
    open_ = replace(state, access=still(1.0))

    targets = Composer(page, Ems()).targets(open_, 0.0)

    keys = [target.key for target in targets]
    assert keys[:3] == ["adjust-large", "adjust-contrast", "adjust-calm"]
    assert keys[-2:] == ["access", "language"]
    assert not any(isinstance(target.action, OpenChapter) for target in targets)
    for one, other in combinations(targets, 2):
        assert not overlap(one.box, other.box), (one, other)


@pages
def test_its_texts_can_be_read_by_those_who_see_little(page: Size) -> None:
    room = room_of(page)

    panel = panel_places(room, button_of(room, is_home=False), ALL)

    height_mm = panel.style.size * CAPITAL / room.px_per_mm
    assert height_mm >= 12.22 * room.show.viewing_m - 0.1


@pytest.mark.parametrize("name", ["dusk", "paper", "contrast"])
@pytest.mark.parametrize("pressed", ["", "adjust-calm"])
@pytest.mark.parametrize("chapter", range(7))
def test_its_texts_stand_out_from_what_is_below_them(name: str, pressed: str, chapter: int) -> None:
    room = room_of(LANDSCAPE, Look("en", name), opened(GALLERY / "cut"))
    layers = panel_layers(room, chapter, button_of(room, is_home=False), ALL, room.look, pressed)

    grounds: dict[str, Colour] = {}
    for layer in layers:
        for mark in layer.marks:
            if isinstance(mark, Shape) and mark.key == "pressed":
                assert isinstance(mark.fill, Colour)
                grounds[layer.key] = mark.fill
    for layer in layers[1:]:
        (text,) = [mark for mark in layer.marks if isinstance(mark, Label)]
        ground = grounds.get(layer.key, room.theme.surface)
        (track,) = [m for m in layer.marks if isinstance(m, Shape) and m.key == "track"]
        assert isinstance(track.stroke, Colour)
        assert contrast(text.colour, ground) >= (7.0 if name == "contrast" else 4.5)
        assert contrast(track.stroke, ground) >= 3.0


def test_what_is_on_is_told_by_a_tick_and_by_where_the_knob_is() -> None:
    room = room_of(LANDSCAPE)
    button, look = button_of(room, is_home=False), Look("en", "dusk", is_calm=True)

    layers = {one.key: one for one in panel_layers(room, 0, button, ALL, look, "")}

    on, off = layers["adjust-calm"].marks, layers["adjust-large"].marks
    assert [mark.key for mark in on] == ["text", "track", "knob", "tick"]
    assert [mark.key for mark in off] == ["text", "track", "knob"]
    knobs = [mark.x for mark in (*on, *off) if isinstance(mark, Shape) and mark.key == "knob"]
    assert knobs[0] > knobs[1] + 40


def test_the_panel_can_be_rendered_and_offers_what_the_show_and_the_screen_can_do() -> None:
    plain = replace(show_of(2), mounted_mm=None)

    def rows(show: Show) -> list[str]:
        compose = Composer(LANDSCAPE, Ems())
        state = seek(show, ACCESS, 1.0)
        assert any(sheet.key == "access" for sheet in compose.frame(state, 0.0).sheets)
        keys = [target.key for target in compose.targets(state, 0.0)]
        return [key for key in keys if key.startswith("adjust")]

    assert rows(plain) == ["adjust-large", "adjust-calm"]
    assert rows(with_contrast(plain)) == ["adjust-large", "adjust-contrast", "adjust-calm"]
    assert rows(replace(plain, mounted_mm=800.0)) == ["adjust-large", "adjust-calm", "adjust-low"]
    assert rows(replace(plain, mounted_mm=500.0)) == ["adjust-large", "adjust-calm"]
    assert rows(replace(with_contrast(plain), theme="contrast")) == ["adjust-large", "adjust-calm"]


@pytest.mark.parametrize("language", ["zh", "en", "fr"])
def test_every_wish_is_said_in_the_visitors_language_or_else_in_english(language: str) -> None:
    room = room_of(LANDSCAPE, Look(language, "dusk"))

    layers = panel_layers(room, 0, button_of(room, is_home=False), ALL, room.look, "")

    texts = [mark.text for one in layers for mark in one.marks if isinstance(mark, Label)]
    first = "放大文字" if language == "zh" else "Larger text"
    assert texts[0] == first
    assert len(set(texts)) == 4


# --- reach --------------------------------------------------------------------------------------


@pytest.mark.parametrize("under", [HOME, "a2", "g4"])
@pytest.mark.parametrize(
    ("page", "screen_in", "mm"),
    [
        (LANDSCAPE, 43.0, 800.0), (LANDSCAPE, 43.0, 900.0), (LANDSCAPE, 43.0, 200.0),
        (PORTRAIT, 55.0, 700.0), (PORTRAIT, 55.0, 300.0), (PORTRAIT, 55.0, 0.0),
        (Size(1440, 1080), 65.0, 600.0), (LANDSCAPE, 98.0, 600.0),
    ],
)  # fmt: skip
def test_who_sits_can_touch_the_button_and_every_row_and_then_everything(
    page: Size, screen_in: float, mm: float, under: str
) -> None:
    show = replace(SHOW, screen_in=screen_in, mounted_mm=mm)
    unit_mm = screen_in * 25.4 / math.hypot(page.width, page.height)

    def is_within(box: Box) -> bool:
        low, high = (mm + (page.height - y) * unit_mm for y in (box.bottom, box.y))
        return low >= LOWEST.value - 0.1 and high <= HIGHEST.value + 0.1

    state = seek(show, under, 9.0, Options(look=Look("en")), mode="visit")
    compose = Composer(page, Ems())
    (button,) = [t for t in compose.targets(state, 0.0) if t.action == OpenAccess()]
    opened = compose.targets(replace(state, access=still(1.0)), 0.0)
    low = replace(state, view=replace(state.view, look=replace(state.view.look, is_low=True)))

    assert is_within(button.box)
    assert all(is_within(t.box) for t in opened if isinstance(t.action, Adjust))
    for target in compose.targets(low, 0.0):
        assert is_within(target.box), target
        assert min(target.box.width, target.box.height) * unit_mm >= 19.9, target


def test_a_window_of_the_home_view_within_reach_opens_out_of_where_it_lies() -> None:
    show = replace(SHOW, screen_in=55.0, mounted_mm=700.0)
    state = seek(show, HOME, 0.0, Options(look=Look(is_low=True)), mode="visit")

    windows = Composer(PORTRAIT, Ems()).targets(state, 0.0)[:7]

    for window in windows:
        assert isinstance(window.action, OpenChapter)
        assert window.box.holds(window.action.origin.centre)


def test_all_that_is_shown_within_reach_lies_there() -> None:
    show = replace(SHOW, screen_in=55.0, mounted_mm=700.0)
    compose, low = Composer(PORTRAIT, Ems()), Options(look=Look(is_low=True))

    for view in ("a2", HOME, "strip", ACCESS, "countdown"):
        frame = compose.frame(seek(show, view, 9.0, low, mode="visit"), 0.0)
        for sheet in frame.sheets:
            for mark in (mark for layer in sheet.layers for mark in layer.marks):
                if isinstance(mark, Label | Shape):
                    assert sheet.pose.dy + sheet.pose.scale * mark.y >= 1100.0 - 1.0, (view, mark)


def test_the_night_is_as_ever_on_all_of_the_screen() -> None:
    show = replace(SHOW, screen_in=55.0, mounted_mm=700.0)

    frames = [
        Composer(PORTRAIT, Ems()).frame(
            seek(show, "night", 0.0, Options(look=Look(is_low=low))), 0.0
        )
        for low in (True, False)
    ]

    assert frames[0].sheets[0].layers == frames[1].sheets[0].layers
