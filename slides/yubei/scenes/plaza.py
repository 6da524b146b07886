"""Central Park's business district by night: shops and towers round a plaza after rain."""

from __future__ import annotations

from random import Random

from camera import Block, Camera, front
from night import (
    COOL,
    WARM,
    Tower,
    Wet,
    lantern,
    raise_tower,
    tower_on,
    tree,
    walker,
    wet_ground,
)  # fmt: skip
from paint import Sheet, Stop, bloom, colour, downward, mix, pen
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

_HALF = 0.78
"""How far the district reaches to either side, as a multiple of its distance."""


def _district(seed: int) -> list[Tower]:
    """Towers behind the plaza, in four depths, leaving the axis open to the glow behind it."""
    rng = Random(seed)
    towers: list[Tower] = []
    for y, pitch, high, gap in (
        (1150, 46, 250, 24),
        (820, 40, 225, 38),
        (580, 36, 170, 52),
        (400, 34, 112, 78),
    ):
        x = -_HALF * y
        while x < _HALF * y:
            width = rng.uniform(0.55, 0.82) * pitch
            swell = 1.0 - 0.5 * abs(x) / (_HALF * y)
            height = high * swell * rng.uniform(0.5, 1.0)
            if abs(x + width / 2) > gap and rng.random() < 0.95:
                block = Block(
                    x, y + rng.uniform(-40, 40), 0, width, width * rng.uniform(0.7, 1.1), height
                )
                towers.append(tower_on(rng, block))
            x += pitch * rng.uniform(0.85, 1.25)
    for x, y, height in ((-101, 520, 178), (66, 500, 150), (112, 545, 178), (-148, 560, 150)):
        towers.append(
            Tower(
                Block(x, y, 0, 30, 30, height), (3.0, 3.6), (0.62, 0.5), "#171a40", True, x < -120
            )
        )
    return sorted(towers, key=lambda tower: -tower.block.y)


def _shop(
    painter: QPainter,
    camera: Camera,
    box: tuple[float, float, float, float],
    y: float,
    tint: str,
    strength: float,
) -> None:
    """One lit bay: brighter under its ceiling, divided by mullions and a beam."""
    left, right, low, top = box
    rows = (camera.at((0, y, top))[1], camera.at((0, y, low))[1])
    shades: list[Stop] = [
        (0, mix(tint, "#ffffff", 0.25), strength), (0.45, tint, strength),
        (1, mix(tint, "#8a3f2c", 0.45), strength),
    ]  # fmt: skip
    painter.setBrush(downward(shades, *rows))
    painter.drawPath(camera.face(front(y, (left, right), (low, top))))
    painter.setBrush(colour("#2a1a2c", 0.55))
    for k in range(1, 4):
        x = left + (right - left) * k / 4
        painter.drawPath(camera.face(front(y, (x - 0.06, x + 0.06), (low, top))))
    beam = top - 0.24 * (top - low)
    painter.drawPath(camera.face(front(y, (left, right), (beam, beam + 0.14))))


def _mall(painter: QPainter, camera: Camera, rng: Random) -> None:
    """The shops along the plaza: two long lit fronts under dark terraces."""
    for left, right, y, high in ((-170.0, -24.0, 168.0, 15.5), (31.0, 190.0, 178.0, 17.5)):
        hall = Block(left, y, 0, right - left, 40, high)
        painter.setBrush(colour("#120f26"))
        painter.drawPath(camera.face(hall.side(camera)))
        rows = (camera.at((0, y, high))[1], camera.at((0, y, 0))[1])
        painter.setBrush(downward([(0, "#241d44"), (0.4, "#1b1634"), (1, "#2c1a34")], *rows))
        painter.drawPath(camera.face(hall.front()))
        bays = int((right - left) / 7.0)
        for bay in range(bays):
            x = left + 1.2 + bay * (right - left - 2.4) / bays
            wide = 0.9 * (right - left - 2.4) / bays
            tint = (
                COOL
                if rng.random() < 0.08
                else mix(rng.choice(WARM), "#ff9f5e", rng.uniform(0, 0.45))
            )
            _shop(painter, camera, (x, x + wide, 0.3, 5.2), y, tint, rng.uniform(0.8, 0.98))
            if rng.random() < 0.7:
                upper = mix(rng.choice(WARM), "#c97a4e", 0.3)
                _shop(painter, camera, (x, x + wide, 7.6, 11.6), y, upper, rng.uniform(0.16, 0.5))
        painter.setBrush(colour("#3a2a4a"))
        painter.drawPath(camera.face(front(y - 3, (left, right), (5.7, 6.2))))
        for z, name, width in ((5.7, "#ffd9a0", 1.6), (high, "#c99ab0", 1.2)):
            edge = [camera.at((x, y - 3, z)) for x in (left, right)]
            painter.setPen(pen(name, width, 0.8))
            painter.drawLine(QPointF(*edge[0]), QPointF(*edge[1]))
        painter.setPen(Qt.PenStyle.NoPen)


def _plaza_scene(painter: QPainter, camera: Camera, seed: int) -> None:
    """All that stands on the plaza; drawn twice, from above and from below the ground."""
    rng = Random(seed)
    for tower in _district(seed):
        raise_tower(painter, camera, tower, rng)
    _mall(painter, camera, rng)
    for y in (165.0, 140.0, 112.0, 90.0, 70.0, 54.0):
        for x in (-36.0, 36.0):
            tree(painter, camera, x * 1.25, y, rng)
            lantern(painter, camera, x * 0.72, y - 6)
    for y in sorted((rng.uniform(62, 170) for _ in range(36)), reverse=True):
        x = rng.choice((-1, 1)) * rng.uniform(3, 24) + rng.uniform(-3, 3)
        walker(painter, camera, x, y, rng)
        if rng.random() < 0.5:
            walker(painter, camera, x + 0.8, y + 0.1, rng)


def _paving(painter: QPainter, camera: Camera, sheet: Sheet) -> None:
    """Joints between the plaza's slabs, catching a little light."""
    row = camera.vanishing[1]
    painter.setPen(pen("#c9b6e8", 1.1, 0.07))
    for x in range(-120, 121, 6):
        near, far = camera.at((x, 8, 0)), camera.at((x, 170, 0))
        painter.drawLine(QPointF(*near), QPointF(*far))
    y = 9.0
    while y < 170:
        at = camera.at((0, y, 0))[1]
        painter.drawLine(QPointF(0, at), QPointF(sheet.width, at))
        y *= 1.14
    painter.setPen(Qt.PenStyle.NoPen)
    calm: list[Stop] = [(0, "#070a16", 0.0), (0.4, "#070a16", 0.12), (1, "#060A16", 0.74)]
    painter.fillRect(
        QRectF(0, row, sheet.width, sheet.height), downward(calm, row + 60, sheet.height)
    )


def plaza() -> Sheet:
    """The business district across its wet plaza."""
    ground: list[Stop] = [(0, "#3a2648"), (0.2, "#1a1732"), (1, "#080b18")]
    wet = Wet(566.0, 5.0, 1320.0, ground, 0.74, (2, 17))
    sheet = wet_ground(wet, lambda painter, camera: _plaza_scene(painter, camera, 21))
    with sheet.painter() as painter:
        _paving(painter, wet.camera(), sheet)
        _plaza_scene(painter, wet.camera(), 21)
    bloom(sheet, 24, 0.5, 0.62)
    return sheet
