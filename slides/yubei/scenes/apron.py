"""Cargo: a freighter on the apron at dusk, its nose lit, containers waiting beside it."""

from __future__ import annotations

from dusk import Evening, heavens, hills, page
from land import Range
from paint import Point, Sheet, Stop, bloom, colour, downward, glow, lamp, mix, pen, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath


def _ground(painter: QPainter, sheet: Sheet, row: float) -> None:
    """The apron with its yellow lines, bright under the floodlights."""
    box = QRectF(0, row, sheet.width, sheet.height - row)
    stops: list[Stop] = [(0, "#5a3f5c"), (0.16, "#2c2844"), (1, "#0b0f1e")]
    painter.fillRect(box, downward(stops, row, sheet.height))
    painter.setPen(pen("#ffd58a", 4, 0.5))
    foot = sheet.height
    painter.drawLine(QPointF(0.1 * sheet.width, foot), QPointF(0.46 * sheet.width, row + 90))
    painter.drawLine(QPointF(0.46 * sheet.width, row + 90), QPointF(sheet.width, row + 70))
    painter.setPen(Qt.PenStyle.NoPen)
    for k in range(int(sheet.width / 44)):
        lamp(painter, (10 + 44 * k, row + 6), 1.3, "#6f9dff", 0.7)


def _body() -> QPainterPath:
    """The fuselage in units of its own, 900 long, nose at the left."""
    path = QPainterPath(QPointF(0, 14))
    path.cubicTo(8, -34, 70, -72, 150, -74)
    path.lineTo(640, -74)
    path.cubicTo(760, -74, 850, -62, 900, -46)
    path.cubicTo(860, -14, 760, 44, 640, 54)
    path.lineTo(130, 54)
    path.cubicTo(60, 54, 6, 44, 0, 14)
    path.closeSubpath()
    return path


def _freighter(painter: QPainter, at: Point, size: float) -> None:
    """The aircraft from its side, wheels on `at`."""
    painter.save()
    painter.translate(*at)
    painter.scale(size, size)
    painter.translate(0, -118)
    shadow: list[Stop] = [(0, "#04060f", 0.75), (0.6, "#04060f", 0.3), (1, "#04060f", 0)]
    over = QPainter.CompositionMode.CompositionMode_SourceOver
    glow(painter, (430, 122), 560, shadow, 0.07, over)
    painter.setBrush(colour("#0c1020"))
    for x in (118, 446, 486, 526):
        painter.drawRect(QRectF(x - 4, 50, 8, 50))
        painter.drawEllipse(QPointF(x, 102), 16, 16)
    fin = [(700, -70), (800, -232), (868, -232), (866, -54)]
    painter.setBrush(downward([(0, "#B8DFFF"), (1, "#3f6fa8")], -232, -54))
    painter.drawPath(shape(fin))
    painter.setBrush(
        downward([(0, "#f4f1f6"), (0.45, "#c6c8dc"), (0.8, "#7f86a8"), (1, "#4a4c74")], -74, 54)
    )
    painter.drawPath(_body())
    painter.save()
    painter.setClipPath(_body())
    painter.fillRect(QRectF(0, 8, 900, 7), colour("#4f8cc8"))
    painter.fillRect(QRectF(0, 15, 900, 60), colour("#39406a", 0.35))
    painter.restore()
    painter.setBrush(colour("#1a2340"))
    painter.drawPath(shape([(40, -32), (62, -50), (104, -52), (100, -34)]))
    painter.fillRect(QRectF(196, -52, 104, 84), downward([(0, "#fff0cc"), (1, "#e0904c")], -52, 32))
    painter.setBrush(downward([(0, "#dfe4f2"), (1, "#a8b0cc")], -168, -52))
    painter.drawPath(shape([(196, -54), (300, -54), (312, -160), (208, -160)]))
    painter.setBrush(downward([(0, "#aab2cc"), (1, "#666f98")], -20, 40))
    painter.drawPath(shape([(330, 22), (620, 22), (760, -6), (742, -16), (560, -4)]))
    painter.drawPath(shape([(770, -44), (900, -66), (930, -66), (870, -36)]))
    for x in (330, 560):
        painter.setBrush(downward([(0, "#dfe4f2"), (0.6, "#8f98bc"), (1, "#3c4266")], 26, 78))
        painter.drawRoundedRect(QRectF(x, 28, 104, 46), 22, 22)
        painter.setBrush(colour("#0e1428"))
        painter.drawEllipse(QPointF(x + 9, 51), 9, 21)
    painter.restore()
    lamp(painter, (at[0] + size * 834, at[1] - size * 352), 2.6, "#ff7a6b", 0.9)


def _loads(painter: QPainter, sheet: Sheet, row: float) -> None:
    """Containers on dollies and a lift at the freighter's door."""
    tints = ("#c9d4e8", "#8fb4d8", "#e8b080", "#a8c4dc")
    for k in range(9):
        x, y = 0.06 * sheet.width + 0.1 * sheet.width * k, row + 236 + (k % 3) * 5
        tint = mix(tints[(3 * k + k // 4) % 4], "#1a2344", 0.22)
        painter.setBrush(downward([(0, tint), (1, mix(tint, "#10162c", 0.6))], y - 74, y))
        painter.drawPath(
            shape([(x, y - 74), (x + 78, y - 74), (x + 92, y - 42), (x + 92, y), (x, y)])
        )
        painter.setPen(pen("#141a30", 1.4, 0.5))
        for rib in range(1, 5):
            painter.drawLine(QPointF(x + 18 * rib, y - 70), QPointF(x + 18 * rib, y - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("#0a0d1a"))
        painter.drawRect(QRectF(x - 6, y, 106, 7))
        for wheel in (8, 84):
            painter.drawEllipse(QPointF(x + wheel, y + 11), 8, 8)


def _tower(painter: QPainter, x: float, row: float) -> None:
    """The control tower far off, and masts of floodlights."""
    painter.setBrush(downward([(0, "#3a2c52"), (1, "#2a1f3c")], row - 210, row))
    painter.drawPath(shape([(x - 9, row), (x - 6, row - 160), (x + 6, row - 160), (x + 9, row)]))
    painter.drawPath(
        shape([(x - 15, row - 160), (x - 24, row - 190), (x + 24, row - 190), (x + 15, row - 160)])
    )
    painter.fillRect(QRectF(x - 21, row - 184, 42, 11), colour("#ffdf9c"))
    lamp(painter, (x, row - 204), 1.8, "#ff7a6b", 0.9)


def apron(width: int, height: int) -> Sheet:
    """The apron, for a page of any shape."""
    sheet, _ = page(width, height)
    row = 0.52 * height
    evening = Evening(row, (0.3 * width, row - 10))
    with sheet.painter() as painter:
        heavens(painter, sheet, evening, 23)
        ridges = Range(3, 37, row - 70, row - 6, 130, "#8a4a66", "#2a1c3c", "#e98a5c")
        hills(painter, sheet, evening, ridges)
        _tower(painter, 0.12 * width, row)
        _ground(painter, sheet, row)
        for place in (0.24, 0.97):
            x = place * width
            painter.fillRect(QRectF(x - 2, row - 250, 4, 262), colour("#1c1630"))
            for k in (-14, 0, 14):
                lamp(painter, (x + k, row - 252), 3.2, "#fff3d6")
        _freighter(painter, (0.16 * width, row + 150), 0.00094 * width)
        _loads(painter, sheet, row)
        pool: list[Stop] = [(0, "#ffe3b4", 0.22), (0.5, "#ffc477", 0.07), (1, "#ffc477", 0)]
        glow(painter, (0.5 * width, row + 190), 0.62 * width, pool, 0.3)
    bloom(sheet, 22, 0.4, 0.72)
    return sheet
