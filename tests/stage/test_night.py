"""Opening hours in a real window, by a clock on the wall that the test sets."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.playback.state import HOME, NIGHT
from kiosk.show.opening.hours import Hours, Window
from kiosk.stage.player import Player
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, show_in, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.show.model import Show

pytestmark = pytest.mark.usefixtures("app")

DAY = datetime(2026, 6, 1, tzinfo=UTC)
NINE_TO_FIVE = Hours(((Window(9 * 60, 17 * 60),),) * 7, zone=UTC)


class WallClock:
    """A clock that shows what it is set to."""

    def __init__(self, hours: float) -> None:
        self.set(hours)

    def set(self, hours: float) -> None:
        """So many hours after midnight."""
        self.shown = DAY + timedelta(hours=hours)

    def __call__(self) -> datetime:
        return self.shown


@contextmanager
def playing(show: Show, folder: Path, clock: WallClock) -> Iterator[Player]:
    """The show as it plays by that clock, ten times as fast as it would."""
    window = StageWindow()
    window.open_sized(640, 360)
    player = Player(show, folder, Wishes(speed=10), window, wall=clock)
    try:
        yield player
    finally:
        player.end()
        window.close()


def hall(folder: Path) -> Show:
    """A show that is open from nine to five, with slides of two seconds."""
    return replace(show_in(folder), hours=NINE_TO_FIVE, idle_s=5.0)


def brightness(image: QImage) -> int:
    """Of the brightest corner, 0 to 255."""
    last_x, last_y = image.width() - 1, image.height() - 1
    corners = [(x, y) for x in (0, last_x) for y in (0, last_y)]
    return max(image.pixelColor(x, y).lightness() for x, y in corners)


def is_night(player: Player) -> bool:
    return player.state.view.id == NIGHT and player.state.turn is None


def test_a_hall_goes_dark_at_closing_time_and_begins_anew_in_the_morning(tmp_path: Path) -> None:
    clock = WallClock(16.99999)  # 36 ms before closing
    with playing(hall(tmp_path), tmp_path, clock) as player:
        until(lambda: player.report.frames > 0)
        clock.set(17.0)

        until(lambda: is_night(player))
        until(lambda: brightness(on_screen(player.window)) < 10)
        clock.set(24 + 9.0)
        player.tell_time()
        until(lambda: len(player.report.slides) > player.report.slides.index(NIGHT) + 2)

        after = player.report.slides[player.report.slides.index(NIGHT) + 1 :]
        assert after[:2] == ["a", "b"]
        assert player.report.blank_frames == 0
        assert player.report.problems == []


def test_a_touch_at_night_opens_the_show_and_then_the_night_goes_on(tmp_path: Path) -> None:
    with playing(hall(tmp_path), tmp_path, WallClock(3.0)) as player:
        until(lambda: player.report.frames > 0)
        assert is_night(player)

        QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(300, 180))
        until(lambda: player.state.view.id == HOME and player.state.turn is None)
        until(lambda: is_night(player))

        assert player.report.blank_frames == 0
        assert player.report.slides[:3] == [NIGHT, HOME, NIGHT]


def test_the_night_is_painted_only_when_it_takes_a_step(tmp_path: Path) -> None:
    with playing(hall(tmp_path), tmp_path, WallClock(3.0)) as player:
        until(lambda: player.report.frames > 0)
        before, t = player.report.frames, player.state.view.since
        assert t is not None

        until(lambda: player.report.frames >= before + 3)

        steps_s = 3 * 4.0
        assert player._clock.now() - t >= steps_s - 0.5


def test_the_clock_is_told_again_within_a_minute(tmp_path: Path) -> None:
    with playing(hall(tmp_path), tmp_path, WallClock(12.0)) as player:
        assert 0 < player._wall._timer.remainingTime() <= 60_000
