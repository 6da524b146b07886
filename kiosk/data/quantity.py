"""Numbers with a unit, a bound and the precision of their source, and how they are printed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.data.manner import manner_of
from kiosk.data.text import NO_TEXT, Text
from kiosk.numerals import NUMERALS, Numerals, number_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.manner import Manner, Scale

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
    numerals: Numerals = NUMERALS


@dataclass(frozen=True, slots=True)
class _Scaled:
    """A number in the size in which a language says it. scale: the word for that (万, m).

    gap: between the number and that word.
    """

    value: float
    decimals: int
    scale: str
    unit: str
    gap: str = ""


def printed(quantity: Quantity, language: str) -> Printed:
    """The quantity as `language` prints it, no more precise than its source.

    448000 辆 is 44.8 万辆 and 448,000 vehicles; 2442 亿元 is 244.2 bn yuan.
    """
    if quantity.text:
        unit = quantity.unit.name.in_language(language)
        decimals, grouped = quantity.decimals, False
        return Printed(quantity.value, decimals, grouped, unit, quantity.bound, quantity.text)
    manner = manner_of(language)
    scaled = _scaled(quantity, language)
    between = manner.gap if scaled.unit and scaled.scale else ""
    return Printed(
        scaled.value,
        scaled.decimals,
        _is_grouped(quantity, scaled, manner),
        f"{scaled.scale}{between}{scaled.unit}",
        quantity.bound,
        is_signed=quantity.is_signed,
        numerals=manner.numerals,
    )


def number_in(quantity: Quantity, language: str) -> str:
    """The bare number, without bound and unit: 300, 44.8万, 45 m, 1/3."""
    if quantity.text:
        return quantity.text
    manner = manner_of(language)
    scaled = _scaled(quantity, language)
    digits = number_text(
        scaled.value, scaled.decimals, grouped=_is_grouped(quantity, scaled, manner),
        numerals=manner.numerals,
    )  # fmt: skip
    return f"{digits}{scaled.gap}{scaled.scale}"


def sentence(quantity: Quantity, language: str) -> str:
    """The quantity with bound and unit, inside a sentence: 超过300个, more than 300 parks."""
    manner = manner_of(language)
    number = number_in(quantity, language)
    is_bare = quantity.text or (_is_year(quantity) and manner.gap)
    unit = "" if is_bare else quantity.unit.name.in_language(language)
    bound = {"exact": "", "over": manner.over, "about": manner.about}[quantity.bound]
    if unit == "%" and manner.is_sign_first:
        return f"{bound}{unit}{manner.sign_gap}{number}"
    return f"{bound}{number}{_gap(unit, manner)}{unit}"


def _gap(unit: str, manner: Manner) -> str:
    """What stands between a number and its unit."""
    if unit.startswith(("%", "‰", "°")):
        return manner.sign_gap
    return manner.gap if unit else ""


def _scaled(quantity: Quantity, language: str) -> _Scaled:
    unit = quantity.unit.name.in_language(language)
    if quantity.unit.factors:
        return _converted(quantity, unit, quantity.unit.factor(language))
    manner = manner_of(language)
    scale = None if quantity.unit.is_named else _scale(quantity, manner)
    if scale is None:
        return _Scaled(quantity.value, quantity.decimals, "", unit)
    word = scale.full if scale.full and unit.startswith(scale.word) else scale.word
    form = _Scaled(0.0, 0, word, unit, scale.gap)
    decimals = round(math.log10(scale.size)) + quantity.decimals if manner.is_scaled else 2
    return _trimmed(quantity.value / scale.size, decimals, 0, form)


def _scale(quantity: Quantity, manner: Manner) -> Scale | None:
    """The size in which the value is said: the largest, or the largest of which it is a round one.

    448000 is 44.8万 in Chinese and 448,000 in English, where 45 m is a round number.
    """
    for scale in manner.scales:
        value = quantity.value / scale.size
        is_large = abs(quantity.value) >= max(scale.size, scale.least)
        if is_large and (manner.is_scaled or round(value, 2) == value):
            return scale
    return None


def _converted(quantity: Quantity, unit: str, factor: float) -> _Scaled:
    """The value times the unit's factor: a digit more or less for each power of ten."""
    if factor == 1.0:
        return _Scaled(quantity.value, quantity.decimals, "", unit)
    decimals = max(0, quantity.decimals + math.ceil(-math.log10(factor) - 1e-9))
    return _trimmed(quantity.value * factor, decimals, quantity.decimals, _Scaled(0.0, 0, "", unit))


def _trimmed(value: float, decimals: int, least: int, form: _Scaled) -> _Scaled:
    """The value rounded, without the zeros at its end that its source does not state."""
    digits = f"{value:.{decimals}f}"
    while decimals > least and digits.endswith("0"):
        digits, decimals = digits[:-1], decimals - 1
    return replace(form, value=float(digits), decimals=decimals)


def _is_grouped(quantity: Quantity, scaled: _Scaled, manner: Manner) -> bool:
    """Whether digits are set apart: never in a year, nor the four that stand before 万."""
    is_short = manner.is_scaled and scaled.scale
    return manner.is_grouped and not is_short and not _is_year(quantity)


def _is_year(quantity: Quantity) -> bool:
    """Whether the number is a year of the calendar, as in `the year 1990`."""
    words = {text for _, text in quantity.unit.name.versions}
    return bool(words & {"年", "year"}) and 1000 <= quantity.value < 3000
