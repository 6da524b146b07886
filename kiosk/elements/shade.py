"""Shades: gradients that darken a picture behind text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.geometry import Box, Point
from kiosk.marks import Wash

if TYPE_CHECKING:
    from kiosk.theme import Colour

Edge = Literal["top", "bottom", "left", "right"]

STRENGTH = 0.62  # 4.9:1 for text even over white
_DEEPEST = 0.94


def shade(
    key: str, box: Box, dark: Edge, reach: float, colour: Colour, strength: float = STRENGTH
) -> Wash:
    """A gradient in `box`, nothing on one side and darkest at its side `dark`.

    reach: logical units from the dark side that are at least as dark as `strength`, 0 to 1.
    """
    length = box.height if dark in {"top", "bottom"} else box.width
    inner = 1 - min(reach / length, 0.99)
    stops = (
        (0.0, colour.faded(0.0)),
        (inner, colour.faded(strength)),
        (1.0, colour.faded(min(_DEEPEST, 1.5 * strength))),
    )
    start, end = _ends(box, dark)
    return Wash(key, box, stops, start, end)


def _ends(box: Box, dark: Edge) -> tuple[Point, Point]:
    """Where the gradient starts and where it ends."""
    middle = box.centre
    top, bottom = Point(middle.x, box.y), Point(middle.x, box.bottom)
    left, right = Point(box.x, middle.y), Point(box.right, middle.y)
    ends = {"top": (bottom, top), "bottom": (top, bottom), "left": (right, left)}
    return ends.get(dark, (left, right))
