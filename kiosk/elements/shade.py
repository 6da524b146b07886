"""Shades: gradients that darken a picture behind text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.geometry import Box, Point
from kiosk.marks import Wash

if TYPE_CHECKING:
    from kiosk.theme import Colour

CAPTION = "caption-shade"  # the key of the shade behind a caption

Edge = Literal["top", "bottom", "left", "right"]

STRENGTH = 0.62  # 4.9:1 for text even over white
_DEEPEST = 0.94
_SOFTLY = ((0.0, 0.0), (0.25, 0.1), (0.5, 0.38), (0.75, 0.76), (1.0, 1.0))  # no edge is seen
# The half axes of an ellipse about a box that has its corner at the middle: x² + y² reach to 1.
_ROUND_ACROSS, _ROUND_DOWN = 1.1, 2.42
_HELD = 0.62  # of its half axes at full strength
_LEAST_ACROSS = 400.0  # logical units: a small dark corner would be a blot
FOOT_OF_PAGE, FOOT_OF_PICTURE = 1.5, 1.16  # times as dark at the edge: beneath chrome, beside text


def shade(
    key: str, box: Box, dark: Edge, reach: float, colour: Colour, strength: float = STRENGTH,
    deepening: float = FOOT_OF_PICTURE,
) -> Wash:  # fmt: skip
    """A gradient in `box`, nothing on one side and darkest at its side `dark`.

    reach: logical units from the dark side that are at least as dark as `strength`, 0 to 1.
    deepening: how many times darker the side itself is.
    """
    length = box.height if dark in {"top", "bottom"} else box.width
    inner = 1 - min(reach / length, 0.99)
    stops = (
        *((inner * way, colour.faded(strength * share)) for way, share in _SOFTLY),
        (1.0, colour.faded(min(_DEEPEST, deepening * strength))),
    )
    start, end = _ends(box, dark)
    return Wash(key, box, stops, start, end)


def corner_shade(
    key: str, box: Box, corner: Point, reach: tuple[float, float], colour: Colour,
    strength: float = STRENGTH,
) -> Wash:  # fmt: skip
    """A gradient in the corner of `box` that lies at `corner`: a quarter of an ellipse.

    reach: logical units across and down from the corner; all between is as dark as `strength`.
    """
    across = max(reach[0] * _ROUND_ACROSS, _LEAST_ACROSS) / _HELD
    down = reach[1] * _ROUND_DOWN / _HELD
    wide, high = min(across, box.width), min(down, box.height)
    x = corner.x - wide if corner.x > box.centre.x else corner.x
    y = corner.y - high if corner.y > box.centre.y else corner.y
    stops = (
        (0.0, colour.faded(strength)),
        *(
            (1.0 - way * (1.0 - _HELD), colour.faded(strength * share))
            for way, share in reversed(_SOFTLY)
        ),
    )
    return Wash(key, Box(x, y, wide, high), stops, corner, corner, across, down / across)


def _ends(box: Box, dark: Edge) -> tuple[Point, Point]:
    """Where the gradient starts and where it ends."""
    middle = box.centre
    top, bottom = Point(middle.x, box.y), Point(middle.x, box.bottom)
    left, right = Point(box.x, middle.y), Point(box.right, middle.y)
    ends = {"top": (bottom, top), "bottom": (top, bottom), "left": (right, left)}
    return ends.get(dark, (left, right))
