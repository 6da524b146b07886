"""What the listing of a frame is in another theme, told by what changes and nothing else.

Most lines differ by colours alone, and a colour of one theme is mostly one colour of the other. So
each change is told once, and after it the lines that do not follow from those changes.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# A property with its value, of which one in brackets may hold others; or a word of its own.
_WORD = re.compile(r"[\w-]+=(?:\((?:[^()]|\([^()]*\))*\)|\S+)|\S+")


def recoloured(listing: str, other: str) -> str:
    """The changes from `listing` to `other`, from which and the former the latter follows.

    `fill=A -> fill=B` is true of all lines that are not told; `- 3` leaves out line 3, and a line
    with `+` comes there or stands for the one that was left out.
    """
    old, new = listing.split("\n"), other.split("\n")
    changes: dict[str, str] = {}
    told: list[str] = []
    same = SequenceMatcher(None, [*map(_head, old)], [*map(_head, new)], autojunk=False)
    for tag, start, end, begin, stop in same.get_opcodes():
        if tag != "equal":
            told += [f"- {number}" for number in range(start, end)]
            told += [f"+ {start} {line}" for line in new[begin:stop]]
            continue
        for number, line in zip(range(start, end), new[begin:stop], strict=True):
            if not _follows(old[number], line, changes):
                told += [f"- {number}", f"+ {number} {line}"]
    lines = [f"{was} -> {now}" for was, now in changes.items() if was != now]
    return "".join(f"{line}\n" for line in (*lines, *told))


def _head(line: str) -> str:
    """What a line is about: its words that are no properties."""
    return " ".join(word for word in _WORD.findall(line) if "=" not in word)


def _follows(was: str, now: str, changes: dict[str, str]) -> bool:
    """Whether a line follows from the changes so far and from those that it adds to them."""
    old, new = _WORD.findall(was), _WORD.findall(now)
    is_alike = [*map(_name, old)] == [*map(_name, new)] and _WORD.sub("", was) == _WORD.sub("", now)
    pairs = dict(zip(old, new, strict=False))
    if not is_alike or len({*zip(old, new, strict=True)}) > len(pairs):
        return False
    if any(changes.get(word, pairs[word]) != pairs[word] for word in pairs):
        return False
    changes.update(pairs)
    return True


def _name(word: str) -> str:
    """The name of a property, or a word that is none."""
    return word.partition("=")[0]
