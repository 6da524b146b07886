"""When pixels changed → crossfades: how many frames of each were seen, and the worst gap. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

FPS = 60.0
_APART_S = 1.2  # what changes after a longer rest is another crossfade
_TORN_S = 0.004  # what changes sooner is the same frame, seen half drawn
_FEWEST = 3  # changes; fewer are no crossfade


@dataclass(frozen=True, slots=True)
class Crossfade:
    """frames: how many were seen. gap_ms: the longest time between two of them."""

    frames: int
    span_ms: float
    gap_ms: float


def crossfades_in(times: list[float]) -> tuple[Crossfade, ...]:
    """The crossfades that changes at these seconds (rising) make."""
    groups: list[list[float]] = []
    for time in times:
        if not groups or time - groups[-1][-1] >= _APART_S:
            groups.append([time])
        elif time - groups[-1][-1] >= _TORN_S:
            groups[-1].append(time)
    return tuple(_crossfade(group) for group in groups if len(group) >= _FEWEST)


def _crossfade(times: list[float]) -> Crossfade:
    gap_s = max(after - before for before, after in pairwise(times))
    return Crossfade(len(times), (times[-1] - times[0]) * 1000, gap_s * 1000)
