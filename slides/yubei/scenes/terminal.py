"""Terminal 3 at dusk: two sweeping roofs on branching columns, glass lit from within, wet apron.

The building has its own coordinates: x to the right, 0 at the ground, up is negative, about 2100
logical pixels long. It is drawn from descriptions of the terminal, not measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from figures import aircraft, person
from land import Range, clouds, mirror, mountains, stars
from paint import (
    Point,
    Sheet,
    Stop,
    across,
    bloom,
    colour,
    downward,
    glow,
    lamp,
    line,
    linear,
    pen,
    shape,
    smooth,
)
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath


@dataclass(frozen=True, slots=True)
class View:
    """Where the building stands: the row of its foot, its shift and size, and the sun."""

    width: int
    height: int
    foot: float
    shift: float
    size: float
    sun: Point
    plane: Point


def _curve(bends: Sequence[Sequence[Point]], steps: int = 60) -> list[Point]:
    """Points along the cubic Bézier pieces `bends` (four points each)."""
    t = np.linspace(0, 1, steps)[:, None]
    pieces = []
    for bend in bends:
        a, b, c, d = (np.array(point) for point in bend)
        pieces.append(
            (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
        )
    return [(float(x), float(y)) for x, y in np.concatenate(pieces)]


def _ridge_line() -> list[Point]:
    """The roof's upper edge."""
    return _curve((
        ((60, -120), (360, -300), (760, -420), (1160, -330)),
        ((1160, -330), (1500, -255), (1760, -300), (2200, -452)),
    ))  # fmt: skip


def _eaves() -> list[Point]:
    """The roof's lower edge, towards us."""
    return _curve((
        ((60, -120), (420, -240), (780, -318), (1160, -262)),
        ((1160, -262), (1500, -210), (1760, -246), (2200, -388)),
    ))  # fmt: skip


def _at(edge: Sequence[Point], x: float) -> float:
    xs, ys = zip(*edge, strict=True)
    return float(np.interp(x, xs, ys))


def _moved(edge: Sequence[Point], dx: float, dy: float) -> list[Point]:
    return [(x + dx, y + dy) for x, y in edge]


def _taper(x: float) -> float:
    """How much of the roof's depth is seen at x: none at the tip, all from 420 on."""
    share = min(1.0, max(0.0, (x - 90) / 330))
    return share * share * (3 - 2 * share)


def _blade(painter: QPainter, dx: float, dy: float, tones: Sequence[Stop], opacity: float) -> None:
    """One roof: shaded along its length, darker towards the eaves, with standing seams."""
    upper, lower = _moved(_ridge_line(), dx, dy), _moved(_eaves(), dx, dy)
    path = shape([*upper, *reversed(lower)])
    painter.save()
    painter.setOpacity(opacity)
    painter.setBrush(across(tones, 60, 2150))
    painter.drawPath(path)
    painter.setClipPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k in range(1, 7):
        share = k / 7
        seam = [(x, y * (1 - share) + _at(lower, x) * share) for x, y in upper]
        painter.setPen(pen("#2b2342", 1.1, 0.10 + 0.05 * share))
        painter.drawPath(line(seam))
    for x in range(120, 2150, 59):
        foot = _at(lower, x)
        painter.setPen(pen("#2b2342", 0.9, 0.10))
        painter.drawLine(QPointF(x, foot), QPointF(x + 66, foot - 130))
    painter.setPen(pen("#2b2342", 26, 0.16))
    painter.drawPath(line(lower))
    painter.setPen(pen("#2b2342", 12, 0.16))
    painter.drawPath(line(lower))
    painter.setPen(
        pen(across([(0, "#ffe9cc", 0.9), (0.5, "#e9cfd2", 0.45), (1, "#8d86b5", 0.4)], 60, 2150), 2)
    )
    painter.drawPath(line(upper))
    painter.restore()


def _glass(painter: QPainter) -> None:
    """The lit hall: two floors behind mullions, brightest where the check-in islands stand."""
    left = 262.0
    top = [(x, y + 30) for x, y in _moved(_eaves(), 60, 0) if x >= left]
    wall = shape([(left, 0), (left, top[0][1]), *top, (2260, 0)])
    painter.save()
    painter.setClipPath(wall)
    light: list[Stop] = [
        (0, "#8a4a3c"), (0.3, "#cf7f48"), (0.55, "#f7b465"), (0.8, "#ffcf8a"), (1, "#e39a56"),
    ]  # fmt: skip
    painter.fillRect(QRectF(left, -460, 2000, 460), downward(smooth(light), -330, 0))
    for x in range(420, 2200, 260):
        shine: list[Stop] = [(0, "#ffedc0", 0.55), (0.4, "#ffd890", 0.22), (1, "#ffd890", 0)]
        glow(painter, (x, -118), 150, shine, 0.42)
        glow(painter, (x + 120, -34), 120, shine, 0.3)
    _inside(painter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for i, x in enumerate(range(262, 2260, 22)):
        strong = i % 4 == 0
        painter.setPen(pen("#4a2a2c", 3.4 if strong else 1.4, 0.62 if strong else 0.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, -460))
    for y, width in ((-58, 1.2), (-130, 1.2), (-172, 1.2), (-214, 1.2), (-256, 1.2)):
        painter.setPen(pen("#4a2a2c", width, 0.42))
        painter.drawLine(QPointF(left, y), QPointF(2260, y))
    for width in range(8, 132, 2):
        painter.setPen(pen("#241830", width, 0.028))
        painter.drawPath(line(top))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(left - 4, -460, 9, 460), colour("#3a2030", 0.9))
    painter.restore()


def _inside(painter: QPainter) -> None:
    """The upper floor, its balustrade, lamps in rows and people on both levels."""
    rng = Random(11)
    painter.fillRect(QRectF(262, -92, 2000, 9), colour("#6b3526", 0.92))
    painter.fillRect(
        QRectF(262, -83, 2000, 16), downward([(0, "#6b3526", 0.6), (1, "#6b3526", 0)], -83, -67)
    )
    painter.fillRect(QRectF(262, -107, 2000, 1.5), colour("#fff0cc", 0.6))
    for x in range(290, 2230, 36):
        painter.setBrush(colour("#fffbe8", 0.9))
        painter.drawEllipse(QPointF(x, -64), 2.2, 1.4)
    for floor, count in ((-92.0, 46), (0.0, 64)):
        for _ in range(count):
            size = 20 * rng.uniform(0.9, 1.08)
            tone = colour(rng.choice(("#3b2028", "#4a2a30", "#2c1c2c")), rng.uniform(0.6, 0.9))
            at = (rng.uniform(285, 2200), floor)
            person(painter, at, (size, size), tone, rng.uniform(0.03, 0.11))


def _column(painter: QPainter, x: float, edge: Sequence[Point]) -> None:
    """A trunk that branches in two, lit from the left and from the hall behind."""
    bend = -86
    for lean in (-76, 84):
        head = _at(edge, x + lean) + 5
        inner = 5 if lean > 0 else -5
        arm = shape(
            [
                (x - 4 + inner * 0.2, bend + 8),
                (x + lean - 6, head),
                (x + lean + 6, head),
                (x + 5 + inner * 0.2, bend + 8),
            ]
        )
        tones: list[Stop] = [(0, "#fbe6d0"), (0.45, "#e3c3b2"), (1, "#8e6a72")]
        middle = x + lean / 2
        painter.setBrush(linear(tones, (middle - 7, 0), (middle + 7, 4)))
        painter.drawPath(arm)
    trunk = shape(
        [(x - 8, 0), (x - 6.5, bend - 4), (x, bend - 16), (x + 6.5, bend - 4), (x + 8, 0)]
    )
    painter.setBrush(across([(0, "#fff0dc"), (0.4, "#e3c3b2"), (1, "#77545f")], x - 8, x + 8))
    painter.drawPath(trunk)


def _building(painter: QPainter) -> None:
    """Rear roof, hall, soffit, front roof, columns: from far to near."""
    far: list[Stop] = [(0, "#d9b3ae"), (0.3, "#9d84a2"), (0.62, "#6d6396"), (1, "#4a477c")]
    _blade(painter, 118, -54, far, 1.0)
    _glass(painter)
    near = _moved(_eaves(), 30, -16)
    back = [(x + 40 * _taper(x), y + 50 * _taper(x)) for x, y in near]
    soffit = shape([*near, *reversed(back)])
    painter.setBrush(across([(0, "#c98a68"), (0.3, "#7c5058"), (1, "#40304e")], 60, 2150))
    painter.drawPath(soffit)
    for x in range(110, 2200, 26):
        painter.setPen(pen("#ffd9a0", 1.0, 0.22))
        painter.drawLine(
            QPointF(x, _at(near, x)), QPointF(x + 40 * _taper(x), _at(near, x) + 50 * _taper(x))
        )
    painter.setPen(Qt.PenStyle.NoPen)
    front: list[Stop] = [
        (0, "#fdeedd"),
        (0.2, "#e6cfc8"),
        (0.45, "#b9a3b3"),
        (0.75, "#827699"),
        (1, "#57517f"),
    ]
    _blade(painter, 30, -16, front, 1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(across([(0, "#ffe3b4"), (1, "#ffc98a")], 60, 2150), 2.6))
    painter.drawPath(line(near))
    painter.setPen(Qt.PenStyle.NoPen)
    for x in range(500, 2260, 236):
        _column(painter, x, near)


def _sky(painter: QPainter, view: View) -> None:
    area = QRectF(0, 0, view.width, view.height)
    dusk: list[Stop] = [
        (0, "#0a1330"),
        (0.38, "#27306a"),
        (0.62, "#6d4a86"),
        (0.82, "#d9776a"),
        (1, "#ffbf7a"),
    ]
    painter.fillRect(area, downward(smooth(dusk), 0, view.foot - 120))
    stars(painter, 12, 120, QRectF(0, 0, view.width, 0.5 * view.foot), 0.7)
    banks = QRectF(0, 0.48 * view.foot, view.width, 0.3 * view.foot)
    clouds(painter, 5, 14, banks, ("#e88f7d", "#a5678e", "#ffc18d"), 0.12)
    sunset: list[Stop] = [
        (0, "#ffe6b0", 0.95), (0.14, "#ffc888", 0.6), (0.4, "#ffa868", 0.2),
        (0.7, "#ff9a5c", 0.05), (1, "#ff9a5c", 0),
    ]  # fmt: skip
    glow(painter, view.sun, 900, sunset, 0.72)
    ridges = Range(3, 52, view.foot - 150, view.foot - 70, 170, "#9a5a80", "#3a2548", "#ffb27a")
    mountains(painter, ridges, view.width, view.foot + 4, view.sun, "#ffd9a8")


def _apron(painter: QPainter, view: View) -> None:
    box = QRectF(0, view.foot, view.width, view.height - view.foot)
    wet: list[Stop] = [(0, "#3a2434"), (0.14, "#1f1930"), (0.5, "#0d1020"), (1, "#070a14")]
    painter.fillRect(box, downward(smooth(wet), view.foot, view.height))


def _field_lights(painter: QPainter, view: View) -> None:
    """The stand's edge line, blue taxiway lights and a yellow lead-in line."""
    line_y = view.foot + 22
    painter.fillRect(QRectF(0, line_y - 1, view.width, 2), colour("#ffd58a", 0.28))
    for i in range(int(view.width / 82) + 1):
        lamp(painter, (60 + 82 * i, line_y), 2.2, "#8fd0ff", 0.85)


def terminal(view: View) -> Sheet:
    """Terminal 3 in `view`, with the aircraft climbing out."""
    sheet = Sheet.blank(view.width, view.height)
    hall = sheet.another()
    with hall.painter() as painter:
        painter.translate(view.shift, view.foot)
        painter.scale(view.size, view.size)
        _building(painter)
    with sheet.painter() as painter:
        _sky(painter, view)
        warm: list[Stop] = [(0, "#ffb870", 0.35), (0.5, "#ff9a60", 0.12), (1, "#ff9a60", 0)]
        glow(painter, (0.6 * view.width, view.foot - 60), 900, warm, 0.3)
        painter.drawImage(sheet.area, hall.image)
        _apron(painter, view)
    mirror(sheet, hall, view.foot, view.foot, 0.44, (3, 20))
    with sheet.painter() as painter:
        box = QRectF(0, view.foot, view.width, view.height - view.foot)
        calm: list[Stop] = [
            (0, "#0b0d1a", 0.0),
            (0.2, "#0a0c18", 0.4),
            (0.5, "#070a14", 0.82),
            (0.8, "#070a14", 0.97),
        ]
        painter.fillRect(box, downward(calm, view.foot, view.height))
        _field_lights(painter, view)
        x, y = view.plane
        trail = QPainterPath(QPointF(x - 418, y + 138))
        trail.cubicTo(x - 258, y + 124, x - 118, y + 84, x - 18, y + 16)
        painter.setPen(pen(across([(0, "#ffffff", 0), (1, "#ffe9c8", 0.6)], x - 418, x - 18), 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(trail)
        painter.setPen(Qt.PenStyle.NoPen)
        aircraft(painter, view.plane, 0.56, -38, "#fff3e0")
    bloom(sheet, 34, 0.32, 0.78)
    return sheet


def landscape() -> Sheet:
    """1920 x 1080: the whole hall."""
    return terminal(View(1920, 1080, 660, 0, 1.0, (330, 540), (1198, 112)))


def upright() -> Sheet:
    """1080 x 1920: the roof's tip and first wing, a tall sky, a calm dark lower third."""
    return terminal(View(1080, 1920, 1130, -50, 1.2, (190, 980), (800, 330)))
