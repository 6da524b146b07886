"""A prototype on the bench: one chip on its board, its signals running outward."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from camera import Block, Camera, Place, flat
from paint import Sheet, Stop, bloom, colour, downward, glow, lamp, line, mix, pen, radial
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

_TEAL, _PALE = "#1FB8B0", "#a8fff4"
_CHIP = Block(-0.62, 2.55, 0.0, 1.24, 1.24, 0.11)
_PINS = 15
"""On each of the chip's sides."""
Trace = list[Place]


def _ways(rng: Random) -> Iterator[Trace]:
    """From each pin straight out, once aslant, and on: the way a board's lines run."""
    half, (cx, cy) = 0.62, (0.0, _CHIP.y + 0.62)
    for side in range(4):
        for pin in range(_PINS):
            at = -0.52 + 1.04 * pin / (_PINS - 1)
            lean = at / 0.52
            first = 0.12 + 0.5 * (1 - abs(lean)) + rng.uniform(0, 0.06)
            slant, on = abs(lean) * rng.uniform(0.5, 1.0) + 0.05, rng.uniform(0.5, 4.2)
            shift = slant * (1 if lean > 0 else -1)
            run = [(half, at), (half + first, at)]
            run += [(half + first + slant, at + shift), (half + first + slant + on, at + shift)]
            yield [_turned(cx, cy, out, along, side) for out, along in run]


def _turned(cx: float, cy: float, out: float, along: float, side: int) -> Place:
    """`out` from the chip's middle and `along` its side, of the four sides the one asked for."""
    x, y = ((out, along), (-out, along), (along, out), (along, -out))[side]
    return (cx + x, cy + y, 0.0)


def _trace(painter: QPainter, camera: Camera, way: Trace, tint: str, strength: float) -> None:
    seen = [camera.at(place) for place in way if place[1] > 0.75]
    if len(seen) < 2:
        return
    wide = max(0.8, camera.size(0.017, way[0][1]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, opacity in ((3.6 * wide, 0.10 * strength), (wide, 0.85 * strength)):
        painter.setPen(pen(tint, width, opacity))
        painter.drawPath(line(seen))
    painter.setPen(Qt.PenStyle.NoPen)
    if way[-1][1] > 0.75:
        lamp(painter, seen[-1], max(1.2, camera.size(0.024, way[-1][1])), tint, strength)


def _parts(painter: QPainter, camera: Camera, rng: Random) -> None:
    """Small components round about, dark, with a light on their upper edge."""
    places = [
        (x + rng.uniform(-0.1, 0.1), y + rng.uniform(-0.1, 0.1))
        for y in (8.2, 7.0, 6.0, 5.1, 3.4, 2.3, 1.6)
        for x in (-4.6, -3.4, -2.3, 2.2, 3.2, 4.4)
    ]
    for x, y in places:
        wide, deep, high = rng.uniform(0.18, 0.6), rng.uniform(0.16, 0.4), rng.uniform(0.05, 0.3)
        _block(painter, camera, Block(x, y, 0, wide, deep, high), "#15303f", "#2c5866")


def _block(painter: QPainter, camera: Camera, block: Block, side: str, top: str) -> None:
    """A dark block seen from above."""
    painter.setBrush(colour(mix(side, "#02060c", 0.45)))
    painter.drawPath(camera.face(block.side(camera)))
    rows = [camera.at(place)[1] for place in block.front()]
    painter.setBrush(downward([(0, side), (1, mix(side, "#02060c", 0.6))], min(rows), max(rows)))
    painter.drawPath(camera.face(block.front()))
    lid = flat(block.height, (block.x, block.x + block.width), (block.y, block.y + block.depth))
    far, near = camera.at(lid[1])[1], camera.at(lid[0])[1]
    painter.setBrush(downward([(0, top), (1, mix(top, side, 0.7))], far, near))
    painter.drawPath(camera.face(lid))


def _chip(painter: QPainter, camera: Camera) -> None:
    """The chip, lit from within."""
    middle = camera.at((0, _CHIP.y + 0.62, _CHIP.height))
    halo: list[Stop] = [(0, _PALE, 0.75), (0.25, _TEAL, 0.4), (1, _TEAL, 0)]
    glow(painter, middle, camera.size(2.5, _CHIP.y), halo, 0.5)
    _block(painter, camera, _CHIP, "#123a46", "#2f7f88")
    for inset, tint, opacity in ((0.1, "#0b2a34", 1.0), (0.2, _TEAL, 0.9), (0.24, _PALE, 0.95)):
        face = flat(
            _CHIP.height + 0.001, (-0.62 + inset, 0.62 - inset),
            (_CHIP.y + inset, _CHIP.y + 1.24 - inset),
        )  # fmt: skip
        painter.setBrush(colour(tint, opacity))
        painter.drawPath(camera.face(face))
    painter.setPen(pen("#0d5f66", max(1.0, camera.size(0.008, _CHIP.y)), 0.65))
    low, high = _CHIP.y + 0.24, _CHIP.y + 1.0
    for k in range(1, 8):
        at = -0.38 + 0.095 * k
        y = low + (high - low) * k / 8
        painter.drawPath(line([camera.at((at, low, 0.112)), camera.at((at, high, 0.112))]))
        painter.drawPath(line([camera.at((-0.38, y, 0.112)), camera.at((0.38, y, 0.112))]))
    painter.setPen(Qt.PenStyle.NoPen)


def chip(width: int, height: int) -> Sheet:
    """The board from the edge of the bench."""
    sheet = Sheet.blank(width, height, 2.0)
    camera = Camera((0.0, 0.0, 2.0), 1.0 * height, (0.5 * width, -0.06 * height))
    rng = Random(16)
    with sheet.painter() as painter:
        painter.fillRect(sheet.area, downward([(0, "#0d2638"), (1, "#050b16")], 0, height))
        at = camera.at((0, _CHIP.y + 0.6, 0))
        warm: list[Stop] = [(0, "#12606a", 0.9), (0.5, "#0e3a4c", 0.5), (1, "#0e3a4c", 0)]
        painter.fillRect(sheet.area, radial(warm, at, 0.9 * height))
        for way in _ways(rng):
            tint = "#ffd9a0" if rng.random() < 0.12 else rng.choice((_TEAL, "#5fe0d6"))
            _trace(painter, camera, way, tint, rng.uniform(0.45, 1.0))
        _parts(painter, camera, rng)
        _chip(painter, camera)
    bloom(sheet, 24, 0.5, 0.62)
    return sheet
