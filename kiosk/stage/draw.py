"""Paints frames: the one painter behind the screen, PNG files and contact sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from kiosk.geometry import Pose
from kiosk.stage.damage import damage, in_sight, is_whole, layers_damage
from kiosk.stage.device import Device
from kiosk.stage.glyphs import Lines
from kiosk.stage.mark_painter import MarkPainter
from kiosk.stage.text_painter import qcolor

if TYPE_CHECKING:
    from kiosk.marks import Frame, Layer, Sheet
    from kiosk.stage.assets import Assets
    from kiosk.theme import Colour


@dataclass(slots=True)
class _Surface:
    """A sheet painted flat, so that it can move and fade as one. layers, ground: what it shows."""

    image: QImage
    layers: tuple[Layer, ...]
    ground: Colour | None


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

    @property
    def unready(self) -> int:
        """How many pictures could not be painted so far because they were not decoded."""
        return self.marks.pictures.unready

    def damage(self, old: Frame | None, new: Frame) -> QRegion:
        """The pixels to paint when `new` follows `old`."""
        return damage(old, new, self.device, self.marks)

    def paint(self, painter: QPainter, frame: Frame, region: QRegion) -> None:
        """Paints `frame` within `region`; the painter's unit is the pixel."""
        sheets = in_sight(frame)
        flat = self._flat(sheets)
        for key in self._surfaces.keys() - flat:
            del self._surfaces[key]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setClipRegion(region)
        if not sheets or not is_whole(sheets[0]):
            _fill(painter, region, _backdrop(frame))
        for sheet in sheets:
            if sheet.key in flat:
                self._lay(painter, sheet, region)
            else:
                self._paint_live(painter, sheet, region)
        painter.setClipping(False)

    def _flat(self, sheets: tuple[Sheet, ...]) -> set[str]:
        """The keys of the sheets that are painted flat first."""
        moving = {sheet.key for sheet in sheets if sheet.pose != Pose()}
        # What lies still below something that moves is seen again in every frame.
        if any(sheet.ground is not None for sheet in sheets if sheet.key in moving):
            moving |= {sheet.key for sheet in sheets if sheet.ground is not None}
        return moving

    def _paint_live(self, painter: QPainter, sheet: Sheet, region: QRegion) -> None:
        """Paints a sheet that fills the page, mark by mark."""
        painter.setOpacity(1.0)
        if sheet.ground is not None:
            _fill(painter, region, sheet.ground)
        self._paint_layers(painter, sheet.layers, region)

    def _paint_layers(self, painter: QPainter, layers: tuple[Layer, ...], region: QRegion) -> None:
        """Paints the marks that touch `region`."""
        around = region.boundingRect()
        for layer in layers:
            for mark in layer.marks:
                rects = self.marks.extents(mark)
                if any(rect.intersects(around) and region.intersects(rect) for rect in rects):
                    self.marks.paint(painter, mark)

    def _lay(self, painter: QPainter, sheet: Sheet, region: QRegion) -> None:
        """Lays a sheet, painted flat, where its pose says."""
        pose = sheet.pose
        if pose.clip is not None:
            painter.setClipRegion(region.intersected(self.device.snapped(pose.clip)))
        image = self._painted_flat(sheet)
        painter.setOpacity(min(1.0, pose.opacity))
        place = self.device.placed(pose)
        if pose.scale == 1.0:
            seen = place.intersected(region.boundingRect())
            painter.drawImage(seen.topLeft(), image, seen.translated(-place.topLeft()))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            painter.drawImage(place, image)
        if pose.clip is not None:
            painter.setClipRegion(region)

    def _painted_flat(self, sheet: Sheet) -> QImage:
        """The sheet as an image of the whole page; only what changed is painted again."""
        surface = self._surfaces.get(sheet.key)
        if surface is None or surface.ground != sheet.ground:
            is_solid = sheet.ground is not None and sheet.ground.opacity >= 1.0
            kind = QImage.Format.Format_RGB32 if is_solid else _SEE_THROUGH
            image = QImage(self.device.width, self.device.height, kind)
            surface = _Surface(image, (), sheet.ground)
            self._surfaces[sheet.key] = surface
            changed = QRegion(self.device.page)
        elif surface.layers is sheet.layers:
            return surface.image
        else:
            changed = layers_damage(surface.layers, sheet.layers, self.marks)
            changed = changed.intersected(self.device.page)
        surface.layers = sheet.layers
        if not changed.isEmpty():
            self._repaint(surface, changed)
        return surface.image

    def _repaint(self, surface: _Surface, region: QRegion) -> None:
        """Paints the part `region` of a flat sheet."""
        painter = QPainter(surface.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setClipRegion(region)
        _fill(painter, region, surface.ground)
        self._paint_layers(painter, surface.layers, region)
        painter.end()


_SEE_THROUGH = QImage.Format.Format_ARGB32_Premultiplied


def _fill(painter: QPainter, region: QRegion, colour: Colour | None) -> None:
    """Replaces all pixels of `region` by `colour`, or by nothing at all."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    fill = Qt.GlobalColor.transparent if colour is None else qcolor(colour)
    painter.fillRect(region.boundingRect(), fill)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _backdrop(frame: Frame) -> Colour | None:
    """What is seen where no sheet lies: the ground of the lowest sheet that has one."""
    return next((sheet.ground for sheet in frame.sheets if sheet.ground is not None), None)


def render(
    frame: Frame, size_px: tuple[int, int], assets: Assets, lines: Lines | None = None
) -> QImage:
    """`frame` as an image of that many pixels; waits for every picture.

    Needs the application (`kiosk.stage.app.application`) to be there.
    """
    device = Device(*size_px)
    image = QImage(device.width, device.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    FramePainter(device, assets, lines, loads=True).paint(painter, frame, QRegion(device.page))
    painter.end()
    return image
