"""Where lying bars stand: names above them while there is room, else at their left."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.typesetting.setting import Setting

# Sizes of a row, logical units; all shrink together where rows are many.
_HEAD = 64.0  # from a row's top to its bar, with the name
_TALL_HEAD = 152.0  # the same where the second figure stands above the bar
_THICK = 96.0
_REST = 72.0  # from a bar to the next row's top
_TIGHT_REST = 0.3  # the same at the least, in thicknesses of the row's bars
_TIGHT_HEADS = (1.0, 0.8, 0.6)  # the shares of its height that a head with a figure may keep
_TAIL = 8.0  # below the last bar
WITHIN = 0.25  # gap between the bars of a group, in thicknesses
VALUE_SHARE = 0.77  # of the step from value to value, at most
TITLE = 52.0  # the line of the second figure's title
_TITLE_GROWN = 1.4  # so many times as high where type has grown: names stand close below it
_LEAD = 26.0  # above the first name where there is no such line: it is no third line of the title
NAME = 40.0
_NARROW = 1100.0  # a box less wide has no room for second figures beside the bars
_NAMES, _NAMES_GROWN = 1.3, 1.1  # from name to name, in em, where rows are many
_LEFT, _LEFT_GROWN = 0.28, 0.62  # of the width, what names left of bars may take
# What few rows in a large place grow to, in multiples of the sizes above.
_TYPE_GROWN, _THICK_GROWN, _REST_GROWN = 1.25, 1.7, 3.0
_FIRM = 0.62  # of the step from row to row, what bars take where names stand left by choice
DOT = 44.0  # at most, across
_FREE = 1.25  # rows grow where the place is higher than so many times theirs


@dataclass(frozen=True, slots=True)
class LyingGrid:
    """Where the rows lie. scale: what type is multiplied with; natural: the same, not grown.

    pitch: from group to group. head: from a group's top to its first bar. thick: of a bar.
    left: where the bars' room begins. every: how many groups share one name. has_values: whether
    there is room for values at the bars' ends; without them there is an axis.
    """

    box: Box
    scale: float
    natural: float
    top: float
    pitch: float
    head: float
    thick: float
    left: float
    is_narrow: bool
    has_names_above: bool
    every: int = 1
    has_values: bool = True

    def bar_top(self, group: int, row: int) -> float:
        """The upper side of a bar."""
        return self.top + group * self.pitch + self.head + row * self.thick * (1 + WITHIN)

    def reach(self, plan: BarPlan) -> float:
        """How far a mark reaches beyond its value."""
        return self.thick / 2 if plan.marks == "dots" else 0.0


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is to be placed. bars: of the largest group. title, head: logical units or 0."""

    count: int
    bars: int
    title: float
    head: float
    is_narrow: bool
    factor: float

    def pitch(self, grown: float) -> float:
        """From row to row. grown: how far they have grown, 0 to 1."""
        block = _grown(_THICK, _THICK_GROWN, grown) * (self.bars + (self.bars - 1) * WITHIN)
        head = _grown(self.head, _TYPE_GROWN, grown)
        return (head + block + _grown(_REST, _REST_GROWN, grown)) * self.factor

    def height(self, grown: float) -> float:
        """The height of all."""
        title = _grown(self.title, _TYPE_GROWN, grown) + _TAIL
        below_last = _grown(_REST, _REST_GROWN, grown)
        return title * self.factor + self.count * self.pitch(grown) - below_last * self.factor

    def growth(self, room: float) -> float:
        """How far they grow in a place so high, 0 to 1."""
        start, end = _FREE * self.height(0.0), self.height(1.0)
        if room >= end:
            return 1.0
        return max(0.0, (room - start) / (end - start)) if end > start else 0.0


def _grown(size: float, most: float, share: float) -> float:
    """`size` on its way to `most` times itself."""
    return size * (1.0 + (most - 1.0) * share)


def lying_height(plan: BarPlan, box: Box, setting: Setting) -> float:
    """How much of the box's height the rows use."""
    return min(box.height, _rows(plan, box, setting).height(1.0))


def lying_grid(plan: BarPlan, box: Box, setting: Setting) -> LyingGrid:
    """The rows' places."""
    rows = _rows(plan, box, setting)
    factor = setting.growth
    shrink = min(1.0, box.height / rows.height(0.0))
    if plan.has_names_left:
        return _dense_grid(plan, box, rows, setting)
    if shrink * factor * NAME < setting.smallest:
        tight = _tight_grid(box, rows, setting) if setting.is_grown else None
        return tight or _dense_grid(plan, box, rows, setting)
    grown = rows.growth(box.height)
    scale = _grown(shrink, _TYPE_GROWN, grown) * factor
    return LyingGrid(
        box, scale, shrink * factor, box.y + rows.title * scale, rows.pitch(grown) * shrink,
        rows.head * scale, _grown(_THICK, _THICK_GROWN, grown) * shrink * factor, box.x,
        rows.is_narrow and rows.head == _TALL_HEAD, has_names_above=True,
    )  # fmt: skip


def _tight_grid(box: Box, rows: _Rows, setting: Setting) -> LyingGrid | None:
    """The places of rows whose type has grown and cannot shrink: bars and gaps give way to it.

    None where the bars would be too thin for their values.
    """
    scale = setting.smallest / NAME
    is_tall = rows.head == _TALL_HEAD
    heads = [rows.head * scale * share for share in (_TIGHT_HEADS if is_tall else (1.0,))]
    height = box.height - (rows.title + _TAIL) * scale
    bars = rows.bars + (rows.bars - 1) * WITHIN
    for head in heads:
        thick = (height - rows.count * head) / (
            bars * (rows.count + _TIGHT_REST * (rows.count - 1))
        )
        if thick * (1 + WITHIN) * VALUE_SHARE < setting.smallest:
            continue
        thick = min(thick, _THICK * scale)
        spare = height - rows.count * (head + thick * bars)
        rest = min(spare / max(1, rows.count - 1), _REST * scale)
        return LyingGrid(
            box, scale, scale, box.y + rows.title * scale, head + thick * bars + rest,
            head, thick, box.x, rows.is_narrow and is_tall, has_names_above=True,
        )  # fmt: skip
    return None


def _rows(plan: BarPlan, box: Box, setting: Setting) -> _Rows:
    """What is to be placed."""
    has_beside = any(is_number(row.beside) for row in plan.rows)
    has_title = plan.names_series or (has_beside and bool(plan.beside_title.versions))
    is_narrow = box.width < _NARROW
    title = TITLE * (_TITLE_GROWN if plan.names_series and setting.is_grown else 1.0)
    return _Rows(
        plan.most_groups, plan.most_bars,
        title if has_title else _LEAD, _TALL_HEAD if has_beside and is_narrow else _HEAD, is_narrow,
        setting.growth,
    )  # fmt: skip


def _dense_grid(plan: BarPlan, box: Box, rows: _Rows, setting: Setting) -> LyingGrid:
    """The places of rows too many for names above them: the names stand left of the bars."""
    readable = setting.smallest
    top = box.y + min(rows.title * setting.growth, 0.2 * box.height)
    bottom = box.bottom
    has_values = _step((bottom - top) / rows.count, rows, readable) >= readable / VALUE_SHARE
    if not has_values:
        bottom -= min(1.6 * readable, 0.2 * box.height)  # the axis
    pitch = (bottom - top) / rows.count
    every = max(1, math.ceil((_NAMES_GROWN if setting.is_grown else _NAMES) * readable / pitch))
    size = _dense_size(pitch * every, setting)
    named = plan.measured.groups if plan.others else plan.groups[::every]
    shown = [group.name.in_language(setting.language) for group in named]
    style = replace(setting.style("label"), size=size)
    widest = max((setting.measure.advance(name, style) for name in shown), default=0.0)
    share = _LEFT_GROWN if setting.is_grown else _LEFT
    left = box.x + min(widest, share * box.width) + 0.6 * size
    thick = _thickness(pitch, rows, readable)
    if plan.marks == "dots":
        thick = min(thick, DOT * setting.growth, 0.2 * max(0.0, box.right - left))
    elif plan.has_names_left:
        thick = _FIRM * pitch
    block = thick * (rows.bars + (rows.bars - 1) * WITHIN)
    return LyingGrid(
        box, size / NAME, size / NAME, top, pitch, (pitch - block) / 2, thick, left,
        is_narrow=False, has_names_above=False, every=every, has_values=has_values,
    )  # fmt: skip


def _thickness(pitch: float, rows: _Rows, readable: float) -> float:
    """How thick bars are whose rows are `pitch` apart."""
    block = pitch * (0.5 if rows.bars == 1 and pitch >= 1.6 * readable else 0.7)
    return block / (rows.bars + (rows.bars - 1) * WITHIN)


def _step(pitch: float, rows: _Rows, readable: float) -> float:
    """From one value to the next."""
    return pitch if rows.bars == 1 else _thickness(pitch, rows, readable) * (1 + WITHIN)


def _dense_size(pitch: float, setting: Setting) -> float:
    """The size of names left of bars whose rows are `pitch` apart."""
    return min(max(0.5 * pitch, setting.smallest), NAME * setting.growth, pitch)
