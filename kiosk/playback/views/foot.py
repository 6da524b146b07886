"""The picture at the foot of the page, and the shade for what stands on it there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.elements.shade import DEEPEST, shade
from kiosk.geometry import Box
from kiosk.marks import Picture, Wash
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.geometry import Point
    from kiosk.marks import Mark
    from kiosk.playback.views.room import Room
    from kiosk.theme import Theme

FOOT = 80.0  # of the chrome and the invitation above the page's lower edge
SHADE = "shade"  # the key of its layer
_FADE = 40.0  # logical units in which the shade goes to nothing: above it the slide has its texts


@dataclass(frozen=True, slots=True)
class Below:
    """The picture under the line of the chrome. theme: of what stands on it, as on the slide.

    shaded: how strong the slide's own shade is there, 0 to 1.
    """

    theme: Theme
    shaded: float


def below(marks: Sequence[Mark], places: Iterable[Point], theme: Theme) -> Below | None:
    """What lies at those points of the page; None where there is a picture at none of them."""
    found = [share for at in places if (share := _shaded(marks, at)) is not None]
    return Below(theme, min(found)) if found else None


def foot_shade(room: Room, picture: Below, strength: float) -> tuple[Wash, ...]:
    """The shade along the page's foot that makes the slide's own as strong as that, 0 to 1."""
    missing = 1.0 - (1.0 - min(DEEPEST, strength)) / max(1.0 - picture.shaded, 1.0 - DEEPEST)
    if missing <= 0.0:
        return ()
    reach = FOOT + room.target_side / 2
    page, tall = room.page, reach + _FADE
    band = Box(0.0, page.height - tall, page.width, tall)
    wished = missing / picture.theme.scrim_strength
    return (shade(SHADE, band, "bottom", reach, picture.theme, wished, deepening=1.0),)


def _shaded(marks: Sequence[Mark], at: Point) -> float | None:
    """How strong the shades are over the uppermost picture at that point; None without one."""
    bare: float | None = None
    for mark in marks:
        if isinstance(mark, Picture) and mark.box.holds(at):
            bare = 1.0
        elif isinstance(mark, Wash) and mark.box.holds(at) and bare is not None:
            bare *= 1.0 - _strength(mark, at)
    return None if bare is None else 1.0 - bare


def _strength(wash: Wash, at: Point) -> float:
    """How strong a shade is at that point; one that runs about a point is none."""
    if wash.radius > 0.0:
        return 0.0
    across, down = wash.end.x - wash.start.x, wash.end.y - wash.start.y
    along = (at.x - wash.start.x) * across + (at.y - wash.start.y) * down
    length = across**2 + down**2
    share = max(0.0, min(1.0, along / length)) if length > 0.0 else 1.0
    for (start, one), (end, other) in pairwise(wash.stops):
        if start <= share <= end:
            part = (share - start) / (end - start) if end > start else 1.0
            return one.opacity + (other.opacity - one.opacity) * part
    return wash.stops[0][1].opacity if share < wash.stops[0][0] else wash.stops[-1][1].opacity
