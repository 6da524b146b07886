"""The ring around the target that the keyboard is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.marks import Marks, Shape
from kiosk.playback.views.outlines import rounded

if TYPE_CHECKING:
    from kiosk.playback.views.room import Room, Target

THICK = 5.0  # of the ring in the colour of text
EDGE = 2.5  # of the ground's colour at both its sides: one of the two shows on every picture
_CORNER = 16.0


def focus_ring(room: Room, target: Target) -> Marks:
    """Two rings around `target`, which leave it whole, wholly on the page.

    One that is no box has them along its outline.
    """
    ground = room.theme.ground._replace(opacity=1.0)
    if target.outline:
        path = f"M{' L'.join(f'{at.x:.1f},{at.y:.1f}' for at in target.outline)} Z"
        return (
            Shape("focus-edge", path, stroke=ground, width=THICK + 2 * EDGE),
            Shape("focus-ring", path, stroke=room.theme.text, width=THICK),
        )
    inset = THICK / 2 + EDGE
    theme, page, box = room.theme, room.page, target.box.grown(inset)
    left, right = max(box.x, inset), min(box.right, page.width - inset)
    top, bottom = max(box.y, inset), min(box.bottom, page.height - inset)
    width, height = right - left, bottom - top
    outline = rounded(width, height, min(width, height) / 2 if target.is_round else _CORNER)
    x, y = left + width / 2, top + height / 2
    return (
        Shape("focus-edge", outline, x, y, stroke=ground, width=THICK + 2 * EDGE),
        Shape("focus-ring", outline, x, y, stroke=theme.text, width=THICK),
    )
