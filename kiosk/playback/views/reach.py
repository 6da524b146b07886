"""Which part of a screen is within the reach of those who sit, and how a page lies in it.

The band is that of EN 301 549, 8.3.3: what is essential lies from 380 to 1220 mm above the floor.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.geometry import SHORT_SIDE, Size, page_size

if TYPE_CHECKING:
    from kiosk.show.model import Show

LOWEST_MM, HIGHEST_MM = 380.0, 1220.0
FREE = 32.0  # logical units along the upper and the lower edge, where nothing essential lies
LEAST_MM = 300.0  # of the height of a page that can be used
WIDEST = 2.4  # times as wide as high: on a wider page the parts of a slide lie too far apart


@dataclass(frozen=True, slots=True)
class Band:
    """The part of a page within reach: the y of its sides, in logical units of the page."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Reach:
    """A page within reach, on the page of the whole screen.

    page: its size in logical units of its own. scale, dx, dy: of these units on the whole page,
    and where its upper left corner lies there. px_per_mm: its own units in a millimetre.
    """

    page: Size
    scale: float
    dx: float
    dy: float
    px_per_mm: float


def band_of(show: Show, page: Size) -> Band | None:
    """The part of `page` within reach, where the show's screen needs and has one that can be used.

    None where all that is essential lies within reach, where too little does, and where nobody
    has said how the screen is mounted.
    """
    if show.mounted_mm is None:
        return None
    mm = _mm(show, page)
    top = max(0.0, page.height - (HIGHEST_MM - show.mounted_mm) / mm)
    bottom = min(page.height, page.height - (LOWEST_MM - show.mounted_mm) / mm)
    if top <= FREE and bottom >= page.height - FREE:
        return None
    return Band(top, bottom) if (bottom - top) * mm >= LEAST_MM else None


def reach_of(show: Show, page: Size) -> Reach | None:
    """The page that fills the part of `page` within reach; None where there is no such part."""
    band = band_of(show, page)
    if band is None:
        return None
    height = band.bottom - band.top
    width = min(page.width, WIDEST * height)
    scale = min(width, height) / SHORT_SIDE
    px_per_mm = 1 / (_mm(show, page) * scale)
    return Reach(page_size(width, height), scale, (page.width - width) / 2, band.top, px_per_mm)


def _mm(show: Show, page: Size) -> float:
    """The millimetres in a logical unit of `page` on the show's screen."""
    return show.screen_in * 25.4 / math.hypot(page.width, page.height)
