"""What stands in the seven windows: works, crystal tower, terminal, pavilion, road."""

from __future__ import annotations

from collections.abc import Iterator

from figures import aircraft
from paint import Point, Stop, across, colour, downward, glow, line, linear, mix, pen, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from tones import Tone

HEIGHT, PITCH = 760.0, 1740 / 7
"""The panorama's height, and from one window to the next, in logical pixels."""


def crystal(painter: QPainter, tone: Tone, x: float, foot: float) -> None:
    """Innovation: a faceted tower with a lit edge on every storey group."""
    lit, dark, edge = tone.crystal
    left = shape([(x - 30, foot), (x - 22, foot - 246), (x + 4, foot - 294), (x + 6, foot)])
    right = shape([(x + 4, foot - 294), (x + 26, foot - 232), (x + 32, foot), (x + 6, foot)])
    painter.setBrush(
        downward(
            [(0, mix(lit, "#ffffff", 0.16)), (0.5, lit), (1, mix(lit, dark, 0.7))], foot - 294, foot
        )
    )
    painter.drawPath(left)
    painter.setBrush(
        downward(
            [(0, mix(dark, lit, 0.4)), (1, mix(dark, "#06101c" if tone.night else lit, 0.4))],
            foot - 294,
            foot,
        )
    )
    painter.drawPath(right)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for i in range(12):
        y, fade = foot - 226 + 19 * i, 0.9 - 0.065 * i
        painter.setPen(pen(edge, 1.8, fade))
        painter.drawPath(
            line([(x - 23 - 0.55 * i, y), (x + 4.6, y + 12), (x + 27 + 0.4 * i, y + 4)])
        )
        painter.setPen(pen(edge, 0.7, 0.35 * fade))
        painter.drawPath(
            line([(x - 23.3 - 0.55 * i, y + 9.5), (x + 4.8, y + 21), (x + 27.2 + 0.4 * i, y + 13)])
        )
    painter.setPen(Qt.PenStyle.NoPen)


def works(painter: QPainter, tone: Tone, left: float, foot: float, wide: float) -> None:
    """Industry: a hall with a saw-tooth roof, its north lights and gates lit."""
    body, light = tone.hall
    teeth = [(left, foot), (left, foot - 70)]
    for i in range(4):
        x = left + wide * (i + 0.75) / 4
        teeth += [(x, foot - 112), (x, foot - 70)]
    teeth += [(left + wide, foot - 70), (left + wide, foot)]
    painter.setBrush(
        downward(
            [(0, mix(body, tone.mist, 0.16)), (0.5, body), (1, mix(body, "#05060f", 0.25))],
            foot - 112,
            foot,
        )
    )
    painter.drawPath(shape(teeth))
    for i in range(4):
        x = left + wide * (i + 0.75) / 4
        painter.fillRect(
            QRectF(x - 4, foot - 107, 4, 35),
            downward([(0, light), (1, light, 0.6)], foot - 107, foot - 72),
        )
    for i in range(9):
        pane = QRectF(left + 12 + i * wide / 9.2, foot - 46, 14, 22)
        painter.fillRect(pane, colour(light, 0.55 if i % 3 == 0 else 0.9))
        painter.fillRect(QRectF(pane.x() + 6.4, pane.y(), 1.2, 22), colour(body))
    if tone.night:
        warm: list[Stop] = [(0, light, 0.30), (0.5, light, 0.10), (1, light, 0)]
        glow(painter, (left + wide / 2, foot - 4), 120, warm, 0.22)


def saloon(painter: QPainter, tone: Tone, at: Point, size: float) -> None:
    """A saloon seen from the side, as in the chapter's pictogram."""
    light, shade = tone.car
    painter.save()
    painter.translate(*at)
    painter.scale(size, size)
    shadow: list[Stop] = [(0, "#04050c", 0.6), (0.6, "#04050c", 0.3), (1, "#04050c", 0)]
    over = QPainter.CompositionMode.CompositionMode_SourceOver
    glow(painter, (264, 172), 300, shadow, 0.07, over)
    body = QPainterPath(QPointF(14, 124))
    for curve in (
        (14, 98, 34, 90, 78, 84), (104, 80, 116, 76, 132, 66), (168, 42, 208, 28, 276, 28),
        (338, 28, 372, 44, 404, 72), (412, 79, 424, 82, 446, 86), (492, 94, 510, 104, 512, 126),
        (512, 134, 508, 138, 500, 138),
    ):  # fmt: skip
        body.cubicTo(*curve)
    body.lineTo(26, 138)
    body.cubicTo(18, 138, 14, 134, 14, 124)
    wells = QPainterPath()
    for x in (124, 418):
        wells.addEllipse(QPointF(x, 138), 45, 45)
    painter.setBrush(
        downward([(0, mix(light, "#ffffff", 0.25)), (0.45, light), (1, shade)], 28, 138)
    )
    painter.drawPath(body.subtracted(wells))
    painter.setBrush(colour("#1a1424" if tone.night else "#3b2c22"))
    for pane in (
        ((150, 78), (180, 56, 210, 46, 262, 45), (262, 78)),
        ((276, 45), (326, 45, 352, 56, 378, 76), (276, 78)),
    ):
        window = QPainterPath(QPointF(*pane[0]))
        window.cubicTo(*pane[1])
        window.lineTo(*pane[2])
        painter.drawPath(window)
    for x in (124, 418):
        for radius, name in (
            (37, "#0a0d1a"),
            (21, mix(light, "#c8ccd8", 0.5)),
            (15, "#141726"),
            (5, light),
        ):
            painter.setBrush(colour(name))
            painter.drawEllipse(QPointF(x, 138), radius, radius)
    painter.setBrush(colour("#fff6df"))
    painter.drawPath(shape([(484, 97), (500, 103), (509, 116), (490, 112)]))
    painter.setBrush(colour("#ff6b5e"))
    painter.drawRoundedRect(QRectF(16, 99, 16, 10), 4, 4)
    if tone.night:
        beam = across([(0, "#fff0cc", 0.5), (1, "#fff0cc", 0)], 506, 588)
        painter.setBrush(beam)
        painter.drawPath(shape([(508, 106), (590, 98), (590, 140), (508, 116)]))
    painter.restore()


def _arch(left: float, foot: float, lift: float) -> QPainterPath:
    """The roof's curve over the terminal, `lift` above its lower edge; it rises over the window.

    Beyond the window it comes down to the ground, which is seen where the window is a wide one.
    """
    right = left + PITCH - 5
    path = QPainterPath(QPointF(left - 6, foot - 34))
    path.cubicTo(
        left + 54, foot - 116 - lift, left + 146, foot - 136 - lift, right, foot - 86 - lift
    )
    path.cubicTo(
        right + 38, foot - 66 - lift, right + 84, foot - 48 - 0.5 * lift, right + 132, foot - 34
    )
    return path


def terminal(painter: QPainter, tone: Tone, left: float, foot: float) -> None:
    """Opening: the terminal's roof over lit glass."""
    right = left + PITCH - 5
    hall = _arch(left, foot, 0)
    hall.lineTo(right + 106, foot - 34)
    hall.lineTo(right + 106, foot)
    hall.lineTo(left + 12, foot)
    hall.lineTo(left + 12, foot - 40)
    hall.closeSubpath()
    painter.setBrush(
        downward([(0, tone.glass[1]), (0.35, tone.glass[0]), (1, tone.glass[1])], foot - 118, foot)
    )
    painter.drawPath(hall)
    painter.save()
    painter.setClipPath(hall)
    for i in range(33):
        painter.setPen(pen(tone.mullion, 1.6 if i % 4 == 0 else 0.8, 0.6))
        painter.drawLine(QPointF(left + 12 + 11 * i, foot), QPointF(left + 12 + 11 * i, foot - 140))
    for rise in (30, 62):
        painter.setPen(pen(tone.mullion, 1.4 if rise == 30 else 0.8, 0.6))
        painter.drawLine(QPointF(left, foot - rise), QPointF(right + 106, foot - rise))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width in range(6, 56, 4):
        painter.setPen(pen("#241830" if tone.night else "#6d5a44", width, 0.05))
        painter.drawPath(_arch(left, foot, -8))
    painter.restore()
    blade = _arch(left, foot, 26)
    blade.connectPath(_arch(left, foot, -2).toReversed())
    painter.setBrush(
        across(
            [(0, tone.roof[0]), (0.4, mix(*tone.roof, 0.25)), (1, tone.roof[1])], left, right + 132
        )
    )
    painter.drawPath(blade)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen("#ffe3b4" if tone.night else "#f4ead4", 1.6, 0.9))
    painter.drawPath(_arch(left, foot, -2))
    painter.setPen(Qt.PenStyle.NoPen)
    if tone.night:
        warm: list[Stop] = [
            (0, tone.glass[0], 0.34),
            (0.5, tone.glass[1], 0.12),
            (1, tone.glass[1], 0),
        ]
        glow(painter, (left + PITCH / 2 + 50, foot + 2), 210, warm, 0.12)
    eaves = _arch(left, foot, -2)
    for i in range(6):
        x = left + 40 + 54 * i
        painter.setBrush(colour(mix(tone.roof[0], "#ffffff", 0.35 if tone.night else 0.55)))
        for lean in (-17, 17):
            head = (
                min(
                    (eaves.pointAtPercent(k / 120) for k in range(121)),
                    key=lambda at: abs(at.x() - x - lean),
                ).y()
                + 1
            )
            painter.drawPath(
                shape(
                    [
                        (x - 2, foot - 26),
                        (x + lean - 1.4, head),
                        (x + lean + 1.4, head),
                        (x + 2, foot - 26),
                    ]
                )
            )
        painter.drawPath(
            shape([(x - 2.2, foot), (x - 2, foot - 28), (x + 2, foot - 28), (x + 2.2, foot)])
        )


def climb(painter: QPainter, tone: Tone, left: float, horizon: float) -> None:
    """The aircraft and its path up out of the terminal's window."""
    path = QPainterPath(QPointF(left + 22, horizon - 70))
    path.cubicTo(left + 60, horizon - 78, left + 88, horizon - 104, left + 106, horizon - 150)
    stroke = linear(
        [(0, tone.plane, 0.0), (1, tone.plane, 0.85)],
        (left + 22, horizon - 70),
        (left + 106, horizon - 150),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(stroke, 2.6))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    aircraft(painter, (left + 111, horizon - 166), 0.36, -66, tone.plane)


def _storeys(foot: float) -> Iterator[tuple[float, float]]:
    """Half width and eaves row of the pavilion's storeys, from the ground up."""
    for half, drop in ((92.0, 96.0), (70.0, 42.0), (50.0, -4.0)):
        yield half, foot - 112 + drop


def pavilion(painter: QPainter, tone: Tone, x: float, foot: float) -> None:
    """Culture: three storeys of curved roofs, lamps inside."""
    body, light = tone.pagoda
    roof = mix(body, "#12060e", 0.30)
    for half, row in _storeys(foot):
        wall = QRectF(x - 0.62 * half, row - 34, 1.24 * half, 56)
        painter.fillRect(
            wall, across([(0, mix(body, "#c06a5a", 0.18)), (1, body)], wall.left(), wall.right())
        )
        pane = QRectF(x - 0.5 * half, row - 22, half, 28)
        painter.fillRect(
            pane,
            downward(
                [(0, light), (1, mix(light, "#e08a4c" if tone.night else light, 0.6))],
                row - 22,
                row + 6,
            ),
        )
        for share in (-0.5, -0.25, 0.0, 0.25, 0.5):
            painter.fillRect(QRectF(x + share * half - 1.6, row - 24, 3.2, 32), colour(body))
        painter.fillRect(QRectF(pane.x(), row - 8, half, 1.2), colour(body))
        eaves = QPainterPath(QPointF(x - half, row - 30))
        eaves.cubicTo(x - 0.7 * half, row - 36, x - 0.5 * half, row - 46, x - 0.36 * half, row - 62)
        eaves.lineTo(x + 0.36 * half, row - 62)
        eaves.cubicTo(x + 0.5 * half, row - 46, x + 0.7 * half, row - 36, x + half, row - 30)
        eaves.cubicTo(x + 0.5 * half, row - 23, x - 0.5 * half, row - 23, x - half, row - 30)
        painter.setBrush(downward([(0, mix(roof, tone.mist, 0.28)), (1, roof)], row - 62, row - 24))
        painter.drawPath(eaves)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        under = QPainterPath(QPointF(x - 0.9 * half, row - 28.5))
        under.cubicTo(
            x - 0.4 * half, row - 23.5, x + 0.4 * half, row - 23.5, x + 0.9 * half, row - 28.5
        )
        painter.setPen(pen(light, 0.9, 0.6))
        painter.drawPath(under)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(roof))
    painter.drawPath(shape([(x - 5, foot - 176), (x, foot - 206), (x + 5, foot - 176)]))


def pool(painter: QPainter, tone: Tone, x: float, row: float) -> None:
    """The quarry pool before the pavilion, with the lamps' reflection."""
    water = QPainterPath()
    water.addEllipse(QPointF(x, row), 0.42 * PITCH, 19)
    painter.setBrush(
        downward(
            [(0, mix(tone.pool, "#ffffff", 0.12)), (1, mix(tone.pool, tone.near[2], 0.55))],
            row - 19,
            row + 19,
        )
    )
    painter.drawPath(water)
    painter.save()
    painter.setClipPath(water)
    for i in range(-3, 4):
        painter.fillRect(QRectF(x + 13 * i - 2, row - 6, 4, 26), colour(tone.pagoda[1], 0.4))
    painter.setPen(pen(tone.pagoda[0], 1.0, 0.25))
    for drop in (4, 9, 14):
        painter.drawLine(QPointF(x - 70, row + drop), QPointF(x + 60, row + drop))
    painter.restore()


def road(painter: QPainter, tone: Tone, horizon: float) -> None:
    """Outlook: a road that winds towards the sun."""
    left, foot, top = 6 * PITCH, HEIGHT + 4, horizon + 46
    way = QPainterPath(QPointF(left + 62, foot))
    way.cubicTo(left + 96, foot - 52, left + 216, foot - 64, left + 166, foot - 108)
    way.cubicTo(left + 140, foot - 128, left + 112, top + 14, left + 125, top)
    way.lineTo(left + 127, top)
    way.cubicTo(left + 118, top + 14, left + 152, foot - 130, left + 182, foot - 108)
    way.cubicTo(left + 248, foot - 58, left + 146, foot - 44, left + 132, foot)
    way.closeSubpath()
    light = mix(tone.sun, "#ffb878", 0.6) if tone.night else "#f6e6cc"
    painter.setBrush(downward([(0, light, 0.9), (0.4, light, 0.4), (1, light, 0.14)], top, foot))
    painter.drawPath(way)
