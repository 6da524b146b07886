"""A scene: the marks of one element, how they enter, and what goes on moving afterwards."""

from __future__ import annotations

import math
from dataclasses import field, replace
from typing import TYPE_CHECKING, Protocol

from kiosk.marks import Picture
from kiosk.motion.blend import blend, faded
from kiosk.motion.timeline import Timeline
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.marks import Mark, Marks
    from kiosk.motion.exploring import Explorable


@dataclass(frozen=True, slots=True)
class Drift:
    """Pictures move by (dx, dy) logical units over `period_s` and back, gently at both ends."""

    dx: float
    dy: float
    period_s: float


@dataclass(frozen=True, slots=True)
class Breathe:
    """The opacity goes down to `low` and back to 1 every `period_s`."""

    low: float = 0.7
    period_s: float = 4.0


Ambient = Drift | Breathe


class Play(Protocol):
    """Marks that play over time, such as the years of a table."""

    @property
    def duration_s(self) -> float:
        """How long it plays."""

    def at(self, t: float) -> Marks:
        """The marks `t` seconds after its start, 0 to its duration. Pure."""


@dataclass(frozen=True, slots=True)
class PlayElsewhere:
    """A play whose marks lie elsewhere on the page. place: where each set of them lies there."""

    play: Play
    place: Callable[[Marks], Marks]

    @property
    def duration_s(self) -> float:
        """How long it plays."""
        return self.play.duration_s

    def at(self, t: float) -> Marks:
        """The marks in their place."""
        return self.place(self.play.at(t))


@dataclass(frozen=True, slots=True)
class Scene:
    """What an element shows at any time.

    full: the settled marks. empty: the marks before the entry; those with a key of `full` move
    there, the others fade. timeline: when each does. ambient: what moves for ever, from the start.
    play: what plays once the entry is over, up to the settled marks; the entry leads to its start.
    explorable: shows any stretch of the settled marks; None where they are all there is.
    """

    full: Marks
    empty: Marks = ()
    timeline: Timeline = field(default_factory=Timeline)
    ambient: Ambient | None = None
    play: Play | None = None
    explorable: Explorable | None = None

    @property
    def entry_s(self) -> float:
        """How long the entry takes."""
        return self.timeline.end_s

    @property
    def end_s(self) -> float:
        """When all is settled: after the entry and what plays then."""
        return self.entry_s + (0.0 if self.play is None else self.play.duration_s)

    @property
    def first(self) -> Marks:
        """What the entry leads to."""
        return self.full if self.play is None else self.play.at(0.0)

    def at(self, t: float) -> Marks:
        """The marks `t` seconds after the scene began; the very same object once it is settled."""
        if t >= self.end_s:
            marks = self.full
        elif self.play is not None and t >= self.entry_s:
            marks = self.play.at(t - self.entry_s)
        else:
            marks = blend(self.empty, self.first, self.timeline.at(t))
        if self.ambient is None:
            return marks
        return tuple(_moved(mark, self.ambient, max(0.0, t)) for mark in marks)


def _moved(mark: Mark, ambient: Ambient, t: float) -> Mark:
    """`mark` as the ambient motion has it at `t`."""
    swing = (1 - math.cos(math.pi * t / ambient.period_s)) / 2
    if isinstance(ambient, Drift):
        if isinstance(mark, Picture):
            return replace(mark, shift=(ambient.dx * swing, ambient.dy * swing))
        return mark
    swing = (1 - math.cos(2 * math.pi * t / ambient.period_s)) / 2
    return faded(mark, 1 - (1 - ambient.low) * swing)
