"""Frames as colours, one after the other: each painted over the last one where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QPainter

from kiosk.stage.device import Device
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.stills.seeing import rgb_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kiosk.marks import Frame
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.pictures.assets import Assets


class Film:
    """A film of so many pixels. assets, lines: pictures and text of the show."""

    def __init__(self, size: tuple[int, int], assets: Assets, lines: Lines) -> None:
        device = Device(*size)
        self._painter = FramePainter(device, assets, lines, loads=True)
        self._image = QImage(device.width, device.height, QImage.Format.Format_RGB32)
        self._frame: Frame | None = None
        self._colours = np.zeros((device.height, device.width, 3), np.uint8)

    def colours(self, frame: Frame) -> NDArray[np.uint8]:
        """The next frame: (rows, columns, 3) RGB; the very object before while it is the same."""
        rects = self._painter.damage(self._frame, frame)
        if rects or self._frame is None:
            with QPainter(self._image) as painter:
                self._painter.paint(painter, frame, rects)
            self._colours = rgb_of(self._image)
        self._frame = frame
        return self._colours
