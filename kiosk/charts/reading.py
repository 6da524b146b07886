"""What a mark says when it is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.data.text import NO_TEXT
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.data.quantity import Quantity
    from kiosk.data.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """One mark in words: what it is, of which series, and its value.

    panel: the small chart that it is in, where there are several.
    """

    name: Text
    quantity: Quantity
    series: Text = NO_TEXT
    panel: Text = NO_TEXT


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The values along one line, or along the upper side of one area, which a finger follows.

    places: (n,) where they stand, rising. by: what those are, `at` as in the batch (times, numbers
    or counted names), or the mark's `corners` from 0. reading: what the value of that number, 0 to
    n - 1, tells; made when it is asked for. panel: how the keys of all marks end that stand on the
    same ground, where there are several in a chart.
    """

    places: Floats
    reading: Callable[[int], Reading]
    by: Literal["at", "corners"] = "at"
    panel: str = ""

    def within(self, name: Text, panel: str) -> Course:
        """The same in a small chart of that name, with what the keys of its marks end with."""

        def reading(number: int) -> Reading:
            return replace(self.reading(number), panel=name)

        return Course(self.places, reading, self.by, self.panel + panel)
