"""How many cells of a waffle each value fills."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HUNDRED = 100.0


def cells_for(values: Sequence[float], of: int, *, are_percent: bool) -> tuple[int, ...]:
    """The cells of each value, at most `of` together; what is not above zero has none.

    Percentages are of a hundred. Other values are cells where they are whole numbers that have
    room, and else shares of their sum. Rounded by the largest remainder (Hamilton's method), so
    that they add up.
    """
    found = [max(0.0, value) for value in values]
    largest = max(found, default=0.0)
    if largest <= 0.0 or of < 1:
        return (0,) * len(found)
    scaled = [value / largest for value in found]  # sums of the largest floats are still numbers
    whole = sum(scaled)
    parts = [of * value / whole for value in scaled]
    if are_percent and whole * largest <= _HUNDRED * 1.01:
        parts = [value * of / _HUNDRED for value in found]
    elif not are_percent and whole * largest <= of and all(v == int(v) for v in found):
        parts = found
    return _rounded(parts, of)


def _rounded(parts: Sequence[float], of: int) -> tuple[int, ...]:
    """Whole numbers near the parts, whose sum is the parts' own, rounded, and at most `of`."""
    cells = [math.floor(part + 1e-9) for part in parts]
    missing = min(of, math.floor(sum(parts) + 0.5)) - sum(cells)
    by_rest = sorted(range(len(parts)), key=lambda n: cells[n] - parts[n])
    for number in by_rest[: max(0, missing)]:
        cells[number] += 1
    return tuple(cells)
