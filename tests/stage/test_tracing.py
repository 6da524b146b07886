"""Charts on a real window: a finger along a line, marks by keys, and steps by taps beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.playback.touch.keys import focused
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.wishes import Wishes
from tests.stage.playing import playing, touch, until, visited

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPointingDevice

    from kiosk.playback.views.room import Target
    from kiosk.stage.player import Player

pytestmark = pytest.mark.usefixtures("app")

SHOW = """\
languages: [zh, en]
idle: 60 s
stay: 60 s
chapters: [one.yaml]
"""
ONE = """\
title: {zh: 甲, en: One}
slides:
  - id: line
    layout: chart
    title: {zh: 线, en: A line}
    chart:
      type: line
      data:
        - {year: 2020, value: 10}
        - {year: 2021, value: 10}
        - {year: 2022, value: 10}
        - {year: 2023, value: 10}
        - {year: 2024, value: 10}
      x: year
      y: value
  - id: bars
    layout: chart
    title: {zh: 条, en: Bars}
    chart: {type: bar, data: [{of: a, value: 3}, {of: b, value: 2}], x: of, y: value}
    steps:
      - chart: {highlight: b}
"""
NOTE = "touched-chart-"


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """A level line of five values, and two bars that change in a step."""
    for name, text in (("show", SHOW), ("one", ONE)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    loaded = load(DiskFolder(tmp_path), theme_files())
    assert isinstance(loaded, Show), loaded
    return loaded


def key(player: Player, *keys: Qt.Key) -> None:
    """Those keys."""
    for one in keys:
        QTest.keyClick(player.window, one)


def stop(player: Player) -> Target | None:
    """What the keys are on."""
    state = player.state
    return focused(state, player.composer.stops(state, state.acted))


def places(player: Player, *rows: str) -> list[QPoint]:
    """The middles of marks, in pixels of the window: by the keys of their rows."""
    scale = player.window.width() / player.composer.page.width
    found = []
    for row in rows:
        key(player, Qt.Key.Key_Tab, Qt.Key.Key_Right)
        while (at := stop(player)) is None or at.key != f"{NOTE}{row}":
            key(player, Qt.Key.Key_Right)
        found.append(QPoint(round(at.box.centre.x * scale), round(at.box.centre.y * scale)))
        key(player, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    until(lambda: player.state.note is None)
    return found


def told(player: Player) -> str:
    """The row that the note is on; nothing where it is away."""
    note = player.state.note
    return "" if note is None or note.share.end == 0.0 else note.figure.removeprefix(NOTE)


def test_a_finger_along_a_line_reads_value_after_value_and_turns_no_page(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(start="line")) as player:
        visited(player, finger)
        first, second, last = places(player, "line/@1", "line/@2", "line/@4")

        QTest.touchEvent(player.window, finger).press(0, first).commit()
        seen = [told(player)]
        for at in (second, last):
            QTest.touchEvent(player.window, finger).move(0, at).commit()
            seen.append(told(player))
        QTest.touchEvent(player.window, finger).release(0, last).commit()
        seen.append(told(player))

        assert seen == ["", "line/@2", "line/@4", "line/@4"]
        assert (player.state.view.id, player.state.turn) == ("line", None)
        assert player.report.blank_frames == 0


def test_a_tap_on_a_mark_tells_it_and_one_beside_it_goes_a_step_on(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(start="bars")) as player:
        visited(player, finger)
        (bar,) = places(player, "mark/a")

        touch(player, finger, bar)
        on_the_mark = told(player), player.state.view.id
        touch(player, finger, QPoint(620, 20))
        until(lambda: player.state.note is None)
        closed = player.state.current.id
        touch(player, finger, QPoint(620, 20))

        assert on_the_mark == ("mark/a", "bars")
        assert closed == "bars"
        assert player.state.current.id == "bars.1"


def test_keys_alone_tell_each_mark_of_a_chart_and_leave_it(
    show: Show, tmp_path: Path, finger: QPointingDevice
) -> None:
    with playing(show, tmp_path, Wishes(start="bars")) as player:
        visited(player, finger)

        seen = []
        for one in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Escape):
            key(player, one)
            at = stop(player)
            seen.append(("" if at is None else at.key, told(player)))

        assert seen == [
            ("chart-chart", ""),
            ("touched-chart-mark/a", "mark/a"),
            ("touched-chart-mark/b", "mark/b"),
            ("chart-chart", ""),
        ]
