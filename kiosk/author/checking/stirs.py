"""How often a place of a slide may change at most as the slide comes on, without painting it.

All that enters goes one way: it fades in, rises, grows or is drawn, and stays. So a place changes
no more often than marks come or go there, and where few do nothing flashes. What is counted here
for each mark is more than it can do:

- what fades where it lies, or is drawn, is one change;
- what grows is two where it passes;
- a text that rises is one, and one more for each cell on its way: what is finer is grey;
- a figure that counts is one for each value that it holds (`HELD_S`), and where it moves one for
  each cell on its way, but no more than one for each frame in which it lies there;
- lines, bars, dots and pieces of rings that move are three where they pass: they fade in, come and
  go;
- what else changes its outline may do anything.

Marks above each other are added up, and all of the entry is, however long it is.
"""

from __future__ import annotations

import math
from dataclasses import field, replace
from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import BATCHES, Bars, Points, Polygons, Polylines, Sectors, Segments, bounds
from kiosk.marks import Figure, Label, Picture, Shape, Wash
from kiosk.motion.counting import HELD_S
from kiosk.playback.views.extents import boxes_of
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.geometry import Size
    from kiosk.layouts.base import Placed
    from kiosk.marks import Mark
    from kiosk.motion.timeline import Timing
    from kiosk.typesetting.setting import Measure

Text = Label | Figure

ANYTHING = 1000.0  # changes of what may change as often as it likes
_RATE = 60  # frames a second
_OVERHANG = 0.1  # em that letters may reach beyond their line
_SHORT = 2.0  # cells: a text that moves farther is followed from frame to frame


@dataclass(slots=True)
class Stirs:
    """How often each cell may change, by texts on their way and by all else.

    scale: cells in a logical unit.
    """

    page: Size
    scale: float
    measure: Measure
    _others: Floats = field(init=False)
    _texts: Floats = field(init=False)

    def __post_init__(self) -> None:
        """Begins with nothing that stirs; one row and column more, where sums end."""
        sides = self.page.height, self.page.width
        rows, columns = (round(side * self.scale) + 1 for side in sides)
        self._others, self._texts = np.zeros((2, rows, columns))

    @property
    def others(self) -> Floats:
        """How often each cell may change but for texts that count or travel."""
        return _summed(self._others)

    @property
    def every(self) -> Floats:
        """How often each cell may change."""
        return self.others + _summed(self._texts)

    def enter(self, part: Placed) -> None:
        """Adds what a part does as it enters, and goes on doing while others do."""
        scene = part.scene
        before = {mark.key: mark for mark in scene.empty}
        after = {mark.key: mark for mark in scene.first}
        for key in dict.fromkeys([*before, *after]):
            old, new = before.get(key), after.get(key)
            if old is not new and old != new:
                self._pass(old, new, scene.timeline.by_key.get(key, scene.timeline.default))
            if scene.ambient is not None and new is not None:
                self._add(self._others, self._boxes(new), 1.0)

    def _pass(self, old: Mark | None, new: Mark | None, timing: Timing) -> None:
        """Adds a mark that fades or moves."""
        if old is None or new is None:
            one = new if old is None else old
            assert one is not None
            self._add(self._others, self._boxes(one), 1.0)
        elif isinstance(old, Label | Figure) and isinstance(new, Label | Figure):
            self._write(old, new, timing)
        else:
            own, others = self._boxes(old), self._boxes(new)
            times = _times_of(old, new, own, others)
            boxes = _hull(own, others) if len(own) == len(others) else np.vstack((own, others))
            self._add(self._others, boxes, times)

    def _write(self, old: Text, new: Text, timing: Timing) -> None:
        """Adds a line of text."""
        way, boxes = self._way(old, new), _hull(self._boxes(old), self._boxes(new))
        if not _is_same_text(old, new):
            self._add(self._others, boxes, ANYTHING)
        elif way > _SHORT:
            self._travel(old, new, timing)
        else:
            self._add(self._others, boxes, 1.0 + math.ceil(way))
            values = math.ceil(timing.duration_s / HELD_S)
            self._add(self._texts, boxes, float(values) if _counts(old, new) else 0.0)

    def _way(self, old: Text, new: Text) -> float:
        """How many cells a text moves."""
        return max(abs(new.x - old.x), abs(new.y - old.y)) * self.scale

    def _travel(self, old: Text, new: Text, timing: Timing) -> None:
        """Adds a text that moves far; its box has room for all its values."""
        start, end = np.array([old.x, old.y] * 2), np.array([new.x, new.y] * 2)
        wide = _hull(self._boxes(old) - start, self._boxes(new) - end)
        times = np.arange(0.0, timing.duration_s + 1 / _RATE, 1 / _RATE) + timing.delay_s
        shares = np.array([timing.share(t) for t in times])[:, None]
        places = start + (end - start) * shares
        boxes = _hull(places[:-1] + wide, places[1:] + wide)
        ways = np.abs(np.diff(places[:, :2], axis=0)).max(axis=1) * self.scale
        once = 1.0  # it fades
        if _counts(old, new):
            ways = ways + 1.0 / (HELD_S * _RATE)
            once += 1.0  # a value begins
        self._add(self._texts, boxes, np.minimum(1.0, ways))
        self._add(self._texts, _hull(boxes[:1], boxes[-1:]), once)

    def _boxes(self, mark: Mark) -> Floats:
        """Where a mark lies: (n, 4) left, top, right, bottom."""
        if isinstance(mark, Sectors):  # wherever they turn
            middle, outer = mark.places[:, :2], mark.places[:, 3:4]
            return np.hstack((middle - outer, middle + outer))
        if isinstance(mark, BATCHES):
            reach = getattr(mark, "width", 0.0) / 2
            return np.asarray(bounds(mark) + np.array([-reach, -reach, reach, reach]))
        found = [mark.box] if isinstance(mark, Wash) else boxes_of(mark, self.measure)
        boxes = np.array([(b.x, b.y, b.right, b.bottom) for b in found]).reshape(-1, 4)
        if isinstance(mark, Label | Figure):
            beyond = _OVERHANG * mark.style.size
            boxes += np.array([-beyond, 0.0, beyond, 0.0])
        return boxes

    def _add(self, grid: Floats, boxes: Floats, times: float | Floats) -> None:
        """Adds so many changes to all cells that the boxes touch."""
        rows, columns = (side - 1 for side in grid.shape)
        left, top = np.floor(boxes[:, :2] * self.scale).astype(int).T
        right, bottom = np.ceil(boxes[:, 2:] * self.scale).astype(int).T
        left, right = np.clip(left, 0, columns), np.clip(right, 0, columns)
        top, bottom = np.clip(top, 0, rows), np.clip(bottom, 0, rows)
        for x, y, sign in (
            (left, top, 1),
            (right, bottom, 1),
            (left, bottom, -1),
            (right, top, -1),
        ):
            np.add.at(grid, (y, x), sign * np.broadcast_to(times, len(boxes)))


def _summed(grid: Floats) -> Floats:
    """What was added to each cell."""
    return grid.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]


def _hull(one: Floats, other: Floats) -> Floats:
    """The boxes around each two: (n, 4)."""
    return np.hstack((np.minimum(one[:, :2], other[:, :2]), np.maximum(one[:, 2:], other[:, 2:])))


def _is_same_text(old: Text, new: Text) -> bool:
    """Whether both are one line of text, which may move, fade and count."""
    moved = replace(old, x=new.x, y=new.y, opacity=new.opacity, colour=new.colour)
    if isinstance(moved, Figure) and isinstance(new, Figure):
        moved = replace(moved, value=new.value)
    return moved == new


def _counts(old: Text, new: Text) -> bool:
    """Whether it is a figure that counts."""
    return isinstance(old, Figure) and isinstance(new, Figure) and old.value != new.value


def _times_of(old: Mark, new: Mark, was: Floats, now: Floats) -> float:
    """How often a mark, or each row of a batch, changes a place that it passes on its way."""
    if isinstance(old, BATCHES) and isinstance(new, BATCHES) and old.keys != new.keys:
        return ANYTHING
    match old, new:
        case (Picture(), Picture()) | (Wash(), Wash()):
            return 1.0 if replace(old, opacity=new.opacity) == new else ANYTHING
        case Shape(), Shape():
            still = replace(old, trim=new.trim, opacity=new.opacity)
            return 1.0 if replace(still, fill=new.fill, stroke=new.stroke) == new else ANYTHING
        case (Polylines(), Polylines()) | (Polygons(), Polygons()):
            return 2.0 if np.array_equal(_points(old), _points(new), equal_nan=True) else ANYTHING
        case (Bars(), Bars()) | (Points(), Points()) if _is_within(was, now):
            return 2.0
    is_known = isinstance(old, Bars | Points | Segments | Sectors) and type(old) is type(new)
    return 3.0 if is_known else ANYTHING


def _points(mark: Mark) -> Floats:
    """What a line or an area leads through."""
    assert isinstance(mark, Polylines | Polygons)
    return mark.points


def _is_within(inner: Floats, outer: Floats) -> bool:
    """Whether every box lies within the one of the same row."""
    if len(inner) != len(outer):
        return False
    return bool((inner[:, :2] >= outer[:, :2]).all() and (inner[:, 2:] <= outer[:, 2:]).all())
