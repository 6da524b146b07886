"""The district by night: sky, towers with lit windows, trees, lanterns, people walking home."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from camera import Block, Camera, Place, cells
from figures import person
from land import Range, mirror, mountains, stars
from paint import Point, Sheet, Stop, colour, downward, glow, lamp, mix, pen, smooth
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

ZENITH, HORIZON = "#0D1636", "#6E3F74"
WARM = ("#ffd98a", "#ffc067", "#ffe9bd")
COOL = "#9fd0ff"
AIR = "#5c3a70"


@dataclass(frozen=True, slots=True)
class Tower:
    """A tower with its cladding: window cells in metres and how much of a cell is glass."""

    block: Block
    cell: tuple[float, float]
    glass: tuple[float, float]
    tone: str
    crown: bool
    mast: bool


@dataclass(frozen=True, slots=True)
class Wet:
    """A picture of 1920 x 1080 whose ground mirrors what stands on it.

    row, eye, focal: the horizon's row, the eye's height in metres, the lens. ground: its tones
    from the horizon to us. share, blur: how much of the light it sends back, and how unclear.
    """

    row: float
    eye: float
    focal: float
    ground: Sequence[Stop]
    share: float
    blur: Point

    def camera(self, *, is_below: bool = False) -> Camera:
        """The camera, or the one that sees everything from below the ground."""
        eye = -self.eye if is_below else self.eye
        return Camera((0, 0, eye), self.focal, (960, self.row))


def wet_ground(wet: Wet, stands: Callable[[QPainter, Camera], None]) -> Sheet:
    """Sky and ground, with all that `stands` on it mirrored; nothing of it is there itself yet."""
    sheet, below = Sheet.blank(1920, 1080), Sheet.blank(1920, 1080)
    with below.painter() as painter:
        sky(painter, below, wet.row)
        stands(painter, wet.camera(is_below=True))
    with sheet.painter() as painter:
        sky(painter, sheet, wet.row)
        box = QRectF(0, wet.row, sheet.width, sheet.height - wet.row)
        painter.fillRect(box, downward(smooth(wet.ground), wet.row, sheet.height))
    mirror(sheet, below, wet.row, wet.row, wet.share, wet.blur)
    return sheet


def haze_at(metres: float) -> float:
    """How much of the night air's glow (0 to 1) lies over something so far away."""
    return min(0.8, max(0.0, (metres - 120) / 900))


def window_tint(rng: Random) -> str:
    """A lit window's colour: three warm tones, now and then the cool one."""
    return COOL if rng.random() < 0.13 else rng.choice(WARM)


def sky(painter: QPainter, sheet: Sheet, row: float) -> None:
    """Night over the city's glow, a few stars, the ridge in the distance."""
    night: list[Stop] = [
        (0, mix(ZENITH, "#000008", 0.25)), (0.3, ZENITH), (0.6, "#2a2258"), (0.85, "#54346e"),
        (1, HORIZON),
    ]  # fmt: skip
    painter.fillRect(sheet.area, downward(smooth(night), 0, row))
    stars(painter, 77, 110, QRectF(0, 0, sheet.width, 0.5 * row), 0.6)
    dusk: list[Stop] = [(0, "#e08a6a", 0.7), (0.35, "#b85c6c", 0.36), (1, "#a8566c", 0)]
    glow(painter, (0.5 * sheet.width, row), 1000, dusk, 0.3)
    ridge = Range(2, 61, row - 30, row - 8, 96, "#5a3668", "#2c1f4a", "#7a4670", 1.3)
    mountains(painter, ridge, sheet.width, row + 30, (0.5 * sheet.width, row), "#c97a80")


def _facade(
    painter: QPainter, camera: Camera, face: Sequence[Place], tower: Tower, lit: float, rng: Random
) -> None:
    """Windows of one face; whole floors are darker or brighter together."""
    wide = abs(face[1][0] - face[0][0]) + abs(face[1][1] - face[0][1])
    high = face[2][2] - face[0][2]
    columns, rows = max(2, round(wide / tower.cell[0])), max(2, round(high / tower.cell[1]))
    haze = haze_at(face[0][1])
    share = lit
    for i, pane in enumerate(cells(face, columns, rows, tower.glass)):
        if i % columns == 0:
            share = lit * rng.choice((0.3, 0.8, 1.0, 1.0, 1.7))
        if rng.random() < share:
            _lit_pane(painter, camera, pane, mix(window_tint(rng), AIR, 0.4 * haze), rng)
        else:
            painter.setBrush(colour("#6a78b8", rng.uniform(0.04, 0.11)))
            painter.drawPath(camera.face(pane))


def _lit_pane(
    painter: QPainter, camera: Camera, pane: Sequence[Place], tint: str, rng: Random
) -> None:
    """A lit window; one seen large has a lamp's brightness above and a room's dark below."""
    strength = rng.uniform(0.5, 1.0)
    top, foot = camera.at(pane[2])[1], camera.at(pane[0])[1]
    painter.setBrush(colour(tint, strength))
    if abs(foot - top) > 9:
        room: list[Stop] = [
            (0, mix(tint, "#ffffff", 0.18), strength), (0.5, tint, strength),
            (1, mix(tint, "#6a3a34", 0.6), strength),
        ]  # fmt: skip
        painter.setBrush(downward(room, top, foot))
    painter.drawPath(camera.face(pane))
    if abs(foot - top) > 9:
        (x0, y0, low), (x1, y1, _), (_, _, high) = pane[0], pane[1], pane[2]
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        painter.setPen(pen("#241a34", 0.9, 0.6))
        ends = camera.at((*middle, low)), camera.at((*middle, high))
        painter.drawLine(QPointF(*ends[0]), QPointF(*ends[1]))
        painter.setPen(Qt.PenStyle.NoPen)


def _head(painter: QPainter, camera: Camera, tower: Tower, body: str) -> None:
    """What stands on the roof: a smaller storey and on high towers a mast with a red lamp."""
    block = tower.block
    cap = Block(block.x + 0.28 * block.width, block.y, block.height, 0.44 * block.width, 6, 3.6)
    painter.setBrush(colour(mix(body, "#2a3a7a", 0.18)))
    painter.drawPath(camera.face(cap.front()))
    if tower.mast:
        x, top = block.x + 0.5 * block.width, block.height * 1.13
        painter.setPen(pen(body, max(1.0, camera.size(0.7, block.y))))
        painter.drawLine(
            QPointF(*camera.at((x, block.y, block.height))), QPointF(*camera.at((x, block.y, top)))
        )
        painter.setPen(Qt.PenStyle.NoPen)
        lamp(painter, camera.at((x, block.y, top)), 1.7, "#ff7a6b", 0.9)


def raise_tower(painter: QPainter, camera: Camera, tower: Tower, rng: Random) -> None:
    """Paint one tower: two faces, windows, a lit crown."""
    block = tower.block
    haze = haze_at(block.y)
    body = mix(tower.tone, AIR, haze)
    top, foot = camera.at((0, block.y, block.height))[1], camera.at((0, block.y, 0))[1]
    rising: list[tuple[float, str]] = [
        (0, mix(body, "#2a3a7a", 0.22)), (0.6, body), (1, mix(body, "#c0705e", 0.35)),
    ]  # fmt: skip
    side = [(at, mix(name, "#05060f", 0.42)) for at, name in rising]
    painter.setBrush(downward(side, top, foot))
    painter.drawPath(camera.face(block.side(camera)))
    _facade(painter, camera, block.side(camera), tower, 0.22, rng)
    painter.setBrush(downward(rising, top, foot))
    painter.drawPath(camera.face(block.front()))
    _facade(painter, camera, block.front(), tower, 0.35, rng)
    _head(painter, camera, tower, body)
    if tower.crown:
        rim = [camera.at(place) for place in block.front()[2:]]
        painter.setPen(pen(mix("#ffd9a0", AIR, haze), 2.0, 0.9))
        painter.drawLine(QPointF(*rim[0]), QPointF(*rim[1]))
        painter.setPen(Qt.PenStyle.NoPen)


def tower_on(rng: Random, block: Block) -> Tower:
    """A tower on `block` with a cladding drawn from a few kinds."""
    cell = rng.choice(((3.4, 3.6), (2.6, 3.6), (4.4, 3.8), (2.2, 6.4)))
    glass = rng.choice(((0.55, 0.5), (0.7, 0.42), (0.4, 0.66)))
    tone = rng.choice(("#141a3c", "#1a1838", "#101734", "#1d1a40"))
    high = block.height > 95
    return Tower(block, cell, glass, tone, high and rng.random() < 0.6, high and rng.random() < 0.4)


def tree(painter: QPainter, camera: Camera, x: float, y: float, rng: Random) -> None:
    """A dark crown with fairy lights."""
    painter.setPen(pen("#0c0c1c", max(1.2, camera.size(0.3, y))))
    painter.drawLine(QPointF(*camera.at((x, y, 0))), QPointF(*camera.at((x, y, 4))))
    painter.setPen(Qt.PenStyle.NoPen)
    crown = QPainterPath()
    crown.setFillRule(Qt.FillRule.WindingFill)
    for _ in range(7):
        at = camera.at((x + rng.uniform(-1.5, 1.5), y, rng.uniform(3.4, 6.4)))
        size = camera.size(rng.uniform(1.0, 1.7), y)
        crown.addEllipse(QPointF(*at), size, size)
    tone = mix("#131630", AIR, haze_at(y))
    box = crown.boundingRect()
    ends = (box.top(), box.bottom()) if camera.eye[2] > 0 else (box.bottom(), box.top())
    painter.setBrush(
        downward(
            [(0, mix(tone, "#2a2f5c", 0.3)), (0.5, tone), (1, mix(tone, "#b8704c", 0.34))], *ends
        )
    )
    painter.drawPath(crown)
    for _ in range(16):
        at = camera.at((x + rng.uniform(-2, 2), y, rng.uniform(2.8, 7.0)))
        lamp(painter, at, max(0.7, camera.size(0.06, y)), rng.choice(WARM), rng.uniform(0.4, 0.9))


def lantern(painter: QPainter, camera: Camera, x: float, y: float) -> None:
    """A street lamp, six metres high."""
    painter.setPen(pen("#0b0c1a", max(1.0, camera.size(0.14, y))))
    painter.drawLine(QPointF(*camera.at((x, y, 0))), QPointF(*camera.at((x, y, 5.6))))
    painter.setPen(Qt.PenStyle.NoPen)
    lamp(painter, camera.at((x, y, 5.9)), max(1.4, camera.size(0.34, y)), "#ffe3ae", 0.95)


def walker(painter: QPainter, camera: Camera, x: float, y: float, rng: Random) -> None:
    """Somebody on the way home, dark against the lit shops; some under an umbrella."""
    size = camera.size(1.7, y) * rng.uniform(0.92, 1.05)
    up = size if camera.eye[2] > 0 else -size
    tone, stride = rng.choice(("#0a0916", "#100c1e", "#0c1020")), rng.uniform(0.04, 0.11)
    umbrella = rng.choice(("#8c3a48", "#c98a52", "#3c4a86")) if rng.random() < 0.3 else ""
    person(painter, camera.at((x, y, 0)), (size, up), colour(tone), stride, umbrella)
