"""When each mark of a morph moves: row after row, with its name and its value.

What only the old set has is gone by the middle, and what only the new one has comes from then on,
so that no text lies over another that takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.batches import BATCHES

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.marks import Marks

_SPREAD = 0.35  # how much later than the first the last row starts, of the time that one takes
_REMEMBERED = 16
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Morph:
    """How far the marks of a morph have come. places: of rows by their names, 0 to 1."""

    share: float
    places: dict[str, float] = field(default_factory=dict)

    def __call__(self, key: str) -> float:
        """The share of the way of one mark."""
        return self._at(self._place(key))

    def leaving(self, key: str) -> float:
        """How far a mark has gone that the new set does not have."""
        return min(1.0, self(key) / _MIDDLE)

    def coming(self, key: str) -> float:
        """How far a mark has come that the old set does not have."""
        return max(0.0, self(key) / _MIDDLE - 1.0)

    def rows(self, keys: tuple[str, ...]) -> Floats:
        """The shares of a batch's rows; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        at = np.array([self._place(key) for key in keys], dtype=np.float64)
        gone = np.clip(self.share * (1.0 + _SPREAD) - _SPREAD * at, 0.0, 1.0)
        return np.asarray(gone * gone * (3.0 - 2.0 * gone))

    def _at(self, place: float) -> float:
        """The share of the way of what has that place."""
        gone = min(1.0, max(0.0, self.share * (1.0 + _SPREAD) - _SPREAD * place))
        return gone * gone * (3.0 - 2.0 * gone)

    def _place(self, key: str) -> float:
        """The place of the row that the key belongs to; the middle for what belongs to none."""
        name = key.partition("/")[2]
        found = self.places.get(name)
        if found is None:
            found = self.places.get(name.rpartition("/")[0], _MIDDLE)
        return found


def morph(new: Marks, share: float) -> Morph:
    """The morph into `new` at that share of its time, the rows in the order of its marks."""
    keys = next((m.keys for m in new if isinstance(m, BATCHES) and m.key == "marks"), ())
    return Morph(share, _places(keys))


@lru_cache(_REMEMBERED)
def _places(keys: tuple[str, ...]) -> dict[str, float]:
    """The places of the rows, by the names in their keys."""
    last = max(1, len(keys) - 1)
    return {key.partition("/")[2]: at / last for at, key in enumerate(keys)}
