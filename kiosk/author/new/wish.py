"""What a new show shall be like, and how forgivingly that is read from an answer or a flag."""

from __future__ import annotations

import re
import unicodedata

from kiosk.show.model import Shape
from kiosk.values import dataclass

MOST_IN_TITLE = 60  # characters; a cover has room for no more

_LEAST_IN, _MOST_IN = 5.0, 1000.0
_USUAL_IN = 43.0
_UNITS = {
    "": 1.0, "in": 1.0, "inch": 1.0, "inches": 1.0,
    '"': 1.0, "''": 1.0, "寸": 1.0, "英寸": 1.0, "吋": 1.0,
    "cm": 1 / 2.54, "厘米": 1 / 2.54, "公分": 1 / 2.54, "mm": 1 / 25.4, "毫米": 1 / 25.4,
}  # fmt: skip
_WIDE = frozenset({"横", "横屏", "横放", "横向", "横着", "横的", "landscape", "wide", "horizontal"})
_TALL = frozenset({
    "竖", "竖屏", "竖放", "竖向", "竖着", "竖的", "纵向", "立",
    "portrait", "tall", "upright", "vertical",
})  # fmt: skip
_BOTH = frozenset({"横竖", "竖横", "横屏竖屏", "两种", "都要", "both"})
_FILLING = frozenset({"and", "和", "的", "屏", "屏幕", "对角线", "screen", "diagonal"})
_LANGUAGES = {
    "zh": ("zh",), "cn": ("zh",), "中": ("zh",), "中文": ("zh",), "汉语": ("zh",),
    "chinese": ("zh",),
    "en": ("en",), "英": ("en",), "英文": ("en",), "英语": ("en",), "english": ("en",),
    "中英": ("zh", "en"), "中英文": ("zh", "en"), "英中": ("en", "zh"),
}  # fmt: skip
_ALL = frozenset({"both", "两种", "都要", "两种都要", "双语", "bilingual", "two"})
_BETWEEN = re.compile(r"[\s,;/&+、]+|和|与|\band\b")
_SCREEN_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+|寸|英寸|吋|厘米|公分|毫米|\"|'')?|([^\W\d]+)")


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its diagonal, and the ways it may hang."""

    inches: float = _USUAL_IN
    shapes: tuple[Shape, ...] = ("landscape",)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was answered. languages: the first is the default."""

    title: str
    languages: tuple[str, ...]
    screen: Screen


def languages_in(text: str, first: str) -> tuple[str, ...] | None:
    """`zh`, `中文, English`, `both` … as languages; None where it is not understood.

    first: the one that comes first where only `both` is said.
    """
    folded = _folded(text)
    if folded in _ALL:
        return ("zh", "en") if first == "zh" else ("en", "zh")
    words = [word for word in _BETWEEN.split(folded) if word]
    found: list[str] = []
    for word in words:
        if word not in _LANGUAGES:
            return None
        found += _LANGUAGES[word]
    return tuple(dict.fromkeys(found)) or None


def screen_in(text: str) -> Screen | None:
    """`43 in portrait`, `55 竖`, `43` … as a screen; None where it is not understood."""
    rest = _folded(text).replace("″", '"').replace("”", '"').replace("，", " ")
    inches: list[float] = []
    shapes: list[Shape] = []
    for match in _SCREEN_PART.finditer(rest):
        number, unit, word = match.groups()
        if number is not None and unit not in {None, *_UNITS}:
            word = unit  # `43landscape`
            unit = ""
        if number is not None:
            inches.append(float(number) * _UNITS[unit or ""])
        named = _shapes(word) if word else ()
        if named is None:
            return None
        shapes += named
    if len(inches) > 1 or not (inches or shapes) or _SCREEN_PART.sub("", rest).strip(" ,;/&+、."):
        return None
    size = inches[0] if inches else _USUAL_IN
    if not _LEAST_IN <= size <= _MOST_IN:
        return None
    return Screen(round(size, 1), tuple(dict.fromkeys(shapes)) or ("landscape",))


def _shapes(word: str) -> tuple[Shape, ...] | None:
    """What a word says of how a screen hangs: nothing where it only fills in; None if unknown."""
    for unit in sorted(filter(None, _UNITS), key=len, reverse=True):
        if word.startswith(unit) and word.removeprefix(unit) in _WIDE | _TALL | _BOTH:
            word = word.removeprefix(unit)
    if word in _WIDE:
        return ("landscape",)
    if word in _TALL:
        return ("portrait",)
    if word in _BOTH:
        return ("landscape", "portrait")
    return () if word in _FILLING | _UNITS.keys() else None


def _folded(text: str) -> str:
    """The text in one way of writing: full-width signs as plain ones, small letters."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
