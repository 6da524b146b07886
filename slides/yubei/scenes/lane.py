"""An old street with its shops: tiled roofs, lanterns across it, stone wet after rain."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from camera import Block, Camera, Place, cells, wall
from night import AIR, WARM, Wet, haze_at, walker, wet_ground
from paint import Sheet, Stop, bloom, colour, downward, glow, lamp, line, mix, pen
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

_HALF = 7.2
"""Half of the street's width in metres."""


def _houses(seed: int) -> list[Block]:
    """Houses of two and three storeys along both sides, from far to near."""
    rng = Random(seed)
    houses: list[Block] = []
    for side in (-1, 1):
        y = 6.0
        while y < 190:
            deep = rng.uniform(8, 13)
            x = _HALF if side > 0 else -_HALF - 12
            houses.append(Block(x, y, 0, 12, deep, rng.choice((7.2, 8.4, 10.4))))
            y += deep + rng.choice((0.0, 0.0, 0.5, 2.2))
    return sorted(houses, key=lambda house: -house.y)


def _fronts(painter: QPainter, camera: Camera, house: Block, rng: Random) -> None:
    """The house's front on the street: a lit shop below, windows with lattices above."""
    side = 1 if house.x > 0 else -1
    haze = haze_at(3.2 * house.y)
    body = mix(rng.choice(("#3a2238", "#43293a", "#2f2440", "#4a2c38")), AIR, haze)
    face = house.side(camera)
    rows = (camera.at(face[3])[1], camera.at(face[0])[1])
    painter.setBrush(
        downward([(0, mix(body, "#1a1230", 0.4)), (1, mix(body, "#c0705e", 0.35))], *rows)
    )
    painter.drawPath(camera.face(face))
    y0, y1, x = house.y, house.y + house.depth, side * _HALF
    bays = max(2, round(house.depth / 3.4))
    for pane in cells(wall(x, (y0, y1), (0.25, 3.2)), bays, 1, (0.84, 1.0)):
        tint = mix(rng.choice(WARM), "#e8843e", rng.uniform(0.1, 0.8))
        ends = (camera.at(pane[2])[1], camera.at(pane[0])[1])
        light: list[Stop] = [
            (0, tint),
            (0.4, mix(tint, "#c86a3a", 0.35)),
            (1, mix(tint, "#5a2424", 0.75)),
        ]
        painter.setBrush(downward(light, *ends))
        painter.drawPath(camera.face(pane))
        _shelves(painter, camera, pane, rng)
    storeys = round((house.height - 4.0) / 3.0)
    for pane in cells(wall(x, (y0, y1), (4.0, house.height - 0.5)), 2 * bays, storeys, (0.5, 0.56)):
        lit = rng.random() < 0.42
        painter.setBrush(colour(rng.choice(WARM) if lit else "#6a78b8", 0.8 if lit else 0.14))
        painter.drawPath(camera.face(pane))
        middle = [(x, (pane[0][1] + pane[1][1]) / 2, z) for z in (pane[0][2], pane[2][2])]
        painter.setPen(pen("#241628", max(0.6, camera.size(0.08, pane[0][1])), 0.7))
        painter.drawPath(line([camera.at(place) for place in middle]))
        painter.setPen(Qt.PenStyle.NoPen)
    _roof(painter, camera, house, side, haze)


def _shelves(painter: QPainter, camera: Camera, pane: Sequence[Place], rng: Random) -> None:
    """Wares and somebody among them, dark against the shop's light; a beam under its ceiling."""
    (x, near, low), (_, far, _), (_, _, high) = pane[0], pane[1], pane[2]
    painter.setBrush(colour("#3a1a22", 0.55))
    for z in (high - 0.62, low + 1.5, low + 0.85):
        painter.drawPath(camera.face(wall(x, (near, far), (z, z + 0.07))))
    for _ in range(9):
        at = rng.uniform(near, far - 0.3)
        z = rng.choice((low + 1.57, low + 0.92))
        wide, tall = rng.uniform(0.12, 0.34), rng.uniform(0.16, 0.5)
        painter.drawPath(camera.face(wall(x, (at, at + wide), (z, z + tall))))


def _roof(painter: QPainter, camera: Camera, house: Block, side: int, haze: float) -> None:
    """A tiled roof that reaches over the street, and a smaller one over the shop."""
    tile = mix("#1c1a30", AIR, haze)
    y0, y1 = house.y - 0.3, house.y + house.depth + 0.3
    for low, high, out, back in (
        (3.4, 4.0, 1.3, 0.0),
        (house.height - 0.3, house.height + 2.2, 1.1, 5.0),
    ):
        eaves, ridge = side * (_HALF - out), side * (_HALF + back)
        slope = [(eaves, y0, low), (eaves, y1, low), (ridge, y1, high), (ridge, y0, high)]
        ends = (camera.at((ridge, y0, high))[1], camera.at((eaves, y0, low))[1])
        painter.setBrush(downward([(0, mix(tile, "#6a5a90", 0.35)), (1, tile)], *ends))
        painter.drawPath(camera.face(slope))
        painter.setPen(pen(mix("#ffcf9a", AIR, haze), max(0.7, camera.size(0.07, y0)), 0.75))
        painter.drawPath(line([camera.at((eaves, y0, low)), camera.at((eaves, y1, low))]))
        painter.setPen(Qt.PenStyle.NoPen)


def _lanterns(painter: QPainter, camera: Camera, y: float) -> None:
    """A string of red lanterns across the street."""
    spots = []
    for k in range(9):
        across = -1 + 2 * k / 8
        spots.append((across * (_HALF - 1.2), y, 6.4 + 1.1 * across * across))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen("#1a1024", max(0.6, camera.size(0.04, y)), 0.9))
    painter.drawPath(line([camera.at(place) for place in spots]))
    painter.setPen(Qt.PenStyle.NoPen)
    for x, _, z in spots[1:-1]:
        at, size = camera.at((x, y, z - 0.5)), camera.size(0.34, y)
        halo: list[Stop] = [(0, "#ff8a5c", 0.5), (0.4, "#ff6a4c", 0.16), (1, "#ff6a4c", 0)]
        glow(painter, at, 5 * size, halo)
        painter.setBrush(
            downward([(0, "#ff9a6a"), (0.5, "#f0503c"), (1, "#b82a30")], at[1] - size, at[1] + size)
        )
        painter.drawEllipse(
            int(at[0] - 1.15 * size), int(at[1] - size), int(2.3 * size) + 1, int(2 * size) + 1
        )


def _street(painter: QPainter, camera: Camera) -> None:
    """All that stands along the street from far to near; drawn twice, the second time mirrored."""
    rng = Random(12)
    for house in _houses(33):
        _fronts(painter, camera, house, rng)
    for y in (92.0, 66.0, 48.0, 35.0, 26.0, 19.0):
        _lanterns(painter, camera, y)
    for y in sorted((rng.uniform(17, 110) for _ in range(40)), reverse=True):
        walker(painter, camera, rng.uniform(-0.72, 0.72) * _HALF, y, rng)


def lane() -> Sheet:
    """The street, seen from its middle."""
    ground: list[Stop] = [(0, "#7a4450"), (0.12, "#3a2440"), (1, "#0c0b18")]
    wet = Wet(600.0, 2.6, 1150.0, ground, 0.5, (3, 20))
    sheet = wet_ground(wet, _street)
    camera = wet.camera()
    with sheet.painter() as painter:
        painter.setPen(pen("#e8c8d0", 1.0, 0.08))
        y = 4.0
        while y < 120:
            ends = [camera.at((-_HALF, y, 0)), camera.at((_HALF, y, 0))]
            painter.drawPath(line(ends))
            y *= 1.1
        painter.setPen(Qt.PenStyle.NoPen)
        warm: list[Stop] = [(0, "#ffb98a", 0.6), (0.4, "#e0806e", 0.22), (1, "#e0806e", 0)]
        glow(painter, (960, wet.row - 20), 420, warm, 0.6)
        _street(painter, camera)
        for x in (-_HALF + 0.4, _HALF - 0.4):
            for y in (24.0, 40.0, 64.0):
                lamp(
                    painter, camera.at((x, y, 3.0)), max(1.4, camera.size(0.16, y)), "#ffe3ae", 0.8
                )
    bloom(sheet, 24, 0.45, 0.64)
    return sheet
