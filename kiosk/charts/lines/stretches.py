"""Stretches of lines that a visitor explores: what of each line lies in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, scene
from kiosk.charts.plane.measures import measure_of
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.batches import Floats
    from kiosk.charts.lines.series import Series
    from kiosk.charts.plane.measures import Measured
    from kiosk.data.table import Cell
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

WHOLE = (0.0, 1.0)
_FEW = 3  # rows from one side to the other, of the least stretch
_FINEST = 0.001  # of the whole: no stretch is less
_ABOVE, _SIGN, _GAP = 0.5, 1.85, 0.9  # above the sign's strip, its height, below it, in em
_HIGHEST = 0.2  # of the box
_DECIMALS = 5  # as many are written of no value
_SMALLEST = 240.0  # side of a box, logical units

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Shows any stretch of a chart (`kiosk.motion.exploring.Explorable`).

    draw: the pieces of a stretch.
    """

    room: Box
    sign: Box
    least: float
    measured: Measured
    language: str
    draw: Callable[[Stretch], Iterable[Drawn]]

    def at(self, start: float, end: float) -> Marks:
        """The settled marks of that stretch."""
        return scene(self.draw(held((start, end), self.least))).full

    def said(self, start: float, end: float) -> str:
        """From where to where the stretch reaches, in words."""
        return self.measured.said(*held((start, end), self.least), self.language)


def explored_by(cells: tuple[Cell, ...], box: Box) -> Measured | None:
    """What the places of a chart in `box` measure; None where it cannot be explored.

    That is where it has few places, or names, or where the box is too small for fingers.
    """
    if min(box.width, box.height) < _SMALLEST:
        return None
    measured = measure_of(cells)
    return None if measured is None or least_of(measured) >= 1.0 else measured


def least_of(measured: Measured) -> float:
    """The least stretch that still shows a few rows, where they are evenly apart."""
    return max(_FINEST, _FEW / (measured.count - 1))


def with_sign(box: Box, setting: Setting) -> tuple[Box, Box]:
    """The upper part of the box for what says that there is more to see, and the rest below."""
    size = setting.style("caption").size
    high = min(_SIGN * size, _HIGHEST * box.height)
    above, below = (min(gap * size, _HIGHEST * box.height / 2) for gap in (_ABOVE, _GAP))
    gone = above + high + below
    sign = replace(box, y=box.y + above, height=high)
    return sign, replace(box, y=box.y + gone, height=box.height - gone)


def explorable(
    whole: Scene, room: Box, sign: Box, measured: Measured, setting: Setting,
    draw: Callable[[Stretch], Iterable[Drawn]],
) -> Scene:  # fmt: skip
    """The scene, of which stretches can be shown."""
    shows = Stretches(room, sign, least_of(measured), measured, setting.language, draw)
    return replace(whole, explorable=shows)


def held(stretch: Stretch, least: float) -> Stretch:
    """The stretch, no shorter than `least` and within the whole."""
    start, end = stretch
    span = min(1.0, max(least, end - start))
    start = min(max(0.0, (start + end - span) / 2), 1.0 - span)
    return start, start + span


def series_within(
    series: Sequence[Series], stretch: Stretch, *, is_log: bool = False
) -> tuple[Series, ...]:
    """What of the lines lies in the stretch, as wide as the whole; those with nothing are left out.

    At its sides a line is cut where it crosses them. The `last` of one that goes on beyond is that
    of its last row before, and another object.
    """
    if stretch == WHOLE:
        return tuple(series)
    found = (_within(one, stretch, is_log=is_log) for one in series)
    return tuple(one for one in found if one is not None)


def _within(series: Series, stretch: Stretch, *, is_log: bool) -> Series | None:
    """What of the line lies there."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    start, end = stretch
    shares = series.shares
    first = int(np.searchsorted(shares, start, "left"))
    last = int(np.searchsorted(shares, end, "right"))
    own, at, values = shares[first:last], series.at[first:last], series.values[first:last]
    if 0 < first < len(shares) and shares[first] > start:
        edge = _crossing(series, first, start, is_log=is_log)
        own, at, values = (
            np.insert(some, 0, one) for some, one in zip((own, at, values), edge, strict=True)
        )
    if 0 < last < len(shares) and shares[last - 1] < end:
        edge = _crossing(series, last, end, is_log=is_log)
        own, at, values = (
            np.append(some, one) for some, one in zip((own, at, values), edge, strict=True)
        )
    if not len(values) or np.isnan(values).all():
        return None
    known = np.flatnonzero(~np.isnan(series.values))
    told = known[known < last]
    value = float(series.values[told[-1]] if len(told) else series.values[known[0]])
    is_over = len(told) == len(known)
    quantity = series.last if is_over else _like(series, value)
    own = (own - start) / (end - start)
    return replace(series, shares=own, at=at, values=values, last=quantity)


def _crossing(series: Series, after: int, share: float, *, is_log: bool) -> Floats:
    """Where the line crosses a side: its share, its place in the data, its value; (3,).

    after: the row behind it. The value is NaN in a gap.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    left, right = after - 1, after
    way = (share - series.shares[left]) / (series.shares[right] - series.shares[left])
    low, high = series.values[left], series.values[right]
    value = low ** (1 - way) * high**way if is_log else (1 - way) * low + way * high
    at = series.at[left] + way * (series.at[right] - series.at[left])
    return np.array((share, at, value))


def _like(series: Series, value: float) -> Quantity:
    """A value of the line, with as many decimals as any of its values."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    last, known = series.last, series.values[~np.isnan(series.values)]
    decimals = next(
        (
            count
            for count in range(last.decimals, _DECIMALS)
            if np.allclose(known.round(count), known, rtol=1e-9, atol=0.0)
        ),
        last.decimals,
    )
    return Quantity(value, decimals, last.unit, is_signed=last.is_signed)


def extreme_ends(series: Sequence[Series]) -> tuple[tuple[Series, ...], ...]:
    """The lines as they might end in a stretch: with their least values, and their greatest."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return tuple(
        tuple(replace(one, last=_like(one, float(of(one.values)))) for one in series)
        for of in (np.nanmin, np.nanmax)
    )
