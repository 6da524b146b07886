"""Charts over pictures of which something cannot be told from the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.checking.behind import behind
from kiosk.author.checking.contrast import ANOTHER_PLACE, floored
from kiosk.author.checking.faults import Fault
from kiosk.batches import ARRAYS, BATCHES, Segments, bounds
from kiosk.geometry import Box
from kiosk.limits import MEANING_CONTRAST
from kiosk.marks import Picture
from kiosk.phrases import phrase
from kiosk.theme import Colour, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen
    from kiosk.batches import Batch
    from kiosk.marks import Mark

_MOST_ROWS = 40  # of a batch, that are looked at
_SOLID = 0.8  # the opacity from which on a colour is no tint of what lies behind


def faint_chart(seen: Seen) -> Iterator[Fault]:
    """Each chart over a picture of which something cannot be told from it that could on a ground.

    What stands out little by design, such as a low value of a scale or a grid, is not meant.
    """
    below: list[Mark] = []
    for part in seen.laid.placed:
        pictures = [mark.box for mark in below if isinstance(mark, Picture)]
        batches = [mark for mark in part.scene.full if isinstance(mark, BATCHES)]
        if pictures and batches:
            rows = [row for batch in batches for row in _rows(batch, pictures, seen)]
            painted = behind(seen, below) if rows else None
            found = [painted.contrast(box, ink) for box, ink in rows] if painted else []
            if found and min(found) < MEANING_CONTRAST.value:
                yield _faint(part.key, min(found))
        below += part.scene.full


def _rows(batch: Batch, pictures: list[Box], seen: Seen) -> Iterator[tuple[Box, Colour]]:
    """Where rows of the batch lie on a picture, and the colours of those that are to stand out."""
    if isinstance(batch, Segments):
        return
    (colours, *_) = ARRAYS[type(batch)][1]
    ends = bounds(batch)
    step = max(1, len(ends) // _MOST_ROWS)
    for row, fill in zip(ends[::step], getattr(batch, colours)[::step], strict=True):
        left, top, right, foot = (float(side) for side in row)
        box, ink = Box(left, top, right - left, foot - top), Colour(*(float(c) for c in fill))
        stands_out = contrast(ink, seen.room.theme.scrim) >= MEANING_CONTRAST.value
        is_over = any(picture.meets(box) for picture in pictures)
        if ink.opacity * batch.opacity >= _SOLID and stands_out and is_over:
            yield box, ink


def _faint(part: str, found: float) -> Fault:
    """A chart that has only so much contrast to the picture."""
    needed = MEANING_CONTRAST.value
    what = phrase(
        "something in the chart has a contrast of {found}:1 to the picture behind it, and needs "
        "{needed}:1", found=floored(found), needed=f"{needed:g}",
    )  # fmt: skip
    return Fault(part, "faint-chart", what, ANOTHER_PLACE, needed / found)
