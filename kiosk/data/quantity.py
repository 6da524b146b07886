"""Numbers with a unit, a bound and the precision of their source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.data.text import NO_TEXT, Text

Bound = Literal["exact", "over", "about"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts. factors: (language, factor): the number is printed times it."""

    name: Text = NO_TEXT
    factors: tuple[tuple[str, float], ...] = ()
    is_named: bool = False

    def factor(self, language: str) -> float:
        """What a value is multiplied with before it is printed in `language`."""
        return dict(self.factors).get(language, 1.0)


NO_UNIT = Unit()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as its source states it. decimals: digits after the point there.

    text: what is shown instead of the number (`1/3`), or nothing. period and about: when, and
    what is counted.
    """

    value: float
    decimals: int = 0
    unit: Unit = NO_UNIT
    bound: Bound = "exact"
    text: str = ""
    period: Text = NO_TEXT
    about: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Printed:
    """A quantity as one language shows it: `value` with `decimals`, `grouped`, then `unit`.

    value is already multiplied by the unit's factor (and by 1/10 000 for 万). bound stays apart:
    a big figure shows `300+`, a sentence `more than 300`. text replaces the number if not empty.
    """

    value: float
    decimals: int
    grouped: bool
    unit: str
    bound: Bound
    text: str = ""
