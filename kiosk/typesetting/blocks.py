"""Text in its lines, and the labels that show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.marks import Align, Label, Marks
from kiosk.typesetting.direction import runs_from_right
from kiosk.typesetting.lines import Line
from kiosk.typesetting.lists import BULLET
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.theme import Colour, TextStyle

BEHIND_NUMBER = 0.5  # em between `1.` and its item
_QUIET = 0.7  # of its opacity, the sign before a list's item
_BULLET_IN = 0.06  # em that a bullet stands right of the side of its list

# Half of ascent minus descent, in em: how far the baseline lies below the middle of a line.
_BELOW_MIDDLE = {"serif": 0.4325, "sans": 0.3636, "display": 0.3594}
_SHARES: dict[Align, float] = {"left": 0.0, "centre": 0.5, "right": 1.0}


def baseline(style: TextStyle, top: float, line_height: float | None = None) -> float:
    """The y of the baseline of a line whose upper edge is `top`.

    line_height: logical units; that of the style by default.
    """
    height = style.size * style.line if line_height is None else line_height
    return top + height / 2 + _BELOW_MIDDLE[style.face.split("-")[0]] * style.size


def numbers(style: TextStyle) -> TextStyle:
    """The style of the numbers before a list's items."""
    return replace(style, tabular=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One line in a block. top: below the block's; share: of the size it was measured at.

    indent: how far it stands from the side where lines begin. marker: of the item that begins.
    """

    line: Line
    top: float = 0.0
    share: float = 1.0
    indent: float = 0.0
    marker: str = ""

    @property
    def width(self) -> float:
        """How far it reaches from the side."""
        return self.indent + self.line.width * self.share


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text in its lines. width: of the widest. is_whole: whether no word is wider than its box.

    column: the width in which lines that are read from right to left begin at the right.
    emphasised, accent: what emphasised words are set in; the text's own style and colour if None.
    """

    rows: tuple[Row, ...]
    style: TextStyle
    width: float
    is_whole: bool = True
    column: float = 0.0
    emphasised: TextStyle | None = None
    accent: Colour | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """What each line says."""
        return tuple(row.line.text for row in self.rows)

    @property
    def height(self) -> float:
        """The height of all lines; 0 without text."""
        return self.rows[-1].top + self.style.size * self.style.line if self.rows else 0.0

    def abridged(self, most: int) -> TextBlock:
        """The first `most` lines; the last one ends in an ellipsis where more are left out."""
        if len(self.rows) <= most:
            return self
        *rows, last = self.rows[:most]
        text = last.line.text.rstrip("，。,. ")[:-1] + "…"
        return replace(self, rows=(*rows, replace(last, line=Line(text, last.line.width))))

    def labels(
        self, key: str, x: float, top: float, colour: Colour, align: Align = "left"
    ) -> Marks:
        """A label for each line, the first with `key`, the others with `key-2` and so on.

        The other stretches of a line with emphasis have its key with `/2` and so on, and the sign
        before an item has it with `/marker`. x: where `align` holds the lines; `left` is the side
        of the column where they begin. top: of the first line's box.
        """
        first = baseline(self.style, top)
        keys = (key if number == 0 else f"{key}-{number + 1}" for number in range(len(self.rows)))
        return tuple(
            label
            for name, row in zip(keys, self.rows, strict=True)
            for label in self._row(name, row, x, first + row.top, colour, align)
        )

    def _row(
        self, key: str, row: Row, x: float, y: float, colour: Colour, align: Align
    ) -> tuple[Label, ...]:
        """The labels of one line on the baseline `y`."""
        side, at = self._held(row, x, align)
        marker = self._marker(f"{key}/marker", row, side, at, y, colour)
        at += {"left": row.indent, "centre": 0.0, "right": -row.indent}[side]
        stretches = row.line.stretches
        if len(stretches) < 2 and not any(each.is_emphasised for each in stretches):
            text = row.line.text
            return (*marker, Label(key, text, at, y, self.style, colour, side)) if text else marker
        return marker + self._stretches(key, row, side, at, y, colour)

    def _stretches(
        self, key: str, row: Row, side: Align, at: float, y: float, colour: Colour
    ) -> tuple[Label, ...]:
        """The labels of a line of several stretches, one after another as they are read."""
        from_right = runs_from_right(row.line.text)
        whole = row.line.width * row.share
        left = at - _SHARES[side] * whole
        edge: Align = "right" if from_right else "left"
        cursor, way = (left + whole, -1.0) if from_right else (left, 1.0)
        labels: list[Label] = []
        for number, each in enumerate(row.line.stretches, 1):
            style = (self.emphasised if each.is_emphasised else None) or self.style
            ink = (self.accent if each.is_emphasised else None) or colour
            name = key if number == 1 else f"{key}/{number}"
            if each.text.strip():
                labels.append(Label(name, each.text, cursor, y, style, ink, edge))
            cursor += way * each.width * row.share
        return tuple(labels)

    def _marker(
        self, key: str, row: Row, side: Align, at: float, y: float, colour: Colour
    ) -> tuple[Label, ...]:
        """The bullet or number before an item; numbers stand below each other by their points."""
        if not row.marker:
            return ()
        way = -1.0 if side == "right" else 1.0
        quiet = colour.faded(_QUIET)
        if row.marker == BULLET:
            off = _BULLET_IN * self.style.size
            return (Label(key, row.marker, at + way * off, y, self.style, quiet, side),)
        edge: Align = "left" if side == "right" else "right"
        off = row.indent - BEHIND_NUMBER * self.style.size
        return (Label(key, row.marker, at + way * off, y, numbers(self.style), quiet, edge),)

    def _held(self, row: Row, x: float, align: Align) -> tuple[Align, float]:
        """Which side of a line is held, and where; the lines of a list begin below each other."""
        begins_right = runs_from_right(row.line.text)
        if align == "left":
            return ("right", x + max(self.column, self.width)) if begins_right else ("left", x)
        if not row.indent:
            return align, x
        left = x - _SHARES[align] * self.width
        return ("right", left + self.width) if begins_right else ("left", left)
