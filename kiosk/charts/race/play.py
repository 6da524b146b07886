"""The marks of a race at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import Bars
from kiosk.motion.counting import counted_s
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.charts.race.course import Course, Standing
    from kiosk.marks import Figure, Label, Marks


_READ = 0.5  # of a bar, what is seen where its name and its value begin to be


@dataclass(frozen=True, slots=True)
class Track:
    """Where the runners' bars lie, in logical units. left: where all begin.

    shown: how many there are at a time. read: how many of them, the first ones, are told by name
    and value. pitch: from one of those to the next; low: from one of the others to the next.
    thick: of a bar, as a share of its pitch. room: of the longest bar. gap: from a bar's end to its
    value.
    """

    left: float
    top: float
    shown: int
    read: int
    pitch: float
    low: float
    thick: float
    room: float
    gap: float

    @property
    def bottom(self) -> float:
        """Below the last of those that are shown."""
        return self.top + self.read * self.pitch + (self.shown - self.read) * self.low

    def middles(self, ranks: Floats) -> Floats:
        """The y of the middles of bars of those ranks, (n,)."""
        beyond = np.maximum(ranks - self.read + 0.5, 0.0)
        return self.top + self.pitch * (ranks + 0.5 - beyond) + self.low * beyond

    def pitches(self, ranks: Floats) -> Floats:
        """The room of each bar from above to below, (n,): less for who falls behind."""
        share = np.clip(self.read - ranks, 0.0, 1.0)
        return share * self.pitch + (1.0 - share) * self.low


@dataclass(frozen=True, slots=True, eq=False)
class RacePlay:
    """Bars that travel by their ranks and grow by their values; the longest fills the room.

    keys, fill (n, 4), fade (n,), names, figures: of the runners in the order of `course.kept`;
    names and figures as they stand on a bar whose middle is at 0; no figures where there is no
    room. scale: of all runners whose bars have the same scale, or None where they are the own ones.
    factor: of the values as printed. clock: the shares of the time of data at which the times
    change; times: what is shown from then on. fixed: what never moves.
    """

    course: Course
    track: Track
    keys: tuple[str, ...]
    fill: Floats
    fade: Floats
    names: tuple[Label | None, ...]
    figures: tuple[Figure, ...]
    factor: float
    clock: Floats
    times: tuple[Label, ...]
    fixed: Marks
    scale: Course | None = None

    @property
    def duration_s(self) -> float:
        """How long the race is."""
        return self.course.duration_s

    def at(self, t: float) -> Marks:
        """The race `t` seconds after its start."""
        standing = self.course.at(t)
        most = standing if self.scale is None else self.scale.at(t)
        boxes, seen = _boxes(standing, most, self.track)
        fill = self.fill.copy()
        fill[:, 3] *= seen
        bars = Bars("marks", self.keys, boxes, fill, self.fade)
        share = self.course.share(t) + 1e-9
        tick = max(0, int(np.searchsorted(self.clock, share, side="right")) - 1)
        time = self.times[tick : tick + 1]
        counted = self.course.at(counted_s(t, self.duration_s)).values
        return (*self.fixed, bars, *self._texts(standing, counted, boxes, seen), *time)

    def _texts(self, standing: Standing, counted: Floats, boxes: Floats, seen: Floats) -> Marks:
        """The names of those that are seen, and the values that they have counted to."""
        # Names fade before bars are too thin for them.
        seen = np.minimum(seen, np.clip(self.track.read - standing.ranks, 0.0, 1.0))
        rows = np.flatnonzero(seen > _READ).tolist()
        middles = boxes[:, 1] + boxes[:, 3] / 2
        ends = boxes[:, 0] + boxes[:, 2] + self.track.gap
        marks: list[Label | Figure] = []
        for row in rows:
            # Texts at the lower edge give way to each other before they would meet.
            middle, share = float(middles[row]), 2.0 * float(seen[row]) - 1.0
            name = self.names[row]
            if name is not None:
                marks.append(replace(name, y=name.y + middle, opacity=share))
            if self.figures:
                figure = self.figures[row]
                marks.append(
                    replace(
                        figure, x=float(ends[row]), y=figure.y + middle, opacity=share,
                        value=float(counted[row]) * self.factor,
                    )
                )  # fmt: skip
        return tuple(marks)


def _boxes(standing: Standing, most: Standing, track: Track) -> tuple[Floats, Floats]:
    """The runners' boxes, and how much is seen of each, 0 to 1. most: those of the scale.

    Who falls behind the last place shrinks into the lower edge, and who comes up rises from there.
    """
    ranks, values = standing.ranks, np.maximum(standing.values, 0.0)
    seen = np.clip(track.shown - ranks, 0.0, 1.0) * standing.present
    longest = most.values[most.present > 0.0].max(initial=0.0)
    lengths = values / longest * track.room if longest > 0.0 else np.zeros(len(values))
    own = track.pitches(ranks)
    full = track.thick * own
    high = full * seen
    lowest = track.bottom - (own - full) / 2
    tops = np.minimum(track.middles(ranks) - full / 2, lowest - high)
    left = np.full(len(values), track.left)
    return np.column_stack((left, tops, np.minimum(lengths, track.room), high)), seen
