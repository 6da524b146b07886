"""The colours of several series: the theme's accents, told apart by those who see few colours."""

from __future__ import annotations

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
    row = _row(setting)
    paler = [[one.faded(share) for one in row] for share in _PALER]
    last, many = len(_PALER) - 1, len(row)
    return tuple(paler[min(place // many, last)][place % many] for place in range(count))


def series_colour(place: int, setting: Setting) -> Colour:
    """The colour of the series at that place, whatever their number."""
    row = _row(setting)
    turn, at = divmod(place, len(row))
    return row[at].faded(_PALER[min(turn, len(_PALER) - 1)])


def _row(setting: Setting) -> tuple[Colour, ...]:
    """The accents, the slide's own first."""
    accents = setting.theme.accents
    first = accents.index(setting.accent) if setting.accent in accents else 0
    return accents[first:] + accents[:first]


def colours_of(names: Iterable[Text], setting: Setting) -> dict[Text, Colour]:
    """A colour for each name, in the order of their first ones."""
    once = tuple(dict.fromkeys(names))
    return dict(zip(once, series_colours(len(once), setting), strict=True))
