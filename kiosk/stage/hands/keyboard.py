"""Keys as Qt names them → keys as playback does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from kiosk.playback.touch.keys import Key
    from kiosk.stage.hands.exploring import Step


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
        Qt.Key.Key_F1: "staff",
    }
    return keys.get(code)


def step_of(code: int, *, has_arrows: bool) -> Step | None:
    """What the key of that code does to a chart; arrows, which go along it, only on its sign."""
    steps: dict[int, Step] = {
        Qt.Key.Key_Plus: "closer",
        Qt.Key.Key_Equal: "closer",  # plus without the shift key
        Qt.Key.Key_Minus: "wider",
    }
    arrows: dict[int, Step] = {Qt.Key.Key_Right: "right", Qt.Key.Key_Left: "left"}
    return (steps | arrows if has_arrows else steps).get(code)
