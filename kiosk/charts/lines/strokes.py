"""Lines as batches that are drawn from left to right, and the area below one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Points, Polygons, Polylines, column, fours
from kiosk.charts.areas.shapes import Sides, area_batch
from kiosk.charts.drawing import Drawn, fading, travelling
from kiosk.charts.lines.inks import has_lit
from kiosk.charts.lines.thinning import thinned
from kiosk.charts.plane.many import heights
from kiosk.charts.rows import unique_keys
from kiosk.geometry import Point
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.lines.series import Series
    from kiosk.charts.plane.plane import Plane
    from kiosk.theme import Colour

_LIT, _OWN, _QUIET = 5.0, 4.0, 3.0  # strokes: of the lit one, of many colours, of the others
_LEAST = 48  # points, so that a line's head moves evenly whatever its rows
_AREA = 0.22  # of its colour's opacity at the line
_FADE_S = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A line on the page, one of several with as many points.

    at: (m,) its places in the data; points: (m, 2) x and y, y NaN where a value is missing.
    """

    key: str
    at: Floats
    points: Floats
    colour: Colour
    width: float
    is_lit: bool

    @property
    def known(self) -> Floats:
        """The points that have a value: (k, 2), at least one."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        return np.asarray(self.points[~np.isnan(self.points[:, 1])])

    @property
    def last(self) -> Point:
        """Its right end."""
        x, y = self.known[-1].tolist()
        return Point(x, y)


def widths_of(series: Sequence[Series]) -> tuple[float, ...]:
    """The widths of their strokes."""
    other = _QUIET if has_lit(series) else _OWN
    return tuple(_LIT if one.is_lit else other for one in series)


def strokes_of(
    series: Sequence[Series], plane: Plane, colours: Sequence[Colour]
) -> tuple[Stroke, ...]:
    """The lines of `series`, thinned to what can be seen, all with as many points."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    from kiosk.motion.ways import evenly_filled  # noqa: PLC0415 - the same

    kept = [thinned(one.at, one.values, one.shares, plane.room.width) for one in series]
    count = max((_LEAST, *(len(rows) + rows.size // 8 for rows in kept)))
    strokes = []
    for one, rows, colour, width in zip(series, kept, colours, widths_of(series), strict=True):
        xs = plane.room.x + one.shares[rows] * plane.room.width
        own = np.column_stack((one.at[rows], xs, heights(plane, one.values[rows])))
        at, x, y = evenly_filled(own, count).T
        points = np.column_stack((x, y))
        strokes.append(Stroke(one.key, at, points, colour, width, one.is_lit))
    return tuple(strokes)


def drawn_lines(strokes: Sequence[Stroke], grow: Timing) -> list[Drawn]:
    """The lines, drawn along; a value between two missing ones is a dot."""
    drawn: list[Drawn] = []
    for name, is_lit in (("lines", False), ("lit", True)):
        some = [one for one in strokes if one.is_lit is is_lit]
        if some:
            batch = _batch(name, some)
            empty = replace(batch, trim=0.0 * batch.trim)
            drawn.append(travelling((batch,), (empty,), grow))
    dots = _alone(strokes)
    after = Timing(grow.delay_s + 0.5 * grow.duration_s, _FADE_S)
    return [*drawn, *([] if dots is None else [fading((dots,), after)])]


def _batch(name: str, strokes: Sequence[Stroke]) -> Polylines:
    """Those lines, all of one width."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return Polylines(
        name,
        tuple(f"line/{one.key}" for one in strokes),
        np.stack([one.points for one in strokes]),
        column(1.0 for _ in strokes),
        fours(one.colour for one in strokes),
        strokes[0].width,
        at=np.stack([one.at for one in strokes]),
    )


def _alone(strokes: Sequence[Stroke]) -> Points | None:
    """Dots for the values without neighbours; None where there are none."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    names: list[str] = []
    places, colours = [], []
    for one in strokes:
        known = np.pad(~np.isnan(one.points[:, 1]), 1)
        for row in np.flatnonzero(known[1:-1] & ~known[:-2] & ~known[2:]).tolist():
            names.append(f"alone/{one.key}/{one.at[row]:.15g}")
            places.append((*one.points[row].tolist(), 2 * one.width))
            colours.append(one.colour)
    return Points("alone", unique_keys(names), np.array(places), fours(colours)) if names else None


def drawn_area(stroke: Stroke, base: float, grow: Timing) -> list[Drawn]:
    """The area between the line and the height `base`, drawn along with it.

    It fades from the line's furthest points to nothing at `base`.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    x, y = stroke.points.T
    foot = np.where(np.isnan(y), np.nan, base)
    sides = Sides(x, y[None], foot[None], stroke.at)
    area = area_batch([stroke.key], sides, [stroke.colour.faded(_AREA)], None)
    area = replace(area, fade=column([0.0]))
    return [travelling((area,), (_undrawn(area),), grow)]


def _undrawn(area: Polygons) -> Polygons:
    """Nothing of it."""
    return replace(area, trim=0.0 * area.trim)
