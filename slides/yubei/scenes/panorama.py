"""One evening over the district, from moonlit night to sunset: seven windows for the home screen.

The seven chapters' windows look out on one panorama, with the gutters between them left out, so
that ridges and sky run on from window to window. Each picture is wider than a window among seven,
about its middle: on a screen with fewer windows more is seen to either side. It shows its own
chapter's landmark alone, and sky above it, where the title stands. There is an evening and a day.
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
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from tones import Hours, Tone

CHAPTERS = ("overview", "industry", "innovation", "opening", "city", "culture", "outlook")
WIDTH, WINDOW, SEEN = 1728.0, 237.0, 568.0
"""The panorama's, a window's and a picture's width, in logical pixels."""
_MARGIN = 200.0
"""How far land and sky go on beyond the panorama's sides."""
_SCALE = 2.0
"""Real pixels to a logical one."""


def _sky(painter: QPainter, tone: Tone, chapter: str, horizon: float) -> None:
    """Sky and clouds; the moon stands in the first window alone, and the sun in the last."""
    area = QRectF(-_MARGIN, -4, WIDTH + 2 * _MARGIN, HEIGHT + 8)
    hours: list[Stop] = [(i / 6, name) for i, name in enumerate(tone.sky)]
    painter.fillRect(area, across(smooth(hours), 0, WIDTH))
    dome: list[Stop] = [(0, tone.zenith, 0.94), (0.4, tone.zenith, 0.66), (1, tone.zenith, 0)]
    painter.fillRect(area, downward(dome, 0, horizon))
    if tone.night:
        sky = QRectF(-_MARGIN, 0, 0.7 * WIDTH + _MARGIN, 0.56 * HEIGHT)
        stars(painter, 8, 200, sky, 0.75)
    tints = ("#8a6fb0", "#6d5a9a", "#b07aa6") if tone.night else ("#ffffff", "#fff3da")
    banks = QRectF(0.25 * WIDTH, 0.24 * HEIGHT, 0.8 * WIDTH, 0.30 * HEIGHT)
    clouds(painter, 6, 16, banks, tints, 0.10 if tone.night else 0.35)
    sun = (0.908 * WIDTH, horizon - 150)
    shine: list[Stop] = [
        (0, "#fff3d0", tone.halo), (0.14, "#ffe0a0", 0.75 * tone.halo),
        (0.4, "#ffc888", 0.35 * tone.halo), (0.7, "#ffbe78", 0.1 * tone.halo), (1, "#ffbe78", 0),
    ]  # fmt: skip
    glow(painter, sun, 360, shine)
    if chapter == "outlook":
        painter.setBrush(colour(tone.sun))
        painter.drawEllipse(QPointF(0.908 * WIDTH, horizon - 176), 46, 46)
    if tone.night and chapter == "overview":
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
        profile = Profile(seed + 17 * i, row, height * (1 - 0.3 * t), 1.5)
        points = profile.points(-_MARGIN, WIDTH + _MARGIN)
        floor = HEIGHT + 10
        path = shape([(-_MARGIN - 10, floor), *points, (WIDTH + _MARGIN + 10, floor)])
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


def _skyline(painter: QPainter, tone: Tone, chapter: str, horizon: float) -> None:
    """The towers of a chapter that has some, behind its nearer ridges."""
    fine = skyline.Windows(3, 4, 4, 6, 0.33, tone.panes)
    coarse = skyline.Windows(4, 6, 4, 7, 0.38, tone.panes)
    match chapter:
        case "overview":
            row = skyline.Row(
                seed=3, left=10, right=PITCH - 14, base=horizon + 60, low=30, high=150,
                widths=(16, 30), gaps=(-3, 5), peak=(0.6, 0.4),
            )  # fmt: skip
            skyline.draw(painter, row, fine, tone.towers)
        case "innovation":
            row = skyline.Row(
                seed=14, left=2 * PITCH + 16, right=3 * PITCH - 16, base=horizon + 64, low=30,
                high=130, widths=(18, 34), gaps=(-8, 14), peak=(0.5, 0.5),
            )  # fmt: skip
            skyline.draw(painter, row, fine, tone.towers)
            landmarks.crystal(painter, tone, 2.36 * PITCH, horizon + 66)
        case "city":
            row = skyline.Row(
                seed=21, left=4 * PITCH + 8, right=5 * PITCH - 22, base=horizon + 76, low=80,
                high=236, widths=(26, 46), gaps=(-6, 5), peak=(0.5, 0.42),
            )  # fmt: skip
            skyline.draw(painter, row, coarse, tone.city)


def _landmark(painter: QPainter, tone: Tone, chapter: str, horizon: float) -> None:
    """What stands on the nearer ridges of a chapter's window."""
    match chapter:
        case "industry":
            landmarks.works(painter, tone, PITCH + 18, horizon + 74, PITCH - 36)
            landmarks.saloon(painter, tone, (1.5 * PITCH - 98, horizon + 62), 0.36)
        case "opening":
            landmarks.terminal(painter, tone, 3 * PITCH, horizon + 84)
            landmarks.climb(painter, tone, 3 * PITCH, horizon)
        case "culture":
            landmarks.pool(painter, tone, 5.5 * PITCH, horizon + 118)
            landmarks.pavilion(painter, tone, 5.5 * PITCH, horizon + 112)


def _between(first: Hours, second: Hours) -> Hours:
    left, middle, right = (mix(a, b, 0.55) for a, b in zip(first, second, strict=True))
    return left, middle, right


def _scene(painter: QPainter, tone: Tone, chapter: str) -> None:
    """The whole panorama with the landmark of one chapter."""
    horizon = 0.74 * HEIGHT
    between = _between(tone.far, tone.near)
    _sky(painter, tone, chapter, horizon)
    _ridges(painter, tone, (3, 31, horizon - 40, horizon + 36, 190), (tone.far, between))
    _skyline(painter, tone, chapter, horizon)
    _ridges(painter, tone, (2, 77, horizon + 66, horizon + 120, 70), (tone.near, tone.near))
    _landmark(painter, tone, chapter, horizon)
    _ridges(painter, tone, (1, 99, horizon + 162, horizon + 162, 50), (tone.front, tone.front))
    if chapter == "outlook":
        landmarks.road(painter, tone, horizon)


def _window(tone: Tone, place: int) -> QImage:
    """The picture of the chapter at that place, from 0."""
    sheet = Sheet.blank(round(SEEN), round(HEIGHT), _SCALE)
    with sheet.painter() as painter:
        painter.translate(SEEN / 2 - place * PITCH - WINDOW / 2, 0)
        _scene(painter, tone, CHAPTERS[place])
    if tone.night:
        bloom(sheet, 14, 0.4, 0.72)
    return sheet.image


def windows(tone: Tone, suffix: str = "") -> dict[str, QImage]:
    """The seven windows, 1136 x 1520 pixels, by their file names."""
    return {
        f"window-{place + 1}-{chapter}{suffix}": _window(tone, place)
        for place, chapter in enumerate(CHAPTERS)
    }
