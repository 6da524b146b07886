"""Where something can be written on a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.annotations.ground import Stretch
    from kiosk.charts.annotations.places import Places
    from kiosk.data.table import Cell
    from kiosk.geometry import Box


@dataclass(frozen=True, slots=True)
class Times:
    """The places of times. room: from the first to the last; is_down: from its top down."""

    room: Box
    places: Places
    is_down: bool

    def stretch(self, cell: Cell) -> Stretch | None:
        """Where a time is."""
        share = self.places.share(cell)
        if share is None:
            return None
        room = self.room
        at = room.y + share * room.height if self.is_down else room.x + share * room.width
        return at, at

    def end(self, cell: Cell) -> Box | None:
        """Nothing: no mark stands there alone."""
        del cell
        return None
