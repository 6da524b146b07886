from __future__ import annotations

import gc
import json
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.cli import main
from kiosk.marks import Frame
from kiosk.playback.compose import Composer
from kiosk.playback.events import Commanded, Next
from kiosk.playback.plans import preparation
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Options
from kiosk.show.model import Show
from kiosk.stage import memory
from kiosk.stage.clock import Clock
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter, render
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.player import Player
from kiosk.stage.rects import Rects
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, show_in, until

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def at_rest_on(player: Player, show: Show, slide: str, folder: Path) -> QImage:
    """That slide as a visitor sees it when all of it stands still."""
    composer = Composer(player.composer.page, QtMeasure())
    state = seek(show, slide, LONG_S, Options(takes_all=True), mode="visit")
    device = player.window.device
    return render(composer.frame(state, 0.0), (device.width, device.height), Assets(folder))


def stands_on(player: Player, slide: str) -> bool:
    """Whether that slide has come on."""
    return player.state.view.id == slide and player.state.turn is None


def test_a_loop_shows_every_slide_in_order_and_none_of_them_blank(tmp_path: Path) -> None:
    wishes = Wishes(speed=20, options=Options(loops=1, takes_all=True))

    with playing(show_in(tmp_path), tmp_path, wishes) as player:
        until(lambda: player.is_finished)

    told = json.loads(player.report.as_json())
    assert told["slides"] == ["a", "b", "c", "d"]
    assert told["blank_frames"] == 0
    assert told["problems"] == []
    assert told["frames"] > 4
    assert 0.0 < told["frame_ms"]["p50"] <= told["frame_ms"]["p99"] <= told["frame_ms"]["max"]
    assert told["first_frame_s"] > 0.0


def test_rubbish_is_looked_for_at_every_slide_but_the_first_which_waits_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    wishes = Wishes(speed=20, options=Options(loops=1, takes_all=True))

    with playing(show_in(tmp_path), tmp_path, wishes) as player:
        monkeypatch.setattr(memory, "collect", lambda: looked.append(True))
        until(lambda: player.is_finished)

    assert len(looked) == len(player.report.slides) - 1


def test_whoever_has_asked_to_play_has_rubbish_looked_for_as_before(tmp_path: Path) -> None:
    assert main(["play", str(tmp_path / "nothing"), "--loops", "1"]) == 2
    assert gc.isenabled()


def test_nothing_is_painted_before_the_first_slide_is_ready(tmp_path: Path) -> None:
    with playing(show_in(tmp_path), tmp_path, Wishes()) as player:
        was_visible = player.window.isVisible()
        until(lambda: player.report.frames > 0)

    assert not was_visible
    assert player.report.blank_frames == 0


@pytest.mark.parametrize(
    ("slide", "keys"),
    [("a", [Qt.Key.Key_Left]), ("c", [Qt.Key.Key_Right, Qt.Key.Key_Right])],
)
def test_a_frame_reached_by_playing_equals_the_frame_that_is_sought(
    tmp_path: Path, slide: str, keys: list[Qt.Key]
) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes(speed=4, start="a")) as player:
        until(lambda: player.report.frames > 0)
        sought = at_rest_on(player, show, slide, tmp_path)

        for key in keys:
            QTest.keyClick(player.window, key)
            until(lambda: player.state.turn is None and player.state.wish is None)

        until(lambda: on_screen(player.window) == sought)


def test_a_slide_that_stands_still_is_not_painted_again(tmp_path: Path) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes(speed=4, start="a")) as player:
        until(lambda: player.report.frames > 0)
        QTest.keyClick(player.window, Qt.Key.Key_Right)
        at_rest = at_rest_on(player, show, "b", tmp_path)
        until(lambda: on_screen(player.window) == at_rest)
        before = player.report.frames
        QTest.qWait(50)

    assert player.report.frames == before


def all_is_ready(player: Player) -> bool:
    """Whether nothing is left to prepare."""
    wanted = preparation(player.state).views
    return all(player.state.entry_of(view) is not None for view in wanted)


def slow_painting(cost_s: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on clocks tell that it takes `cost_s` to paint a frame."""
    paint, read = FramePainter.paint, Clock.real
    spent_s = 0.0

    def paint_slowly(self: FramePainter, painter: QPainter, frame: Frame, rects: Rects) -> None:
        nonlocal spent_s
        paint(self, painter, frame, rects)
        spent_s += cost_s

    monkeypatch.setattr(FramePainter, "paint", paint_slowly)
    monkeypatch.setattr(Clock, "real", lambda clock: read(clock) + spent_s)
    monkeypatch.setattr(Clock, "now", Clock.real)


def test_a_slide_that_came_to_rest_while_a_frame_was_painted_is_painted_at_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = show_in(tmp_path, stay="60 s")

    with playing(show, tmp_path, Wishes(start="a")) as player:
        until(lambda: all_is_ready(player))
        until(lambda: player.report.frames > 0)
        at_rest = at_rest_on(player, show, "a", tmp_path)
        slow_painting(1.0, monkeypatch)
        QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(300, 180))

        until(lambda: on_screen(player.window) == at_rest)


def test_keys_turn_pages(tmp_path: Path) -> None:
    with playing(show_in(tmp_path), tmp_path, Wishes(speed=10)) as player:
        until(lambda: player.report.frames > 0)

        keys = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Left)
        for key, slide in zip(keys, "bcdc", strict=True):
            QTest.keyClick(player.window, key)
            until(partial(stands_on, player, slide))

        assert player.state.mode == "visit"


def test_escape_does_nothing(tmp_path: Path) -> None:
    with playing(show_in(tmp_path), tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)
        before = player.state.mode

        QTest.keyClick(player.window, Qt.Key.Key_Escape)

        assert player.state.mode == before
        assert player.window.isVisible()


def test_a_page_follows_the_finger_and_turns(tmp_path: Path, finger: QPointingDevice) -> None:
    with playing(show_in(tmp_path, stay="60 s"), tmp_path, Wishes(start="a")) as player:
        window = player.window
        until(lambda: player.report.frames > 0)
        QTest.keyClick(window, Qt.Key.Key_Right)
        until(lambda: stands_on(player, "b"))

        QTest.touchEvent(window, finger).press(0, QPoint(500, 180)).commit()
        for x in range(480, 80, -40):
            QTest.touchEvent(window, finger).move(0, QPoint(x, 180)).commit()
        turn = player.state.turn
        assert turn is not None
        assert turn.is_held
        assert 0.4 < turn.share.end < 0.7
        QTest.touchEvent(window, finger).release(0, QPoint(100, 180)).commit()

        until(lambda: stands_on(player, "c"))


def test_a_touch_wakes_the_show(tmp_path: Path, finger: QPointingDevice) -> None:
    with playing(show_in(tmp_path), tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)
        before = player.state.mode

        QTest.touchEvent(player.window, finger).press(0, QPoint(300, 180)).commit()
        QTest.touchEvent(player.window, finger).release(0, QPoint(300, 180)).commit()

        assert (before, player.state.mode) == ("loop", "visit")


def test_the_mouse_is_a_finger(tmp_path: Path) -> None:
    with playing(show_in(tmp_path), tmp_path, Wishes()) as player:
        until(lambda: player.report.frames > 0)

        QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(300, 180))

        assert player.state.mode == "visit"


def test_a_window_of_another_size_is_painted_anew(tmp_path: Path) -> None:
    show = show_in(tmp_path, stay="60 s")
    with playing(show, tmp_path, Wishes(speed=4, start="a")) as player:
        until(lambda: player.report.frames > 0)
        QTest.keyClick(player.window, Qt.Key.Key_Right)
        until(lambda: stands_on(player, "b"))

        player.window.resize(360, 640)
        until(lambda: player.composer.page.is_portrait)

        at_rest = at_rest_on(player, show, "b", tmp_path)
        until(lambda: on_screen(player.window) == at_rest)
        assert player.report.blank_frames == 0


def test_a_slide_that_cannot_be_painted_is_passed_over_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint = FramePainter.paint

    def fail_on_b(self: FramePainter, painter: QPainter, frame: Frame, rects: Rects) -> None:
        if any(sheet.key.startswith("b") for sheet in frame.sheets):
            message = "no colour left"
            raise RuntimeError(message)
        paint(self, painter, frame, rects)

    monkeypatch.setattr(FramePainter, "paint", fail_on_b)
    with playing(show_in(tmp_path), tmp_path, Wishes(speed=10, start="a")) as player:
        monkeypatch.setattr(sys, "excepthook", lambda *raised: player.failed(raised[1]))
        until(lambda: player.report.frames > 0)
        player.take(Commanded(Next()))
        until(lambda: "b" in player.state.broken and player.state.current.id != "b")
        until(lambda: player.state.turn is None)

    assert len([p for p in player.report.problems if "no colour left" in p]) == 1


class Bell(QObject):
    """Rings with all that PySide once lost count of."""

    rang = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.rang.connect(self.hear)

    def hear(self, what: object, is_loud: object) -> None:
        self.heard += 1
        del what, is_loud

    def ring(self) -> None:
        self.rang.emit(None, True)  # noqa: FBT003 - the very thing
        self.rang.emit(False, False)  # noqa: FBT003 - the very thing


def test_signals_and_timers_leave_the_counts_of_none_true_and_false_alone() -> None:
    bell = Bell()
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(bell.ring)
    timer.start()
    until(lambda: bell.heard >= 100)
    gc.collect()
    before = [sys.getrefcount(value) for value in (None, True, False)]

    until(lambda: bell.heard >= 8000)

    timer.stop()
    gc.collect()
    after = [sys.getrefcount(value) for value in (None, True, False)]
    assert all(abs(a - b) < 500 for a, b in zip(after, before, strict=True)), (before, after)
