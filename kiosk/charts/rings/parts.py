"""A table's rows as parts of a whole: how large each is, and where its arc lies."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from kiosk.charts.rows import BarRow, unique_keys
from kiosk.data.quantity import NO_UNIT, Quantity
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kiosk.data.text import Text

_SMALL = 0.015  # of the whole: where several are smaller, they are shown as one


@dataclass(frozen=True, slots=True)
class Part:
    """A row and its arc. start, end: in turns from the whole's beginning, clockwise."""

    row: BarRow
    start: float
    end: float

    @property
    def share(self) -> float:
        """Of the whole, 0 to 1."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """Of its arc, in turns; a whole ring is told of at its right."""
        return (self.start + self.end) / (2 if self.share < 1.0 else 4)


def parts_of(
    rows: Sequence[BarRow], most: int, others: Text, kept: Collection[str] = ()
) -> tuple[Part, ...]:
    """The arcs of the rows whose values are above zero, in their order; they fill one turn.

    At most `most` of them: the smallest are one part, the last, with the name `others`; so are
    several that could hardly be seen. kept: keys of rows that stay parts of their own.
    """
    positive = [row for row in rows if row.value is not None and row.value > 0.0]
    largest = max((row.value or 0.0 for row in positive), default=1.0)
    sizes = {row.key: (row.value or 0.0) / largest for row in positive}
    gathered = _gathered(sizes, most, kept)
    shown = [row for row in positive if row.key not in gathered]
    values = [sizes[row.key] for row in shown]
    if gathered:
        small = [row for row in positive if row.key in gathered]
        key = unique_keys([*(row.key for row in rows), "others"])[-1]
        shown.append(replace(small[0], key=key, name=others, quantity=sum_of(small)))
        values.append(sum(sizes[row.key] for row in small))
    whole = sum(values)
    cuts = [0.0, *(min(1.0, up_to / whole) for up_to in accumulate(values))]
    cuts[-1] = 1.0 if values else 0.0
    return tuple(Part(row, *ends) for row, ends in zip(shown, pairwise(cuts), strict=True))


def _gathered(sizes: dict[str, float], most: int, kept: Collection[str]) -> frozenset[str]:
    """The keys of those that are shown as one; none, or at least two."""
    whole = sum(sizes.values())
    ranked = sorted((key for key in sizes if key not in kept), key=sizes.__getitem__)
    too_many = len(sizes) - most + 1 if len(sizes) > most else 0
    small = sum(sizes[key] < _SMALL * whole for key in ranked)
    count = max(too_many, small if small > 1 else 0)
    return frozenset(ranked[:count]) if count > 1 else frozenset()


def sum_of(rows: Sequence[BarRow]) -> Quantity | None:
    """The sum of the rows' values; None where they are in different units, or not all above zero.

    It is as precise as the least precise of them, and no more exact than any.
    """
    found = [row.quantity for row in rows if row.quantity is not None]
    units = {quantity.unit for quantity in found}
    if not found or len(found) < len(rows) or len(units) > 1:
        return None
    if any(row.value is None or row.value < 0.0 for row in rows):
        return None
    is_exact = all(quantity.bound == "exact" for quantity in found)
    unit = next(iter(units), NO_UNIT)
    value = sum(quantity.value for quantity in found)
    decimals = min(quantity.decimals for quantity in found)
    return Quantity(value, decimals, unit, "exact" if is_exact else "about")
