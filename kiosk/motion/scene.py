"""A scene: the marks of one element, how they enter, and what goes on moving afterwards."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kiosk.marks import Picture
from kiosk.motion.blend import blend, faded
from kiosk.motion.timeline import Timeline

if TYPE_CHECKING:
    from kiosk.marks import Mark, Marks


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


@dataclass(frozen=True, slots=True)
class Scene:
    """What an element shows at any time.

    full: the settled marks. empty: the marks before the entry; those with a key of `full` move
    there, the others fade. timeline: when each does. ambient: what moves for ever, from the start.
    """

    full: Marks
    empty: Marks = ()
    timeline: Timeline = field(default_factory=Timeline)
    ambient: Ambient | None = None

    @property
    def entry_s(self) -> float:
        """How long the entry takes."""
        return self.timeline.end_s

    def at(self, t: float) -> Marks:
        """The marks `t` seconds after the scene began; the very same object once it is settled."""
        if t >= self.entry_s:
            marks = self.full
        else:
            marks = blend(self.empty, self.full, self.timeline.at(t))
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
