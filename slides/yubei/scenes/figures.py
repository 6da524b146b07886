"""Figures that scenes share: the aircraft of the take-off path, and people seen from afar."""

from __future__ import annotations

from paint import Point, colour, shape
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath


def outline() -> QPainterPath:
    """An airliner 117 long, nose towards +x, centred near (0, 0)."""
    path = QPainterPath(QPointF(60, 0))
    path.cubicTo(60, -5, 48, -7, 36, -7)
    for x, y in ((10, -7), (-18, -46), (-28, -46), (-12, -7), (-38, -6), (-50, -20), (-57, -20)):
        path.lineTo(x, y)
    for x, y in ((-51, 0), (-57, 20), (-50, 20), (-38, 6), (-12, 7), (-28, 46), (-18, 46)):
        path.lineTo(x, y)
    path.lineTo(10, 7)
    path.lineTo(36, 7)
    path.cubicTo(48, 7, 60, 5, 60, 0)
    return path


def aircraft(painter: QPainter, at: Point, size: float, turn: float, tint: str) -> None:
    """Paint it at `at`, `size` times 117 logical pixels long, turned by `turn` degrees."""
    painter.save()
    painter.translate(*at)
    painter.rotate(turn)
    painter.scale(size, size)
    painter.setBrush(colour(tint))
    painter.drawPath(outline())
    painter.restore()


def person(
    painter: QPainter, foot: Point, size: Point, tone: QColor, stride: float, umbrella: str = ""
) -> None:
    """Somebody standing or walking on `foot`, `size` (x, y) high; a negative y mirrors them."""
    painter.save()
    painter.translate(*foot)
    painter.scale(size[0], -size[1])
    painter.setBrush(tone)
    figure = QPainterPath(QPointF(-0.10, 0.34))
    figure.setFillRule(Qt.FillRule.WindingFill)
    figure.cubicTo(-0.12, 0.6, -0.13, 0.8, -0.07, 0.84)
    figure.lineTo(0.07, 0.84)
    figure.cubicTo(0.13, 0.8, 0.12, 0.6, 0.10, 0.34)
    for step in (-stride, stride):
        figure.addPath(shape([(step - 0.035, 0), (step + 0.035, 0), (0.07, 0.345), (-0.07, 0.345)]))
    figure.addEllipse(QPointF(0, 0.92), 0.062, 0.08)
    painter.drawPath(figure)
    if umbrella:
        painter.setBrush(colour(umbrella))
        top = QPainterPath(QPointF(-0.36, 1.02))
        top.cubicTo(-0.28, 1.26, 0.36, 1.26, 0.42, 1.02)
        top.quadTo(0.03, 1.10, -0.36, 1.02)
        painter.drawPath(top)
    painter.restore()
