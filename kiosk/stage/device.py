"""From logical units to the whole pixels of a screen or image."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from kiosk.geometry import SHORT_SIDE
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Pose

_EDGE = 1e-6  # what counts as lying on a pixel's edge, in pixels


@dataclass(frozen=True, slots=True)
class Device:
    """A screen, window or image of that many pixels.

    is_paper: whether what is painted will be seen at other sizes too, so that all of it must be
    whole outlines: pieces that meet on the edge of a pixel would show a seam there.
    """

    width: int
    height: int
    is_paper: bool = False

    @property
    def scale(self) -> float:
        """Pixels a logical unit."""
        return min(self.width, self.height) / SHORT_SIDE

    @property
    def page(self) -> QRect:
        """All of it."""
        return QRect(0, 0, self.width, self.height)

    def pixel(self, units: float) -> int:
        """The pixel edge nearest to `units`."""
        return math.floor(units * self.scale + 0.5)

    def snapped(self, box: Box) -> QRect:
        """`box` with its sides on the nearest pixel edges."""
        left, top = self.pixel(box.x), self.pixel(box.y)
        return QRect(left, top, self.pixel(box.right) - left, self.pixel(box.bottom) - top)

    def placed(self, pose: Pose) -> QRect:
        """Where the page lies when it is posed so, not yet clipped."""
        left, top = self.pixel(pose.dx), self.pixel(pose.dy)
        if pose.scale == 1.0:
            return QRect(left, top, self.width, self.height)
        return QRect(left, top, round(self.width * pose.scale), round(self.height * pose.scale))


def covering(rect: QRectF, margin: float = 0.0) -> QRect:
    """The smallest rectangle of whole pixels around `rect`, with `margin` pixels to spare."""
    left, top = math.floor(rect.left() - margin + _EDGE), math.floor(rect.top() - margin + _EDGE)
    right = math.ceil(rect.right() + margin - _EDGE)
    bottom = math.ceil(rect.bottom() + margin - _EDGE)
    return QRect(left, top, max(0, right - left), max(0, bottom - top))
