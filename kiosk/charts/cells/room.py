"""Where a grid of cells stands, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.cells.grid import Grid, grid_in
from kiosk.geometry import Box, Size
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.typesetting.setting import Setting

_APART = 64.0  # between the grid and the words, logical units
_LIST = 7.0  # width of words beside the grid, in em, and at most
_WIDEST = 18.0
_WIDE = 0.9  # width by height of what words beside the grid leave it, at least
_LOWEST = 0.5  # of the height, at most, have words below


@dataclass(frozen=True, slots=True)
class Room:
    """The grid, and where the words stand."""

    grid: Grid
    words: Box | None = None

    @property
    def bottom(self) -> float:
        """Of all."""
        return max(self.grid.bottom, self.words.bottom if self.words else self.grid.bottom)


@dataclass(frozen=True, slots=True)
class Cells:
    """What is placed. shape, gap, widest: see `grid_in`."""

    count: int
    shape: float
    gap: float
    widest: float = 0.0

    def within(self, box: Box) -> Grid:
        """The largest grid in `box`."""
        return grid_in(box, self.count, self.shape, self.gap, self.widest)


def room_for(box: Box, cells: Cells, words: Size, setting: Setting) -> Room:
    """The places of a grid and of words that take so much: beside it in a wide place, or below.

    Long words stand below in any place that is high enough for them.
    """
    if words.height <= 0.0:
        return Room(cells.within(box))
    em = setting.style("label").size
    least = max(_LIST * em, min(words.width, box.width / 2))
    is_long = words.width > box.width / 2 and words.height <= _LOWEST * box.height
    if box.width - least - _APART >= _WIDE * box.height and not is_long:
        grid = cells.within(Box(box.x, box.y, box.width - least - _APART, box.height))
        x = grid.right + _APART
        wide = max(0.0, min(box.right - x, max(least, _WIDEST * em)))
        return Room(grid, Box(x, box.y, wide, min(box.height, words.height)))
    high, apart = min(words.height, _LOWEST * box.height), min(_APART, box.height / 8)
    grid = cells.within(Box(box.x, box.y, box.width, max(1.0, box.height - high - apart)))
    y = grid.bottom + apart
    return Room(grid, Box(box.x, y, box.width, max(0.0, min(high, box.bottom - y))))
