"""The programs that are compared, each with the deck and with its first slide alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers.crossfades import FPS
from tests.bench.peers.due import frames_that_differ
from tests.bench.peers.photos import STRETCH
from tests.bench.peers.show import TURN_S, kiosk, write_show
from tests.bench.peers.web import chromium, write_page


@dataclass(frozen=True, slots=True)
class Contender:
    """A program. deck, still: the commands that play all slides, or hold the first one.

    due: the frames of its crossfades that can be seen.
    """

    name: str
    deck: list[str]
    still: list[str]
    home: Path
    due: list[int]


def contenders_in(work: Path) -> tuple[Contender, Contender]:
    """Chromium, and kiosk; their decks are written into `work`. They start from empty homes."""
    shutil.rmtree(work / "homes", ignore_errors=True)
    write_page(work / "page")
    write_show(work / "show")
    write_show(work / "still", is_still=True)
    page, profile = work / "page" / "deck.html", work / "homes" / "profile"
    return (
        Contender(
            "Chromium",
            chromium(profile, page),
            chromium(profile, page, is_still=True),
            work / "homes" / "chromium",
            [round(TURN_S * FPS)],
        ),
        Contender(
            "kiosk",
            kiosk(work / "show"),
            kiosk(work / "still"),
            work / "homes" / "kiosk",
            frames_that_differ(work / "show", STRETCH),
        ),
    )
