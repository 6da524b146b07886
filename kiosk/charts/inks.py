"""Which ink can be read on a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.theme import Colour, contrast

if TYPE_CHECKING:
    from kiosk.theme import Theme


def ink_on(fill: Colour, theme: Theme) -> Colour:
    """The theme's text or its ground, whichever stands out more from `fill` on the ground."""
    shown = over(fill, theme.ground)
    return max((theme.text, theme.ground), key=lambda ink: contrast(ink._replace(opacity=1), shown))


def over(fill: Colour, ground: Colour) -> Colour:
    """The opaque colour that `fill` has on `ground`."""
    share = fill.opacity
    red, green, blue = (
        share * one + (1.0 - share) * other for one, other in zip(fill[:3], ground[:3], strict=True)
    )
    return Colour(red, green, blue)
