"""Figures in running text, and what values they may stand for: `1.2 万` is 12 000, `3 成` is 30 %.

Digits state a figure for sure; a word for a number often does not (`十分` is `very`, `second` a
unit of time), and so it may stand for a value, but nobody is told that it lacks.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.data.manner import has_own_style
from kiosk.theme import is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NARROW = str.maketrans("０１２３４５６７８９．％／", "0123456789.%/")
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_ANY_NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0\u202f][0-9]+)*")  # whatever the points mean
_NAME_BEFORE = re.compile(r"[A-Za-z_#][-.‑]?$|[0-9][:：]$|[0-9][-/.][0-9]+[-/.]$")  # T3, C919, 8:30
_NAME_AFTER = re.compile(
    r"(?!st\b|nd\b|rd\b|th\b|s\b|bn\b|m\b|k\b|tn\b|km|kg|mm\b|cm\b|ha\b|h\b)[A-Za-z]"
    r"|[:：][0-9]|[-/.][0-9]+[-/.][0-9]|\s*[月日号]"
)
_SHARE = re.compile(r"([0-9]+)/([0-9]+)(?![0-9/])")
_ROUGH = re.compile(r"约|近|超|逾|多|余|over|about|nearly|almost|around|some|more than|than|up to")

# What follows a number, and the values that one of it may be; the first that fits counts.
_AFTER: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("%|percent|per cent|个百分点|percentage point|‰", (1.0, 0.01)), ("成", (10.0, 0.1)),
    ("万亿|trillion|tn\\b", (1e12,)), ("千亿", (1e11,)), ("百亿", (1e10,)),
    ("十亿|billion|bn\\b", (1e9,)), ("亿", (1e8,)), ("千万", (1e7,)),
    ("百万|million", (1e6,)), ("十万", (1e5,)), ("万", (1e4,)), ("m\\b", (1.0, 1e6)),
    ("千米|公里|km\\b|kilomet", (1.0, 1e3)), ("千|thousand|k\\b", (1.0, 1e3)),
    ("百|hundred", (1.0, 100.0)), ("dozen", (12.0,)), ("倍|times|-?fold", (1.0, 100.0)),
    ("年代|s\\b", (1.0,)), ("吨|tonne|ton\\b|公斤|kg\\b", (1.0, 1e3, 1e-3)),
    ("平方公里|km²|square k", (1.0, 1e6, 100.0)), ("公顷|hectare|ha\\b", (1.0, 15.0, 1e4, 0.01)),
    ("亩|mu\\b", (1.0, 1 / 15, 666.7)), ("英里|mile", (1.0, 1.609)), ("里|斤", (1.0, 0.5)),
    ("小时|hour|h\\b", (1.0, 60.0)), ("周|星期|week", (1.0, 7.0)), ("世纪|centur", (1.0, 100.0)),
    ("decade", (10.0,)),
)  # fmt: skip
_AFTERS = tuple(
    (re.compile(rf"[\s\u00a0]*-?[多余来]?(?:{w})", re.IGNORECASE), f) for w, f in _AFTER
)
_MONEY = (
    ("usd", "美元|US\\$|dollar"), ("eur", "欧元|€|euro"), ("gbp", "英镑|£|pound"),
    ("jpy", "日元|yen"), ("cny", "元|yuan|RMB|CNY"),
)  # fmt: skip
_MONEYS = tuple((name, re.compile(words)) for name, words in _MONEY)

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CHINESE = re.compile(
    "(百分之)?[零〇一二两三四五六七八九十百千万亿]+(?:分之[一二两三四五六七八九十]+)?"
)
_SURE_CHINESE = re.compile("百分之.+|[一二两三四五六七八九][十百千万亿].*")
_CHINESE_WORDS = {"半": (0.5, 50.0), "双": (2.0,), "番": (2.0,), "首": (1.0,), "唯一": (1.0,)}

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_DECADES = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_SIZES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_WORDS: Mapping[str, tuple[float, ...]] = {
    **{word: (float(i),) for i, word in enumerate(_ONES)},
    **{word: (20.0 + 10 * i,) for i, word in enumerate(_DECADES)},
    **{word: (i + 1.0, 1 / (i + 1)) for i, word in enumerate(_ORDINALS)},
    **{word: (size,) for word, size in _SIZES.items()},
    "half": (0.5, 50.0), "quarter": (0.25, 25.0, 4.0), "once": (1.0,), "twice": (2.0,),
    "double": (2.0,), "triple": (3.0,), "both": (2.0,), "dozen": (12.0,), "decade": (10.0,),
    "century": (100.0,), "a": (1.0,), "single": (1.0,), "pair": (2.0,),
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure. at: where it begins; written: as it stands there; values: what it may be.

    is_sure: whether it is surely a figure. money: of which country, where that is said.
    """

    at: int
    written: str
    values: tuple[float, ...]
    is_sure: bool = True
    money: str = ""

    def meets(self, other: Stated, *, is_rough: bool, is_loose: bool) -> bool:
        """Whether both may be the same. is_rough: whether a text says `about`.

        is_loose: whether the sizes are not known: then digits alone are compared.
        """
        if self.money and other.money and self.money != other.money:
            return True
        return any(
            _same(one, two, is_rough=is_rough, is_loose=is_loose)
            for one in self.values
            for two in other.values
        )


def is_known(language: str) -> bool:
    """Whether the program knows how the language writes numbers and says their sizes."""
    return has_own_style(language) or is_chinese(language)


def is_rough(text: str) -> bool:
    """Whether the text says of a figure that it is not exact."""
    return _ROUGH.search(text) is not None


def stated(text: str, language: str) -> tuple[Stated, ...]:
    """The figures in a text, and the words that may stand for one."""
    text = text.translate(_NARROW)
    words = _chinese(text) if is_chinese(language) else _english(text)
    return (*_typed(text, language), *words)


def _typed(text: str, language: str) -> Iterator[Stated]:
    """The figures in digits."""
    shares = {match.start(): match for match in _SHARE.finditer(text)}
    inside = {i for match in shares.values() for i in range(match.start(), match.end())}
    for match in shares.values():
        part, whole = int(match[1]), int(match[2])
        if whole:
            yield Stated(match.start(), match[0], (part / whole, 100 * part / whole))
        yield Stated(match.start(), match[1], (float(part), float(whole)), is_sure=False)
    pattern, groups = (_NUMBER, ",") if is_known(language) else (_ANY_NUMBER, ".,\u00a0\u202f")
    for match in pattern.finditer(text):
        if match.start() in inside:
            continue
        before, after = text[: match.start()], text[match.end() :]
        is_name = _NAME_BEFORE.search(before) or _NAME_AFTER.match(after)
        number = float(match[0].translate(dict.fromkeys(map(ord, groups))))
        values = tuple(_values(number, before, after, language))
        yield Stated(match.start(), match[0], values, not is_name, _money(before, after))


def _values(number: float, before: str, after: str, language: str) -> Iterator[float]:
    """What a number may be with what stands before and after it."""
    factors = next((found for word, found in _AFTERS if word.match(after)), (1.0,))
    yield from (number * factor for factor in factors)
    if before.endswith("百分之"):
        yield number / 100
    if re.match(r"(?:年代|s\b)|\s*年", after) and number < 100:
        yield from (1900 + number, 2000 + number)
    if re.match(r"\s*(?:倍|times|-?fold)", after):
        yield from (number - 1, number + 1)
    if not is_chinese(language) and re.search(r"[-–—/]$", before) and number < 100:
        yield 2000 + number  # 2023–24
    if re.match(r"\s*(?:点|时|[ap]\.?m)", after):
        yield from ((number + 12) % 24, number)


def _money(before: str, after: str) -> str:
    """Whose money a number tells of; nothing where it does not, or does not say."""
    near = re.split(r"[\s,，。;；]+", after.lstrip(), maxsplit=3)[:3]
    around = before[-4:] if re.search(r"(?:\$|€|£|RMB|CNY)\s*$", before) else ""
    words = around + " ".join(near)
    return next((name for name, pattern in _MONEYS if pattern.search(words)), "")


def _chinese(text: str) -> Iterator[Stated]:
    """The figures in Chinese characters."""
    for match in _CHINESE.finditer(text):
        words = match[0].removeprefix("百分之")
        first, _, second = words.partition("分之")
        number = _of_chinese(first)
        if match[1]:
            values: tuple[float, ...] = (number, number / 100)
        elif second and number:
            values = (_of_chinese(second) / number, 100 * _of_chinese(second) / number)
        else:
            after = text[match.end() :]
            values = (number, *_values(number, "", after, "zh"))
        is_sure = _SURE_CHINESE.fullmatch(match[0]) is not None and "分之" not in words
        yield Stated(match.start(), match[0], values, is_sure)
    for word, values in _CHINESE_WORDS.items():
        if word in text:
            yield Stated(text.index(word), word, values, is_sure=False)


def _of_chinese(words: str) -> float:
    """`三百二十` as 320, `二〇二四` as 2024."""
    if all(c in _DIGITS for c in words):
        return float("".join(str(_DIGITS[c]) for c in words) or 0)
    total = section = digit = unit = 0
    for c in words:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif _TENS[c] >= 10**4:
            total = (total + section + digit or 1) * _TENS[c]
            section, digit, unit = 0, 0, _TENS[c]
        else:
            section += (digit or 1) * _TENS[c]
            digit, unit = 0, _TENS[c]
    is_short = unit > 10 and words[-2:-1] in _TENS  # 两千四 is 2400
    return float(total + section + digit * (unit // 10 if is_short else 1))


def _english(text: str) -> Iterator[Stated]:
    """The figures in English words, and the months by their numbers."""
    found = [(m.start(), m[0].casefold()) for m in _WORD.finditer(text)]
    known = [(at, word, values) for at, word in found if (values := _of_word(word))]
    for at, word, values in known:
        yield Stated(at, word, values, is_sure=False)
    for (at, word, values), (then, next_word, more) in pairwise(known):
        between = text[at + len(word) : then]
        if between == "-" and word in _DECADES and next_word in _ONES:
            yield Stated(at, f"{word}-{next_word}", (values[0] + more[0],))
        elif next_word in _SIZES and word not in {"a", *_SIZES} and between.strip(" -") == "":
            yield Stated(at, f"{word} {next_word}", (values[0] * more[0],))


def _of_word(word: str) -> tuple[float, ...]:
    """The values that a word may stand for."""
    if word[:3] in _MONTHS and len(word) >= 3:
        return (_MONTHS.index(word[:3]) + 1.0,)
    return _WORDS.get(word) or _WORDS.get(word.removesuffix("s"), ())


def _same(one: float, other: float, *, is_rough: bool, is_loose: bool) -> bool:
    """Whether two numbers are one, or one of them is the other rounded."""
    if is_loose and one and other:
        return _digits(one) == _digits(other)
    if abs(one - other) <= 1e-6 * max(abs(one), abs(other)):
        return True
    short, long = sorted((one, other), key=lambda number: len(_digits(number)))
    places = len(_digits(short))
    if not short or places == len(_digits(long)) or (places < 2 and not is_rough):
        return False
    step = abs(short) / int(_digits(short) or 1)
    return abs(short - long) <= (step if is_rough else step / 2)


def _digits(number: float) -> str:
    """The digits of a number that count: `12` of 12 000 and of 0.12."""
    return f"{number:.9e}".partition("e")[0].replace(".", "").replace("-", "").rstrip("0")


def unmet(
    some: Iterable[Stated], others: tuple[Stated, ...], *, rough: bool, loose: bool
) -> tuple[Stated, ...]:
    """The figures among `some` that none of `others` may be."""
    return tuple(
        one for one in some
        if one.is_sure
        and not any(one.meets(other, is_rough=rough, is_loose=loose) for other in others)
    )  # fmt: skip
