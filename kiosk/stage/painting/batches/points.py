"""Paints dots: few as outlines, many from a sheet of sprites."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QPolygonF

from kiosk.batches import REACH, bounds
from kiosk.stage.painting.batches.memory import first_of
from kiosk.stage.painting.batches.seen import touching
from kiosk.stage.painting.colours import qcolor
from kiosk.theme import Colour

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect

    from kiosk.batches import Floats, Points, Symbol
    from kiosk.stage.device import Device

# Corners of the symbols that are no discs, in radii of the disc that has their area.
_HALF, _TIP, _FAR = REACH["square"], REACH["diamond"], REACH["triangle"]
_CORNERS = {
    "square": ((-_HALF, -_HALF), (_HALF, -_HALF), (_HALF, _HALF), (-_HALF, _HALF)),
    "diamond": ((0.0, -_TIP), (_TIP, 0.0), (0.0, _TIP), (-_TIP, 0.0)),
    "triangle": (
        (0.0, -_FAR), (_FAR * math.sqrt(3) / 2, _FAR / 2), (-_FAR * math.sqrt(3) / 2, _FAR / 2),
    ),
}  # fmt: skip

_MANY = 200  # dots from which on sprites are used
_MOST = 1024  # sprites on a sheet
_PHASES = 4  # places within a pixel, each way, for which a sprite is drawn
_STEPS = 2.0  # sizes of sprites, a pixel
_SHEETS = 8  # that are kept
_LARGEST = 4_000_000  # pixels of a sheet
ROOM = 1.0  # pixels that a sprite may reach further than its dot


class PointPainter:
    """Dots on one device. Sheets of sprites are kept while their sizes and colours are in use."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._sheets: dict[bytes, _Sheet] = {}

    def paint(self, painter: QPainter, points: Points, within: QRect) -> None:
        """Paints the dots that touch the pixels `within`, one after another."""
        scaled = points.places * self._device.scale
        boxes = bounds(points) * self._device.scale + ROOM * np.array([-1.0, -1.0, 1.0, 1.0])
        seen = touching(boxes, within)
        seen &= (points.fill[:, 3] > 0.0) & (scaled[:, 2] > 0.0)
        if not seen.any():
            return
        has_sprites = len(points.keys) >= _MANY and not self._device.is_paper
        looks, of = _looks(points, scaled) if has_sprites else (None, None)
        if looks is None or of is None:
            _paint_outlines(painter, points, scaled, seen)
        else:
            sheet = self._sheet(looks, points.symbol)
            _paint_sprites(painter, sheet, of[seen], scaled[seen], points.fill[seen, 3])

    def _sheet(self, looks: Floats, symbol: Symbol) -> _Sheet:
        """The sprites for those looks."""
        key = symbol.encode() + looks.tobytes()
        sheet = self._sheets.get(key)
        if sheet is None:
            if len(self._sheets) >= _SHEETS:
                self._sheets.clear()
            sheet = self._sheets[key] = _Sheet(looks, symbol)
        return sheet


def _looks(points: Points, scaled: Floats) -> tuple[Floats | None, NDArray[np.intp] | None]:
    """The sizes (in pixels) and colours that the dots have, and which each has; None where many.

    It does not depend on which dots are in sight, so that a part is painted as the whole is.
    """
    sizes = np.maximum(1.0, np.round(scaled[:, 2] * _STEPS)) / _STEPS
    levels = np.round(points.fill[:, :3] * 255) @ (65536.0, 256.0, 1.0)
    # One number each, as those are sorted many times as fast as rows.
    _, firsts, of = np.unique(
        sizes * _STEPS * 2.0**24 + levels, return_index=True, return_inverse=True
    )
    looks = np.column_stack((sizes[firsts], np.round(points.fill[firsts, :3] * 255)))
    is_small = len(looks) * _cell(looks, points.symbol) ** 2 <= _LARGEST
    return (looks, of.reshape(-1)) if is_small and len(looks) <= _MOST else (None, None)


def _cell(looks: Floats, symbol: Symbol) -> int:
    """The side of a sprite's square, an even number of pixels."""
    return 2 * math.ceil(float(looks[:, 0].max()) * REACH[symbol] / 2 + 2.0)


class _Sheet:
    """Sprites of one symbol, a row a look, drawn at some places within a pixel.

    looks: (n, 4) diameter in pixels, red, green and blue, 0 to 255.
    """

    def __init__(self, looks: Floats, symbol: Symbol) -> None:
        self.cell = _cell(looks, symbol)
        count = len(looks) * _PHASES**2
        has_room = count <= _MOST and count * self.cell**2 <= _LARGEST
        self.phases = _PHASES if has_room else 1
        columns = self.phases**2
        size = (self.cell * columns, self.cell * len(looks))
        image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for row, (across, *rgb) in enumerate(looks.tolist()):
                painter.setBrush(qcolor(Colour(*(part / 255 for part in rgb))))
                for column in range(columns):
                    down, right = divmod(column, self.phases)
                    x = self.cell * (column + 0.5) + right / self.phases
                    y = self.cell * (row + 0.5) + down / self.phases
                    _outline(painter, symbol, x, y, across)
        self.pixmap = QPixmap.fromImage(image)


def _paint_sprites(
    painter: QPainter, sheet: _Sheet, of: NDArray[np.intp], places: Floats, opacity: Floats
) -> None:
    """Paints dots from the sheet, each at the place within a pixel nearest to its own."""
    steps = np.floor(places[:, :2] * sheet.phases + 0.5)
    phase = np.mod(steps, sheet.phases)
    pixel = (steps - phase) / sheet.phases
    fragments = np.zeros((len(places), 10))  # as QPainter.PixmapFragment lies in memory
    fragments[:, :2] = pixel
    fragments[:, 2] = (phase[:, 1] * sheet.phases + phase[:, 0]) * sheet.cell
    fragments[:, 3] = of * sheet.cell
    fragments[:, 4:6] = sheet.cell
    fragments[:, 6:8] = 1.0
    fragments[:, 9] = opacity
    first = first_of(QPainter.PixmapFragment, fragments)
    painter.drawPixmapFragments(first, len(fragments), sheet.pixmap)


def _paint_outlines(
    painter: QPainter, points: Points, scaled: Floats, seen: NDArray[np.bool_]
) -> None:
    """Paints dots one by one."""
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y, across), fill in zip(scaled[seen].tolist(), points.fill[seen].tolist(), strict=True):
        painter.setBrush(qcolor(Colour(*fill)))
        _outline(painter, points.symbol, x, y, across)


def _outline(painter: QPainter, symbol: str, x: float, y: float, across: float) -> None:
    """One symbol about (x, y)."""
    corners = _CORNERS.get(symbol)
    if corners is None:
        painter.drawEllipse(QPointF(x, y), across / 2, across / 2)
    else:
        outline = [QPointF(x + dx * across / 2, y + dy * across / 2) for dx, dy in corners]
        painter.drawPolygon(QPolygonF(outline))
