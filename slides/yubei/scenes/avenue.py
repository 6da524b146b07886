"""An avenue of the district at night, one vanishing point, cars drawn long as light."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from camera import Block, Camera, Place, flat
from night import (
    AIR,
    COOL,
    WARM,
    Tower,
    Wet,
    haze_at,
    lantern,
    raise_tower,
    tower_on,
    tree,
    walker,
    wet_ground,
)  # fmt: skip
from paint import Sheet, Stop, bloom, colour, downward, glow, linear, mix
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

AVENUE = 17.0


def _lots(seed: int) -> list[Tower]:
    """Towers along both sides of the avenue, a second row higher behind the first."""
    rng = Random(seed)
    towers: list[Tower] = []
    for side in (-1, 1):
        for setback, low, high in (
            (AVENUE + 10, 22, 54),
            (AVENUE + 60, 40, 84),
            (AVENUE + 116, 46, 104),
            (AVENUE + 190, 40, 96),
            (AVENUE + 280, 36, 100),
            (AVENUE + 390, 30, 90),
        ):
            y = rng.uniform(140, 155) + 0.95 * (setback - AVENUE)
            while y < 1250:
                depth, width = rng.uniform(24, 40), rng.uniform(22, 32)
                height = rng.uniform(low, high) * (0.75 + 1.1 * min(1.0, y / 800))
                x = setback if side > 0 else -setback - width
                towers.append(tower_on(rng, Block(x, y, 0, width, depth, height)))
                y += depth + rng.uniform(5, 16) * (1 + y / 600)
    return sorted(towers, key=lambda tower: (-tower.block.y, -abs(tower.block.x)))


def _arcade(painter: QPainter, camera: Camera, wall: Sequence[Place], rng: Random) -> None:
    """Shops along the foot of `wall`, a face of a tower."""
    (x0, y0, _), (x1, y1, _) = wall[0], wall[1]
    bays = max(2, round((abs(x1 - x0) + abs(y1 - y0)) / 5))
    for bay in range(bays):
        a, b = (bay + 0.06) / bays, (bay + 0.94) / bays
        near = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a)
        far = (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)
        tint = COOL if rng.random() < 0.1 else mix(rng.choice(WARM), "#ff9f5e", rng.uniform(0, 0.5))
        tint = mix(tint, AIR, 0.15 + 0.4 * haze_at(near[1]))
        face = [(*near, 0.2), (*far, 0.2), (*far, 4.2), (*near, 4.2)]
        rows = (camera.at((*near, 4.2))[1], camera.at((*near, 0.2))[1])
        painter.setBrush(
            downward([(0, mix(tint, "#ffffff", 0.15)), (1, mix(tint, "#8a3f2c", 0.5))], *rows)
        )
        painter.drawPath(camera.face(face))


def _avenue_scene(painter: QPainter, camera: Camera, seed: int) -> None:
    """Everything along the avenue from far to near; drawn twice, like the plaza."""
    rng = Random(seed)
    for tower in _lots(seed):
        raise_tower(painter, camera, tower, rng)
        if abs(tower.block.x) < AVENUE + 46:
            _arcade(painter, camera, tower.block.front(), rng)
            _arcade(painter, camera, tower.block.side(camera), rng)
    for k in reversed(range(26)):
        y = 56 * 1.125**k
        for side in (-1, 1):
            tree(painter, camera, side * (AVENUE + 4.5), y, rng)
            lantern(painter, camera, side * (AVENUE + 1.2), y * 1.06)
    for y in sorted((rng.uniform(60, 190) for _ in range(44)), reverse=True):
        walker(painter, camera, rng.choice((-1, 1)) * (AVENUE + rng.uniform(2, 7.5)), y, rng)


def _trails(painter: QPainter, camera: Camera) -> None:
    """Cars as light drawn long: white towards us on the left, red away from us on the right."""
    rng = Random(90)
    for side, tints in (
        (-1, ("#fff1d0", "#ffe0a8", "#ffffff")),
        (1, ("#ff5a4c", "#ff7a5c", "#e8384a")),
    ):
        for lane in (3.4, 7.0, 10.6):
            for _ in range(5):
                x = side * (lane + rng.uniform(-1.1, 1.1))
                z, near = rng.uniform(0.5, 0.95), rng.choice((7.5, 14.0, 30.0, 60.0))
                far = near * rng.uniform(4, 14)
                wide = rng.uniform(0.05, 0.11)
                ends = (camera.at((x, near, z)), camera.at((x, far, z)))
                tint, strength = rng.choice(tints), rng.uniform(0.5, 0.9)
                trail: list[Stop] = [
                    (0, tint, 0.0),
                    (0.3, tint, 0.7 * strength),
                    (0.9, tint, strength),
                    (1, tint, 0.2),
                ]
                painter.setBrush(linear(trail, *ends))
                strip = flat(z, (x - wide, x + wide), (near, far))
                painter.drawPath(camera.face(strip))


def _lanes(painter: QPainter, camera: Camera) -> None:
    """Kerbs, the median and broken lane lines."""
    for x, wide, strength in (
        (-AVENUE, 0.25, 0.16), (AVENUE, 0.25, 0.16), (-0.5, 0.12, 0.2), (0.5, 0.12, 0.2),
    ):  # fmt: skip
        painter.setBrush(colour("#d9b8c0", strength))
        painter.drawPath(camera.face(flat(0, (x - wide, x + wide), (7, 900))))
    painter.setBrush(colour("#efe3e8", 0.24))
    for x in (-8.8, -5.2, 5.2, 8.8):
        for y in range(7, 300, 10):
            painter.drawPath(camera.face(flat(0, (x - 0.08, x + 0.08), (y, y + 4))))


def avenue() -> Sheet:
    """An avenue of the district at night, seen from a footbridge."""
    ground: list[Stop] = [(0, "#5a3450"), (0.12, "#2a1f3c"), (1, "#090b18")]
    wet = Wet(600.0, 7.5, 1250.0, ground, 0.55, (3, 24))
    camera = wet.camera()
    sheet = wet_ground(wet, lambda painter, camera: _avenue_scene(painter, camera, 58))
    with sheet.painter() as painter:
        _lanes(painter, camera)
        _avenue_scene(painter, camera, 58)
        warm: list[Stop] = [(0, "#ffb98a", 0.55), (0.4, "#e0806e", 0.2), (1, "#e0806e", 0)]
        glow(painter, (960, wet.row - 6), 520, warm, 0.5)
        _trails(painter, camera)
        calm: list[Stop] = [(0, "#060A16", 0), (1, "#060A16", 0.6)]
        painter.fillRect(QRectF(0, 700, 1920, 380), downward(calm, 700, 1080))
    bloom(sheet, 24, 0.5, 0.62)
    return sheet
