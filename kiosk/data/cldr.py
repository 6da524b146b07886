"""What the Unicode Common Locale Data Repository knows of a language, read with Babel.

Babel is a table like those of `unicodedata`: what it answers follows from the language alone. It is
imported when a show first speaks a language that the program has no style of its own for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from babel.core import Locale, UnknownLocaleError
from babel.dates import parse_pattern

from kiosk.values import dataclass

if TYPE_CHECKING:
    from datetime import date, time

    from babel.numbers import NumberPattern

Parts = Literal[
    "month", "month and year", "day", "day and year", "weekday", "clock", "clock and seconds"
]

_SKELETONS: dict[Parts, str] = {
    "month": "MMM", "month and year": "yMMM", "day": "MMMd", "day and year": "yMMMd",
    "weekday": "MMMMEEEEd", "clock": "Hm", "clock and seconds": "Hms",
}  # fmt: skip
_IN_FULL = _SKELETONS["weekday"]
_SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1\1(?![ML])")
_SHORT_DAY = re.compile(r"(?<![Ec])(?:E{1,3}|ccc)(?![Ec])")


@dataclass(frozen=True, slots=True)
class Language:
    """How numbers are written, in Western digits.

    scales: (least, size, gap, word), the largest first: from `least` on numbers are said so.
    """

    decimal: str
    group: str
    groups: tuple[int, int]
    minus: str
    plus: str
    scales: tuple[tuple[float, float, str, str], ...]
    percent_gap: str
    is_percent_first: bool


def language_of(tag: str) -> Language | None:
    """What is known of the language with that BCP 47 tag; None when it is unknown."""
    locale = _locale(tag)
    if locale is None:
        return None
    signs = locale.number_symbols["latn"]
    plain, percent = locale.decimal_formats[None], locale.percent_formats[None]
    last, others = plain.grouping
    return Language(
        signs["decimal"], signs["group"], (last, others), signs["minusSign"], signs["plusSign"],
        _scales(locale),
        percent_gap=percent.suffix[0].rstrip("%") or percent.prefix[0].lstrip("%"),
        is_percent_first="%" in percent.prefix[0],
    )  # fmt: skip


def _scales(locale: Locale) -> tuple[tuple[float, float, str, str], ...]:
    """The sizes whose short word stands after the number: the least number that has each."""
    found: dict[float, tuple[float, float, str, str]] = {}
    patterns: dict[str, NumberPattern] = locale.compact_decimal_formats["short"]["other"]
    for least, pattern in sorted(patterns.items(), key=lambda item: int(item[0])):
        digits = pattern.pattern.count("0")
        after = pattern.suffix[0].replace("'", "").rstrip("\u200f\u200e")
        word = after.strip()
        if digits and word and not pattern.prefix[0]:
            size = float(int(least) // 10 ** (digits - 1))
            found.setdefault(size, (float(least), size, after[: -len(word)], word))
    return tuple(found[size] for size in sorted(found, reverse=True))


def written(moment: date | time, parts: Parts, tag: str) -> str | None:
    """Those parts of the moment, as the language writes them; None where it is unknown."""
    locale = _locale(tag)
    if locale is None:
        return None
    shown: str = parse_pattern(_pattern(locale, _SKELETONS[parts])).apply(moment, locale)
    return shown


def _pattern(locale: Locale, skeleton: str) -> str:
    """The language's order of those parts; where it has none in full, that with short names."""
    known = locale.datetime_skeletons
    if skeleton in known or skeleton != _IN_FULL:
        return str(known[skeleton].pattern)
    pattern = next(str(known[name].pattern) for name in ("MMMMEd", "MMMEd") if name in known)
    return _SHORT_DAY.sub("EEEE", _SHORT_MONTH.sub(r"\1\1\1\1", pattern))


@lru_cache(64)
def _locale(tag: str) -> Locale | None:
    """The locale of the language, or of the one that its tag begins with: de-1996 is de."""
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:count]))
        except (UnknownLocaleError, ValueError):
            continue
    return None
