"""Paints washes: scrims and glows."""

from __future__ import annotations

import math
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

from kiosk.geometry import Box
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.painting.dither import DEEP, dithered, pattern
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.marks import Wash
    from kiosk.stage.device import Device
    from kiosk.stage.pictures.bounded import Bounded

_BAND = 64  # pixels: how much is worked out in one go, and how wide a strip is that is repeated


@dataclass(frozen=True, slots=True)
class Kept:
    """A wash as an image. box: what it covers, by repeating the image where that is smaller."""

    image: QImage
    box: QRect


class WashPainter:
    """Washes on one device, kept as images: a gradient costs more than many pictures.

    Of a gradient along the page's sides a strip is enough, and what is transparent is left out.
    """

    def __init__(self, device: Device, images: Bounded[tuple[object, ...], Kept]) -> None:
        self._device = device
        self._images = images
        self._steps = pattern()

    def extent(self, wash: Wash) -> QRect:
        """The pixels that `wash` may touch."""
        return self._device.snapped(wash.box)

    def paint(self, painter: QPainter, wash: Wash) -> None:
        """Paints `wash`."""
        kept = self._kept(wash)
        if kept is None:
            return
        if kept.image.size() == kept.box.size():
            painter.drawImage(kept.box.topLeft(), kept.image)
            return
        brush = QBrush(kept.image)
        brush.setTransform(QTransform.fromTranslate(kept.box.x(), kept.box.y()))
        painter.fillRect(kept.box, brush)

    def warm(self, wash: Wash) -> None:
        """Makes all that `paint` needs, ahead of its time."""
        self._kept(wash)

    def _kept(self, wash: Wash) -> Kept | None:
        """The wash's image; None where nothing of it is seen."""
        seen = self._seen(wash)
        if seen.isEmpty():
            return None
        key = (replace(wash, key="", opacity=1.0), self._device)
        kept = self._images.get(key)
        if kept is None:
            strip = self._strip(wash, seen)
            kept = Kept(self._image(wash, strip), seen)
            self._images.put(key, kept, kept.image.sizeInBytes())
        return kept

    def _seen(self, wash: Wash) -> QRect:
        """The part of the page where the wash is not quite transparent."""
        box = self._device.snapped(wash.box).intersected(self._device.page)
        (_, first), (last, end) = wash.stops[0], wash.stops[-1]
        if wash.radius > 0.0:
            if end.opacity > 0.0:
                return box
            across, down = wash.radius * last, wash.radius * last * wash.squeeze
            start = wash.start
            around = Box(start.x - across, start.y - down, 2 * across, 2 * down).grown(1.0)
            return box.intersected(self._device.snapped(around))
        if first.opacity > 0.0 and end.opacity > 0.0:
            return box
        return box.intersected(self._device.snapped(_opaque_part(wash)))

    def _strip(self, wash: Wash, seen: QRect) -> QRect:
        """As much of `seen` as has to be worked out; the rest is the same again."""
        if wash.radius > 0.0 or wash.corner > 0.0:
            return seen
        if wash.start.y == wash.end.y:
            return QRect(seen.left(), seen.top(), seen.width(), 1)
        if wash.start.x == wash.end.x:
            return QRect(seen.left(), seen.top(), min(_BAND, seen.width()), seen.height())
        return seen

    def _image(self, wash: Wash, part: QRect) -> QImage:
        """The gradient within `part`, on a transparent ground where it is not opaque itself."""
        is_opaque = all(colour.opacity >= 1.0 for _, colour in wash.stops)
        return (
            self._opaque(wash, part) if is_opaque and not wash.corner else self._glass(wash, part)
        )

    def _opaque(self, wash: Wash, part: QRect) -> QImage:
        """An opaque gradient, without bands."""
        image = QImage(part.size(), QImage.Format.Format_RGB32)
        brush = wash_brush(wash, self._device.scale)
        with QPainter(image) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            # In bands, so that a thread which makes it ahead of its time never holds up a frame.
            for top in range(0, part.height(), _BAND):
                band = QImage(part.width(), min(_BAND, part.height() - top), DEEP)
                with QPainter(band) as deep:
                    deep.translate(-part.left(), -part.top() - top)
                    deep.fillRect(part, brush)
                painter.drawImage(0, top, dithered(band, self._steps))
        return image

    def _glass(self, wash: Wash, part: QRect) -> QImage:
        """A gradient that lets what is below it through."""
        image = QImage(part.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        box = QRectF(self._device.snapped(wash.box))
        corner = wash.corner * self._device.scale
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-part.topLeft())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash_brush(wash, self._device.scale))
            for top in range(part.top(), part.bottom() + 1, _BAND):
                painter.setClipRect(QRect(part.left(), top, part.width(), _BAND))
                painter.drawRoundedRect(box, corner, corner)
        return image


def wash_brush(wash: Wash, scale: float) -> QBrush:
    """Qt's gradient of `wash`. scale: pixels a logical unit."""
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


def _opaque_part(wash: Wash) -> Box:
    """The box without what lies beyond a transparent first or last stop of a linear wash.

    Only along the page's sides; the whole box otherwise.
    """
    (first_at, first), (last_at, last) = wash.stops[0], wash.stops[-1]
    box, start, end = wash.box, wash.start, wash.end
    if start.y == end.y and start.x != end.x:
        low, high = _visible(start.x, end.x, (first_at, first.opacity), (last_at, last.opacity))
        left, right = max(box.x, low), min(box.right, high)
        return Box(left, box.y, max(0.0, right - left), box.height)
    if start.x == end.x and start.y != end.y:
        low, high = _visible(start.y, end.y, (first_at, first.opacity), (last_at, last.opacity))
        top, bottom = max(box.y, low), min(box.bottom, high)
        return Box(box.x, top, box.width, max(0.0, bottom - top))
    return box


def _visible(
    start: float, end: float, first: tuple[float, float], last: tuple[float, float]
) -> tuple[float, float]:
    """From where to where along one axis a gradient is not transparent, a unit to spare.

    first, last: (offset, opacity) of the outer stops.
    """
    way = end - start
    low = start + way * first[0] if first[1] <= 0.0 else -math.copysign(math.inf, way)
    high = start + way * last[0] if last[1] <= 0.0 else math.copysign(math.inf, way)
    return min(low, high) - 1.0, max(low, high) + 1.0
