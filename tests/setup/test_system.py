"""What the set-up does to a system: as little as it can, and says what it may not do."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.setup.scripts import script


@pytest.fixture
def apt_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that every call of apt-get is written to, in place of being made."""
    calls = tmp_path / "calls"
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> {calls}\n', encoding="utf-8")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return calls


@pytest.fixture
def system() -> Any:
    """The script, for a system whose fonts are made."""
    module = script("system")
    module.fonts_are_made = lambda: True
    return module


def without(system: Any, library: str, package: str) -> None:
    """Lets `system` look for a library that no machine has."""
    system.LIBRARIES = {**system.LIBRARIES, library: package}


def test_nothing_is_installed_when_nothing_is_missing(system: Any, apt_calls: Path) -> None:
    code = system.main([])

    assert code == 0
    assert not apt_calls.exists()


def test_root_installs_only_what_is_missing_after_one_update_of_the_lists(
    system: Any, apt_calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(system, "libnowhere.so.1", "libnowhere1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    system.main([])

    assert apt_calls.read_text(encoding="utf-8").splitlines() == [
        "update --quiet",
        "install --yes --no-install-recommends libnowhere1",
    ]


def test_a_library_still_missing_after_installing_is_an_error(
    system: Any,
    apt_calls: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    without(system, "libnowhere.so.1", "libnowhere1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    code = system.main([])

    assert apt_calls.exists()
    assert code == 1
    assert "still not found: libnowhere1" in capsys.readouterr().err


def test_without_root_one_command_for_an_administrator_is_printed(
    system: Any,
    apt_calls: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    without(system, "libnowhere.so.1", "libnowhere1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    code = system.main([])

    lines = capsys.readouterr().err.splitlines()
    commands = [line.strip() for line in lines if line.strip().startswith("sudo")]
    install = "apt-get install --yes --no-install-recommends libnowhere1"
    assert code == 1
    assert not apt_calls.exists()
    assert commands == [f"sudo sh -c 'apt-get update && {install}'"]


def test_what_freezing_needs_is_asked_for_only_where_it_is_to_be_done(
    system: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    has_all_but = {"objcopy"}
    monkeypatch.setattr(
        shutil, "which", lambda name: None if name in has_all_but else f"/usr/bin/{name}"
    )

    codes = [system.main(["--check"]), system.main(["--check", "--package"])]

    assert codes == [0, 1]
    assert capsys.readouterr().out.splitlines() == ["nothing is missing", "binutils"]


def test_what_measuring_needs_is_asked_for_only_where_it_is_to_be_done(
    system: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        shutil, "which", lambda name: None if name == "chromium" else f"/usr/bin/{name}"
    )

    codes = [system.main(["--check"]), system.main(["--check", "--bench"])]

    assert codes == [0, 1]
    assert capsys.readouterr().out.splitlines() == ["nothing is missing", "chromium"]


def test_what_the_tests_need_is_asked_for_only_where_they_are_to_be_run(
    system: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        shutil, "which", lambda name: None if name == "mosquitto" else f"/usr/bin/{name}"
    )
    monkeypatch.setattr(system, "BROKER", Path("/nowhere/mosquitto"))

    codes = [system.main(["--check"]), system.main(["--check", "--test"])]

    assert codes == [0, 1]
    assert capsys.readouterr().out.splitlines() == ["nothing is missing", "mosquitto"]


def test_an_older_python_is_refused_with_a_word_on_how_to_name_another(
    system: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "OLDEST_PYTHON", (99, 0))

    code = system.main([])

    assert code == 1
    assert "make PYTHON=" in capsys.readouterr().err


def test_fonts_are_asked_for_again_once_the_script_that_cuts_them_has_changed(
    tmp_path: Path,
) -> None:
    system = script("system")
    system.FONT_FOLDER = system.NPM_FOLDER = tmp_path / "none"
    system.FONTS_MADE, system.FONTS_MADE_BY = tmp_path / "fonts.conf", tmp_path / "fonts.py"
    for path in (system.FONTS_MADE, system.FONTS_MADE_BY):
        path.touch()
    os.utime(system.FONTS_MADE, (200, 200))

    os.utime(system.FONTS_MADE_BY, (100, 100))
    before = list(system.missing_fonts())
    os.utime(system.FONTS_MADE_BY, (300, 300))
    after = list(system.missing_fonts())

    assert before == []
    assert set(after) == {"fonts-inter", "fonts-noto-cjk"}


def test_every_library_and_the_virtual_screen_are_there_once_set_up(
    system: Any,
) -> None:
    assert [name for name in system.LIBRARIES if not system.has_library(name)] == []
    assert not system.has_library("libnowhere.so.1")
    assert shutil.which("Xvfb") is not None
