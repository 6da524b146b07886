"""The limits that a show is made by and checked against, each with its source: one table.

Sizes are in millimetres on the show's screen, and in millimetres a metre of distance from it:
rules of thumb in pixels do not hold from one hall to the next.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.phrases import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit. name: what is limited. value: in `unit`. source: who says so."""

    name: Phrase
    value: float
    unit: str
    source: str


TEXT = Limit(phrase("ordinary text: height of a capital, at least"), 5.8, "mm/m", "ISO 9241-3: 20′")
CAPTION = Limit(
    phrase("smallest text: height of a capital, at least"), 4.7, "mm/m", "ISO 9241-3: 16′"
)
LARGER = Limit(
    phrase("larger text, on request: height of a capital, at least"), 12.2, "mm/m",
    "EN 301 549, 5.1.4: 0.7°",
)  # fmt: skip
CAPITAL = Limit(
    phrase("height of a capital, from however near, at least"), 4.8, "mm",
    "US Section 508, 402.4",
)  # fmt: skip
CONTRAST = Limit(phrase("contrast of text, at least"), 4.5, ":1", "WCAG 2.2, 1.4.3")
LARGE_CONTRAST = Limit(phrase("contrast of large text, at least"), 3.0, ":1", "WCAG 2.2, 1.4.3")
LARGE_TEXT = Limit(
    phrase("text is large from this height of an em on"), 8.9, "mm/m",
    "WCAG 2.2: 24 CSS px, each 0.0213°",
)  # fmt: skip
MEANING_CONTRAST = Limit(
    phrase("contrast of what carries meaning in charts, at least"), 3.0, ":1", "WCAG 2.2, 1.4.11"
)
TARGET = Limit(phrase("side of what is touched, at least"), 20.0, "mm", "Colle & Hiszem 2004")
LOWEST = Limit(
    phrase("height above the floor of what is touched, at least"), 380.0, "mm", "EN 301 549, 8.3.3"
)
HIGHEST = Limit(
    phrase("height above the floor of what is touched, at most"), 1220.0, "mm", "EN 301 549, 8.3.3"
)
FLASHES = Limit(phrase("flashes in any second, at most"), 3.0, "", "WCAG 2.2, 2.3.1")
FLASH_AREA = Limit(
    phrase("what may flash more often is smaller than"), 0.006, "sr", "WCAG 2.2, 2.3.1"
)
FLASH_STEP = Limit(
    phrase("a change of relative luminance is part of a flash from"), 0.1, "", "WCAG 2.2, 2.3.1"
)
FLASH_DARK = Limit(phrase("the darker side of a flash is below"), 0.8, "", "WCAG 2.2, 2.3.1")
FLASH_RED = Limit(
    phrase("a change of saturated red is part of a flash from"), 20.0, "",
    "WCAG 2.0, 2.3.1: (R − G − B) × 320",
)  # fmt: skip
FLASH_FIELD = Limit(phrase("what flashes is added up within"), 10.0, "°", "WCAG 2.2, 2.3.1")
SHARPNESS = Limit(
    phrase("pixels of a picture for each pixel that it covers, at least"), 1.0, "",
    "one for one; with less it is blurred",
)  # fmt: skip
SETTLING = Limit(phrase("a slide stays, before reading, at least"), 3.0, "s", "250 words a minute")
CHARACTERS = Limit(
    phrase("Chinese characters that are read in a second"), 5.0, "", "250 words a minute"
)
WORDS = Limit(
    phrase("words that are read in a second"), 3.3, "", "250 words a minute, less for who stands"
)

LIMITS: tuple[Limit, ...] = (
    TEXT, CAPTION, LARGER, CAPITAL, CONTRAST, LARGE_CONTRAST, LARGE_TEXT, MEANING_CONTRAST, TARGET,
    LOWEST, HIGHEST, FLASHES, FLASH_AREA, FLASH_STEP, FLASH_DARK, FLASH_RED, FLASH_FIELD, SHARPNESS,
    SETTLING, CHARACTERS, WORDS,
)  # fmt: skip
