"""Colours and type of a show as one value. Positions are the layouts' business."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from kiosk.values import dataclass

FaceName = Literal[
    "serif-bold", "sans", "sans-medium", "sans-bold", "display-light", "display", "display-medium",
]  # fmt: skip
Role = Literal[
    "hero", "second", "cover-title", "statement", "title", "split-title", "subtitle", "body",
    "label", "unit", "caption", "value", "chapter-number", "button", "mark",
]  # fmt: skip


READABLE = 4.5  # contrast of text, at least


class Colour(NamedTuple):
    """Red, green, blue and opacity, each 0 to 1; the colour is sRGB and not premultiplied."""

    red: float
    green: float
    blue: float
    opacity: float = 1.0

    def faded(self, share: float) -> Colour:
        """The colour at `share` of its opacity."""
        return self._replace(opacity=self.opacity * share)


def colour(text: str) -> Colour:
    """The colour written as `#RRGGBB`. Raises ValueError for anything else."""
    digits = text.removeprefix("#")
    if len(digits) != 6 or not text.startswith("#"):
        message = f"a colour is written #RRGGBB, not {text!r}"
        raise ValueError(message)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return Colour(red, green, blue)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face at a size. size: logical units an em. line: line height as a multiple of it.

    spacing: extra space after each character, in em. tabular: all digits equally wide.
    half_punctuation: Chinese punctuation takes half its width (horizontal titles).
    wide_punctuation: quotes and dots that Latin has too are Chinese ones, an em wide.
    """

    face: FaceName
    size: float
    line: float = 1.0
    spacing: float = 0.0
    tabular: bool = False
    half_punctuation: bool = False
    wide_punctuation: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme.

    accents: one a chapter, in order; a show with more chapters starts again. on_picture and
    scrim: text over a picture and the gradient behind it; scrim_strength: so many times as strong
    as in other themes. bars_fade: whether a bar may brighten along its length. glows: whether a
    ground glows behind its subject. disc: the ground of round buttons.
    """

    name: str
    ground: Colour
    glow: Colour
    surface: Colour
    text: Colour
    quiet: Colour
    line: Colour
    quiet_series: Colour
    accents: tuple[Colour, ...]
    disc: Colour
    on_picture: Colour
    on_picture_quiet: Colour
    scrim: Colour
    bars_fade: bool
    glows: bool
    scrim_strength: float = 1.0

    def accent(self, chapter: int) -> Colour:
        """The accent of the chapter with that index, from 0."""
        return self.accents[chapter % len(self.accents)]


_NUMBER = TextStyle("display-light", 320, 1.0, spacing=-0.035)
_SERIF = TextStyle("serif-bold", 72, 1.3, spacing=0.01, half_punctuation=True)
_SANS = TextStyle("sans", 36, 1.4, wide_punctuation=True)

# The roles of the type scale: (Chinese, Latin). Sizes are for 43 inches seen from 1.5 m.
_SCALE: dict[Role, tuple[TextStyle, TextStyle]] = {
    "hero": (_NUMBER, _NUMBER),
    "second": (replace(_NUMBER, size=152), replace(_NUMBER, size=152)),
    "value": (
        TextStyle("display", 72, 1.0, spacing=-0.02),
        TextStyle("display", 72, 1.0, spacing=-0.02),
    ),
    "cover-title": (
        replace(_SERIF, size=112, line=1.2, spacing=0.02),
        TextStyle("display", 96, 1.2),
    ),
    "statement": (replace(_SERIF, size=104, line=1.28), TextStyle("display", 84, 1.28)),
    "title": (_SERIF, TextStyle("display", 60, 1.3)),
    "split-title": (replace(_SERIF, size=64), TextStyle("display", 56, 1.3)),
    "subtitle": (replace(_SANS, size=40, line=1.3), TextStyle("sans", 38, 1.3)),
    "body": (replace(_SANS, size=36, line=1.65), TextStyle("sans", 34, 1.45)),
    "label": (replace(_SANS, size=40), TextStyle("sans", 32, 1.4)),
    "unit": (replace(_SERIF, size=40, spacing=0.0), TextStyle("sans", 40, 1.4)),
    "caption": (replace(_SANS, size=26), TextStyle("sans", 26, 1.4)),
    "mark": (replace(_SANS, size=30), TextStyle("sans", 30, 1.4)),
    "chapter-number": (
        TextStyle("display-medium", 34, 1.4, spacing=0.02),
        TextStyle("display-medium", 34, 1.4, spacing=0.02),
    ),
    "button": (TextStyle("sans-medium", 28), TextStyle("sans-medium", 28)),
}


def is_chinese(language: str) -> bool:
    """Whether texts in `language` (a BCP 47 tag) are set with Chinese characters."""
    return language.split("-", maxsplit=1)[0] in {"zh", "yue"}


def text_style(role: Role, language: str) -> TextStyle:
    """The style of `role` for text in `language`, as large as it is on 43 inches from 1.5 m."""
    chinese, latin = _SCALE[role]
    return chinese if is_chinese(language) else latin


LUMINANCE = (0.2126, 0.7152, 0.0722)  # what red, green and blue light count (WCAG 2.2)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two opaque colours as WCAG 2.2 measures it: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(shown: Colour) -> float:
    """The relative luminance of an opaque sRGB colour, 0 to 1."""
    parts = zip(LUMINANCE, shown[:3], strict=True)
    return sum(weight * light_of(part) for weight, part in parts)


def light_of(part: float) -> float:
    """The light of one channel of an sRGB colour (IEC 61966-2-1), both 0 to 1."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
