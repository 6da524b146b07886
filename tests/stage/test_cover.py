"""What stands on the screen while the show that belongs there cannot be loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from itertools import islice, repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, cover_folder, theme_files
from kiosk.cli import main
from kiosk.geometry import page_size
from kiosk.marks import Label
from kiosk.playback.compose import Composer
from kiosk.playback.look import Look
from kiosk.playback.seek import seek
from kiosk.playback.state import Options
from kiosk.problems import line_of
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.stage.following.retrying import Retrying, growing_waits
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.player import Player
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, until

pytestmark = pytest.mark.usefixtures("app")

COVER = "kiosk-waiting"
GREEN = QColor(0, 128, 0)
SHOW = """\
kiosk: 1
title: The show
languages: [en]
transition: cut
stay: 1 s
chapters: [one.yaml]
"""
CHAPTER = """\
slides:
  - id: green
    layout: full-picture
    title: Green
    picture: {file: green.png, motion: none, alt: Nothing but green}
"""
WRONG = CHAPTER + "  - id: red\n    layout: full-picture\n    picture: red.png\n"


def write_show(folder: Path, chapter: str = CHAPTER) -> None:
    """A show of one slide, which is a green picture."""
    folder.mkdir(exist_ok=True)
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(GREEN)
    image.save(str(folder / "green.png"))
    (folder / "one.yaml").write_text(chapter, "utf-8")
    (folder / "show.yaml").write_text(SHOW, "utf-8")


def loaded(folder: Path) -> Show | NoShow:
    return load(DiskFolder(folder), theme_files())


def cover() -> Show:
    show = loaded(cover_folder())
    assert isinstance(show, Show)
    return show


@contextmanager
def covering(speed: float = 10) -> Iterator[Player]:
    """The cover as it plays in a window of 640 x 360 pixels."""
    window = StageWindow()
    window.open_sized(640, 360)
    player = Player(cover(), cover_folder(), Wishes(speed=speed), window, is_cover=True)
    try:
        until(lambda: player.report.frames > 0)
        yield player
    finally:
        player.end()
        window.close()


# --- the cover ----------------------------------------------------------------------------------


def test_the_cover_is_a_show_without_mistakes() -> None:
    assert cover().problems == ()
    assert [slide.id for slide in cover().slides] == [COVER]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_cover_speaks_to_visitors_and_does_not_ask_them_to_touch(
    language: str, size: tuple[int, int]
) -> None:
    composer = Composer(page_size(*size), QtMeasure())

    frame = composer.frame(seek(cover(), COVER, 5.0, Options(look=Look(language))), 0.0)

    words = " ".join(
        mark.text
        for sheet in frame.sheets
        for layer in sheet.layers
        for mark in layer.marks
        if isinstance(mark, Label)
    )
    assert "马上开始" in words
    assert "Beginning soon" in words
    assert not any(word in words for word in ("ouch", "触", "rror", "错", "show.yaml"))


def test_something_of_the_cover_always_moves() -> None:
    composer = Composer(page_size(1920, 1080), QtMeasure())

    frames = [composer.frame(seek(cover(), COVER, 600.0 + t), 0.0) for t in (0.0, 1.0, 2.0)]

    assert frames[0] != frames[1] != frames[2]


def test_touching_the_cover_does_nothing() -> None:
    finger = QTest.createTouchDevice()
    with covering() as player:
        before = player.state.touched

        QTest.touchEvent(player.window, finger).press(0, QPoint(300, 180)).commit()
        QTest.touchEvent(player.window, finger).release(0, QPoint(300, 180)).commit()
        QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(30, 330))
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Space):
            QTest.keyClick(player.window, key)

        assert player.state.mode == "loop"
        assert player.state.touched == before
        assert player.state.wish is None


def test_the_show_takes_over_with_its_own_pictures_and_without_a_blank_frame(
    tmp_path: Path,
) -> None:
    write_show(tmp_path)
    show = loaded(tmp_path)
    assert isinstance(show, Show)

    with covering() as player:
        player.take_over(show, tmp_path)
        until(lambda: player.report.slides == [COVER, "green"])
        until(lambda: on_screen(player.window).pixelColor(320, 40) == GREEN)

        QTest.keyClick(player.window, Qt.Key.Key_Right)
        is_awake = player.state.mode == "visit"

    assert is_awake
    assert player.report.blank_frames == 0
    assert player.report.problems == []


def test_what_is_left_out_of_the_show_that_takes_over_is_reported(tmp_path: Path) -> None:
    write_show(tmp_path, WRONG)
    show = loaded(tmp_path)
    assert isinstance(show, Show)

    with covering() as player:
        player.take_over(show, tmp_path)

    assert ["red.png" in problem for problem in player.report.problems] == [True]


# --- trying again -------------------------------------------------------------------------------


def at_once() -> Iterable[float]:
    return repeat(0.0)


def retried(
    answers: Iterator[Show | NoShow | Exception], said: str = ""
) -> tuple[list[str], list[Show]]:
    """What is said, and which shows are given, until there is one."""
    found: list[str] = []
    shows: list[Show] = []

    def attempt() -> Show | NoShow:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    retrying = Retrying(attempt, said, at_once)
    retrying.found.connect(found.append)
    retrying.loaded.connect(shows.append)
    until(lambda: bool(shows))
    retrying.end()
    return found, shows


def no_show(folder: Path) -> NoShow:
    found = loaded(folder)
    assert isinstance(found, NoShow)
    return found


def test_it_is_tried_again_after_two_seconds_and_then_less_and_less_often() -> None:
    waits = list(islice(growing_waits(), 20))

    assert waits[0] == 2.0
    assert waits == sorted(waits)
    assert waits[-1] == 30.0


def test_a_problem_is_said_again_only_when_it_is_another_one(tmp_path: Path) -> None:
    nothing = no_show(tmp_path / "nothing")
    empty = no_show(tmp_path)

    answers: list[Show | NoShow | Exception] = [nothing, nothing, empty, empty, nothing, cover()]
    found, shows = retried(iter(answers), line_of(nothing.problem))

    assert found == [line_of(empty.problem), line_of(nothing.problem)]
    assert shows == [cover()]


def test_a_show_with_errors_is_taken_when_they_are_the_same_the_next_time(tmp_path: Path) -> None:
    write_show(tmp_path, WRONG)
    broken = loaded(tmp_path)
    write_show(tmp_path, WRONG.replace("red", "blue"))
    broken_otherwise = loaded(tmp_path)

    found, shows = retried(iter([broken, broken_otherwise, broken_otherwise, cover()]))

    assert len(found) == 2
    assert shows == [broken_otherwise]


def test_a_loader_that_fails_does_not_end_the_trying() -> None:
    answers: list[Show | NoShow | Exception] = [RuntimeError("no such luck"), cover()]

    found, shows = retried(iter(answers))

    assert found == ["RuntimeError: no such luck"]
    assert len(shows) == 1


# --- the command --------------------------------------------------------------------------------


def meanwhile(act: Callable[[StageWindow], None]) -> QTimer:
    """Calls `act` with the window of the show again and again while the command runs.

    One that another test has left open is none of it.
    """
    others = QGuiApplication.topLevelWindows()

    def tick() -> None:
        for window in QGuiApplication.topLevelWindows():
            if isinstance(window, StageWindow) and window.is_in_sight and window not in others:
                act(window)

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(tick)
    timer.start()
    return timer


def test_a_screen_that_starts_without_its_show_plays_it_once_it_is_there(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    folder = tmp_path / "hall"
    colours: list[QColor] = []

    def watch(window: StageWindow) -> None:
        colours.append(on_screen(window).pixelColor(320, 40))
        if not folder.exists():
            write_show(folder)
        if colours[-1] == GREEN:
            window.close()

    timer = meanwhile(watch)
    status = main(["play", str(folder), "--window", "640x360", "--speed", "10"])
    timer.stop()

    assert status == 0
    assert colours[0] != GREEN
    assert colours[-1] == GREEN
    assert capfd.readouterr().err.count("\n") == 1


def test_a_show_that_stays_broken_stays_covered(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    (tmp_path / "show.yaml").write_text("chapters: [", "utf-8")
    colours: list[QColor] = []

    def watch(window: StageWindow) -> None:
        colours.append(on_screen(window).pixelColor(320, 40))
        if len(colours) > 120:  # one attempt more
            window.close()

    timer = meanwhile(watch)
    status = main(["play", str(tmp_path), "--window", "640x360", "--speed", "10"])
    timer.stop()

    assert status == 0
    assert all(colour.blue() > colour.green() for colour in colours)  # the evening sky
    said = capfd.readouterr().err.splitlines()
    assert len(said) == 1
    assert "[unclosed-bracket]" in said[0]


def cut_short(picture: Path) -> None:
    """Leaves of a picture its first half, as when it is still being copied."""
    content = picture.read_bytes()
    picture.write_bytes(content[: len(content) // 2])


def test_a_show_of_which_no_slide_can_be_shown_is_covered_until_one_can(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    write_show(tmp_path)
    cut_short(tmp_path / "green.png")
    colours: list[QColor] = []

    def watch(window: StageWindow) -> None:
        colours.append(on_screen(window).pixelColor(320, 40))
        if len(colours) == 120:  # one attempt more
            write_show(tmp_path)
        if colours[-1] == GREEN:
            window.close()

    timer = meanwhile(watch)
    status = main(["play", str(tmp_path), "--window", "640x360", "--speed", "10"])
    timer.stop()

    assert status == 0
    assert all(colour.blue() > colour.green() for colour in colours[:120])  # the evening sky
    assert colours[-1] == GREEN
    assert "green.png" in capfd.readouterr().err


def test_whoever_asks_for_a_show_of_which_no_slide_can_be_shown_gets_an_exit(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_show(tmp_path)
    cut_short(tmp_path / "green.png")

    assert main(["play", str(tmp_path), "--window", "640x360", "--loops", "1"]) == 2
    assert "green.png" in capfd.readouterr().err


@pytest.mark.parametrize("wish", [["--start", "gone"], ["--lang", "fr"], ["--theme", "x"]])
def test_in_a_hall_the_show_plays_though_a_wish_cannot_be_fulfilled(
    wish: list[str],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    write_show(tmp_path)
    colours: list[QColor] = []

    def watch(window: StageWindow) -> None:
        colours.append(on_screen(window).pixelColor(320, 40))
        window.close()

    timer = meanwhile(watch)
    status = main(["play", str(tmp_path), "--window", "640x360", *wish])
    timer.stop()

    assert status == 0
    assert colours == [GREEN]
    assert wish[1] in capfd.readouterr().err


@pytest.mark.parametrize("asks", ["terminal", "--loops", "--report"])
def test_whoever_asks_gets_an_exit_and_no_cover(
    asks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"--loops": ["--loops", "1"], "--report": ["--report", str(tmp_path / "r.json")]}
    if asks == "terminal":
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)

    assert main(["play", str(tmp_path / "nothing"), *words.get(asks, [])]) == 2
