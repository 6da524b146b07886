"""A visit in a real window by somebody who sits, sees little and wants nothing to move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.playback.compose import Composer
from kiosk.playback.events import TakenOver
from kiosk.playback.look import Look
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import HOME, Options
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, show_in, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage, QPointingDevice

    from kiosk.show.model import Show
    from kiosk.stage.player import Player

pytestmark = pytest.mark.usefixtures("app")

EVERYTHING = Look("zh", "contrast", is_large=True, is_calm=True, is_low=True)
HEIGHT_PX, FLOOR_MM, SCREEN_MM = 360, 800.0, 535.3  # of the window, which is 43 inches there


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """The usual show on a screen whose upper edge is 1335 mm above the floor."""
    return replace(show_in(tmp_path, stay="60 s"), mounted_mm=FLOOR_MM)


def touch(player: Player, finger: QPointingDevice, target: str) -> None:
    """Touches the middle of a target, all of which must be within reach of who sits."""
    composer = Composer(player.composer.page, QtMeasure())
    targets = {t.key: t.box for t in composer.targets(player.state, player.state.acted)}
    box, scale = targets[target], HEIGHT_PX / player.composer.page.height
    assert FLOOR_MM + SCREEN_MM * (1 - box.y / player.composer.page.height) <= 1220.0
    at = QPoint(round(box.centre.x * scale), round(box.centre.y * scale))
    QTest.touchEvent(player.window, finger).press(0, at).commit()
    QTest.touchEvent(player.window, finger).release(0, at).commit()


def come_on(player: Player, view: str, look: Look) -> None:
    until(lambda: player.state.view.id == view and player.state.view.look == look)
    until(lambda: player.state.turn is None)


def woken(player: Player, finger: QPointingDevice) -> None:
    until(lambda: player.report.frames > 0)
    QTest.touchEvent(player.window, finger).press(0, QPoint(300, 180)).commit()
    QTest.touchEvent(player.window, finger).release(0, QPoint(300, 180)).commit()


def as_rendered(player: Player, show: Show, slide: str, folder: Path) -> QImage:
    """That slide with everything switched on, at rest."""
    options = Options(takes_all=True, look=EVERYTHING)
    frame = Composer(player.composer.page, QtMeasure()).frame(
        seek(show, slide, LONG_S, options, mode="visit"), 0.0
    )
    device = player.window.device
    return render(frame, (device.width, device.height), Assets(folder))


def test_who_sits_and_sees_little_goes_through_the_show_without_reaching_up(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes()) as player:
        woken(player, finger)
        touch(player, finger, "access")
        for wish in ("low", "large", "contrast", "calm"):
            touch(player, finger, f"adjust-{wish}")
        come_on(player, "a", EVERYTHING)
        assert player.state.access is not None

        touch(player, finger, "home")
        come_on(player, HOME, EVERYTHING)
        touch(player, finger, "window-1")
        come_on(player, "c", EVERYTHING)
        touch(player, finger, "next")
        come_on(player, "d", EVERYTHING)
        wanted = as_rendered(player, show, "d", tmp_path)
        until(lambda: on_screen(player.window) == wanted)

    assert player.report.blank_frames == 0
    assert player.report.problems == []


def test_the_next_visitor_finds_everything_as_it_was(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(speed=8)) as player:
        woken(player, finger)
        touch(player, finger, "access")
        touch(player, finger, "adjust-low")
        until(lambda: player.state.view.look.is_low)

        player.take(TakenOver(replace(show, idle_s=0.5)))  # somebody is in a hurry
        until(lambda: player.state.mode == "loop" and player.state.turn is None)

        assert player.state.view.look == Look("zh", "dusk")
        assert player.state.access is None

    assert player.report.blank_frames == 0
