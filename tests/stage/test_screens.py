"""A window on one of several screens, and what becomes of it when one is unplugged.

The screens are those of Qt's platform without a display, in a process of its own as that is chosen
when it starts. Such screens cannot be unplugged: the process says so as Qt would, by the signal and
by the list of screens, so that the window's own part is tested and not Qt's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HALL = """\
import json
import sys

from PySide6.QtGui import QGuiApplication

from kiosk.stage.app import application
from kiosk.stage.window import StageWindow

app = application("offscreen:configfile=" + sys.argv[1])
left, right = QGuiApplication.screens()
window = StageWindow()
seen = {}


def look(when):
    for _ in range(5):
        app.processEvents()
    seen[when] = [window.screen().name(), *window.geometry().getRect(), window.isVisible()]


window.open_on(int(sys.argv[2]))
window.show()
look("opened")
QGuiApplication.screens = staticmethod(lambda: [left])
app.screenRemoved.emit(right)
look("unplugged")
QGuiApplication.screens = staticmethod(lambda: [left, right])
app.screenAdded.emit(right)
look("plugged in")
print(json.dumps(seen))
"""
LEFT, RIGHT = (0, 0, 800, 600), (800, 0, 640, 480)
ON_LEFT, ON_RIGHT = ["left", *LEFT, True], ["right", *RIGHT, True]


def hall(folder: Path, screen: int) -> dict[str, list[object]]:
    """Where a window opened on that screen of two lies as the right one goes and comes back."""
    config = folder / "screens.json"
    screens = [
        {
            "name": name, "x": x, "y": y, "width": width, "height": height,
            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
        }
        for name, (x, y, width, height) in (("left", LEFT), ("right", RIGHT))
    ]  # fmt: skip
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    command = [sys.executable, "-c", HALL, str(config), str(screen)]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    seen: dict[str, list[object]] = json.loads(ended.stdout)
    return seen


def test_a_window_whose_screen_is_unplugged_fills_another_until_its_own_is_back(
    tmp_path: Path,
) -> None:
    assert hall(tmp_path, 1) == {
        "opened": ON_RIGHT, "unplugged": ON_LEFT, "plugged in": ON_RIGHT,
    }  # fmt: skip


def test_a_window_on_another_screen_does_not_move(tmp_path: Path) -> None:
    assert hall(tmp_path, 0) == {
        "opened": ON_LEFT, "unplugged": ON_LEFT, "plugged in": ON_LEFT,
    }  # fmt: skip


def test_a_window_for_a_screen_that_there_is_not_fills_the_last_one(tmp_path: Path) -> None:
    assert hall(tmp_path, 7)["opened"] == ON_RIGHT
