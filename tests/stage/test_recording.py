"""A visit on the real window is recorded, and played again frame by frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.visits import Visit, visit_in
from kiosk.marks import Frame
from kiosk.playback.compose import Composer
from kiosk.playback.state import State
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.stage.clock import Clock
from kiosk.stage.player import Player, Wishes
from kiosk.stage.recorder import Recorder
from kiosk.stage.rects import Rects
from kiosk.stage.window import StageWindow
from tests.gallery import SLIDES
from tests.stage.playing import on_screen, until

pytestmark = pytest.mark.usefixtures("app")

YUBEI = SLIDES / "yubei"
Painted = dict[float, QImage]


@contextmanager
def played(show: Show, folder: Path, wishes: Wishes, file: Path) -> Iterator[Player]:
    """The show as it plays and is recorded."""
    window = StageWindow()
    window.open_sized(640, 360)
    problems: list[str] = []
    player = Player(show, folder, wishes, window, recorder=Recorder(file, problems.append))
    try:
        yield player
    finally:
        player.end()
        window.close()
    assert problems == []


@contextmanager
def replayed(visit: Visit) -> Iterator[Player]:
    """The visit as it plays again."""
    window = StageWindow()
    window.open_sized(*visit.opening.window)
    player = Player(visit.show, visit.folder, Wishes(), window, replay=visit.replay)
    try:
        yield player
    finally:
        player.end()
        window.close()


def loaded(folder: Path) -> Show | NoShow:
    return load(DiskFolder(folder), theme_files())


def visit_of(file: Path, named: Path | None = None) -> Visit:
    """The visit in that file."""
    found = visit_in(file, named, loaded)
    assert isinstance(found, Visit), found
    return found


@contextmanager
def watching() -> Iterator[Painted]:
    """All that is seen on the screen meanwhile, by the show's clock."""
    seen: Painted = {}
    at = 0.0

    def composed(self: Composer, state: State, now: float) -> Frame:
        nonlocal at
        at = now
        return compose(self, state, now)

    def painted(self: StageWindow, rects: Rects, draw: Callable[[QPainter], None]) -> None:
        paint(self, rects, draw)
        seen[at] = on_screen(self)

    with pytest.MonkeyPatch.context() as patch:
        compose, paint = Composer.frame, StageWindow.paint
        patch.setattr(Composer, "frame", composed)
        patch.setattr(StageWindow, "paint", painted)
        yield seen


def tap(player: Player, finger: QPointingDevice, at: QPoint) -> None:
    QTest.touchEvent(player.window, finger).press(0, at).commit()
    QTest.touchEvent(player.window, finger).release(0, at).commit()


def swipe(player: Player, finger: QPointingDevice, start: int, end: int) -> None:
    QTest.touchEvent(player.window, finger).press(0, QPoint(start, 180)).commit()
    for step in range(1, 6):
        place = QPoint(start + (end - start) * step // 5, 180)
        QTest.touchEvent(player.window, finger).move(0, place).commit()
        QTest.qWait(20)
    QTest.touchEvent(player.window, finger).release(0, QPoint(end, 180)).commit()


def is_at_rest(player: Player) -> bool:
    return player.state.turn is None and player.state.wish is None


def visit(player: Player, finger: QPointingDevice) -> None:
    """A visitor touches the show, swipes, goes home, opens a window there, and types."""
    until(lambda: player.report.frames > 5)
    tap(player, finger, QPoint(320, 180))
    until(lambda: player.state.mode == "visit")
    swipe(player, finger, 500, 100)
    until(lambda: is_at_rest(player))
    QTest.keyClick(player.window, Qt.Key.Key_Home)
    until(lambda: player.state.view.id == "home" and is_at_rest(player))
    tap(player, finger, QPoint(200, 120))
    until(lambda: player.state.view.id != "home" and is_at_rest(player))
    QTest.keyClick(player.window, Qt.Key.Key_L)
    QTest.keyClick(player.window, Qt.Key.Key_PageDown)
    until(lambda: is_at_rest(player))


def frames_at(times: list[float], visit: Visit) -> Iterator[tuple[float, QImage]]:
    """What is on the screen at those times while the visit plays again."""
    now = times[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clock, "now", lambda _: now)
        patch.setattr(Clock, "real", lambda _: now)
        with replayed(visit) as player:
            until(lambda: player.report.frames > 0)
            for now in times:
                player.window.exposed.emit()
                yield now, on_screen(player.window)


def test_a_recorded_visit_replays_to_identical_frames(tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    show = loaded(YUBEI)
    assert isinstance(show, Show)
    finger = QTest.createTouchDevice()
    with watching() as seen, played(show, YUBEI, Wishes(start="take-off"), file) as player:
        visit(player, finger)

    differing = [now for now, image in frames_at(list(seen), visit_of(file)) if image != seen[now]]

    assert len(seen) > 50
    assert differing == []
