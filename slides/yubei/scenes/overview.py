"""The district from a ridge at blue hour: a river bend among lit towers, the airport far off."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from camera import Block, Camera, cells
from land import Profile, Range, clouds, mountains, stars
from paint import (
    Point,
    Sheet,
    Stop,
    bloom,
    colour,
    downward,
    glow,
    lamp,
    line,
    mix,
    pen,
    shape,
    smooth,
)
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from river import River, bend

WARM = ("#ffd98a", "#ffc067", "#ffe9bd")


def _haze(y: float) -> float:
    """How much of the air's colour (0 to 1) lies over something y metres away."""
    return 0.88 * (1 - math.exp(-max(0.0, y - 700) / 3300))


AIR = "#a7627a"


def _sky(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    dusk: list[Stop] = [
        (0, "#0a1230"), (0.4, "#1d2560"), (0.66, "#4f3c80"), (0.84, "#b3627e"), (0.95, "#f0936e"),
        (1, "#ffbd80"),
    ]  # fmt: skip
    painter.fillRect(QRectF(0, 0, sheet.width, horizon + 20), downward(smooth(dusk), 0, horizon))
    stars(painter, 31, 90, QRectF(0, 0, sheet.width, 0.55 * horizon), 0.6)
    clouds(
        painter,
        8,
        18,
        QRectF(0, 0.45 * horizon, sheet.width, 0.45 * horizon),
        ("#e88f86", "#8e5a8c", "#ffbf92"),
        0.13,
    )
    sunset: list[Stop] = [
        (0, "#ffd090", 0.85),
        (0.2, "#ffa860", 0.42),
        (0.5, "#e07a5c", 0.14),
        (1, "#e07a5c", 0),
    ]
    sun = (0.36 * sheet.width, horizon - 8)
    glow(painter, sun, 0.46 * sheet.width, sunset, 0.5)
    far = Range(3, 140, horizon - 14, horizon + 16, 74, "#9c5f80", "#8a5276", "#f09a7c", 1.5)
    mountains(painter, far, sheet.width, horizon + 60, sun, "#ffd2a0")


def _hills(painter: QPainter, sheet: Sheet, row: float) -> None:
    """Low hills that rise from the mist behind the city and hide where the river goes."""
    sun = (0.36 * sheet.width, row - 80)
    rolling = Range(3, 88, row - 16, row + 34, 46, "#8f5878", "#7a4d72", "#b06c80", 2.1)
    mountains(painter, rolling, sheet.width, row + 74, sun, "#f7b08c")
    mist: list[Stop] = [(0, AIR, 0.0), (0.5, AIR, 0.55), (1, AIR, 0.0)]
    painter.fillRect(QRectF(0, row - 10, sheet.width, 170), downward(mist, row - 10, row + 160))


def _plain(painter: QPainter, sheet: Sheet, camera: Camera) -> None:
    """The valley floor: paler and warmer with distance."""
    top = camera.vanishing[1]
    stops: list[Stop] = []
    for i in range(41):
        row = top + 2 + (sheet.height - top) * (i / 40) ** 2
        y = camera.eye[1] + camera.focal * camera.eye[2] / (row - top)
        stops.append(((i / 40) ** 2, mix("#151830", AIR, _haze(y))))
    painter.fillRect(
        QRectF(0, top + 8, sheet.width, sheet.height), downward(stops, top + 2, sheet.height)
    )


def _water(painter: QPainter, sheet: Sheet, camera: Camera, river: River) -> QPainterPath:
    left, right = river.banks()
    bed = camera.face([(x, y, 0) for x, y in [*left, *reversed(right)]])
    top = camera.vanishing[1]
    sky: list[Stop] = [
        (0, "#ffc592"),
        (0.10, "#f39a7c"),
        (0.3, "#b8688a"),
        (0.6, "#5d4a8a"),
        (1, "#262c62"),
    ]
    painter.setBrush(downward(smooth(sky), top + 40, sheet.height - 60))
    painter.drawPath(bed)
    painter.save()
    painter.setClipPath(bed)
    sun: list[Stop] = [(0, "#ffe6b8", 0.75), (0.5, "#ffb888", 0.25), (1, "#ffb888", 0)]
    glow(painter, (0.36 * sheet.width, top + 120), 300, sun, 1.1)
    rng = Random(3)
    for _ in range(420):
        y = rng.uniform(600, 5200)
        x = rng.uniform(-2200, 2200)
        at = camera.at((x, y, 0))
        length = camera.size(rng.uniform(40, 150), y)
        painter.fillRect(
            QRectF(at[0], at[1], length, max(0.5, 1300 / y)),
            colour(rng.choice(("#ffd9c0", "#1c2258")), rng.uniform(0.05, 0.16)),
        )
    lamps = sheet.another()
    with lamps.painter() as brush:
        for x, y in right:
            for _ in range(4 if y < 3200 else 0):
                _streak(brush, camera, (x + rng.uniform(-40, 40), y + rng.uniform(-9, 9)), rng)
    painter.drawImage(sheet.area, lamps.softened(1.5, 12))
    painter.restore()
    for bank in (left, right):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen("#ffcf96", 1.2, 0.35))
        painter.drawPath(line([camera.at((x, y, 0)) for x, y in bank]))
    painter.setPen(Qt.PenStyle.NoPen)
    return bed


def _streak(painter: QPainter, camera: Camera, foot: Point, rng: Random) -> None:
    """A lamp's reflection: a soft stroke on the water below it."""
    x, y = camera.at((foot[0] + rng.uniform(-25, 25), foot[1], 0))
    length, width = (
        camera.size(rng.uniform(20, 150), foot[1]),
        camera.size(rng.uniform(1, 4), foot[1]),
    )
    tint = rng.choice(("#ffd08a", "#ffc067", "#ffe6b8"))
    painter.fillRect(
        QRectF(x - width / 2, y, width, length),
        downward([(0, tint, 0.6), (0.4, tint, 0.2), (1, tint, 0)], y, y + length),
    )


def _quarters(river: River) -> Iterator[Block]:
    """Towers: dense and high in three quarters, low between, none in the water."""
    rng = Random(75)
    centres = (
        (150, 2150, 640, 170),
        (1900, 2500, 560, 120),
        (-1900, 3300, 700, 110),
        (500, 4700, 900, 120),
        (-420, 1500, 0, 0),
    )
    placed: list[Point] = []
    tries = 0
    while len(placed) < 700 and tries < 16000:
        tries += 1
        x, y = rng.uniform(-3400, 3400), rng.uniform(1250, 5500)
        if abs(x) > 0.72 * y + 200 or river.distance(x, y) < 0.5 * river.width + 60:
            continue
        swell = max(
            high * math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / spread**2)
            for cx, cy, spread, high in centres
            if spread
        )
        if rng.random() > (0.2 if y > 2300 else 0.0) + swell / 100 or any(
            math.hypot(x - a, y - b) < 54 for a, b in placed
        ):
            continue
        placed.append((x, y))
        height = 16 + 34 * rng.random() ** 2 + swell * rng.uniform(0.45, 1.15)
        yield Block(x, y, 0, rng.uniform(26, 46), rng.uniform(24, 44), height)


def _tower(painter: QPainter, camera: Camera, block: Block, rng: Random) -> None:
    haze = _haze(block.y)
    body, lit_side = mix("#171a38", AIR, haze), mix("#4a3358", AIR, haze)
    foot, top = camera.at((block.x, block.y, 0))[1], camera.at((block.x, block.y, block.height))[1]
    air = mix(body, AIR, 0.4)
    side_tone = lit_side if block.x > camera.eye[0] else mix(body, "#0b0d20", 0.3 * (1 - haze))
    painter.setBrush(downward([(0, side_tone), (1, mix(side_tone, AIR, 0.35))], top, foot))
    painter.drawPath(camera.face(block.side(camera)))
    painter.setBrush(downward([(0, body), (0.5, body), (1, air)], top, foot))
    painter.drawPath(camera.face(block.front()))
    if rng.random() < 0.35 and block.height > 70:
        cap = Block(block.x + 0.25 * block.width, block.y, block.height, 0.5 * block.width, 10, 9)
        painter.drawPath(camera.face(cap.front()))
    wide, high = camera.size(block.width, block.y), camera.size(block.height, block.y)
    columns, rows = int(wide / 4.6), int(high / 5.4)
    if columns < 2 or rows < 2:
        return
    share = rng.choice((0.15, 0.3, 0.3, 0.45))
    for pane in cells(block.front(), columns, rows, (0.5, 0.5)):
        if rng.random() < share:
            tint = rng.choice((*WARM, WARM[0], "#bfdcff"))
            painter.setBrush(colour(tint, rng.uniform(0.4, 0.95) * (1 - 0.55 * haze)))
            painter.drawPath(camera.face(pane))


def _lamps(river: River) -> Iterator[Point]:
    """Where street lamps stand (x, y): along both banks and in the quarters' grid of streets."""
    for bank in river.banks():
        for (x0, y0), (x1, y1) in pairwise(bank):
            steps = max(1, int(math.hypot(x1 - x0, y1 - y0) / 38))
            for i in range(steps):
                yield x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps
    for street in range(-3300, 3400, 300):
        yield from ((street + 0.12 * y, float(y)) for y in range(1250, 6500, 58))
    for street in range(1400, 6300, 420):
        yield from ((float(x), street + 0.10 * x) for x in range(-3300, 3300, 46))


def _streets(painter: QPainter, camera: Camera, river: River) -> None:
    """The streets as faint lines, and their lamps, one in four of them hidden by trees."""
    rng = Random(17)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen("#f0a878", 1.3, 0.13))
    for street in range(-3300, 3400, 300):
        ways = [(street + 0.12 * y, float(y)) for y in range(1250, 6500, 40)]
        _road(painter, camera, river, ways)
    for street in range(1400, 6300, 420):
        ways = [(float(x), street + 0.10 * x) for x in range(-3300, 3300, 40)]
        _road(painter, camera, river, ways)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y in _lamps(river):
        if y < 700 or river.distance(x, y) < 0.5 * river.width - 8 or rng.random() < 0.25:
            continue
        size, tint = min(2.0, max(0.5, 2300 / y)), rng.choice(("#ffca7c", "#ffbd66", "#ffe2b0"))
        lamp(painter, camera.at((x, y, 6)), size, tint, 0.75 * (1 - 0.6 * _haze(y)))


def _road(painter: QPainter, camera: Camera, river: River, ways: Sequence[Point]) -> None:
    """The pieces of a street that lie on dry land."""
    dry = [river.distance(x, y) > 0.5 * river.width and y > 700 for x, y in ways]
    for i in range(len(ways) - 1):
        if dry[i] and dry[i + 1]:
            ends = [camera.at((*way, 0)) for way in ways[i : i + 2]]
            painter.drawLine(QPointF(*ends[0]), QPointF(*ends[1]))


def _groves(painter: QPainter, camera: Camera, river: River) -> None:
    """Parks and slopes between the streets: soft dark crowns in clumps."""
    rng = Random(64)
    for _ in range(420):
        x0, y0 = rng.uniform(-3200, 3200), rng.uniform(800, 6000)
        spread = rng.uniform(20, 110)
        for _ in range(18):
            x, y = x0 + rng.gauss(0, spread), y0 + rng.gauss(0, spread)
            if y < 650 or river.distance(x, y) < 0.5 * river.width + 12:
                continue
            size = camera.size(rng.uniform(5, 10), y)
            ground = mix("#151830", AIR, _haze(y))
            painter.setBrush(
                colour(mix(ground, "#0b1020", rng.uniform(0.25, 0.5) * (1 - _haze(y))))
            )
            painter.drawEllipse(QPointF(*camera.at((x, y, 7))), size, 0.72 * size)


def _bridge(painter: QPainter, camera: Camera, ends: tuple[Point, Point], mast: float) -> None:
    """A cable-stayed bridge: deck with lamps, two masts, a fan of cables."""
    (x0, y0), (x1, y1) = ends

    def on(share: float, z: float) -> Point:
        return camera.at((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, z))

    tone = mix("#d9b3a8", AIR, _haze((y0 + y1) / 2))
    painter.setPen(pen("#1a1730", 4.2, 0.95))
    painter.drawPath(line([on(0, 24), on(1, 24)]))
    for at in (0.3, 0.7):
        painter.setPen(pen("#ffe2c0", 0.8, 0.5))
        for k in range(1, 10):
            for side in (-1, 1):
                painter.drawLine(
                    QPointF(*on(at, 24 + mast * (0.4 + 0.06 * k))),
                    QPointF(*on(at + side * 0.021 * k, 25)),
                )
        painter.setPen(pen(tone, 3.2))
        painter.drawLine(QPointF(*on(at, -2)), QPointF(*on(at, 24 + mast)))
    painter.setPen(Qt.PenStyle.NoPen)
    for i in range(30):
        lamp(painter, on(i / 29, 30), 1.3, "#ffe0a8", 0.9)


def _airport(painter: QPainter, camera: Camera, sheet: Sheet) -> None:
    """Two runways as strings of light on the far plain and one aircraft's lamps on approach."""
    halo: list[Stop] = [(0, "#ffe3b8", 0.5), (0.5, "#ffc48c", 0.18), (1, "#ffc48c", 0)]
    glow(painter, camera.at((2400, 7400, 0)), 330, halo, 0.12)
    for y, left, right in ((6900.0, 950.0, 3300.0), (7700.0, 1500.0, 4300.0)):
        for i in range(44):
            share = i / 43
            at = camera.at((left + (right - left) * share, y + 500 * share, 0))
            lamp(painter, at, 0.9, "#fff0cc" if i % 5 else "#a9d4ff", 0.85)
    for x, y, size in ((0.835, 0.243, 2.3), (0.885, 0.206, 1.9), (0.94, 0.163, 1.5)):
        lamp(painter, (x * sheet.width, y * sheet.height), size, "#fff4d8", 0.95)


def _foreground(painter: QPainter, sheet: Sheet) -> None:
    """Two dark slopes with trees along their edge: where the title stands."""
    for seed, base, height, tone, size in (
        (9, 985, 170, "#151530", 15),
        (26, 1052, 190, "#0a0c1c", 24),
    ):
        profile = Profile(seed, base, height, 0.75, 1.6)
        points = profile.points(-20, sheet.width + 20, 7)
        rng = Random(seed)
        path = shape([(-30, sheet.height + 5), *points, (sheet.width + 30, sheet.height + 5)])
        painter.setBrush(
            downward(
                [(0, mix(tone, "#4a3560", 0.35)), (0.45, tone), (1, "#070914")],
                base - height,
                sheet.height,
            )
        )
        painter.drawPath(path)
        painter.setBrush(colour(mix(tone, "#4a3560", 0.25)))
        for x, y in points:
            grown = size * rng.uniform(0.25, 1.0)
            crown = QPainterPath()
            crown.setFillRule(Qt.FillRule.WindingFill)
            crown.addEllipse(QPointF(x, y - 0.25 * grown), 0.5 * grown, 0.62 * grown)
            crown.addEllipse(QPointF(x + 0.4 * grown, y), 0.45 * grown, 0.5 * grown)
            painter.drawPath(crown)


def overview() -> Sheet:
    """The district over the ridges."""
    sheet = Sheet.blank(1920, 1080)
    camera = Camera((0, 0, 430), 1500, (960, 372))
    river = bend()
    with sheet.painter() as painter:
        _sky(painter, sheet, camera.vanishing[1] + 14)
        _plain(painter, sheet, camera)
        _water(painter, sheet, camera, river)
        _hills(painter, sheet, 398)
        _airport(painter, camera, sheet)
        _groves(painter, camera, river)
        _streets(painter, camera, river)
        rng = Random(40)
        for block in sorted(_quarters(river), key=lambda block: -block.y):
            _tower(painter, camera, block, rng)
        _bridge(painter, camera, ((-1350, 2050), (-560, 2330)), 120)
        _bridge(painter, camera, ((520, 830), (960, 1200)), 90)
        veil: list[Stop] = [(0, AIR, 0.35), (0.12, AIR, 0.22), (0.4, AIR, 0.0)]
        painter.fillRect(QRectF(0, 372, sheet.width, 708), downward(veil, 372, 1080))
        _foreground(painter, sheet)
    bloom(sheet, 22, 0.45, 0.68)
    return sheet
