"""Which way text runs: Arabic and Hebrew from right to left, each paragraph as it begins.

Text is broken into lines in the order in which it is read, and each line is put into the order in
which it is seen when it is shaped (Unicode's bidirectional algorithm). A line is shaped by itself
and would run as it happens to begin, so one that begins otherwise than its paragraph is given a
sign that nobody sees.
"""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
_FROM_RIGHT = frozenset({"R", "AL"})


def runs_from_right(text: str) -> bool:
    """Whether `text` is read from right to left: what its first letter says.

    Digits, spaces and punctuation say nothing; without any letter it runs from left to right.
    """
    return not text.isascii() and _first_strong(text) in _FROM_RIGHT


def led(line: str, *, from_right: bool) -> str:
    """`line` of a paragraph that runs so, with a sign before it where it would run otherwise."""
    if from_right:
        return line if not line or runs_from_right(line) else RIGHT_TO_LEFT_MARK + line
    return LEFT_TO_RIGHT_MARK + line if runs_from_right(line) else line


def _first_strong(text: str) -> str:
    """Unicode's class of the first character that has a direction; nothing where none has."""
    classes = (unicodedata.bidirectional(character) for character in text)
    return next((each for each in classes if each == "L" or each in _FROM_RIGHT), "")
