"""Where places and values lie in a chart that has been drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.table import Cell
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene

Stretch = tuple[float, float]  # from where to where, in logical units


class Across(Protocol):
    """Where things stand along the side of the places: the lower one of upright charts."""

    def stretch(self, cell: Cell) -> Stretch | None:
        """From where to where it reaches, both alike for a point; None where it is not there."""

    def end(self, cell: Cell) -> Box | None:
        """Where the mark that stands there ends; None where there is no such single mark."""


class Up(Protocol):
    """Where values lie along their side: the left one of upright charts."""

    def at(self, value: float) -> float | None:
        """The place of a value in logical units; None where it has none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A plane of places and values. room: of its marks; free: where words may stand.

    is_lying: whether values go from left to right, and places from the top down. up: None where
    there are no values.
    """

    room: Box
    free: Box
    across: Across
    up: Up | None
    is_lying: bool = False


@dataclass(frozen=True, slots=True)
class Plotted:
    """A chart without what is written on it. ground: None where it has nothing to write on."""

    scene: Scene
    ground: Ground | None = None
