"""When each mark of a morph moves: row after row, with its name and its value.

What only the old set has is gone by the middle, and what only the new one has comes from then on,
so that no text lies over another that takes its place. Texts lie above all else on their way.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.batches import BATCHES
from kiosk.marks import Figure, Label
from kiosk.motion.blend import blend
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.marks import Marks

_SPREAD = 0.35  # how much later than the first the last row starts, of the time that one takes
_REMEMBERED = 16
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """The places of rows, 0 to 1. by_name: by the names in keys. by_keys: of whole batches."""

    by_name: dict[str, float]
    by_keys: dict[tuple[str, ...], Floats] = field(default_factory=dict)

    def place(self, key: str) -> float:
        """The place of the row that the key belongs to; the middle for what belongs to none."""
        name = key.partition("/")[2]
        found = self.by_name.get(name)
        return self.by_name.get(name.rpartition("/")[0], _MIDDLE) if found is None else found

    def places(self, keys: tuple[str, ...]) -> Floats:
        """The places of the rows of a batch; (n,). Not to be written to."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        found = self.by_keys.get(keys)
        if found is None:
            if len(self.by_keys) >= _REMEMBERED:
                self.by_keys.clear()
            found = np.array([self.place(key) for key in keys], dtype=np.float64)
            self.by_keys[keys] = found
        return found


@dataclass(frozen=True, slots=True)
class Morph:
    """How far the marks of a morph have come. shown: the share that figures show, if another."""

    share: float
    order: _Order
    shown: float | None = None

    def __call__(self, key: str) -> float:
        """The share of the way of one mark."""
        return self._gone(key, self.share)

    def counted(self, key: str) -> float:
        """The share of the way that one figure shows."""
        return self._gone(key, self.share if self.shown is None else self.shown)

    def _gone(self, key: str, share: float) -> float:
        """The share of the way of one mark at that share of the morph."""
        gone = share * (1.0 + _SPREAD) - _SPREAD * self.order.place(key)
        gone = min(1.0, max(0.0, gone))
        return gone * gone * (3.0 - 2.0 * gone)

    def leaving(self, key: str) -> float:
        """How far a mark has gone that the new set does not have."""
        return min(1.0, self(key) / _MIDDLE)

    def coming(self, key: str) -> float:
        """How far a mark has come that the old set does not have."""
        return max(0.0, self(key) / _MIDDLE - 1.0)

    def rows(self, keys: tuple[str, ...]) -> Floats:
        """The shares of a batch's rows; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        late = _SPREAD * self.order.places(keys)
        gone = np.clip(self.share * (1.0 + _SPREAD) - late, 0.0, 1.0)
        return np.asarray(gone * gone * (3.0 - 2.0 * gone))

    def leaving_rows(self, rows: Floats) -> Floats:
        """How far rows that come so far have gone where the new set does not have them; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        return np.minimum(1.0, rows / _MIDDLE)

    def coming_rows(self, rows: Floats) -> Floats:
        """How far they have come where the old set does not have them; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        return np.maximum(0.0, rows / _MIDDLE - 1.0)


def morphed(old: Marks, new: Marks, share: float, shown: float | None = None) -> Marks:
    """The marks at that share of the time of a morph. old: met with the new ones (`meeting`).

    shown: the share that figures show, if another.
    """
    if share <= 0.0 or share >= 1.0:
        return new if share >= 1.0 else old
    marks = blend(old, new, morph(new, share, shown))
    # What has been beside a bar would else lie under it, where the new set draws texts first.
    return (
        *(mark for mark in marks if not isinstance(mark, Label | Figure)),
        *(mark for mark in marks if isinstance(mark, Label | Figure)),
    )


def morph(new: Marks, share: float, shown: float | None = None) -> Morph:
    """The morph into `new` at that share of its time, the rows in the order of its marks."""
    keys = next((m.keys for m in new if isinstance(m, BATCHES) and m.key == "marks"), ())
    return Morph(share, _order(keys), shown)


@lru_cache(_REMEMBERED)
def _order(keys: tuple[str, ...]) -> _Order:
    """The rows one after another."""
    last = max(1, len(keys) - 1)
    return _Order({key.partition("/")[2]: at / last for at, key in enumerate(keys)})
