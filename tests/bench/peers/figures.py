"""The figures of the deck's two charts: the same for every peer."""

from __future__ import annotations

from random import Random

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_REGIONS = ("North", "South", "East")
_SEED = 7
_POINTS = 200


def bars() -> dict[str, list[int]]:
    """Visitors by month, for three regions."""
    chance = Random(_SEED)
    return {name: [chance.randint(100, 1000) for _ in MONTHS] for name in _REGIONS}


def lines() -> dict[str, list[float]]:
    """Four walks of 200 steps, by the walk's name."""
    chance = Random(_SEED)
    return {name: _walk(chance) for name in ("First", "Second", "Third", "Fourth")}


def _walk(chance: Random) -> list[float]:
    values = [0.0]
    while len(values) < _POINTS:
        values.append(round(values[-1] + chance.random() - 0.5, 3))
    return values
