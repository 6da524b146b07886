"""Words whose letters are drawn in two designs, because the face meant for them lacks some.

Families complement one another by design: digits and Latin letters in Chinese text may be of
another than the characters around them. Within a word of letters that is a flaw. Chinese
characters cannot be parted so, as both Chinese faces have the same ones; and what a show's own
font draws was brought for that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from kiosk.author.checking.faults import Fault
from kiosk.phrases import phrase
from kiosk.stage.fonts.faces import face_of
from kiosk.typesetting.breaks import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen, Written

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = frozenset({"Lu", "Ll", "Lt"})  # signs set high or low are no letters of a word


def of_two_designs(seen: Seen) -> Iterator[Fault]:
    """Every text with a word in which some letters come from another family than the rest."""
    for text in seen.texts:
        if not text.text.isascii():
            yield from _mixed(text, seen)


def _mixed(text: Written, seen: Seen) -> Iterator[Fault]:
    """The first such word of the text."""
    own, lines = face_of(text.style.face).families, seen.studio.lines
    for word in _words(text.text):
        found = {letter: lines.family(letter, text.style) for letter in dict.fromkeys(word)}
        families = dict.fromkeys(family for family in found.values() if family in own)
        if len(families) < 2:
            continue
        family, other = sorted(families, key=own.index)[:2]
        letters = "".join(letter for letter in found if found[letter] == other)
        what = phrase(
            "in '{word}' the letters {letters} are drawn in {other} and the rest in {family}",
            word=word, letters=letters, other=other, family=family,
        )  # fmt: skip
        hint = phrase("write the name in Chinese, or with letters that have no such accents")
        yield Fault(text.part, "other-family", what, hint, len(letters))
        return


def _words(text: str) -> Iterator[str]:
    """The words of letters, but those of ASCII alone: its letters are all of one family."""
    for run in _WORD.findall(normalize("NFC", text)):
        letters = "".join(c if category(c) in _LETTERS and not is_wide(c) else " " for c in run)
        yield from (word for word in letters.split() if not word.isascii())
