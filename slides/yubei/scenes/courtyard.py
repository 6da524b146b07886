"""Heritage: a pavilion of three roofs by its pool, lamps lit, hills behind."""

from __future__ import annotations

import landmarks
import tones
from dusk import Evening, calm, heavens, hills, over_water, page
from land import Range
from paint import Sheet, Stop, bloom, colour, downward, glow, lamp, mix, shape
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath


def _wing(painter: QPainter, left: float, right: float, row: float) -> None:
    """A low gallery along the water: a tiled roof with lifted corners, lit lattices under it."""
    tone = "#3a1a2c"
    painter.fillRect(QRectF(left + 14, row - 74, right - left - 28, 76), colour(tone))
    bays = int((right - left - 40) / 38)
    for k in range(bays):
        x = left + 22 + 38 * k
        light: list[Stop] = [(0, "#ffd890"), (1, "#d9804a")]
        painter.fillRect(QRectF(x, row - 62, 30, 50), downward(light, row - 62, row - 12))
        for bar in (9, 19):
            painter.fillRect(QRectF(x + bar, row - 62, 1.6, 50), colour(tone))
        painter.fillRect(QRectF(x, row - 44, 30, 1.6), colour(tone))
    roof = QPainterPath(QPointF(left - 18, row - 82))
    roof.cubicTo(left + 14, row - 84, left + 30, row - 100, left + 44, row - 128)
    roof.lineTo(right - 44, row - 128)
    roof.cubicTo(right - 30, row - 100, right - 14, row - 84, right + 18, row - 82)
    roof.cubicTo(right - 40, row - 70, left + 40, row - 70, left - 18, row - 82)
    painter.setBrush(
        downward([(0, mix(tone, "#8d5a80", 0.45)), (1, "#22101e")], row - 128, row - 70)
    )
    painter.drawPath(roof)


def _tree(painter: QPainter, x: float, foot: float, size: float) -> None:
    """A pine, cloud above cloud."""
    painter.setBrush(colour("#1a1020"))
    painter.drawPath(
        shape(
            [
                (x - 7 * size, foot),
                (x + 3, foot - 150 * size),
                (x + 9, foot - 150 * size),
                (x + 8 * size, foot),
            ]
        )
    )
    for dx, dy, wide in ((-34, 96, 64), (38, 128, 58), (-12, 164, 70), (16, 202, 44)):
        box = QRectF(x + (dx - wide) * size, foot - (dy + 22) * size, 2 * wide * size, 44 * size)
        painter.setBrush(downward([(0, "#3f4a44"), (1, "#141826")], box.top(), box.bottom()))
        painter.drawEllipse(box)


def _bank(painter: QPainter, sheet: Sheet, evening: Evening) -> None:
    """Everything above the water."""
    row, middle = evening.horizon, 0.5 * sheet.width
    heavens(painter, sheet, evening, 61)
    ridges = Range(3, 18, row - 130, row - 24, 180, "#a8566c", "#40243c", "#f0a07a")
    hills(painter, sheet, evening, ridges)
    _wing(painter, middle - 560, middle - 150, row)
    _wing(painter, middle + 150, middle + 560, row)
    painter.save()
    painter.translate(middle, row + 2)
    painter.scale(1.9, 1.9)
    landmarks.pavilion(painter, tones.dusk(), 0, -12)
    painter.restore()
    painter.fillRect(QRectF(0, row - 8, sheet.width, 10), colour("#22101e"))
    _tree(painter, middle - 400, row, 1.25)
    _tree(painter, middle + 470, row, 1.5)
    for k in range(int(sheet.width / 70) + 1):
        lamp(painter, (18 + 70 * k, row - 14), 2.2, "#ffd9a0", 0.85)


def courtyard(width: int, height: int) -> Sheet:
    """The pavilion, for a page of any shape."""
    sheet, _ = page(width, height)
    row = 0.62 * height
    evening = Evening(row, (0.62 * width, row - 40))
    water: list[Stop] = [(0, "#a0606a"), (0.2, "#4a2c50"), (1, "#0c0a1a")]
    over_water(sheet, row, lambda painter: _bank(painter, sheet, evening), water, 0.66)
    with sheet.painter() as painter:
        glow(painter, (0.5 * width, row + 40), 360, [(0, "#ffc98a", 0.3), (1, "#ffc98a", 0)], 0.4)
        calm(painter, sheet, row + 0.4 * (height - row), 0.5)
    bloom(sheet, 24, 0.42, 0.68)
    return sheet
