"""A touch on the mark of a chart: which one it means, and what the others do meanwhile."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.batches import ARRAYS, BATCHES, Sectors, bounds
from kiosk.charts.base import Chart
from kiosk.charts.rows import in_key
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.marks import Figure, Label, Layer, Shape
from kiosk.motion.blend import faded
from kiosk.playback.views.extents import boxes_of
from kiosk.playback.views.figures import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.batches import Batch
    from kiosk.charts.reading import Reading
    from kiosk.geometry import Point
    from kiosk.layouts.base import Placed
    from kiosk.marks import Mark
    from kiosk.playback.views.room import Room
    from kiosk.show.model import Slide

_QUIET = 0.25  # the opacity of the others
_LEGEND = "legend/"
TOUCHED = "touched-"  # how the keys of what was touched begin
# How keys begin of what belongs to the rows of a chart; the rest is its ground.
_OF_ROWS = frozenset(
    {"mark", "line", "dot", "name", "value", "area", "leader", "legend", "row", "slice"}
)


@dataclass(frozen=True, slots=True)
class Touched:
    """A mark, or all of a series. part: the chart's key. row: the key of what was touched.

    box: where it lies on the page. names: of what stands out meanwhile. reading: what a mark
    tells; a series tells nothing.
    """

    part: str
    row: str
    box: Box
    names: frozenset[str]
    reading: Reading | None = None

    @property
    def key(self) -> str:
        """Unique on the slide."""
        return f"{TOUCHED}{self.part}-{self.row}"

    def spot(self, room: Room) -> Spot | None:
        """What the note tells of; None of a series."""
        if self.reading is None:
            return None
        texts = (self.reading.name, self.reading.series)
        name = " · ".join(filter(None, (text.in_language(room.language) for text in texts)))
        about = self.reading.quantity.about.in_language(room.language)
        told = replace(self.reading.quantity, about=plain(about or name))
        return Spot(self.key, (told,), (), self.box, area=self.box)


@dataclass(frozen=True, slots=True)
class _Place:
    """What can be touched and where. ring: the six numbers of a piece of one; else nothing."""

    touched: Touched
    ring: tuple[float, ...] = ()

    @property
    def size(self) -> float:
        """The area of the box around it."""
        return self.touched.box.width * self.touched.box.height

    def way(self, point: Point, least: float) -> float:
        """How far a finger at `point` is from it; infinite out of its reach.

        least: how large the smallest target is.
        """
        box = self.touched.box
        if self.ring:
            return 0.0 if _is_in_ring(self.ring, point) else math.inf
        dx = max(box.x - point.x, point.x - box.right, 0.0)
        dy = max(box.y - point.y, point.y - box.bottom, 0.0)
        is_near = 2 * dx <= least - box.width or dx == 0.0
        is_level = 2 * dy <= least - box.height or dy == 0.0
        return math.hypot(dx, dy) if is_near and is_level else math.inf


def touched_at(
    slide: Slide, placed: tuple[Placed, ...], room: Room, point: Point
) -> Touched | None:
    """The mark under `point`, or the nearest one a finger may mean; None where there is none."""
    found = [
        (way, place.size, number, place.touched)
        for number, place in enumerate(_places(slide, placed, room))
        if (way := place.way(point, room.target_side)) < math.inf
    ]
    return min(found)[3] if found else None


def touched_by(slide: Slide, placed: tuple[Placed, ...], room: Room, key: str) -> Touched | None:
    """The mark or series of that key; None where there is none."""
    places = _places(slide, placed, room)
    return next((place.touched for place in places if place.touched.key == key), None)


def standing_out(layers: tuple[Layer, ...], touched: Touched, share: float) -> tuple[Layer, ...]:
    """The layers of a slide with all quiet but what was touched, as far as `share`, 0 to 1."""
    level = 1.0 - (1.0 - _QUIET) * share
    return tuple(
        Layer(layer.key, tuple(_quiet(mark, touched.names, level) for mark in layer.marks))
        if layer.key == touched.part
        else layer
        for layer in layers
    )


def _places(slide: Slide, placed: tuple[Placed, ...], room: Room) -> Iterator[_Place]:
    """What of the slide's charts can be touched."""
    elements = elements_of(slide.parts)
    for part in placed:
        chart = elements.get(part.key)
        readings = chart.readings() if isinstance(chart, Chart) else {}
        for mark in part.scene.full if readings else ():
            if isinstance(mark, BATCHES):
                yield from _rows(part.key, mark, readings)
            elif isinstance(mark, Label | Shape):
                yield from _single(part.key, mark, readings, room)


def _rows(part: str, batch: Batch, readings: Mapping[str, Reading]) -> Iterator[_Place]:
    """The rows of a batch that tell something."""
    if readings.keys().isdisjoint(batch.keys):
        return
    rings = batch.places.tolist() if isinstance(batch, Sectors) else []
    for row, (key, (x, y, right, bottom)) in enumerate(
        zip(batch.keys, bounds(batch).tolist(), strict=True)
    ):
        if key in readings:
            reading, box = readings[key], Box(x, y, right - x, bottom - y)
            names = frozenset({_name(key), in_key(reading.series) or _name(key)})
            touched = Touched(part, key, box, names, reading)
            yield _Place(touched, tuple(rings[row]) if rings else ())


def _single(
    part: str, mark: Label | Shape, readings: Mapping[str, Reading], room: Room
) -> Iterator[_Place]:
    """A mark that tells something, an entry of a legend, or the name at the end of a line."""
    box = next(iter(boxes_of(mark, room.measure)), None)
    if box is None:
        return
    if mark.key in readings:
        names = frozenset({_name(mark.key)})
        yield _Place(Touched(part, mark.key, box, names, readings[mark.key]))
    elif mark.key.startswith(_LEGEND):
        series = _name(mark.key).removesuffix("/dot")
        of_it = {_name(key) for key, one in readings.items() if in_key(one.series) == series}
        row = f"{_LEGEND}{series}"
        yield _Place(Touched(part, row, box, frozenset({series, *of_it})))
    elif mark.key.startswith("name/"):
        line = next((n for n in _names_in(mark.key) if f"dot/{n}" in readings), "")
        if line:
            yield _Place(Touched(part, f"name/{line}", box, frozenset({line})))


def _is_in_ring(ring: tuple[float, ...], point: Point) -> bool:
    """Whether `point` lies in that piece."""
    x, y, inner, outer, start, end = ring
    dx, dy = point.x - x, point.y - y
    turn = math.atan2(dx, -dy) / (2 * math.pi)
    return inner <= math.hypot(dx, dy) <= outer and (turn - start) % 1.0 <= end - start


def _names_in(key: str) -> tuple[str, str]:
    """What the row in a key may be called: without the number of a further line, or with it."""
    return _name(key).rpartition("/")[0], _name(key)


def _name(key: str) -> str:
    """The row's name in a key."""
    return key.partition("/")[2]


def _quiet(mark: Mark, names: frozenset[str], level: float) -> Mark:
    """The mark at `level` of its opacity where it belongs to another row than those."""
    if isinstance(mark, BATCHES):
        return _quiet_rows(mark, names, level)
    if not isinstance(mark, Label | Figure | Shape) or _is_meant(mark.key, names):
        return mark
    return faded(mark, level)


def _quiet_rows(batch: Batch, names: frozenset[str], level: float) -> Batch:
    """The batch with the other rows at `level` of their opacity."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    shares = np.array([1.0 if _is_meant(key, names) else level for key in batch.keys])
    _, colours = ARRAYS[type(batch)]
    arrays: dict[str, Any] = {}
    for name in colours:
        arrays[name] = getattr(batch, name).copy()
        arrays[name][:, 3] *= shares
    return replace(batch, **arrays)


def _is_meant(key: str, names: frozenset[str]) -> bool:
    """Whether what has that key is of one of these rows, or of their group, or of none."""
    kind, _, name = key.partition("/")
    return kind not in _OF_ROWS or any(
        name == one or name.startswith(f"{one}/") or one.startswith(f"{name}·") for one in names
    )
