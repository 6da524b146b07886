"""The objects of a PDF that was written in one go, and others that are added at its end.

An object that is added under a number that is there takes its place (ISO 32000-1, 7.5.6).
"""

from __future__ import annotations

import errno
import os
import re
import zlib
from dataclasses import field
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    import mmap


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written in one go. places: of its objects. size: one more than the last."""

    content: mmap.mmap
    places: dict[int, int]
    start: int
    trailer: bytes

    @classmethod
    def of(cls, content: mmap.mmap) -> Written:
        """The file with that content. Raises OSError where something is missing in it.

        A disk that was full lacks a piece and may have what was written after it.
        """
        end = content.rfind(b"startxref")
        told = content[end:].split()[1:2] if end >= 0 else []
        start = int(told[0]) if told and told[0].isdigit() else -1
        if start < 0 or content[start : start + 4] != b"xref":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        table, _, trailer = content[start:end].partition(b"trailer")
        rows = table.splitlines()[2:]
        places = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n"}
        return cls(content, places, start, trailer)

    @property
    def size(self) -> int:
        """One more than the highest number of an object."""
        return max(self.places) + 1

    @property
    def root(self) -> int:
        """The number of the catalogue, from which all else is reached."""
        return reference(self.trailer, b"Root")

    @property
    def pages(self) -> tuple[int, ...]:
        """The numbers of the pages, in order."""
        tree = reference(self.head(self.root), b"Pages")
        return tuple(int(page) for page in numbers_in(self.head(tree), b"Kids"))

    def data(self, number: int) -> bytes:
        """The data of an object, unpacked."""
        start = self.content.find(b"\nstream\n", self.places[number]) + len(b"\nstream\n")
        length = int(self.head(reference(self.head(number), b"Length")))
        return zlib.decompress(self.content[start : start + length])

    def head(self, number: int) -> bytes:
        """What an object is, up to its data if it has any."""
        place = self.places[number]
        end = self.content.find(b"endobj", place)
        data = self.content.find(b"\nstream\n", place, end)
        return self.content[place : end if data < 0 else data].partition(b"obj\n")[2]


@dataclass(slots=True)
class Addition:
    """Objects that are written to the end of a file. size: one more than the highest number."""

    size: int
    objects: dict[int, bytes] = field(default_factory=dict)

    def next_number(self) -> int:
        """A number that no object has yet."""
        self.size += 1
        return self.size - 1

    def put(self, number: int, text: bytes) -> None:
        """An object is `text` from now on."""
        self.objects[number] = text

    def put_data(self, number: int, data: bytes, head: bytes = b"") -> None:
        """An object is `data` from now on. head: what else its dictionary says."""
        packed = zlib.compress(data)
        said = head + b"/Filter /FlateDecode /Length %d" % len(packed)
        self.objects[number] = b"<< %s >>\nstream\n%s\nendstream" % (said, packed)

    def to_follow(self, written: Written) -> bytes:
        """The bytes of all with their table, to stand behind the file."""
        body, table = bytearray(b"\n"), bytearray(b"xref\n")
        for number, text in sorted(self.objects.items()):
            table += b"%d 1\n%010d 00000 n \n" % (number, len(written.content) + len(body))
            body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
        kept = re.sub(rb"/Size \d+", b"", written.trailer).strip().removeprefix(b"<<")
        trailer = b"trailer\n<< /Size %d /Prev %d %s\n" % (self.size, written.start, kept)
        ends = b"startxref\n%d\n%%%%EOF\n" % (len(written.content) + len(body))
        return bytes(body + table) + trailer + ends


def reference(text: bytes, name: bytes) -> int:
    """The number of the object that `name` refers to in a dictionary. Raises ValueError."""
    found = re.search(rb"/%s (\d+) 0 R" % name, text)
    if found is None:
        message = f"no reference {name!r} in {text[:200]!r}"
        raise ValueError(message)
    return int(found[1])


def numbers_in(head: bytes, name: bytes) -> tuple[float, ...]:
    """The numbers that `name` has in a dictionary; references by theirs. Raises ValueError."""
    found = re.search(rb"/%s\s*\[([^]]*)\]" % name, head)
    if found is None:
        message = f"no numbers {name!r} in {head[:200]!r}"
        raise ValueError(message)
    return tuple(float(number) for number in found[1].replace(b" 0 R", b"").split())
