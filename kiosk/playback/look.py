"""How a view looks to whoever stands before it: what a visitor may choose, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.show.model import Show


@dataclass(frozen=True, slots=True)
class Look:
    """One choice. language, theme: names that the show knows; where it is a wish, perhaps not.

    is_large: every text can be read from where the show says people stand by those who see
    little. is_calm: nothing flies, drifts or counts. is_low: the page lies within reach of
    those who sit.
    """

    language: str = ""
    theme: str = ""
    is_large: bool = False
    is_calm: bool = False
    is_low: bool = False

    @property
    def adjusted(self) -> tuple[str, ...]:
        """What is switched on in it, a word each."""
        wishes = {"large": self.is_large, "calm": self.is_calm, "low": self.is_low}
        return tuple(word for word, is_on in wishes.items() if is_on)

    @property
    def name(self) -> str:
        """Its name, another one for every other look."""
        return " ".join((self.language, self.theme, *self.adjusted))


NO_LOOK = Look()  # nothing is wished; also that of a state that is still being made


def look_in(show: Show, wished: Look) -> Look:
    """The look that is wished, in the show's own language and theme where it lacks those."""
    language = wished.language if wished.language in show.languages else show.languages[0]
    theme = wished.theme if wished.theme in show.themes else show.theme
    return replace(wished, language=language, theme=theme)
