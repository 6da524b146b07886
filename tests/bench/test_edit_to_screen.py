"""How long it takes until what staff save is on the screen, on the slide that is shown."""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.author.watched import Reader
from kiosk.marks import Frame, Label, Picture
from kiosk.playback.look import Look
from kiosk.playback.state import Options
from kiosk.show.model import Show
from kiosk.stage.app import application
from kiosk.stage.following.watching import Watching
from kiosk.stage.page import Page
from kiosk.stage.player import Player
from kiosk.stage.rects import Rects
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.gallery import SLIDES

MOST_S = 0.3
TIMES = 7
SWITCH_S = 0.0005  # as `kiosk play` has it
Seen = Callable[[Frame], bool]


class Eye:
    """Sees when something is painted."""

    def __init__(self) -> None:
        self.looks_for: Seen | None = None
        self.has_seen = False
        self.last: Frame | None = None

    def looks_at(self, frame: Frame, rects: Rects) -> None:
        self.last = frame
        if rects and self.looks_for is not None and self.looks_for(frame):
            self.has_seen = True


@contextmanager
def watched(folder: Path, slide: str, eye: Eye) -> Iterator[Player]:
    """The show in `folder` as it plays in a window of 1920 x 1080 pixels and is followed."""
    reader = Reader(folder)
    first = reader()
    assert isinstance(first.found, Show), first
    window = StageWindow()
    window.open_sized(1920, 1080)
    options = Options(takes_all=True, look=Look("en", "dusk"))
    player = Player(first.found, folder, Wishes(start=slide, options=options), window)
    watching = Watching(folder, reader, first)
    watching.loaded.connect(lambda edition: player.follow(edition, folder))
    player.opened.connect(watching.begin)
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)
    paint = Page.paint

    def seen(page: Page, frame: Frame, rects: Rects) -> bool:
        is_blank = paint(page, frame, rects)
        eye.looks_at(frame, rects)
        return is_blank

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Page, "paint", seen)
            yield player
    finally:
        sys.setswitchinterval(before)
        watching.end()
        player.end()
        window.close()


def passes(milliseconds: int, until: Callable[[], bool] = lambda: False) -> None:
    """Lets events happen for so long, or until it is so."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired() and not until():
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def measured(eye: Eye, edit: Callable[[int], Seen]) -> list[float]:
    """The seconds from each save until the frame that shows it has been painted."""
    passes(3000)  # until everything around is ready
    taken = []
    for number in range(TIMES):
        clock = QElapsedTimer()
        eye.has_seen = False
        clock.start()
        eye.looks_for = edit(number)
        passes(5000, lambda: eye.has_seen)
        assert eye.has_seen
        taken.append(clock.elapsed() / 1000)
        passes(2000)  # whoever saves looks at it
    return taken


def told(what: str, taken: list[float]) -> None:
    median, most = statistics.median(taken), max(taken)
    print(f"\n{what}: {median:.3f} s, {min(taken):.3f} to {most:.3f} s")
    assert median <= MOST_S


@pytest.fixture
def yubei(tmp_path: Path) -> Path:
    """A copy of the show, whose slides stay for as long as this takes."""
    application()
    folder = Path(shutil.copytree(SLIDES / "yubei", tmp_path / "yubei"))
    whole = (folder / "show.yaml").read_text("utf-8")
    assert "\nstay: auto\n" in whole
    (folder / "show.yaml").write_text(whole.replace("stay: auto", "stay: 600 s"), "utf-8")
    return folder


def test_a_text_that_is_edited_is_on_the_screen_within_the_limit(yubei: Path) -> None:
    file, eye = yubei / "industry.yaml", Eye()
    whole = file.read_text("utf-8")
    title = "The digital economy is out in front"

    def edit(number: int) -> Seen:
        assert title in whole
        file.write_text(whole.replace(title, f"Edited {number}"), "utf-8")
        return lambda frame: f"Edited {number}" in _words(frame)

    with watched(yubei, "growth", eye):
        told("edited text to screen", measured(eye, edit))


def test_a_picture_that_is_replaced_is_on_the_screen_within_the_limit(yubei: Path) -> None:
    file, eye = yubei / "pictures" / "industry.jpg", Eye()
    photographs = [file.read_bytes(), _mirrored(file)]

    def edit(number: int) -> Seen:
        assert eye.last is not None
        known = _editions(eye.last)
        file.write_bytes(photographs[(number + 1) % 2])
        return lambda frame: bool(_editions(frame) - known)

    with watched(yubei, "at-work", eye):
        told("replaced picture to screen", measured(eye, edit))


def _words(frame: Frame) -> set[str]:
    """What stands on the page."""
    layers = (layer for sheet in frame.sheets for layer in sheet.layers)
    return {mark.text for layer in layers for mark in layer.marks if isinstance(mark, Label)}


def _editions(frame: Frame) -> set[str]:
    """Which contents of its pictures are shown."""
    layers = (layer for sheet in frame.sheets for layer in sheet.layers)
    return {mark.edition for layer in layers for mark in layer.marks if isinstance(mark, Picture)}


def _mirrored(file: Path) -> bytes:
    """The same photograph, seen in a mirror."""
    other = file.with_name("mirrored.jpg")
    assert QImage(str(file)).flipped(Qt.Orientation.Horizontal).save(str(other), quality=90)
    return other.read_bytes()
