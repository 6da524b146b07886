"""New energy: a saloon at its charger, dusk over the hills, the cable lit."""

from __future__ import annotations

import landmarks
import tones
from dusk import Evening, calm, heavens, hills, page
from land import Range
from paint import Sheet, Stop, bloom, colour, downward, glow, lamp, mix, pen, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

_LIGHT = "#FFC49A"


def _ground(painter: QPainter, sheet: Sheet, row: float) -> None:
    """The forecourt, its bays marked in perspective."""
    stops: list[Stop] = [(0, "#6a4358"), (0.14, "#2c2440"), (1, "#0a0d1a")]
    painter.fillRect(
        QRectF(0, row, sheet.width, sheet.height - row), downward(stops, row, sheet.height)
    )
    painter.setPen(pen("#f5efe3", 4, 0.22))
    for k in range(-4, 6):
        x = 0.5 * sheet.width + 260 * k
        painter.drawLine(QPointF(x, row + 60), QPointF(x + 220 * (k - 0.5), sheet.height))
    painter.setPen(Qt.PenStyle.NoPen)


def _roof(painter: QPainter, sheet: Sheet, row: float) -> None:
    """A thin roof with cells on it, on two slender columns, light under its edge."""
    top, left, right = row - 420, 0.1 * sheet.width, 0.93 * sheet.width
    for x in (0.24 * sheet.width, 0.8 * sheet.width):
        painter.setBrush(downward([(0, "#8f86b0"), (1, "#3a2f52")], top, row + 70))
        painter.drawPath(
            shape([(x - 9, top), (x + 9, top), (x + 12, row + 70), (x - 12, row + 70)])
        )
    painter.setBrush(downward([(0, "#2a3566"), (1, "#161c3c")], top - 78, top))
    painter.drawPath(
        shape([(left + 90, top - 78), (right - 40, top - 78), (right, top), (left, top)])
    )
    painter.setPen(pen("#8fb0e8", 1.4, 0.45))
    for k in range(1, 12):
        share = k / 12
        head = left + 90 + share * (right - left - 130)
        painter.drawLine(QPointF(head, top - 78), QPointF(left + share * (right - left), top))
    for rise in (26, 52):
        lean = 90 * rise / 78
        ends = QPointF(left + lean, top - rise), QPointF(right - 0.45 * lean, top - rise)
        painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(left, top, right - left, 20), colour("#e9e2f0"))
    painter.fillRect(QRectF(left + 6, top + 20, right - left - 12, 5), colour("#fff0d2"))
    light: list[Stop] = [(0, "#ffe7c0", 0.30), (0.5, "#ffd9a0", 0.10), (1, "#ffd9a0", 0)]
    wide = [(left + 60, top + 25), (right - 60, top + 25)]
    painter.setBrush(downward(light, top + 25, row + 120))
    painter.drawPath(shape([*wide, (right + 40, row + 120), (left - 40, row + 120)]))


def _charger(painter: QPainter, x: float, foot: float) -> None:
    """A charging post, its screen and ring lit."""
    painter.setBrush(downward([(0, "#f2eef4"), (1, "#8a86a8")], foot - 236, foot))
    painter.drawRoundedRect(QRectF(x - 44, foot - 236, 88, 236), 18, 18)
    painter.setBrush(colour("#141a34"))
    painter.drawRoundedRect(QRectF(x - 31, foot - 214, 62, 78), 9, 9)
    painter.fillRect(QRectF(x - 22, foot - 160, 44, 10), colour(mix(_LIGHT, "#ffffff", 0.2)))
    painter.fillRect(QRectF(x - 22, foot - 178, 30, 10), colour(_LIGHT, 0.55))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(_LIGHT, 5))
    painter.drawEllipse(QPointF(x, foot - 96), 15, 15)
    painter.setPen(Qt.PenStyle.NoPen)
    halo: list[Stop] = [(0, _LIGHT, 0.55), (0.4, _LIGHT, 0.16), (1, _LIGHT, 0)]
    glow(painter, (x, foot - 120), 190, halo)


def _cable(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """The cable from the post to the car, brighter towards the car."""
    way = QPainterPath(start)
    way.cubicTo(start.x() - 30, start.y() + 190, end.x() + 60, end.y() + 170, end.x(), end.y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, opacity in ((26, 0.12), (13, 0.2), (6, 0.95)):
        painter.setPen(pen(_LIGHT, width, opacity))
        painter.drawPath(way)
    painter.setPen(Qt.PenStyle.NoPen)
    lamp(painter, (end.x(), end.y()), 7, _LIGHT)


def charging(width: int, height: int) -> Sheet:
    """The charging station, for a page of any shape."""
    sheet, _ = page(width, height)
    row = 0.58 * height
    evening = Evening(row, (0.3 * width, row - 20))
    with sheet.painter() as painter:
        heavens(painter, sheet, evening, 41)
        ridges = Range(4, 66, row - 80, row - 4, 150, "#9a4f68", "#2e1f3e", "#ee9560")
        hills(painter, sheet, evening, ridges)
        _ground(painter, sheet, row)
        _roof(painter, sheet, row)
        foot = row + 108
        _charger(painter, 0.83 * width, foot - 14)
        landmarks.saloon(painter, tones.dusk(), (0.16 * width, foot - 236), 1.42)
        _cable(painter, QPointF(0.83 * width - 40, foot - 150), QPointF(0.545 * width, foot - 96))
        calm(painter, sheet, row + 0.45 * (height - row), 0.5)
    bloom(sheet, 24, 0.42, 0.68)
    return sheet
