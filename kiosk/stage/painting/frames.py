"""Paints frames: the one painter behind the screen, PNG files and contact sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.geometry import Pose
from kiosk.marks import Picture
from kiosk.stage.device import Device
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.painting.damage import (
    backdrop,
    damage,
    in_sight,
    is_traced,
    is_whole,
    layers_damage,
    layers_extent,
)
from kiosk.stage.painting.marks import MarkPainter
from kiosk.stage.painting.tracings import Tracings
from kiosk.stage.pictures.assets import wanted_for
from kiosk.stage.rects import bounding, closed, merged
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.marks import Frame, Layer, Sheet
    from kiosk.stage.pictures.assets import Assets, Refusal, Wanted
    from kiosk.stage.rects import Rects
    from kiosk.theme import Colour

_SPARE = 2  # images kept for the next transition: fresh memory costs as much as painting


@dataclass(slots=True)
class _Surface:
    """A sheet painted flat, so that it can move and fade as one.

    layers, ground: what it shows. scaled: the image at the size it was seen last, if not its own,
    in the upper left of an image; scaled_to: that size, none where it is out of date.
    """

    image: QImage
    layers: tuple[Layer, ...]
    ground: Colour | None
    scaled: QImage | None = None
    scaled_to: QSize | None = None


class FramePainter:
    """Paints frames on one device.

    A sheet that lies still is painted mark by mark. While any sheet moves or fades, those with a
    ground are painted flat once and then laid over one another.
    loads: whether a picture that is not decoded yet is waited for.
    """

    def __init__(
        self, device: Device, assets: Assets, lines: Lines | None = None, *, loads: bool = False
    ) -> None:
        self.device = device
        self.marks = MarkPainter(device, assets, lines or Lines(), loads=loads)
        self._surfaces: dict[str, _Surface] = {}
        self._spare: list[QImage] = []
        self._tracings = Tracings(device, self.marks)

    @property
    def unready(self) -> int:
        """How many pictures could not be painted so far because they were not decoded."""
        return self.marks.pictures.unready

    def reserve(self) -> None:
        """Has the memory of a first transition ready, so that it costs no more than others."""
        for _ in range(_SPARE - len(self._spare)):
            image = QImage(self.device.page.size(), QImage.Format.Format_RGB32)
            image.fill(0)
            self._spare.append(image)

    def warm(self, frame: Frame) -> tuple[Refusal, ...]:
        """Makes all that painting `frame` needs, ahead of its time; any thread may.

        The reasons why pictures of it cannot be shown are returned.
        """
        marks = (mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks)
        return tuple(found for mark in marks if (found := self.marks.warm(mark)) is not None)

    def pictures_of(self, frame: Frame) -> frozenset[Wanted]:
        """The pictures that `frame` shows, as they are decoded."""
        marks = (mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks)
        return frozenset(wanted_for(m, self.device) for m in marks if isinstance(m, Picture))

    def damage(self, old: Frame | None, new: Frame) -> Rects:
        """The pixels to paint when `new` follows `old`, in rectangles that do not overlap."""
        rects = merged(damage(old, new, self.device, self.marks))
        return self._without_cuts(rects, new) if rects else rects

    def _without_cuts(self, rects: Rects, frame: Frame) -> Rects:
        """`rects` grown so that nothing of `frame` is painted in part that may not be."""
        if rects == [self.device.page]:
            return rects
        sheets = in_sight(frame)
        flat = self._flat(sheets)
        live = (
            layer
            for sheet in sheets
            if sheet.key not in flat
            for layer in sheet.layers
            if not is_traced(layer, sheet.layers)
        )
        return closed(rects, self.marks.uncut(live))

    def paint(self, painter: QPainter, frame: Frame, rects: Rects) -> None:
        """Paints `frame` within `rects`, which `damage` gave; the painter's unit is the pixel."""
        sheets = in_sight(frame)
        flat = self._flat(sheets)
        for key in self._surfaces.keys() - flat:
            gone = self._surfaces.pop(key)
            self._spare += [gone.image] if gone.scaled is None else [gone.scaled, gone.image]
        del self._spare[:-_SPARE]
        self._tracings.keep({(s.key, layer.key) for s in sheets for layer in s.layers})
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in rects:
            painter.setClipRect(rect)
            if not sheets or not is_whole(sheets[0]):
                _fill(painter, rect, backdrop(frame))
            for sheet in sheets:
                if sheet.key in flat:
                    self._lay(painter, sheet, rect)
                else:
                    self._paint_live(painter, sheet, rect)
        painter.setClipping(False)

    def _flat(self, sheets: tuple[Sheet, ...]) -> set[str]:
        """The keys of the sheets that are painted flat first."""
        moving = {sheet.key for sheet in sheets if sheet.pose != Pose()}
        # What lies still below something that moves is seen again in every frame. In the first
        # one it is painted live all the same, which gives the same pixels, so that not all the
        # work falls on that frame.
        if any(sheet.ground is not None and sheet.key in self._surfaces for sheet in sheets):
            moving |= {sheet.key for sheet in sheets if sheet.ground is not None}
        return moving

    def _paint_live(self, painter: QPainter, sheet: Sheet, rect: QRect) -> None:
        """Paints a sheet that fills the page, mark by mark."""
        painter.setOpacity(1.0)
        if sheet.ground is not None:
            _fill(painter, rect, sheet.ground)
        self._paint_layers(painter, sheet.key, sheet.layers, rect)

    def _paint_layers(
        self, painter: QPainter, sheet: str, layers: tuple[Layer, ...], rect: QRect
    ) -> None:
        """Paints the marks of a sheet that touch `rect`."""
        for layer in layers:
            if is_traced(layer, layers):
                self._tracings.paint(painter, sheet, layer, rect)
                continue
            for mark in layer.marks:
                if any(rect.intersects(extent) for extent in self.marks.extents(mark)):
                    self.marks.paint(painter, mark, rect)

    def _lay(self, painter: QPainter, sheet: Sheet, rect: QRect) -> None:
        """Lays a sheet, painted flat, where its pose says."""
        pose = sheet.pose
        if pose.clip is not None:
            clip = rect.intersected(self.device.snapped(pose.clip))
            if clip.isEmpty():
                return
            painter.setClipRect(clip)
        place = self.device.placed(pose)
        seen = place.intersected(rect)
        if sheet.ground is None and place.size() == self.device.page.size():
            around = bounding(layers_extent(sheet.layers, self.marks))
            seen = seen.intersected(around.translated(place.topLeft()))
        if not seen.isEmpty():
            image = self._painted_flat(sheet, place)
            painter.setOpacity(min(1.0, pose.opacity))
            painter.drawImage(seen.topLeft(), image, seen.translated(-place.topLeft()))
        if pose.clip is not None:
            painter.setClipRect(rect)

    def _painted_flat(self, sheet: Sheet, place: QRect) -> QImage:
        """The sheet as large as `place`, in the upper left of an image.

        Only what changed is painted again, and a sheet that grows in every frame is scaled into
        one image: fresh memory costs as much as that.
        """
        surface = self._surfaces.get(sheet.key)
        if surface is None or surface.ground != sheet.ground:
            surface = _Surface(self._blank(sheet, self.device.page), (), sheet.ground)
            self._surfaces[sheet.key] = surface
            rects = [self.device.page]
        else:
            rects = layers_damage(surface.layers, sheet.layers, self.marks)
            # Qt fills a rectangle that leaves the image inexactly along its sides.
            rects = [rect.intersected(self.device.page) for rect in rects]
        surface.layers = sheet.layers
        if rects:
            surface.scaled_to = None
            live = (layer for layer in sheet.layers if not is_traced(layer, sheet.layers))
            self._repaint(sheet.key, surface, closed(rects, self.marks.uncut(live)))
        if place.size() == surface.image.size():
            return surface.image
        room = place.united(QRect(place.topLeft(), self.device.page.size()))
        if surface.scaled is None or surface.scaled.size() != room.size():
            surface.scaled, surface.scaled_to = self._blank(sheet, room), None
        if surface.scaled_to != place.size():
            surface.scaled_to = place.size()
            with QPainter(surface.scaled) as painter:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRect(QPoint(0, 0), place.size()), surface.image)
        return surface.scaled

    def _blank(self, sheet: Sheet, place: QRect) -> QImage:
        """An image for the sheet, as large as `place`; what it shows is not set yet."""
        is_solid = sheet.ground is not None and sheet.ground.opacity >= 1.0
        kind = QImage.Format.Format_RGB32 if is_solid else _SEE_THROUGH
        for index, image in enumerate(self._spare):
            if image.size() == place.size() and image.format() == kind:
                return self._spare.pop(index)
        return QImage(place.size(), kind)

    def _repaint(self, key: str, surface: _Surface, rects: Rects) -> None:
        """Paints the parts `rects` of a flat sheet."""
        with QPainter(surface.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for rect in rects:
                painter.setClipRect(rect)
                _fill(painter, rect, surface.ground)
                self._paint_layers(painter, key, surface.layers, rect)


_SEE_THROUGH = QImage.Format.Format_ARGB32_Premultiplied


def _fill(painter: QPainter, rect: QRect, colour: Colour | None) -> None:
    """Replaces all pixels of `rect` by `colour`, or by nothing at all."""
    painter.setOpacity(1.0)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(rect, QColor(0, 0, 0, 0) if colour is None else qcolor(colour))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def render(
    frame: Frame, size_px: tuple[int, int], assets: Assets, lines: Lines | None = None
) -> QImage:
    """`frame` as an image of that many pixels; waits for every picture.

    Needs the application (`kiosk.stage.app.application`) to be there.
    """
    device = Device(*size_px)
    image = QImage(device.width, device.height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        whole = FramePainter(device, assets, lines, loads=True)
        whole.paint(painter, frame, [device.page])
    return image
