"""A finger held in the corner of a real window tells staff how the show is, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.author.watched import Reader
from kiosk.phrases import Phrase, said
from kiosk.playback.staff import wrong_with
from kiosk.problems import Problem, Span
from kiosk.show.model import Show
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.player import Player
from kiosk.stage.playing import Watched
from kiosk.stage.playing import _watching as watching
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, show_in, touch, until, visited

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage, QPointingDevice

pytestmark = pytest.mark.usefixtures("app")

CORNER = QPoint(6, 354)
WRONG = Problem(Span("one.yaml", 3, 1), "error", "x", Phrase("this is wrong"))


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def hold(player: Player, finger: QPointingDevice) -> None:
    """A finger rests in the corner for longer than the panel needs, and is lifted."""
    QTest.touchEvent(player.window, finger).press(0, CORNER).commit()
    until(lambda: player.state.is_telling_staff)
    QTest.touchEvent(player.window, finger).release(0, CORNER).commit()


def as_it_rests(player: Player, folder: Path) -> QImage | None:
    """The page painted anew; None while anything moves."""
    now, device = player._clock.now(), player.window.device
    if player.composer.is_moving(player.state, now):
        return None
    frame = player.composer.frame(player.state, now)
    return render(frame, (device.width, device.height), Assets(folder))


def test_who_holds_the_corner_sees_the_panel_and_a_touch_elsewhere_puts_it_away(
    tmp_path: Path, finger: QPointingDevice
) -> None:
    show = replace(show_in(tmp_path, stay="60 s"), problems=(WRONG,))
    with playing(show, tmp_path, Wishes(speed=4)) as player:
        visited(player, finger)
        until(lambda: on_screen(player.window) == as_it_rests(player, tmp_path))
        before = on_screen(player.window)

        hold(player, finger)
        until(lambda: on_screen(player.window) == as_it_rests(player, tmp_path))
        assert on_screen(player.window) != before
        assert player.state.view.id == "a"

        touch(player, finger, QPoint(500, 40))
        until(lambda: player.state.staff.share is None)
        until(lambda: on_screen(player.window) == before)


def test_a_finger_that_is_lifted_early_opens_nothing(
    tmp_path: Path, finger: QPointingDevice
) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes(speed=4)) as player:
        until(lambda: player.report.frames > 0)

        touch(player, finger, CORNER)
        began = player.state.acted
        until(lambda: player.state.mode == "visit")
        until(lambda: player._clock.now() > began + 4.0)

        assert player.state.staff.share is None
        assert player.state.staff.held_since is None


def test_on_a_cover_staff_see_it_and_nothing_else_can_be_touched(
    tmp_path: Path, finger: QPointingDevice
) -> None:
    show = show_in(tmp_path, stay="60 s")
    window = StageWindow(Wishes().rotation)
    window.open_sized(640, 360)
    player = Player(show, tmp_path, Wishes(speed=4), window, is_cover=True)
    try:
        until(lambda: player.report.frames > 0)
        player.tell_awaited("there is no folder here")
        player.tell_awaited("there is no show.yaml in it")
        hold(player, finger)

        assert player.state.mode == "loop"
        assert [said(one.what, "en") for one in wrong_with(player.state)] == [
            "there is no show.yaml in it"
        ]

        touch(player, finger, QPoint(500, 40))
        assert not player.state.is_telling_staff
        until(lambda: player.state.staff.share is None)
        touch(player, finger, QPoint(500, 40))
        assert player.state.mode == "loop"
        assert player.state.staff.share is None
    finally:
        player.end()
        window.close()


def test_what_a_slide_lacks_and_what_is_wrong_with_an_edit_reach_staff(tmp_path: Path) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)

        player._backstage.preparing.found.emit("b", Phrase("the picture x.jpg is missing"))
        player.tell_edited((WRONG,), is_shown=False)

        assert [one.where for one in wrong_with(player.state)] == ["one.yaml:3", "b"]
        assert player.report.problems == ["b: the picture x.jpg is missing"]


def test_staff_are_told_of_an_edit_that_is_not_shown_until_it_is_mended(tmp_path: Path) -> None:
    show_in(tmp_path, stay="60 s")
    reader = Reader(tmp_path)
    first = reader()
    assert isinstance(first.found, Show)
    file = tmp_path / "one.yaml"
    good = file.read_text("utf-8")

    with playing(first.found, tmp_path, Wishes()) as player:
        watched = Watched(reader, lambda *_: None, lambda at: Reader(at)(), lambda *_: None)
        following = watching(watched, player, tmp_path, first)
        until(lambda: player.report.frames > 0)
        following.begin()
        try:
            file.write_text(good.replace("layout: text", "layuot: text", 1), "utf-8")
            until(lambda: bool(wrong_with(player.state)))
            edited = player.state.staff.edited
            assert edited is not None
            assert not edited.is_shown
            assert wrong_with(player.state)[0].where == "one.yaml:4"

            file.write_text(good, "utf-8")
            until(lambda: not wrong_with(player.state))
        finally:
            following.end()
