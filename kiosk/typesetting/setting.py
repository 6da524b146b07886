"""What a text, a picture or a chart needs to know about where it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from kiosk.theme import text_style

if TYPE_CHECKING:
    from kiosk.theme import Colour, Role, TextStyle, Theme


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
    nothing. shape: of the page. type_factor: what every type size is multiplied with.
    """

    theme: Theme
    accent: Colour
    language: str
    companion: str
    shape: Literal["landscape", "portrait"]
    measure: Measure
    type_factor: float = 1.0

    def style(self, role: Role, language: str | None = None) -> TextStyle:
        """The style of `role` in `language`, the setting's own by default."""
        return text_style(role, language or self.language, self.type_factor)
