"""How wide text is, told to the core by the very outlines that are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.stage.fonts.glyphs import EM, Lines

if TYPE_CHECKING:
    from kiosk.theme import TextStyle


class QtMeasure:
    """The `Measure` of the program's own faces. Safe to use from several threads.

    lines: the shaped lines, shared with the painter.
    """

    def __init__(self, lines: Lines | None = None) -> None:
        self.lines = lines or Lines()

    def advance(self, text: str, style: TextStyle) -> float:
        """The width of one line of `text` in logical units, growing linearly with the size."""
        return self.lines.line(text, style).advance * style.size / EM
