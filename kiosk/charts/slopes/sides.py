"""What stands left and right of slopes: names and values, none over another."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.figures import FigureForm, common_unit, fitted_figure
from kiosk.charts.labels import fitted
from kiosk.charts.lines.spacing import Slot, are_too_many, spaced
from kiosk.data.quantity import Quantity, printed
from kiosk.marks import Figure, Label
from kiosk.theme import text_style
from kiosk.typesetting import limits
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.figures import SetFigure
    from kiosk.charts.slopes.tracks import Track
    from kiosk.geometry import Box
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_ROOM = {"landscape": 0.3, "portrait": 0.34}  # of the width, what a side may take
LINE = 1.1  # from one line to the next, in em
_ABOVE, _BELOW = 0.57, 0.53  # of a line, from its letters' middle, in em
_NEXT = 0.55  # between a value and a name, in em
_LEAST_NAME = 2.0  # what a name needs beside its value, in em
_LIT_WEIGHT = 40.0  # the lit one yields so much less than the others
_SIGNS = frozenset({"%", "‰", "°"})
_FEW = 3  # things whose values all say their unit

SideName = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Mention:
    """What stands beside one end: its value and its name, each from x = 0, their baseline at 0."""

    key: str
    is_lit: bool
    figure: SetFigure
    name: Label | None
    name_width: float
    size: float

    @property
    def width(self) -> float:
        """Of both, with the room between them."""
        return self.figure.width + (_NEXT * self.size + self.name_width if self.name else 0.0)

    @property
    def gap(self) -> float:
        """Between the value and the name."""
        return _NEXT * self.size


@dataclass(frozen=True, slots=True)
class Side:
    """All that stands on one side. width: of the widest."""

    mentions: tuple[Mention, ...]
    size: float

    @property
    def width(self) -> float:
        """Of the widest of them."""
        return max((mention.width for mention in self.mentions), default=0.0)


def sides_of(
    rows: Sequence[Track], last: int, box: Box, inner: Box, setting: Setting, *, is_small: bool
) -> tuple[Side, Side]:
    """What stands beside the first moment and the last one, names and values all in one size.

    The slopes are in `inner`'s height. As small as can be read where not all have room, or where
    `is_small` asks for that; a name that is longer even so is cut.
    """

    def found(most: float) -> tuple[Side, Side]:
        return (
            _side_of(rows, 0, "left", box, inner, setting, is_small=is_small, most=most),
            _side_of(
                rows if last else (), last, "right", box, inner, setting,
                is_small=is_small, most=most,
            ),
        )  # fmt: skip

    sides = found(math.inf)
    sizes = [
        (one.name.style.size, one.size)
        for side in sides
        for one in side.mentions
        if one.name is not None
    ]
    if all(size == whole for size, whole in sizes):
        return sides
    least = max(setting.smallest, limits.NAME * setting.style("label").size)
    return found(max(least, min(size for size, _ in sizes)))


def _side_of(
    rows: Sequence[Track], at: int, name: SideName, box: Box, inner: Box, setting: Setting, *,
    is_small: bool, most: float,
) -> Side:  # fmt: skip
    """What stands beside the moment `at`. most: the size; names that are longer are cut."""
    shown = [row for row in rows if row.values[at] is not None]
    style = setting.style("label")
    least = min(style.size, setting.smallest)
    slots = [Slot(row.key, 0.0, _ABOVE * style.size, _BELOW * style.size) for row in shown]
    is_small = is_small or are_too_many(slots, inner.y, inner.bottom, 0.0)
    size = least if is_small else style.size
    size = min(size, inner.height / 2, most)
    count = int(inner.height / (LINE * size))
    shown = [*shown[:count], *(row for row in shown[count:] if row.is_lit)]
    style = replace(style, size=size)
    room = _ROOM[setting.shape] * box.width
    first = rows[-1].key if any(row.is_lit for row in rows) else None
    mentions = [
        _mention(
            row, at, name, style, room, setting,
            has_unit=len(rows) <= _FEW or first is None or row.key == first,
            is_quiet=first is not None and not row.is_lit,
            may_shrink=most == math.inf,
        )
        for row in shown
    ]  # fmt: skip
    return Side(tuple(mentions), size)


def _mention(
    row: Track, at: int, name: SideName, style: TextStyle, room: float, setting: Setting, *,
    has_unit: bool, is_quiet: bool, may_shrink: bool,
) -> Mention:  # fmt: skip
    """The value and the name of one thing; the value counts from the first one to the last."""
    value = row.values[at] or Quantity(0.0)
    theme = setting.theme
    ink = theme.quiet if is_quiet else theme.text
    digits = replace(text_style("value", setting.language), size=style.size, spacing=0.0)
    is_sign = common_unit([value], setting.language) in _SIGNS
    form = FigureForm(
        digits, ink, setting.style("caption"), theme.quiet, unit_size=0.75,
        has_unit=has_unit or is_sign,
    )  # fmt: skip
    end = row.key if name == "right" else f"{row.key}/first"
    figure, form = fitted_figure(f"value/{end}", value, form, setting, room)
    if name == "right":
        figure = _counting_from(row.first, value, figure, setting.language)
    said = row.name.in_language(setting.language)
    free = room - figure.width - _NEXT * style.size
    lines, set_in = fitted(said, style, free, setting, may_shrink=may_shrink)
    if not lines or free < _LEAST_NAME * style.size:
        return Mention(row.key, row.is_lit, figure, None, 0.0, style.size)
    label = Label(f"name/{end}", lines[0], 0.0, 0.0, set_in, ink)
    wide = setting.measure.advance(lines[0], set_in)
    return Mention(row.key, row.is_lit, figure, label, wide, style.size)


def _counting_from(first: Quantity, last: Quantity, figure: SetFigure, language: str) -> SetFigure:
    """The figure, counting from the first value where that is printed in the same unit."""
    start, end = printed(first, language), printed(last, language)
    value = start.value if start.unit == end.unit and not start.text else end.value
    marks = (replace(m, value=value) if isinstance(m, Figure) else m for m in figure.full)
    return replace(figure, empty=tuple(marks))


def heights_of(side: Side, wanted: dict[str, float], inner: Box) -> dict[str, float]:
    """The heights of the letters' middles so that none meets another, by key."""
    slots = [
        Slot(
            one.key, wanted[one.key], _ABOVE * one.size, _BELOW * one.size,
            _LIT_WEIGHT if one.is_lit else 1.0,
        )
        for one in side.mentions
    ]  # fmt: skip
    return spaced(slots, inner.y, inner.bottom, 0.0)
