"""One line of text as an outline, the same for measuring and painting at every size.

Painting outlines rather than Qt's cached glyphs gives text that is equally sharp at any scale,
moves without jumps when its size is animated, may be shaped in any thread, and is as fast.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QRawFont, QTextLayout, QTextOption

from kiosk.stage.fonts import face_of, font_of

if TYPE_CHECKING:
    from kiosk.theme import TextStyle

EM = 1000
_ROOM = 600  # lines of text; some 10 KB each
_ENDLESS = 1e7


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at `EM` units an em, its origin at the left end of the baseline.

    glyphs: an outline each, in its place. advance: to where the next character would stand. ink:
    the box of what is seen.
    """

    glyphs: tuple[QPainterPath, ...]
    advance: float
    ink: QRectF

    @property
    def outline(self) -> QPainterPath:
        """All of it as one, so that strokes which meet do not show where."""
        outline = QPainterPath()
        outline.setFillRule(Qt.FillRule.WindingFill)
        for glyph in self.glyphs:
            outline.addPath(glyph)
        return outline


def shaped(text: str, style: TextStyle) -> Line:
    """`text` in `style`; its size does not matter."""
    layout = QTextLayout(text, font_of(style, EM))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setCacheEnabled(False)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        layout.endLayout()
        return Line((), 0.0, QRectF())
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    baseline = QPointF(0.0, line.ascent())
    glyphs: list[QPainterPath] = []
    ink = QRectF()
    for run in line.glyphRuns():
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            outline = font.pathForGlyph(glyph).translated(place - baseline)
            outline.setFillRule(Qt.FillRule.WindingFill)
            glyphs.append(outline)
            ink |= outline.boundingRect()
    return Line(tuple(glyphs), line.horizontalAdvance(), ink)


def missing(text: str, style: TextStyle) -> str:
    """The characters of `text` that no family of the style's face has, each once, in order."""
    first = font_of(style, EM)
    fonts = []
    for family in face_of(style.face).families:
        first.setFamilies([family])
        fonts.append(QRawFont.fromFont(first))
    return "".join(
        character
        for character in dict.fromkeys(text)
        if not character.isspace() and not any(f.supportsCharacter(ord(character)) for f in fonts)
    )


class Lines:
    """Shaped lines, kept as long as they are used. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, TextStyle], Line] = {}
        self._lock = Lock()

    def line(self, text: str, style: TextStyle) -> Line:
        """`text` shaped in `style`."""
        key = (text, replace(style, size=EM, line=1.0))
        with self._lock:
            found = self._lines.pop(key, None)
            if found is not None:
                self._lines[key] = found
                return found
        made = shaped(text, style)
        with self._lock:
            self._lines[key] = made
            if len(self._lines) > _ROOM:
                del self._lines[next(iter(self._lines))]
        return made
