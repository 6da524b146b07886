"""A page of evening: sky and sun, ridges, and still water that sends it all back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from land import Range, clouds, mirror, mountains, stars
from paint import Point, Sheet, Stop, colour, downward, glow, smooth
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

DUSK: tuple[Stop, ...] = (
    (0, "#070C1C"), (0.32, "#141B44"), (0.55, "#3A2A63"), (0.72, "#8B4468"),
    (0.86, "#DB6F56"), (1, "#F9B265"),
)  # fmt: skip
"""From the zenith to the horizon."""


@dataclass(frozen=True, slots=True)
class Evening:
    """horizon: its row. sun: where the light comes from. sky: its tones, from the zenith down."""

    horizon: float
    sun: Point
    sky: Sequence[Stop] = DUSK
    shine: float = 0.8


def page(width: int, height: int, scale: float = 2.0) -> tuple[Sheet, bool]:
    """An empty page, and whether it is upright."""
    return Sheet.blank(width, height, scale), height > width


def heavens(painter: QPainter, sheet: Sheet, evening: Evening, seed: int) -> None:
    """Sky, stars, thin clouds and the sun's light along the horizon."""
    row = evening.horizon
    painter.fillRect(QRectF(0, 0, sheet.width, row + 6), downward(smooth(evening.sky), 0, row))
    stars(painter, seed, 150, QRectF(0, 0, sheet.width, 0.55 * row), 0.7)
    banks = QRectF(0, 0.55 * row, sheet.width, 0.3 * row)
    clouds(painter, seed + 8, 14, banks, ("#f2a07a", "#a8597a", "#ffb680"), 0.1)
    reach = 0.5 * max(sheet.width, sheet.height)
    shine: list[Stop] = [
        (0, "#ffe2a6", evening.shine), (0.16, "#ffc477", 0.55 * evening.shine),
        (0.42, "#ffa868", 0.2 * evening.shine), (1, "#ff9a5c", 0),
    ]  # fmt: skip
    glow(painter, evening.sun, reach, shine, 0.8)


def hills(painter: QPainter, sheet: Sheet, evening: Evening, plan: Range) -> None:
    """Ridges down to the horizon, lit from the sun's side."""
    sun = (evening.sun[0], evening.sun[1] - 40)
    mountains(painter, plan, sheet.width, evening.horizon + 6, sun, "#ffc98c")


def over_water(
    sheet: Sheet,
    row: float,
    stands: Callable[[QPainter], None],
    water: Sequence[Stop],
    share: float,
) -> None:
    """What `stands` above the row, and still water below it that mirrors a `share` of it."""
    above = sheet.another()
    with above.painter() as painter:
        stands(painter)
    with sheet.painter() as painter:
        painter.drawImage(sheet.area, above.image)
        box = QRectF(0, row, sheet.width, sheet.height - row)
        painter.fillRect(box, downward(smooth(water), row, sheet.height))
    mirror(sheet, above, row, row, share, (4, 22))
    with sheet.painter() as painter:
        painter.fillRect(QRectF(0, row - 0.8, sheet.width, 1.6), colour("#f0c0a0", 0.16))


def calm(painter: QPainter, sheet: Sheet, top: float, strength: float = 0.6) -> None:
    """The foot of the page darkens from the row `top`, where text stands."""
    shade: list[Stop] = [(0, "#060A16", 0), (1, "#060A16", strength)]
    painter.fillRect(
        QRectF(0, top, sheet.width, sheet.height - top), downward(shade, top, sheet.height)
    )
