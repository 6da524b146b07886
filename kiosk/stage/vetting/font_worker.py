"""A process that draws with one font, which may be its death: its file comes in.

    python -m kiosk.stage.vetting.font_worker SECONDS < font.ttf

Longer than those seconds of processor time it does not work. Out go the font's families, a line
each, and as its exit status one of `Status`; any other says that the font has ended the process.
"""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from kiosk.stage.app import application
from kiosk.stage.vetting.workers import limit

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QRawFont

# Characters whose outlines are looked at, and that are set in lines; of more, some of all parts.
MOST_OUTLINES, MOST_SHAPED = 8000, 1000
MOST_PARTS = 50_000  # of one outline
WIDEST_EM = 40.0  # the widest honest glyph, a line of the Koran, has 11
_EM = 1000
_SIZES = (26, 72, 320)
_WEIGHTS = ((400, 1), (300, 9), (700, 9))  # and of how many lines one is drawn so
_LINE = 40
_LAST = 0x30000
# What a text may hold that the font has no glyph for.
_STRANGERS = (
    "\0",
    "\t",
    "Ag 0123 渝北",
    "שלום عالم",
    "\uf020\uf041",
    "\U0001f600\u200d",
    "a\u0301",
)


class Status(IntEnum):
    """What became of the font. Python ends with 1 and 2 by itself."""

    FINE = 0
    NO_FONT = 10
    NO_OUTLINES = 11
    TOO_LARGE = 12


def main(arguments: list[str]) -> int:
    """Draws with what comes in."""
    limit(float(arguments[0]))
    application("offscreen")
    from PySide6.QtGui import QFont, QFontDatabase, QRawFont  # noqa: PLC0415 - see `kiosk.stage.app`

    number = QFontDatabase.addApplicationFontFromData(sys.stdin.buffer.read())
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        return Status.NO_FONT
    for family in families:
        font = QFont(family)
        font.setPixelSize(_EM)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        status = _of_family(font, QRawFont.fromFont(font))
        if status != Status.FINE:
            return status
    sys.stdout.buffer.write("\n".join(families).encode())
    return Status.FINE


def _of_family(font: QFont, raw: QRawFont) -> Status:
    """What becomes of one family of the file: strangers, outlines, then lines of them."""
    _draw(_STRANGERS, font)
    codes = (code for code in range(0x20, _LAST) if not 0xD800 <= code < 0xE000)
    there = [chr(code) for code in codes if raw.supportsCharacter(code)]
    status = _of_outlines(_some(there, MOST_OUTLINES), raw)
    if status == Status.FINE:
        shown = _some(there, MOST_SHAPED)
        lines = range(0, len(shown), _LINE)
        _draw(tuple("".join(shown[at : at + _LINE]) for at in lines), font)
    return status


def _some(characters: list[str], most: int) -> list[str]:
    """All of them, or as many from all parts."""
    return characters[:: -(-len(characters) // most) or 1]


def _of_outlines(there: list[str], raw: QRawFont) -> Status:
    """Whether the characters have outlines of a size that can be drawn."""
    has_outline = False
    for glyph in raw.glyphIndexesForString("".join(there)):
        outline = raw.pathForGlyph(glyph)
        box = outline.boundingRect()
        reach = max(map(abs, (box.left(), box.right(), box.top(), box.bottom())))
        if outline.elementCount() > MOST_PARTS or reach > WIDEST_EM * _EM:
            return Status.TOO_LARGE
        has_outline = has_outline or not outline.isEmpty()
    return Status.FINE if has_outline else Status.NO_OUTLINES


def _draw(texts: tuple[str, ...], font: QFont) -> None:
    """Sets lines of text as the stage does, and paints them at several sizes."""
    from PySide6.QtCore import QPointF  # noqa: PLC0415 - see `kiosk.stage.app`
    from PySide6.QtGui import QFont, QImage, QPainter  # noqa: PLC0415 - the same

    from kiosk.stage.fonts.glyphs import shaped  # noqa: PLC0415 - the same

    image = QImage(1920, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    for weight, step in _WEIGHTS:
        font.setWeight(QFont.Weight(weight))
        for number, text in enumerate(texts[::step]):
            line = shaped(text, font)
            size = _SIZES[number % len(_SIZES)]
            with QPainter(image) as painter:
                painter.translate(0, 320)
                painter.scale(size / _EM, size / _EM)
                painter.drawPath(line.outline)
                painter.setFont(font)
                painter.drawText(QPointF(0, 0), text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
