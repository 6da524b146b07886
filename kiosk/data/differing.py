"""Whether a text states the same figures in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.data.stated import Stated, is_known, is_rough, stated, unmet

if TYPE_CHECKING:
    from kiosk.data.text import Words


def differing(
    one: Words, language: str, other: Words, other_language: str
) -> tuple[Stated, Stated] | None:
    """A figure of each that the other does not state; None where they may be the same.

    A figure that one of them leaves out is no difference: languages say the same in other words.
    A fact that both name is the same, however each prints it.
    """
    both = {mention.fact for mention in one.mentions} & {mention.fact for mention in other.mentions}
    first, second = _of(one, language, both), _of(other, other_language, both)
    rough = is_rough(one.text) or is_rough(other.text)
    loose = not (is_known(language) and is_known(other_language))
    missing = unmet(first, second, rough=rough, loose=loose)
    if not missing:
        return None
    extra = unmet(second, first, rough=rough, loose=loose)
    return (missing[0], extra[0]) if extra else None


def _of(words: Words, language: str, both: set[str]) -> tuple[Stated, ...]:
    """The figures of a text but for the facts that both name."""
    text = words.text
    for mention in words.mentions:
        if mention.fact in both:
            start, end = mention.at
            text = text[:start] + "\N{IDEOGRAPHIC SPACE}" * (end - start) + text[end:]
    return stated(text, language) if text.strip() else ()
