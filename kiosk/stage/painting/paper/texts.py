"""Text on paper: glyphs of fonts that go with the file, and what each of them means.

What is written beside a glyph decides what is found and copied. Qt derives it from the font, which
tells nothing of figures of one width and other forms that features put in place of the usual ones;
here the characters of the text are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from kiosk.marks import Figure, Label, figure_text
from kiosk.stage.glyphs import EM, fonts_of, parts_of, runs_of
from kiosk.stage.painting.colours import qcolor
from kiosk.stage.painting.texts import SHARES

if TYPE_CHECKING:
    from PySide6.QtGui import QGlyphRun, QPainter, QRawFont

    from kiosk.stage.device import Device
    from kiosk.stage.glyphs import Lines
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
            self._learn(part, found)
            for run in found:
                run.setPositions([at + QPointF(x, -ascent) for at in run.positions()])
            runs += found
            x += self._lines.line(part, style).advance
        return _joined(runs)

    def _learn(self, text: str, runs: list[QGlyphRun]) -> None:
        """Notes what the glyphs of `text` stand for, an accent together with its letter."""
        text = normalize("NFC", text)
        fonts = [run.rawFont() for run in runs for _ in run.glyphIndexes()]
        glyphs = [glyph for run in runs for glyph in run.glyphIndexes()]
        if len(glyphs) == len(text) and not any(run.isRightToLeft() for run in runs):
            meanings = [*text]
        else:
            apart = text + normalize("NFD", text)
            meanings = _aligned(text, glyphs, [_usual(font, apart) for font in fonts])
        for font, glyph, meaning in zip(fonts, glyphs, meanings, strict=True):
            known = self._meanings.setdefault(bytes(font.fontTable("head").data()), {})
            if glyph and not known.get(glyph):  # 0 is what a font shows for what it lacks
                known[glyph] = meaning


def _aligned(text: str, glyphs: list[int], usual: list[dict[int, str]]) -> list[str]:
    """What glyphs stand for that are more or fewer than the characters.

    One that is usual for no character, such as a long dash for two, stands for all up to the next
    that is. usual: of each glyph's font, the characters of the text by their glyphs.
    """
    signs = [known.get(glyph, "") for glyph, known in zip(glyphs, usual, strict=True)]
    meanings, place = [], 0
    for sign, after in zip(signs, [*signs[1:], ""], strict=True):
        end = text.find(sign or after, place) if sign or after else -1
        meanings.append(sign or text[place : max(place, end)])
        place = max(place, end + 1 if sign else end)
    return meanings


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


def _usual(font: QRawFont, text: str) -> dict[int, str]:
    """The characters of `text` by the glyphs that `font` has for them, features apart."""
    return {glyph: sign for sign in text for glyph in font.glyphIndexesForString(sign)[:1]}
