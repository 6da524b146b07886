"""A visit on the real window is recorded, and played again frame by frame."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, cover_folder, theme_files
from kiosk.author.visits import Visit, visit_in
from kiosk.cli import main
from kiosk.marks import Frame
from kiosk.phrases import Phrase, said
from kiosk.playback.compose import Composer
from kiosk.playback.state import Options, State
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.stage.clock import Clock
from kiosk.stage.player import Player
from kiosk.stage.recording.recorder import Recorder
from kiosk.stage.rects import Rects
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.gallery import SLIDES
from tests.stage.playing import on_screen, show_in, until

pytestmark = pytest.mark.usefixtures("app")

YUBEI = SLIDES / "yubei"
ONE_LOOP = Wishes(speed=20, options=Options(loops=1))
Painted = dict[float, QImage]


@contextmanager
def played(show: Show, folder: Path, wishes: Wishes, file: Path) -> Iterator[Player]:
    """The show as it plays and is recorded."""
    window = StageWindow()
    window.open_sized(640, 360)
    problems: list[Phrase] = []
    player = Player(show, folder, wishes, window, recorder=Recorder(file, problems.append))
    try:
        yield player
    finally:
        player.end()
        window.close()
    assert problems == []


@contextmanager
def replayed(visit: Visit, speed: float = 1.0) -> Iterator[Player]:
    """The visit as it plays again."""
    window = StageWindow()
    window.open_sized(*visit.opening.window)
    player = Player(visit.show, visit.folder, Wishes(speed=speed), window, replay=visit.replay)
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
    """A finger that the page follows, frame by frame."""
    QTest.touchEvent(player.window, finger).press(0, QPoint(start, 180)).commit()
    for step in range(1, 6):
        painted = player.report.frames
        place = QPoint(start + (end - start) * step // 5, 180)
        QTest.touchEvent(player.window, finger).move(0, place).commit()
        until(partial(has_painted_more_than, player, painted))
    QTest.touchEvent(player.window, finger).release(0, QPoint(end, 180)).commit()


def has_painted_more_than(player: Player, frames: int) -> bool:
    return player.report.frames > frames


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

    assert len(seen) > 20
    assert differing == []


def test_a_visit_that_went_otherwise_does_not_replay_to_the_same_frames(tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    show = show_in(tmp_path, stay="60 s")
    with watching() as seen, played(show, tmp_path, Wishes(start="a"), file) as player:
        until(lambda: player.report.frames > 5)
        QTest.keyClick(player.window, Qt.Key.Key_Right)
        until(lambda: player.state.view.id == "b" and is_at_rest(player))
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if "Commanded" not in line), "utf-8")

    same = [image == seen[now] for now, image in frames_at(list(seen), visit_of(file))]

    assert same[0]
    assert not same[-1]


def test_what_is_touched_during_a_replay_does_nothing(tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    show = show_in(tmp_path, stay="60 s")
    with played(show, tmp_path, Wishes(start="a"), file) as player:
        until(lambda: player.report.frames > 5)

    with replayed(visit_of(file)) as player:
        until(lambda: player.report.frames > 0)
        QTest.keyClick(player.window, Qt.Key.Key_Right)
        QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(320, 180))
        until(lambda: player.is_finished)

    assert player.state.mode == "loop"


def test_each_start_is_appended_and_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    show = show_in(tmp_path, stay="60 s")
    for start in "ab":
        with played(show, tmp_path, Wishes(start=start), file) as player:
            until(lambda: player.report.frames > 0)
        file.write_bytes(file.read_bytes()[:-9])

    text = file.read_text("utf-8")

    assert text.count('{"recording": 1') == 2
    assert text.count('\n{"recording": 1') == 1
    assert visit_of(file).opening.first == "b"


def test_a_disk_that_is_full_ends_the_recording_and_nothing_else(tmp_path: Path) -> None:
    told: list[Phrase] = []
    show = show_in(tmp_path)
    recorder = Recorder(Path("/dev/full"), told.append)
    window = StageWindow()
    window.open_sized(640, 360)

    player = Player(show, tmp_path, ONE_LOOP, window, recorder=recorder)
    until(lambda: player.is_finished)
    player.end()

    assert [said(each, "en") for each in told] == [
        "/dev/full cannot be written: No space left on device"
    ]
    assert player.report.slides == ["a", "b", "c", "d"]


def test_a_recording_that_has_grown_too_long_ends_and_can_be_played(tmp_path: Path) -> None:
    told: list[Phrase] = []
    file = tmp_path / "visit.jsonl"
    window = StageWindow()
    window.open_sized(640, 360)
    recorder = Recorder(file, told.append, most=1000)

    player = Player(show_in(tmp_path), tmp_path, ONE_LOOP, window, recorder=recorder)
    until(lambda: player.is_finished)
    player.end()

    assert len(told) == 1
    assert 1000 < file.stat().st_size < 1500
    assert visit_of(file).replay.next_at > 0


def test_a_show_that_takes_over_from_the_cover_does_so_again(tmp_path: Path) -> None:
    folder, file = tmp_path / "hall", tmp_path / "visit.jsonl"
    folder.mkdir()
    show, cover = show_in(folder), loaded(cover_folder())
    assert isinstance(cover, Show)
    with played(cover, cover_folder(), Wishes(speed=10), file) as player:
        until(lambda: player.report.frames > 0)
        player.take_over(show, folder)
        until(lambda: len(player.report.slides) >= 3)
        slides = tuple(player.report.slides)

    with replayed(visit_of(file), speed=10) as again:
        until(lambda: again.is_finished)

    assert slides[:3] == ("kiosk-waiting", "a", "b")
    assert tuple(again.report.slides) == slides


def test_a_recorded_loop_is_played_again_by_the_commands(tmp_path: Path) -> None:
    show_in(tmp_path)
    file, report = tmp_path / "visit.jsonl", tmp_path / "report.json"
    words = ["--window", "640x360", "--speed", "20", "--loops", "1", "--lang", "en"]

    recorded = main(["play", str(tmp_path), *words, "--record", str(file)])
    replayed = main(["play", "--replay", str(file), "--speed", "20", "--report", str(report)])

    assert (recorded, replayed) == (0, 0)
    told = json.loads(report.read_text("utf-8"))
    assert told["slides"] == ["a", "b", "c", "d"]
    assert (told["blank_frames"], told["problems"]) == (0, [])
    opening = json.loads(file.read_text("utf-8").splitlines()[0])
    assert (opening["window"], opening["speed"]) == ([640, 360], 20)
    assert opening["options"] == {"loops": 1, "look": {"language": "en", "theme": "dusk"}}


def test_a_recording_is_played_with_another_copy_of_its_show(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    first, second, file = tmp_path / "first", tmp_path / "second", tmp_path / "visit.jsonl"
    for folder in (first, second):
        folder.mkdir()
        show_in(folder)
    words = ["--window", "640x360", "--speed", "20", "--loops", "1"]
    main(["play", str(first), *words, "--record", str(file)])
    (first / "show.yaml").unlink()

    assert main(["play", "--replay", str(file), "--speed", "20"]) == 2
    capfd.readouterr()
    assert main(["play", str(second), "--replay", str(file), "--speed", "20"]) == 0
    assert capfd.readouterr().err == ""


def test_a_show_with_a_slide_of_another_day_is_the_show_that_was_recorded(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    show_in(tmp_path)
    chapter = tmp_path / "two.yaml"
    text = chapter.read_text("utf-8") + "  - {title: {zh: 以后, en: Later}, from: 2999-01-01}\n"
    chapter.write_text(text, "utf-8")
    file = tmp_path / "visit.jsonl"
    main(["play", str(tmp_path), "--speed", "20", "--loops", "1", "--record", str(file)])

    assert main(["play", "--replay", str(file), "--speed", "20"]) == 0
    assert capfd.readouterr().err == ""


def test_a_show_that_says_something_else_than_when_it_was_recorded_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    show_in(tmp_path)
    file = tmp_path / "visit.jsonl"
    main(["play", str(tmp_path), "--speed", "20", "--loops", "1", "--record", str(file)])
    text = (tmp_path / "two.yaml").read_text("utf-8")
    (tmp_path / "two.yaml").write_text(text.replace("Slide d", "Another slide"), "utf-8")

    assert main(["play", "--replay", str(file), "--speed", "20"]) == 0
    assert "the show has changed since it was recorded" in capfd.readouterr().err


@pytest.mark.parametrize(
    "content",
    [None, b"", b"title: x\n", b'{"recording": 1}\n', bytes(99)],
    ids=["no file", "an empty one", "a show", "half an opening", "no text"],
)
def test_what_is_no_recording_is_said_with_its_place(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "visit.jsonl"
    if content is not None:
        file.write_bytes(content)

    assert main(["play", "--replay", str(file)]) == 1
    assert "visit.jsonl:1:1: error[" in capsys.readouterr().err


def test_a_recording_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["play", str(tmp_path), "--loops", "1", "--record", str(tmp_path / "no" / "x.jsonl")]
    show_in(tmp_path)

    assert main(words) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_what_records_is_not_imported_where_nothing_is_recorded() -> None:
    asks = "import sys, kiosk.stage.playing; print('kiosk.playback.recording' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", asks], check=True, capture_output=True, text=True)

    assert told.stdout == "False\n"
