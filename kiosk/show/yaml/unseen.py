"""Characters that nobody sees or can read and that came in with a copied text."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.phrases import Phrase, phrase
from kiosk.problems import Level
from kiosk.show.yaml.codes import Code

# Values with one of these are looked at closely; nearly all have none.
ODD = re.compile("[\0-\x08\t\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]")

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # as other programs end a line
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


class Flaw(NamedTuple):
    """A character that must not be there. at: its place in the text."""

    at: int
    level: Level
    code: Code
    what: Phrase
    hint: Phrase


def plain(text: str) -> str:
    """The text with ends of line as we write them, a space for a tab, and no byte order mark.

    Signs that turn the direction of all that follows are left out: they would reach into other
    lines. Those that tell the direction of one place (LRM, RLM) stay.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ").replace("\ufeff", "")
    return _TURNING.sub("", text)


def flaws_in(text: str) -> tuple[Flaw, ...]:
    """What must not be in `text`, of each kind the first."""
    hint = phrase("delete it; it may have come in with a copied text")
    control, turning = _CONTROL.search(text), _TURNING.search(text)
    flaws = []
    if "\ufffd" in text:
        again = phrase("write it again, and save the file as UTF-8")
        what = phrase("a character is damaged")
        flaws.append(Flaw(text.index("\ufffd"), "error", "damaged-character", what, again))
    if control is not None:
        what = phrase("an invisible control character")
        flaws.append(Flaw(control.start(), "error", "control-character", what, hint))
    if turning is not None:
        what = phrase("an invisible sign that turns the direction of text is left out")
        flaws.append(Flaw(turning.start(), "warning", "turning-sign", what, hint))
    return tuple(flaws)
