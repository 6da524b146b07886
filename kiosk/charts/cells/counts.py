"""How many cells of a waffle each value fills."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HUNDRED = 100.0


def cells_for(
    values: Sequence[float], of: int, *, are_percent: bool, others: Sequence[Sequence[float]] = ()
) -> tuple[int, ...]:
    """The cells of each value, at most `of` together; what is not above zero has none.

    Percentages are of a hundred. Other values are cells where they are whole numbers that have
    room, and else shares of their sum. Rounded by the largest remainder (Hamilton's method), so
    that they add up. others: the values of other waffles in which a cell counts as much; shares
    are then of the largest sum, and equal values have as many cells.
    """
    every = [[max(0.0, value) for value in some] for some in (values, *others)]
    largest = max((value for some in every for value in some), default=0.0)
    if largest <= 0.0 or of < 1:
        return (0,) * len(values)
    # Sums of the largest floats are still numbers.
    whole = max(sum(value / largest for value in some) for some in every)
    are_whole = all(value == int(value) for some in every for value in some)

    def part(value: float) -> float:
        if are_percent and whole * largest <= _HUNDRED * 1.01:
            return value * of / _HUNDRED
        if not are_percent and whole * largest <= of and are_whole:
            return value
        return of * (value / largest) / whole

    parts = [[part(value) for value in some] for some in every]
    return _alike(parts, of) if others else _rounded(parts[0], of)


def _alike(every: Sequence[Sequence[float]], of: int) -> tuple[int, ...]:
    """The cells of the first parts, each rounded for itself; down where not all have room so."""
    rounded = [[math.floor(part + 0.5) for part in parts] for parts in every]
    if all(sum(cells) <= of for cells in rounded):
        return tuple(rounded[0])
    return tuple(math.floor(part + 1e-9) for part in every[0])


def _rounded(parts: Sequence[float], of: int) -> tuple[int, ...]:
    """Whole numbers near the parts, whose sum is the parts' own, rounded, and at most `of`."""
    cells = [math.floor(part + 1e-9) for part in parts]
    missing = min(of, math.floor(sum(parts) + 0.5)) - sum(cells)
    by_rest = sorted(range(len(parts)), key=lambda n: cells[n] - parts[n])
    for number in by_rest[: max(0, missing)]:
        cells[number] += 1
    return tuple(cells)
