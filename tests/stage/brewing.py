"""Fonts made for tests: every character is a box, so that it is known where its ink lies."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

# fontTools has no types.
FontBuilder: Any = import_module("fontTools.fontBuilder").FontBuilder
TTGlyphPen: Any = import_module("fontTools.pens.ttGlyphPen").TTGlyphPen

EM = 1000
WIDTH = 600  # of each character; its box leaves 50 free on either side
# A font of bitmaps that ends the process which draws with it, in Qt 6.11: found by OSS-Fuzz, made
# again here.
DEADLY = b"""STARTFONT
FONT \xff
SIZE 10
FONTBOUNDINGBOX 1 1 0 0
CHARS 1
STARTCHAR\x20
ENCODING 65
BBX 2 5
ENDCHAR
ENDFONT
"""


def box_font(
    family: str,
    heights: Mapping[str, int],
    em: int = EM,
    forms: Mapping[str, int] | None = None,
    features: str = "",
) -> bytes:
    """A font whose characters are boxes on the baseline, each so many units high.

    forms: further boxes by their glyphs' names, which `features` put in place of characters.
    """
    names = {".notdef": 0, **{f"u{ord(c):04X}": height for c, height in heights.items()}}
    names |= forms or {}
    builder = FontBuilder(em, isTTF=True)
    builder.setupGlyphOrder([*names])
    builder.setupCharacterMap({ord(c): f"u{ord(c):04X}" for c in heights})
    builder.setupGlyf({name: _box(height) for name, height in names.items()})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (WIDTH, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    if features:
        builder.addOpenTypeFeatures(features)
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _box(height: int) -> object:
    """The outline of a box."""
    pen = TTGlyphPen(None)
    if height:
        pen.moveTo((50, 0))
        pen.lineTo((50, height))
        pen.lineTo((WIDTH - 50, height))
        pen.lineTo((WIDTH - 50, 0))
        pen.closePath()
    return pen.glyph()


def write_font(show: Path, name: str, content: bytes) -> Path:
    """Puts a font into the folder of a show; its path."""
    file = show / "fonts" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file
