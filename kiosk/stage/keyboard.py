"""Keys as Qt names them → keys as playback does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from kiosk.playback.keys import Key


def key_of(code: int) -> Key | None:
    """The key of that code. Presenters' remotes send page up and page down."""
    keys: dict[int, Key] = {
        Qt.Key.Key_Right: "right",
        Qt.Key.Key_Left: "left",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
        Qt.Key.Key_PageDown: "page-down",
        Qt.Key.Key_PageUp: "page-up",
        Qt.Key.Key_Tab: "tab",
        Qt.Key.Key_Backtab: "back-tab",
        Qt.Key.Key_Return: "enter",
        Qt.Key.Key_Enter: "enter",
        Qt.Key.Key_Space: "space",
        Qt.Key.Key_Escape: "escape",
        Qt.Key.Key_Home: "home",
        Qt.Key.Key_L: "language",
    }
    return keys.get(code)
