"""Where a line may be broken: Chinese by GB/T 15834 and the W3C's clreq, Latin words whole.

Rules of its own rather than UAX #14, which lets a line begin with `——` and `·` and parts a
number from its measure word (2024 / 年); with its tables it would also cost 45 ms at the start.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Closing marks, marks of the sentence, dots, dashes, the slash, signs behind a number, small kana.
NO_START = frozenset(
    "，。、；：？！）」』】》〉〕｝］〗〙｠”’…—·•・‧／％%‰℃℉°′″々〻ー～〜–~,.;:?!)]}/"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
NO_END = frozenset("（「『【《〈〔｛［〖〘｟“‘([{¥￥$€£#№§¿¡①②③④⑤⑥⑦⑧⑨⑩")
ZERO_WIDTH_SPACE = "\u200b"
ANY_SPACE = " \u3000" + ZERO_WIDTH_SPACE
SPACES = frozenset(ANY_SPACE)
_GLUE = frozenset("\u00a0\u202f\u2007\u2060\ufeff\u200d")  # never broken beside
_HYPHENS = frozenset("-‐")
_DASHES = frozenset("-‐–—~～〜")
_DOUBLED = frozenset(("——", "……"))  # written as two characters, one sign to a reader
_CLOSING = frozenset("”’」』】》〉〕｝］〗）")
_PARTS_OF_A_CHARACTER = frozenset(("Mn", "Mc", "Me"))

_FIGURE = r"\d+(?:[.,:：/]\d+)*"
_SIZES = "[十百千万亿]*[多余]?"
_MEASURES = (
    "平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|公顷|公斤|千克|千瓦时|千瓦|兆瓦|吉瓦|"
    "小时|分钟|个?百分点|美元|欧元|港元|人次|年代|世纪|周年"
)
_NO_MEASURES = (
    "至到和与及或而的地得在是了也都就才起后前"  # characters that go on after a bare figure
)
_LATIN_UNITS = (
    "(?:bn|billion|million|trillion)(?: yuan| dollars| US\\$)?|yuan|per ?cent|"
    "m (?:US\\$|people|passengers|visitors)|"  # millions
    "[kcm]?m[²³]?|ha|k?g|t|[kMGT]Wh?|[kM]?Hz|[KMGT]B|°[CF]|min|ms|[hs]|am|pm|a\\.m\\.|p\\.m\\."
)
# A figure with what stands before and behind it: 第3条, ¥5, 1—8 月, 1104亿元, 36.2 km, 49.9 %. The
# digits of a name (T3, C919) are no figure.
_WHOLE = re.compile(
    rf"(?:第 ?|[¥￥$€£+−±≈] ?)?(?<![A-Za-z\d.]){_FIGURE}"
    rf"(?:(?: ?[-‐–—~～至到] ?){_FIGURE})*"
    rf"(?: ?{_SIZES}(?:{_MEASURES}|(?![{_NO_MEASURES}])[\u3400-\u9fff])"
    rf"| (?:{_LATIN_UNITS})(?![A-Za-z]))?"
)


def pieces(line: str) -> tuple[str, ...]:
    """The stretches of `line` between the places where it may be broken; joined they are `line`."""
    places = [0, *_places(line), len(line)]
    return tuple(line[a:b] for a, b in pairwise(places) if a < b)


def splinters(piece: str) -> tuple[str, ...]:
    """`piece` in the smallest stretches that no rule of punctuation keeps together."""
    places = [0, *(i for i in range(1, len(piece)) if not _is_bound(piece, i)), len(piece)]
    return tuple(piece[a:b] for a, b in pairwise(places) if a < b)


def holds_chinese(text: str) -> bool:
    """Whether any of its characters is Chinese or full-width punctuation."""
    return any(is_wide(character) for character in text)


def is_wide(character: str) -> bool:
    """Whether it is a Chinese character or full-width punctuation."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _places(line: str) -> list[int]:
    """The characters of `line`, by their index, that may begin a new line; without the first."""
    whole = {i for match in _WHOLE.finditer(line) for i in range(match.start() + 1, match.end())}
    opening = _opening_quotes(line)
    return [
        i
        for i in range(1, len(line))
        if i not in whole and _may_break(line, i) and _keeps_quotes(line, i, opening)
    ]


def _may_break(line: str, at: int) -> bool:
    """Whether `line` may be broken before its character `at`."""
    before, after = line[at - 1], line[at]
    if after in SPACES or _is_bound(line, at):
        return False
    if before in SPACES or line[max(0, at - 2) : at] in _DOUBLED:
        return True
    if before in _DASHES:
        return _may_end_with_a_dash(line, at)
    if before in _CLOSING and after in NO_END:
        return True
    return is_wide(before) or is_wide(after)


def _is_bound(line: str, at: int) -> bool:
    """Whether the character `at` may not begin a line, or what stands before it may not end one."""
    before, after = line[at - 1], line[at]
    if _is_joined(before, after):
        return True
    if after in NO_START or (after in _HYPHENS and _is_no_minus(line, at)):
        return True
    return _last_before(line, at) in NO_END


def _is_joined(before: str, after: str) -> bool:
    """Whether the two are parts of one character, or are glued together."""
    is_part = unicodedata.category(after) in _PARTS_OF_A_CHARACTER
    return is_part or before in _GLUE or after in _GLUE


def _is_no_minus(line: str, at: int) -> bool:
    """Whether the hyphen at `at` joins, and is not the sign of a number or stands before a word."""
    return line[at - 1] not in SPACES or line[at + 1 : at + 2] in {"", *SPACES}


def _may_end_with_a_dash(line: str, at: int) -> bool:
    """Whether a line may end with the dash before `at`: new-energy, but not e-mail nor T3-2."""
    dash, after = line[at - 1], line[at]
    if not after.isalpha():
        return after in NO_END
    before = line[max(0, at - 3) : at - 1]
    is_word = len(before) == 2 and before.isalpha()
    return dash not in _HYPHENS or is_word or is_wide(before[-1:] or " ")


def _last_before(line: str, at: int) -> str:
    """The last character before `at` that is no space; nothing where there is none."""
    while at > 0 and line[at - 1] in SPACES:
        at -= 1
    return line[at - 1 : at]


def _opening_quotes(line: str) -> frozenset[int]:
    """Where straight quotes stand that open; the others close, or are apostrophes."""
    opening: set[int] = set()
    is_open = {'"': False, "'": False}
    for i, sign in enumerate(line):
        if sign not in is_open:
            continue
        before, after = line[i - 1 : i] if i else "", line[i + 1 : i + 2]
        may_open = after not in {"", *SPACES} and not (before.isalnum() and not is_wide(before))
        opens = not is_open[sign] and may_open
        is_open[sign] = opens
        if opens:
            opening.add(i)
    return frozenset(opening)


def _keeps_quotes(line: str, at: int, opening: frozenset[int]) -> bool:
    """Whether a break before `at` leaves no closing quote at a start and no opening one behind."""
    if line[at] in "\"'" and at not in opening:
        return False
    return at - 1 not in opening
