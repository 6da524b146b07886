"""The text of pages in a PDF that Qt has written: the glyphs of a run as one.

Qt writes each glyph as a text of its own, and readers that look for lines and words take them
apart where others lie near.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kiosk.stage.painting.paper.objects import numbers_in, reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.stage.painting.paper.objects import Addition, Written

# A run: the font's number and size, its matrix, and the way to each glyph from the one before.
_RUN = re.compile(
    rb"BT\n/F(\d+) ([\d.]+) Tf ([^\n]* Tm)\n((?:[-\d.]+ [-\d.]+ Td <[0-9A-F]{4}> Tj\n)+)ET\n"
)
_GLYPH = re.compile(rb"([-\d.]+) ([-\d.]+) Td <([0-9A-F]{4})> Tj\n")
# Widths one by one from a glyph on, or one of all between two glyphs.
_WIDTHS = re.compile(rb"(\d+) \[([^]]*)\]|(\d+) (\d+) (\d+)")
_EM = 1000.0  # units of a glyph's width
_UNSEEN = 0.6  # of those: what comes of widths that are written in whole ones


def add_joined(written: Written, added: Addition) -> None:
    """Has every run of every page written as one."""
    widths: dict[int, Mapping[int, float]] = {}
    for page in written.pages:
        number = reference(written.head(page), b"Contents")
        content = written.data(number)
        for font in {int(found) for found in re.findall(rb"\n/F(\d+) ", content)} - widths.keys():
            widths[font] = _widths(written, font)
        added.put_data(number, _RUN.sub(lambda run: _joined(run, widths), content))


def _widths(written: Written, font: int) -> Mapping[int, float]:
    """How wide the glyphs of a font are, in thousandths of an em."""
    (own,) = numbers_in(written.head(font), b"DescendantFonts")
    head = written.head(int(own))
    alike = re.search(rb"/DW (\d+)", head)
    widths: dict[int, float] = defaultdict(lambda: 0.0 if alike is None else float(alike[1]))
    for first, each, start, end, width in _WIDTHS.findall(head.partition(b"/W [")[2]):
        if first:
            widths |= dict(enumerate(map(float, each.split()), start=int(first)))
        else:
            widths |= dict.fromkeys(range(int(start), int(end) + 1), float(width))
    return widths


def _joined(run: re.Match[bytes], widths: Mapping[int, Mapping[int, float]]) -> bytes:
    """A run with its glyphs in one go, as far as they stand on one line."""
    per_unit = _EM / float(run[2])
    advances = widths[int(run[1])]
    text = b"BT\n/F%s %s Tf %s\n" % (run[1], run[2], run[3])
    x, line, before = 0.0, b"", 0
    for across, down, glyph in _GLYPH.findall(run[4]):
        if not line or float(down):
            text += b"" if not line else b"[<%s>] TJ\n" % line
            text += b"%.4f %s Td " % (x + float(across), down)
            x, line = 0.0, glyph
        else:
            nearer = advances[before] - float(across) * per_unit
            line += glyph if abs(nearer) < _UNSEEN else b"> %.3f <%s" % (nearer, glyph)
            x += float(across)
        before = int(glyph, 16)
    return text + b"[<%s>] TJ\nET\n" % line
