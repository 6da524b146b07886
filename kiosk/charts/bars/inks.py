"""What pieces of bars are filled with, and what is written on them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk.charts.palette import series_colour
from kiosk.theme import Colour, contrast

if TYPE_CHECKING:
    from kiosk.typesetting.setting import Setting

_PALE = 0.35  # what is left of a colour in a bar that is not highlighted


class Tone(NamedTuple):
    """How a bar is filled. place: in the series' colours, 0 the accent, None is quiet.

    `far` is the colour that differs most from the accent. is_pale: whether it steps back behind
    others of its series.
    """

    place: int | Literal["far"] | None = 0
    is_pale: bool = False

    @property
    def is_lit(self) -> bool:
        """Whether it stands out."""
        return self.place is not None and not self.is_pale


LIT, QUIET = Tone(0), Tone(None)


def ink_of(tone: Tone, setting: Setting) -> Colour:
    """The colour of a tone."""
    match tone.place:
        case None:
            colour = setting.theme.quiet_series
        case "far":
            colour = far_colour(setting)
        case 0:
            colour = setting.accent
        case place:
            colour = series_colour(place, setting)
    return over_ground(colour.faded(_PALE), setting) if tone.is_pale else colour


def far_colour(setting: Setting) -> Colour:
    """The theme's accent that differs most from the slide's own.

    Measured by what those see who do not tell red from green: lightness, and blue against yellow.
    """
    own = _seen(setting.accent)
    return max(setting.theme.accents, key=lambda accent: math.dist(own, _seen(accent)))


def _seen(colour: Colour) -> tuple[float, float]:
    """How light a colour is, and how yellow; below 0 it is blue."""
    light = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue
    return light, (colour.red + colour.green) / 2 - colour.blue


def ink_on(fill: Colour, setting: Setting) -> Colour:
    """The theme's text or ground, whichever is read better on `fill` over the ground."""
    inks, mixed = (setting.theme.ground, setting.theme.text), over_ground(fill, setting)
    return max(inks, key=lambda ink: contrast(ink, mixed))


def over_ground(colour: Colour, setting: Setting) -> Colour:
    """The opaque colour that looks like `colour` over the theme's ground."""
    pairs = zip(colour[:3], setting.theme.ground[:3], strict=True)
    return Colour(*(over * colour.opacity + under * (1 - colour.opacity) for over, under in pairs))
