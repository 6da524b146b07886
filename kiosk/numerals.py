"""The signs that a language writes numbers with; its digits are Western ones."""

from __future__ import annotations

from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """The signs between and before digits. group: between those that are set apart.

    minus, plus: a sign that nobody sees may keep them left of the number in text from the right.
    groups: how many digits the last group has, and each before it: 12,34,567 in India.
    """

    decimal: str = "."
    group: str = ","
    minus: str = "\N{MINUS SIGN}"
    plus: str = "+"
    groups: tuple[int, int] = (3, 3)


NUMERALS = Numerals()  # of English and Chinese


def number_text(
    value: float, decimals: int, *, grouped: bool, numerals: Numerals = NUMERALS
) -> str:
    """The number's digits, rounded half to even, with a true minus sign; none before a zero."""
    digits = f"{abs(value):,.{decimals}f}" if grouped else f"{abs(value):.{decimals}f}"
    sign = numerals.minus if value < 0 and digits.strip("0.,") else ""
    if numerals is not NUMERALS:
        whole, _, rest = digits.partition(".")
        digits = _grouped(whole, numerals) + (numerals.decimal + rest if rest else "")
    return f"{sign}{digits}"


def _grouped(whole: str, numerals: Numerals) -> str:
    """Digits that commas set apart in threes, or none do, as these numerals set them apart."""
    if "," not in whole or numerals.groups == NUMERALS.groups:
        return whole.replace(",", numerals.group)
    last, others = numerals.groups
    digits = whole.replace(",", "")
    parts = [digits[-last:]]
    rest = digits[:-last]
    while rest:
        parts.append(rest[-others:])
        rest = rest[:-others]
    return numerals.group.join(reversed(parts))
