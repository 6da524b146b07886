"""One evening over the district, from moonlit night to sunset: seven windows for the home screen.

The seven chapters' windows are cut from one panorama, with the gutters between them left out, so
that ridges and sky run on from window to window. There is an evening and a day.
"""

from __future__ import annotations

import landmarks
import skyline
from land import Profile, clouds, stars
from landmarks import HEIGHT, PITCH
from paint import (
    Point,
    Sheet,
    Stop,
    across,
    bloom,
    colour,
    downward,
    glow,
    line,
    linear,
    mix,
    pen,
    radial,
    shape,
    smooth,
)
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from tones import Hours, Tone

CHAPTERS = ("overview", "industry", "innovation", "opening", "city", "culture", "outlook")
WIDTH, WINDOW = 1728.0, 237.0
"""The panorama's and a window's width, in logical pixels."""


def _sky(painter: QPainter, tone: Tone, horizon: float) -> None:
    area = QRectF(-4, -4, WIDTH + 24, HEIGHT + 8)
    hours: list[Stop] = [(i / 6, name) for i, name in enumerate(tone.sky)]
    painter.fillRect(area, across(smooth(hours), 0, WIDTH))
    dome: list[Stop] = [(0, tone.zenith, 0.94), (0.4, tone.zenith, 0.66), (1, tone.zenith, 0)]
    painter.fillRect(area, downward(dome, 0, horizon))
    if tone.night:
        stars(painter, 8, 170, QRectF(0, 0, 0.7 * WIDTH, 0.56 * HEIGHT), 0.75)
    tints = ("#8a6fb0", "#6d5a9a", "#b07aa6") if tone.night else ("#ffffff", "#fff3da")
    banks = QRectF(0.25 * WIDTH, 0.24 * HEIGHT, 0.8 * WIDTH, 0.30 * HEIGHT)
    clouds(painter, 6, 16, banks, tints, 0.10 if tone.night else 0.35)
    sun = (0.908 * WIDTH, horizon - 150)
    shine: list[Stop] = [
        (0, "#fff3d0", tone.halo), (0.14, "#ffe0a0", 0.75 * tone.halo),
        (0.4, "#ffc888", 0.35 * tone.halo), (0.7, "#ffbe78", 0.1 * tone.halo), (1, "#ffbe78", 0),
    ]  # fmt: skip
    glow(painter, sun, 360, shine)
    painter.setBrush(colour(tone.sun))
    painter.drawEllipse(QPointF(0.908 * WIDTH, horizon - 176), 46, 46)
    if tone.night:
        _moon(painter, (0.055 * WIDTH, horizon - 262))


def _moon(painter: QPainter, at: Point) -> None:
    halo: list[Stop] = [(0, "#cfd8ff", 0.30), (0.3, "#aab8f0", 0.10), (1, "#aab8f0", 0)]
    glow(painter, at, 150, halo)
    disc, shade = QPainterPath(), QPainterPath()
    disc.addEllipse(QPointF(*at), 30, 30)
    shade.addEllipse(QPointF(at[0] + 12, at[1] - 8), 27, 27)
    painter.setBrush(
        linear([(0, "#fff8e8"), (1, "#d9d0c8")], (at[0] - 30, at[1]), (at[0] + 10, at[1] + 30))
    )
    painter.drawPath(disc.subtracted(shade))


def _ridges(
    painter: QPainter,
    tone: Tone,
    plan: tuple[int, int, float, float, float],
    hours: tuple[Hours, Hours],
) -> None:
    """`plan`: count, seed, first and last row, height; coloured from far to near `hours`."""
    count, seed, first, last, height = plan
    for i in range(count):
        t = i / max(1, count - 1)
        row = first + (last - first) * t
        points = Profile(seed + 17 * i, row, height * (1 - 0.3 * t), 1.5).points(-24, WIDTH + 48)
        path = shape([(-30, HEIGHT + 10), *points, (WIDTH + 60, HEIGHT + 10)])
        tones = [mix(a, b, t) for a, b in zip(*hours, strict=True)]
        painter.setBrush(across([(0, tones[0]), (0.5, tones[1]), (1, tones[2])], 0, WIDTH))
        painter.drawPath(path)
        painter.setBrush(
            downward(
                [(0, tone.mist, 0.0), (1, tone.mist, 0.30 * (1 - t) + 0.07)], row - height, row + 80
            )
        )
        painter.drawPath(path)
        lit = radial(
            [(0, "#ffe0ae", 0.7 * (1 - 0.6 * t)), (1, "#ffe0ae", 0)],
            (0.908 * WIDTH, row - 120),
            560,
        )
        painter.setPen(pen(lit, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line(points))
        painter.setPen(Qt.PenStyle.NoPen)


def _skylines(painter: QPainter, tone: Tone, horizon: float) -> None:
    fine = skyline.Windows(3, 4, 4, 6, 0.33, tone.panes)
    coarse = skyline.Windows(4, 6, 4, 7, 0.38, tone.panes)
    first = skyline.Row(
        seed=3, left=10, right=PITCH - 14, base=horizon + 60, low=30, high=150,
        widths=(16, 30), gaps=(-3, 5), peak=(0.6, 0.4),
    )  # fmt: skip
    third = skyline.Row(
        seed=14, left=2 * PITCH + 16, right=3 * PITCH - 16, base=horizon + 64, low=30, high=130,
        widths=(18, 34), gaps=(-8, 14), peak=(0.5, 0.5),
    )  # fmt: skip
    fifth = skyline.Row(
        seed=21, left=4 * PITCH + 8, right=5 * PITCH - 22, base=horizon + 76, low=80, high=236,
        widths=(26, 46), gaps=(-6, 5), peak=(0.5, 0.42),
    )  # fmt: skip
    skyline.draw(painter, first, fine, tone.towers)
    skyline.draw(painter, third, fine, tone.towers)
    skyline.draw(painter, fifth, coarse, tone.city)


def _between(first: Hours, second: Hours) -> Hours:
    left, middle, right = (mix(a, b, 0.55) for a, b in zip(first, second, strict=True))
    return left, middle, right


def _scene(painter: QPainter, tone: Tone) -> None:
    horizon = 0.74 * HEIGHT
    between = _between(tone.far, tone.near)
    _sky(painter, tone, horizon)
    _ridges(painter, tone, (3, 31, horizon - 40, horizon + 36, 190), (tone.far, between))
    _skylines(painter, tone, horizon)
    landmarks.crystal(painter, tone, 2.36 * PITCH, horizon + 66)
    _ridges(painter, tone, (2, 77, horizon + 66, horizon + 120, 70), (tone.near, tone.near))
    landmarks.works(painter, tone, PITCH + 18, horizon + 74, PITCH - 36)
    landmarks.saloon(painter, tone, (1.5 * PITCH - 98, horizon + 62), 0.36)
    landmarks.terminal(painter, tone, 3 * PITCH, horizon + 84)
    landmarks.climb(painter, tone, 3 * PITCH, horizon)
    landmarks.pool(painter, tone, 5.5 * PITCH, horizon + 118)
    landmarks.pavilion(painter, tone, 5.5 * PITCH, horizon + 112)
    _ridges(painter, tone, (1, 99, horizon + 162, horizon + 162, 50), (tone.front, tone.front))
    landmarks.road(painter, tone, horizon)


def windows(tone: Tone, suffix: str = "") -> dict[str, QImage]:
    """The seven windows, 600 pixels wide, by their file names."""
    scale = 600 / WINDOW
    sheet = Sheet.blank(round(WIDTH) + 16, round(HEIGHT), scale)
    with sheet.painter() as painter:
        _scene(painter, tone)
    if tone.night:
        bloom(sheet, 14, 0.4, 0.72)
    cut: dict[str, QImage] = {}
    for i, chapter in enumerate(CHAPTERS):
        box = QRect(round(i * PITCH * scale), 0, 600, sheet.image.height())
        cut[f"window-{i + 1}-{chapter}{suffix}"] = sheet.image.copy(box)
    return cut
