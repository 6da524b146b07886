"""What a show brings along in fonts: those that may be loaded, and why others are not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase
from kiosk.problems import Problem, Span
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.show.model import Show


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a font. reason: what it does. remedy: what to do about it."""

    reason: Phrase
    remedy: Phrase


@dataclass(frozen=True, slots=True)
class FontRefusal:
    """Why a font is not used. file: its path in the show."""

    file: str
    fault: Fault

    @property
    def said(self) -> Phrase:
        """The whole sentence."""
        return phrase("the font {file} {reason}", file=self.file, reason=self.fault.reason)


@dataclass(frozen=True, slots=True)
class Font:
    """The content of a file that may be loaded. digest: tells it from all others."""

    digest: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Brought:
    """What a show brings: the fonts that may be loaded, and why others are not."""

    fonts: tuple[Font, ...] = ()
    refusals: tuple[FontRefusal, ...] = ()

    @property
    def digests(self) -> tuple[bytes, ...]:
        """What tells these fonts from others."""
        return tuple(font.digest for font in self.fonts)


def unusable_fonts(brought: Brought, folder: str) -> tuple[Problem, ...]:
    """An error for each font of the show in the folder of that name that is not used."""
    return tuple(
        Problem(
            Span(f"{folder}/{refusal.file}", 1, 1), "error", "unusable-font", refusal.said,
            refusal.fault.remedy,
        )
        for refusal in brought.refusals
    )  # fmt: skip


def with_fonts(show: Show, brought: Brought, folder: str) -> Show:
    """The show in the folder of that name with what is wrong with its fonts, if not told yet."""
    wrong = tuple(one for one in unusable_fonts(brought, folder) if one not in show.problems)
    return replace(show, problems=(*show.problems, *wrong)) if wrong else show
