"""Lines to try, and lines as they are drawn."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from kiosk.batches import Polylines
from kiosk.charts.kinds.line import Line
from kiosk.data.quantity import Quantity
from kiosk.geometry import Point
from kiosk.marks import Marks, Shape
from kiosk.options import Column
from kiosk.theme import Colour
from tests.unit.charts.stand_ins import YI_YUAN, both, boxes, table, tables

X, Y, Z = Column("x"), Column("y"), Column("z")
CITIES = table(
    *(
        (year, Quantity(value, 1, YI_YUAN), both(zh, en))
        for zh, en, values in (
            ("深圳", "Shenzhen", (52.9, 21.6, 52.7)),
            ("重庆", "Chongqing", (44.8, 21.7, 44.7)),
            ("西安", "Xi'an", (47.2, 13.6, 44.2)),
        )
        for year, value in zip((2019, 2022, 2023), values, strict=True)
    )
)
YEARS = Line(data=table(*((2010 + n, 10.0 + n) for n in range(14))), x=X, y=Y)
SEVERAL = Line(data=CITIES, x=X, y=Y, color=Z, highlight="重庆")
real_boxes = boxes.filter(lambda box: box.width > 300 and box.height > 160)
lines = st.builds(
    Line, data=tables(), x=st.sampled_from(("name", "value", "member")).map(Column),
    y=st.sampled_from(("value", "beside")).map(Column),
    color=st.none() | st.sampled_from(("name", "member")).map(Column),
    highlight=st.sampled_from(("", "2024")), area=st.booleans(),
    scale=st.sampled_from(("linear", "log")),
)  # fmt: skip


def shapes(marks: Marks, prefix: str) -> list[Shape]:
    """The shapes whose keys begin so."""
    return [mark for mark in marks if isinstance(mark, Shape) and mark.key.startswith(prefix)]


@dataclass(frozen=True)
class Drawn:
    """A line as it is drawn. runs: its points, without those of a straight way between two."""

    key: str
    runs: list[list[Point]]
    colour: Colour
    width: float
    trim: float


def drawn(marks: Marks) -> list[Drawn]:
    """The lines, those below first."""
    return [
        Drawn(key, runs(points), Colour(*colour), batch.width, trim)
        for batch in marks
        if isinstance(batch, Polylines)
        for key, points, colour, trim in zip(
            batch.keys, batch.points.tolist(), batch.colours.tolist(), batch.trim.tolist(),
            strict=True,
        )
    ]  # fmt: skip


def runs(points: list[list[float]]) -> list[list[Point]]:
    """The corners of a line, parted where a value is missing."""
    parts = [
        [Point(x, y) for x, y in run]
        for known, run in itertools.groupby(points, lambda point: not math.isnan(point[1]))
        if known
    ]
    return [
        [b for a, b, c in zip([None, *run], run, [*run[1:], None], strict=False) if bends(a, b, c)]
        for run in parts
    ]


def bends(a: Point | None, b: Point, c: Point | None) -> bool:
    """Whether the way from `a` to `c` has an end or a corner at `b`."""
    if a is None or c is None:
        return True
    return abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) > 1e-3 * math.dist(
        (a.x, a.y), (c.x, c.y)
    )


def places_in(marks: Marks, *at: float) -> list[Point]:
    """Where on the only line those places of the data lie."""
    (line,) = (mark for mark in marks if isinstance(mark, Polylines))
    x, y = (np.interp(at, line.at[0], line.points[0, :, side]).tolist() for side in (0, 1))
    return [Point(*place) for place in zip(x, y, strict=True)]


def line_in(marks: Marks) -> list[Point]:
    """The corners of the only line."""
    ((run,),) = (line.runs for line in drawn(marks))
    return run
