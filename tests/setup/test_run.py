"""`make run`, where there is a display and where there is none."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.setup.scripts import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working copy whose programs only tell how they were called."""
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("kiosk", "python"):
        (programs / name).write_text(f'#!/bin/sh\necho "{name}" "$@"\n', "utf-8")
        (programs / name).chmod(0o755)
    return tmp_path


def said(folder: Path, display: str) -> list[str]:
    """What is said when the show is run there."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY"}
    around = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        ["sh", str(ROOT / "packaging" / "run.sh"), "slides/yubei"],
        cwd=folder, env={**around, "DISPLAY": display}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_the_show_is_played_on_the_display_there_is(folder: Path) -> None:
    assert said(folder, ":7") == ["kiosk play slides/yubei"]


def test_without_a_display_one_loop_is_played_on_a_virtual_screen(folder: Path) -> None:
    lines = said(folder, "")

    assert "no display" in lines[0]
    assert lines[1].startswith("python packaging/virtual_screen.py")
    assert "kiosk play slides/yubei --loops 1" in lines[1]


def test_without_a_display_it_ends_with_where_the_contact_sheet_lies(folder: Path) -> None:
    lines = said(folder, "")

    sheet = folder / "build" / "contact-sheet.png"
    assert "kiosk export slides/yubei build/contact-sheet.png" in lines
    assert lines[-1] == f"contact sheet: {sheet}"
