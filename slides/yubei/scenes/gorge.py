"""Roads on land and water: a river between ridges, a bridge over it, a ship below."""

from __future__ import annotations

from dusk import Evening, calm, heavens, hills, over_water
from land import Range
from paint import Point, Sheet, Stop, bloom, colour, downward, glow, lamp, mix, pen, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

_SKY: tuple[Stop, ...] = (
    (0, "#081228"), (0.34, "#15305c"), (0.6, "#3f5f92"), (0.8, "#a08aa6"), (0.93, "#eaa98c"),
    (1, "#ffd09a"),
)  # fmt: skip


def _bridge(painter: QPainter, sheet: Sheet, row: float) -> None:
    """A cable-stayed bridge from bank to bank; trains run under its road."""
    deck, tone = row - 118, "#16223e"
    for place in (0.3, 0.72):
        x, top = place * sheet.width, row - 372
        reach = 0.205 * sheet.width
        painter.setPen(pen("#cfe4ff", 1.5, 0.55))
        for k in range(1, 15):
            for side in (-1, 1):
                end = QPointF(x + side * reach * k / 14, deck)
                painter.drawLine(QPointF(x, top + 14 + 6 * (14 - k)), end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(downward([(0, "#e8f0ff"), (0.35, "#8fa6cc"), (1, tone)], top, row))
        painter.drawPath(
            shape(
                [
                    (x - 5, top),
                    (x + 5, top),
                    (x + 12, deck),
                    (x + 18, row + 4),
                    (x - 18, row + 4),
                    (x - 12, deck),
                ]
            )
        )
        lamp(painter, (x, top - 4), 2.2, "#ff7a6b", 0.9)
    painter.fillRect(QRectF(0, deck, sheet.width, 9), colour("#33507e"))
    painter.fillRect(QRectF(0, deck, sheet.width, 2), colour("#B8DFFF", 0.9))
    painter.fillRect(QRectF(0, deck + 9, sheet.width, 20), colour(tone, 0.55))
    painter.setPen(pen("#33507e", 2.2))
    for k in range(int(sheet.width / 26) + 1):
        painter.drawLine(QPointF(26 * k, deck + 9), QPointF(26 * k + 13, deck + 29))
        painter.drawLine(QPointF(26 * k + 13, deck + 29), QPointF(26 * k + 26, deck + 9))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(0, deck + 28, sheet.width, 4), colour("#33507e"))
    train = 0.36 * sheet.width
    for car in range(5):
        x = train + 74 * car
        painter.setBrush(colour("#e6eefb"))
        painter.drawRoundedRect(QRectF(x, deck + 12, 71, 15), 4, 4)
        painter.fillRect(QRectF(x + 6, deck + 15, 59, 6), colour("#ffdf9c"))
    for k in range(int(sheet.width / 60) + 1):
        lamp(painter, (20 + 60 * k, deck - 9), 1.4, "#ffe3ae", 0.85)


def _bank(painter: QPainter, sheet: Sheet, evening: Evening) -> None:
    heavens(painter, sheet, evening, 71)
    ridges = Range(
        4,
        92,
        evening.horizon - 190,
        evening.horizon - 10,
        230,
        "#6f86b0",
        "#152440",
        "#c9a8ac",
        1.5,
    )
    hills(painter, sheet, evening, ridges)
    _bridge(painter, sheet, evening.horizon)


def _ship(painter: QPainter, at: Point, size: float) -> None:
    """A river freighter with containers, seen from the side, its lamps lit."""
    painter.save()
    painter.translate(*at)
    painter.scale(size, size)
    glow(painter, (0, 30), 330, [(0, "#04070f", 0.6), (1, "#04070f", 0)], 0.06)
    tints = ("#c9744c", "#3f6f9e", "#b8bccb", "#8a4a5c", "#4f8a8c")
    for column in range(9):
        for level in range(2 + (column % 4 != 3)):
            painter.setBrush(colour(mix(tints[(3 * column + 2 * level) % 5], "#141c34", 0.34)))
            painter.drawRect(QRectF(-172 + 33 * column, -22 - 17 * level, 31.5, 16))
    painter.setBrush(downward([(0, "#2c3f66"), (0.6, "#16213c"), (1, "#7a2f3c")], -8, 24))
    painter.drawPath(shape([(-236, -6), (236, -6), (222, 24), (-210, 24)]))
    painter.setBrush(downward([(0, "#f0f4fc"), (1, "#9fb0cc")], -74, -6))
    painter.drawPath(shape([(150, -6), (150, -62), (160, -74), (206, -74), (214, -6)]))
    for k in range(3):
        painter.fillRect(QRectF(158, -66 + 19 * k, 46, 8), colour("#ffdf9c"))
    painter.restore()
    lamp(painter, (at[0] - 228 * size, at[1] - 12 * size), 2.4, "#fff3cf")


def gorge(width: int, height: int) -> Sheet:
    """The river, in landscape or upright."""
    sheet = Sheet.blank(width, height, 2.0)
    row = 0.56 * height
    evening = Evening(row, (0.52 * width, row - 90), _SKY, 0.85)
    water: list[Stop] = [(0, "#c9a49c"), (0.12, "#5f74a0"), (0.45, "#20365c"), (1, "#081020")]
    over_water(sheet, row, lambda painter: _bank(painter, sheet, evening), water, 0.55)
    with sheet.painter() as painter:
        glow(painter, (0.52 * width, row + 30), 300, [(0, "#ffe0b0", 0.5), (1, "#ffc79a", 0)], 0.55)
        _ship(painter, (0.72 * width, row + 0.15 * (height - row)), 0.86)
        calm(painter, sheet, row + 0.3 * (height - row), 0.7)
    bloom(sheet, 22, 0.4, 0.72)
    return sheet
