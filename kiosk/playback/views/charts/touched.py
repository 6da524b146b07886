"""A mark of a chart that was touched, or a series; and what the others do meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kiosk.batches import ARRAYS, BATCHES
from kiosk.data.text import plain
from kiosk.marks import Figure, Label, Layer, Shape
from kiosk.motion.blend import faded
from kiosk.playback.events import OpenNote
from kiosk.playback.views.figures import Spot
from kiosk.playback.views.room import Target
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Batch
    from kiosk.charts.reading import Reading
    from kiosk.geometry import Box, Point
    from kiosk.marks import Mark
    from kiosk.playback.views.figures import Ground
    from kiosk.playback.views.room import Role, Room
    from kiosk.theme import Colour

_QUIET = 0.25  # the opacity of the others
TOUCHED = "touched-"  # how the keys of what was touched begin
CHART = "chart-"  # and those of the charts that keys go into
# How keys begin of what belongs to the rows of a chart; the rest is its ground.
_OF_ROWS = frozenset(
    {"mark", "line", "dot", "name", "value", "area", "leader", "legend", "row", "slice"}
)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a value along a line stands. colour: the line's.

    ground: what a hairline goes through it from end to end of; None where none does.
    """

    at: Point
    colour: Colour
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """A mark, or all of a series. part: the chart's key. row: the key of what was touched.

    box: where it lies on the page. names: of what stands out meanwhile. reading: what a mark
    tells; a series tells nothing. stand: of a value along a line. follows: whether the finger on it
    may go along that. outline: of a mark that is no box.
    """

    part: str
    row: str
    box: Box
    names: frozenset[str]
    reading: Reading | None = None
    stand: Stand | None = None
    follows: bool = False
    outline: tuple[Point, ...] = ()

    @property
    def key(self) -> str:
        """Unique on the slide."""
        return f"{TOUCHED}{self.part}-{self.row}"

    @property
    def target(self) -> Target:
        """What a touch on it does."""
        role: Role = "entry" if self.reading is None else "mark"
        return Target(
            self.key, self.box, OpenNote(self.key), is_round=self.stand is not None, role=role,
            inside=f"{CHART}{self.part}", follows=self.follows, outline=self.outline,
        )  # fmt: skip

    def spot(self, room: Room) -> Spot | None:
        """What the note tells of; None of a series."""
        if self.reading is None:
            return None
        texts = (self.reading.name, self.reading.series, self.reading.panel)
        between = "·" if room.is_chinese else " · "
        name = between.join(filter(None, (text.in_language(room.language) for text in texts)))
        about = self.reading.quantity.about.in_language(room.language)
        said = name if self.stand is not None or not about else about
        told = replace(self.reading.quantity, about=plain(said))
        ground = None if self.stand is None else self.stand.ground
        return Spot(self.key, (told,), (), self.box, area=self.box, ground=ground)


def standing_out(layers: tuple[Layer, ...], touched: Touched, share: float) -> tuple[Layer, ...]:
    """The layers of a slide with all quiet but what was touched, as far as `share`, 0 to 1."""
    level = 1.0 - (1.0 - _QUIET) * share
    return tuple(
        Layer(layer.key, tuple(_quiet(mark, touched.names, level) for mark in layer.marks))
        if layer.key == touched.part
        else layer
        for layer in layers
    )


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
        name == one or name.startswith(f"{one}/") or one.startswith((f"{name}·", f"{name}/"))
        for one in names
    )
