"""Layers of outlines over a drifting picture, drawn once and laid over it in every frame.

A picture that drifts is painted in every frame, and with it all that lies above it. Drawing
outlines costs ten times as much as laying an image over the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from kiosk.stage.painting.damage import layers_damage, layers_extent
from kiosk.stage.rects import bounding, closed
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.marks import Layer
    from kiosk.stage.device import Device
    from kiosk.stage.painting.marks import MarkPainter
    from kiosk.stage.rects import Rects


_GRID = 64  # pixels


def _on_grid(rect: QRect, page: QRect) -> QRect:
    """The part of a grid over `page` that covers `rect`.

    Qt rounds by where a row of pixels begins, so that the place must follow from the layer alone;
    and it should rarely change while the layer moves.
    """
    rect = rect.intersected(page)
    left, top = rect.left() // _GRID * _GRID, rect.top() // _GRID * _GRID
    right, bottom = (
        -(-(rect.right() + 1) // _GRID) * _GRID,
        -(-(rect.bottom() + 1) // _GRID) * _GRID,
    )
    return QRect(left, top, right - left, bottom - top)


@dataclass(slots=True)
class _Tracing:
    """The image of a layer. place: where it lies on the page."""

    image: QImage
    place: QRect
    layer: Layer


class Tracings:
    """The images of traced layers, by sheet and layer."""

    def __init__(self, device: Device, marks: MarkPainter) -> None:
        self._device = device
        self._marks = marks
        self._kept: dict[tuple[str, str], _Tracing] = {}

    def keep(self, keys: set[tuple[str, str]]) -> None:
        """Lets go of all images but those of these sheets and layers."""
        for key in self._kept.keys() - keys:
            del self._kept[key]

    def paint(self, painter: QPainter, sheet: str, layer: Layer, rect: QRect) -> None:
        """Paints the part of `layer` that lies in `rect`."""
        tracing = self._traced(sheet, layer)
        seen = tracing.place.intersected(rect)
        if not seen.isEmpty():
            painter.setOpacity(1.0)
            part = seen.translated(-tracing.place.topLeft())
            painter.drawImage(seen.topLeft(), tracing.image, part)

    def _traced(self, sheet: str, layer: Layer) -> _Tracing:
        """The image of `layer`, brought up to date."""
        known = self._kept.get((sheet, layer.key))
        if known is not None and known.layer is layer:
            return known
        place = _on_grid(bounding(layers_extent((layer,), self._marks)), self._device.page)
        if known is None or known.place != place:
            image = QImage(place.size(), QImage.Format.Format_ARGB32_Premultiplied)
            known = _Tracing(image, place, layer)
            self._kept[sheet, layer.key] = known
            self._draw(known, [place])
            return known
        changed = layers_damage((known.layer,), (layer,), self._marks)
        known.layer = layer
        self._draw(known, closed(changed, self._marks.uncut((layer,))))
        return known

    def _draw(self, tracing: _Tracing, rects: Rects) -> None:
        """Draws the layer within `rects`, which are on the page."""
        cut = [rect.intersected(tracing.place) for rect in rects]
        cut = [rect for rect in cut if not rect.isEmpty()]
        if not cut:
            return
        with QPainter(tracing.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-tracing.place.topLeft())
            for rect in cut:
                painter.setClipRect(rect)
                painter.setOpacity(1.0)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.eraseRect(rect)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                for mark in tracing.layer.marks:
                    if any(rect.intersects(extent) for extent in self._marks.extents(mark)):
                        self._marks.paint(painter, mark)
