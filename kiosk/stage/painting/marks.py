"""Paints any mark on one device, and knows which pixels it may touch."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from kiosk.batches import BATCHES
from kiosk.marks import Figure, Label, Picture, Shape, Wash
from kiosk.stage.painting.pictures import PicturePainter
from kiosk.stage.painting.shapes import ShapePainter
from kiosk.stage.painting.texts import TextPainter
from kiosk.stage.painting.washes import Kept, WashPainter
from kiosk.stage.pictures.assets import MIB, PIXELS_OF_1080P
from kiosk.stage.pictures.bounded import Bounded, Latest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from kiosk.batches import Batch
    from kiosk.marks import Layer, Mark
    from kiosk.stage.device import Device
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.painting.batches.painter import BatchPainter
    from kiosk.stage.pictures.assets import Assets, Refusal
    from kiosk.stage.rects import Rects

_TEXT_ROOM = 16 * MIB  # at 1080p
_WASH_ROOM = 24 * MIB  # at 1080p
_KNOWN = 4000  # marks whose extents are remembered


def _seen(opacity: float) -> float:
    """The opacity in the steps that pixels have."""
    return min(255, max(0, round(opacity * 255))) / 255


class MarkPainter:
    """All kinds of marks on one device, with the caches they share."""

    def __init__(self, device: Device, assets: Assets, lines: Lines, *, loads: bool) -> None:
        pixels = max(device.width * device.height, PIXELS_OF_1080P)
        share = pixels / PIXELS_OF_1080P
        text: Bounded[tuple[object, ...], QImage] = Bounded(int(_TEXT_ROOM * share))
        washes: Bounded[tuple[object, ...], Kept] = Bounded(int(_WASH_ROOM * share))
        self._device = device
        # By identity, the mark kept so that its identity is not used again.
        self._extents: Latest[int, tuple[Mark, Rects]] = Latest(_KNOWN)
        self.text = TextPainter(device, lines, text)
        self.shapes = ShapePainter(device)
        self.washes = WashPainter(device, washes)
        self.pictures = PicturePainter(device, assets, loads=loads)

    @cached_property
    def _batches(self) -> BatchPainter:
        """What paints batches: made with the first of them, as it needs numpy."""
        from kiosk.stage.painting.batches.painter import BatchPainter  # noqa: PLC0415 - see above

        return BatchPainter(self._device)

    def extents(self, mark: Mark) -> Rects:
        """The pixels that `mark` may touch: one rectangle, or one for each row of a batch."""
        if isinstance(mark, Label | Figure):
            return [self.text.extent(mark)]  # remembered there
        known = self._extents.get(id(mark))
        if known is not None:
            return known[1]
        rects = self._found_extents(mark)
        self._extents.put(id(mark), (mark, rects))
        return rects

    def uncut(self, layers: Iterable[Layer]) -> Rects:
        """Where marks lie that get other pixels when only a part of them is painted."""
        return [
            rect.intersected(self._device.page)
            for layer in layers
            for mark in layer.marks
            if not self._may_be_cut(mark)
            for rect in self.extents(mark)
        ]

    def _may_be_cut(self, mark: Mark) -> bool:
        """Whether a part of `mark` gets the pixels that it has in the whole."""
        match mark:
            case Picture():
                return mark.radius <= 0.0
            case Shape():
                return self.shapes.may_be_cut(mark)
            case Label() | Figure() | Wash():
                return True
            case _:
                return self._batches.may_be_cut(mark)

    def difference(self, old: Mark, new: Mark) -> Rects:
        """Where two marks of one key may differ by so much that it is seen."""
        if old == new or self._looks_like(old, new):
            return []
        if isinstance(old, Shape) and isinstance(new, Shape):
            return self.shapes.difference(old, new)
        if isinstance(old, BATCHES) and isinstance(new, BATCHES):
            return self._batches.difference(old, new)
        return [*self.extents(old), *self.extents(new)]

    def _looks_like(self, old: Mark, new: Mark) -> bool:
        """Whether two marks are the same with their numbers as coarse as they are painted.

        What tells most marks apart is asked first, as this is asked for all that moves.
        """
        if _seen(old.opacity) != _seen(new.opacity) or type(old) is not type(new):
            return False
        match old, new:
            case Label() | Figure(), Label() | Figure():
                return self.text.are_alike(old, new)
            case Picture(), Picture():
                still = replace(old, shift=new.shift, opacity=new.opacity)
                return still == new and self.pictures.offset(old) == self.pictures.offset(new)
            case Shape(), Shape():
                return (
                    self.shapes.trim(old) == self.shapes.trim(new)
                    and replace(old, trim=new.trim, opacity=new.opacity) == new
                )
            case Wash(), Wash():
                return replace(old, opacity=new.opacity) == new
            case _:
                return False  # batches are compared row by row, or by identity

    def _found_extents(self, mark: Shape | Picture | Wash | Batch) -> Rects:
        """`extents`, worked out."""
        match mark:
            case Shape():
                return self.shapes.extents(mark)
            case Picture():
                return [self.pictures.extent(mark)]
            case Wash():
                return [self.washes.extent(mark)]
            case _:
                return self._batches.extents(mark)

    def paint(self, painter: QPainter, mark: Mark, within: QRect | None = None) -> None:
        """Paints `mark` at its own opacity, all of it or at least the pixels `within`."""
        if _seen(mark.opacity) <= 0.0:
            return
        painter.setOpacity(_seen(mark.opacity))
        match mark:
            case Label() | Figure():
                self.text.paint(painter, mark)
            case Shape():
                self.shapes.paint(painter, mark)
            case Picture():
                self.pictures.paint(painter, mark)
            case Wash():
                self.washes.paint(painter, mark)
            case _:
                self._batches.paint(painter, mark, within or self._device.page)

    def warm(self, mark: Mark) -> Refusal | None:
        """Makes all that `paint` needs, ahead of its time; any thread may.

        The reason why a picture cannot be shown is returned.
        """
        match mark:
            case Label() | Figure():
                self.text.warm(mark)
            case Wash():
                self.washes.warm(mark)
            case Picture():
                return self.pictures.warm(mark)
            case _:
                self.extents(mark)
        return None
