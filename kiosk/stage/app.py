"""Qt's surroundings: the program's own fonts and no others, one pixel a pixel, no dialogs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.stage.fonts.faces import font_folder
from kiosk.stage.libraries import opens_windows_on_x

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def environment(fonts: Path) -> dict[str, str]:
    """What the surroundings must say before Qt is imported. fonts: the folder with `fonts.conf`."""
    return {
        "FONTCONFIG_FILE": str(fonts / "fonts.conf"),
        # The stage scales by itself, from the screen's own pixels.
        "QT_ENABLE_HIGHDPI_SCALING": "0",
        # Input methods and accessibility bridges cost start-up time and serve no one here.
        "QT_IM_MODULE": "none",
        "QT_ACCESSIBILITY": "0",
        "NO_AT_BRIDGE": "1",
    }


def application(platform: str = "") -> QGuiApplication:
    """The one Qt application, made at the first call.

    platform: Qt's name of the window system; `offscreen` needs none. Empty: what Qt finds.
    """
    os.environ.update(environment(font_folder()))
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the environment comes first

    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    made = QGuiApplication([sys.argv[0]])
    made.setApplicationName("kiosk")
    return made


def has_display() -> bool:
    """Whether there is a window system to open a window on.

    Qt would end the process, with much to read, where the one it is told of does not answer.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _has_wayland() or (bool(os.environ.get("DISPLAY")) and _has_x())


def opens_windows() -> bool:
    """Whether Qt can open a window on the display that there is; else it would end the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") or _has_wayland():
        return True
    return opens_windows_on_x()


def _has_wayland() -> bool:
    """Whether a Wayland compositor has its socket where the surroundings say."""
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name or "").exists()


def _has_x() -> bool:
    """Whether an X server answers; that of `DISPLAY`."""
    import ctypes  # noqa: PLC0415 - only on Linux

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False  # Qt could not reach it either
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection) != 0
    xcb.xcb_disconnect(connection)
    return not failed


def screen_count() -> int:
    """How many screens there are now."""
    return len(application().screens())


def state_folder(name: str) -> Path:
    """Where the program keeps what it needs for itself, under that name; needs the application."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - see `application`

    kind = QStandardPaths.StandardLocation.StateLocation
    return Path(QStandardPaths.writableLocation(kind)) / name
