"""Where something can be written on a plane of places and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.annotations.ground import Ground, Stretch
from kiosk.charts.plane.domain import LogDomain
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.annotations.places import Places
    from kiosk.charts.plane.plane import Plane
    from kiosk.data.table import Cell

_ROUNDING = 1e-9  # of the way from one side to the other


@dataclass(frozen=True, slots=True)
class OnPlane:
    """The places of a plane."""

    plane: Plane
    places: Places

    def stretch(self, cell: Cell) -> Stretch | None:
        """Where it stands; None beyond the sides."""
        share = self.places.share(cell)
        if share is None:
            return None
        at = self.plane.x(share)
        return at, at

    def end(self, cell: Cell) -> Box | None:
        """Nothing: no mark stands there alone."""
        del cell
        return None


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of a plane's values."""

    plane: Plane

    def at(self, value: float) -> float | None:
        """The height of a value, where the scale has one."""
        is_there = value > 0.0 or not isinstance(self.plane.domain, LogDomain)
        return self.plane.y(value) if is_there else None


def ground_of(plane: Plane, top: float, places: Places) -> Ground:
    """The ground of a plane whose words may stand from the height `top` down."""
    room = plane.room
    free = Box(room.x, top, room.width, room.bottom - top)
    return Ground(room, free, OnPlane(plane, places), Heights(plane))
