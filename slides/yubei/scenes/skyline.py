"""Skylines seen flat and from afar: towers in a row, a third of their windows lit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from random import Random

from paint import Point, across, colour, downward, lamp, mix, shape
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class Roof(Enum):
    """What stands on a tower."""

    FLAT = auto()
    CAP = auto()
    SLOPE = auto()
    MAST = auto()


@dataclass(frozen=True, slots=True)
class Windows:
    """A grid of windows in logical pixels; `lit` of them (0 to 1) shine in one of `tints`."""

    width: float
    height: float
    gap_x: float
    gap_y: float
    lit: float
    tints: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """Towers from `left` to `right` on the row `base`; highest at `peak` (place, spread)."""

    seed: int
    left: float
    right: float
    base: float
    low: float
    high: float
    widths: Point
    gaps: Point
    peak: Point


@dataclass(frozen=True, slots=True)
class Cladding:
    """Colours of a tower: its `body`, its `edge` towards the light, the `haze` at its foot."""

    body: str
    edge: str
    haze: str


@dataclass(frozen=True, slots=True)
class Tower:
    """One tower; `panes` are its lit windows with their colour and opacity."""

    x: float
    width: float
    height: float
    base: float
    roof: Roof
    panes: tuple[tuple[QRectF, str, float], ...]


def _roof(draw: float) -> Roof:
    limits = ((0.30, Roof.CAP), (0.45, Roof.SLOPE), (0.55, Roof.MAST))
    return next((roof for limit, roof in limits if draw < limit), Roof.FLAT)


def _panes(rng: Random, box: QRectF, windows: Windows) -> Iterator[tuple[QRectF, str, float]]:
    pitch = windows.width + windows.gap_x
    columns = int((box.width() - 8) // pitch)
    left = box.x() + (box.width() - (columns * pitch - windows.gap_x)) / 2
    y = box.y() + 12
    while y < box.bottom() - 14:
        share = windows.lit * rng.choice((0.5, 1, 1, 1.5))
        for column in range(columns):
            if rng.random() < share:
                pane = QRectF(left + column * pitch, y, windows.width, windows.height)
                yield pane, rng.choice(windows.tints), rng.uniform(0.45, 1)
        y += windows.height + windows.gap_y


def towers(row: Row, windows: Windows) -> Iterator[Tower]:
    """The towers of `row` from left to right."""
    rng = Random(row.seed)
    x = row.left
    while x < row.right:
        width = rng.uniform(*row.widths)
        place = (x + width / 2 - row.left) / (row.right - row.left)
        swell = math.exp(-(((place - row.peak[0]) / row.peak[1]) ** 2))
        height = (row.low + (row.high - row.low) * rng.uniform(0.25, 1)) * (0.28 + 0.72 * swell)
        roof = _roof(rng.random())
        panes = tuple(_panes(rng, QRectF(x, row.base - height, width, height), windows))
        yield Tower(x, width, height, row.base, roof, panes)
        x += width + rng.uniform(*row.gaps)


def _draw_roof(painter: QPainter, tower: Tower, body: str) -> None:
    x, top, width = tower.x, tower.base - tower.height, tower.width
    painter.setBrush(colour(body))
    match tower.roof:
        case Roof.CAP:
            cap = QRectF(x + 0.25 * width, top - 0.35 * width, 0.5 * width, 0.36 * width)
            painter.drawRect(cap)
        case Roof.SLOPE:
            painter.drawPath(
                shape([(x, top + 1), (x + width, top - 0.45 * width), (x + width, top + 1)])
            )
        case Roof.MAST:
            middle, tip = x + 0.48 * width, top - 0.9 * width
            painter.drawRect(QRectF(middle - 0.8, tip, 1.6, 0.9 * width + 1))
            lamp(painter, (middle, tip), 1.7, "#ff7a6b", 0.9)
        case Roof.FLAT:
            painter.drawRect(QRectF(x + 0.1 * width, top - 3, 0.3 * width, 4))


def draw(painter: QPainter, row: Row, windows: Windows, cladding: Cladding) -> None:
    """Paint the skyline: bodies shaded across, haze at the foot, windows last."""
    for tower in towers(row, windows):
        box = QRectF(tower.x, tower.base - tower.height, tower.width, tower.height)
        _draw_roof(painter, tower, cladding.body)
        shades = [
            (0.0, mix(cladding.edge, cladding.body, 0.25)),
            (0.35, cladding.body),
            (1.0, cladding.body),
        ]
        painter.fillRect(box, across(shades, box.left(), box.right()))
        painter.fillRect(
            QRectF(box.x(), box.y(), max(1.6, 0.07 * box.width()), box.height()),
            colour(cladding.edge),
        )
        haze = [(0.0, cladding.haze, 0.0), (1.0, cladding.haze, 0.55)]
        painter.fillRect(box, downward(haze, tower.base - 110, tower.base))
        for pane, tint, opacity in tower.panes:
            painter.fillRect(pane, colour(tint, opacity))
