"""Few, round ticks."""

from __future__ import annotations

import math


def round_ticks(low: float, high: float, most: int = 3) -> tuple[float, ...]:
    """At most `most` round values other than 0 in `low` to `high`: 1, 2, 2.5 or 5 times a power of 10.

    None where there is no span, or none that floats can divide.
    """
    span = high - low
    if not math.isfinite(span) or span <= 0.0 or most < 1:
        return ()
    power = math.floor(math.log10(span / (most + 1)))
    for exponent in (power, power + 1, power + 2):
        for leading in (1.0, 2.0, 2.5, 5.0):
            step = leading * 10.0**exponent
            ticks = _multiples(step, low, high)
            if ticks is not None and 0 < len(ticks) <= most:
                return ticks
    return ()


def _multiples(step: float, low: float, high: float) -> tuple[float, ...] | None:
    """The multiples of `step` in `low` to `high` but 0; None where there would be many."""
    if step <= 0.0 or not math.isfinite(step) or (high - low) / step > 100:
        return None
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple(index * step for index in range(first, last + 1) if index != 0)
