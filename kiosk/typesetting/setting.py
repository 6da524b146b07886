"""What a text, a picture or a chart needs to know about where it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Protocol

from kiosk.theme import text_style
from kiosk.typesetting.sight import NEAR
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.theme import Colour, Role, TextStyle, Theme
    from kiosk.typesetting.sight import Sight

_LABEL, _CAPTION = 40.0, 26.0  # logical units an em: the name of a bar, and the smallest text


class Measure(Protocol):
    """Knows how wide text is in the program's own faces."""

    def advance(self, text: str, style: TextStyle) -> float:
        """The width of one line of `text` in logical units, spacing and features included.

        It grows linearly with `style.size`.
        """


@dataclass(frozen=True, slots=True)
class Setting:
    """Theme, language and measure of one slide.

    accent: the chapter's colour. companion: the second language shown small beside the first, or
    nothing. shape: of the page. sight: how large text has to be. is_large: whether everything
    that is to be read is as large as those need who see little.
    """

    theme: Theme
    accent: Colour
    language: str
    companion: str
    shape: Literal["landscape", "portrait"]
    measure: Measure
    sight: Sight = NEAR
    is_large: bool = False

    @property
    def smallest(self) -> float:
        """The size, in logical units an em, that nothing is smaller than, captions neither."""
        return self.sight.smallest(is_large=self.is_large)

    @property
    def readable(self) -> float:
        """The size, in logical units an em, that ordinary text is not smaller than."""
        return self.sight.readable(is_large=self.is_large)

    @property
    def is_grown(self) -> bool:
        """Whether any text is larger than in the scale."""
        return self.grown(_CAPTION) > _CAPTION

    @property
    def repeats_less(self) -> bool:
        """Whether type is so much larger that what says a thing again gives its room to it."""
        return self.growth > 1.0

    @property
    def growth(self) -> float:
        """How many times as large as in the scale its labels are: 1 or more."""
        return self.grown(_LABEL) / _LABEL

    def grown(self, size: float) -> float:
        """A size of the type scale as large as it has to be here; see `Sight`."""
        return self.sight.grown(size, is_large=self.is_large)

    def style(self, role: Role, language: str | None = None) -> TextStyle:
        """The style of `role` in `language`, the setting's own by default."""
        style = text_style(role, language or self.language)
        return replace(style, size=self.grown(style.size))
