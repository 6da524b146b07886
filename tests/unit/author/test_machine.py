"""Where the technician's file lies, and what it adds to what was asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from kiosk.author.machine import complete, machine_file, machine_files, machine_in
from kiosk.show.machine import Machine

FILE = Path("/etc/kiosk/machine.yaml")
PLACES: list[tuple[str, str, Mapping[str, str], list[PurePath]]] = [
    (
        "a user",
        "linux",
        {"HOME": "/home/hall"},
        [
            PurePosixPath("/home/hall/.config/kiosk/machine.yaml"),
            PurePosixPath("/etc/xdg/kiosk/machine.yaml"),
            PurePosixPath("/etc/kiosk/machine.yaml"),
        ],
    ),
    (
        "a user who says where",
        "linux",
        {"HOME": "/home/hall", "XDG_CONFIG_HOME": "/own", "XDG_CONFIG_DIRS": "/a:/b"},
        [
            PurePosixPath("/own/kiosk/machine.yaml"),
            PurePosixPath("/a/kiosk/machine.yaml"),
            PurePosixPath("/b/kiosk/machine.yaml"),
            PurePosixPath("/etc/kiosk/machine.yaml"),
        ],
    ),
    (
        "a service without a home, and a path that is not whole",
        "linux",
        {"XDG_CONFIG_HOME": "own"},
        [
            PurePosixPath("/etc/xdg/kiosk/machine.yaml"),
            PurePosixPath("/etc/kiosk/machine.yaml"),
        ],
    ),
    (
        "Windows",
        "win32",
        {"ProgramData": "D:\\ProgramData"},
        [PureWindowsPath("D:\\ProgramData\\kiosk\\machine.yaml")],
    ),
    ("Windows, which does not say", "win32", {}, [
        PureWindowsPath("C:\\ProgramData\\kiosk\\machine.yaml"),
    ]),
]  # fmt: skip


def asked(**words: object) -> Namespace:
    """What was asked for on the command line; nothing but `words`."""
    nothing = {"show": None, "screen": None, "lang": None, "theme": None, "watch": False}
    return Namespace(**{**nothing, **words})


@pytest.mark.parametrize(
    ("platform", "environment", "places"),
    [case[1:] for case in PLACES],
    ids=[case[0] for case in PLACES],
)
def test_the_file_lies_where_the_system_keeps_its_configuration(
    platform: str, environment: Mapping[str, str], places: list[PurePath]
) -> None:
    assert machine_files(environment, platform) == tuple(places)


def test_the_file_that_counts_is_the_first_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("own", "shared"):
        (tmp_path / name / "kiosk").mkdir(parents=True)
    shared = tmp_path / "shared" / "kiosk" / "machine.yaml"
    shared.write_text("display: 1\n", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "shared"))

    found = machine_file(None)

    assert found == shared
    assert machine_in(found) == Machine(display=1)


def test_a_file_that_was_named_is_read_though_another_one_is_there(tmp_path: Path) -> None:
    assert machine_file(tmp_path / "mine.yaml") == tmp_path / "mine.yaml"


def test_a_named_file_that_is_not_there_is_a_problem_and_a_machine_all_the_same(
    tmp_path: Path,
) -> None:
    machine = machine_in(tmp_path / "mine.yaml")

    assert machine == Machine()
    assert [problem.code for problem in machine.problems] == ["unreadable-file"]


def test_without_a_file_nothing_is_known_and_nothing_is_wrong() -> None:
    assert machine_in(None) == Machine()
    assert machine_in(None).problems == ()


def test_what_the_file_says_is_added_to_what_was_asked_for() -> None:
    options = asked()

    machine = Machine(show="../yubei", display=1, language="en", theme="paper", watch=True)
    complete(options, machine, FILE)

    there = Path("/etc/kiosk/../yubei")
    assert options == asked(show=there, screen=1, lang="en", theme="paper", watch=True)


def test_what_was_asked_for_counts_more_than_the_file() -> None:
    wishes = {"show": Path("lobby"), "screen": 0, "lang": "zh", "theme": "dusk"}
    options = asked(**wishes)

    complete(options, Machine(show="../yubei", display=1, language="en", theme="paper"), FILE)

    assert options == asked(**wishes)


def test_what_neither_says_is_left_to_the_show() -> None:
    options = asked()

    complete(options, Machine(), None)

    assert options == asked(screen=0)
