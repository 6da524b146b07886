"""The limits that a show is made by and checked against, each with its source: one table.

Sizes are in millimetres on the show's screen, and in millimetres a metre of distance from it:
rules of thumb in pixels do not hold from one hall to the next.
"""

from __future__ import annotations

from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit. name: what is limited. value: in `unit`. source: who says so."""

    name: Phrase
    value: float
    unit: str
    source: Phrase


TEXT = Limit(
    phrase("ordinary text: height of a capital, at least"), 5.8, "mm/m",
    phrase("ISO 9241-3: 20′ to 22′ are preferred"),
)  # fmt: skip
CAPTION = Limit(
    phrase("smallest text: height of a capital, at least"), 4.7, "mm/m",
    phrase("ISO 9241-3: 16′ at least"),
)  # fmt: skip
LARGER = Limit(
    phrase("larger text, on request: height of a capital, at least"), 12.22, "mm/m",
    phrase("EN 301 549, 5.1.4: 0.7° at least"),
)  # fmt: skip
CAPITAL = Limit(
    phrase("height of a capital, from however near, at least"), 4.8, "mm",
    phrase("US Section 508, 402.4"),
)  # fmt: skip
CONTRAST = Limit(phrase("contrast of text, at least"), 4.5, ":1", phrase("WCAG 2.2, 1.4.3"))
LARGE_CONTRAST = Limit(
    phrase("contrast of large text, at least"), 3.0, ":1", phrase("WCAG 2.2, 1.4.3")
)
LARGE_TEXT = Limit(
    phrase("text is large from this height of an em on"), 8.9, "mm/m",
    phrase("WCAG 2.2: 18 points, which are 24 CSS pixels of 0.0213°"),
)  # fmt: skip
MEANING_CONTRAST = Limit(
    phrase("contrast of what carries meaning in charts, at least"), 3.0, ":1",
    phrase("WCAG 2.2, 1.4.11"),
)  # fmt: skip
TARGET = Limit(
    phrase("side of what is touched, at least"), 20.0, "mm",
    phrase("Colle & Hiszem 2004: people who stand at a kiosk"),
)  # fmt: skip
LOWEST = Limit(
    phrase("height above the floor of what is touched, at least"), 380.0, "mm",
    phrase("EN 301 549, 8.3.3"),
)  # fmt: skip
HIGHEST = Limit(
    phrase("height above the floor of what is touched, at most"), 1220.0, "mm",
    phrase("EN 301 549, 8.3.3"),
)  # fmt: skip
FLASHES = Limit(phrase("flashes in any second, at most"), 3.0, "", phrase("WCAG 2.2, 2.3.1"))
FLASH_AREA = Limit(
    phrase("area that may flash more often, at most"), 0.006, "sr", phrase("WCAG 2.2, 2.3.1")
)
FLASH_STEP = Limit(
    phrase("a change of relative luminance is part of a flash from"), 0.1, "",
    phrase("WCAG 2.2, 2.3.1"),
)  # fmt: skip
FLASH_DARK = Limit(
    phrase("the darker side of a flash is below"), 0.8, "", phrase("WCAG 2.2, 2.3.1")
)
FLASH_RED = Limit(
    phrase("a change of saturated red is part of a flash above"), 20.0, "",
    phrase("WCAG 2.1, 2.3.1: (R − G − B) × 320"),
)  # fmt: skip
FLASH_FIELD = Limit(phrase("what flashes is added up within"), 10.0, "°", phrase("WCAG 2.2, 2.3.1"))
SHARPNESS = Limit(
    phrase("pixels of a picture for each pixel that it covers, at least"), 1.0, "",
    phrase("our own: with less it is blurred"),
)  # fmt: skip
SETTLING = Limit(
    phrase("a slide stays, before reading, at least"), 3.0, "s",
    phrase("our own: to turn to it and look around"),
)  # fmt: skip
CHARACTERS = Limit(
    phrase("Chinese characters that are read in a second"), 5.0, "",
    phrase("our own: slower than who sits"),
)  # fmt: skip
WORDS = Limit(
    phrase("words that are read in a second"), 3.3, "",
    phrase("our own: who sits reads 238 a minute (Brysbaert 2019), who stands less"),
)  # fmt: skip
PATIENCE = Limit(
    phrase("a slide takes so long to read, at most"), 45.0, "s",
    phrase("our own, as guides to writing for exhibitions advise: then attention drops"),
)  # fmt: skip

LIMITS: tuple[Limit, ...] = (
    TEXT, CAPTION, LARGER, CAPITAL, CONTRAST, LARGE_CONTRAST, LARGE_TEXT, MEANING_CONTRAST, TARGET,
    LOWEST, HIGHEST, FLASHES, FLASH_AREA, FLASH_STEP, FLASH_DARK, FLASH_RED, FLASH_FIELD, SHARPNESS,
    SETTLING, CHARACTERS, WORDS, PATIENCE,
)  # fmt: skip
