"""The program's typefaces: which families and weight each face of the theme is set in."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from kiosk.stage.resources import resources_folder
from kiosk.theme import FaceName
from kiosk.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFont

    from kiosk.theme import TextStyle


@dataclass(frozen=True, slots=True)
class Face:
    """Families in the order they are asked for a character, and the weight (CSS's numbers)."""

    families: tuple[str, ...]
    weight: int


# Inter stands first, so that the digits in Chinese text are Inter's. The Chinese serif lacks the
# letters of Polish and Czech, among others.
_CHINESE = "Noto Sans CJK SC"


def face_of(name: FaceName) -> Face:
    """What the theme's face `name` is set in."""
    faces: dict[FaceName, Face] = {
        "serif-bold": Face(("Noto Serif CJK SC", "Inter"), 700),
        "sans": Face(("Inter", _CHINESE), 400),
        "sans-bold": Face(("Inter", _CHINESE), 600),
        "sans-medium": Face(("Inter", _CHINESE), 500),
        "display-light": Face(("Inter Display", _CHINESE), 300),
        "display": Face(("Inter Display", _CHINESE), 400),
        "display-medium": Face(("Inter Display", _CHINESE), 500),
    }
    return faces[name]


def own_families() -> frozenset[str]:
    """The families that the program's faces are set in."""
    return frozenset(family for name in get_args(FaceName) for family in face_of(name).families)


def is_own(family: str) -> bool:
    """Whether the program's faces are set in that family; capitals and spaces make no difference.

    Nor do they where fonts are looked for by their names.
    """
    return _bare(family) in map(_bare, own_families())


def _bare(family: str) -> str:
    """A family's name without what makes no difference."""
    return "".join(family.split()).casefold()


def font_folder() -> Path:
    """The folder of the program's fonts, which `make setup` fills."""
    return resources_folder() / "fonts"


def font_of(style: TextStyle, size_px: int, brought: tuple[str, ...] = ()) -> QFont:
    """The font of `style` with `size_px` pixels an em, whatever the style's own size.

    Without hinting, so that widths grow linearly with the size. brought: families of the show, for
    what the face's own lack.
    """
    return _font(style, (*face_of(style.face).families, *brought), size_px)


def chinese_font_of(style: TextStyle, size_px: int) -> QFont:
    """The same with Chinese punctuation: the font of the face's Chinese characters."""
    return _font(style, (_CHINESE,), size_px)


def _font(style: TextStyle, families: tuple[str, ...], size_px: int) -> QFont:
    """Those families in the weight and with the features of `style`."""
    from PySide6.QtGui import QFont  # noqa: PLC0415 - see `kiosk.stage.app`

    face = face_of(style.face)
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight(face.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing * size_px)
    if style.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if style.half_punctuation:
        font.setFeature(QFont.Tag("halt"), 1)
    return font
