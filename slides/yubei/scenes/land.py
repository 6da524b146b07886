"""Sky and land: stars, thin cloud, ridges that pale with distance, water that mirrors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from paint import Point, Sheet, Stop, colour, downward, glow, line, mix, pen, radial, shape
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter


def stars(painter: QPainter, seed: int, count: int, area: QRectF, brightest: float = 0.75) -> None:
    """`count` stars over `area`, paler towards its lower edge where the dusk outshines them."""
    rng = Random(seed)
    for _ in range(count):
        x, y = rng.uniform(0, area.width()), rng.uniform(0, area.height())
        radius, opacity = rng.choice((0.8, 1.0, 1.3, 1.8)), rng.uniform(0.15, brightest)
        opacity *= min(1.0, 1.5 * (1 - y / area.height()) + 0.1)
        painter.setBrush(colour("#fff8ec", opacity))
        painter.drawEllipse(QPointF(area.x() + x, area.y() + y), radius * 0.85, radius * 0.85)


def clouds(
    painter: QPainter, seed: int, count: int, area: QRectF, tints: Sequence[str], opacity: float
) -> None:
    """Thin banks of cloud, long and flat, lit from the horizon; smaller the lower they lie."""
    rng = Random(seed)
    for _ in range(count):
        depth = rng.random()
        x = area.x() + rng.uniform(-0.1, 1.1) * area.width()
        y = area.y() + depth * area.height()
        length = rng.uniform(150, 520) * (1.15 - 0.6 * depth)
        tint, strength = rng.choice(tints), opacity * rng.uniform(0.35, 1.0)
        for _ in range(3):
            centre = (x + rng.uniform(-0.5, 0.5) * length, y + rng.uniform(-5, 5))
            stops: list[Stop] = [(0, tint, strength), (0.45, tint, 0.4 * strength), (1, tint, 0)]
            over = QPainter.CompositionMode.CompositionMode_SourceOver
            glow(painter, centre, length, stops, rng.uniform(0.03, 0.075), over)


@dataclass(frozen=True, slots=True)
class Profile:
    """A ridge line from a sum of sines: `base` and `height` in logical pixels, `zoom` along x."""

    seed: int
    base: float
    height: float
    zoom: float = 1.0
    detail: float = 1.0

    def points(self, left: float, right: float, step: float = 6.0) -> list[Point]:
        """The line from `left` to `right`."""
        rng = Random(self.seed)
        phases = [rng.uniform(0, 6.28) for _ in range(7)]
        waves = (0.0016, 0.0031, 0.0057, 0.011, 0.021, 0.043, 0.09)
        weights = (1, 0.62, 0.36, 0.2, *(self.detail * w for w in (0.10, 0.05, 0.02)))
        places = [left + step * i for i in range(int((right - left) / step) + 2)]
        return [
            (
                x,
                self.base
                - self.height
                * (
                    0.5
                    + sum(
                        weight * math.sin(x * wave * self.zoom + phase)
                        for weight, wave, phase in zip(weights, waves, phases, strict=True)
                    )
                    / 3.2
                ),
            )
            for x in places
        ]


def ridge(
    painter: QPainter, profile: Profile, width: float, floor: float, brush: QBrush
) -> list[Point]:
    """Fill the land under `profile` down to the row `floor`; returns its line."""
    points = profile.points(-24, width + 24)
    painter.setBrush(brush)
    painter.drawPath(shape([(-30, floor), *points, (width + 30, floor)]))
    return points


@dataclass(frozen=True, slots=True)
class Range:
    """Several ridges from far to near, between the rows `first` and `last`."""

    count: int
    seed: int
    first: float
    last: float
    height: float
    far: str
    near: str
    fog: str
    zoom: float = 1.0


def mountains(
    painter: QPainter, plan: Range, width: float, floor: float, sun: Point, rim: str
) -> None:
    """The ridges of `plan`, each with its valley mist and, towards the sun, a lit edge."""
    for i in range(plan.count):
        t = i / (plan.count - 1) if plan.count > 1 else 1.0
        base = plan.first + (plan.last - plan.first) * t
        zoom = plan.zoom * (1.2 - 0.35 * t)
        profile = Profile(plan.seed + 17 * i, base, plan.height * (1 - 0.35 * t), zoom)
        tone = mix(plan.far, plan.near, t)
        foot = min(floor, base + (plan.last - plan.first) / plan.count * 1.6 + 60)
        mist = mix(tone, plan.fog, 0.75 * (1 - t) + 0.12)
        brush = downward([(0, tone), (1, mist)], base - plan.height, foot)
        points = ridge(painter, profile, width, floor, brush)
        lit = radial([(0, rim, 0.55 * (1 - 0.6 * t)), (1, rim, 0)], sun, 0.42 * width)
        painter.setPen(pen(lit, 2.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line(points))
        painter.setPen(Qt.PenStyle.NoPen)


def mirror(
    sheet: Sheet, scene: Sheet, row: float, scene_row: float, opacity: float, blur: Point
) -> None:
    """Lay what stands above `scene_row` upside down under `row`, blurred by `blur` (x, y)."""
    reflected = scene.softened(*blur)
    with sheet.painter() as painter:
        painter.setClipRect(QRectF(0, row, sheet.width, sheet.height - row))
        painter.setOpacity(opacity)
        painter.translate(0, row + scene_row)
        painter.scale(1, -1)
        painter.drawImage(sheet.area, reflected)
