"""A picture that is turned on its screen: painted so, and touched so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPointingDevice, QTransform
from PySide6.QtTest import QTest

from kiosk.playback.compose import Composer
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Options
from kiosk.show.machine import Rotation
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.player import Player
from kiosk.stage.turning import Turning
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, show_in, until

pytestmark = pytest.mark.usefixtures("app")

ALL: tuple[Rotation, ...] = (0, 90, 180, 270)
QUARTERS: tuple[Rotation, ...] = (90, 180, 270)
SWIPES: dict[Rotation, tuple[QPoint, QPoint]] = {
    90: (QPoint(320, 300), QPoint(320, 60)),  # what is left on the page is up on the screen
    180: (QPoint(140, 180), QPoint(540, 180)),
    270: (QPoint(320, 60), QPoint(320, 300)),
}


def stands_on(player: Player, slide: str) -> bool:
    """Whether that slide has come on."""
    return player.state.view.id == slide and player.state.turn is None


@pytest.mark.parametrize(
    ("degrees", "corner"), [(0, (0, 0)), (90, (639, 0)), (180, (639, 359)), (270, (0, 359))]
)
def test_the_first_pixel_of_the_page_lies_in_the_corner_that_it_is_turned_to(
    degrees: Rotation, corner: tuple[int, int]
) -> None:
    turning = Turning(degrees, 640, 360)

    assert turning.in_window(QRect(0, 0, 1, 1)) == QRect(*corner, 1, 1)


@pytest.mark.parametrize("degrees", ALL)
def test_the_page_fills_the_window_whichever_way_it_is_turned(degrees: Rotation) -> None:
    turning = Turning(degrees, 640, 360)

    assert turning.in_window(turning.device.page) == QRect(0, 0, 640, 360)


@pytest.mark.parametrize("degrees", ALL)
def test_what_is_touched_is_what_was_painted_there(degrees: Rotation) -> None:
    turning = Turning(degrees, 640, 360)

    touched = turning.on_page(turning.onto_window.map(QPointF(30.5, 200.25)))

    assert touched == QPointF(30.5, 200.25)


@pytest.mark.parametrize("degrees", QUARTERS)
def test_a_turned_picture_has_the_pixels_of_the_upright_one(
    tmp_path: Path, degrees: Rotation
) -> None:
    show = show_in(tmp_path, stay="60 s")
    wishes = Wishes(speed=4, start="a", rotation=degrees)

    with playing(show, tmp_path, wishes) as player:
        until(lambda: player.report.frames > 0)
        QTest.keyClick(player.window, Qt.Key.Key_Right)
        until(lambda: stands_on(player, "b"))
        device = player.window.device
        state = seek(show, "b", LONG_S, Options(takes_all=True), mode="visit")
        frame = Composer(player.composer.page, QtMeasure()).frame(state, 0.0)
        upright = render(frame, (device.width, device.height), Assets(tmp_path))

        assert player.composer.page.is_portrait == (degrees != 180)
        until(lambda: on_screen(player.window) == upright.transformed(QTransform().rotate(degrees)))


@pytest.mark.parametrize("degrees", QUARTERS)
def test_a_finger_turns_the_page_that_it_sees(tmp_path: Path, degrees: Rotation) -> None:
    finger = QTest.createTouchDevice()
    start, end = SWIPES[degrees]
    wishes = Wishes(start="a", rotation=degrees)

    with playing(show_in(tmp_path, stay="60 s"), tmp_path, wishes) as player:
        until(lambda: player.report.frames > 0)
        QTest.keyClick(player.window, Qt.Key.Key_Right)
        until(lambda: stands_on(player, "b"))
        swipe(player, finger, start, end)

        until(lambda: stands_on(player, "c"))


def swipe(player: Player, finger: QPointingDevice, start: QPoint, end: QPoint) -> None:
    """A finger that goes from one place in the window to another."""
    QTest.touchEvent(player.window, finger).press(0, start).commit()
    for step in range(1, 9):
        QTest.touchEvent(player.window, finger).move(0, start + (end - start) * step / 8).commit()
    QTest.touchEvent(player.window, finger).release(0, end).commit()
