"""Films a show: one frame after the other, each as the window shows it, in one image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.stage.device import Device
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter

if TYPE_CHECKING:
    from kiosk.marks import Frame
    from kiosk.playback.effects import Wanted
    from kiosk.playback.state import State
    from kiosk.show.model import Show
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.pictures.assets import Assets


class Camera:
    """Films frames of that many pixels. assets, lines: pictures and text of the show.

    Only what changes from one frame to the next is painted, as in a window.
    """

    def __init__(self, size_px: tuple[int, int], assets: Assets, lines: Lines) -> None:
        device = Device(*size_px)
        assets.set_room(device)
        self._composer = Composer(page_size(*size_px), QtMeasure(lines))
        self._painter = FramePainter(device, assets, lines, loads=True)
        self._painter.reserve()
        self._image = QImage(device.width, device.height, QImage.Format.Format_RGB32)
        self._state: State | None = None
        self._until: float | None = 0.0
        self._frame: Frame | None = None

    @property
    def pixels(self) -> memoryview:
        """The image, row by row from the top: blue, green, red and one byte more for each pixel."""
        return memoryview(self._image.constBits())

    def entry_of(self, show: Show, wanted: Wanted) -> float | None:
        """The length of a view's entry; None where a picture of it cannot be shown."""
        prepared = self._composer.prepare(show, wanted)
        return None if self._painter.warm(prepared.settled) else prepared.entry_s

    def shoot(self, state: State, now: float) -> bool:
        """Has the frame of `state` at `now` in the image; whether it differs from the last one."""
        is_same = state is self._state and (self._until is None or now < self._until)
        if is_same:
            return False
        frame = self._composer.frame(state, now)
        self._state, self._until = state, self._composer.next_change(state, now)
        rects = self._painter.damage(self._frame, frame)
        self._frame = frame
        if rects:
            with QPainter(self._image) as painter:
                self._painter.paint(painter, frame, rects)
        return bool(rects)
