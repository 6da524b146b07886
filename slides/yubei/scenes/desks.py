"""Software: a glass front by night, behind each pane a room, a desk and a lit screen."""

from __future__ import annotations

from random import Random

from dusk import calm
from figures import person
from paint import Sheet, Stop, bloom, colour, downward, glow, mix, radial, shape
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

_WALLS = ("#ffd9a0", "#ffe6bd", "#ffc98a", "#cfe6ff")
_SCREENS = ("#8ff0e6", "#9fd0ff", "#ffe9bd", "#FFC49A")


def _desk(painter: QPainter, box: QRectF, rng: Random) -> None:
    """Somebody at a screen, or a plant where nobody is."""
    floor, x = box.bottom(), box.x() + rng.uniform(0.3, 0.6) * box.width()
    dark = "#2a1a30"
    painter.fillRect(QRectF(x - 34, floor - 33, 78, 5), colour(dark))
    for leg in (-30, 36):
        painter.fillRect(QRectF(x + leg, floor - 28, 4, 28), colour(dark))
    draw = rng.random()
    if draw < 0.72:
        tint = rng.choice(_SCREENS)
        painter.fillRect(QRectF(x + 8, floor - 63, 34, 24), colour(dark))
        painter.fillRect(QRectF(x + 10, floor - 61, 30, 20), colour(tint))
        painter.fillRect(QRectF(x + 23, floor - 39, 4, 7), colour(dark))
        glow(painter, (x + 25, floor - 50), 46, [(0, tint, 0.5), (1, tint, 0)])
        painter.setBrush(colour("#1c1024"))
        painter.drawEllipse(QPointF(x - 16, floor - 70), 8.5, 10)
        painter.drawRoundedRect(QRectF(x - 28, floor - 59, 24, 44), 9, 9)
        painter.drawPath(
            shape(
                [
                    (x - 14, floor - 50),
                    (x + 8, floor - 38),
                    (x + 6, floor - 33),
                    (x - 16, floor - 40),
                ]
            )
        )
    else:
        painter.setBrush(colour("#2f5a4c"))
        for k in range(5):
            lean = 9 * (k - 2)
            leaf = [(x - 2, floor - 34), (x + lean - 5, floor - 76), (x + lean + 5, floor - 72)]
            painter.drawPath(shape([*leaf, (x + 2, floor - 34)]))
    if rng.random() < 0.22:
        at = (box.x() + 0.82 * box.width(), floor)
        person(painter, at, (64, 84), colour("#1c1024"), 0.06)


def _room(painter: QPainter, box: QRectF, rng: Random) -> None:
    """One bay: dark, or lit from its ceiling."""
    if rng.random() < 0.3:
        night: list[Stop] = [(0, "#22305a"), (1, "#121a38")]
        painter.fillRect(box, downward(night, box.top(), box.bottom()))
        painter.fillRect(
            QRectF(box.x(), box.y(), 0.4 * box.width(), box.height()), colour("#5a6aa8", 0.12)
        )
        return
    wall = rng.choice(_WALLS)
    light: list[Stop] = [
        (0, mix(wall, "#ffffff", 0.25)), (0.4, mix(wall, "#e8a060", 0.25)),
        (1, mix(wall, "#6a3038", 0.62)),
    ]  # fmt: skip
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, downward(light, box.top(), box.bottom()))
    painter.fillRect(QRectF(box.x() + 26, box.y() + 5, box.width() - 52, 4), colour("#ffffff", 0.9))
    _desk(painter, box, rng)
    painter.restore()


def desks(width: int, height: int) -> Sheet:
    """The glass front, for a page of any shape."""
    sheet = Sheet.blank(width, height, 2.0)
    rng = Random(29)
    wide, high = width / 6.4, height / 6.2
    with sheet.painter() as painter:
        painter.fillRect(sheet.area, colour("#10142c"))
        for floor in range(7):
            for bay in range(7):
                x, y = (bay - 0.2) * wide, (floor - 0.35) * high
                _room(painter, QRectF(x + 5, y + 12, wide - 10, high - 24), rng)
                mullion = QRectF(x + 0.5 * wide - 1.5, y + 12, 3, high - 24)
                painter.fillRect(mullion, colour("#10142c", 0.8))
            slab: list[Stop] = [(0, "#3a4678"), (1, "#161b3a")]
            top = (floor + 0.65) * high - 12
            painter.fillRect(QRectF(0, top, width, 24), downward(slab, top, top + 24))
        sheen: list[Stop] = [(0, "#8fb0ff", 0.10), (0.5, "#8fb0ff", 0.0), (1, "#060A16", 0.45)]
        painter.fillRect(sheet.area, radial(sheen, (0.35 * width, 0.3 * height), 1.1 * width))
        calm(painter, sheet, 0.35 * height, 0.72)
    bloom(sheet, 22, 0.4, 0.7)
    return sheet
