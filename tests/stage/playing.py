"""A show that really plays in a window, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint
from PySide6.QtGui import QGuiApplication, QImage, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.player import Player
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes

PATIENCE_MS = 40_000  # a busy machine may be slow; a fault is for ever
SHOW = """\
kiosk: 1
title: {zh: 试验, en: A trial}
languages: [zh, en]
idle: 60 s
stay: %s
transition: dissolve 400 ms
chapters: [one.yaml, two.yaml]
"""
SLIDE = """\
  - id: %s
    layout: text
    title: {zh: 第%s页, en: Slide %s}
    text: {zh: 这一页的正文。, en: The text of this slide.}
"""


def show_in(folder: Path, stay: str = "2 s") -> Show:
    """Writes a show of two chapters with two slides of text each, a b c d, and loads it.

    stay: how long a slide stays in the loop.
    """
    (folder / "show.yaml").write_text(SHOW % stay, "utf-8")
    for file, ids in (("one", "ab"), ("two", "cd")):
        slides = "".join(SLIDE % (name, name, name) for name in ids)
        chapter = f"title: {{zh: 章, en: Chapter {file}}}\nslides:\n{slides}"
        (folder / f"{file}.yaml").write_text(chapter, "utf-8")
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show), show
    assert not show.problems
    return show


@contextmanager
def playing(show: Show, folder: Path, wishes: Wishes) -> Iterator[Player]:
    """The show as it plays in a window of 640 x 360 pixels."""
    window = StageWindow(wishes.rotation)
    window.open_sized(640, 360)
    player = Player(show, folder, wishes, window)
    try:
        yield player
    finally:
        player.end()
        window.close()


def until(is_so: Callable[[], bool]) -> None:
    """Lets events happen until `is_so`; fails when that takes too long."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not is_so():
        assert not deadline.hasExpired(), "it did not happen in time"
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def visited(player: Player, finger: QPointingDevice) -> None:
    """A touch on the empty foot of the page begins a visit."""
    until(lambda: player.report.frames > 0)
    touch(player, finger, QPoint(180, 350))
    until(lambda: player.state.mode == "visit")


def touch(player: Player, finger: QPointingDevice, at: QPoint) -> None:
    """A finger goes down and is lifted."""
    QTest.touchEvent(player.window, finger).press(0, at).commit()
    QTest.touchEvent(player.window, finger).release(0, at).commit()


def on_screen(window: StageWindow) -> QImage:
    """The pixels of the screen where the window lies."""
    pixels = window.screen().grabWindow(window.winId())
    return pixels.toImage().convertToFormat(QImage.Format.Format_RGB32)
