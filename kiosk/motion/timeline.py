"""When each mark of an entry or a morph moves."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from kiosk.motion.counting import counted_s
from kiosk.motion.easing import SETTLE, Easing
from kiosk.values import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kiosk.batches import Floats

_REMEMBERED = 16  # batches whose rows' timings stand in arrays


@dataclass(frozen=True, slots=True)
class Timing:
    """One movement: it starts `delay_s` after its scene does and takes `duration_s`."""

    delay_s: float = 0.0
    duration_s: float = 0.5
    easing: Easing = SETTLE

    @property
    def end_s(self) -> float:
        """When it is over, in seconds after the scene's start."""
        return self.delay_s + self.duration_s

    def share(self, t: float) -> float:
        """The share of the way at `t` seconds after the scene's start, held before and after."""
        if self.duration_s <= 0.0:
            return 1.0 if t >= self.delay_s else 0.0
        return self.easing((t - self.delay_s) / self.duration_s)

    def counted(self, t: float) -> float:
        """The share of the way that a figure shows at `t`: it holds each value for a while."""
        return self.share(counted_s(t, self.end_s))


@dataclass(frozen=True, slots=True, eq=False)
class _RowTimings:
    """The timings of a batch's rows, (n,) each. by_easing: which rows follow which easing."""

    delay_s: Floats
    duration_s: Floats
    by_easing: tuple[tuple[Easing, NDArray[np.bool_]], ...]

    def shares(self, t: float) -> Floats:
        """The shares of the way at `t` seconds; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        lasting = np.where(self.duration_s > 0.0, self.duration_s, 1.0)
        gone = np.where(
            self.duration_s > 0.0, (t - self.delay_s) / lasting, 1.0 * (t >= self.delay_s)
        )
        for easing, rows in self.by_easing:
            gone[rows] = easing.shares(gone[rows])
        return gone


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timings of a scene's marks by key; marks that are not named follow `default`.

    end_s: when the last movement is over.
    """

    default: Timing = Timing(0.0, 0.0)
    by_key: dict[str, Timing] = field(default_factory=dict)
    end_s: float = field(init=False, repr=False, compare=False)
    _rows: dict[tuple[str, ...], _RowTimings] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Works out the end once: it is asked for in every frame."""
        ends = (timing.end_s for timing in self.by_key.values())
        object.__setattr__(self, "end_s", max(self.default.end_s, *ends, 0.0))

    def at(self, t: float) -> Moment:
        """How far each mark has come at `t` seconds."""
        return Moment(self, t)

    def share(self, key: str, t: float) -> float:
        """The share of the way of the mark `key` at `t` seconds."""
        return self.by_key.get(key, self.default).share(t)

    def counted(self, key: str, t: float) -> float:
        """The share of the way that the figure `key` shows at `t` seconds."""
        return self.by_key.get(key, self.default).counted(t)

    def shares(self, keys: tuple[str, ...], t: float) -> Floats:
        """The same for the rows of a batch; (n,)."""
        timings = self._rows.get(keys)
        if timings is None:
            if len(self._rows) >= _REMEMBERED:
                self._rows.clear()
            timings = self._rows[keys] = self._timings(keys)
        return timings.shares(t)

    def _timings(self, keys: tuple[str, ...]) -> _RowTimings:
        """The rows' timings in arrays."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        rows = [self.by_key.get(key, self.default) for key in keys]
        easings = dict.fromkeys(row.easing for row in rows)
        return _RowTimings(
            np.array([row.delay_s for row in rows], dtype=np.float64),
            np.array([row.duration_s for row in rows], dtype=np.float64),
            tuple((one, np.array([row.easing == one for row in rows])) for one in easings),
        )


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the marks of a timeline have come at `t` seconds."""

    timeline: Timeline
    t: float

    def __call__(self, key: str) -> float:
        """The share of the way of one mark."""
        return self.timeline.share(key, self.t)

    def counted(self, key: str) -> float:
        """The share of the way that one figure shows."""
        return self.timeline.counted(key, self.t)

    def leaving(self, key: str) -> float:
        """How far a mark has gone that the new set does not have."""
        return self(key)

    def coming(self, key: str) -> float:
        """How far a mark has come that the old set does not have."""
        return self(key)

    def rows(self, keys: tuple[str, ...]) -> Floats:
        """The shares of a batch's rows; (n,)."""
        return self.timeline.shares(keys, self.t)

    def leaving_rows(self, rows: Floats) -> Floats:
        """How far rows that come so far have gone where the new set does not have them; (n,)."""
        return rows

    def coming_rows(self, rows: Floats) -> Floats:
        """How far they have come where the old set does not have them; (n,)."""
        return rows


@dataclass(frozen=True, slots=True)
class Even:
    """All marks at the same share of the way. shown: the share that figures show, if another."""

    share: float
    shown: float | None = None

    def __call__(self, key: str) -> float:
        """The share of the way of one mark."""
        del key
        return self.share

    def counted(self, key: str) -> float:
        """The share of the way that one figure shows."""
        del key
        return self.share if self.shown is None else self.shown

    def leaving(self, key: str) -> float:
        """How far a mark has gone that the new set does not have."""
        return self(key)

    def coming(self, key: str) -> float:
        """How far a mark has come that the old set does not have."""
        return self(key)

    def rows(self, keys: tuple[str, ...]) -> Floats:
        """The shares of a batch's rows; (n,)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        return np.full(len(keys), self.share)

    def leaving_rows(self, rows: Floats) -> Floats:
        """How far rows that come so far have gone where the new set does not have them; (n,)."""
        return rows

    def coming_rows(self, rows: Floats) -> Floats:
        """How far they have come where the old set does not have them; (n,)."""
        return rows


def staggered(
    keys: tuple[str, ...], duration_s: float, stagger_s: float, delay_s: float = 0.0,
    easing: Easing = SETTLE,
) -> dict[str, Timing]:  # fmt: skip
    """Timings for `keys` one after another, each starting `stagger_s` after the one before."""
    return {
        key: Timing(delay_s + index * stagger_s, duration_s, easing)
        for index, key in enumerate(keys)
    }
