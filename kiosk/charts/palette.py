"""The colours of several series: the theme's accents, told apart by those who see few colours."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.data.text import Text
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_PALER = (1.0, 0.62, 0.4)  # opacities in which the accents come again where there are more series


def series_colours(count: int, setting: Setting) -> tuple[Colour, ...]:
    """A colour for each of `count` series, the slide's own accent first.

    Up to as many as the theme has accents they are told apart with every kind of colour blindness,
    and each stands out 3:1 from the ground; beyond that they come again, paler. A chart with so
    many series needs names at its marks.
    """
    accents = setting.theme.accents
    first = accents.index(setting.accent) if setting.accent in accents else 0
    row = accents[first:] + accents[:first]
    rounds = math.ceil(count / len(row))
    shown = [one.faded(_PALER[min(turn, 2)]) for turn in range(rounds) for one in row]
    return tuple(shown[:count])


def colours_of(names: Iterable[Text], setting: Setting) -> dict[Text, Colour]:
    """A colour for each name, in the order of their first ones."""
    once = tuple(dict.fromkeys(names))
    return dict(zip(once, series_colours(len(once), setting), strict=True))
