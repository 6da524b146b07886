"""The deck as a show of kiosk: six slides in 48 s, dissolves of 800 ms, charts that grow in 1.2 s.

A stay begins when the dissolve is over: 7.2 s and 0.8 s make the 8 s of the other decks. Pictures
do not drift, and the theme is the dark one, as there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.peers.figures import MONTHS, bars, lines
from tests.bench.peers.photos import write_photos

TURN_S, LOOP_S = 0.8, 48.0

_SHOW = """\
kiosk: 1
title: The same six slides
languages: [en]
theme: dusk
stay: 7.2 s
transition: dissolve 800 ms
chapters: [slides.yaml]
"""
_LINES = (
    "Ground floor: reception, cloakroom, café",
    "First floor: permanent collection",
    "Second floor: this month's guests",
    "Open Tuesday to Sunday",
)


def kiosk(show: Path) -> list[str]:
    """The command that plays the show over the whole screen."""
    return [sys.executable, "-m", "kiosk", "play", str(show)]


def write_show(folder: Path, *, is_still: bool = False) -> None:
    """Writes the show into `folder`. is_still: the first photograph alone."""
    write_photos(folder)
    slides = [_photo(1)] if is_still else [_photo(1), _bars(), _photo(3), _lines(), _photo(5)]
    slides += [] if is_still else [{"id": "text", "title": "Welcome", "text": "\n\n".join(_LINES)}]
    (folder / "show.yaml").write_text(_SHOW, "utf-8")
    # JSON is YAML too.
    chapter = json.dumps({"title": "The deck", "slides": slides}, indent=1, ensure_ascii=False)
    (folder / "slides.yaml").write_text(chapter, "utf-8")


def _photo(number: int) -> dict[str, object]:
    picture = {"file": f"photo{number}.jpg", "motion": "none"}
    return {"id": f"photo{number}", "layout": "full-picture", "picture": picture}


def _bars() -> dict[str, object]:
    data = [
        {"month": month, "region": region, "visitors": values[index]}
        for index, month in enumerate(MONTHS)
        for region, values in bars().items()
    ]
    chart = {
        "type": "bar", "direction": "upright", "data": data,
        "x": "month", "y": "visitors", "color": "region", "enter": "grow 1.2 s",
    }  # fmt: skip
    return {"id": "bars", "layout": "chart", "title": "Visitors per month", "chart": chart}


def _lines() -> dict[str, object]:
    data = [
        {"walk": name, "step": step, "value": value}
        for name, values in lines().items()
        for step, value in enumerate(values)
    ]
    chart = {
        "type": "line", "data": data,
        "x": "step", "y": "value", "color": "walk", "enter": "grow 1.2 s",
    }  # fmt: skip
    return {"id": "lines", "layout": "chart", "title": "Four lines", "chart": chart}
