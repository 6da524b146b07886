"""The caption of a picture: its words in a row with bars between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.marks import Label, Shape
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.direction import runs_from_right
from kiosk.typesetting.lines import Line, broken, runs
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.marks import Mark, Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_BAR_GAP = 18.0  # logical units to either side of a bar
_BAR = 2.0  # its width
_BAR_HEIGHT, _BAR_DEPTH = 24.0, 3.0  # of which below the baseline
_BETWEEN = 2 * _BAR_GAP + _BAR


@dataclass(frozen=True, slots=True)
class Caption:
    """Rows of words; where they do not fit beside each other they stand below each other."""

    rows: tuple[tuple[Line, ...], ...]
    style: TextStyle

    @property
    def height(self) -> float:
        """The height of all rows."""
        return len(self.rows) * self.style.size * self.style.line

    @property
    def width(self) -> float:
        """The width of the widest row."""
        return max(map(_row_width, self.rows), default=0.0)

    def marks(self, x: float, top: float, colour: Colour, *, to_the_right: bool) -> Marks:
        """Labels `caption-1` and on, with bars; rows begin at `x`, or else end there.

        What is read from right to left begins at the right side of all rows, its first word too.
        """
        marks: list[Mark] = []
        from_right = any(runs_from_right(row[0].text) for row in self.rows[:1])
        left = x if to_the_right else x - self.width
        step = self.style.size * self.style.line
        for number, row in enumerate(self.rows):
            y = baseline(self.style, top + number * step)
            at = x if to_the_right else x - _row_width(row)
            if from_right:
                at = left + self.width - _row_width(row)
            for place, word in enumerate(reversed(row) if from_right else row):
                if place:
                    bar = f"M0,{_BAR_DEPTH - _BAR_HEIGHT} h{_BAR} v{_BAR_HEIGHT} h-{_BAR} Z"
                    key = f"caption-bar-{number + 1}-{place}"
                    marks.append(Shape(key, bar, at - _BAR_GAP - _BAR, y, fill=colour, opacity=0.5))
                marks.append(
                    Label(f"caption-{number + 1}-{place + 1}", word.text, at, y, self.style, colour)
                )
                at += word.width + _BETWEEN
        return tuple(marks)


def caption(words: tuple[str, ...], room: float, setting: Setting) -> Caption:
    """`words` in rows of `room` logical units at most."""
    style = setting.style("caption")
    rows: list[tuple[Line, ...]] = []
    for word in words:
        first, *more = _lines(word, room, style, setting)
        if rows and _row_width((*rows[-1], first)) <= room:
            rows[-1] = (*rows[-1], first)
        else:
            rows.append((first,))
        rows += [(line,) for line in more]
    return Caption(tuple(rows), style)


def _lines(word: str, room: float, style: TextStyle, setting: Setting) -> list[Line]:
    """The lines of one word of a caption, which may be a whole sentence."""
    found = runs(word, lambda piece: setting.measure.advance(piece, style))
    return [line for run in found for line in broken(run, room)]


def _row_width(row: tuple[Line, ...]) -> float:
    """How wide the words of a row are with the bars between them."""
    return sum(word.width for word in row) + _BETWEEN * (len(row) - 1)
