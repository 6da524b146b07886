"""What staff write on a chart: a rule, a band, or a note at a point."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NewType

from kiosk.data.quantity import Quantity
from kiosk.data.table import Cell, name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.options import option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

AtPlace = NewType("AtPlace", tuple[Cell, ...])  # a time, a number or a name, or two of them
AtValue = NewType("AtValue", tuple[Quantity, ...])  # a value, or two of them


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """A line or a band across a chart, or a note at one of its points.

    `y` alone is a line at a value, `x` alone one at a place; two of either, as in `[2020, 2022]`,
    are a band; one of both is a point.
    """

    x: AtPlace = option(
        "A time, a number or a name from the column of `x`; `[2020, 2022]`: from the one to the "
        "other.",
        AtPlace(()),
        zh="`x` 那一列里的时间、数字或名称；`[2020, 2022]`：从前一个到后一个。",
    )
    y: AtValue = option(
        "A value; `[50, 80]`: from the one to the other.",
        AtValue(()),
        zh="数值；`[50, 80]`：从前一个到后一个。",
    )
    text: Text = option("What it says.", NO_TEXT, zh="写的话。")

    @property
    def values(self) -> tuple[float, ...]:
        """The values that it stands at."""
        return tuple(each.value for each in self.y if math.isfinite(each.value))

    @property
    def key(self) -> str:
        """What it is called in keys, whatever the language shown."""
        if self.text.versions:
            return self.text.versions[0][1]
        named = [name_in(cell).in_language("") for cell in (*self.x, *self.y)]
        return "…".join(named)


def annotated_places(annotations: Iterable[Annotation]) -> tuple[float, ...]:
    """The numbers that a chart has to show from left to right for its annotations."""
    cells = (cell for each in annotations for cell in each.x if isinstance(cell, Quantity))
    return tuple(cell.value for cell in cells if math.isfinite(cell.value))


def annotated_values(annotations: Iterable[Annotation]) -> tuple[float, ...]:
    """The values that a chart has to show for its annotations."""
    return tuple(value for each in annotations for value in each.values)
