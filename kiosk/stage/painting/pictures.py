"""Paints pictures, which others have decoded."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QTransform

from kiosk.stage.pictures.assets import Refusal, wanted_for

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kiosk.marks import Picture
    from kiosk.stage.device import Device
    from kiosk.stage.pictures.assets import Assets


_STEPS = 4  # a pixel
_COARSE = 1.5  # pixels a logical unit; on finer screens nobody sees a pixel's step


class PicturePainter:
    """Pictures on one device.

    What drifts goes by a quarter of a pixel, the colours of neighbours mixed; by whole pixels on a
    fine screen, where mixing four times as many would cost too much.

    loads: whether a picture that is not decoded yet is decoded on the spot (a file is waited for,
    a screen is not). unready: how many pictures could not be painted since it was last set to 0.
    """

    def __init__(self, device: Device, assets: Assets, *, loads: bool) -> None:
        self._device = device
        self._assets = assets
        self.loads = loads
        self.unready = 0

    def extent(self, picture: Picture) -> QRect:
        """The pixels that `picture` may touch."""
        return self._device.snapped(picture.box)

    def offset(self, picture: Picture) -> QPoint:
        """How far the drift has moved it, in steps of which a pixel has `_STEPS`."""
        is_plain = picture.radius <= 0.0 and picture.opacity >= 1.0
        steps = _STEPS if is_plain and self._device.scale < _COARSE else 1
        across, down = (
            math.floor(units * self._device.scale * steps + 0.5) * (_STEPS // steps)
            for units in picture.shift
        )
        return QPoint(across, down)

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Paints `picture`; while it cannot be, nothing."""
        box = self._device.snapped(picture.box)
        wanted = wanted_for(picture, self._device)
        image = self._assets.image(wanted)
        if image is None and self.loads:
            self._assets.load(wanted)
            image = self._assets.image(wanted)
        if image is not None:
            self._exact(painter, picture, box, image)
            return
        other = self._assets.stand_in(wanted)
        if other is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, other, _centred(other, box))
        elif not self._assets.is_refused(wanted):
            self.unready += 1

    def warm(self, picture: Picture) -> Refusal | None:
        """Decodes `picture`; the reason is returned where it cannot be."""
        loaded = self._assets.load(wanted_for(picture, self._device))
        return loaded if isinstance(loaded, Refusal) else None

    def seen(self, picture: Picture) -> QImage | None:
        """What is seen of `picture`, decoded now; None where it cannot be, or nothing is."""
        loaded = self._assets.load(wanted_for(picture, self._device))
        if isinstance(loaded, Refusal):
            return None
        box = self._device.snapped(picture.box)
        place, _, _ = self._place(picture, box, loaded)
        part = box.intersected(QRect(place, loaded.size()))
        return None if part.isEmpty() else loaded.copy(part.translated(-place))

    def _exact(self, painter: QPainter, picture: Picture, box: QRect, image: QImage) -> None:
        """Paints an image that was decoded for this box: no scaling, only moving."""
        place, right, below = self._place(picture, box, image)
        seen = box.intersected(QRect(place, image.size()))
        if seen.isEmpty():
            return  # to Qt an empty part means all of it
        if picture.radius > 0.0:
            brush = QBrush(image)
            brush.setTransform(QTransform.fromTranslate(place.x(), place.y()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            radius = picture.radius * self._device.scale
            painter.drawRoundedRect(QRectF(seen), radius, radius)
            return
        # Each laid over the ones before it, so that all have their share in the end.
        shares = ((1, 0, right * (1 - below)), (0, 1, (1 - right) * below), (1, 1, right * below))
        part, total = seen.translated(-place), (1 - right) * (1 - below)
        painter.drawImage(seen.topLeft(), image, part)
        for x, y, share in shares:
            if share > 0.0:
                total += share
                painter.setOpacity(share / total)
                painter.drawImage(seen.topLeft(), image, part.translated(x, y))

    def _place(self, picture: Picture, box: QRect, image: QImage) -> tuple[QPoint, float, float]:
        """Where the image's corner lies: centred, moved by the drift as far as it has room.

        In whole pixels, and the shares of a pixel to the left and up of it, 0 to 1.
        """
        spare = QPoint(image.width() - box.width(), image.height() - box.height())
        offset = self.offset(picture)
        left, right = _moved(offset.x(), spare.x())
        top, below = _moved(offset.y(), spare.y())
        return box.topLeft() + QPoint(left, top), right, below


def _moved(offset: int, spare: int) -> tuple[int, float]:
    """From the centre by `offset` steps, but never so far that an edge shows."""
    start = -(spare // 2)
    if spare <= 0:
        return start, 0.0
    steps = max(-spare * _STEPS, min(0, start * _STEPS + offset))
    pixel = -(-steps // _STEPS)
    return pixel, (pixel * _STEPS - steps) / _STEPS


def _centred(image: QImage, box: QRect) -> QRect:
    """The largest part from the middle of `image` with the aspect of `box`."""
    size = box.size().scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (image.width() - size.width()) // 2, (image.height() - size.height()) // 2
    return QRect(QPoint(left, top), size)
