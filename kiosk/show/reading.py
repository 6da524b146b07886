"""How long a slide takes to be read by somebody who stands in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kiosk.data.text import Text
from kiosk.limits import CHARACTERS, SETTLING, WORDS

if TYPE_CHECKING:
    from kiosk.layouts.base import Parts

_MOST_NAMES = 30
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:[.,'’\-][^\W_]+)*")


def reading_s(parts: Parts, language: str, known: Parts | None = None) -> float:
    """Seconds to read what a slide says in `language`: 3 s and its characters or words.

    Five Chinese characters or 3.3 words a second, somewhat less than people read who sit.
    A word or number among Chinese characters counts as a word. known: what has been read before.
    """
    characters = words = 0
    read = frozenset(() if known is None else texts_of(known))
    for text in (text for text in texts_of(parts) if text not in read):
        version = text.in_language(language)
        characters += len(_CHINESE.findall(version))
        words += len(_WORD.findall(_CHINESE.sub(" ", version)))
    return SETTLING.value + characters / CHARACTERS.value + words / WORDS.value


def texts_of(parts: Parts) -> Iterator[Text]:
    """The texts that a visitor reads on the slide, names in its charts' data among them.

    Of a chart each name once, and of very many the first: a chart is looked at, not read out.
    """
    yield from (parts.title, parts.subtitle, parts.text, parts.caption)
    for chart in parts.charts:
        names = (cell for row in chart.data.rows for cell in row if isinstance(cell, Text))
        yield from islice(dict.fromkeys(names), _MOST_NAMES)
