"""The interpolation of marks that come in numbers: rows of the same key travel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from kiosk.marks import Bars, Segments

if TYPE_CHECKING:
    from kiosk.marks import Floats

Batch = TypeVar("Batch", Bars, Segments)


def blend_batch(old: Batch | None, new: Batch, share_of: Callable[[str], float]) -> Batch:
    """The batch on the way from `old` to `new`: `new` itself once every row has arrived.

    Rows that only one of them has fade in or out where they stand. share_of: the share of the
    way, 0 to 1, of the row with that key. What is not an array is the new batch's.
    """
    leaving: tuple[str, ...] = (
        () if old is None else tuple(key for key in old.keys if key not in set(new.keys))
    )
    shares = {key: share_of(key) for key in (*leaving, *new.keys)}
    if all(share >= 1.0 for share in shares.values()):
        return new
    if old is not None and all(share <= 0.0 for share in shares.values()):
        return old
    keys = tuple(key for key in shares if key in new.keys or shares[key] < 1.0)
    start, end = _rows(old, new, keys), _rows(new, old, keys)
    share = np.array([shares[key] for key in keys])
    between: dict[str, Any] = {name: _between(start[name], end[name], share) for name in start}
    return replace(new, keys=keys, **between)


def _rows(batch: Batch | None, other: Batch | None, keys: tuple[str, ...]) -> dict[str, Floats]:
    """The arrays of `batch` with one row for each of `keys`.

    A row that it does not have is that of `other`, with a transparent colour.
    """
    own = {} if batch is None else {key: row for row, key in enumerate(batch.keys)}
    others = {} if other is None else {key: row for row, key in enumerate(other.keys)}
    is_own = np.array([key in own for key in keys])
    arrays: dict[str, Floats] = {}
    for name, colours in _ARRAYS[type(batch or other)]:
        rows = [
            getattr(batch, name)[own[key]] if key in own else getattr(other, name)[others[key]]
            for key in keys
        ]
        arrays[name] = np.array(rows, dtype=np.float64)
        if colours:
            arrays[name][~is_own, 3] = 0.0
    return arrays


def _between(start: Floats, end: Floats, share: Floats) -> Floats:
    """Each row at its share of the way."""
    by = share if start.ndim == 1 else share[:, None]
    return np.asarray(start + (end - start) * by, dtype=np.float64)


# The arrays of each batch, and whether they are colours.
_ARRAYS: dict[type, tuple[tuple[str, bool], ...]] = {
    Bars: (("boxes", False), ("fill", True), ("fade", False)),
    Segments: (("ends", False), ("colours", True)),
}
