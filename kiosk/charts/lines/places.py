"""Where anything stands among the rows of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.annotations.places import Places, places_of
from kiosk.charts.lines.series import along_in, cells_of

if TYPE_CHECKING:
    from kiosk.charts.plane.along import Along
    from kiosk.data.table import Table


def places_in(table: Table, x: str, shown: Along | None = None) -> Places:
    """The places among all rows of charts that have the same scale.

    shown: where the table's own rows stand on the page, if that is known.
    """
    if table.whole is None and shown is not None:
        return places_of(cells_of(table, x), shown.shares)
    every = table.whole or table
    return places_of(cells_of(every, x), along_in(every, x, "").shares)
