"""What every export is told: what is wished, where it goes, and how it says how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from kiosk.author.stills import Pixels
from kiosk.playback.look import NO_LOOK, Look, look_in
from kiosk.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.exporting.part import Part
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Studio
    from kiosk.show.model import Shape, Show

SIZES: Mapping[Shape, Pixels] = {"landscape": (1920, 1080), "portrait": (1080, 1920)}


class Export(Protocol):
    """Writes a whole show in one format."""

    def __call__(self, studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
        """Writes `file`, or into the folder `file`, which is there. Raises OSError.

        `file` is a name for the time being, with the ending of the wished one: whoever calls
        removes it when this is interrupted or fails, and gives it its name when it is whole.
        """


@dataclass(frozen=True, slots=True)
class Wish:
    """How a show is exported; what is None or empty is the show's own.

    has_notes: whether what is said or remembered with a slide is written down too. rate: frames a
    second of a film. part: the slides, if not all.
    """

    size: Pixels | None = None
    look: Look = NO_LOOK
    has_notes: bool = False
    rate: Fraction = Fraction(30)
    part: Part | None = None

    def size_in(self, show: Show) -> Pixels:
        """The page in pixels: the wished one, or that of the first shape the show is made for."""
        return self.size or SIZES[show.shapes[0]]

    def part_of(self, show: Show) -> Show:
        """The show with the wished slides alone."""
        return show if self.part is None else self.part.of(show)

    def look_in(self, show: Show) -> Look:
        """The wished look with all that it leaves to the show."""
        return look_in(show, self.look)
