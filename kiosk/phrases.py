"""What the program says, as values that can be said in any of its own languages.

A phrase is an English sentence with names in braces, and what stands for them. The sentence itself
is the key of the other languages' catalogues, so that the code reads as what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from kiosk.values import dataclass

Language = Literal["en", "zh"]

_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, or part of one. template: English, with `{name}` where an argument stands.

    Braces around anything but an argument's name are meant: `{fact}` may be a word of YAML.
    """

    template: str
    arguments: tuple[tuple[str, str | int | Phrase], ...] = ()


def phrase(template: str, /, **arguments: str | int | Phrase) -> Phrase:
    """The phrase of that English template; the template is written out where this is called."""
    return Phrase(template, tuple(arguments.items()))


def said(phrase: Phrase, language: Language) -> str:
    """The phrase in words. Where a catalogue lacks it, it is said in English."""
    values = {
        name: said(value, language) if isinstance(value, Phrase) else str(value)
        for name, value in phrase.arguments
    }
    template = _in_language(phrase.template, language)
    return _NAME.sub(lambda match: values.get(match[1], match[0]), template)


def write(what: str | Phrase) -> Phrase:
    """The hint to write just that."""
    return phrase("write {what}", what=what)


def quoted(word: str) -> Phrase:
    """The word in quotes."""
    return phrase("'{word}'", word=word)


def any_of(words: Iterable[str | Phrase]) -> Phrase:
    """`a or b`: the words of which one is to be chosen; at least one."""
    *before, last = [phrase("{word}", word=word) for word in words]
    for each in reversed(before):
        last = phrase("{first} or {second}", first=each, second=last)
    return last


def _in_language(template: str, language: Language) -> str:
    if language == "en":
        return template
    from kiosk.chinese import CHINESE  # noqa: PLC0415 - a show should start at once

    return CHINESE.get(template, template)
