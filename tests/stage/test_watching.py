"""What staff save is on the screen at once, and whatever they or a disk do keeps it playing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.visits import Visit, visit_in
from kiosk.phrases import Phrase
from kiosk.show.load import load
from kiosk.stage.following import looking
from kiosk.stage.following.watching import REST_S
from kiosk.stage.player import Player
from kiosk.stage.recording.recorder import Recorder
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, show_in, until, visited
from tests.stage.watched import LONG, Staff, never, watched, words

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """The folder of a show of four slides of text, a b c d, each of which stays long."""
    folder = tmp_path / "show"
    folder.mkdir()
    show_in(folder, LONG)
    return folder


def said(folder: Path, old: str, new: str, file: str = "one.yaml") -> str:
    """The text of a chapter with some of its words replaced."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    return text.replace(old, new)


def saves(folder: Path, old: str, new: str) -> None:
    """Somebody replaces words of the first chapter and saves it."""
    (folder / "one.yaml").write_text(said(folder, old, new), "utf-8")


def sees(staff: Staff, text: str) -> Callable[[], bool]:
    """Whether that stands on the page."""
    return lambda: text in words(staff.player)


def test_what_is_saved_is_on_the_slide_that_is_shown_at_its_time(show: Path) -> None:
    with watched(show) as staff:
        before = staff.player.state.view
        pixels = on_screen(staff.player.window)
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))
        view = staff.player.state.view

        assert (view.id, view.t, view.since) == (before.id, before.t, before.since)
        assert staff.player.state.turn is None
        until(lambda: on_screen(staff.player.window) != pixels)
        assert staff.player.report.blank_frames == 0
        assert staff.problems == []


def test_what_is_saved_for_another_slide_leaves_the_page_as_it_is(show: Path) -> None:
    with watched(show) as staff:
        before = staff.player.state.view.slide
        saves(show, "第b页", "改过了")
        until(lambda: len(staff.shows) == 1)
        until(lambda: staff.player.state.view.show is staff.shows[0])

        assert staff.player.state.view.slide is before


def test_a_visitor_goes_on_undisturbed(show: Path, finger: QPointingDevice) -> None:
    with watched(show) as staff:
        visited(staff.player, finger)
        saves(show, "第a页", "改过了")
        until(lambda: len(staff.shows) == 1)
        until(lambda: staff.player.state.current.show is staff.shows[0])

        assert staff.player.state.mode == "visit"
        assert staff.player.state.counting_since is None


def test_an_edit_with_a_mistake_leaves_the_last_good_show_and_is_told(show: Path) -> None:
    with watched(show) as staff:
        saves(show, "layout: text", "layot: text")
        until(lambda: len(staff.problems) == 1)

        assert "第a页" in words(staff.player)
        assert staff.shows == []
        assert staff.lines[0].endswith("^^^^^ did you mean 'layout'?")
        assert "one.yaml:4:5: error[unknown-field]: unknown field 'layot'" in staff.lines[0]
        assert staff.lines[-1] == "kiosk: 2 errors; the last good show stays on the screen"

        saves(show, "layot: text", "layout: text")
        until(lambda: len(staff.problems) == 2)

        assert staff.lines[-1] == "kiosk: all is well, and on the screen"
        assert staff.player.state.view.slide is not None


def test_a_mistake_that_was_there_before_keeps_no_other_edit_from_the_screen(show: Path) -> None:
    two = show / "two.yaml"
    two.write_text(said(show, "layout: text", "layot: text", "two.yaml"), "utf-8")

    with watched(show) as staff:
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))

        assert staff.problems == []


def test_an_edit_with_a_warning_is_shown_and_told(show: Path) -> None:
    with watched(show) as staff:
        saves(show, "{zh: 第a页, en: Slide a}", "{zh: 改过了}")
        until(sees(staff, "改过了"))

        assert staff.lines[-1] == "kiosk: 1 warning; the show is on the screen"


def test_a_file_that_is_half_written_is_waited_for(show: Path) -> None:
    whole = said(show, "第a页", "改过了")
    cut = whole[: whole.index("  - id: b")]

    with watched(show) as staff:
        for part in ("", cut[: len(cut) // 2], cut):
            (show / "one.yaml").write_text(part, "utf-8")
            until(partial(_has_read, staff, part))
        (show / "one.yaml").write_text(whole, "utf-8")
        until(sees(staff, "改过了"))

        assert [len(one.slides) for one in staff.shows] == [4]
        assert staff.problems == []


def _has_read(staff: Staff, text: str) -> bool:
    """Whether the first chapter was read as it is now."""
    return any(edition.texts.get("one.yaml") == text.encode() for edition in staff.reads)


def test_a_chapter_whose_end_was_removed_for_good_is_shown_so(show: Path) -> None:
    whole = said(show, "第a页", "第a页")

    with watched(show) as staff:
        (show / "one.yaml").write_text(whole[: whole.index("  - id: b")], "utf-8")
        until(lambda: len(staff.shows) == 1)

        assert [slide.id for slide in staff.shows[0].slides] == ["a", "c", "d"]


def as_vim_does(folder: Path, text: str) -> None:
    """Writes a swap file and a probe, moves the old file away and writes a new one."""
    (folder / ".one.yaml.swp").write_text("swap")
    (folder / "4913").touch()
    (folder / "4913").unlink()
    (folder / "one.yaml").rename(folder / "one.yaml~")
    (folder / "one.yaml").write_text(text, "utf-8")
    (folder / "one.yaml~").unlink()
    (folder / ".one.yaml.swp").unlink()


def as_editors_by_rename_do(folder: Path, text: str) -> None:
    """Writes another file and puts it in the place of the old one."""
    (folder / "one.yaml.tmp").write_text(text, "utf-8")
    os.replace(folder / "one.yaml.tmp", folder / "one.yaml")  # noqa: PTH105 - as it is called


def as_syncing_programs_do(folder: Path, text: str) -> None:
    """Removes the file and writes it again with the time that it had elsewhere."""
    (folder / "one.yaml").unlink()
    (folder / "one.yaml").write_text(text, "utf-8")
    os.utime(folder / "one.yaml", (1e9, 1e9))


@pytest.mark.parametrize("save", [as_vim_does, as_editors_by_rename_do, as_syncing_programs_do])
def test_however_an_editor_saves_each_save_is_seen(
    show: Path, save: Callable[[Path, str], None]
) -> None:
    with watched(show) as staff:
        for before, now in (("第a页", "改过了"), ("改过了", "又改了"), ("又改了", "再改了")):
            save(show, said(show, before, now))
            until(sees(staff, now))

        assert staff.problems == []


def test_a_folder_that_vanishes_is_told_and_followed_again_when_it_is_back(show: Path) -> None:
    away = show.with_name("away")

    with watched(show) as staff:
        show.rename(away)
        until(lambda: len(staff.problems) == 1)
        assert "第a页" in words(staff.player)
        assert staff.lines[-1] == "kiosk: 1 error; the last good show stays on the screen"
        away.rename(show)
        until(lambda: len(staff.problems) == 2)
        assert staff.lines[-1] == "kiosk: all is well, and on the screen"
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))


def test_a_folder_that_is_exchanged_for_another_is_followed(show: Path) -> None:
    other = show.with_name("other")
    shutil.copytree(show, other)
    saves(other, "第a页", "改过了")

    with watched(show) as staff:
        show.rename(show.with_name("away"))
        other.rename(show)
        until(sees(staff, "改过了"))
        saves(show, "改过了", "又改了")
        until(sees(staff, "又改了"))


def test_slides_that_could_not_be_shown_while_the_folder_was_away_are_shown_again(
    show: Path, pictures: Path
) -> None:
    away = show.with_name("away")
    shutil.copy(pictures / "hills.png", show)
    with_picture(show, "a")

    with watched(show) as staff:
        until(lambda: "a" in staff.player.state.broken or staff.player.report.frames > 0)
        show.rename(away)
        until(lambda: len(staff.problems) == 1)
        staff.player.failed(RuntimeError("as if"))
        for _ in range(3):
            staff.player.failed(RuntimeError("as if"))
        assert staff.player.state.broken == {"a"}
        away.rename(show)
        until(lambda: staff.player.state.broken == frozenset())


def with_picture(folder: Path, slide: str) -> None:
    """That slide of the first chapter becomes one of a picture alone."""
    picture = "{file: hills.png, motion: none, alt: {zh: 山, en: Hills}}"
    head = f"  - id: {slide}\n    layout: "
    text = said(folder, f"{head}text\n", f"{head}full-picture\n")
    head, _, rest = text.partition(f"  - id: {slide}\n")
    lines = rest.splitlines(keepends=True)
    kept = [line for line in lines[:3] if "text:" not in line]
    chapter = f"{head}  - id: {slide}\n{''.join(kept)}    picture: {picture}\n{''.join(lines[3:])}"
    (folder / "one.yaml").write_text(chapter, "utf-8")


def paints(file: Path, colour: str, *, size: int = 64) -> None:
    """A picture of one colour is saved."""
    image = QImage(size, size * 3 // 4, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))


def middle(staff: Staff) -> str:
    """The colour in the middle of the window, at its right side."""
    pixels = on_screen(staff.player.window)
    return pixels.pixelColor(pixels.width() - 60, pixels.height() // 3).name()


def test_a_picture_that_is_overwritten_is_seen(show: Path) -> None:
    paints(show / "hills.png", "#00ff00")
    with_picture(show, "a")

    with watched(show) as staff:
        until(lambda: middle(staff) == "#00ff00")
        paints(show / "hills.png", "#0000ff")
        until(lambda: middle(staff) == "#0000ff")

        assert staff.player.report.blank_frames == 0
        assert staff.problems == []


def test_a_picture_that_cannot_be_shown_replaces_none(show: Path) -> None:
    paints(show / "hills.png", "#00ff00")
    with_picture(show, "a")

    with watched(show) as staff:
        until(lambda: middle(staff) == "#00ff00")
        (show / "hills.png").write_bytes(b"GIF89a and no more")
        until(lambda: len(staff.problems) == 1)
        assert "the picture hills.png" in staff.lines[0]
        assert middle(staff) == "#00ff00"
        paints(show / "hills.png", "#0000ff")
        until(lambda: middle(staff) == "#0000ff")

        assert staff.lines[-1] == "kiosk: all is well, and on the screen"


def test_a_hundred_saves_a_second_leave_the_screen_alive_and_the_last_one_is_seen(
    show: Path,
) -> None:
    over, saved = Event(), [0]

    def save() -> None:
        while not over.wait(0.01):
            saved[0] += 1
            text = whole.replace("第a页", f"第{saved[0]}次")
            (show / "one.yaml").write_text(text, "utf-8")

    whole = said(show, "第a页", "第a页")
    with watched(show, Wishes(speed=20)) as staff:
        frames = staff.player.report.frames
        saver = Thread(target=save)
        saver.start()
        try:
            until(lambda: saved[0] >= 300)
            seen_meanwhile = len(staff.shows)
        finally:
            over.set()
            saver.join()
        until(lambda: staff.player.state.view.id == "a" and sees(staff, f"第{saved[0]}次")())

        assert len(staff.reads) < saved[0] / 6
        assert staff.player.report.frames > frames
        assert seen_meanwhile > 1
        assert staff.player.report.blank_frames == 0


def test_a_chapter_in_the_encoding_of_notepad_is_shown_with_a_word_on_it(show: Path) -> None:
    with watched(show) as staff:
        (show / "one.yaml").write_bytes(said(show, "第a页", "改过了").encode("gbk"))
        until(sees(staff, "改过了"))

        assert "the file is saved as ANSI (GBK), not as UTF-8" in staff.lines[0]
        assert staff.lines[-1] == "kiosk: 1 warning; the show is on the screen"


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("layout: text", "layout： text", 4, "a full-width colon — write ': '"),
        ("    layout: text", "\tlayout: text", 4, "a tab"),
        ("{zh: 第a页, en", "{zh: 第a页， en", 5, "'，'"),
    ],
)
def test_what_a_chinese_keyboard_or_a_tab_does_is_said_with_its_line(
    show: Path, old: str, new: str, line: int, what: str
) -> None:
    with watched(show) as staff:
        text = said(show, "第a页", "第a页").replace(old, new, 1)
        (show / "one.yaml").write_text(text, "utf-8")
        until(lambda: len(staff.problems) == 1)

        assert "第a页" in words(staff.player)
        assert f"one.yaml:{line}:" in staff.lines[0]
        assert what in staff.lines[0]


def test_a_fault_of_the_program_while_it_reads_ends_nothing(
    show: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    failed: list[bool] = []

    def fails(*_: object) -> None:
        failed.append(True)
        raise RuntimeError("a bug")

    with watched(show) as staff:
        with monkeypatch.context() as patch:
            patch.setattr("kiosk.author.watched.load", fails)
            saves(show, "第a页", "改过了")
            until(lambda: bool(failed))
        saves(show, "改过了", "又改了")
        until(sees(staff, "又改了"))

    assert "RuntimeError: a bug" in capfd.readouterr().err


def test_where_the_system_tells_nothing_it_is_looked_for(
    show: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "is_told_of", lambda _: False)

    with watched(show) as staff:
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))
        show.rename(show.with_name("away"))
        until(lambda: len(staff.problems) == 1)
        show.with_name("away").rename(show)
        until(lambda: len(staff.problems) == 2)


def test_what_a_feed_follows_is_no_reason_to_read_the_show(show: Path) -> None:
    chart = "    chart: {type: bar, data: {csv: live.csv, every: 0.2 s}, x: gate, y: flights}\n"
    (show / "live.csv").write_text("gate,flights\nT1,3\n")
    text = said(show, "    layout: text\n    title: {zh: 第a页", "    title: {zh: 第a页")
    head, _, rest = text.partition("    text:")
    (show / "one.yaml").write_text(head + chart + rest.partition("\n")[2], "utf-8")

    with watched(show) as staff:
        until(sees(staff, "T1"))
        reads = len(staff.reads)
        (show / "live.csv").write_text("gate,flights\nT1,3\nT2,9\n")
        until(sees(staff, "T2"))

        never(lambda: len(staff.reads) > reads, for_ms=300)
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))
        assert "T2" in words(staff.player)


def test_what_nobody_asks_for_is_no_reason_to_read_the_show(show: Path) -> None:
    with watched(show) as staff:
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))
        reads = len(staff.reads)
        (show / "notes.txt").write_text("x")
        (show / "report.json").write_text("{}")

        never(lambda: len(staff.reads) > reads, for_ms=int(REST_S * 1000))


def test_what_was_edited_while_it_was_recorded_is_played_again(show: Path, tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    problems: list[Phrase] = []
    with watched(show, recorder=Recorder(file, problems.append)) as staff:
        saves(show, "第a页", "改过了")
        until(sees(staff, "改过了"))
        at = staff.player.state.acted

    visit = visit_in(file, None, lambda folder: load(DiskFolder(folder), theme_files()))
    assert isinstance(visit, Visit), visit
    window = StageWindow()
    window.open_sized(*visit.opening.window)
    again = Player(visit.show, visit.folder, Wishes(), window, replay=visit.replay)
    try:
        until(lambda: again.state.acted >= at)
        assert "改过了" in words(again)
        assert again.report.blank_frames == 0
    finally:
        again.end()
        window.close()
    assert problems == []
