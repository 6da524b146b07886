"""`kiosk doctor` on the machine that runs the tests, and on ones that lack something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.cli import main
from kiosk.stage import app
from kiosk.stage.app import application
from kiosk.stage.libraries import LIBRARIES, missing_libraries
from kiosk.stage.machine import gathering
from kiosk.stage.machine.gathering import gather
from tests.gallery import GALLERY
from tests.setup.scripts import script

pytestmark = pytest.mark.usefixtures("app")


def test_the_screens_are_those_that_qt_has() -> None:
    QTest.createTouchDevice()

    facts = gather()

    sizes = [
        (screen.geometry().width(), screen.geometry().height())
        for screen in QGuiApplication.screens()
    ]
    assert [(screen.width_px, screen.height_px) for screen in facts.screens] == sizes
    assert facts.touchscreens
    assert facts.qt == facts.pyside
    assert facts.families == ()
    assert facts.memory_gb > facts.free_gb > 0
    assert facts.time.tzinfo is not None


def test_where_libraries_are_missing_qt_is_asked_without_a_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def started(platform: str = "") -> QGuiApplication:
        asked.append(platform)
        return application()

    monkeypatch.setattr(gathering, "application", started)
    monkeypatch.setattr(gathering, "missing_libraries", lambda: ("libxcb-cursor.so.0",))

    facts = gather()

    assert asked == ["offscreen"]
    assert (facts.libraries, facts.screens) == (("libxcb-cursor.so.0",), ())


def test_where_qt_cannot_be_loaded_the_reason_is_a_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(platform: str) -> None:
        del platform
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(gathering, "application", fail)

    facts = gather()

    assert (facts.qt, facts.platform, facts.families) == ((), "", ())
    assert facts.qt_error == "libEGL.so.1: cannot open shared object file"


def test_a_folder_that_nobody_may_write_in_is_told(tmp_path: Path) -> None:
    assert gathering._writable_gb(tmp_path / "nowhere") is None


def test_no_library_is_missing_where_the_tests_run() -> None:
    assert missing_libraries() == ()


def test_the_setup_installs_the_very_libraries_that_are_asked_for() -> None:
    assert dict(LIBRARIES) == script("system").LIBRARIES


def test_without_a_display_it_works_and_says_so() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-m", "kiosk", "doctor"]

    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, env=environment
    )

    assert ended.returncode == 1
    assert "there is no display to play on" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_the_technicians_file_is_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text("display: 0\nrotation: 45\n", "utf-8")

    assert main(["doctor", "--machine", str(file)]) == 1
    assert "machine.yaml:2: expected '0' or '90'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("show", "told"),
    [
        (
            "nowhere",
            (
                "there is no folder '{folder}/nowhere' — check the name, "
                "or run `cd` to where the folder lies first"
            ),
        ),
        ("empty", "there is no show.yaml in the folder — write one, or name another folder"),
    ],
)
def test_a_show_that_machine_yaml_names_in_vain_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], show: str, told: str
) -> None:
    (tmp_path / "empty").mkdir()
    file = tmp_path / "machine.yaml"
    file.write_text(f"show: {show}\n", "utf-8")

    assert main(["doctor", "--machine", str(file)]) == 1
    (line,) = (line for line in capsys.readouterr().out.splitlines() if " show " in line[:14])
    assert line.startswith("wrong  show ")
    assert line.endswith(told.format(folder=tmp_path.as_posix()))


def test_a_machine_that_runs_the_tests_can_play_a_show(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nowhere")

    assert main(["doctor"]) == 0
    assert capsys.readouterr().out.endswith("This machine can play a show.\n")


def test_a_show_is_not_begun_where_qt_would_end_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(app, "has_display", lambda: True)
    monkeypatch.setattr(app, "opens_windows_on_x", lambda: False)

    assert main(["play", str(GALLERY / "cut"), "--loops", "1"]) == 1
    assert "`kiosk doctor` tells more" in capsys.readouterr().err
