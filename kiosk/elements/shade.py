"""Shades: gradients that darken a picture behind text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.geometry import Box, Point
from kiosk.marks import Wash

if TYPE_CHECKING:
    from kiosk.theme import Theme

CAPTION = "caption-shade"  # the key of the shade behind a caption

Edge = Literal["top", "bottom", "left", "right"]

STRENGTH = 0.62  # 4.9:1 for text even over white
DEEPEST = 0.94  # with more, nothing of a picture is seen
_SOFTLY = ((0.0, 0.0), (0.25, 0.1), (0.5, 0.38), (0.75, 0.76), (1.0, 1.0))  # no edge is seen
FOOT_OF_PAGE, FOOT_OF_PICTURE = 1.5, 1.16  # times as dark at the edge: beneath chrome, beside text


def shade(
    key: str, box: Box, dark: Edge, reach: float, theme: Theme, strength: float = STRENGTH,
    deepening: float = FOOT_OF_PICTURE,
) -> Wash:  # fmt: skip
    """A gradient in `box`, nothing on one side and darkest at its side `dark`.

    reach: logical units from the dark side that are at least as dark as `strength`, 0 to 1.
    deepening: how many times darker the side itself is.
    """
    colour, strength = theme.scrim, strength_in(theme, strength)
    length = box.height if dark in {"top", "bottom"} else box.width
    inner = 1 - min(reach / length, 0.99)
    stops = (
        *((inner * way, colour.faded(strength * share)) for way, share in _SOFTLY),
        (1.0, colour.faded(min(DEEPEST, deepening * strength))),
    )
    start, end = _ends(box, dark)
    return Wash(key, box, stops, start, end)


def strength_in(theme: Theme, strength: float = STRENGTH) -> float:
    """How strong a shade is in that theme, of which as much is wished, 0 to 1."""
    return min(DEEPEST, strength * theme.scrim_strength)


def _ends(box: Box, dark: Edge) -> tuple[Point, Point]:
    """Where the gradient starts and where it ends."""
    middle = box.centre
    top, bottom = Point(middle.x, box.y), Point(middle.x, box.bottom)
    left, right = Point(box.x, middle.y), Point(box.right, middle.y)
    ends = {"top": (bottom, top), "bottom": (top, bottom), "left": (right, left)}
    return ends.get(dark, (left, right))
