"""Which rows of a long line are drawn.

Of each column of a few logical units the least and the greatest value are kept, and of one with few
rows the first and the last too: M4 (Jugel and others, "M4: A Visualization-Oriented Time Series
Data Aggregation", VLDB 2014). The columns lie fast in the data and not on the page, so that of a
line that goes on the same rows are kept from one time to the next.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kiosk.batches import Floats

_COLUMN = 4.0  # logical units: of a line with more points, peaks alone are kept
_FEW = 4  # points of a column: of more, its ends are not seen


def thinned(at: Floats, values: Floats, shares: Floats, width: float) -> NDArray[np.intp]:
    """The rows that are drawn of a line `width` wide, rising.

    at: (n,) places in the data, rising; values: NaN where one is missing; shares: the same places
    as shares of the width. A gap is one row, and none that is narrower than a column.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    columns = columns_of(at, shares, width)
    there = ~np.isnan(values)
    rows = np.flatnonzero(there | _is_wide_gap(there, columns))
    columns, there, values = columns[rows], there[rows], np.nan_to_num(values[rows])
    changes = (np.diff(columns) != 0.0) | (there[1:] != there[:-1])
    groups = np.concatenate(([0], np.cumsum(changes)))
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    ends = np.append(starts[1:], len(rows)) - 1
    kept = np.zeros(len(rows), dtype=np.bool_)
    for wanted in (values, -values):
        kept[np.lexsort((wanted, groups))[starts]] = True
    is_edge = ~there[np.maximum(starts - 1, 0)] | ~there[np.minimum(ends + 1, len(rows) - 1)]
    is_seen = (ends - starts < _FEW) | is_edge
    kept[starts[is_seen]] = kept[ends[is_seen]] = True
    kept[0] = kept[-1] = True
    return np.asarray(rows[kept])


def columns_of(at: Floats, shares: Floats, width: float) -> Floats:
    """The column in which each place lies, where they are drawn `width` wide."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    wide = width * float(shares[-1] - shares[0])
    span = float(at[-1] / 2 - at[0] / 2)  # half of it: the largest floats have a difference
    if not (wide > 0.0 and span > 0.0):
        return np.zeros(len(at))
    exponent = round(math.log2(span) + math.log2(2 * _COLUMN / wide))
    size = math.ldexp(1.0, min(1000, max(-1000, exponent)))
    return np.floor(at / size)


def _is_wide_gap(there: NDArray[np.bool_], columns: Floats) -> NDArray[np.bool_]:
    """Which rows without a value leave a gap that can be seen."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    count = len(there)
    index = np.arange(count)
    before = np.maximum.accumulate(np.where(there, index, -1))
    after = np.minimum.accumulate(np.where(there, index, count)[::-1])[::-1]
    is_between = (before >= 0) & (after < count)
    left, right = columns[np.maximum(before, 0)], columns[np.minimum(after, count - 1)]
    is_thin = (right == left) & (count > _FEW * len(np.unique(columns)))
    return np.asarray(~there & is_between & ~is_thin)
