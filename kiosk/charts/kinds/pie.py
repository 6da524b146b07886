"""Parts of a whole as pieces of a pie or a ring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.batches import Sectors
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, scene, travelling
from kiosk.charts.figures import SIGNS, common_unit
from kiosk.charts.listing import Listed, drawn_list
from kiosk.charts.palette import series_colours
from kiosk.charts.reading import Reading
from kiosk.charts.rings.middle import Hole, Middle, drawn_middle
from kiosk.charts.rings.parts import parts_of, sum_of
from kiosk.charts.rings.room import Room, room_for
from kiosk.charts.rings.tags import Ring, Told, drawn_tags
from kiosk.charts.rows import BarColumns, BarRow, bar_rows, says
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import NO_TEXT, Text
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.rings.parts import Part
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_SWEEP_S = 1.2
_HOLE = 0.64  # of a donut's radius
_ROUND, _GAP = 5.0, 6.0  # corners and gaps of the pieces, logical units
_MOST = 12  # pieces that can be told apart
_FINE = 0.01  # of the whole: where a share is less, all have a decimal
_PER_CENT = Unit(Text((("", "%"),)), is_named=True)
_OTHERS = Text((("zh", "其他"), ("en", "Other")))


@dataclass(frozen=True, kw_only=True)
class Pie(Chart):
    """Shows parts of a whole as pieces of a circle, or of a ring.

    Each row of the data is a piece, with its name and value beside it. A value below zero is no
    part of anything: it has no piece, and a ring then shows no sum.
    """

    chinese: ClassVar[str] = "饼图：用圆或圆环的各块表示整体的各部分。"

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
        rows = self._rows()
        parts = self._parts(rows)
        lit = {part.row.key for part in parts if says(part.row.name, self.highlight)}
        room = room_for(box, parts, setting)
        ring = replace(room.ring, inner=_HOLE * room.ring.outer if self.donut else 0.0)
        sweep = Timing(0.0, self.enter.duration_s or _SWEEP_S)
        inks = _inks(parts, lit, setting)
        pieces = [_drawn_ring(parts, inks, ring, setting, sweep)]
        shown = _as_shares(parts) if self.show == "share" else parts
        pieces += _drawn_names(shown, inks, lit, replace(room, ring=ring), setting, sweep)
        middle = self._middle(rows, parts, lit, setting)
        if self.donut and middle is not None:
            hole = Hole(ring.x, ring.y, ring.inner)
            pieces += drawn_middle(middle, hole, setting, sweep.duration_s)
        return scene(pieces)

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of the circle, and of the names where they stand below it."""
        return room_for(box, self._parts(self._rows()), setting).bottom - box.y

    def readings(self) -> Mapping[str, Reading]:
        """Each piece with its value."""
        return {
            f"mark/{part.row.key}": Reading(part.row.name, part.row.quantity)
            for part in self._parts(self._rows())
            if part.row.quantity is not None
        }

    def _rows(self) -> tuple[BarRow, ...]:
        """The data's rows in their order."""
        return bar_rows(self.data, BarColumns(self.x, self.y), self.sort)

    def _parts(self, rows: tuple[BarRow, ...]) -> tuple[Part, ...]:
        """The pieces."""
        kept = {row.key for row in rows if says(row.name, self.highlight)}
        return parts_of(rows, max(2, min(self.most, _MOST)), self.others, kept)

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


def _inks(parts: tuple[Part, ...], lit: set[str], setting: Setting) -> tuple[Colour, ...]:
    """The pieces' colours."""
    if not lit:
        return series_colours(len(parts), setting)
    quiet = setting.theme.quiet_series
    return tuple(setting.accent if part.row.key in lit else quiet for part in parts)


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
    parts: tuple[Part, ...], inks: tuple[Colour, ...], lit: set[str], room: Room,
    setting: Setting, sweep: Timing,
) -> list[Drawn]:  # fmt: skip
    """The names and values: in a list, or on both sides."""
    if room.listing is not None:
        listed = tuple(
            Listed(part.row, ink, bool(lit) and part.row.key not in lit)
            for part, ink in zip(parts, inks, strict=True)
        )
        return drawn_list(listed, room.listing, setting, sweep)
    if room.tags is None:
        return []
    return drawn_tags(Told(parts, lit, not lit), room.ring, room.tags, setting, sweep)
