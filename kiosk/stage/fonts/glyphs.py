"""One line of text as an outline, the same for measuring and painting at every size.

Painting outlines rather than Qt's cached glyphs gives text that is equally sharp at any scale,
moves without jumps when its size is animated, may be shaped in any thread, and is as fast.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QTextLayout, QTextOption

from kiosk.stage.fonts.faces import chinese_font_of, font_of
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFont, QGlyphRun

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


# Marks that Latin faces have too. An apostrophe stands between letters; else it is a quote.
_CHINESE_MARKS = re.compile(r"[“”‘…·]|(?<![A-Za-z])’|’(?![A-Za-z])")


def shaped(text: str, font: QFont, chinese: QFont | None = None) -> Line:
    """`text` in `font`, which has `EM` pixels an em.

    It runs from the left or from the right, as it begins. chinese: the font of quotes and
    dots in Chinese text.
    """
    layout = _laid_out(text, font, chinese)
    if layout.lineCount() == 0:
        return Line((), 0.0, QRectF())
    line = layout.lineAt(0)
    baseline = QPointF(0.0, line.ascent())
    glyphs: list[QPainterPath] = []
    ink = QRectF()
    for run in line.glyphRuns():
        raw = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            outline = raw.pathForGlyph(glyph).translated(place - baseline)
            outline.setFillRule(Qt.FillRule.WindingFill)
            glyphs.append(outline)
            ink |= outline.boundingRect()
    return Line(tuple(glyphs), line.horizontalAdvance(), ink)


def runs_of(text: str, font: QFont, chinese: QFont | None = None) -> tuple[list[QGlyphRun], float]:
    """The glyphs of `text` as `shaped` places them, for what paints text; and its ascent."""
    layout = _laid_out(text, font, chinese)
    if layout.lineCount() == 0:
        return [], 0.0
    line = layout.lineAt(0)
    return line.glyphRuns(), line.ascent()


def clusters_of(
    text: str, font: QFont, chinese: QFont | None = None
) -> list[tuple[str, list[QGlyphRun]]]:
    """The smallest stretches of `text` with glyphs of their own, such as a letter with its accent.

    Asked for one by one, as Qt's own account of a run is wrong where a line has several fonts.
    """
    layout = _laid_out(text, font, chinese)
    if layout.lineCount() == 0:
        return []
    line, units = layout.lineAt(0), text.encode("utf-16-le")
    starts: list[int] = []
    runs: list[list[QGlyphRun]] = []
    for place in range(_units(text)):
        found = line.glyphRuns(place, 1)
        if not runs or _places(found) != _places(runs[-1]):
            starts.append(place)
            runs.append(found)
    ends = [*starts[1:], _units(text)]
    said = [units[2 * start : 2 * end] for start, end in zip(starts, ends, strict=True)]
    return [(part.decode("utf-16-le"), run) for part, run in zip(said, runs, strict=True)]


def _places(runs: list[QGlyphRun]) -> list[tuple[int, float, float]]:
    """Which glyphs stand where."""
    return [
        (glyph, at.x(), at.y())
        for run in runs
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]


def _laid_out(text: str, font: QFont, chinese: QFont | None) -> QTextLayout:
    """`text` in one line, however long; in none where there is nothing to set."""
    layout = QTextLayout(text, font)
    if chinese is not None:
        layout.setFormats(_marked(text, chinese))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setCacheEnabled(False)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout


def joined(parts: Iterable[Line]) -> Line:
    """Lines one after another as one."""
    glyphs: list[QPainterPath] = []
    x, ink = 0.0, QRectF()
    for part in parts:
        glyphs += (glyph.translated(x, 0.0) for glyph in part.glyphs)
        ink |= part.ink.translated(x, 0.0)
        x += part.advance
    return Line(tuple(glyphs), x, ink)


# What figures of one width stand beside without being moved nearer.
_FIGURES = frozenset("0123456789,.%\N{MINUS SIGN}")


@lru_cache(256)
def _at_em(style: TextStyle) -> TextStyle:
    """What of `style` decides about shapes, its size apart."""
    return replace(style, size=EM, line=1.0)


def _marked(text: str, chinese: QFont) -> list[QTextLayout.FormatRange]:
    """Where `text` is set in another font."""
    ranges = []
    for found in _CHINESE_MARKS.finditer(text):
        part = QTextLayout.FormatRange()
        part.start, part.length = _units(text[: found.start()]), 1
        part.format.setFont(chinese)
        ranges.append(part)
    return ranges


def _units(text: str) -> int:
    """How long Qt counts `text`: characters beyond the first plane are two."""
    return len(text.encode("utf-16-le")) // 2


def parts_of(text: str, style: TextStyle) -> Sequence[str]:
    """What of `text` is shaped by itself: each of the figures that have one width, else all."""
    is_figures = style.tabular and len(text) > 1 and _FIGURES.issuperset(text)
    return text if is_figures else (text,)


def fonts_of(style: TextStyle, brought: tuple[str, ...]) -> tuple[QFont, QFont | None]:
    """The font of `style` at `EM` pixels an em, and that of the quotes in Chinese text."""
    chinese = chinese_font_of(style, EM) if style.wide_punctuation else None
    return font_of(style, EM, brought), chinese


class Lines:
    """Shaped lines, kept as long as they are used. Safe to use from several threads.

    brought: the families of the show, for what the program's own faces lack.
    """

    def __init__(self, brought: tuple[str, ...] = ()) -> None:
        self.brought = brought
        self._lines: dict[tuple[str, TextStyle, tuple[str, ...]], Line] = {}
        self._families: dict[tuple[str, TextStyle, tuple[str, ...]], str] = {}
        self._lock = Lock()

    def line(self, text: str, style: TextStyle) -> Line:
        """`text` shaped in `style`, whatever its size."""
        brought = self.brought
        key = (text, _at_em(style), brought)
        with self._lock:
            found = self._lines.pop(key, None)
            if found is not None:
                self._lines[key] = found
                return found
        parts = parts_of(text, style)
        if len(parts) > 1:
            made = joined(self.line(part, style) for part in parts)
        else:
            made = shaped(text, *fonts_of(style, brought))
        with self._lock:
            self._lines[key] = made
            if len(self._lines) > _ROOM:
                del self._lines[next(iter(self._lines))]
        return made

    def family(self, character: str, style: TextStyle) -> str:
        """The name of the family that draws the character in `style`; empty where it is not seen.

        It is asked for letters, of which there are few.
        """
        key = (character, _at_em(style), self.brought)
        if key not in self._families:
            runs, _ = runs_of(character, *fonts_of(style, self.brought))
            self._families[key] = runs[0].rawFont().familyName() if runs else ""
        return self._families[key]
