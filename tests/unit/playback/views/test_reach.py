"""Which part of which screen is within reach, and the page that fills it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.geometry import Box, Point, Pose, Size
from kiosk.limits import HIGHEST, LOWEST
from kiosk.marks import Label, Picture, Wash
from kiosk.playback.look import Look
from kiosk.playback.views.reach import LEAST_MM, band_of, reach_of
from kiosk.playback.views.room import Room
from kiosk.show.model import Show
from kiosk.theme import TextStyle, colour
from tests.unit.playback.shows import LANDSCAPE, PORTRAIT, Ems, show_of

WHITE = colour("#FFFFFF")
STYLE = TextStyle("sans", 40.0)


def mounted(mm: float | None, screen_in: float) -> Show:
    return replace(show_of(2), mounted_mm=mm, screen_in=screen_in)


# A screen of 43 inches is 952 x 535 mm, one of 55 inches 1218 x 685 mm, one of 32 708 x 398 mm.
@pytest.mark.parametrize(
    ("screen_in", "page", "mm", "band"),
    [
        (43, LANDSCAPE, None, None),  # nobody has said
        (43, LANDSCAPE, 600, None),  # 600 to 1135
        (43, LANDSCAPE, 684, None),  # to 1219
        (43, LANDSCAPE, 695, None),  # to 1230: at its edges nothing essential lies
        (43, LANDSCAPE, 800, (233, 1080)),  # to 1335: out at the top
        (43, LANDSCAPE, 900, (435, 1080)),  # 320 mm are left
        (43, LANDSCAPE, 930, None),  # 290 mm are too few to be used
        (43, LANDSCAPE, 1300, None),  # all of it out of reach
        (43, LANDSCAPE, 200, (0, 717)),  # out at the bottom
        (43, LANDSCAPE, 370, None),  # 10 mm of its lower edge
        (43, LANDSCAPE, 0, None),  # 155 mm within reach
        (55, PORTRAIT, 700, (1100, 1920)),  # 700 to 1918
        (55, PORTRAIT, 300, (469, 1794)),  # 300 to 1518: out at both ends
        (55, PORTRAIT, 2, (0, 1324)),  # a totem that stands on the floor
        (55, LANDSCAPE, 500, None),  # 500 to 1185
        (32, PORTRAIT, 500, None),  # 500 to 1208
        (32, PORTRAIT, 700, (511, 1920)),
    ],
)
def test_the_band_is_what_lies_from_380_to_1220_mm_above_the_floor(
    screen_in: float, page: Size, mm: float | None, band: tuple[float, float] | None
) -> None:
    found = band_of(mounted(mm, screen_in), page)

    assert (None if found is None else (round(found.top), round(found.bottom))) == band


def test_the_band_is_that_of_the_screens_real_shape() -> None:
    wide = Size(2520.0, 1080.0)  # 43 inches, 1004 x 430 mm

    found = band_of(mounted(850.0, 43.0), wide)

    assert found is not None
    assert found.top == pytest.approx(60 * 1080 / 430.2, abs=1.0)


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT, Size(1440, 1080), Size(2520, 1080)])
@pytest.mark.parametrize("screen_in", [27.0, 43.0, 55.0, 98.0])
def test_wherever_it_is_mounted_the_page_within_reach_is_all_within_reach(
    page: Size, screen_in: float
) -> None:
    mm = screen_in * 25.4 / (page.width**2 + page.height**2) ** 0.5
    found = [
        (at, reach)
        for at in range(0, 1600, 25)
        if (reach := reach_of(mounted(at, screen_in), page)) is not None
    ]

    assert found or page.height * mm < LEAST_MM + 25
    for at, reach in found:
        floor = at + page.height * mm
        top, foot = reach.dy, reach.dy + reach.page.height * reach.scale
        assert floor - top * mm <= HIGHEST.value + 0.01
        assert floor - foot * mm >= LOWEST.value - 0.01 or foot == pytest.approx(page.height)
        assert (foot - top) * mm >= LEAST_MM - 0.01
        assert reach.dx >= -0.01
        assert reach.dx + reach.page.width * reach.scale <= page.width + 0.01
        assert reach.page.width <= 2.4 * reach.page.height + 0.01
        assert min(reach.page.width, reach.page.height) == pytest.approx(1080.0)
        assert reach.px_per_mm * reach.scale == pytest.approx(1 / mm)


def low_room() -> Room:
    """The room within reach of a portrait screen of 55 inches."""
    show, look = mounted(700.0, 55.0), Look("zh", "dusk", is_low=True)
    reach = reach_of(show, PORTRAIT)
    assert reach is not None
    return Room(show, reach.page, look, Ems(), reach)


def test_marks_lie_in_the_band_and_their_texts_keep_their_place_in_the_page() -> None:
    room = low_room()
    corner = Label("corner", "x", room.page.width, room.page.height, STYLE, WHITE)
    picture = Picture("picture", "a.jpg", Box(0.0, 0.0, room.page.width, room.page.height))

    label, shown = room.on_screen((corner, picture))

    assert isinstance(label, Label)
    assert isinstance(shown, Picture)
    assert label.x == pytest.approx(1080.0)
    assert label.y == pytest.approx(1920.0)
    assert label.style.size == pytest.approx(40.0 * 820.0 / 1080.0, abs=0.5)
    assert shown.box.y == pytest.approx(1100.0, abs=1.0)
    assert shown.box.width == pytest.approx(1080.0)


def test_the_glow_of_the_ground_has_no_edge_on_the_screen() -> None:
    room = low_room()
    page, centre = Box(0.0, 0.0, room.page.width, room.page.height), Point(700.0, 400.0)
    stops = ((0.0, WHITE), (1.0, WHITE.faded(0.0)))
    glow = Wash("glow", page, stops, centre, centre, radius=900.0)
    scrim = Wash("scrim", page, stops, centre, Point(700.0, 0.0))

    around, within = room.on_screen((glow, scrim))

    assert isinstance(around, Wash)
    assert isinstance(within, Wash)
    assert around.box == Box(0.0, 0.0, 1080.0, 1920.0)
    assert around.start.y > 1100.0
    assert within.box.y == pytest.approx(1100.0, abs=1.0)


def test_a_pose_moves_what_lies_in_the_band_as_it_would_move_the_page() -> None:
    room = low_room()
    mark = Label("mark", "x", 300.0, 200.0, STYLE, WHITE)
    pose = Pose(dx=50.0, dy=20.0, scale=0.5)

    (lain,) = room.on_screen((mark,))
    posed = room.pose_on_screen(pose)

    assert isinstance(lain, Label)
    (wanted,) = room.on_screen((replace(mark, x=0.5 * 300 + 50, y=0.5 * 200 + 20),))
    assert isinstance(wanted, Label)
    assert posed.dx + posed.scale * lain.x == pytest.approx(wanted.x)
    assert posed.dy + posed.scale * lain.y == pytest.approx(wanted.y)


def test_type_within_reach_meets_the_same_demands() -> None:
    room = low_room()

    sight = room.setting().sight

    assert room.reach is not None
    assert sight.px_per_mm == room.reach.px_per_mm
    assert sight.readable() * 0.727 / room.px_per_mm >= 5.8 * 1.5
