"""Series as layers over one row of places: from where to where each of them reaches.

What is stacked is stacked by sign, as d3's `stackOffsetDiverging` does: values below zero hang.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.charts.lines.thinning import columns_of
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.lines.series import Series

Stack = Literal["none", "zero", "normalize"]

_MOST = 800  # places; of more, those where the values are the greatest and the least are kept


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """Where n areas lie over m places.

    shares: (m,) the places, of the width from the left, rising; at: (m,) the same in the data.
    upper, lower: (n, m) the two sides of each area as shares of `largest`, the value furthest from
    zero; NaN where it has a gap.
    """

    shares: Floats
    at: Floats
    upper: Floats
    lower: Floats
    largest: float

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest side, zero among them."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        sides = np.concatenate((self.upper.ravel(), self.lower.ravel(), np.zeros(1)))
        return float(np.nanmin(sides)), float(np.nanmax(sides))


def layers_of(series: Sequence[Series], stack: Stack) -> Layers:
    """The areas of `series`, which has one or more, at so many places as can be seen."""
    return thinned(all_layers(series, stack))


def all_layers(series: Sequence[Series], stack: Stack) -> Layers:
    """The areas of `series`, which has one or more, at all their places.

    Plain ones have gaps where a value is missing. In a stack the way between two values goes on
    over a missing one, and before the first and after the last there is nothing of a series: a gap
    would let all that lies above fall down.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    largest = max(float(np.nanmax(np.abs(one.values))) for one in series)
    shares, first = np.unique(np.concatenate([one.shares for one in series]), return_index=True)
    at = np.concatenate([one.at for one in series])[first]
    heights = np.stack([_over(one, shares, is_stacked=stack != "none") for one in series])
    heights = heights / largest if largest > 0.0 else 0.0 * heights
    if stack == "none":
        twice = 1 + np.isnan(heights).any(axis=0)  # a gap has two edges
        shares, at, heights = (np.repeat(some, twice, axis=-1) for some in (shares, at, heights))
        zero = np.where(np.isnan(heights), np.nan, 0.0)
        return Layers(shares, at, heights, zero, largest)
    if stack == "normalize":
        whole = np.abs(heights).sum(axis=0)
        heights = np.divide(heights, whole, out=np.zeros_like(heights), where=whole > 0.0)
        largest = 100.0
    above, below = np.maximum(heights, 0.0), np.minimum(heights, 0.0)
    far = np.where(heights >= 0.0, above.cumsum(axis=0), below.cumsum(axis=0))
    return Layers(shares, at, far, far - heights, largest)


def _over(series: Series, shares: Floats, *, is_stacked: bool) -> Floats:
    """The values of `series` at the places; (m,)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    unknown = np.isnan(series.values)
    own, values = series.shares[~unknown], series.values[~unknown]
    missing = unknown & ~np.isin(series.shares, own)
    beyond = 0.0 if is_stacked else np.nan
    half = np.interp(shares, own, values / 2, left=beyond, right=beyond)  # no step is too large
    if not is_stacked and missing.any():
        half[np.interp(shares, series.shares, missing.astype(np.float64)) > 0.0] = np.nan
    return np.asarray(2.0 * half)


def layers_within(layers: Layers, start: float, end: float) -> Layers:
    """What of the areas lies between two shares, as wide as the whole; cut at both sides."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    shares = layers.shares
    first = int(np.searchsorted(shares, start, "left"))
    last = int(np.searchsorted(shares, end, "right"))
    parts = [_crossing(layers, first, start), _part(layers, slice(first, last))]
    parts.append(_crossing(layers, last, end))
    own, at, upper, lower = (
        np.concatenate(some, axis=-1) for some in zip(*parts, strict=True)
    )  # fmt: skip
    return Layers((own - start) / (end - start), at, upper, lower, layers.largest)


Part = tuple["Floats", "Floats", "Floats", "Floats"]  # shares, at, upper, lower of some places


def _part(layers: Layers, rows: slice) -> Part:
    """The areas at those places."""
    return layers.shares[rows], layers.at[rows], layers.upper[:, rows], layers.lower[:, rows]


def _crossing(layers: Layers, after: int, share: float) -> Part:
    """The areas at a share before the place `after`; nothing where they are not cut there."""
    left, right = slice(after - 1, after), slice(after, after + 1)
    if not 0 < after < len(layers.shares) or share in layers.shares[after - 1 : after + 1]:
        return _part(layers, slice(0, 0))
    way = (share - layers.shares[left]) / (layers.shares[right] - layers.shares[left])
    own, at, upper, lower = (
        (1.0 - way) * one + way * other
        for one, other in zip(_part(layers, left), _part(layers, right), strict=True)
    )
    return own, at, upper, lower


def thinned(layers: Layers) -> Layers:
    """The layers at so many places as can be seen, their peaks among them.

    Of areas that go on the same places are kept from one time to the next.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    count = len(layers.shares)
    if count <= _MOST:
        return layers
    far = np.nan_to_num(layers.upper)
    columns = columns_of(layers.at, layers.shares, float(_MOST))
    starts = np.flatnonzero(np.diff(columns, prepend=-np.inf))
    kept = np.zeros(count, dtype=np.bool_)
    for wanted in (far.max(axis=0), -far.max(axis=0), -far.min(axis=0)):
        kept[np.lexsort((wanted, columns))[starts]] = True
    kept[0] = kept[-1] = True
    gap = np.isnan(layers.upper).any(axis=0).astype(np.float64)
    edges = np.flatnonzero(np.diff(gap))
    for edge in (edges - 1, edges, edges + 1, edges + 2):
        kept[np.clip(edge, 0, count - 1)] = True
    upper, lower = layers.upper[:, kept], layers.lower[:, kept]
    return Layers(layers.shares[kept], layers.at[kept], upper, lower, layers.largest)
