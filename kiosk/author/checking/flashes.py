"""Flashes in a row of frames, as WCAG 2.2 (2.3.1) counts them, in angles as they are seen.

A flash is a pair of opposing changes. A change is what lies between a peak and a valley of a cell's
relative luminance: 0.1 or more, the darker one below 0.8. Of saturated red (R at least 0.8 of R, G
and B together) it is the change of (R - G - B) x 320 that counts, more than 20: the definition of
WCAG 2.0, which finds all that the one of 2.2 does.

What flashes is added up as far as one field of ten degrees holds it and it does so concurrently:
cells do that change the same way within a fifteenth of a second. (Digits that count flicker each by
itself; WCAG speaks of flashes at one time, and those who test television for it count what becomes
brighter, or darker, at once.)

A cell of a frame painted in small is the mean of what it covers, so that fine patterns are grey in
it: WCAG lets them pass where they are finer than 0.1 degrees.
"""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kiosk.author.checking.light import LIGHT, WEIGHTS
from kiosk.limits import FLASH_AREA, FLASH_DARK, FLASH_FIELD, FLASH_RED, FLASH_STEP, FLASHES
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CHANGES = 2  # that make a flash
_MOST_CHANGES = round(_CHANGES * FLASHES.value)
_RED = np.array([320.0, -320.0, -320.0], np.float32)
_SATURATED = 0.8
_STEPS = np.array([FLASH_STEP.value, FLASH_RED.value], np.float32)[:, None, None]
_DARKS = np.array([FLASH_DARK.value, math.inf], np.float32)[:, None, None]
_AT_ONCE_S = 1 / 15

Cells = NDArray[np.bool_]
Values = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Flashing:
    """What flashes more often than allowed. count: how often in a second; half a flash is a change.

    area_sr: of all that does so concurrently within ten degrees, as seen, in the worst second.
    """

    count: float = 0.0
    area_sr: float = 0.0
    is_red: bool = False

    @property
    def is_allowed(self) -> bool:
        """Whether it is small enough."""
        return self.area_sr <= FLASH_AREA.value


def worst_flashes(
    frames: Iterable[NDArray[np.uint8]], rate: int, sr_per_cell: float, least_sr: float = 0.0
) -> Flashing:
    """The largest area that flashes too often in any one second.

    frames: (rows, columns, 3) each, sRGB; an array of them will do. One that is the very object
    before it changes nothing. rate: frames a second. sr_per_cell: the solid angle of a cell, which
    is square. least_sr: what is no larger need not be told.
    """
    return worst_of_values(_valued(frames), rate, sr_per_cell, least_sr)


def worst_of_values(
    frames: Iterable[Values], rate: int, sr_per_cell: float, least_sr: float = 0.0
) -> Flashing:
    """The same of frames of `values_of`."""
    changes = _Changes(rate)
    worst, most = Flashing(), max(1, math.floor(least_sr / sr_per_cell))
    for frame in frames:
        if not changes.with_frame(frame):
            continue
        for index, counts in enumerate(changes.counts):
            often = counts > _MOST_CHANGES
            if np.count_nonzero(often) < most:
                continue
            field = _fullest_field(often, sr_per_cell)
            cells = changes.at_once(index, field)
            count = float(np.median(counts[field])) / _CHANGES
            found = Flashing(count, cells * sr_per_cell, index == 1)
            if cells and (cells, count) > (most, worst.count):
                worst, most = found, cells
    return worst


def values_of(frame: NDArray[np.uint8]) -> Values:
    """The relative luminance of each cell, and its saturated red: (2, rows, columns)."""
    light = LIGHT[frame]
    is_saturated = light[..., 0] >= _SATURATED * (light[..., 0] + light[..., 1] + light[..., 2])
    values = np.empty((2, *frame.shape[:2]), np.float32)
    np.matmul(light, WEIGHTS, out=values[0])
    np.multiply(light @ _RED, is_saturated, out=values[1])
    return values


def _valued(frames: Iterable[NDArray[np.uint8]]) -> Iterator[Values]:
    """The values of each frame; the very object before while it is the same."""
    last: tuple[NDArray[np.uint8], Values] | None = None
    for frame in frames:
        if last is None or last[0] is not frame:
            last = frame, values_of(frame)
        yield last[1]


class _Changes:
    """The changes of each cell's luminance and of its red within the last second.

    counts: how often each changed in the second that ends with the last frame: (2, rows, columns).
    """

    def __init__(self, rate: int) -> None:
        self._at_once = max(1, round(rate * _AT_ONCE_S))
        self._recent: deque[tuple[Cells, Cells] | None] = deque([None] * rate)
        self._frame: Values | None = None
        self.counts = np.zeros((2, 0, 0), np.int16)

    def with_frame(self, frame: Values) -> bool:
        """Takes one more frame. Whether any cell changed in it."""
        changed = None
        if self._frame is None:
            self._low = self._high = frame
            self._way = np.zeros(frame.shape, np.int8)
            self.counts = np.zeros(frame.shape, np.int16)
        elif frame is not self._frame:
            changed = self._changed(frame)
        self._frame = frame
        self._recent.append(changed)
        gone = self._recent.popleft()
        if gone is not None:
            self.counts -= gone[0] | gone[1]
        if changed is not None:
            self.counts += changed[0] | changed[1]
        return changed is not None

    def at_once(self, index: int, cells: Cells) -> int:
        """How many of the cells change together, the same way, more often than allowed.

        index: 0 for luminance, 1 for red.
        """
        areas = sorted(area for way in (0, 1) for area in self._bursts(index, cells, way))
        return areas[-_MOST_CHANGES - 1] if len(areas) > _MOST_CHANGES else 0

    def _bursts(self, index: int, cells: Cells, way: int) -> Iterator[int]:
        """How many of the cells rise (0) or fall (1) together, each time that they do."""
        span, count = self._at_once, len(self._recent)
        sums = np.zeros((count + span, int(np.count_nonzero(cells))), np.int16)
        for at, each in enumerate(self._recent):
            if each is not None:
                sums[at + 1] = each[way][index][cells]
        np.cumsum(sums, axis=0, out=sums)
        areas: list[int] = np.count_nonzero(sums[span:] > sums[:-span], axis=1).tolist()
        while (area := max(areas)) > 0:
            yield area
            first = areas.index(area)
            for near in range(max(0, first - span + 1), min(len(areas), first + span)):
                areas[near] = 0

    def _changed(self, values: Values) -> tuple[Cells, Cells] | None:
        """Where the way up, and down, from the last valley or peak has become a change."""
        low, high = np.minimum(self._low, values), np.maximum(self._high, values)
        rose = (values - low >= _STEPS) & (low < _DARKS) & (self._way <= 0)
        fell = (high - values >= _STEPS) & (values < _DARKS) & (self._way >= 0) & ~rose
        self._low, self._high = low, high
        changed = rose | fell
        if not changed.any():
            return None
        self._way[rose], self._way[fell] = 1, -1
        self._low, self._high = np.where(changed, values, low), np.where(changed, values, high)
        return rose, fell


def _fullest_field(cells: Cells, sr_per_cell: float) -> Cells:
    """As many of the cells as one round field of ten degrees holds, wherever it lies."""
    radius = math.tan(math.radians(FLASH_FIELD.value / 2)) / math.sqrt(sr_per_cell)
    rows, columns = np.nonzero(cells)
    top, left = rows.min(), columns.min()
    part = cells[top : rows.max() + 1, left : columns.max() + 1]
    height, width = part.shape
    reach = min(math.floor(radius), max(part.shape))
    sums = np.pad(np.cumsum(np.pad(part, reach), axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    held = np.zeros(part.shape, np.int32)
    for dy in range(-reach, reach + 1):  # the rows of the field around each cell
        half = min(math.floor(math.sqrt(radius * radius - dy * dy)), reach)
        row, first, end = sums[reach + dy : reach + dy + height], reach - half, reach + half + 1
        held += row[:, end : end + width] - row[:, first : first + width]
    y, x = np.unravel_index(int(held.argmax()), held.shape)
    ys, xs = np.ogrid[: cells.shape[0], : cells.shape[1]]
    is_near: Cells = (ys - top - y) ** 2 + (xs - left - x) ** 2 <= radius * radius
    return cells & is_near
