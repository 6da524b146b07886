"""Paints washes: scrims and glows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QRadialGradient,
    QTransform,
)

from kiosk.stage.text_painter import qcolor

if TYPE_CHECKING:
    from kiosk.marks import Wash
    from kiosk.stage.bounded import Bounded
    from kiosk.stage.device import Device

_BAND = 64  # pixels


class WashPainter:
    """Washes on one device, kept as images: a gradient costs more than many pictures."""

    def __init__(self, device: Device, images: Bounded[tuple[object, ...], QImage]) -> None:
        self._device = device
        self._images = images

    def extent(self, wash: Wash) -> QRect:
        """The pixels that `wash` may touch."""
        return self._device.snapped(wash.box)

    def paint(self, painter: QPainter, wash: Wash) -> None:
        """Paints `wash`."""
        box = self._device.snapped(wash.box)
        if box.isEmpty():
            return
        painter.drawImage(box.topLeft(), self._kept(wash, box))

    def warm(self, wash: Wash) -> None:
        """Makes all that `paint` needs, ahead of its time."""
        box = self._device.snapped(wash.box)
        if not box.isEmpty():
            self._kept(wash, box)

    def _kept(self, wash: Wash, box: QRect) -> QImage:
        """The wash's image."""
        key = (replace(wash, key="", opacity=1.0), self._device)
        image = self._images.get(key)
        if image is None:
            image = self._image(wash, box)
            self._images.put(key, image, image.sizeInBytes())
        return image

    def _image(self, wash: Wash, box: QRect) -> QImage:
        """The gradient on a transparent ground, as large as its box."""
        image = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-box.topLeft())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._brush(wash))
            corner = wash.corner * self._device.scale
            # In bands, so that a thread which makes it ahead of its time never holds up a frame.
            for top in range(box.top(), box.bottom() + 1, _BAND):
                painter.setClipRect(QRect(box.left(), top, box.width(), _BAND))
                painter.drawRoundedRect(QRectF(box), corner, corner)
        return image

    def _brush(self, wash: Wash) -> QBrush:
        """Qt's gradient of `wash`, in pixels."""
        scale = self._device.scale
        start = QPointF(wash.start.x * scale, wash.start.y * scale)
        gradient: QGradient
        if wash.radius > 0.0:
            gradient = QRadialGradient(QPointF(0.0, 0.0), wash.radius * scale)
        else:
            gradient = QLinearGradient(start, QPointF(wash.end.x * scale, wash.end.y * scale))
        for offset, colour in wash.stops:
            gradient.setColorAt(offset, qcolor(colour))
        brush = QBrush(gradient)
        if wash.radius > 0.0:
            place = QTransform.fromTranslate(start.x(), start.y())
            brush.setTransform(place.scale(1.0, wash.squeeze))
        return brush
