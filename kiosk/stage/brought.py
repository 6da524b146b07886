"""What a show brings along in fonts: those that may be loaded, and why others are not."""

from __future__ import annotations

from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass


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
