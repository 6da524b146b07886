"""Round buttons and the language pill, as they lie and as they are pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.marks import Label, Marks, Shape
from kiosk.playback.views.outlines import circle, rounded

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

HOME_ICON = "M-13,-1 L0,-13 L13,-1 M-9,-3 L-9,12 L9,12 L9,-3"
PREVIOUS_ICON = "M5,-12 L-7,0 L5,12"
NEXT_ICON = "M-5,-12 L7,0 L-5,12"
LINK_ICON = "M-14,0 L13,0 M2,-11 L13,0 L2,11"
BACK_ICON = "M-4,-14 L-13,-5 L-4,4 M-13,-5 L5,-5 C16,-5 16,12 5,12 L0,12"
ACCESS_ICON = (  # a figure with its arms spread
    "M0,-15 C1.8,-15 3.2,-13.6 3.2,-11.8 C3.2,-10 1.8,-8.6 0,-8.6 "
    "C-1.8,-8.6 -3.2,-10 -3.2,-11.8 C-3.2,-13.6 -1.8,-15 0,-15 Z "
    "M-12,-4.5 L0,-3 L12,-4.5 M0,-3 L0,4 L-6.5,15 M0,4 L6.5,15"
)
PRESSED_SCALE = 0.96
OUTLINE = 2.0
PILL = 136.0
_ICON_OF_DISC = 64.0  # the side of the disc that the icons are drawn for
_BELOW_MIDDLE = 0.36  # of an em: the baseline of a line of text below its middle


def disc(key: str, box: Box, icon: str, setting: Setting, *, is_pressed: bool) -> Marks:
    """A round button in `box` (a square)."""
    ground, line, ink, scale = _colours(setting, is_pressed=is_pressed)
    at, size = box.centre, box.width / _ICON_OF_DISC
    return (
        Shape(
            key, circle(box.width / 2), at.x, at.y, scale, fill=ground, stroke=line, width=OUTLINE
        ),
        Shape(
            f"{key}-icon", icon, at.x, at.y, scale * size, stroke=ink, width=3.0 * size,
            round_ends=True,
        ),
    )  # fmt: skip


def pill(key: str, box: Box, text: str, setting: Setting, *, is_pressed: bool) -> Marks:
    """A button as wide as its text needs, which stands in the middle of `box`."""
    ground, line, ink, scale = _colours(setting, is_pressed=is_pressed)
    at, style = box.centre, setting.style("button")
    outline = rounded(box.width, box.height, box.height / 2)
    return (
        Shape(key, outline, at.x, at.y, scale, fill=ground, stroke=line, width=OUTLINE),
        Label(f"{key}-text", text, at.x, at.y + _BELOW_MIDDLE * style.size, style, ink, "centre"),
    )


def pill_width(text: str, setting: Setting, least: float = PILL, around: float = 40.0) -> float:
    """How wide the pill around `text` is, at least `least`, with so much room around the text."""
    return max(least, setting.measure.advance(text, setting.style("button")) + around)


def _colours(setting: Setting, *, is_pressed: bool) -> tuple[Colour, Colour, Colour, float]:
    """Ground, outline and ink of a button, and its scale."""
    theme = setting.theme
    if is_pressed:
        return setting.accent, setting.accent, theme.ground, PRESSED_SCALE
    return theme.disc, theme.line, theme.text, 1.0
