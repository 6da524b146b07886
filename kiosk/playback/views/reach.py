"""Which part of a screen is within the reach of those who sit, and how a page lies in it.

The band is that of EN 301 549, 8.3.3: what is essential lies from 380 to 1220 mm above the floor.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import SHORT_SIDE, Box, Size, page_size
from kiosk.limits import HIGHEST, LOWEST
from kiosk.marks import Wash
from kiosk.playback.views.lying import lying, lying_box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Pose
    from kiosk.marks import Mark, Marks
    from kiosk.show.model import Show

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

    screen: the size of that. page: its own size, in logical units of its own. scale, dx, dy: of
    these units on the whole page, and where its upper left corner lies there. px_per_mm: its own
    units in a millimetre.
    """

    screen: Size
    page: Size
    scale: float
    dx: float
    dy: float
    px_per_mm: float

    def marks(self, marks: Marks) -> Marks:
        """Marks of the page within reach as they lie on the whole page."""
        return tuple(self._mark(mark) for mark in marks)

    def box(self, box: Box) -> Box:
        """A box of the page within reach as it lies on the whole page."""
        return lying_box(box, self.scale, self.dx, self.dy)

    def pose(self, pose: Pose) -> Pose:
        """A pose of the page within reach, as one of a sheet whose marks lie on the whole page."""
        dx = self.scale * pose.dx + self.dx * (1 - pose.scale)
        dy = self.scale * pose.dy + self.dy * (1 - pose.scale)
        return replace(pose, dx=dx, dy=dy, clip=None if pose.clip is None else self.box(pose.clip))

    def _mark(self, mark: Mark) -> Mark:
        """A mark on the whole page; a glow of the page's ground reaches to the screen's edges."""
        lain = lying(mark, self.scale, self.dx, self.dy)
        ground = Box(0.0, 0.0, self.page.width, self.page.height)
        if isinstance(lain, Wash) and lain.radius > 0.0 and lain.box == self.box(ground):
            return replace(lain, box=Box(0.0, 0.0, self.screen.width, self.screen.height))
        return lain


def band_of(show: Show, page: Size) -> Band | None:
    """The part of `page` within reach, where the show's screen needs and has one that can be used.

    None where all that is essential lies within reach, where too little does, and where nobody
    has said how the screen is mounted.
    """
    band = _within(show, page)
    is_enough = band is not None and _height_mm(band, show, page) >= LEAST_MM
    return band if is_enough else None


def is_out_of_reach(show: Show, page: Size) -> bool:
    """Whether something essential lies out of reach, and no page fits in what lies within it."""
    band = _within(show, page)
    return band is not None and _height_mm(band, show, page) < LEAST_MM


def _within(show: Show, page: Size) -> Band | None:
    """What of `page` lies within reach; None where all that is essential does, or nobody knows."""
    if show.mounted_mm is None:
        return None
    mm = _mm(show, page)
    top = max(0.0, page.height - (HIGHEST.value - show.mounted_mm) / mm)
    bottom = min(page.height, page.height - (LOWEST.value - show.mounted_mm) / mm)
    return None if top <= FREE and bottom >= page.height - FREE else Band(top, bottom)


def _height_mm(band: Band, show: Show, page: Size) -> float:
    """How much of the screen's height the band is; below 0 where nothing lies within reach."""
    return (band.bottom - band.top) * _mm(show, page)


def reach_of(show: Show, page: Size) -> Reach | None:
    """The page that fills the part of `page` within reach; None where there is no such part."""
    band = band_of(show, page)
    if band is None:
        return None
    height = band.bottom - band.top
    width = min(page.width, WIDEST * height)
    scale = min(width, height) / SHORT_SIDE
    px_per_mm = 1 / (_mm(show, page) * scale)
    left, within = (page.width - width) / 2, page_size(width, height)
    return Reach(page, within, scale, left, band.top, px_per_mm)


def _mm(show: Show, page: Size) -> float:
    """The millimetres in a logical unit of `page` on the show's screen."""
    return show.screen_in * 25.4 / math.hypot(page.width, page.height)
