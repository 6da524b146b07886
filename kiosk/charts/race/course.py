"""Values and ranks of runners as continuous functions of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kiosk.batches import Floats

_STEP_S = 0.05  # between the times at which ranks are found
_MOST_STEPS = 600
OVERTAKE_S = 0.7  # that a change of two ranks takes
HOLD_S = 1.0  # at the first and the last time, at least as long as overtaking takes


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """How runners stand at one time, (n,) each: the values, the ranks from 0, and the presence.

    present: 1 where the data has a value then, 0 where it has none, between them on the way.
    """

    values: Floats
    ranks: Floats
    present: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The runners that are ever among the first, over `duration_s`.

    kept: their places among all. places: (stops,) of the stops in the shares of the time of data.
    values, present: (stops, n). ranks: (steps, n), evenly over the duration, smoothed: what
    overtakes travels, and at both ends all ranks are whole numbers.
    """

    kept: NDArray[np.intp]
    places: Floats
    values: Floats
    present: Floats
    ranks: Floats
    duration_s: float

    def share(self, t: float) -> float:
        """How far the time of the data has gone at `t` seconds, 0 to 1; held at both ends."""
        running = self.duration_s - 2 * HOLD_S
        return min(1.0, max(0.0, (t - HOLD_S) / running)) if running > 0.0 else 1.0

    def at(self, t: float) -> Standing:
        """How all stand at `t` seconds."""
        low, part = _between(self.places, self.share(t))
        step = min(1.0, max(0.0, t / self.duration_s)) * (len(self.ranks) - 1)
        first = min(int(step), len(self.ranks) - 2)
        return Standing(
            _mixed(self.values, low, part),
            _mixed(self.ranks, first, step - first),
            _mixed(self.present, low, part),
        )


def shares_of(places: Sequence[float]) -> list[float]:
    """Rising places as shares of the way from the first to the last; a single one is at 0."""
    span = places[-1] / 2 - places[0] / 2 if places else 0.0  # half, so that the largest differ
    return [(place / 2 - places[0] / 2) / span if span > 0.0 else 0.0 for place in places]


def course_of(values: Floats, shares: Floats, shown: int, duration_s: float) -> Course:
    """The course of the runners that are among the first `shown` at any time.

    values: (stops, runners), NaN where there is none: between two values it is on the way from one
    to the other, elsewhere absent. shares: of the stops in the time of the data, rising.
    """
    duration_s = max(duration_s, 2 * HOLD_S + 1e-3)
    if len(shares) == 1:  # a race of one time stands still
        values, shares = np.vstack((values, values)), np.array([0.0, 1.0])
    if not len(shares):
        values, shares = np.empty((2, 0)), np.array([0.0, 1.0])
    filled, present = _filled(values, shares)
    able = _able(filled, present, shown)
    filled, present = filled[:, able], present[:, able]
    steps = int(min(_MOST_STEPS, max(2.0, duration_s / _STEP_S))) + 1
    running = np.clip(
        (np.linspace(0.0, duration_s, steps) - HOLD_S) / (duration_s - 2 * HOLD_S), 0.0, 1.0
    )
    ranks = np.minimum(_ranks(filled, present, shares, running), shown)
    kept = np.flatnonzero((ranks < shown).any(axis=0) & (present > 0.0).any(axis=0))
    width = max(1, round(OVERTAKE_S / 2 / (duration_s / (steps - 1))))
    return Course(
        able[kept], shares, filled[:, kept], present[:, kept],
        _smoothed(_smoothed(ranks[:, kept], width), width), duration_s,
    )  # fmt: skip


def _between(places: Floats, share: float) -> tuple[int, float]:
    """Which stop lies before `share`, and how far it is on the way to the next."""
    low = int(np.searchsorted(places, share, side="right")) - 1
    low = min(max(low, 0), len(places) - 2)
    span = places[low + 1] - places[low]
    return low, float(min(1.0, max(0.0, (share - places[low]) / span))) if span > 0.0 else 1.0


def _mixed(rows: Floats, low: int, part: float) -> Floats:
    """The row between `low` and the next one."""
    return np.asarray(rows[low] * (1.0 - part) + rows[low + 1] * part)


def _filled(values: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """The values without gaps, 0 where a runner is absent, and where it is present."""
    filled, present = np.zeros(values.shape), np.zeros(values.shape)
    known = np.isfinite(values)
    whole = known.all(axis=0)
    filled[:, whole], present[:, whole] = values[:, whole], 1.0
    for row in np.flatnonzero(~whole & known.any(axis=0)).tolist():
        stops = np.flatnonzero(known[:, row])
        inside = slice(stops[0], stops[-1] + 1)
        filled[inside, row] = np.interp(shares[inside], shares[stops], values[stops, row])
        present[inside, row] = 1.0
    return filled, present


def _able(values: Floats, present: Floats, shown: int) -> NDArray[np.intp]:
    """Those that may be among the first `shown` somewhere: the others are left out of all sums.

    Between two stops nobody is who is at both less than so many others are at both.
    """
    if values.shape[1] <= shown:
        return np.arange(values.shape[1])
    reached = np.where(present > 0.0, values, -np.inf)
    least, most = np.minimum(reached[:-1], reached[1:]), np.maximum(reached[:-1], reached[1:])
    bound = np.partition(least, -shown, axis=1)[:, -shown]
    return np.flatnonzero((most >= bound[:, None]).any(axis=0))


def _ranks(values: Floats, present: Floats, places: Floats, running: Floats) -> Floats:
    """The ranks at each of the shares `running`: by value, those that are absent last."""
    lows = np.clip(np.searchsorted(places, running, side="right") - 1, 0, len(places) - 2)
    spans = places[lows + 1] - places[lows]
    parts = np.clip((running - places[lows]) / np.where(spans > 0.0, spans, 1.0), 0.0, 1.0)
    parts = parts[:, None]
    here = values[lows] * (1 - parts) + values[lows + 1] * parts
    is_here = present[lows] * (1 - parts) + present[lows + 1] * parts
    order = np.lexsort((-here, is_here <= 0.0))
    ranks = np.empty(order.shape)
    np.put_along_axis(ranks, order, np.arange(order.shape[1], dtype=np.float64)[None, :], axis=1)
    return ranks


def _smoothed(ranks: Floats, width: int) -> Floats:
    """Each rank as the mean of those up to half of `width` before and after it."""
    before, after = width // 2, width - width // 2
    padded = np.concatenate(
        (np.repeat(ranks[:1], before, axis=0), ranks, np.repeat(ranks[-1:], after, axis=0))
    )
    sums = np.cumsum(np.concatenate((np.zeros((1, ranks.shape[1])), padded)), axis=0)
    return np.asarray(((sums[width : width + len(ranks)] - sums[: len(ranks)]) / width).round(9))
