"""Where the windows of the home view lie, on any page and for any number of chapters."""

from __future__ import annotations

import math

from kiosk.geometry import Box, Size
from kiosk.values import dataclass

GAP = 12.0
BELOW = 125.0  # under a window: its bar and the companion's title, in two lines
BAR_ALONE = 56.0  # the same where type is too large for the companion's title
FOOT = 132.0  # on a portrait page whose last row is full: for the prompt and the language
LANDSCAPE_FOOT = 104.0
TALLEST = 1180.0
MOST_IN_A_ROW = 8
NARROWEST = 180.0  # on a landscape page: one word of a title has room
_SLENDER = 760.0 / 236.57  # height to width of a window among seven


@dataclass(frozen=True, slots=True)
class Windows:
    """boxes: one a window, row by row. free: the place after the last one, if it has room."""

    boxes: tuple[Box, ...]
    free: Box | None


def windows(
    page: Size, margin: float, count: int, *, has_foot: bool = False, narrowest: float = 0.0,
    below: float = BELOW,
) -> Windows:  # fmt: skip
    """The boxes of `count` windows, from the left margin on.

    has_foot: whether a landscape page has room for the prompt and the buttons below them.
    narrowest: what the titles need. below: the room under each window.
    """
    if count == 0:
        return Windows((), None)
    if page.is_portrait:
        return _in_rows(page, margin, count, narrowest, below)
    foot = LANDSCAPE_FOOT if has_foot else 0.0
    page = Size(page.width, page.height - foot)
    return _in_columns(page, margin, count, max(NARROWEST, narrowest), below)


def _in_columns(page: Size, margin: float, count: int, narrowest: float, below: float) -> Windows:
    """Windows side by side over the height of a landscape page; two rows of narrow or very many."""
    room = page.width - 2 * margin + GAP
    in_a_row = min(MOST_IN_A_ROW, max(1, int(room / (narrowest + GAP))))
    rows = math.ceil(count / in_a_row)
    columns = math.ceil(count / rows)
    top, pitch = 168.0, (page.height - 168.0 - 27.0) / rows
    width = room / columns - GAP
    return Windows(_boxes(margin, top, width, pitch - below, pitch, columns, count), None)


def _in_rows(page: Size, margin: float, count: int, narrowest: float, below: float) -> Windows:
    """Rows of windows on a portrait page."""
    columns = count if count < 4 else {4: 2, 5: 3, 6: 3}.get(count, 4)
    fitting = int((page.width - 2 * margin + GAP) / (narrowest + GAP))
    columns = max(1, min(columns, fitting))
    rows = math.ceil(count / columns)
    top = 228.0
    width = (page.width - 2 * margin - (columns - 1) * GAP) / columns
    is_free = count % columns != 0
    foot = 0.0 if is_free or rows == 1 else FOOT
    pitch = (page.height - top + 4.0 - foot) / max(2, rows)
    height = pitch - below if rows > 1 else min(width * _SLENDER, TALLEST)
    boxes = _boxes(margin, top, width, height, pitch, columns, count)
    return Windows(boxes, boxes[-1].moved(width + GAP, 0.0) if is_free else None)


def _boxes(
    left: float, top: float, width: float, height: float, pitch: float, columns: int, count: int
) -> tuple[Box, ...]:
    """`count` boxes in rows of `columns`; pitch: from row to row."""
    return tuple(
        Box(left + i % columns * (width + GAP), top + i // columns * pitch, width, height)
        for i in range(count)
    )
