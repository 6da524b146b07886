"""Culture: a theatre from its last rows, two dancers with long sleeves in the light."""

from __future__ import annotations

import math
from random import Random

from paint import Point, Sheet, Stop, across, bloom, colour, downward, glow, mix, pen, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

_ROSE, _GOLD = "#F06F80", "#ffd08a"


def _house(painter: QPainter, sheet: Sheet, floor: float) -> None:
    """The back cloth: a dusk of its own with a moon and two ridges."""
    cloth: list[Stop] = [(0, "#1a1238"), (0.4, "#4a2458"), (0.75, "#b04a64"), (1, "#f0a070")]
    painter.fillRect(QRectF(0, 0, sheet.width, floor), downward(cloth, 0, floor))
    size = 0.085 * min(sheet.height, sheet.width)
    at = (0.5 * sheet.width, floor - 0.25 * sheet.height)
    glow(painter, at, 420, [(0, "#ffe9c4", 0.7), (0.35, "#ffc79a", 0.25), (1, "#ffc79a", 0)])
    painter.setBrush(colour("#ffefd2"))
    painter.drawEllipse(QPointF(*at), size, size)
    for i, tone in enumerate(("#8a3a5c", "#4c2148")):
        base = floor - 96 + 52 * i
        line = [
            (x, base - 58 * math.sin(0.0047 * x + 1.3 + 2.1 * i) - 22 * math.sin(0.013 * x + i))
            for x in range(-10, sheet.width + 20, 10)
        ]
        painter.setBrush(downward([(0, tone), (1, mix(tone, "#d0606c", 0.35))], base - 70, floor))
        painter.drawPath(shape([(-10, floor), *line, (sheet.width + 20, floor)]))


def _boards(painter: QPainter, sheet: Sheet, floor: float, foot: float) -> None:
    """The stage's floor, its boards running to the back, and its lit edge."""
    wood: list[Stop] = [(0, "#c06a5e"), (0.35, "#7a3a4a"), (1, "#3a1c30")]
    painter.fillRect(QRectF(0, floor, sheet.width, foot - floor), downward(wood, floor, foot))
    middle = 0.5 * sheet.width
    painter.setPen(pen("#2a1226", 1.6, 0.4))
    for k in range(-40, 41):
        painter.drawLine(QPointF(middle + 34 * k, floor), QPointF(middle + 62 * k, foot))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(0, foot - 5, sheet.width, 5), colour("#ffcf9a", 0.75))
    painter.fillRect(
        QRectF(0, foot, sheet.width, 44),
        downward([(0, "#2c1226"), (1, "#0e0816")], foot, foot + 44),
    )


def _beam(painter: QPainter, top: Point, foot: Point, wide: float, tint: str) -> None:
    """A spotlight's cone and its pool on the floor."""
    cone = shape(
        [
            (top[0] - 12, top[1]),
            (top[0] + 12, top[1]),
            (foot[0] + wide, foot[1]),
            (foot[0] - wide, foot[1]),
        ]
    )
    painter.setBrush(downward([(0, tint, 0.42), (1, tint, 0.05)], top[1], foot[1]))
    painter.drawPath(cone)
    glow(painter, foot, 1.7 * wide, [(0, tint, 0.75), (0.5, tint, 0.3), (1, tint, 0)], 0.2)


def _dancer(painter: QPainter, at: Point, size: float, turn: int) -> None:
    """A dancer: a long skirt, one arm up, sleeves of silk drawn out by the movement."""
    painter.save()
    painter.translate(*at)
    painter.scale(size * turn, size)
    up = ((-12, -150), (-90, -250, -190, -210, -250, -300), (-180, -180, -90, -225, -6, -128))
    out = ((14, -142), (80, -120, 150, -170, 238, -92), (150, -140, 90, -96, 10, -124))
    for path, tint, opacity in ((up, _GOLD, 0.95), (out, "#ffe3b0", 0.9)):
        sleeve = QPainterPath(QPointF(*path[0]))
        sleeve.cubicTo(*path[1])
        sleeve.cubicTo(*path[2])
        painter.setBrush(colour(tint, opacity))
        painter.drawPath(sleeve)
    skirt = QPainterPath(QPointF(-13, -104))
    skirt.cubicTo(-22, -60, -58, -26, -84, 0)
    skirt.cubicTo(-30, 9, 34, 9, 70, 0)
    skirt.cubicTo(36, -30, 22, -60, 13, -104)
    skirt.closeSubpath()
    painter.setBrush(downward([(0, "#ffb0a6"), (0.5, _ROSE), (1, "#a8324e")], -104, 4))
    painter.drawPath(skirt)
    painter.setBrush(colour("#7e1f3c"))
    painter.drawPath(
        shape([(-14, -104), (-19, -150), (-4, -160), (8, -160), (20, -150), (14, -104)])
    )
    painter.setBrush(colour("#ffe3cc"))
    painter.drawEllipse(QPointF(3, -176), 13, 16)
    painter.setBrush(colour("#1c0c1a"))
    painter.drawEllipse(QPointF(0, -187), 16, 12)
    painter.drawEllipse(QPointF(-4, -202), 9, 8)
    painter.restore()


def _curtain(painter: QPainter, sheet: Sheet, foot: float) -> None:
    """Velvet at both sides, fold beside fold, and a swag above."""
    wide = 0.15 * sheet.width
    folds: list[Stop] = []
    for k in range(9):
        folds += [(k / 9, "#5a1230"), ((k + 0.55) / 9, "#b82a4c"), ((k + 0.8) / 9, "#7c1838")]
    for side in (0, 1):
        edge = 0.0 if side == 0 else sheet.width
        lean = 1 if side == 0 else -1
        cloth = QPainterPath(QPointF(edge, 0))
        cloth.lineTo(edge + lean * 1.25 * wide, 0)
        cloth.cubicTo(
            edge + lean * 1.2 * wide,
            0.4 * foot,
            edge + lean * 0.75 * wide,
            0.6 * foot,
            edge + lean * 0.82 * wide,
            foot + 20,
        )
        cloth.lineTo(edge, foot + 20)
        cloth.closeSubpath()
        ends = (edge, edge + lean * 1.25 * wide)
        painter.setBrush(across(folds, *ends))
        painter.drawPath(cloth)
        painter.setBrush(
            downward([(0, "#0e0616", 0.65), (0.5, "#0e0616", 0.05), (1, "#0e0616", 0.4)], 0, foot)
        )
        painter.drawPath(cloth)
    swag = QPainterPath(QPointF(0, 0))
    swag.lineTo(sheet.width, 0)
    swag.lineTo(sheet.width, 70)
    for k in range(5, 0, -1):
        x = sheet.width * k / 5
        swag.quadTo(x - sheet.width / 10, 142, x - sheet.width / 5, 70)
    painter.setBrush(downward([(0, "#3a0c24"), (1, "#a02444")], 0, 120))
    painter.drawPath(swag)


def _audience(painter: QPainter, sheet: Sheet, foot: float) -> None:
    """Rows of heads before the stage, larger and darker towards us."""
    rng = Random(7)
    row, size = foot + 70, 19.0
    while row < sheet.height + 2.4 * size:
        tone = mix("#2a1430", "#08060f", min(1.0, (row - foot) / 260))
        x = rng.uniform(-size, size)
        while x < sheet.width + size:
            y = row + rng.uniform(-0.2, 0.2) * size
            painter.setBrush(colour(tone))
            painter.drawEllipse(QPointF(x, y), 0.66 * size, 0.82 * size)
            painter.drawRoundedRect(
                QRectF(x - 1.3 * size, y + 0.75 * size, 2.6 * size, 4 * size), size, size
            )
            x += size * rng.uniform(2.7, 3.5)
        row, size = row + 1.9 * size, 1.28 * size


def stage(width: int, height: int) -> Sheet:
    """The stage, in landscape or upright."""
    sheet = Sheet.blank(width, height, 2.0)
    floor, foot = 0.5 * height, 0.635 * height
    with sheet.painter() as painter:
        _house(painter, sheet, floor)
        _boards(painter, sheet, floor, foot)
        size = 0.00098 * min(height, 1.02 * width)
        left, right = (0.39 * width, floor + 62), (0.62 * width, floor + 84)
        _beam(painter, (0.3 * width, -20), left, 150, _GOLD)
        _beam(painter, (0.72 * width, -20), right, 160, "#ff9aa4")
        _dancer(painter, left, 1.25 * size, 1)
        _dancer(painter, right, 1.4 * size, -1)
        _curtain(painter, sheet, foot)
        _audience(painter, sheet, foot)
        painter.fillRect(
            sheet.area,
            downward([(0, "#060A16", 0), (0.62, "#060A16", 0), (1, "#060A16", 0.6)], 0, height),
        )
    bloom(sheet, 26, 0.42, 0.7)
    return sheet
