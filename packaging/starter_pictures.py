"""Draws the pictures of the starter show: a hall whose windows look on ridges at dusk, and a lake.

.venv/bin/python packaging/starter_pictures.py resources/starter/pictures
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random  # noqa: TID251 - grain and ripples from seeds of their own

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF
from waiting_picture import Pixels, rgb, ridges, sky

QUALITY = 90
WALL, FLOOR, FRAME = "#0d1122", "#0a0d1a", "#05070f"
HALL = {"hall": (3840, 2160), "hall-portrait": (2160, 3840)}
LAKE = (2560, 2160)
PEOPLE = ((0.655, 1.0, 0), (0.71, 0.94, 1), (0.865, 0.97, 2))  # place across, height, figure


def view(width: int, height: int, horizon: float) -> Pixels:
    """The sky and the ridges, as far as they are seen."""
    scene = sky(width, height, horizon)
    ridges(scene, horizon)
    return scene


def soft(picture: Pixels, radius: int, axis: int) -> Pixels:
    """The picture smeared along an axis by so many pixels either way, smoothly."""
    for _ in range(2):
        padding = [(0, 0)] * picture.ndim
        padding[axis] = (radius + 1, radius)
        sums = np.cumsum(np.pad(picture, padding, mode="edge"), axis=axis)
        count = picture.shape[axis]
        far = np.take(sums, range(2 * radius + 1, 2 * radius + 1 + count), axis=axis)
        near = np.take(sums, range(count), axis=axis)
        picture = (far - near) / (2 * radius + 1)
    return picture


def panes(width: int, height: int) -> list[tuple[float, float]]:
    """Where the windows stand: their left and right sides."""
    count, margin, gap = (4, 0.055, 0.028) if width > height else (2, 0.085, 0.055)
    each = (1.0 - 2 * margin - (count - 1) * gap) / count
    lefts = [margin + i * (each + gap) for i in range(count)]
    return [(left * width, (left + each) * width) for left in lefts]


def hall(width: int, height: int) -> Pixels:
    """A dark hall: tall windows, the evening behind them, and its light on the floor."""
    foot, top = round(0.68 * height), round(0.07 * height)
    outside = view(width, foot, 0.66 * foot)
    mask = np.zeros((foot, width, 1))
    bar = max(4, round(0.0022 * max(width, height)))
    for left, right in panes(width, height):
        a, b = round(left), round(right)
        mask[top : foot - 4 * bar, a:b] = 1.0
        middle = (a + b) // 2
        mask[top:, middle - bar : middle + bar] = 0.0
        sill = top + round(0.3 * (foot - top))
        mask[sill - bar : sill + bar, a:b] = 0.0
    lit = soft(soft(mask * outside, round(0.03 * width), 1), round(0.03 * width), 0)
    wall = rgb(WALL) * np.linspace(0.55, 1.15, foot)[:, None, None] + 0.2 * lit
    picture = np.empty((height, width, 3))
    picture[:foot] = mask * outside + (1 - mask) * wall
    down = np.linspace(0.0, 1.0, height - foot)[:, None, None]
    mirrored = picture[foot - 1 :: -1][: height - foot]
    near = soft(soft(mirrored, round(0.002 * width), 1), round(0.006 * height), 0)
    far = soft(soft(mirrored, round(0.012 * width), 1), round(0.03 * height), 0)
    shine = near + np.clip(2.5 * down, 0, 1) * (far - near)
    picture[foot:] = rgb(FLOOR) * (1 - 0.5 * down) + 0.5 * (1 - down) ** 1.6 * shine
    picture[foot : foot + bar] *= 0.5
    return picture


def lake(width: int, height: int) -> Pixels:
    """Ridges, a moon, and still water that sends them back."""
    row = round(0.56 * height)
    above = view(width, round(0.86 * height), 0.4 * height)[:row]
    picture = np.empty((height, width, 3))
    picture[:row] = above
    depth = height - row
    down = np.linspace(0.0, 1.0, depth)[:, None, None]
    mirrored = soft(soft(above[::-1], 4, 1)[:depth] if depth <= row else above[::-1], 9, 0)
    rng = Random(5)  # noqa: S311 - no secret
    waves = [(rng.uniform(30, 90), rng.uniform(0, 6.3)) for _ in range(4)]
    rows = np.arange(depth)
    sway = sum((np.sin(rows / (0.4 * length) + turn) for length, turn in waves), np.zeros(depth))
    shifts = np.round(sway * 5 * np.linspace(0.2, 1.0, depth)).astype(int)
    across = np.clip(np.arange(width)[None, :] - shifts[:, None], 0, width - 1)
    rippled = np.take_along_axis(mirrored, across[..., None], axis=1)
    picture[row:] = rippled * (0.82 - 0.5 * down) + rgb("#0b1430") * (0.18 + 0.3 * down)
    shore = np.exp(-((np.arange(height) - row) ** 2) / 18.0)[:, None, None]
    return picture + 0.16 * shore * rgb("#ffd2a8")


def image_of(picture: Pixels) -> QImage:
    """The picture with a grain that keeps its gradients free of bands."""
    height, width, _ = picture.shape
    noise = Random(0).randbytes(height * width)  # noqa: S311 - no secret
    grain: NDArray[np.float64] = np.frombuffer(noise, np.uint8).reshape(height, width, 1) / 255
    pixels = np.clip(picture * 255 + 0.5 + (grain - 0.5) * 2.0, 0, 255).astype(np.uint8)
    content = np.ascontiguousarray(pixels).tobytes()
    return QImage(content, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def people(image: QImage) -> None:
    """A few visitors before the windows, and their shadows on the floor."""
    width, height = image.width(), image.height()
    unit, foot = 0.2 * min(height, 1.1 * width), 0.715 * height
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for at, share, figure in PEOPLE:
        for turned, opacity in ((-0.55, 0.45), (1.0, 1.0)):
            colour = QColor(FRAME)
            colour.setAlphaF(opacity)
            painter.setBrush(colour)
            painter.save()
            painter.translate(at * width, foot)
            painter.scale(share * unit, share * unit * turned)
            _person(painter, figure)
            painter.restore()
    painter.end()


def _person(painter: QPainter, figure: int) -> None:
    """Somebody who stands on (0, 0) and is 1 high, up being negative."""
    painter.drawEllipse(QPointF(0.0, -0.925), 0.05, 0.07)
    body = QPainterPath(QPointF(-0.03, -0.88))
    body.cubicTo(-0.04, -0.82, -0.11, -0.84, -0.125, -0.76)
    body.cubicTo(-0.14, -0.66, -0.13, -0.55, -0.11, -0.44)
    if figure == 1:  # in a coat
        body.lineTo(-0.135, -0.24)
        body.lineTo(0.135, -0.24)
    else:
        body.lineTo(-0.095, -0.38)
        body.lineTo(0.095, -0.38)
    body.lineTo(0.11, -0.44)
    body.cubicTo(0.13, -0.55, 0.14, -0.66, 0.125, -0.76)
    body.cubicTo(0.11, -0.84, 0.04, -0.82, 0.03, -0.88)
    body.closeSubpath()
    painter.drawPath(body)
    hip = -0.24 if figure == 1 else -0.38
    for side in (-1.0, 1.0):
        leg = ((0.004, hip), (0.095, hip), (0.07, -0.02), (0.085, 0.0), (0.02, 0.0))
        painter.drawPolygon(QPolygonF([QPointF(side * x, y) for x, y in leg]))


def main(arguments: list[str]) -> int:
    """Writes the pictures into the folder named; 1 where that fails."""
    folder = Path(arguments[0])
    drawn = {"lake": image_of(lake(*LAKE))}
    for name, size in HALL.items():
        drawn[name] = image_of(hall(*size))
        people(drawn[name])
    saved = [
        image.save(str(folder / f"{name}.jpg"), "jpeg", QUALITY) for name, image in drawn.items()
    ]
    return 0 if all(saved) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
