"""`kiosk render`: a slide as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author import stills
from kiosk.commands.saying import (
    FAILED,
    NO_SHOW,
    put_whole,
    say_unknown,
    show_or_reason,
    tell,
    unknown_wishes,
    wished_look,
)
from kiosk.phrases import phrase

if TYPE_CHECKING:
    import argparse


def render(options: argparse.Namespace) -> int:
    """`kiosk render`: 0 written, 1 no such slide or not written, 2 no show."""
    show = show_or_reason(options.show, options.speaks)
    if show is None:
        return NO_SHOW
    if options.id not in stills.known_ids(show):
        say_unknown(phrase("slide"), options.id, stills.known_ids(show), options.speaks)
        return FAILED
    if unknown_wishes(options, show, "lang", "theme"):
        return FAILED
    file, look = options.file, wished_look(options)
    if file.suffix.lower() != ".png":
        tell(phrase("{file}: only .png can be written", file=str(file)), options.speaks)
        return FAILED
    return put_whole(
        file,
        lambda: stills.render_still(
            show, options.show, options.id, file, options.size, look, options.at
        ),
        options.speaks,
    )
