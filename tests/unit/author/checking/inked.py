"""Where ink is, measured on painted pixels: nothing of how a layout or `check` counts is asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from kiosk.geometry import Box, Pose
from kiosk.marks import Figure, Frame, Label, Layer, Sheet
from kiosk.stage.stills.seeing import colours_of
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.author.checking.seen import Seen

SHORT_PX = 540  # of the page that is painted
PIXEL = 1080 / SHORT_PX  # logical units
_BLACK, _WHITE = Colour(0.0, 0.0, 0.0), Colour(1.0, 1.0, 1.0)
_INK = 224  # of 255: what is darker is ink; thin strokes of small type are soft


def ink_of_part(seen: Seen, part: str) -> Box | None:
    """The box of all letters of that part, on the page and as far as another page around it.

    They are painted black on white nine times, each time with another of the nine pages in sight.
    """
    letters = tuple(
        mark
        for placed in seen.laid.placed
        for mark in (placed.scene.full if placed.key == part else ())
        if isinstance(mark, Label | Figure) and mark.opacity > 0.5
    )
    found: Box | None = None
    for across, down in product((-1, 0, 1), repeat=2):
        ink = _ink_on_page(seen, letters, across, down) if letters else None
        if ink is not None:
            found = ink if found is None else found.joined(ink)
    return found


def _ink_on_page(
    seen: Seen, letters: tuple[Label | Figure, ...], across: int, down: int
) -> Box | None:
    """The ink on the page that lies so many pages right of the screen and below it."""
    page = seen.page
    left, top = across * page.width, down * page.height
    marks = tuple(
        replace(mark, x=mark.x - left, y=mark.y - top, colour=_BLACK, opacity=1.0)
        for mark in letters
    )
    frame = Frame(page, (Sheet("letters", (Layer("letters", marks),), Pose(), _WHITE),))
    size = round(page.width / PIXEL), round(page.height / PIXEL)
    dark = colours_of(frame, size, seen.studio.assets, seen.studio.lines).min(axis=2) < _INK
    if not dark.any():
        return None
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return Box(
        left + PIXEL * float(columns[0]),
        top + PIXEL * float(rows[0]),
        PIXEL * float(columns[-1] + 1 - columns[0]),
        PIXEL * float(rows[-1] + 1 - rows[0]),
    )


def beyond(ink: Box, box: Box) -> float:
    """How far the ink reaches out of the box, in logical units; 0 where it lies in it."""
    return max(
        0.0, box.x - ink.x, box.y - ink.y, ink.right - box.right, ink.bottom - box.bottom
    )  # fmt: skip
