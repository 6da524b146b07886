"""Which parts of a chart are taken, so that words find a free place.

All that is drawn is entered into a grid of small cells, whose sums tell at once whether anything
lies in a box: after Kittivorawong, Moritz, Wongsuphasawat and Heer, "Fast and Flexible Overlap
Detection for Chart Labeling with Occupancy Bitmap" (IEEE VIS 2020), as Vega places its labels.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kiosk.batches import Floats
    from kiosk.geometry import Box

    Counts = NDArray[np.int64]

_CELL, _CELLS = 4.0, 600  # logical units, and at most so many along a side


@dataclass(frozen=True, slots=True, eq=False)
class Occupied:
    """How much of `box` is taken. cell: the side of a cell, in logical units.

    firm: (rows + 1, columns + 1) of what words may not lie on, the cells above and left of each
    corner; faint: the same of what they had better not.
    """

    box: Box
    cell: float
    firm: Counts
    faint: Counts

    def is_free(self, place: Box, air: float = 0.0) -> bool:
        """Whether the place lies inside and nothing firm is there, nor nearer than `air`."""
        slack = 0.01
        inside = (
            place.x >= self.box.x - slack
            and place.y >= self.box.y - slack
            and place.right <= self.box.right + slack
            and place.bottom <= self.box.bottom + slack
        )
        return inside and self._sum(self.firm, place.grown(air)) == 0

    def faintness(self, place: Box) -> float:
        """The share of the place that had better stay free, 0 to 1."""
        cells = max(1.0, place.width * place.height / self.cell**2)
        return min(1.0, self._sum(self.faint, place) / cells)

    def _sum(self, sums: Counts, place: Box) -> int:
        """The cells taken in the place."""
        rows, columns = sums.shape[0] - 1, sums.shape[1] - 1
        left = _held(math.floor((place.x - self.box.x) / self.cell), columns)
        top = _held(math.floor((place.y - self.box.y) / self.cell), rows)
        right = _held(math.ceil((place.right - self.box.x) / self.cell), columns)
        foot = _held(math.ceil((place.bottom - self.box.y) / self.cell), rows)
        inside = sums[foot, right] - sums[top, right] - sums[foot, left] + sums[top, left]
        return int(inside)


def occupied(box: Box, firm: Floats, faint: Floats) -> Occupied:
    """The chart in `box` with those boxes in it: (n, 4) left, top, right, bottom each."""
    cell = max(_CELL, box.width / _CELLS, box.height / _CELLS)
    return Occupied(box, cell, _sums(box, cell, firm), _sums(box, cell, faint))


def _sums(box: Box, cell: float, boxes: Floats) -> Counts:
    """How many cells are taken above and left of each corner of the grid."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    rows = max(1, math.ceil(box.height / cell))
    columns = max(1, math.ceil(box.width / cell))
    sides = (boxes - (box.x, box.y, box.x, box.y)) / cell
    left = np.clip(np.floor(sides[:, 0]), 0, columns).astype(np.intp)
    top = np.clip(np.floor(sides[:, 1]), 0, rows).astype(np.intp)
    right = np.clip(np.floor(sides[:, 2]) + 1, 0, columns).astype(np.intp)
    foot = np.clip(np.floor(sides[:, 3]) + 1, 0, rows).astype(np.intp)
    steps = np.zeros((rows + 1, columns + 1), np.int64)
    for down, along, sign in ((top, left, 1), (top, right, -1), (foot, left, -1), (foot, right, 1)):
        np.add.at(steps, (down, along), sign)
    is_taken = steps.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0
    sums: Counts = np.zeros((rows + 1, columns + 1), np.int64)
    sums[1:, 1:] = is_taken.cumsum(axis=0).cumsum(axis=1)
    return sums


def _held(index: int, most: int) -> int:
    """The index within the grid."""
    return min(max(index, 0), most)
