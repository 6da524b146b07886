"""What a touch tells on a line that has a corner for each of a few moments or axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.lines.series import along_in, cells_of
from kiosk.charts.plane.telling import told_place
from kiosk.charts.reading import Course, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.slopes.tracks import Track
    from kiosk.data.quantity import Quantity
    from kiosk.data.table import Table
    from kiosk.data.text import Text


def corner_courses(rows: Sequence[Track], names: Sequence[Text]) -> dict[str, Course]:
    """The values of each thing, by the keys of its marks. names: of the moments or axes."""
    return {f"mark/{row.key}": _course(row, names) for row in rows}


def moments_in(table: Table, x: str, language: str) -> tuple[Text, ...]:
    """The moments of all that has the same scale, in order, in words."""
    shares = along_in(table.every, x, language).shares
    words = {
        share: told_place(cell, language)
        for share, cell in zip(shares, cells_of(table.every, x), strict=True)
        if share is not None
    }
    return tuple(words[share] for share in sorted(words))


def _course(row: Track, names: Sequence[Text]) -> Course:
    """The values that are not missing."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    known: list[tuple[int, Quantity]] = [
        (corner, value) for corner, value in enumerate(row.values) if value is not None
    ]

    def reading(number: int) -> Reading:
        corner, value = known[number]
        return Reading(names[corner], value, row.name)

    corners = np.array([corner for corner, _ in known], dtype=np.float64)
    return Course(corners, reading, "corners")
