"""How a language says numbers: by the program's own style in Chinese and English, else by CLDR.

Where the own style is not CLDR's, it is so on purpose:

- Chinese digits stand without commas (2442 亿元), as 万 and 亿 leave no more than four of them.
- English sizes are small letters (`m`, `bn`, CLDR has `M` and `B`) with a space before them, as the
  units of figures are written (`244.2 bn yuan`), and only round numbers are said in them.
- Minus is the true sign in every language: CLDR's hyphen is what keyboards have.
- Digits are Western in every language, as CLDR has them for Arabic by default and Babel prints
  them: the faces that figures count in have no others, and the years that authors type are Western.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.numerals import NUMERALS, Numerals
from kiosk.theme import is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.cldr import Language


@dataclass(frozen=True, slots=True)
class Scale:
    """A number's size that has a word. gap: between the number and it.

    full: the word before a unit that begins with the same letter, never "8 m m²". least: from which
    number on it is used; 0 is the size itself.
    """

    size: float
    word: str
    gap: str = ""
    full: str = ""
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language says a number.

    is_grouped: whether its thousands are set apart. scales: from the largest to the smallest.
    is_scaled: whether every number is said in them that is large enough, or only round ones. gap:
    between a number, or the word for its size, and a unit; sign_gap: before % and °, and
    is_sign_first: whether % stands before the number instead. over, about: before a bound.
    """

    numerals: Numerals = NUMERALS
    is_grouped: bool = True
    scales: tuple[Scale, ...] = ()
    is_scaled: bool = False
    gap: str = "\N{NO-BREAK SPACE}"
    sign_gap: str = ""
    is_sign_first: bool = False
    over: str = ">\N{NO-BREAK SPACE}"
    about: str = "≈\N{NO-BREAK SPACE}"


_CHINESE = Manner(
    is_grouped=False, scales=(Scale(1e12, "万亿"), Scale(1e8, "亿"), Scale(1e4, "万")),
    is_scaled=True, gap="", over="超过", about="约",
)  # fmt: skip
_ENGLISH = Manner(
    scales=(Scale(1e12, "tn", " "), Scale(1e9, "bn", " "), Scale(1e6, "m", " ", "million")),
    gap=" ", over="more than ", about="nearly ",
)  # fmt: skip


@lru_cache(64)
def manner_of(language: str) -> Manner:
    """How numbers are said in `language`; as in English where CLDR does not know it."""
    if has_own_style(language):
        return _CHINESE if is_chinese(language) else _ENGLISH
    from kiosk.data.cldr import language_of  # noqa: PLC0415 - 20 ms that the own styles do without

    known = language_of(language)
    if known is None:
        return _ENGLISH
    if is_chinese(language):
        return replace(_CHINESE, scales=_scales(known), over="超過", about="約")
    return _known(known)


def has_own_style(language: str) -> bool:
    """Whether the program has a style of its own: Chinese as in China, English as in Britain."""
    return language in {"zh", "zh-Hans", "zh-CN", "zh-Hans-CN", "en", "en-GB"}


def _scales(known: Language) -> tuple[Scale, ...]:
    """The sizes that have a word, the largest first; thousands are written out."""
    return tuple(
        Scale(size, word, gap, least=least) for least, size, gap, word in known.scales if size > 1e3
    )


def _known(known: Language) -> Manner:
    """What CLDR says of a language. One that counts in ten thousands always does so."""
    scales = _scales(known)
    is_scaled = any(scale.size == 1e4 for scale in scales)
    minus = known.minus.replace("-", NUMERALS.minus)
    return Manner(
        Numerals(known.decimal, known.group, minus, known.plus, known.groups),
        scales=scales, is_scaled=is_scaled,
        gap="" if is_scaled else "\N{NO-BREAK SPACE}",
        sign_gap=known.percent_gap, is_sign_first=known.is_percent_first,
    )  # fmt: skip
