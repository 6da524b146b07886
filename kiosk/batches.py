"""Marks that come in numbers: one array a property, one key a row.

A batch is painted, compared and interpolated without a loop over its rows in Python as far as that
goes. Its `keys` name the rows by what they show, so that the rows of two charts find each other.
numpy is imported with the first batch: a slide without one comes on sooner.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Any, Literal

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Rectangles of a chart, n of them.

    key: the batch's name; keys: n names of its rows. boxes: (n, 4) x, y, width, height, none
    negative. fill: (n, 4) colours. fade: (n,) share of the fill's opacity at a bar's foot, 1 is
    solid; it reaches 1 at three quarters of its length. along: the way they grow: `right`, or
    `up`. radius: of the corners.
    """

    key: str
    keys: tuple[str, ...]
    boxes: Floats
    fill: Floats
    fade: Floats
    along: Literal["right", "up"] = "right"
    radius: float = 4.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """Straight lines, n of them.

    key: the batch's name; keys: n names of its rows. ends: (n, 4) x1, y1, x2, y2. colours: (n, 4).
    width: of all of them. dash: lengths on and off. round_ends: how they end.
    """

    key: str
    keys: tuple[str, ...]
    ends: Floats
    colours: Floats
    width: float = 2.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    opacity: float = 1.0


Symbol = Literal["disc", "square", "diamond", "triangle"]


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Dots, n of them.

    places: (n, 3) the x and y of their middles and their diameters, none negative. fill: (n, 4)
    colours. symbol: what each of them is; the others have the area of the disc.
    """

    key: str
    keys: tuple[str, ...]
    places: Floats
    fill: Floats
    symbol: Symbol = "disc"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Sectors:
    """Pieces of rings, n of them: those of a pie, a gauge, a ring of progress.

    places: (n, 6) the x and y of a ring's middle, its inner and outer radius, and where the piece
    starts and ends, in turns clockwise from the top, the start not after the end. fill: (n, 4)
    colours. radius: of the corners, as far as they have room. gap: between pieces that meet, half
    of it taken from each, as far as a small one can spare it; a whole ring has none.
    """

    key: str
    keys: tuple[str, ...]
    places: Floats
    fill: Floats
    radius: float = 0.0
    gap: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Polylines:
    """Lines through points, n of them with m points each.

    points: (n, m, 2) x and y; where one is NaN, the line is parted. trim: (n,) share of each line
    that is drawn, 0 to 1, counted in points. colours: (n, 4). width: of all of them. at: (n, m) to
    what of the data the points belong, such as times, rising; NaN where it is left out.
    """

    key: str
    keys: tuple[str, ...]
    points: Floats
    trim: Floats
    colours: Floats
    width: float = 3.0
    opacity: float = 1.0
    at: Floats = field(default_factory=lambda: column(()))

    def __post_init__(self) -> None:
        """Knows of no data where none is told."""
        if self.at.shape != self.points.shape[:2]:
            object.__setattr__(self, "at", _unknown(*self.points.shape[:2]))


@dataclass(frozen=True, slots=True, eq=False)
class Polygons:
    """Filled outlines, n of them with m corners each, m even.

    points: (n, m, 2) x and y; the first half is the side that grows (the upper one of an area, from
    left to right), the second half its foot on the way back. fill: (n, 4) colours. line: (n, 4)
    colours of the outline. width: of the outline; 0 has none. trim: (n,) share of each that is
    drawn, 0 to 1, both sides counted in corners from where the first half starts; all of it where
    it is left out. fade: (n,) share of the fill's opacity at a foot that lies level; 1 is solid, as
    is what has none. at: (n, m / 2) to what of the data the corners belong, as in lines.
    """

    key: str
    keys: tuple[str, ...]
    points: Floats
    fill: Floats
    line: Floats
    width: float = 0.0
    opacity: float = 1.0
    trim: Floats = field(default_factory=lambda: column(()))
    fade: Floats = field(default_factory=lambda: column(()))
    at: Floats = field(default_factory=lambda: column(()))

    def __post_init__(self) -> None:
        """Draws all of it, evenly, where nothing else is said."""
        for name in ("trim", "fade"):
            if len(getattr(self, name)) != len(self.keys):
                object.__setattr__(self, name, column(1.0 for _ in self.keys))
        rows, corners = self.points.shape[:2]
        if self.at.shape != (rows, corners // 2):
            object.__setattr__(self, "at", _unknown(rows, corners // 2))


BATCHES = (Bars, Segments, Points, Sectors, Polylines, Polygons)
Batch = Bars | Segments | Points | Sectors | Polylines | Polygons

_THINNEST = 1.0  # of a line, in logical units

# The arrays of each batch, one row a mark, and which of them are colours.
ARRAYS: dict[type[Batch], tuple[tuple[str, ...], tuple[str, ...]]] = {
    Bars: (("boxes", "fade"), ("fill",)),
    Segments: (("ends",), ("colours",)),
    Points: (("places",), ("fill",)),
    Sectors: (("places",), ("fill",)),
    Polylines: (("points", "trim", "at"), ("colours",)),
    Polygons: (("points", "trim", "fade", "at"), ("fill", "line")),
}


def fours(rows: Iterable[Sequence[float]]) -> Floats:
    """Boxes, ends or colours as an array of a batch: (n, 4)."""
    import numpy as np  # noqa: PLC0415 - see above

    return np.array([tuple(row) for row in rows], dtype=np.float64).reshape(-1, 4)


def column(values: Iterable[float]) -> Floats:
    """A number for each row of a batch: (n,)."""
    import numpy as np  # noqa: PLC0415 - see above

    return np.array(tuple(values), dtype=np.float64)


def _unknown(rows: int, count: int) -> Floats:
    """Nothing known of so many points of so many rows: (rows, count)."""
    import numpy as np  # noqa: PLC0415 - see above

    return np.full((rows, count), np.nan)


def bounds(batch: Batch) -> Floats:
    """The boxes around the rows: (n, 4) left, top, right, bottom.

    As drawn in whole, and lines as if they had no width.
    """
    import numpy as np  # noqa: PLC0415 - see above

    match batch:
        case Bars():
            return np.hstack((batch.boxes[:, :2], batch.boxes[:, :2] + batch.boxes[:, 2:]))
        case Segments():
            ends = batch.ends.reshape(-1, 2, 2)
        case Points():
            reach = batch.places[:, 2:] / 2 * REACH[batch.symbol]
            return np.hstack((batch.places[:, :2] - reach, batch.places[:, :2] + reach))
        case Sectors():
            ends = _extremes(batch.places)
        case _:
            ends = batch.points
    gaps = np.isnan(ends[..., 0]) | np.isnan(ends[..., 1])
    if gaps.any():
        ends = np.where(gaps[..., None], np.nan, ends)  # half a place is none
    x, y = ends[..., 0], ends[..., 1]
    if not gaps.any():
        return np.column_stack((x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)))
    sides = [np.fmin.reduce(x, 1), np.fmin.reduce(y, 1), np.fmax.reduce(x, 1), np.fmax.reduce(y, 1)]
    # A line without a single point lies nowhere; the corner is as good a place as any.
    return np.asarray(np.nan_to_num(np.column_stack(sides)))


def _extremes(places: Floats) -> Floats:
    """The points between which pieces of rings lie: (n, 9, 2)."""
    import numpy as np  # noqa: PLC0415 - see above

    x, y, inner, outer, start, end = (places[:, place, None] for place in range(6))
    quarters = np.minimum((np.ceil(4 * start) + np.arange(5)) / 4, end)  # where arcs turn back
    turns = 2 * np.pi * np.hstack((quarters, start, end, start, end))
    radii = np.hstack((outer.repeat(7, axis=1), inner, inner))
    return np.stack((x + radii * np.sin(turns), y - radii * np.cos(turns)), axis=-1)


# How far a symbol reaches from its middle, in radii of the disc that has its area.
REACH: dict[str, float] = {
    "disc": 1.0,
    "square": 0.5 * 3.1416**0.5,
    "diamond": 1.2534,
    "triangle": 1.5552,
}


def lying(batch: Batch, scale: float, dx: float, dy: float) -> Batch:
    """`batch` at `scale` about the page's corner, then `dx` to the right and `dy` down."""
    match batch:
        case Bars():
            boxes = batch.boxes * scale + (dx, dy, 0.0, 0.0)
            return replace(batch, boxes=boxes, radius=batch.radius * scale)
        case Segments():
            ends, dash = batch.ends * scale + (dx, dy, dx, dy), _scaled(batch.dash, scale)
            return replace(batch, ends=ends, width=thinner(batch.width, scale), dash=dash)
        case Points():
            return replace(batch, places=batch.places * scale + (dx, dy, 0.0))
        case Sectors():
            places = batch.places * (scale, scale, scale, scale, 1.0, 1.0)
            places[:, :2] += (dx, dy)
            radius, gap = batch.radius * scale, batch.gap * scale
            return replace(batch, places=places, radius=radius, gap=gap)
        case Polylines() | Polygons():
            points = batch.points * scale + (dx, dy)
            return replace(batch, points=points, width=thinner(batch.width, scale))


def thinner(width: float, scale: float) -> float:
    """The thickness at `scale` of a line that can still be seen."""
    return max(_THINNEST, width * scale) if width > 0.0 else 0.0


def cleared(batch: Batch) -> Batch:
    """`batch` with all its colours transparent."""
    _, colours = ARRAYS[type(batch)]
    arrays: dict[str, Any] = {name: getattr(batch, name) * (1, 1, 1, 0) for name in colours}
    return replace(batch, **arrays)


def _scaled(dash: tuple[float, ...], scale: float) -> tuple[float, ...]:
    """Lengths on and off, at `scale`."""
    return tuple(part * scale for part in dash)
