"""Whether readers of a language can read a text that was written without saying for whom.

Figures, and names in Latin letters, are read everywhere: `T3`, `Yubei 2024`. Chinese is not read by
those who read English, and an English sentence not by those who read Chinese.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCRIPTS = {
    "Han": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "Kana": re.compile("[\u3041-\u30fa]"),
    "Hangul": re.compile("[\uac00-\ud7a3]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Greek": re.compile("[\u0370-\u03ff]{3}"),  # one is a sign: π, Ω
    "Hebrew": re.compile("[\u05d0-\u05ea]"),
    "Arabic": re.compile("[\u0620-\u06ff]"),
    "Devanagari": re.compile("[\u0900-\u097f]"),
    "Thai": re.compile("[\u0e01-\u0e5b]"),
}
# The scripts that readers of a language know besides Latin; of the others, Latin alone.
_READ = {
    language: frozenset(scripts.split())
    for languages, scripts in (
        ("zh yue", "Han"), ("ja", "Han Kana"), ("ko", "Hangul"), ("el", "Greek"),
        ("he yi", "Hebrew"), ("th", "Thai"), ("ar fa ur ug ps", "Arabic"),
        ("hi mr ne sa", "Devanagari"), ("ru uk be bg mk sr kk ky mn tg", "Cyrillic"),
    )
    for language in languages.split()
}  # fmt: skip
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]*[a-z\u00df-\u024f]{2,}")  # no GDP, no T3
_SMALL_WORD = re.compile(r"(?<![\w.@/-])[a-z\u00df-\u024f]{2,}(?![\w@/])(?!\.\w)")
_IN_NAMES = frozenset((
    "and", "at", "by", "de", "del", "der", "des", "di", "du", "el", "et", "for", "from", "in", "la",
    "las", "le", "les", "los", "of", "on", "or", "the", "to", "und", "van", "von", "with",
))  # fmt: skip
_SENTENCE = 3  # small words that no name has: so many make a sentence, or a part of one
_BESIDE = 3  # Chinese characters for each word in Latin letters of a text that says all twice


def unread(text: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Those of the languages whose readers cannot read the text, in their order."""
    scripts = {name for name, letters in _SCRIPTS.items() if letters.search(text)}
    is_sentence = not scripts and _is_sentence(text)
    if not scripts and not is_sentence:
        return ()
    says_twice = "Han" in scripts and _says_twice(text)
    return tuple(
        language for language in languages
        if (is_sentence and _known(language)) or (scripts - _known(language) and not says_twice)
    )  # fmt: skip


def _known(language: str) -> frozenset[str]:
    """The scripts that readers of the language know besides Latin."""
    return _READ.get(language.split("-", maxsplit=1)[0], frozenset())


def _is_sentence(text: str) -> bool:
    """Whether a text in Latin letters holds more small words than names do."""
    words = (match[0] for match in _SMALL_WORD.finditer(text))
    return sum(word not in _IN_NAMES for word in words) >= _SENTENCE


def _says_twice(text: str) -> bool:
    """Whether it says the same in Latin letters too: `中央公园 Central Park`."""
    characters, words = _SCRIPTS["Han"].findall(text), _LATIN_WORD.findall(text)
    return len(characters) <= _BESIDE * len(words)
