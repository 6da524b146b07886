"""Paints frames on paper: outlines, pictures, and text that can be found and copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from kiosk.batches import ARRAYS
from kiosk.marks import Figure, Gradient, Label, Picture, Shape, Wash
from kiosk.stage.painting.batches.painter import BatchPainter
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.painting.paper.texts import PaperTexts
from kiosk.stage.painting.pictures import PicturePainter
from kiosk.stage.painting.shapes import ShapePainter
from kiosk.stage.painting.washes import wash_brush

if TYPE_CHECKING:
    from kiosk.batches import Batch
    from kiosk.marks import Frame, Mark, Sheet
    from kiosk.stage.device import Device
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.pictures.assets import Assets
    from kiosk.theme import Colour


class PaperPainter:
    """Paints settled frames of slides as large as `device`, whose unit is the painter's.

    fine: the device that the pictures are decoded for.
    """

    def __init__(self, device: Device, fine: Device, assets: Assets, lines: Lines) -> None:
        self._device = device
        self.texts = PaperTexts(device, lines)
        self._shapes = ShapePainter(device)
        self._batches = BatchPainter(device)
        self._pictures = PicturePainter(fine, assets, loads=True)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paints `frame`, whose sheets are neither scaled nor see-through."""
        for sheet in frame.sheets:
            self._paint_sheet(painter, sheet, QRectF(0.0, 0.0, frame.size.width, frame.size.height))

    def _paint_sheet(self, painter: QPainter, sheet: Sheet, page: QRectF) -> None:
        """Paints one sheet of a page of that size."""
        pose = sheet.pose
        painter.save()
        painter.setClipRect(page if pose.clip is None else self._device.snapped(pose.clip))
        painter.translate(self._device.pixel(pose.dx), self._device.pixel(pose.dy))
        if sheet.ground is not None:
            painter.fillRect(self._device.page, qcolor(sheet.ground))
        for layer in sheet.layers:
            for mark in layer.marks:
                if mark.opacity > 0.0:
                    self._paint(painter, opaque(mark))
        painter.restore()

    def _paint(self, painter: QPainter, mark: Mark) -> None:
        """Paints `mark`, whose own opacity only a picture has left."""
        match mark:
            case Label() | Figure():
                self.texts.paint(painter, mark)
            case Shape():
                self._shapes.paint(painter, mark)
            case Picture():
                self._paint_picture(painter, mark)
            case Wash():
                self._paint_wash(painter, mark)
            case _:
                self._batches.paint(painter, mark, self._device.page)

    def _paint_picture(self, painter: QPainter, picture: Picture) -> None:
        """Paints what is seen of a picture, where it can be shown."""
        image = self._pictures.seen(picture)
        if image is None:
            return
        box = QRectF(self._device.snapped(picture.box))
        shown = QRectF(0.0, 0.0, *_contained(image.width(), image.height(), box))
        shown.moveCenter(box.center())
        painter.save()
        painter.setOpacity(picture.opacity)
        painter.setBrush(Qt.GlobalColor.black)  # else a gradient's mask would lie over it
        # What has see-through parts is a drawing, whose edges would suffer.
        painter.setRenderHint(
            QPainter.RenderHint.LosslessImageRendering, on=image.hasAlphaChannel()
        )
        if picture.radius > 0.0:
            outline = QPainterPath()
            radius = picture.radius * self._device.scale
            outline.addRoundedRect(shown, radius, radius)
            painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.drawImage(shown, image)
        painter.restore()

    def _paint_wash(self, painter: QPainter, wash: Wash) -> None:
        """Paints a gradient; one of a single colour has no way that it could be drawn along."""
        painter.setPen(Qt.PenStyle.NoPen)
        colours = {colour for _, colour in wash.stops}
        is_plain = len(colours) == 1
        painter.setBrush(
            QBrush(qcolor(*colours)) if is_plain else wash_brush(wash, self._device.scale)
        )
        corner = wash.corner * self._device.scale
        painter.drawRoundedRect(QRectF(self._device.snapped(wash.box)), corner, corner)


def _contained(width: float, height: float, box: QRectF) -> tuple[float, float]:
    """That shape, as large as fits into `box`; all of it but for a pixel's rounding."""
    scale = min(box.width() / width, box.height() / height)
    fitting = width * scale, height * scale
    is_all = box.width() - fitting[0] < 1.0 and box.height() - fitting[1] < 1.0
    return (box.width(), box.height()) if is_all else fitting


def opaque(mark: Mark) -> Mark:
    """`mark` with its opacity in its colours; a picture as it is.

    On paper Qt forgets a gradient's own colours where the painter is not opaque.
    """
    share = mark.opacity
    if share >= 1.0:
        return mark
    match mark:
        case Label() | Figure():
            return replace(mark, colour=mark.colour.faded(share), opacity=1.0)
        case Shape():
            fill, stroke = _faded(mark.fill, share), _faded(mark.stroke, share)
            return replace(mark, fill=fill, stroke=stroke, opacity=1.0)
        case Wash():
            stops = tuple((at, colour.faded(share)) for at, colour in mark.stops)
            return replace(mark, stops=stops, opacity=1.0)
        case Picture():
            return mark
        case _:
            return _opaque_batch(mark, share)


def _faded(ink: Colour | Gradient | None, share: float) -> Colour | Gradient | None:
    """An ink at `share` of its opacity."""
    return None if ink is None else ink.faded(share)


def _opaque_batch(batch: Batch, share: float) -> Batch:
    """`batch` with its opacity in the colours of its rows."""
    _, colours = ARRAYS[type(batch)]
    arrays = {name: getattr(batch, name) * (1.0, 1.0, 1.0, share) for name in colours}
    return replace(batch, **arrays, opacity=1.0)
