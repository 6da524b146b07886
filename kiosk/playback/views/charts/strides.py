"""From mark to mark of a chart by arrows, in the order of its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.playback.views.charts.readable import course_and_number, value_row

if TYPE_CHECKING:
    from kiosk.playback.views.charts.readable import Readable

Way = tuple[int, int]  # to the right and down, -1, 0 or 1 each

_MOST = 200  # strides along one line


def first_row(chart: Readable, onwards: int) -> str:
    """The key of its first mark or value, or of the last entry where `onwards` is negative."""
    row = chart.order[0 if onwards > 0 else -1]
    return _entered(chart, row, onwards)


def next_row(chart: Readable, row: str, way: Way) -> str:
    """The key of what an arrow leads to from `row`; empty where that is not in the chart.

    Along a line the arrows to the sides go from value to value, and those up and down to the value
    next to it on another line. Elsewhere, and at the ends, they all go on in the data, and from its
    end to its beginning.
    """
    onwards = way[0] + way[1]
    value = course_and_number(chart, row)
    line = row if value is None else value[0]
    if line not in chart.order:
        return ""
    following = chart.order[(chart.order.index(line) + onwards) % len(chart.order)]
    if value is None:
        return _entered(chart, following, onwards)
    if way[1]:
        return _level(chart, *value, following)
    count = len(chart.courses[line].places)
    stride = max(1, count // _MOST)
    number = value[1] + onwards * stride
    if 0 <= number < count:
        return value_row(line, number)
    return _entered(chart, following, onwards)


def _entered(chart: Readable, row: str, onwards: int) -> str:
    """The first value of a line, or the last where the way leads back; anything else itself."""
    if row not in chart.courses:
        return row
    return value_row(row, 0 if onwards > 0 else len(chart.courses[row].places) - 1)


def _level(chart: Readable, line: str, number: int, other: str) -> str:
    """The value of the line `other` that stands next to that one; another entry itself."""
    if other not in chart.courses:
        return other
    here = chart.courses[line].places[number]
    return value_row(other, int(abs(chart.courses[other].places - here).argmin()))
