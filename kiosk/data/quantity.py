"""Numbers with a unit, a bound and the precision of their source, and how they are printed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from kiosk.data.text import NO_TEXT, Text
from kiosk.theme import is_chinese

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

    text: what is shown instead of the number (`1/3`), or nothing. period, about and source: when,
    what is counted, and who says so. is_signed: whether it is a change, stated as `+49.9`.
    """

    value: float
    decimals: int = 0
    unit: Unit = NO_UNIT
    bound: Bound = "exact"
    text: str = ""
    period: Text = NO_TEXT
    about: Text = NO_TEXT
    source: Text = NO_TEXT
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A quantity as one language shows it: `value` with `decimals`, `grouped`, then `unit`.

    value is already multiplied by the unit's factor (and by 1/10 000 for 万). bound stays apart:
    a big figure shows `300+`, a sentence `more than 300`. text replaces the number if not empty.
    is_signed: a big figure shows a rise with its plus; a sentence says in words that it is one.
    """

    value: float
    decimals: int
    grouped: bool
    unit: str
    bound: Bound
    text: str = ""
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class _Scaled:
    """A number in the size in which a language says it. scale: the word for that (万, m)."""

    value: float
    decimals: int
    scale: str
    unit: str


def printed(quantity: Quantity, language: str) -> Printed:
    """The quantity as `language` prints it, no more precise than its source.

    448000 辆 is 44.8 万辆 and 448,000 vehicles; 2442 亿元 is 244.2 bn yuan.
    """
    if quantity.text:
        unit = quantity.unit.name.in_language(language)
        decimals, grouped = quantity.decimals, False
        return Printed(quantity.value, decimals, grouped, unit, quantity.bound, quantity.text)
    scaled = _scaled(quantity, language)
    unit = _unit_with_scale(scaled, language)
    grouped = _is_grouped(quantity, language)
    return Printed(
        scaled.value,
        scaled.decimals,
        grouped,
        unit,
        quantity.bound,
        is_signed=quantity.is_signed,
    )


def number_text(value: float, decimals: int, *, grouped: bool) -> str:
    """The number's digits, with a true minus sign; grouped: a comma before each three."""
    digits = f"{abs(value):,.{decimals}f}" if grouped else f"{abs(value):.{decimals}f}"
    is_zero = not digits.strip("0.,")
    return digits if value >= 0 or is_zero else f"−{digits}"


def number_in(quantity: Quantity, language: str) -> str:
    """The bare number, without bound and unit: 300, 44.8万, 45 m, 1/3."""
    if quantity.text:
        return quantity.text
    scaled = _scaled(quantity, language)
    digits = number_text(scaled.value, scaled.decimals, grouped=_is_grouped(quantity, language))
    return f"{digits}{_gap(scaled.scale, language)}{scaled.scale}"


def sentence(quantity: Quantity, language: str) -> str:
    """The quantity with bound and unit, inside a sentence: 超过300个, more than 300 parks."""
    number = number_in(quantity, language)
    is_bare = quantity.text or (_is_year(quantity) and not is_chinese(language))
    unit = "" if is_bare else quantity.unit.name.in_language(language)
    bound = _bound_word(quantity.bound, language)
    return f"{bound}{number}{_gap(unit, language)}{unit}"


def _bound_word(bound: Bound, language: str) -> str:
    if is_chinese(language):
        return {"exact": "", "over": "超过", "about": "约"}[bound]
    return {"exact": "", "over": "more than ", "about": "nearly "}[bound]


def _gap(word: str, language: str) -> str:
    """What stands between a number and the word after it."""
    return "" if not word or is_chinese(language) or word.startswith(("%", "‰", "°")) else " "


def _scaled(quantity: Quantity, language: str) -> _Scaled:
    unit = quantity.unit.name.in_language(language)
    if quantity.unit.factors:
        return _converted(quantity, unit, quantity.unit.factor(language))
    if quantity.unit.is_named:
        return _Scaled(quantity.value, quantity.decimals, "", unit)
    if is_chinese(language):
        return _in_myriads(quantity, unit)
    return _in_millions(quantity, unit)


def _converted(quantity: Quantity, unit: str, factor: float) -> _Scaled:
    """The value times the unit's factor: a digit more or less for each power of ten."""
    if factor == 1.0:
        return _Scaled(quantity.value, quantity.decimals, "", unit)
    decimals = max(0, quantity.decimals + math.ceil(-math.log10(factor) - 1e-9))
    return _trimmed(quantity.value * factor, decimals, quantity.decimals, "", unit)


def _in_myriads(quantity: Quantity, unit: str) -> _Scaled:
    """Ten thousand and more as Chinese counts them."""
    for size, word, digits in ((1e8, "亿", 8), (1e4, "万", 4)):
        if abs(quantity.value) >= size:
            return _trimmed(quantity.value / size, digits + quantity.decimals, 0, word, unit)
    return _Scaled(quantity.value, quantity.decimals, "", unit)


def _in_millions(quantity: Quantity, unit: str) -> _Scaled:
    """Millions where the value is a round one, else all its digits."""
    millions = quantity.value / 1e6
    if abs(millions) < 1 or round(millions, 2) != millions:
        return _Scaled(quantity.value, quantity.decimals, "", unit)
    word = "million" if unit.startswith("m") else "m"  # never "8 m m²"
    return _trimmed(millions, 2, 0, word, unit)


def _trimmed(value: float, decimals: int, least: int, scale: str, unit: str) -> _Scaled:
    """The value rounded, without the zeros at its end that its source does not state."""
    digits = f"{value:.{decimals}f}"
    while decimals > least and digits.endswith("0"):
        digits, decimals = digits[:-1], decimals - 1
    return _Scaled(float(digits), decimals, scale, unit)


def _unit_with_scale(scaled: _Scaled, language: str) -> str:
    between = "" if is_chinese(language) or not scaled.unit or not scaled.scale else " "
    return f"{scaled.scale}{between}{scaled.unit}"


def _is_grouped(quantity: Quantity, language: str) -> bool:
    """Whether digits stand in threes: in English, and never in a year."""
    return not is_chinese(language) and not _is_year(quantity)


def _is_year(quantity: Quantity) -> bool:
    """Whether the number is a year of the calendar, as in `the year 1990`."""
    words = {text for _, text in quantity.unit.name.versions}
    return bool(words & {"年", "year"}) and 1000 <= quantity.value < 3000
