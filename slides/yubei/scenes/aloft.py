"""An airliner over a sea of cloud at sunset, seen from above."""

from __future__ import annotations

from random import Random

from figures import outline
from paint import Sheet, Stop, bloom, colour, downward, glow, linear, pen, radial, smooth
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

_OVER = QPainter.CompositionMode.CompositionMode_SourceOver


def _clouds(painter: QPainter, sheet: Sheet, rng: Random) -> None:
    """Bank upon bank from far to near, lit from the upper right, shadowed at the foot."""
    for row in range(13):
        share = row / 12
        y, size = sheet.height * (0.08 + 0.98 * share**1.15), 46 + 120 * share
        for _ in range(round(26 - 13 * share)):
            x = rng.uniform(-0.1, 1.1) * sheet.width
            for _ in range(4):
                at = (x + rng.uniform(-1, 1) * size, y + rng.uniform(-0.25, 0.25) * size)
                far: list[Stop] = [(0, "#6a4a82", 0.34), (0.5, "#4a3a78", 0.16), (1, "#4a3a78", 0)]
                glow(painter, (at[0] - 0.1 * size, at[1] + 0.22 * size), size, far, 0.5, _OVER)
                lit: list[Stop] = [(0, "#ffd0b0", 0.34), (0.4, "#f09a94", 0.18), (1, "#c0709a", 0)]
                glow(painter, at, 0.78 * size, lit, 0.42, _OVER)


def _airliner(painter: QPainter, sheet: Sheet) -> None:
    """The aircraft and its shadow on the clouds."""
    size = 0.0040 * sheet.width
    for (dx, dy), brush in (
        ((-150.0, 230.0), colour("#1e1440", 0.26)),
        (
            (0.0, 0.0),
            linear([(0, "#ffffff"), (0.55, "#e2e4f4"), (1, "#8f9ac8")], (0, -46), (0, 46)),
        ),
    ):
        painter.save()
        painter.translate(0.53 * sheet.width + dx, 0.44 * sheet.height + dy)
        painter.rotate(-32)
        painter.scale(size, size)
        painter.setBrush(brush)
        painter.drawPath(outline())
        painter.restore()
    painter.save()
    painter.translate(0.53 * sheet.width, 0.44 * sheet.height)
    painter.rotate(-32)
    painter.scale(size, size)
    tail = QPainterPath(QPointF(-58, 0))
    tail.lineTo(-34, -1.6)
    tail.lineTo(-34, 1.6)
    painter.setBrush(colour("#1FB8B0"))
    painter.drawPath(tail)
    cockpit = QPainterPath(QPointF(54, -4.2))
    cockpit.quadTo(58.4, 0, 54, 4.2)
    cockpit.lineTo(51.4, 4.6)
    cockpit.quadTo(55, 0, 51.4, -4.6)
    painter.setBrush(colour("#1a2348"))
    painter.drawPath(cockpit)
    for side in (-1, 1):
        painter.setBrush(colour("#c8cce4"))
        painter.drawRoundedRect(-2, int(side * 21 - 3), 14, 6, 3, 3)
        painter.setPen(pen("#ffffff", 0.8, 0.35))
        painter.drawLine(QPointF(-34, side * 22), QPointF(-150, side * 22))
        painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()


def aloft(width: int, height: int) -> Sheet:
    """The airliner, for a page of any shape."""
    sheet = Sheet.blank(width, height, 2.0)
    with sheet.painter() as painter:
        deep: list[Stop] = [(0, "#f6a878"), (0.16, "#b8688a"), (0.45, "#51407e"), (1, "#161d44")]
        painter.fillRect(sheet.area, downward(smooth(deep), 0, height))
        _clouds(painter, sheet, Random(919))
        sun: list[Stop] = [(0, "#fff0cc", 0.8), (0.3, "#ffc890", 0.3), (1, "#ffc890", 0)]
        glow(painter, (0.82 * width, 0.02 * height), 0.6 * width, sun, 0.7)
        _airliner(painter, sheet)
        edge: list[Stop] = [(0, "#060A16", 0), (0.6, "#060A16", 0), (1, "#060A16", 0.45)]
        painter.fillRect(sheet.area, radial(edge, (0.5 * width, 0.42 * height), 0.85 * width))
    bloom(sheet, 22, 0.35, 0.75)
    return sheet
