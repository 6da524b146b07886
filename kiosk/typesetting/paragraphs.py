"""Sets text into boxes: lines, sizes that give way before anything is cut, baselines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.marks import Align, Label, Marks
from kiosk.typesetting.direction import runs_from_right
from kiosk.typesetting.lines import Run, broken, runs

if TYPE_CHECKING:
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Measure

SMALLEST = 26.0  # logical units an em; nothing on a 43-inch screen is smaller
_STEP = 0.05

# Half of ascent minus descent, in em: how far the baseline lies below the middle of a line.
_BELOW_MIDDLE = {"serif": 0.4325, "sans": 0.3636, "display": 0.3594}


def baseline(style: TextStyle, top: float, line_height: float | None = None) -> float:
    """The y of the baseline of a line whose upper edge is `top`.

    line_height: logical units; that of the style by default.
    """
    height = style.size * style.line if line_height is None else line_height
    return top + height / 2 + _BELOW_MIDDLE[style.face.split("-")[0]] * style.size


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text in its lines. width: of the widest. is_whole: whether no word is wider than its box.

    column: the width in which lines that are read from right to left begin at the right.
    """

    lines: tuple[str, ...]
    style: TextStyle
    width: float
    is_whole: bool = True
    column: float = 0.0

    @property
    def height(self) -> float:
        """The height of all lines; 0 without text."""
        return len(self.lines) * self.style.size * self.style.line

    def labels(
        self, key: str, x: float, top: float, colour: Colour, align: Align = "left"
    ) -> Marks:
        """One label a line, the first with `key`, the others with `key-2` and so on.

        x: where `align` holds the lines; `left` is the side of the column where they begin. top:
        of the first line's box.
        """
        step = self.style.size * self.style.line
        first = baseline(self.style, top)
        return tuple(
            Label(
                key if row == 0 else f"{key}-{row + 1}",
                line, at, first + row * step, self.style, colour, side,
            )
            for row, line in enumerate(self.lines)
            if line
            for side, at in (self._held(line, x, align),)
        )  # fmt: skip

    def _held(self, line: str, x: float, align: Align) -> tuple[Align, float]:
        """Which side of `line` is held, and where."""
        begins_right = align == "left" and runs_from_right(line)
        return ("right", x + max(self.column, self.width)) if begins_right else (align, x)


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that is to be set. limit: the share of its size that it may be shrunk to.

    It goes beyond that only where it would lie over something else. smallest: the size in logical
    units that it is never shrunk below. is_balanced: its lines are
    about equally long, as a title's.
    """

    text: str
    style: TextStyle
    limit: float = 0.8
    smallest: float = SMALLEST
    is_balanced: bool = False

    def least_share(self, *, is_pressed: bool) -> float:
        """The share of its size that it is not shrunk below; is_pressed: not even in need."""
        readable = min(1.0, self.smallest / self.style.size)
        return readable if is_pressed else max(self.limit, readable)


def title_copy(text: str, style: TextStyle, smallest: float = SMALLEST) -> Copy:
    """A title: balanced lines, and down to 70 % where there is no room."""
    return Copy(text, style, 0.7, smallest, is_balanced=True)


@dataclass(frozen=True, slots=True)
class MeasuredCopy:
    """A copy and its pieces' widths, measured once for all sizes (widths grow with the size)."""

    copy: Copy
    paragraphs: tuple[Run, ...]
    measure: Measure

    def block(self, share: float, width: float, *, is_pressed: bool = False) -> TextBlock:
        """The text at `share` of its size, or the least it allows, in lines of `width`.

        is_pressed: in need, it is shrunk beyond its limit.
        """
        if not self.copy.text.strip():
            return TextBlock((), self.copy.style, 0.0)
        least = self.copy.least_share(is_pressed=is_pressed)
        share = max(share, least)
        room = width / share
        paragraphs = self.paragraphs
        is_whole = all(run.widest <= room for run in paragraphs)
        if not is_whole and share == least:
            paragraphs = _runs("\n".join(run.splintered(room) for run in paragraphs), self)
        lines = [
            line
            for run in paragraphs
            for line in broken(run, room, is_balanced=self.copy.is_balanced)
        ]
        style = replace(self.copy.style, size=self.copy.style.size * share)
        widest = max(line.width for line in lines) * share
        return TextBlock(tuple(line.text for line in lines), style, widest, is_whole, width)


def _runs(text: str, of: MeasuredCopy) -> tuple[Run, ...]:
    """The paragraphs of `text`, measured in the style of `of`."""
    return runs(text, lambda piece: of.measure.advance(piece, of.copy.style))


def measured(copy: Copy, measure: Measure) -> MeasuredCopy:
    """`copy`, measured."""
    empty = MeasuredCopy(copy, (), measure)
    return replace(empty, paragraphs=_runs(copy.text, empty))


def shares() -> tuple[float, ...]:
    """The shares of their sizes at which texts are tried, from 1 down."""
    return tuple(round(1.0 - _STEP * step, 2) for step in range(15))


def set_text(copy: Copy, width: float, height: float, measure: Measure) -> TextBlock:
    """`copy` as large as it fits into `width` and `height`; at its limit where it never does."""
    ready = measured(copy, measure)
    for share in shares():
        block = ready.block(share, width, is_pressed=share < copy.limit)
        if block.is_whole and block.height <= height:
            return block
    return ready.block(0.0, width, is_pressed=True)
