"""The mine park: an old quarry whose terraces hold a pool, divers' lamps under its water."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from dusk import Evening, calm, heavens, hills, over_water
from land import Range
from paint import Point, Sheet, Stop, bloom, colour, downward, glow, lamp, line, mix, pen, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

_SKY: tuple[Stop, ...] = (
    (0, "#0d1634"), (0.4, "#35305e"), (0.7, "#93526e"), (0.9, "#dc7c64"), (1, "#f8bb78"),
)  # fmt: skip


def _terrace(side: int, sheet: Sheet, row: float, step: int) -> Sequence[Point]:
    """The outline of one terrace of the cliff at the left (-1) or the right (1)."""
    rng = Random(90 + 10 * step + side)
    edge = 0.0 if side < 0 else float(sheet.width)
    reach = sheet.width * (0.47 - 0.075 * step) * (1.0 if side < 0 else 0.94)
    high = row * (0.09 + 0.155 * step)
    points: list[Point] = [(edge - side * reach, row + 2)]
    for k in range(13):
        along = k / 12
        x = edge - side * reach * (1 - along) + rng.uniform(-7, 7)
        rise = high * (0.78 + 0.22 * math.sin(1.57 * along)) * min(1.0, 0.80 + 2.4 * along)
        points.append((x, row - rise + rng.uniform(-5, 5)))
    return [*points, (edge + side * 30, row - high), (edge + side * 30, row + 2)]


def _cliffs(painter: QPainter, sheet: Sheet, row: float) -> None:
    """Terrace behind terrace, each face streaked by its strata and topped with shrubs."""
    rng = Random(5)
    for step in reversed(range(4)):
        for side in (-1, 1):
            points = _terrace(side, sheet, row, step)
            lit = mix("#e0906a" if side > 0 else "#a8645e", "#4c2f50", step / 3.6)
            path = shape(points)
            top = min(y for _, y in points)
            painter.setBrush(
                downward([(0, lit), (0.5, mix(lit, "#5a3450", 0.4)), (1, "#241a34")], top, row)
            )
            painter.drawPath(path)
            painter.save()
            painter.setClipPath(path)
            for _ in range(26):
                y, x = rng.uniform(top, row), rng.uniform(0, sheet.width)
                painter.setPen(
                    pen("#2a1630" if rng.random() < 0.6 else "#ffc79a", rng.uniform(1, 3), 0.16)
                )
                wave = [(x + 30 * k, y + rng.uniform(-3, 3)) for k in range(12)]
                painter.drawPath(line(wave))
            painter.restore()
            painter.setPen(Qt.PenStyle.NoPen)
            for x, y in points[1:-2]:
                for _ in range(rng.choice((0, 0, 1, 2, 5))):
                    size = rng.uniform(4, 15)
                    painter.setBrush(colour(mix("#2a3a34", "#5a4a3c", rng.random() * 0.6)))
                    painter.drawEllipse(QPointF(x + rng.uniform(-26, 26), y - 1), size, 0.8 * size)


def _above(painter: QPainter, sheet: Sheet, evening: Evening) -> None:
    heavens(painter, sheet, evening, 51)
    ridges = Range(
        3, 8, evening.horizon - 120, evening.horizon - 14, 150, "#a8607a", "#4a2c4c", "#f0a07a"
    )
    hills(painter, sheet, evening, ridges)
    _cliffs(painter, sheet, evening.horizon)


def _diver(painter: QPainter, at: Point, size: float, turn: float) -> None:
    """A diver seen from above the water: a body, fins, and the lamp's beam ahead."""
    painter.save()
    painter.translate(*at)
    painter.rotate(turn)
    painter.scale(size, 0.55 * size)
    glow(
        painter, (46, 0), 150, [(0, "#d8fff4", 0.75), (0.3, "#7af0dc", 0.3), (1, "#7af0dc", 0)], 0.5
    )
    body = QPainterPath()
    body.addRoundedRect(QRectF(-30, -8, 52, 16), 8, 8)
    body.addEllipse(QPointF(28, 0), 8, 8)
    for side in (-1, 1):
        body.addPath(shape([(-28, side * 3), (-58, side * 9), (-78, side * 16), (-72, side * 2)]))
    painter.setBrush(colour("#063a44", 0.85))
    painter.drawPath(body)
    painter.restore()
    lamp(
        painter,
        (
            at[0] + size * 34 * math.cos(math.radians(turn)),
            at[1] + size * 18 * math.sin(math.radians(turn)),
        ),
        2.6,
        "#eafff8",
    )


def quarry(width: int, height: int) -> Sheet:
    """The quarry, in landscape or upright."""
    sheet = Sheet.blank(width, height, 2.0)
    row = (0.44 if height > width else 0.5) * height
    evening = Evening(row, (0.46 * width, row - 34), _SKY, 0.85)
    water: list[Stop] = [(0, "#8ab8ac"), (0.14, "#2f9a98"), (0.5, "#0e5c6c"), (1, "#062634")]
    over_water(sheet, row, lambda painter: _above(painter, sheet, evening), water, 0.34)
    with sheet.painter() as painter:
        deep = height - row
        for i in range(46):
            y = row + deep * (i / 46) ** 1.6 + 4
            rng = Random(300 + i)
            painter.setPen(pen("#d8fff0", 1.0 + i / 40, 0.13))
            x = rng.uniform(0, width)
            painter.drawLine(QPointF(x, y), QPointF(x + rng.uniform(30, 190), y))
        painter.setPen(Qt.PenStyle.NoPen)
        for share, down, size, turn in (
            (0.42, 0.20, 0.72, -14),
            (0.57, 0.32, 1.0, 16),
            (0.34, 0.46, 1.25, -6),
        ):
            _diver(painter, (share * width, row + down * deep), size, turn)
        calm(painter, sheet, row + 0.42 * deep, 0.55)
    bloom(sheet, 22, 0.4, 0.7)
    return sheet
