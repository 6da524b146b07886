"""Slips of the fingers: words that differ in a letter or two."""

from __future__ import annotations

_SHORT = 5  # letters of a word in which one slip is the most


def is_slip(word: str, meant: str) -> bool:
    """Whether `word` is `meant` with a slip, in a long word two.

    A slip is a letter too many, too few or another, or two that have changed places.
    """
    if word.casefold().replace("_", "-") == meant.casefold().replace("_", "-"):
        return True
    most = 1 if len(meant) <= _SHORT else 2
    return abs(len(word) - len(meant)) <= most and slips(word, meant) <= most


def slips(one: str, other: str) -> int:
    """How many slips lie between the words (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        following = [i]
        for j, wanted in enumerate(other, 1):
            least = min(row[j] + 1, following[-1] + 1, row[j - 1] + (letter != wanted))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                least = min(least, before[j - 2] + 1)
            following.append(least)
        before, row = row, following
    return row[-1]
