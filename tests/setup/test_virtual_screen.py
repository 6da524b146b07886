"""A command on a screen of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.setup.scripts import ROOT

SCRIPT = [sys.executable, str(ROOT / "packaging" / "virtual_screen.py")]
PRINT_SCREEN = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
size = application.primaryScreen().size()
print(application.platformName(), size.width(), size.height())
"""


def test_the_command_has_a_screen_of_the_size_asked_for() -> None:
    environment = {name: value for name, value in os.environ.items() if "QPA" not in name}
    command = [*SCRIPT, "--size", "1080x1920", sys.executable, "-c", PRINT_SCREEN]

    answer = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)

    assert answer.stdout.split() == ["xcb", "1080", "1920"]


def test_the_screen_is_gone_and_the_commands_exit_code_stays_when_the_command_ends() -> None:
    command = [*SCRIPT, "sh", "-c", "echo $DISPLAY; exit 7"]

    answer = subprocess.run(command, capture_output=True, check=False, text=True)

    display = re.fullmatch(r":(\d+)\n", answer.stdout)
    assert answer.returncode == 7
    assert display is not None
    assert not Path(f"/tmp/.X11-unix/X{display[1]}").exists()


def test_two_commands_at_once_have_two_screens() -> None:
    inner = [*SCRIPT, "sh", "-c", "echo $DISPLAY"]
    script = 'echo $DISPLAY; exec "$@"'

    answer = subprocess.run(
        [*SCRIPT, "sh", "-c", script, "sh", *inner], capture_output=True, check=True, text=True
    )

    assert len(set(answer.stdout.split())) == 2


def test_ending_it_ends_the_command_and_then_the_screen() -> None:
    script = "echo $DISPLAY; exec sleep 60"
    with subprocess.Popen([*SCRIPT, "sh", "-c", script], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        display = run.stdout.readline().strip()

        run.terminate()

        assert run.wait(timeout=20) != 0
    assert not Path(f"/tmp/.X11-unix/X{display[1:]}").exists()
