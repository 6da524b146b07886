"""Parts of a whole as pieces of a pie or a ring."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.batches import Sectors
from kiosk.charts.base import Chart
from kiosk.charts.doubts import below_zero
from kiosk.charts.drawing import Drawn, scene, travelling
from kiosk.charts.figures import SIGNS, common_unit
from kiosk.charts.legend import entries_of, legend_in
from kiosk.charts.listing import Listed, drawn_list
from kiosk.charts.palette import colours_of, series_colours
from kiosk.charts.reading import Reading
from kiosk.charts.rings.inside import Placed, drawn_inside, placed_inside
from kiosk.charts.rings.middle import Hole, Middle, drawn_middle
from kiosk.charts.rings.parts import parts_of, sum_of
from kiosk.charts.rings.room import Room, room_for
from kiosk.charts.rings.tags import Ring, Told, drawn_tags
from kiosk.charts.rows import BarColumns, BarRow, bar_rows, says
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import NO_TEXT, Text
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.doubts import Doubt
    from kiosk.charts.legend import Legend
    from kiosk.charts.rings.parts import Part
    from kiosk.data.table import Table
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_SWEEP_S = 1.2
_HOLE = 0.64  # of a donut's radius
_ROUND, _GAP = 5.0, 6.0  # corners and gaps of the pieces, logical units
_MOST = 12  # pieces that can be told apart
_LEGEND = 0.2  # of the box, at most
_FINE = 0.01  # of the whole: where a share is less, all have a decimal
_PER_CENT = Unit(Text((("", "%"),)), is_named=True)
_OTHERS = Text((("zh", "其他"), ("en", "Other")))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the ring is, what stands in its pieces, and what is told outside, with its colour."""

    room: Room
    inside: tuple[Placed, ...]
    outside: tuple[tuple[Part, Colour], ...]


@dataclass(frozen=True, kw_only=True)
class Pie(Chart):
    """Shows parts of a whole as pieces of a circle, or of a ring.

    Each row of the data is a piece, with its name and value beside it. A value below zero is no
    part of anything: it has no piece, and a ring then shows no sum.
    """

    chinese: ClassVar[str] = "饼图：用圆或圆环的各块表示整体的各部分。"
    small_shape: ClassVar[float] = 1.0

    x: Column = option("The column with the pieces' names.", zh="各块名称所在的列。")
    y: Column = option("The column with their values.", zh="数值所在的列。", cells="numbers")
    donut: bool = option(
        "Whether it is a ring, with the sum in its middle.",
        default=False,
        zh="是否为圆环，中间写出合计。",
    )
    total: Text = option(
        "What all pieces are together; it stands below the sum in a donut's middle.",
        NO_TEXT,
        zh="各块合起来是什么；写在圆环中间的合计下面。",
    )
    show: Literal["value", "share"] = option(
        "What stands at a piece: its `value`, or its `share` of all in per cent.",
        "value",
        zh="每块旁边写 `value`（数值），还是 `share`（占全部的百分比）。",
    )
    sort: Literal["descending", "ascending", "written"] = option(
        "By value, the largest first, or as `written`.",
        "descending",
        zh="按数值排列，最大的在前；或按书写顺序（`written`）。",
    )
    highlight: str = option(
        "The name of the piece in the accent; the others are then quiet.",
        "",
        zh="用强调色显示的那一块的名称；其余各块变淡。",
        names_row_of=("x",),
    )
    most: int = option(
        "How many pieces there are at most; the smallest are shown as one.",
        8,
        zh="最多分成几块；最小的几块合并为一块。",
        bounds=(2, _MOST),
    )
    others: Text = option(
        "The name of the piece that stands for the smallest.", _OTHERS, zh="合并后那一块的名称。"
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The pieces, opening clockwise from the top like a fan."""
        rows = self._rows(self.data)
        parts = self._parts(rows)
        lit = {part.row.key for part in parts if says(part.row.name, self.highlight)}
        sweep = Timing(0.0, self.enter.duration_s or _SWEEP_S)
        inks = self._inks(parts, lit, setting)
        shown = _as_shares(parts) if self.show == "share" else parts
        plan = self._plan(shown, inks, box, setting)
        ring = plan.room.ring
        pieces = [_drawn_ring(parts, inks, ring, setting, sweep)]
        for placed in plan.inside:
            pieces += drawn_inside(placed, sweep)
        pieces += _drawn_names(plan.outside, lit, plan.room, setting, sweep)
        middle = self._middle(rows, parts, lit, setting)
        if self.donut and middle is not None:
            hole = Hole(ring.x, ring.y, ring.inner)
            pieces += drawn_middle(middle, hole, setting, sweep.duration_s)
        return scene(pieces)

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The names of small charts, which say their values alone."""
        names = self._names()
        lit = [name for name in names if says(name, self.highlight)]
        colours = {lit[0]: setting.accent} if lit else colours_of(names, setting)
        upper = replace(box, height=_LEGEND * box.height)
        return legend_in(upper, entries_of(colours, setting), setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of the circle, and of the names where they stand below it."""
        parts = self._parts(self._rows(self.data))
        shown = _as_shares(parts) if self.show == "share" else parts
        inks = self._inks(parts, set(), setting)
        return self._plan(shown, inks, box, setting).room.bottom - box.y

    def doubts(self) -> tuple[Doubt, ...]:
        """About what has no part in a whole."""
        return below_zero(self.data, "y", self.y)

    def readings(self) -> Mapping[str, Reading]:
        """Each piece with its value."""
        return {
            f"mark/{part.row.key}": Reading(part.row.name, part.row.quantity)
            for part in self._parts(self._rows(self.data))
            if part.row.quantity is not None
        }

    def _rows(self, table: Table) -> tuple[BarRow, ...]:
        """The rows of a table in their order."""
        return bar_rows(table, BarColumns(self.x, self.y), self.sort)

    def _parts(self, rows: tuple[BarRow, ...]) -> tuple[Part, ...]:
        """The pieces."""
        kept = {row.key for row in rows if says(row.name, self.highlight)}
        return parts_of(rows, max(2, min(self.most, _MOST)), self.others, kept)

    def _names(self) -> list[Text]:
        """What the pieces of all small charts are called, in the order of all rows."""
        every = (self.data, *self.data.siblings())
        found = {part.row.name for rows in every for part in self._parts(self._rows(rows))}
        names = (row.name for row in self._rows(self.data.every) if row.name in found)
        return list(dict.fromkeys((*names, *found)))

    def _inks(self, parts: tuple[Part, ...], lit: set[str], setting: Setting) -> tuple[Colour, ...]:
        """The pieces' colours; in small charts those of their names."""
        quiet = setting.theme.quiet_series
        if self.data.whole is None:
            if not lit:
                return series_colours(len(parts), setting)
            return tuple(setting.accent if part.row.key in lit else quiet for part in parts)
        names = self._names()
        if any(says(name, self.highlight) for name in names):
            return tuple(setting.accent if part.row.key in lit else quiet for part in parts)
        colours = colours_of(names, setting)
        return tuple(colours.get(part.row.name, quiet) for part in parts)

    def _plan(
        self, parts: tuple[Part, ...], inks: tuple[Colour, ...], box: Box, setting: Setting
    ) -> _Plan:
        """Names stand in their pieces where they fit, the others outside; in a list all do."""
        pairs = tuple(zip(parts, inks, strict=True))
        is_part = self.data.whole is not None
        largest = self._holed(room_for(box, (), setting))

        def inside(ring: Ring) -> tuple[Placed, ...]:
            found = (
                placed_inside(part, ring, ink, setting, has_name=not is_part) for part, ink in pairs
            )
            return tuple(one for one in found if one is not None)

        placed = inside(largest.ring)
        if len(placed) == len(parts):
            return _Plan(largest, placed, ())
        if is_part:
            return _Plan(largest, () if self.donut else placed, ())
        listed = self._holed(room_for(box, parts, setting))
        if self.donut or listed.tags is None:
            return _Plan(listed, (), pairs)
        placed = inside(listed.ring)
        within = {one.part.row.key for one in placed}
        rest = tuple(pair for pair in pairs if pair[0].row.key not in within)
        return _Plan(listed, placed, rest)

    def _holed(self, room: Room) -> Room:
        """The room with the ring's own hole."""
        inner = _HOLE * room.ring.outer if self.donut else 0.0
        return replace(room, ring=replace(room.ring, inner=inner))

    def _middle(
        self, rows: tuple[BarRow, ...], parts: tuple[Part, ...], lit: set[str], setting: Setting
    ) -> Middle | None:
        """The sum; of shares, whose sum says nothing, the one that is lit."""
        total = sum_of(rows)
        if total is not None and common_unit([total], setting.language) not in SIGNS:
            return Middle("total", total, self.total)
        found = next((part.row.quantity for part in parts if part.row.key in lit), None)
        if found is None or total is None:
            return None
        return Middle("total", found, self.total, setting.accent)


def _as_shares(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with per cent as their values, each rounded for itself."""
    decimals = 1 if any(part.share < _FINE for part in parts) else 0
    return tuple(
        replace(
            part,
            row=replace(part.row, quantity=Quantity(100 * part.share, decimals, _PER_CENT)),
        )
        for part in parts
    )


def _drawn_ring(
    parts: tuple[Part, ...], inks: tuple[Colour, ...], ring: Ring, setting: Setting, sweep: Timing
) -> Drawn:
    """The pieces; where there are none, the place that they would have."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    at = (ring.x, ring.y, ring.inner, ring.outer)
    if not parts:
        places = np.array([(*at, 0.0, 1.0)])
        fill = np.array([setting.theme.line.faded(0.25)])
        return travelling(
            (Sectors("track", ("track/whole",), places, fill),), (), sweep
        )  # fmt: skip
    places = np.array([(*at, part.start, part.end) for part in parts])
    keys = tuple(f"mark/{part.row.key}" for part in parts)
    full = Sectors("marks", keys, places, np.array(inks), _ROUND, _GAP)
    closed = places.copy()
    closed[:, 4:] = 0.0
    return travelling((full,), (replace(full, places=closed),), sweep)


def _drawn_names(
    pairs: tuple[tuple[Part, Colour], ...], lit: set[str], room: Room, setting: Setting,
    sweep: Timing,
) -> list[Drawn]:  # fmt: skip
    """The names and values outside: in a list, or on both sides."""
    if room.listing is not None:
        listed = tuple(
            Listed(part.row, ink, bool(lit) and part.row.key not in lit) for part, ink in pairs
        )
        return drawn_list(listed, room.listing, setting, sweep)
    if room.tags is None:
        return []
    parts = tuple(part for part, _ in pairs)
    return drawn_tags(Told(parts, lit, not lit), room.ring, room.tags, setting, sweep)
