"""Outlook: a road that winds through the hills towards the sun."""

from __future__ import annotations

import math

from dusk import Evening, calm, heavens, hills, page
from land import Profile, Range
from paint import Point, Sheet, Stop, bloom, colour, downward, glow, lamp, mix, shape
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

_SKY: tuple[Stop, ...] = (
    (0, "#101a3c"), (0.3, "#2f2a60"), (0.52, "#7c4470"), (0.72, "#d06a5c"),
    (0.88, "#f6ae64"), (1, "#ffdf94"),
)  # fmt: skip


def _middle(sheet: Sheet, row: float, near: float) -> Point:
    """The road's middle at `near`, 0 far off and 1 at our feet: its x and its row."""
    y = row + (sheet.height - row) * near**1.7
    swing = 0.17 * sheet.width * math.sin(7.2 * near**0.62 + 0.5) * (0.12 + near)
    return 0.56 * sheet.width + swing - 0.16 * sheet.width * near**2, y


def _road(painter: QPainter, sheet: Sheet, row: float) -> None:
    """The road, pale with the sun far off, its middle line and its lamps."""
    upright = sheet.height > sheet.width
    widest = (0.42 if upright else 0.24) * sheet.width
    steps = [i / 90 for i in range(91)]
    spine = [(*_middle(sheet, row, t), widest * (0.006 + t**2.1) / 2, t) for t in steps]
    left = [(x - half, y) for x, y, half, _ in spine]
    right = [(x + half, y) for x, y, half, _ in reversed(spine)]
    tarmac: list[Stop] = [
        (0, "#ffd9a0", 0.95),
        (0.2, "#a0606a", 0.9),
        (0.6, "#3a2c4c"),
        (1, "#191a2e"),
    ]
    painter.setBrush(downward(tarmac, row, sheet.height))
    painter.drawPath(shape([*left, *right]))
    for side in (-1, 1):
        edge = [(x + side * half, y) for x, y, half, _ in spine]
        inner = [(x + side * half * 0.965, y) for x, y, half, _ in reversed(spine)]
        painter.setBrush(downward([(0, "#fff0c4", 0.9), (1, "#E6F26B", 0.35)], row, sheet.height))
        painter.drawPath(shape([*edge, *inner]))
    for k in range(10, 90, 3):
        (x0, y0, half, t), (x1, y1, far, _) = spine[k], spine[k + 1]
        painter.setBrush(colour("#E6F26B", 0.25 + 0.5 * t))
        dash = [(x0 - half * 0.02, y0), (x1 - far * 0.02, y1), (x1 + far * 0.02, y1)]
        painter.drawPath(shape([*dash, (x0 + half * 0.02, y0)]))
    for k in range(24, 90, 6):
        x, y, half, t = spine[k]
        for side in (-1, 1):
            high, at = 10 + 80 * t**1.6, x + side * half * 1.12
            painter.setBrush(colour("#1a1428", 0.9))
            painter.drawRect(int(at), int(y - high), max(1, int(2.4 * t)), int(high))
            lamp(painter, (at, y - high), 0.8 + 2.6 * t, "#ffeebc", 0.85)


def _fields(painter: QPainter, sheet: Sheet, row: float) -> None:
    """Three folds of land towards us, each darker."""
    for i, (drop, tall) in enumerate(((-0.06, 26), (0.14, 46), (0.44, 70))):
        base = row + drop * (sheet.height - row) + 12
        points = Profile(53 + 7 * i, base, tall, 0.9, 0.5).points(-20, sheet.width + 20)
        top = mix("#8a4a5a", "#221a32", i / 2)
        ground: list[Stop] = [
            (0, mix(top, "#ffc27a", 0.32 - 0.12 * i)),
            (1, mix(top, "#0a0c18", 0.7)),
        ]
        painter.setBrush(downward(ground, base - tall, base + 0.5 * (sheet.height - row)))
        foot = sheet.height + 8
        painter.drawPath(shape([(-30, foot), *points, (sheet.width + 30, foot)]))


def road(width: int, height: int) -> Sheet:
    """The road ahead, in landscape or upright."""
    sheet, upright = page(width, height)
    row = (0.5 if upright else 0.56) * height
    sun = (0.565 * width, row - 176)
    evening = Evening(row, sun, _SKY, 0.95)
    with sheet.painter() as painter:
        heavens(painter, sheet, evening, 12)
        painter.setBrush(colour("#fff4d6"))
        painter.drawEllipse(QPointF(*sun), 62, 62)
        ridges = Range(4, 70, row - 60, row + 4, 150, "#b4605c", "#5a3350", "#ffb070")
        hills(painter, sheet, evening, ridges)
        _fields(painter, sheet, row)
        _road(painter, sheet, row + 8)
        warm: list[Stop] = [(0, "#ffd9a0", 0.5), (0.4, "#ff9a5c", 0.18), (1, "#ff9a5c", 0)]
        glow(painter, (sun[0], row), 0.4 * max(width, height), warm, 0.35)
        calm(painter, sheet, row + 0.2 * (height - row), 0.75)
    bloom(sheet, 26, 0.4, 0.72)
    return sheet
