"""Links and figures on a real window, touched with a finger and reached by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.playback.events import FollowLink, OpenNote
from kiosk.playback.touch.keys import focused
from kiosk.playback.views.room import Target
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.player import Player
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, touch, until, visited

pytestmark = pytest.mark.usefixtures("app")

SHOW = """\
languages: [zh, en]
facts: facts.yaml
idle: 60 s
stay: 60 s
chapters: [one.yaml, two.yaml]
"""
FACTS = """\
source: {zh: 报道, en: a report}
periods:
  "2024": {zh: 2024年, en: "2024"}
facts:
  parks: {value: 300, unit: {zh: 个, en: parks}, period: "2024", about: {zh: 公园, en: city parks}}
"""
ONE = """\
title: {zh: 甲, en: One}
slides:
  - id: a
    layout: big-number
    title: {zh: 数, en: A number}
    number: $parks
    chart: {type: pictogram, icon: house, count: 3, lit: 1, goto: d}
"""
TWO = """\
title: {zh: 乙, en: Two}
slides:
  - {id: c, title: {zh: 丙, en: C}}
  - {id: d, title: {zh: 丁, en: D}}
"""


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """A slide with a figure, and a chart that leads to the last slide of another chapter."""
    for name, text in (("show", SHOW), ("facts", FACTS), ("one", ONE), ("two", TWO)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    loaded = load(DiskFolder(tmp_path), theme_files())
    assert isinstance(loaded, Show), loaded
    assert not loaded.problems
    return loaded


def targets(player: Player) -> tuple[Target, ...]:
    """What can be touched now."""
    return player.composer.targets(player.state, player.state.acted)


def place_of(player: Player, key: str) -> QPoint:
    """The middle of a target, in pixels of the window."""
    box = next(target.box for target in targets(player) if target.key == key)
    scale = player.window.width() / player.composer.page.width
    return QPoint(round(box.centre.x * scale), round(box.centre.y * scale))


def is_painted(player: Player, colour: str) -> bool:
    """Whether much of the screen has that colour, which is that of the note's ground alone."""
    image = on_screen(player.window)
    pixels = (image.pixelColor(x, y) for x in range(0, 640, 8) for y in range(0, 360, 8))
    return sum(pixel == QColor(colour) for pixel in pixels) > 50


def stands_on(player: Player, slide: str) -> bool:
    """Whether that slide has come on."""
    return player.state.view.id == slide and player.state.turn is None


def test_a_touch_on_a_link_leads_there_and_back(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(start="a")) as player:
        visited(player, finger)

        touch(player, finger, place_of(player, "goto-chart"))
        until(lambda: stands_on(player, "d"))
        touch(player, finger, place_of(player, "back"))
        until(lambda: stands_on(player, "a"))

        assert player.report.blank_frames == 0
        assert "back" not in {target.key for target in targets(player)}


def test_a_touch_on_a_figure_opens_its_note_and_the_next_one_closes_it(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(start="a")) as player:
        visited(player, finger)

        touch(player, finger, place_of(player, "figure-number-1"))
        until(lambda: is_painted(player, "#1A2842"))
        touch(player, finger, QPoint(560, 40))
        until(lambda: player.state.note is None)

        assert player.state.view.id == "a"


def test_keys_alone_reach_figures_and_links(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(start="a")) as player:
        visited(player, finger)

        QTest.keyClick(player.window, Qt.Key.Key_Tab)
        figure = focused(player.state, targets(player))
        QTest.keyClick(player.window, Qt.Key.Key_Return)
        until(lambda: player.state.note is not None)
        QTest.keyClick(player.window, Qt.Key.Key_Escape)
        until(lambda: player.state.note is None)
        QTest.keyClick(player.window, Qt.Key.Key_Tab)
        link = focused(player.state, targets(player))
        QTest.keyClick(player.window, Qt.Key.Key_Return)
        until(lambda: stands_on(player, "d"))

        assert figure is not None
        assert figure.action == OpenNote("figure-number-1")
        assert link is not None
        assert link.action == FollowLink("d")
