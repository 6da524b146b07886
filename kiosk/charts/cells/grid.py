"""Equal cells in rows, as large as their place allows."""

from __future__ import annotations

import math

from kiosk.geometry import Box
from kiosk.values import dataclass

_BROKEN = 0.8  # what a grid is worth whose last row is not full
_NARROW = 0.15  # how much less one is worth the less of the width it has
_TENS = 1.6  # and one of ten times ten, which everybody reads as a hundred


@dataclass(frozen=True, slots=True)
class Grid:
    """Where cells stand. x, y: the first one's. across, down: between them."""

    x: float
    y: float
    width: float
    height: float
    across: float
    down: float
    columns: int
    rows: int

    def cell(self, number: int) -> Box:
        """The place of a cell, counted along the rows."""
        row, column = divmod(number, self.columns)
        x = self.x + column * (self.width + self.across)
        return Box(x, self.y + row * (self.height + self.down), self.width, self.height)

    @property
    def right(self) -> float:
        """Of the last column."""
        return self.x + self.columns * (self.width + self.across) - self.across

    @property
    def bottom(self) -> float:
        """Of the last row."""
        return self.y + self.rows * (self.height + self.down) - self.down


def grid_in(box: Box, count: int, shape: float, gap: float, widest: float = 0.0) -> Grid:
    """The grid of `count` cells from the top left of `box` that has the largest, full rows rather.

    shape: a cell's width by its height. gap: between cells, in their heights; where the width has
    room they stand further apart, up to `widest`, in their widths.
    """
    count = max(1, count)
    best = max(range(1, count + 1), key=lambda n: (_worth(box, count, n, shape, gap), n))
    rows = math.ceil(count / best)
    high = max(0.0, _height(box, best, rows, shape, gap))
    wide = shape * high
    spare = (box.width - best * wide) / max(1, best - 1)
    across = max(gap * high, min(spare, widest * wide))
    return Grid(box.x, box.y, wide, high, across, gap * high, best, rows)


def _worth(box: Box, count: int, columns: int, shape: float, gap: float) -> float:
    """How good it is to have so many columns."""
    rows = math.ceil(count / columns)
    high = _height(box, columns, rows, shape, gap)
    wide = high * (columns * shape + (columns - 1) * gap) / max(box.width, 1e-6)
    worth = high * (1.0 - _NARROW * (1.0 - wide))
    if count % columns:
        return _BROKEN * worth
    return _TENS * worth if columns == rows == 10 else worth


def _height(box: Box, columns: int, rows: int, shape: float, gap: float) -> float:
    """The height of a cell."""
    wide = box.width / (columns * shape + (columns - 1) * gap)
    return min(wide, box.height / (rows + (rows - 1) * gap))
