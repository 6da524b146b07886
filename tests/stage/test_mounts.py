"""Sticks and folders of a network that really go and come back under a show that plays."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from kiosk.author.watched import Reader
from kiosk.phrases import Phrase, said
from kiosk.playback.staff import wrong_with
from kiosk.problems import Problem
from kiosk.stage.following import copying, keeping, looking, sticks, volumes
from kiosk.stage.following.copying import Budget
from kiosk.stage.following.edition import Edition
from kiosk.stage.following.sticks import Sticks
from kiosk.stage.following.volumes import Volume
from kiosk.stage.wishes import Wishes
from tests.stage.playing import until
from tests.stage.test_keeping import COLOURS, SHOW, SLIDE, has_copied, paints, sees_all
from tests.stage.watched import Staff, watched

pytestmark = [
    pytest.mark.usefixtures("app"),
    pytest.mark.skipif(
        sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount file systems"
    ),
]
needs_bindfs = pytest.mark.skipif(
    shutil.which("bindfs") is None or not os.access("/dev/fuse", os.W_OK),
    reason="without bindfs there is no file system that can hang",
)


@pytest.fixture(autouse=True)
def _may_mount(tmp_path: Path) -> None:
    """Where even root may mount nothing, as in many containers, there is nothing to try."""
    (tmp_path / "tried").mkdir()
    if not does("mount", "-t", "tmpfs", "tmpfs", str(tmp_path / "tried")):
        pytest.skip("this machine lets nobody mount file systems")
    ran("umount", str(tmp_path / "tried"))


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """The image of an empty stick."""
    if shutil.which("mkfs.ext4") is None or not does("losetup", "-f"):
        pytest.skip("this machine cannot mount an image")
    file = tmp_path / "stick.img"
    with file.open("wb") as opened:
        opened.truncate(64 * 2**20)
    ran("mkfs.ext4", "-q", str(file))
    return file


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_FIRST_S", 0.0)
    monkeypatch.setattr(keeping, "RETRY_S", 0.05)
    monkeypatch.setattr(looking, "POLL_S", 0.05)


def show_on(folder: Path) -> None:
    """Writes a show of three slides, each a picture of one colour."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for name, colour in COLOURS.items():
        paints(folder / "pictures" / f"{name}.png", colour)
    (folder / "one.yaml").write_text("slides:\n" + "".join(map(SLIDE.format, COLOURS)))
    (folder / "show.yaml").write_text(SHOW)


def ran(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=30)


def does(*command: str) -> bool:
    """Whether a command does what it should."""
    return subprocess.run(command, check=False, capture_output=True, timeout=30).returncode == 0


@contextmanager
def mounted(at: Path, *options: str) -> Iterator[None]:
    """A file system is there until it is pulled out, or this is over."""
    at.mkdir(exist_ok=True)
    ran("mount", *options, str(at))
    try:
        yield
    finally:
        while _is_pulled_out(at):
            pass


def _is_pulled_out(at: Path) -> bool:
    """Whether something was mounted there until now."""
    return does("umount", "-l", str(at))


def is_away(staff: Staff) -> bool:
    """Whether staff were told last that the show that is there is none, or a broken one."""
    return bool(staff.problems and staff.problems[-1])


def is_back(staff: Staff) -> bool:
    """Whether staff were told last that nothing is wrong any more."""
    return bool(staff.problems) and not staff.problems[-1]


def test_a_stick_from_which_a_show_plays_may_be_pulled_out_and_put_in_again(
    tmp_path: Path, image: Path
) -> None:
    place, state = tmp_path / "stick", tmp_path / "state"
    with mounted(place, "-o", "loop", str(image)):
        show_on(place / "show")
        with watched(place / "show", Wishes(speed=4), state=state) as staff:
            until(has_copied(state, 3))
            ran("umount", "-l", str(place))
            until(partial(is_away, staff))
            sees_all(staff, COLOURS)

            ran("mount", "-o", "loop", str(image), str(place))
            until(partial(is_back, staff))
            paints(place / "show" / "pictures" / "b.png", "#00ffff")
            sees_all(staff, {**COLOURS, "b": "#00ffff"})
            assert staff.player.report.problems == []


def test_a_folder_that_is_another_mount_vanishes_and_comes_back(tmp_path: Path) -> None:
    place, state, source = tmp_path / "hall", tmp_path / "state", tmp_path / "server"
    show_on(source)
    with (
        mounted(place, "--bind", str(source)),
        watched(place, Wishes(speed=4), state=state) as staff,
    ):
        until(has_copied(state, 3))
        for _ in range(2):
            ran("umount", "-l", str(place))
            until(partial(is_away, staff))
            assert staff.lines[-1].endswith("the last good show stays on the screen")
            ran("mount", "--bind", str(source), str(place))
            until(partial(is_back, staff))
        paints(source / "pictures" / "b.png", "#00ffff")

        sees_all(staff, {**COLOURS, "b": "#00ffff"})


def test_a_disk_that_is_really_full_is_told_and_the_show_plays_on(tmp_path: Path) -> None:
    state, folder = tmp_path / "state", tmp_path / "show"
    show_on(folder)
    with mounted(state, "-t", "tmpfs", "-o", "size=8k", "tmpfs"):
        budget = Budget(spare=-(10**12))  # nobody asks before
        with watched(folder, Wishes(speed=4), state=state, budget=budget) as staff:
            until(lambda: bool(wrong_with(staff.player.state)))
            sees_all(staff, COLOURS)

            assert len(staff.player.report.problems) == 1
            assert "its disk is full" in staff.player.report.problems[0]
            ran("mount", "-o", "remount,size=1m", str(state))
            until(has_copied(state, 3))
            until(lambda: not wrong_with(staff.player.state))


@contextmanager
def shared(source: Path, place: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The folder `source` as a server shares it at `place`; the server."""
    place.mkdir(exist_ok=True)
    with subprocess.Popen(["bindfs", "-f", str(source), str(place)]) as server:
        try:
            until(place.is_mount)
            yield server
        finally:
            server.send_signal(signal.SIGCONT)
            subprocess.run(["umount", "-l", str(place)], check=False, timeout=30)
            server.kill()


@needs_bindfs
def test_a_folder_of_a_network_is_followed_and_its_server_may_die(tmp_path: Path) -> None:
    place, state, source = tmp_path / "hall", tmp_path / "state", tmp_path / "server"
    show_on(source)
    with shared(source, place) as server, watched(place, Wishes(speed=4), state=state) as staff:
        until(has_copied(state, 3))
        assert volumes.is_apart(place)
        paints(source / "pictures" / "b.png", "#00ffff")  # of which the system tells nothing here
        until(lambda: len(staff.shows) == 1)
        until(has_copied(state, 4))
        server.kill()
        until(partial(is_away, staff))
        sees_all(staff, {**COLOURS, "b": "#00ffff"})

        ran("umount", "-l", str(place))
        with shared(source, place):
            until(partial(is_back, staff))


@needs_bindfs
def test_a_server_that_answers_no_more_keeps_nothing_waiting(tmp_path: Path) -> None:
    place, state, source = tmp_path / "hall", tmp_path / "state", tmp_path / "server"
    show_on(source)
    with shared(source, place) as server, watched(place, Wishes(speed=4), state=state) as staff:
        until(has_copied(state, 3))
        server.send_signal(signal.SIGSTOP)
        sees_all(staff, COLOURS)
        assert staff.problems == []
        server.send_signal(signal.SIGCONT)
        paints(source / "pictures" / "b.png", "#00ffff")

        sees_all(staff, {**COLOURS, "b": "#00ffff"})


def test_a_stick_is_looked_into_when_it_is_mounted_and_may_be_pulled_out_while_it_is_copied(
    tmp_path: Path, image: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, hall = tmp_path / "port", tmp_path / "hall"
    with mounted(port, "-o", "loop", str(image)):
        show_on(port / "fair")
        (port / "fair" / "film.bin").write_bytes(bytes(20 * 2**20))
    show_on(hall)
    copied = copying.copy_file
    lines: list[str] = []

    def pulled_out(source: Path, target: Path, size: int, is_over: Callable[[], bool]) -> None:
        copied(source, target, size, is_over)
        if len(lines) == 1:
            ran("umount", "-l", str(port))

    def read(folder: Path) -> Edition:
        return Reader(folder, is_awaited=False)()

    def mounted_there() -> tuple[Volume, ...]:
        return tuple(one for one in volumes.mounted_sticks() if one.root == port)

    def hear(what: Phrase, problems: tuple[Problem, ...]) -> None:
        del problems
        lines.append(said(what, "en"))

    monkeypatch.setattr(volumes, "is_removable", lambda device, _: "loop" in device)
    monkeypatch.setattr(sticks, "POLL_S", 0.05)
    monkeypatch.setattr(copying, "copy_file", pulled_out)
    with watched(hall, Wishes(speed=4)) as staff:
        before = staff.player.state.show
        looking = Sticks(read, tmp_path / "state", mounted_there)
        looking.said.connect(hear)
        looking.loaded.connect(staff.player.take_copy)
        looking.begin()
        try:
            with mounted(port, "-o", "loop", str(image)):
                until(lambda: len(lines) == 2)
            assert "is not shown: it could not be copied to its end" in lines[1]
            assert staff.player.state.show is before

            with mounted(port, "-o", "loop", str(image)):
                until(lambda: staff.player.state.show is not before)
            sees_all(staff, COLOURS)
        finally:
            looking.end()
