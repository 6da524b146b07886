"""Completes a PDF that Qt has written: what its text means, see-through gradients, contents.

Qt leaves out the characters of glyphs that a font's features put in place of the usual ones.
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING

from kiosk.stage.painting.paper.contents import add_contents
from kiosk.stage.painting.paper.joining import add_joined
from kiosk.stage.painting.paper.masks import add_masks
from kiosk.stage.painting.paper.objects import Addition, Written, reference
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.stage.painting.paper.contents import Bookmark

_MOST_IN_A_BLOCK = 100  # characters in one block of a table of them


@dataclass(frozen=True, slots=True)
class Completion:
    """What a file lacks.

    meanings: of each font, in the order of their first use, the characters of its glyphs, which are
    numbered from 1. language: of the text. bookmarks: the table of contents. scale: the file's
    units for each of Qt's on a page.
    """

    meanings: tuple[tuple[str, ...], ...]
    language: str
    bookmarks: tuple[Bookmark, ...]
    scale: float


def complete(file: Path, lacking: Completion) -> None:
    """Writes what is `lacking` to the end of `file`, which Qt has just written. Raises OSError."""
    with file.open("r+b") as opened:
        with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
            written = Written.of(content)
            added = Addition(written.size)
            _add_meanings(written, added, lacking.meanings)
            add_joined(written, added)
            add_masks(written, added, lacking.scale)
            add_contents(written, added, lacking.language, lacking.bookmarks)
            addition = added.to_follow(written)
        opened.seek(0, 2)
        opened.write(addition)


def _add_meanings(written: Written, added: Addition, meanings: Sequence[Sequence[str]]) -> None:
    """Tells for each font what its glyphs stand for.

    Where Qt has split a font, or left one out, its own account of all of them stands.
    """
    heads = (written.head(number) for number in sorted(written.places))
    fonts = [head for head in heads if b"/Subtype /Type0" in head]
    if len(fonts) != len(meanings):
        return
    for head, characters in zip(fonts, meanings, strict=True):
        added.put_data(reference(head, b"ToUnicode"), _table(characters))


def _table(characters: Sequence[str]) -> bytes:
    """What the glyphs from number 1 on stand for, as a CMap."""
    known = [(number, text) for number, text in enumerate(characters, start=1) if text]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
    ]  # fmt: skip
    for first in range(0, len(known), _MOST_IN_A_BLOCK):
        block = known[first : first + _MOST_IN_A_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{number:04X}> <{text.encode('utf-16-be').hex()}>" for number, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
