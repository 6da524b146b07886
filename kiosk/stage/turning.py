"""A picture that is turned on its screen, where the system cannot turn the screen itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QTransform

from kiosk.stage.device import Device
from kiosk.values import dataclass

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from kiosk.show.machine import Rotation


@dataclass(frozen=True, slots=True)
class Turning:
    """How the page lies in a window of that many pixels: turned clockwise by `degrees`."""

    degrees: Rotation
    width: int
    height: int

    @property
    def device(self) -> Device:
        """The page's own pixels."""
        if self.degrees in {90, 270}:
            return Device(self.height, self.width)
        return Device(self.width, self.height)

    @property
    def onto_window(self) -> QTransform:
        """From the page's pixels to the window's; exact, as it turns by whole quarters."""
        corners = {0: (0, 0), 90: (self.width, 0), 180: (self.width, self.height)}
        right, down = corners.get(self.degrees, (0, self.height))
        return QTransform().translate(right, down).rotate(self.degrees)

    def in_window(self, rect: QRect) -> QRect:
        """Where a rectangle of the page lies in the window."""
        return self.onto_window.mapRect(rect)

    def on_page(self, at: QPointF) -> QPointF:
        """Where a place in the window lies on the page."""
        return self.onto_window.inverted()[0].map(at)
