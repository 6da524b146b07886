"""Single values of the command line, and what is wrong with them."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from kiosk.geometry import LEAST_PX, MOST_PX
from kiosk.phrases import Language, Phrase, phrase, said
from kiosk.values import dataclass

if TYPE_CHECKING:
    from fractions import Fraction

MOST_RATE = 120  # frames a second of a film


@dataclass(frozen=True, slots=True)
class Values:
    """Reads single values; says in `language` what is wrong with them."""

    language: Language

    def size(self, text: str) -> tuple[int, int]:
        """`1280x720` as width and height in pixels."""
        match = re.fullmatch(r"(\d{1,6})\s*[x×]\s*(\d{1,6})", text)
        if match is None:
            raise self._wrong(phrase("a size is written 1280x720, not '{word}'", word=text))
        width, height = int(match[1]), int(match[2])
        if not (LEAST_PX <= width <= MOST_PX and LEAST_PX <= height <= MOST_PX):
            raise self._wrong(
                phrase(
                    "a side has {least} to {most} pixels, not '{word}'",
                    least=LEAST_PX,
                    most=MOST_PX,
                    word=text,
                )
            )
        return width, height

    def screen(self, text: str) -> int:
        """A screen's number."""
        return self._whole(text, 0)

    def loops(self, text: str) -> int:
        """How many loops."""
        return self._whole(text, 1)

    def seconds(self, text: str) -> float:
        """`2.5s` or `2.5` as seconds."""
        match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*s?", text)
        if match is None:
            raise self._wrong(phrase("a time is written 2.5s, not '{word}'", word=text))
        return float(match[1])

    def rate(self, text: str) -> Fraction:
        """Frames a second: `25`, `23.976`, which stands for 24000/1001, or that itself."""
        from fractions import Fraction  # noqa: PLC0415 - who plays a show does not wait for it

        match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?)(?:/([1-9]\d{0,5}))?", text)
        found = Fraction(0) if match is None else Fraction(match[1]) / int(match[2] or 1)
        of_television = Fraction(round(found * Fraction(1001, 1000)) * 1000, 1001)
        if found.denominator > 1 and abs(found - of_television) < Fraction(1, 100):
            found = of_television
        if 1 <= found <= MOST_RATE:
            return found
        raise self._wrong(
            phrase(
                "1 to {most} frames a second are possible, not '{word}'", most=MOST_RATE, word=text
            )
        )

    def positive(self, text: str) -> float:
        """A number above zero."""
        try:
            number = float(text)
        except ValueError:
            number = 0.0
        if not 0.0 < number < float("inf"):
            raise self._wrong(phrase("a number above 0 is expected, not '{word}'", word=text))
        return number

    def _whole(self, text: str, least: int) -> int:
        """A whole number, `least` or more."""
        if not re.fullmatch(r"\d{1,9}", text) or int(text) < least:
            raise self._wrong(
                phrase(
                    "a whole number from {least} on is expected, not '{word}'",
                    least=least,
                    word=text,
                )
            )
        return int(text)

    def _wrong(self, what: Phrase) -> argparse.ArgumentTypeError:
        return argparse.ArgumentTypeError(said(what, self.language))
