"""The last good show plays on with all its pictures, whatever happens to the folder it lies in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.phrases import said
from kiosk.playback.staff import wrong_with
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.following import keeping, volumes
from kiosk.stage.following.copying import Budget
from kiosk.stage.following.keeping import Keeping
from kiosk.stage.following.rooms import room_of
from kiosk.stage.pictures.copies import Copies
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, until
from tests.stage.watched import Staff, watched

pytestmark = pytest.mark.usefixtures("app")

COLOURS = {"a": "#ff0000", "b": "#00ff00", "c": "#0000ff"}
SHOW = """\
kiosk: 1
title: Colours
languages: [en]
transition: cut
stay: 2 s
chapters: [one.yaml]
"""
SLIDE = """\
  - id: {0}
    layout: full-picture
    picture: {{file: pictures/{0}.png, motion: none, alt: A colour}}
"""


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_FIRST_S", 0.0)
    monkeypatch.setattr(keeping, "RETRY_S", 0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a show of three slides, each a picture of one colour."""
    made = tmp_path / "show"
    (made / "pictures").mkdir(parents=True)
    for name, colour in COLOURS.items():
        paints(made / "pictures" / f"{name}.png", colour)
    (made / "one.yaml").write_text("slides:\n" + "".join(map(SLIDE.format, COLOURS)))
    (made / "show.yaml").write_text(SHOW)
    return made


def paints(file: Path, colour: str) -> None:
    """A picture of one colour is saved."""
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))


def loaded(folder: Path) -> Show:
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    return show


@contextmanager
def kept(copying: Keeping, show: Show) -> Iterator[Keeping]:
    """The pictures of a show are copied."""
    copying.keep(show)
    copying.begin()
    try:
        yield copying
    finally:
        copying.end()


def has_copied(state: Path, count: int) -> Callable[[], bool]:
    """Whether so many pictures lie below the folder `state`."""
    return lambda: len(list(state.rglob("*.png"))) == count


def sees_all(staff: Staff, colours: dict[str, str]) -> None:
    """Two whole loops go by, in which nothing is of use that was decoded, and all is there."""
    player, shown = staff.player, len(staff.player.report.slides)
    player.window.resize(player.window.width() + 64, player.window.height() + 36)
    seen: dict[str, set[str]] = {name: set() for name in colours}

    def look() -> bool:
        if player.state.turn is None:
            pixels = on_screen(player.window)
            colour = pixels.pixelColor(pixels.width() - 60, pixels.height() // 3).name()
            seen[player.state.view.id].add(colour)
        return len(player.report.slides) > shown + 2 * len(colours)

    until(look)
    assert {name for name, each in seen.items() if colours[name] not in each} == set()
    assert player.state.broken == frozenset()
    assert player.report.blank_frames == 0


def removes(folder: Path) -> None:
    shutil.rmtree(folder)


def cuts_all_short(folder: Path) -> None:
    for file in folder.rglob("*.png"):
        os.truncate(file, 200)


def removes_the_pictures(folder: Path) -> None:
    shutil.rmtree(folder / "pictures")


@pytest.mark.parametrize("happens", [removes, cuts_all_short, removes_the_pictures])
def test_a_show_whose_folder_is_lost_plays_on_with_all_its_pictures(
    folder: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    state = tmp_path / "state"
    with watched(folder, Wishes(speed=4), state=state) as staff:
        until(has_copied(state, 3))
        happens(folder)
        until(lambda: bool(staff.problems))

        sees_all(staff, COLOURS)
        assert staff.lines[-1].endswith("the last good show stays on the screen")


def test_a_picture_that_is_changed_is_copied_anew_and_its_old_copy_goes(
    folder: Path, tmp_path: Path
) -> None:
    state, changed = tmp_path / "state", {**COLOURS, "b": "#00ffff"}
    with watched(folder, Wishes(speed=4), state=state) as staff:
        until(has_copied(state, 3))
        (before,) = state.rglob("b.png")
        paints(folder / "pictures" / "b.png", changed["b"])
        until(lambda: len(staff.shows) == 1)
        until(lambda: staff.player.state.view.show is staff.shows[0])
        until(lambda: len(list(state.rglob("b.png"))) == 2)
        paints(folder / "pictures" / "a.png", COLOURS["a"])
        until(lambda: not before.exists())
        until(lambda: len(list(state.rglob("a.png"))) == 2)
        removes(folder)
        until(lambda: bool(staff.problems))

        sees_all(staff, changed)


def test_pictures_that_find_no_room_are_told_to_staff_once_and_the_show_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    what = (
        "not all pictures are copied to this machine (its disk is full): the show needs its folder"
    )
    with watched(folder, Wishes(speed=4), state=state, budget=Budget(spare=10**18)) as staff:
        until(lambda: bool(wrong_with(staff.player.state)))
        sees_all(staff, COLOURS)
        paints(folder / "pictures" / "b.png", "#00ffff")
        until(lambda: len(staff.shows) == 1)
        until(lambda: staff.player.state.show is staff.shows[0])

        told = [said(one.what, "en") for one in wrong_with(staff.player.state)]
        assert told == staff.player.report.problems == [what]


def test_what_is_in_the_way_of_copies_is_told_as_over_when_it_is(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, free = tmp_path / "state", [0]
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free[0]))
    with watched(folder, state=state) as staff:
        until(lambda: bool(wrong_with(staff.player.state)))
        free[0] = 10**12
        until(lambda: not wrong_with(staff.player.state))

        assert has_copied(state, 3)()


@pytest.mark.parametrize("budget", [Budget(bytes=2_000), Budget(files=1)])
def test_pictures_are_copied_as_far_as_the_budget_goes(
    folder: Path, tmp_path: Path, budget: Budget
) -> None:
    state = tmp_path / "state"
    with watched(folder, state=state, budget=budget) as staff:
        until(lambda: bool(wrong_with(staff.player.state)))

        assert 0 < len(list(state.rglob("*.png"))) < 3
        assert "they are too many" in said(wrong_with(staff.player.state)[0].what, "en")


def test_where_nothing_can_be_written_that_is_told_and_the_show_plays(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with watched(folder, Wishes(speed=4), state=tmp_path / "file") as staff:
        until(lambda: bool(wrong_with(staff.player.state)))

        assert "there is nowhere to write" in said(wrong_with(staff.player.state)[0].what, "en")
        sees_all(staff, COLOURS)


def test_the_copies_are_gone_when_the_show_is_over(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with watched(folder, state=state):
        until(has_copied(state, 3))

    assert not list(state.rglob("*.png"))


TAKES_A_ROOM = """\
import sys, time
from pathlib import Path
from kiosk.stage.following.rooms import room_of
room = room_of(Path(sys.argv[1]))
(room.folder / "deep").mkdir(parents=True)
(room.folder / "deep" / "x.png").touch()
print("there", flush=True)
time.sleep(600)
"""


def test_what_a_program_that_was_killed_has_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    mine = room_of(tmp_path)  # so that the other one is not the first
    with subprocess.Popen(
        [sys.executable, "-c", TAKES_A_ROOM, str(tmp_path)], stdout=subprocess.PIPE
    ) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"there\n"
        other = room_of(tmp_path)
        assert len(list(tmp_path.rglob("x.png"))) == 1
        killed.kill()
    assert mine is not None
    assert other is not None
    mine.leave()

    room_of(tmp_path)

    assert not list(tmp_path.rglob("x.png"))


def test_links_out_of_the_show_and_what_is_no_file_are_not_copied(
    folder: Path, tmp_path: Path
) -> None:
    show = loaded(folder)
    shutil.move(folder / "pictures" / "a.png", tmp_path / "secret.png")
    (folder / "pictures" / "a.png").symlink_to(tmp_path / "secret.png")
    (folder / "pictures" / "b.png").unlink()
    (folder / "pictures" / "b.png").mkdir()
    copies, state = Copies(), tmp_path / "state"

    with kept(Keeping(folder, copies, state, is_always=True), show):
        until(has_copied(state, 1))

        assert copies.root_of("pictures/c.png", "") is not None
        assert copies.root_of("pictures/a.png", "") is None


def test_a_show_that_is_not_watched_is_copied_only_from_where_it_may_be_taken_away(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show, state = loaded(folder), tmp_path / "state"
    with kept(Keeping(folder, Copies(), state, is_always=False), show) as here:
        until(lambda: not here._thread.is_alive())
    assert not state.exists()

    monkeypatch.setattr(volumes, "is_apart", lambda _: True)
    with kept(Keeping(folder, Copies(), state, is_always=False), show):
        until(has_copied(state, 3))


@pytest.mark.skipif(sys.platform != "linux", reason="only there a thread has a claim of its own")
def test_copies_are_made_when_nobody_else_has_anything_to_do(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with kept(Keeping(folder, Copies(), state, is_always=True), loaded(folder)) as here:
        until(has_copied(state, 3))
        number = here._thread.native_id
        assert number is not None

        assert os.getpriority(os.PRIO_PROCESS, number) == 19
        assert os.getpriority(os.PRIO_PROCESS, 0) < 19
