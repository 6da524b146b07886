"""A show on a stick takes over at a slide change; whatever else is on one, nothing changes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.author.watched import Reader
from kiosk.phrases import Phrase, said
from kiosk.problems import Problem
from kiosk.show.model import Show
from kiosk.stage.following import copying, sticks
from kiosk.stage.following.copying import Budget, UncopiedError, copy_show
from kiosk.stage.following.edition import Edition
from kiosk.stage.following.rooms import room_of
from kiosk.stage.following.sticks import Sticks, show_on
from kiosk.stage.following.volumes import Mount, Volume, is_removable, mounts_in
from kiosk.stage.player import Player
from kiosk.stage.wishes import Wishes
from tests.stage.playing import playing, show_in, until

pytestmark = pytest.mark.usefixtures("app")


class Hall:
    """A show that plays, and the port that sticks are put into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port: tuple[Volume, ...] = ()
        self.lines: list[str] = []
        self.problems: list[Problem] = []
        self.copies: list[Path] = []
        self.looks = 0

    def volumes(self) -> tuple[Volume, ...]:
        self.looks += 1
        return self.port

    def put_in(self, stick: Path) -> None:
        self.port = (Volume(stick, "/dev/sdb1"),)

    def hear(self, what: Phrase, problems: tuple[Problem, ...]) -> None:
        self.lines.append(said(what, "en"))
        self.problems += problems

    def see(self, edition: Edition, folder: Path) -> None:
        assert isinstance(edition.found, Show)
        self.copies.append(folder)


def read(folder: Path) -> Edition:
    return Reader(folder, is_awaited=False)()


@contextmanager
def looked_for(
    hall: Hall, player: Player | None = None, budget: Budget | None = None
) -> Iterator[Sticks]:
    """Sticks are looked for, in a port that is empty at first."""
    looking = Sticks(read, hall.folder / "state", hall.volumes, budget)
    looking.said.connect(hall.hear)
    looking.loaded.connect(hall.see)
    if player is not None:
        looking.loaded.connect(player.take_copy)
    looking.begin()
    try:
        until(lambda: hall.looks > 0)
        yield looking
    finally:
        looking.end()


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hall:
    monkeypatch.setattr(sticks, "POLL_S", 0.05)
    return Hall(tmp_path)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a show in the folder `fair`, whose title tells it from others."""
    folder = tmp_path / "stick" / "fair"
    folder.mkdir(parents=True)
    show_in(folder)
    chapter = (folder / "one.yaml").read_text("utf-8").replace("第", "新")
    (folder / "one.yaml").write_text(chapter, "utf-8")
    return tmp_path / "stick"


def test_a_show_on_a_stick_takes_over_at_a_slide_change_and_needs_the_stick_no_more(
    hall: Hall, stick: Path
) -> None:
    (hall.folder / "show").mkdir()
    old = show_in(hall.folder / "show", stay="3 s")

    with playing(old, hall.folder / "show", Wishes(speed=2)) as player:
        until(lambda: player.report.frames > 0)
        with looked_for(hall, player):
            hall.put_in(stick)
            until(lambda: player.state.show is not old)
            assert player.state.turn is not None or player.state.view.show is old
            shutil.rmtree(stick)
            hall.port = ()
            until(lambda: player.state.view.show is player.state.show)
            frames = player.report.frames
            until(lambda: player.report.frames > frames + 5)

        assert player.report.blank_frames == 0
        assert player.report.problems == []
    assert hall.lines == ["the show 'fair' on a stick is being copied"]


def test_a_show_with_an_error_is_refused_with_its_lines_and_nothing_else_happens(
    hall: Hall, stick: Path
) -> None:
    chapter = stick / "fair" / "one.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("layout", "layot"), "utf-8")

    with looked_for(hall):
        hall.put_in(stick)
        until(lambda: len(hall.lines) == 2)

    assert hall.lines[1] == "the show 'fair' on a stick is not shown: it has errors"
    assert "unknown-field" in {problem.code for problem in hall.problems}
    assert hall.copies == []


def test_a_picture_that_cannot_be_shown_is_an_error_too(hall: Hall, stick: Path) -> None:
    slide = "  - {id: e, picture: {file: a.jpg, alt: {zh: 山, en: Hills}}}\n"
    with (stick / "fair" / "two.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write(slide)
    (stick / "fair" / "a.jpg").write_bytes(b"no picture")

    with looked_for(hall):
        hall.put_in(stick)
        until(lambda: len(hall.lines) == 2)

    assert [problem.code for problem in hall.problems] == ["unusable-picture"]


def test_a_stick_that_is_pulled_out_in_the_middle_of_copying_changes_nothing(
    hall: Hall, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / "fair" / "film.bin").write_bytes(b"x" * 3_000_000)
    copied = copying.copy_show

    def pulled_out(source: Path, target: Path, is_over: Callable[[], bool], budget: Budget) -> None:
        def asked() -> bool:
            with (source / "film.bin").open("r+b") as film:
                film.truncate(1_000)
            return is_over()

        copied(source, target, asked, budget)

    monkeypatch.setattr(sticks, "copy_show", pulled_out)
    with looked_for(hall):
        hall.put_in(stick)
        until(lambda: len(hall.lines) == 2)

        assert "could not be copied to its end" in hall.lines[1]
        assert hall.copies == []
        assert not list((hall.folder / "state" / "0").rglob("show.yaml"))


def test_a_stick_without_a_show_and_one_that_was_in_before_are_let_be(
    hall: Hall, stick: Path
) -> None:
    hall.put_in(stick)
    empty = hall.folder / "empty"
    (empty / "photos").mkdir(parents=True)

    with looked_for(hall):
        hall.port = (*hall.port, Volume(empty, "/dev/sdc1"))
        looks = hall.looks
        until(lambda: hall.looks > looks + 3)

    assert hall.lines == []


def test_a_show_that_is_too_large_is_refused(hall: Hall, stick: Path) -> None:
    with looked_for(hall, budget=Budget(files=2)):
        hall.put_in(stick)
        until(lambda: len(hall.lines) == 2)

    assert hall.lines[1].endswith("is not shown: it has more than 2 files")


@pytest.mark.parametrize(
    ("budget", "why"),
    [
        (Budget(bytes=100), "it has more than 1e-07 GB"),
        (Budget(spare=10**18), "this machine's disk has no room for it"),
    ],
)
def test_what_finds_no_room_leaves_nothing_behind(
    tmp_path: Path, stick: Path, budget: Budget, why: str
) -> None:
    with pytest.raises(UncopiedError) as refused:
        copy_show(stick / "fair", tmp_path / "copy", lambda: False, budget)

    assert said(refused.value.why, "en") == why
    assert not (tmp_path / "copy").exists()


def test_links_hidden_files_and_what_is_no_file_are_not_copied(tmp_path: Path, stick: Path) -> None:
    fair = stick / "fair"
    (tmp_path / "secret").write_text("x")
    (fair / "link").symlink_to(tmp_path / "secret")
    (fair / "linked").symlink_to(tmp_path, target_is_directory=True)
    (fair / ".hidden").write_text("x")
    os.mkfifo(fair / "pipe")

    copy_show(fair, tmp_path / "copy", lambda: False, Budget(spare=0))

    assert sorted(file.name for file in (tmp_path / "copy").iterdir()) == [
        "one.yaml", "show.yaml", "two.yaml",
    ]  # fmt: skip


def test_a_show_is_looked_for_in_the_root_and_right_below_it(tmp_path: Path) -> None:
    for path in ("b/show.yaml", "a/deep/show.yaml", ".c/show.yaml"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()

    below = show_on(tmp_path)
    (tmp_path / "show.yaml").touch()

    assert below == tmp_path / "b"
    assert show_on(tmp_path) == tmp_path
    assert show_on(tmp_path / "gone") is None


def test_every_process_has_a_room_of_its_own(tmp_path: Path) -> None:
    first, second = room_of(tmp_path), room_of(tmp_path)
    assert first is not None
    assert second is not None

    first.leave()
    third = room_of(tmp_path)

    assert third is not None
    assert third.folder == first.folder != second.folder


@pytest.mark.parametrize(
    ("device", "told", "where", "expected"),
    [
        ("/dev/sdb1", "1", "pci/usb1/sdb", True),
        ("/dev/sdb1", "0", "pci/usb1/sdb", True),
        ("/dev/sdb1", "0", "pci/ata1/sdb", False),
        ("/dev/sdb1", "1", "pci/mmc/sdb", True),
        ("tmpfs", "1", "pci/usb1/sdb", False),
        ("/dev/gone", "1", "pci/usb1/sdb", False),
    ],
)
def test_what_can_be_pulled_out_is_a_stick(
    tmp_path: Path, device: str, told: str, where: str, expected: bool
) -> None:
    disk = tmp_path / "devices" / where
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text(f"{told}\n")
    (tmp_path / "block").mkdir()
    (tmp_path / "block" / "sdb1").symlink_to(disk / "sdb1")

    assert is_removable(device, "linux", tmp_path / "block") is expected


def test_what_is_mounted_is_read_from_the_systems_table() -> None:
    table = (
        "21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        "90 21 8:17 / /media/a\\040b\\134c rw shared:5 master:2 - vfat /dev/sdb1 rw,utf8\n"
        "91 21 0:60 /x /mnt rw - nfs4 server:/hall rw,addr=10.0.0.1\n"
        "broken\n"
    )

    assert mounts_in(table) == (
        Mount(Path("/"), "/dev/vda", "ext4"),
        Mount(Path("/media/a b\\c"), "/dev/sdb1", "vfat"),
        Mount(Path("/mnt"), "server:/hall", "nfs4"),
    )
