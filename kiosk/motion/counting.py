"""How often a figure that counts shows another value."""

from __future__ import annotations

import math

HELD_S = 0.1
"""How long a figure that counts shows each value, in seconds, the first one at most.

Digits that change in every frame flicker: a place of them grows dark and light again up to thirty
times in a second, over all that they cover. WCAG 2.2 (2.3.1) lets three flashes pass, which are six
changes of a place. Of ten values in a second few places see more than six changes, as ink has to
come or go with nearly every one: what flashes is then a tenth as large. With fewer values a figure
jumps and does not count.
"""

_ROUNDING = 1e-6  # of a step: so far a time may lie beside one without being taken for another


def counted_s(t: float, ends: float) -> float:
    """The time whose value a figure shows at `t` if it counts until `ends`: the same or earlier.

    The steps end at `ends`, so that the last value is there on time. Seconds, on any clock.
    """
    if t >= ends:
        return t
    return ends - math.ceil((ends - t) / HELD_S - _ROUNDING) * HELD_S
