"""How a view looks to whoever stands before it: what a visitor may choose, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """One choice. language, theme: names that the show knows.

    is_large: every text can be read from where the show says people stand by those who see
    little. is_calm: nothing flies, drifts or counts. is_low: the page lies within reach of
    those who sit.
    """

    language: str
    theme: str
    is_large: bool = False
    is_calm: bool = False
    is_low: bool = False

    @property
    def name(self) -> str:
        """Its name, another one for every other look."""
        wishes = {"large": self.is_large, "calm": self.is_calm, "low": self.is_low}
        return " ".join((self.language, self.theme, *(word for word in wishes if wishes[word])))


NO_LOOK = Look("", "")  # of a state that is still being made
