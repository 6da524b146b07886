"""Paints pictures, which others have decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QTransform

from kiosk.stage.assets import Refusal, wanted_for

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kiosk.marks import Picture
    from kiosk.stage.assets import Assets
    from kiosk.stage.device import Device


class PicturePainter:
    """Pictures on one device.

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
        """How far the drift has moved it, in whole pixels."""
        return QPoint(self._device.pixel(picture.shift[0]), self._device.pixel(picture.shift[1]))

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
        elif not self._assets.is_refused(picture.file):
            self.unready += 1

    def warm(self, picture: Picture) -> Refusal | None:
        """Decodes `picture`; the reason is returned where it cannot be."""
        loaded = self._assets.load(wanted_for(picture, self._device))
        return loaded if isinstance(loaded, Refusal) else None

    def _exact(self, painter: QPainter, picture: Picture, box: QRect, image: QImage) -> None:
        """Paints an image that was decoded for this box: no scaling, only moving."""
        place = self._place(picture, box, image)
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
        painter.drawImage(seen.topLeft(), image, seen.translated(-place))

    def _place(self, picture: Picture, box: QRect, image: QImage) -> QPoint:
        """Where the image's corner lies: centred, moved by the drift as far as it has room."""
        spare = QPoint(image.width() - box.width(), image.height() - box.height())
        start = QPoint(-(spare.x() // 2), -(spare.y() // 2))
        offset = self.offset(picture)
        return box.topLeft() + QPoint(
            _moved(start.x(), offset.x(), spare.x()), _moved(start.y(), offset.y(), spare.y())
        )


def _moved(start: int, offset: int, spare: int) -> int:
    """`start` moved by `offset`, but never so far that an edge shows."""
    return start if spare <= 0 else max(-spare, min(0, start + offset))


def _centred(image: QImage, box: QRect) -> QRect:
    """The largest part from the middle of `image` with the aspect of `box`."""
    size = box.size().scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (image.width() - size.width()) // 2, (image.height() - size.height()) // 2
    return QRect(QPoint(left, top), size)
