"""Innovation: a valley of laboratories by a lake, one crystal tower among them."""

from __future__ import annotations

import landmarks
import skyline
import tones
from dusk import Evening, calm, heavens, hills, over_water, page
from land import Range
from paint import Sheet, Stop, bloom, colour, downward, lamp, mix
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

_SKY: tuple[Stop, ...] = (
    (0, "#060C1E"), (0.34, "#0f2146"), (0.58, "#1f3d6a"), (0.78, "#4c5a86"),
    (0.92, "#b97f86"), (1, "#f0b083"),
)  # fmt: skip


def _campus(painter: QPainter, sheet: Sheet, row: float) -> None:
    """Long low laboratories along the shore, their floors lit from end to end."""
    for i, (place, wide, floors) in enumerate(
        ((0.02, 0.17, 3), (0.22, 0.13, 4), (0.38, 0.15, 2), (0.74, 0.12, 3), (0.88, 0.14, 4))
    ):
        x, width, high = place * sheet.width, wide * sheet.width, 17.0 * floors + 8
        body = mix("#0f2036", "#173a4a", i % 2 / 1.4)
        painter.fillRect(QRectF(x, row - high, width, high + 2), colour(body))
        painter.fillRect(QRectF(x - 4, row - high - 3, width + 8, 4), colour("#3b6a7c"))
        for floor in range(floors):
            y = row - high + 7 + 17 * floor
            tint = "#8ff0e6" if (i + floor) % 3 == 0 else "#ffdfa4"
            light: list[Stop] = [(0, tint, 0.85), (1, tint, 0.45)]
            painter.fillRect(QRectF(x + 8, y, width - 16, 8), downward(light, y, y + 8))
            for k in range(int((width - 16) / 13)):
                painter.fillRect(QRectF(x + 8 + 13 * k, y, 1.6, 8), colour(body))


def _shore(painter: QPainter, sheet: Sheet, evening: Evening) -> None:
    """Everything above the water."""
    row = evening.horizon
    upright = sheet.height > sheet.width
    heavens(painter, sheet, evening, 31)
    far = Range(3, 44, row - 110, row - 20, 170, "#3f5680", "#16243f", "#8f7f92")
    hills(painter, sheet, evening, far)
    windows = skyline.Windows(4, 5, 5, 7, 0.34, ("#ffd98a", "#bff5ee", "#ffe7b8"))
    towers = skyline.Row(
        seed=14, left=0.02 * sheet.width, right=0.98 * sheet.width, base=row + 2, low=40,
        high=230, widths=(26, 50), gaps=(2, 26), peak=(0.5, 0.4),
    )  # fmt: skip
    skyline.draw(painter, towers, windows, skyline.Cladding("#101f3c", "#2f5a74", "#3a5670"))
    size = 1.85 if upright else 1.75
    painter.save()
    painter.translate((0.64 if upright else 0.635) * sheet.width, row)
    painter.scale(size, size)
    landmarks.crystal(painter, tones.dusk(), 0, 0)
    painter.restore()
    _campus(painter, sheet, row)
    for i in range(int(sheet.width / 34)):
        lamp(painter, (12 + 34 * i, row - 3), 1.6, "#ffe3ae", 0.7)


def valley(width: int, height: int) -> Sheet:
    """The valley, in landscape or upright."""
    sheet, upright = page(width, height)
    row = (0.56 if upright else 0.59) * height
    evening = Evening(row, (0.28 * width, row - 20), _SKY, 0.6)
    water: list[Stop] = [(0, "#26405c"), (0.2, "#13243f"), (1, "#070c1a")]
    over_water(sheet, row, lambda painter: _shore(painter, sheet, evening), water, 0.62)
    with sheet.painter() as painter:
        calm(painter, sheet, row + 0.3 * (height - row))
    bloom(sheet, 22, 0.4, 0.68)
    return sheet
