"""What a touch along lines, or along the upper sides of areas, tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.plane.telling import told_place
from kiosk.charts.reading import Course, Reading
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.lines.series import Series
    from kiosk.charts.plane.along import Along
    from kiosk.data.table import Table


def courses_in(series: Sequence[Series], told: Told, language: str, kind: str) -> dict[str, Course]:
    """The values along each line, by the keys of the rows of that kind of marks."""
    return {f"{kind}/{one.key}": _course(one, told, language) for one in series}


@dataclass(frozen=True, slots=True)
class Told:
    """Where values are told from: the rows, where they stand, and three of their columns."""

    table: Table
    places: Along
    x: str
    y: str
    color: str


def _course(one: Series, told: Told, language: str) -> Course:
    """The values along a line that are not missing, of each place the first."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    known = ~np.isnan(one.values)
    at, first = np.unique(one.at[known], return_index=True)
    return Course(at, _Readings(one, told, language, at, one.values[known][first]))


@dataclass(frozen=True, slots=True, eq=False)
class _Readings:
    """Tells the values of a line; the row of each is found when it is asked for.

    at, values: (n,) where they stand in the data, and theirs.
    """

    line: Series
    told: Told
    language: str
    at: Floats
    values: Floats

    def __call__(self, number: int) -> Reading:
        """The value of that number."""
        at, value = float(self.at[number]), float(self.values[number])
        table, places = self.told.table, self.told.places.values
        x, y = table.columns.index(self.told.x), table.columns.index(self.told.y)
        for row, place in enumerate(places):
            cell = table.rows[row][y] if place == at else None
            if isinstance(cell, Quantity) and cell.value == value and self._is_of_it(row):
                where = told_place(table.rows[row][x], self.language)
                return Reading(where, cell, self.line.name)
        return Reading(NO_TEXT, self.line.last, self.line.name)

    def _is_of_it(self, row: int) -> bool:
        """Whether that row is one of the line."""
        table, color = self.told.table, self.told.color
        cell = table.rows[row][table.columns.index(color)] if color in table.columns else None
        return (NO_TEXT if cell is None else name_in(cell)) == self.line.name
