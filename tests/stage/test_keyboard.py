"""A whole visit in a real window with nothing but the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest

from kiosk.playback.state import HOME
from kiosk.playback.touch.keys import focused
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, show_in, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.stage.player import Player

pytestmark = pytest.mark.usefixtures("app")

Keys = Qt.Key
A_WHILE_MS = 1500  # longer than any entry waits for its turn


def type_in(player: Player, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(player.window, key)


def settled_on(player: Player, view: str) -> None:
    until(lambda: player.state.view.id == view and player.state.turn is None)


def focus_of(player: Player) -> str:
    now = player.state.acted
    target = focused(player.state, player.composer.targets(player.state, now))
    return "" if target is None else target.key


def test_a_visitor_reaches_everything_with_keys_alone(tmp_path: Path) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)

        type_in(player, Keys.Key_Tab)  # wakes the show
        assert player.state.mode == "visit"
        type_in(player, Keys.Key_Tab, Keys.Key_Return)  # the first target is home
        settled_on(player, HOME)

        type_in(player, Keys.Key_Right, Keys.Key_Right)
        assert focus_of(player) == "window-1"
        type_in(player, Keys.Key_Return)
        settled_on(player, "c")

        while focus_of(player) != "dash-0":
            type_in(player, Keys.Key_Tab)
        type_in(player, Keys.Key_Return)
        assert focus_of(player) == "tile-a"
        type_in(player, Keys.Key_Right, Keys.Key_Return)
        settled_on(player, "b")

        while focus_of(player) != "language":
            type_in(player, Keys.Key_Tab)
        type_in(player, Keys.Key_Space)
        until(lambda: player.state.view.look.language == "en" and player.state.turn is None)

    assert player.report.problems == []
    assert player.report.blank_frames == 0


def at_rest(player: Player) -> QImage:
    """The window once it has not changed for a while."""
    since, last = QElapsedTimer(), on_screen(player.window)
    since.start()

    def is_at_rest() -> bool:
        nonlocal last
        now = on_screen(player.window)
        if now != last:
            since.restart()
        last = now
        return since.elapsed() > A_WHILE_MS

    until(is_at_rest)
    return last


def test_the_focus_is_seen_in_the_window_and_goes_out_again(tmp_path: Path) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)
        type_in(player, Keys.Key_Tab)
        without = at_rest(player)

        type_in(player, Keys.Key_Tab)
        ringed = at_rest(player)
        type_in(player, Keys.Key_Escape)
        after = at_rest(player)

    assert ringed != without
    assert after == without
