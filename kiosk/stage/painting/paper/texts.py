"""Text on paper: glyphs of fonts that go with the file, and what each of them means.

What is written beside a glyph decides what is found and copied. Qt derives it from the font, which
tells nothing of figures of one width and other forms that features put in place of the usual ones;
here the characters of the text are told. Glyphs lie from left to right whichever way their text
runs, as readers expect; of a ligature in Arabic some of those turn the letters round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from kiosk.marks import Figure, Label, figure_text
from kiosk.stage.fonts.glyphs import EM, clusters_of, fonts_of, parts_of, runs_of
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.painting.texts import SHARES

if TYPE_CHECKING:
    from PySide6.QtGui import QGlyphRun, QPainter

    from kiosk.stage.device import Device
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.theme import TextStyle


class PaperTexts:
    """Text on one device of paper.

    meanings: of each font, in the order of their first use, the characters that each of its glyphs
    stands for, in the order of their first use; Qt numbers both alike.
    """

    def __init__(self, device: Device, lines: Lines) -> None:
        self._device = device
        self._lines = lines
        # By a table of the font's file, which tells it from others: one weight may stand for many.
        self._meanings: dict[bytes, dict[int, str]] = {}

    @property
    def meanings(self) -> tuple[tuple[str, ...], ...]:
        """What the glyphs stand for; see above."""
        return tuple(tuple(glyphs.values()) for glyphs in self._meanings.values())

    def paint(self, painter: QPainter, mark: Label | Figure) -> None:
        """Paints `mark` at its colour's own opacity."""
        text = mark.text if isinstance(mark, Label) else figure_text(mark)
        advance = self._lines.line(text, mark.style).advance * mark.style.size / EM
        left = mark.x - SHARES[mark.align] * advance
        scale = mark.style.size * self._device.scale / EM
        painter.setBrush(Qt.BrushStyle.NoBrush)  # else that of the mark before is written again
        painter.save()
        painter.translate(self._device.pixel(left), self._device.pixel(mark.y))
        painter.scale(scale, scale)
        painter.setPen(QPen(qcolor(mark.colour)))
        for run in self._runs(text, mark.style):
            painter.drawGlyphRun(QPointF(0.0, 0.0), run)
        painter.restore()

    def _runs(self, text: str, style: TextStyle) -> list[QGlyphRun]:
        """The glyphs of `text` where they stand from the beginning of its baseline.

        Figures of one width are shaped one by one, and yet they are one word.
        """
        runs: list[QGlyphRun] = []
        x = 0.0
        for part in parts_of(text, style):
            found, ascent = runs_of(part, *fonts_of(style, self._lines.brought))
            for run in found:
                if run.isRightToLeft():
                    run.setGlyphIndexes(run.glyphIndexes()[::-1])
                    run.setPositions(run.positions()[::-1])
            self._learn(part, style, found)
            for run in found:
                run.setPositions([at + QPointF(x, -ascent) for at in run.positions()])
            runs += found
            x += self._lines.line(part, style).advance
        return _joined(runs)

    def _learn(self, text: str, style: TextStyle, runs: list[QGlyphRun]) -> None:
        """Notes what the glyphs of `text` stand for."""
        glyphs = [(_table_of(run), glyph) for run in runs for glyph in run.glyphIndexes()]
        is_plain = len(glyphs) == len(text) and not any(run.isRightToLeft() for run in runs)
        said = dict(zip(glyphs, text, strict=True)) if is_plain else self._told(text, style)
        for table, glyph in glyphs:
            known = self._meanings.setdefault(table, {})
            if glyph and not known.get(glyph):  # 0 is what a font shows for what it lacks
                known[glyph] = said.get((table, glyph), "")

    def _told(self, text: str, style: TextStyle) -> dict[tuple[bytes, int], str]:
        """What the glyphs of `text` stand for, each with its font, where they are not its letters.

        Of several glyphs each is one character, and the last is all that are left, as a ligature
        is. What nobody sees, such as a sign for the direction, is nothing.
        """
        told: dict[tuple[bytes, int], str] = {}
        for part, runs in clusters_of(text, *fonts_of(style, self._lines.brought)):
            glyphs = [(_table_of(run), glyph) for run in runs for glyph in run.glyphIndexes()]
            signs = [sign for sign in normalize("NFC", part) if category(sign) != "Cf"]
            for number, glyph in enumerate(glyphs, start=1):
                meaning = signs[number - 1 : None if number == len(glyphs) else number]
                told[glyph] = told.get(glyph) or "".join(meaning)
        return told


def _table_of(run: QGlyphRun) -> bytes:
    """What tells the font of a run from others."""
    return bytes(run.rawFont().fontTable("head").data())


def _joined(runs: list[QGlyphRun]) -> list[QGlyphRun]:
    """The runs, neighbours in one font as one."""
    joined: list[QGlyphRun] = []
    for run in runs:
        if joined and joined[-1].rawFont() == run.rawFont():
            last = joined[-1]
            last.setPositions([*last.positions(), *run.positions()])
            last.setGlyphIndexes([*last.glyphIndexes(), *run.glyphIndexes()])
        else:
            joined.append(run)
    return joined
