"""A factory hall along one axis: walls, ceiling lights, machines, a floor that mirrors."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from camera import Block, Camera, Place, flat, front, wall
from paint import Stop, across, colour, downward, glow, lamp, mix
from PySide6.QtGui import QPainter

ACCENT = "#FFC49A"
AIR = "#33496f"


@dataclass(frozen=True, slots=True)
class Hall:
    """Half the width, the height of the ceiling and the length, in metres."""

    half: float = 6.4
    ceiling: float = 4.6
    length: float = 60.0


def haze_at(y: float) -> float:
    """How much of the hall's air (0 to 1) lies over something y metres away."""
    return min(0.92, max(0.0, (y - 2.0) / 34))


def shade(tone: str, y: float) -> str:
    """`tone` as it looks y metres away."""
    return mix(tone, AIR, haze_at(y))


def lengthwise(painter: QPainter, camera: Camera, places: list[Place], tone: str) -> None:
    """A surface that runs away from us (first edge: near to far), hazing with distance."""
    (x, near, z), (_, far, _) = places[0], places[1]
    depths = [near * (far / near) ** (i / 24) for i in range(25)]
    upright = places[0][0] == places[2][0]
    seen = [camera.at((x, y, z)) for y in depths]
    axis = 0 if upright else 1
    first, last = seen[0][axis], seen[-1][axis]
    stops: list[Stop] = [
        ((at[axis] - first) / (last - first), shade(tone, y))
        for at, y in zip(seen, depths, strict=True)
    ]
    painter.setBrush(across(stops, first, last) if upright else downward(stops, first, last))
    painter.drawPath(camera.face(places))


def shell(painter: QPainter, camera: Camera, hall: Hall) -> None:
    """Walls with rails and columns, ceiling, and the light at the far end."""
    reach, high, wide = (0.9, hall.length), (0.0, hall.ceiling), (-hall.half, hall.half)
    for side in wide:
        lengthwise(painter, camera, wall(side, reach, high), "#131b33")
        lengthwise(painter, camera, wall(side, reach, (2.5, 2.62)), "#52678f")
        lengthwise(painter, camera, wall(side, reach, (1.1, 1.16)), "#3a4a6c")
        y = 3.0
        while y < 50:
            painter.setBrush(colour(shade("#0d1428", y), 0.8))
            painter.drawPath(camera.face(wall(side, (y, y + 0.5), high)))
            y += 3.2
    lengthwise(painter, camera, flat(hall.ceiling, wide, reach), "#0c1225")
    painter.setBrush(colour("#5d7bad"))
    painter.drawPath(camera.face(front(hall.length, wide, high)))
    shine: list[Stop] = [
        (0, "#dbe9ff", 0.7), (0.25, "#9db9e6", 0.4), (0.6, "#6f8ec4", 0.14), (1, "#6f8ec4", 0),
    ]  # fmt: skip
    glow(painter, camera.vanishing, 420, shine, 0.55)


def ceiling_lights(painter: QPainter, camera: Camera, hall: Hall) -> None:
    """Four rows of lamps, with beams across between them."""
    z = hall.ceiling - 0.02
    y = 42.0
    while y > 1.2:
        painter.setBrush(colour(shade("#1a243f", y)))
        painter.drawPath(camera.face(front(y, (-hall.half, hall.half), (z - 0.22, z))))
        for x in (-4.3, -1.45, 1.45, 4.3):
            if y > 2.3:
                painter.setBrush(colour("#e4f0ff", 0.96 - 0.3 * haze_at(y)))
                painter.drawPath(camera.face(flat(z, (x - 0.09, x + 0.09), (y - 2.0, y - 0.25))))
        y -= 2.6


def cabinets(painter: QPainter, camera: Camera, rng: Random) -> None:
    """Machines along both walls, with small status lamps."""
    y = 40.0
    while y > 4.0:
        for left in (-5.8, 4.6):
            _cabinet(painter, camera, Block(left, y, 0, 1.2, 2.0, rng.uniform(1.5, 2.2)), rng)
        y -= 2.9


def _cabinet(painter: QPainter, camera: Camera, block: Block, rng: Random) -> None:
    tone, night = shade("#25324f", block.y), "#060a16"
    rows = (camera.at((0, block.y, block.height))[1], camera.at((0, block.y, 0))[1])
    side = block.side(camera)
    painter.setBrush(downward([(0, mix(tone, "#9fb7e0", 0.3)), (1, mix(tone, night, 0.3))], *rows))
    painter.drawPath(camera.face(side))
    painter.setBrush(downward([(0, tone), (1, mix(tone, night, 0.45))], *rows))
    painter.drawPath(camera.face(block.front()))
    x = side[0][0]
    painter.setBrush(colour(shade("#7f9cd0", block.y), 0.20))
    painter.drawPath(camera.face(wall(x, (block.y + 0.3, block.y + 1.7), (0.9, 1.35))))
    tint = rng.choice(("#7fe0b0", "#8fc4ff", "#8fc4ff"))
    at = camera.at((x, block.y + 1.0, block.height - 0.14))
    lamp(painter, at, max(0.7, camera.size(0.03, block.y)), tint, 0.8)


def floor(painter: QPainter, camera: Camera, hall: Hall) -> None:
    """The floor under everything, before anything is mirrored in it."""
    ground = flat(0.0, (-hall.half, hall.half), (0.9, hall.length))
    lengthwise(painter, camera, ground, "#141c34")


def walkways(painter: QPainter, camera: Camera) -> None:
    """Marked lanes on the floor."""
    for x in (-2.6, 2.6):
        lengthwise(painter, camera, flat(0.0, (x - 0.04, x + 0.04), (1.0, 50.0)), "#7d8fb3")
