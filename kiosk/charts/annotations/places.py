"""Where something that is no row of the data stands among its rows."""

from __future__ import annotations

import math
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.plane.times import instant
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.data.table import Cell, Table


Standing = Literal["inside", "beyond", "nowhere"]  # among the rows, before or after, not known

_ROUNDING = 1e-9  # of the whole way


@dataclass(frozen=True, slots=True)
class Places:
    """The places of rows, and of whatever lies between them.

    named: the shares of names, and of what numbers and times read. has_times: whether the rows are
    times; ends: the least and the greatest number or time (in days) and their shares, where the
    rows have a measure and are at more than one place.
    """

    named: Mapping[str, float] = field(default_factory=dict)
    has_times: bool = False
    ends: tuple[tuple[float, float], tuple[float, float]] | None = None

    def share(self, cell: Cell) -> float | None:
        """Where it stands, 0 to 1 among the rows; None where that is nowhere."""
        words = (text for _, text in name_in(cell).versions)
        exact = next((self.named[text] for text in words if text in self.named), None)
        if exact is not None or self.ends is None:
            return exact
        size = _days(cell) if self.has_times else _number(cell)
        if size is None:
            return None
        (low, first), (high, last) = self.ends
        half = high / 2 - low / 2  # so that the largest floats have a difference
        share = first + (last - first) * ((size / 2 - low / 2) / half)
        return share if math.isfinite(share) else None

    def within(self, stretch: tuple[float, float]) -> Places:
        """The same where a stretch of it, from share to share, is as wide as the whole."""
        start, span = stretch[0], stretch[1] - stretch[0]
        named = {text: (share - start) / span for text, share in self.named.items()}
        if self.ends is None:
            return replace(self, named=named)
        (low, first), (high, last) = self.ends
        ends = (low, (first - start) / span), (high, (last - start) / span)
        return replace(self, named=named, ends=ends)

    def standing(self, cell: Cell) -> Standing:
        """Whether it stands among the rows."""
        share = self.share(cell)
        if share is None:
            return "nowhere"
        return "inside" if -_ROUNDING <= share <= 1.0 + _ROUNDING else "beyond"


def places_of(cells: Sequence[Cell], shares: Sequence[float | None]) -> Places:
    """The places among rows with those cells, of which each stands at its share."""
    placed = [
        (cell, share)
        for cell, share in zip(cells, shares, strict=True)
        if cell is not None and share is not None
    ]
    named = {text: share for cell, share in placed for _, text in name_in(cell).versions}
    numbers, times = ([of(cell) for cell, _ in placed] for of in (_number, _time))
    sizes = numbers if all(size is not None for size in numbers) else times
    points = [
        (size, share) for size, (_, share) in zip(sizes, placed, strict=True) if size is not None
    ]
    if len(points) < len(placed) or not points:
        return Places(named)
    first, last = min(points), max(points)
    ends = (first, last) if first[0] < last[0] else None
    return Places(named, sizes is times, ends)


def standing_among(cell: Cell, table: Table, column: str) -> Standing:
    """Whether a row is called so in the column, in whatever language."""
    words = {text for _, text in name_in(cell).versions}
    cells = table.column(column) if column in table.columns else ()
    is_known = any(text in words for each in cells for _, text in name_in(each).versions)
    return "inside" if is_known else "nowhere"


def _number(cell: Cell) -> float | None:
    """The number in it."""
    is_number = isinstance(cell, Quantity) and math.isfinite(cell.value)
    return cell.value if is_number and isinstance(cell, Quantity) else None


def _time(cell: Cell) -> float | None:
    """The time that is written in it, in days."""
    if not isinstance(cell, Text) or not cell.versions:
        return None
    found = instant(cell.versions[0][1])
    return None if found is None else found.days


def _days(cell: Cell) -> float | None:
    """The same for what may be a year, which is written as a number."""
    number = _number(cell)
    if number is None:
        return _time(cell)
    found = instant(f"{number:.0f}") if number == round(number) else None
    return None if found is None else found.days
