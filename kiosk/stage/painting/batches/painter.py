"""Paints any batch, and knows which pixels its rows may touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import numpy as np
from PySide6.QtCore import QRect

from kiosk.batches import (
    ARRAYS,
    Bars,
    Points,
    Polygons,
    Polylines,
    Sectors,
    Segments,
    bounds,
)
from kiosk.stage.painting.batches.bars import BarPainter, bars_may_be_cut
from kiosk.stage.painting.batches.outlines import paint_polygons, paint_sectors
from kiosk.stage.painting.batches.points import ROOM, PointPainter
from kiosk.stage.painting.batches.polylines import paint_polylines
from kiosk.stage.painting.batches.segments import SegmentPainter, is_grid
from kiosk.stage.pictures.bounded import Latest

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from kiosk.batches import Batch
    from kiosk.stage.device import Device
    from kiosk.stage.rects import Rects

_APART = 64  # rows whose pixels are told one by one; of more, the rectangle around all
_KNOWN = 64  # batches whose pixels are remembered
_EDGE = 1e-6  # what counts as lying on a pixel's edge, in pixels
_LINE_ROOM = 2.0  # pixels: Qt draws thin round ends a little too large


class BatchPainter:
    """All kinds of batches on one device."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._bars = BarPainter(device)
        self._segments = SegmentPainter(device)
        self._points = PointPainter(device)
        # By identity, the batch kept so that its identity is not used again.
        self._known: Latest[int, tuple[Batch, NDArray[np.int64]]] = Latest(_KNOWN)

    def extents(self, batch: Batch) -> Rects:
        """The pixels that the rows may touch: one rectangle a row, or one around many."""
        return _rects(self._covering(batch))

    def difference(self, old: Batch, new: Batch) -> Rects:
        """The pixels in which two batches of one key may differ."""
        if not _is_like(old, new):
            return [*self.extents(old), *self.extents(new)]
        if not new.keys:
            return []
        changed = np.zeros(len(new.keys), dtype=np.bool_)
        for name in (*ARRAYS[type(new)][0], *ARRAYS[type(new)][1]):
            was, now = getattr(old, name), getattr(new, name)
            differs = (was != now) & ~(np.isnan(was) & np.isnan(now))
            changed |= differs.reshape(len(new.keys), -1).any(axis=1)
        before = self._covering(old)[changed]
        after = self._covering(new)[changed]
        low = np.minimum(before[:, :2], after[:, :2])
        return _rects(np.hstack((low, np.maximum(before[:, 2:], after[:, 2:]))))

    def _covering(self, batch: Batch) -> NDArray[np.int64]:
        """The whole pixels around each row: (n, 4) left, top, right, bottom."""
        known = self._known.get(id(batch))
        if known is None:
            known = (batch, _covering(batch, self._device))
            self._known.put(id(batch), known)
        return known[1]

    def may_be_cut(self, batch: Batch) -> bool:
        """Whether a part of `batch` gets the pixels that it has in the whole."""
        match batch:
            case Bars():
                return bars_may_be_cut(batch)
            case Segments():
                return is_grid(batch)
            case Polylines():
                return False
            case Points() | Sectors():
                return True
            case Polygons():
                return batch.width <= 0.0
            case _:
                assert_never(batch)

    def paint(self, painter: QPainter, batch: Batch, within: QRect) -> None:
        """Paints the rows that touch the pixels `within`, one after another."""
        match batch:
            case Bars():
                self._bars.paint(painter, batch, within)
            case Segments():
                self._segments.paint(painter, batch)
            case Points():
                self._points.paint(painter, batch, within)
            case Sectors():
                paint_sectors(painter, batch, self._device, within)
            case Polylines():
                paint_polylines(painter, batch, self._device)
            case Polygons():
                paint_polygons(painter, batch, self._device, within)
            case _:
                assert_never(batch)


def _covering(batch: Batch, device: Device) -> NDArray[np.int64]:
    """The whole pixels around each row: (n, 4) left, top, right, bottom."""
    room = ROOM if isinstance(batch, Points) else 0.0
    if isinstance(batch, Segments | Polylines):
        room = _LINE_ROOM + batch.width / 2 * device.scale
    if isinstance(batch, Polygons) and batch.width > 0.0:
        room = _LINE_ROOM + 2 * batch.width * device.scale  # a mitred corner
    scaled = bounds(batch) * device.scale
    low = np.floor(scaled[:, :2] - room + _EDGE)
    return np.hstack((low, np.ceil(scaled[:, 2:] + room - _EDGE))).astype(np.int64)


def _rects(sides: NDArray[np.int64]) -> Rects:
    """A rectangle for each row, or one around many."""
    if len(sides) > _APART:
        sides = np.hstack((sides[:, :2].min(axis=0), sides[:, 2:].max(axis=0)))[None]
    return [
        QRect(left, top, right - left, bottom - top) for left, top, right, bottom in sides.tolist()
    ]


def _is_like(old: Batch, new: Batch) -> bool:
    """Whether two batches have the same rows and look, so that rows can be compared."""
    if type(old) is not type(new) or old.keys != new.keys:
        return False
    arrays = {name for names in ARRAYS[type(new)] for name in names}
    looks = (name for name in type(new).__slots__ if name not in arrays)
    same_sizes = all(getattr(old, n).shape == getattr(new, n).shape for n in arrays)
    return same_sizes and all(getattr(old, name) == getattr(new, name) for name in looks)
