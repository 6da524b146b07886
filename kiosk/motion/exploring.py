"""What an element can show of itself: all of its places, or a stretch of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.marks import Marks


class Explorable(Protocol):
    """Marks along a side of which any stretch can be shown, as wide as the whole.

    A stretch is given by the shares of the whole at which it starts and ends, 0 to 1.
    """

    @property
    def room(self) -> Box:
        """Where the places lie: what lies there goes where a finger takes it."""

    @property
    def sign(self) -> Box:
        """A strip kept free for what says that there is more to see."""

    @property
    def least(self) -> float:
        """The least stretch, as a share of the whole."""

    def at(self, start: float, end: float) -> Marks:
        """The settled marks of that stretch; of the whole those of the scene. Pure."""

    def said(self, start: float, end: float) -> str:
        """From where to where the stretch reaches, in words."""
