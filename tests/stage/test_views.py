"""Home and strip in a real window: their pictures come before they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.playback.events import Commanded, GoHome, OpenStrip
from kiosk.playback.state import HOME, STRIP
from kiosk.stage.wishes import Wishes
from tests.gallery import opened
from tests.stage.playing import on_screen, playing, show_in, until

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.show.model import Show
    from kiosk.stage.player import Player

pytestmark = pytest.mark.usefixtures("app")

PICTURED = """\
title: {zh: 章, en: Chapter}
picture: hills.png
slides:
  - id: a
    layout: full-picture
    title: {zh: 图, en: A picture}
    picture: {file: hills.png, alt: Hills}
  - id: b
    layout: full-picture
    title: {zh: 图, en: Another picture}
    picture: {file: ridge.png, alt: A ridge}
"""


@pytest.fixture
def pictured(tmp_path: Path, pictures: Path) -> Show:
    """The usual show with pictures on its first two slides and in its first window."""
    show_in(tmp_path)
    for name in ("hills.png", "ridge.png"):
        (tmp_path / name).write_bytes((pictures / name).read_bytes())
    (tmp_path / "one.yaml").write_text(PICTURED, "utf-8")
    return opened(tmp_path)


def is_ready(player: Player, view: str) -> bool:
    return any(slide == view for slide, _ in player.state.ready)


def touch_somewhere(player: Player) -> None:
    QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))


def test_the_strip_opens_with_its_pictures_and_none_of_them_blank(
    pictured: Show, tmp_path: Path
) -> None:
    with playing(pictured, tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)
        touch_somewhere(player)
        until(lambda: is_ready(player, STRIP))
        before, frames = on_screen(player.window), player.report.frames
        player.take(Commanded(OpenStrip(0)))
        until(lambda: player.report.frames >= frames + 3)
        after = on_screen(player.window)

    assert after != before
    assert player.report.blank_frames == 0
    assert player.report.problems == []


def test_home_is_there_even_if_the_picture_of_a_window_cannot_be_read(
    pictured: Show, tmp_path: Path
) -> None:
    (tmp_path / "hills.png").write_bytes(b"no picture at all")

    with playing(pictured, tmp_path, Wishes(start="b")) as player:
        until(lambda: player.report.frames > 0)
        touch_somewhere(player)
        player.take(Commanded(GoHome()))
        until(lambda: player.state.view.id == HOME and player.state.turn is None)

    assert player.report.blank_frames == 0
    assert any("hills.png" in problem for problem in player.report.problems)
