"""How far something has come, on a ring."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.charts.base import Chart
from kiosk.charts.doubts import Doubt, below_zero, doubts_about
from kiosk.charts.drawing import scene
from kiosk.charts.figures import is_number
from kiosk.charts.reading import Reading
from kiosk.charts.rings.circles import Told, drawn_circles
from kiosk.charts.rings.dial import (
    BEYOND,
    Arc,
    Dial,
    Target,
    drawn_arcs,
    drawn_ends,
    drawn_target,
    foot_height,
)
from kiosk.charts.rings.middle import Hole, Middle, drawn_middle
from kiosk.charts.rings.tags import Ring
from kiosk.charts.rows import (
    BarColumns,
    BarRow,
    bar_rows,
    in_key,
    row_readings,
    says,
    unique_keys,
)
from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.data.table import Table
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_SWEEP_S = 1.2
_THICK = 0.17  # of the radius
_AIR = 0.06  # of the radius, between the ring and what stands in it
_TARGET = 2.2  # room around a ring for its target, in em of the smallest type
_QUARTER = 0.25
_HUNDRED = 100.0
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_KEY = "mark/value"
_TARGET_WORD = Text((("zh", "目标"), ("en", "Target")))


@dataclass(frozen=True, kw_only=True)
class Gauge(Chart):
    """Shows how far a value has come towards its largest, on a half ring or a ring.

    `value` is one figure, which stands in its middle; rows of data that have names are rings around
    each other. One row alone is a figure too, and so is the last of rows without names, as data
    that goes on has them: `data: {csv: live/tank.csv}`, `y: level`.
    """

    chinese: ClassVar[str] = "仪表：在半环或圆环上表示数值离满值还有多远。"
    small_shape: ClassVar[float] = 1.0

    value: Quantity | None = option(
        "The figure: `$fact`, or a number; left out where it is in `data`.",
        None,
        zh="数值：`$fact` 或一个数；数值在 `data` 里时不写。",
    )
    label: Text = option("What the figure is.", NO_TEXT, zh="这个数值是什么。")
    max: Quantity | None = option(
        "The value of a full ring; otherwise 100 of percentages, else the next round number.",
        None,
        zh="满环的数值；不写时百分比为 100，其他为下一个整数。",
    )
    target: Quantity | None = option(
        "A value to be reached, as a tick across the ring.",
        None,
        zh="目标值，以横跨圆环的短线表示。",
    )
    target_label: Text = option(
        "What stands before the target's value.", _TARGET_WORD, zh="写在目标值前面的词。"
    )
    shape: Literal["half", "ring"] = option(
        "`half`, or `ring`: a whole one that fills from the top, as rows of data always are.",
        "half",
        zh="`half` 为半环；`ring` 为从顶部开始填充的整环，多行数据总是如此。",
    )
    x: Column | None = option(
        "The column with the rings' names; left out, there is one, of the last row's value.",
        None,
        zh="各环名称所在的列；不写时只有一环，用最后一行的值。",
    )
    y: Column | None = option(
        "The column with their values.", None, zh="数值所在的列。", cells="numbers"
    )
    highlight: str = option(
        "The name of the ring in the accent; the others are then quiet.",
        "",
        zh="用强调色显示的那一环的名称；其余各环变淡。",
        names_row_of=("x",),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The ring filling up while its figure counts."""
        sweep = Timing(0.0, self.enter.duration_s or _SWEEP_S)
        if not self._is_one:
            return self._circles(box, setting, sweep)
        value = self._one()
        dial = self._dial(box, setting)
        most = self._most()
        share = _share(value, most)
        pieces = drawn_arcs((Arc(_KEY, dial, share, setting.accent),), setting, sweep)
        ring = dial.ring
        is_half = self.shape == "half"
        hole = Hole(ring.x, ring.y, ring.inner - _AIR * ring.outer, is_half)
        if value is not None:
            middle = Middle("value", value, self._name())
            pieces += drawn_middle(middle, hole, setting, sweep.duration_s)
        if is_half:
            like = value or Quantity(0.0)
            unit = replace(like, value=0.0, decimals=0, bound="exact", text="", is_signed=False)
            full = replace(unit, value=most, decimals=_decimals(most))
            pieces += drawn_ends(dial, unit, full, box, setting)
        if is_number(self.target) and self.target is not None:
            words = self.target_label.in_language(setting.language)
            told = Target(_share(self.target, most), self.target, words)
            pieces += drawn_target(told, dial, box, setting, 0.6 * sweep.duration_s)
        return scene(pieces)

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of the ring."""
        if not self._is_one:
            return min(box.height, box.width)
        ring = self._dial(box, setting).ring
        foot = foot_height(setting) if self.shape == "half" else ring.outer
        return min(box.height, ring.y + foot + self._around(box, setting) / 4 - box.y)

    def doubts(self) -> tuple[Doubt, ...]:
        """About what its ring cannot show."""
        if self.value is None and self.y is None:
            what = phrase("the chart has no figure")
            return (Doubt(what, phrase("write 'value:', or 'data:' with 'x:' and 'y:'")),)
        most = self._most()
        beyond = phrase("the figure is more than a full ring, and is shown as one")
        larger = phrase("write a larger 'max'")
        below = phrase("this chart has no place for a number below zero, and leaves it out")
        positive = phrase("write a number from zero on")
        named = (("value", self.value), ("target", self.target))
        known = [(field, one.value) for field, one in named if one and is_number(one)]
        return (
            *(Doubt(beyond, larger, field) for field, value in known if value > most),
            *(Doubt(below, positive, field) for field, value in known if value < 0.0),
            *doubts_about(self.data, "y", self.y, lambda value: value > most, beyond, larger),
            *below_zero(self.data, "y", self.y),
        )

    def readings(self) -> Mapping[str, Reading]:
        """Each ring with its value."""
        if not self._is_one:
            return row_readings(self._rows(self.data))
        value = self._one()
        return {} if value is None else {_KEY: Reading(self._name(), value)}

    @property
    def _is_one(self) -> bool:
        """Whether there is one ring: of `value`, of rows without names, or of one row alone.

        Of small charts none has more rows than one, or all are rings around each other.
        """
        if self.value is not None or not self.x:
            return self.value is not None or self.y is not None
        counts = [len(self._rows(part)) for part in (self.data, *self.data.siblings())]
        return max(counts) == 1

    def _one(self) -> Quantity | None:
        """The figure of the one ring: of rows the last one; None where there is none yet."""
        if self.value is not None:
            return self.value
        known = (row.quantity for row in reversed(self._rows(self.data)) if is_number(row.quantity))
        return next(known, None)

    def _name(self) -> Text:
        """What stands with the figure; of small charts, whose names stand over them, no row's."""
        rows = self._rows(self.data) if self.value is None and self.data.whole is None else ()
        return self.label if self.label.versions or len(rows) != 1 else rows[0].name

    def _rows(self, table: Table) -> tuple[BarRow, ...]:
        """The rows of a table."""
        return bar_rows(table, BarColumns(self.x or "", self.y or ""))

    def _rings(self) -> tuple[BarRow, ...]:
        """The rows, and in a small chart each name at the place that it has in all of them."""
        rows = self._rows(self.data)
        if self.data.whole is None:
            return rows
        own = {row.name: row for row in rows}
        names = dict.fromkeys(row.name for row in self._rows(self.data.whole))
        keys = unique_keys([in_key(name) for name in names])
        return tuple(
            own.get(name, BarRow(f"{key}/none", name, NO_TEXT, None, None))
            for key, name in zip(keys, names, strict=True)
        )

    def _circles(self, box: Box, setting: Setting, sweep: Timing) -> Scene:
        """The rows as rings around each other."""
        rows = self._rings()
        most = self._most()
        every = self._rows(self.data.every)
        lit = {row.key for row in (*rows, *every) if says(row.name, self.highlight)}
        told = tuple(
            Told(
                row,
                _share(row.quantity, most),
                setting.accent if not lit or row.key in lit else setting.theme.quiet_series,
                bool(lit) and row.key not in lit,
            )
            for row in rows
        )
        radius = min(box.width, box.height) / 2
        ring = Ring(box.centre.x, box.y + radius, radius)
        return scene(drawn_circles(told, ring, box, setting, sweep))

    def _dial(self, box: Box, setting: Setting) -> Dial:
        """Where the ring of one value lies."""
        around = self._around(box, setting)
        wide = max(0.0, box.width - (2 * BEYOND if around else 0.0))
        if self.shape == "ring":
            radius = min(wide, max(0.0, box.height - 2 * around)) / 2
            ring = Ring(box.centre.x, box.y + around + radius, radius, (1 - _THICK) * radius)
            return Dial(ring, 0.0, 1.0)
        high = max(0.0, box.height - around - foot_height(setting))
        radius = min(wide / 2, high)
        ring = Ring(box.centre.x, box.y + around + radius, radius, (1 - _THICK) * radius)
        return Dial(ring, -_QUARTER, _QUARTER)

    def _around(self, box: Box, setting: Setting) -> float:
        """The room around a ring that its target takes."""
        return min(_TARGET * setting.smallest, box.height / 4) if self.target is not None else 0.0

    def _most(self) -> float:
        """The value of a full ring; above zero."""
        if self.max is not None and is_number(self.max) and self.max.value > 0.0:
            return self.max.value
        rows = self._rows(self.data.every) if self.value is None else ()
        values = (self.value, self.target, *(row.quantity for row in rows))
        shown = [one for one in values if one is not None and is_number(one)]
        largest = max((one.value for one in shown), default=0.0)
        if largest <= _HUNDRED and any(_is_percent(one) for one in shown):
            return _HUNDRED
        return _next_round(largest)


def _is_percent(quantity: Quantity) -> bool:
    """Whether it is a share in hundredths."""
    return any(name == "%" for _, name in quantity.unit.name.versions)


def _next_round(value: float) -> float:
    """The least round number that is not below `value`; 1 where that is not above zero."""
    if value <= 0.0:
        return 1.0
    power = 10.0 ** max(-300, math.floor(math.log10(value)))
    return next((one * power for one in _ROUND if one * power >= value), value)


def _decimals(value: float) -> int:
    """The decimals that a round number is written with."""
    return next((n for n in range(6) if math.isclose(round(value, n), value)), 6)


def _share(quantity: Quantity | None, most: float) -> float:
    """Of a full ring, 0 to 1; nothing where there is no number."""
    if quantity is None or not is_number(quantity):
        return 0.0
    return max(0.0, min(1.0, quantity.value / most))
