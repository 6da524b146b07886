"""How a show is played, as whoever starts it wishes."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from kiosk.playback.state import Options
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.show.machine import Rotation


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a show is played. window: its size in pixels; None fills the screen of that number.

    rotation: degrees by which the picture is turned clockwise. start: the first slide's id, or
    empty. speed: of the show's clock. options: what of it all the show itself has to know.
    hosts: those that its feeds may ask. secrets: for that, by name.
    """

    window: tuple[int, int] | None = None
    screen: int = 0
    rotation: Rotation = 0
    start: str = ""
    speed: float = 1.0
    options: Options = field(default_factory=Options)
    hosts: tuple[str, ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()
