"""Robot arms of capsules and joints, leaning over the belt."""

from __future__ import annotations

import math

from camera import Camera, Place
from hall import shade
from paint import Stop, across, colour, lamp, linear, mix, pen, radial
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath


def _capsule(
    painter: QPainter, camera: Camera, a: Place, b: Place, thick: float, tone: str
) -> None:
    """One link of an arm: a rounded bar with its light from above."""
    start, end = QPointF(*camera.at(a)), QPointF(*camera.at(b))
    width = camera.size(thick, (a[1] + b[1]) / 2)
    along = end - start
    length = max(1.0, math.hypot(along.x(), along.y()))
    across_it = QPointF(-along.y(), along.x()) * (0.5 * width / length)
    if across_it.x() + across_it.y() > 0:
        across_it = -across_it
    middle = (start + end) / 2
    lit, dark = middle + across_it, middle - across_it
    tones: list[Stop] = [
        (0, mix(tone, "#0a1020", 0.15)), (0.22, mix(tone, "#ffffff", 0.5)), (0.5, tone),
        (0.85, mix(tone, "#0a1020", 0.62)), (1, mix(tone, "#3a5284", 0.55)),
    ]  # fmt: skip
    painter.setPen(pen(linear(tones, (lit.x(), lit.y()), (dark.x(), dark.y())), width))
    painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)


def _pedestal(painter: QPainter, camera: Camera, x: float, y: float, tone: str) -> None:
    """The column an arm turns on: a plate, a tapering body, a collar."""
    tones: list[Stop] = [
        (0, mix(tone, "#ffffff", 0.10)), (0.25, mix(tone, "#ffffff", 0.30)), (0.6, tone),
        (1, mix(tone, "#04060e", 0.6)),
    ]  # fmt: skip
    for low, high, foot, head in (
        (0.0, 0.07, 0.34, 0.32),
        (0.07, 0.98, 0.23, 0.17),
        (0.90, 0.99, 0.2, 0.2),
    ):
        outline = [(x - foot, y, low), (x + foot, y, low), (x + head, y, high), (x - head, y, high)]
        left, right = camera.at((x - foot, y, low))[0], camera.at((x + foot, y, low))[0]
        painter.setBrush(across(tones, left, right))
        path = camera.face(outline)
        at, size = camera.at((x, y, low)), camera.size(foot, y)
        squash = 0.5 * abs(camera.at((x, y - foot, low))[1] - camera.at((x, y + foot, low))[1])
        path.setFillRule(Qt.FillRule.WindingFill)
        rim = QPainterPath()
        rim.addEllipse(QPointF(*at), size, squash)
        painter.drawPath(path.united(rim))


def _joint(painter: QPainter, camera: Camera, at: Place, radius: float, tone: str) -> None:
    x, y = camera.at(at)
    size = camera.size(radius, at[1])
    painter.setBrush(colour(mix(tone, "#1a2440", 0.6)))
    painter.drawEllipse(QPointF(x, y), 0.9 * size, 0.9 * size)
    shine: list[Stop] = [
        (0, mix(tone, "#ffffff", 0.35)),
        (0.7, tone),
        (1, mix(tone, "#04060e", 0.4)),
    ]
    painter.setBrush(radial(shine, (x - 0.25 * size, y - 0.3 * size), 1.1 * size))
    painter.drawEllipse(QPointF(x, y), 0.8 * size, 0.8 * size)
    painter.setBrush(colour(mix(tone, "#04060e", 0.55)))
    painter.drawEllipse(QPointF(x, y), 0.26 * size, 0.26 * size)


def arm(painter: QPainter, camera: Camera, side: int, y: float, reach: float, tip: str) -> None:
    """A jointed arm on its pedestal, leaning over the belt; `tip` is its tool's colour, if lit."""
    tone = shade("#c3cfe4", y)
    dark = shade("#2a3756", y)
    x = side * 1.3
    shoulder = (x, y, 1.06)
    elbow = (x - side * (0.10 + 0.22 * (1 - reach)), y + 0.05, 2.02 - 0.12 * reach)
    wrist = (side * (0.32 - 0.2 * reach), y + 0.02, 1.72 - 0.2 * reach)
    hand = (side * (0.22 - 0.2 * reach), y, 1.30 - 0.16 * reach)
    _pedestal(painter, camera, x, y, dark)
    _joint(painter, camera, shoulder, 0.25, tone)
    _capsule(painter, camera, shoulder, elbow, 0.27, tone)
    _joint(painter, camera, elbow, 0.19, tone)
    _capsule(painter, camera, elbow, wrist, 0.20, tone)
    _joint(painter, camera, wrist, 0.14, tone)
    _capsule(painter, camera, wrist, hand, 0.12, dark)
    tool = (hand[0], hand[1], hand[2] - 0.10)
    _capsule(painter, camera, hand, tool, 0.05, tip or tone)
    size = max(0.8, camera.size(0.03, y))
    lamp(painter, camera.at(shoulder), size, tip or "#8fc4ff", 0.9)
