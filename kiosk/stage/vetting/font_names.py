"""The names in a font's file, changed where they are the program's own."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST = 4096  # tables, or names; honest fonts have a few dozen
_FAMILIES = frozenset({1, 16})  # the family, and what it is called where it has many styles
_APPLE = 1  # the platform whose names take a byte a character


class _Name(NamedTuple):
    """Where a family's name stands in the file, and what it is."""

    start: int
    end: int
    text: str
    width: int  # bytes a character


def set_apart(content: bytes, is_taken: Callable[[str], bool]) -> bytes:
    """The font with a `+` for the last character of each family's name that is taken.

    What is no TrueType or OpenType file stays as it is; so does whatever stands outside the file.
    """
    changed = bytearray(content)
    try:
        for name in _families(content):
            if is_taken(name.text):
                changed[name.end - name.width : name.end] = b"+".rjust(name.width, b"\0")
    except struct.error:  # the file ends before its own tables do
        return content
    return bytes(changed)


def _families(content: bytes) -> Iterator[_Name]:
    """The names of families. Raises struct.error where the file ends too early."""
    for table in _name_tables(content):
        _, count, strings = struct.unpack_from(">HHH", content, table)
        for number in range(min(count, _MOST)):
            record = struct.unpack_from(">HHHHHH", content, table + 6 + 12 * number)
            platform, _, _, kind, length, offset = record
            start = table + strings + offset
            width = 1 if platform == _APPLE else 2
            text = content[start : start + length]
            if kind in _FAMILIES and length >= width and len(text) == length:
                encoding = "latin-1" if width == 1 else "utf-16-be"
                yield _Name(start, start + length, text.decode(encoding, "replace"), width)


def _name_tables(content: bytes) -> Iterator[int]:
    """Where the tables of names begin."""
    if content[:4] not in {b"\0\1\0\0", b"OTTO", b"true"}:
        return
    (count,) = struct.unpack_from(">H", content, 4)
    for number in range(min(count, _MOST)):
        tag, _, offset, _ = struct.unpack_from(">4sIII", content, 12 + 16 * number)
        if tag == b"name":
            yield offset
