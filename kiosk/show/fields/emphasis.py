"""Emphasis as staff write it: `*open*`, or `**open**` as in other programs, within one line.

A star that cannot open or close emphasis is a star: 5 * 3, 5*3, a footnote's mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.data.text import Span

_STARS = re.compile(r"(?<!\*)\*{1,2}(?!\*)|\n")
_NOTHING_OPENS_BEFORE = frozenset("，。、；：？！）」』】》〉〕｝］”’…—·％,.;:?!)]}%")


@dataclass(frozen=True, slots=True)
class Stars:
    """The stars in a text that are signs. pairs: (opening, closing), in order.

    unclosed: those that open what is never closed.
    """

    pairs: tuple[tuple[Span, Span], ...]
    unclosed: tuple[Span, ...]


def stars_in(text: str) -> Stars:
    """The signs of emphasis in `text`, where a letter stands for each character of a `{fact}`."""
    pairs: list[tuple[Span, Span]] = []
    unclosed: list[Span] = []
    opened: Span | None = None
    for match in _STARS.finditer(text):
        is_end = match[0] == "\n"
        if opened is not None and is_end:
            unclosed.append(opened)
            opened = None
        elif opened is not None and _closes(text, opened, match.span()):
            pairs.append((opened, match.span()))
            opened = None
        elif opened is None and not is_end and _opens(text, match.span()):
            opened = match.span()
    if opened is not None:
        unclosed.append(opened)
    return Stars(tuple(pairs), tuple(unclosed))


def _opens(text: str, stars: Span) -> bool:
    """Whether words can begin behind these stars: not in 5*3, 5 * 3 or behind a word."""
    before, after = text[max(0, stars[0] - 1) : stars[0]], text[stars[1] : stars[1] + 1]
    if not after.strip() or after in _NOTHING_OPENS_BEFORE:
        return False
    return not (before.isascii() and before.isalnum())


def _closes(text: str, opened: Span, stars: Span) -> bool:
    """Whether these stars end what those `opened`: as many, and close behind a word."""
    is_alike = stars[1] - stars[0] == opened[1] - opened[0]
    return is_alike and bool(text[stars[0] - 1].strip())


def tokens(
    text: str, facts: Iterable[re.Match[str]], stars: Stars
) -> Iterator[tuple[str, re.Match[str] | None]]:
    """`text` in order: words, facts with their match, and an empty string for each sign."""
    signs = {sign for pair in stars.pairs for sign in pair}
    found = {match.span(): match for match in facts}
    at = 0
    for start, end in sorted({*found, *signs}):
        if at < start:
            yield text[at:start], None
        yield "", found.get((start, end))
        at = end
    if at < len(text):
        yield text[at:], None
