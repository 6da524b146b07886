"""The theme's colours as Qt takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from kiosk.theme import Colour


def qcolor(colour: Colour) -> QColor:
    """Qt's value of `colour`; rounding may carry a channel on its way a little out of bounds."""
    red, green, blue, opacity = (min(1.0, max(0.0, channel)) for channel in colour)
    return QColor.fromRgbF(red, green, blue, opacity)
