"""The marks of a race at any time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import Bars

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.charts.race.course import Course, Standing
    from kiosk.marks import Figure, Label, Marks


_READ = 0.5  # of a bar, what is seen where its name and its value begin to be


@dataclass(frozen=True, slots=True)
class Track:
    """Where the runners' bars lie, in logical units. left: where all begin.

    shown: how many there are at a time. pitch: from one to the next. room: of the longest bar.
    gap: from a bar's end to its value.
    """

    left: float
    top: float
    shown: int
    pitch: float
    thick: float
    room: float
    gap: float


@dataclass(frozen=True, slots=True, eq=False)
class RacePlay:
    """Bars that travel by their ranks and grow by their values; the longest fills the room.

    keys, fill (n, 4), fade (n,), names, figures: of the runners in the order of `course.kept`;
    names and figures as they stand on a bar whose middle is at 0; no figures where there is no
    room.
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

    @property
    def duration_s(self) -> float:
        """How long the race is."""
        return self.course.duration_s

    def at(self, t: float) -> Marks:
        """The race `t` seconds after its start."""
        standing = self.course.at(t)
        boxes, seen = _boxes(standing, self.track)
        fill = self.fill.copy()
        fill[:, 3] *= seen
        bars = Bars("marks", self.keys, boxes, fill, self.fade)
        share = self.course.share(t) + 1e-9
        tick = max(0, int(np.searchsorted(self.clock, share, side="right")) - 1)
        time = self.times[tick : tick + 1]
        return (*self.fixed, bars, *self._texts(standing, boxes, seen), *time)

    def _texts(self, standing: Standing, boxes: Floats, seen: Floats) -> Marks:
        """The names and values of those that are seen."""
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
                        value=float(standing.values[row]) * self.factor,
                    )
                )  # fmt: skip
        return tuple(marks)


def _boxes(standing: Standing, track: Track) -> tuple[Floats, Floats]:
    """The runners' boxes, and how much is seen of each, 0 to 1.

    Who falls behind the last place shrinks into the lower edge, and who comes up rises from there.
    """
    ranks, values = standing.ranks, np.maximum(standing.values, 0.0)
    seen = np.clip(track.shown - ranks, 0.0, 1.0) * standing.present
    longest = values[seen > 0.0].max(initial=0.0)
    lengths = values / longest * track.room if longest > 0.0 else np.zeros(len(values))
    high = track.thick * seen
    margin = (track.pitch - track.thick) / 2
    lowest = track.top + track.shown * track.pitch - margin
    tops = np.minimum(track.top + ranks * track.pitch + margin, lowest - high)
    left = np.full(len(values), track.left)
    return np.column_stack((left, tops, np.minimum(lengths, track.room), high)), seen
