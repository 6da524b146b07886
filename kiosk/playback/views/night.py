"""The night: what is shown outside the hours. Little, dim, and never long in one place.

The show's title and the time of opening wander over the page, a step every few seconds, so that
nothing burns into the screen; between two steps nothing is painted.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.data.dates import clock_written, weekday_written
from kiosk.marks import Label, Layer
from kiosk.playback.views.words import OPENS
from kiosk.theme import colour, is_chinese

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.playback.views.room import Room
    from kiosk.theme import TextStyle

GROUND, INK, QUIET = colour("#060606"), colour("#6E6E6E"), colour("#565656")
STEP_S = 4.0
_AROUND_S, _UP_DOWN_S = 2820.0, 1860.0  # of a round; together they come back after a day
_TITLE, _LINE, _SPACING = 34.0, 28.0, 1.7


def step_at(t: float) -> int:
    """Which step the night has come to at `t` seconds."""
    return math.floor(t / STEP_S)


def next_step(t: float) -> float:
    """When the step after the one of `t` is taken, in seconds."""
    return (step_at(t) + 1) * STEP_S


def night_layer(room: Room, opens: datetime | None, t: float) -> Layer:
    """Title and opening in both languages, where they have wandered after `t` seconds."""
    lines = _lines(room, opens)
    widest = max((room.measure.advance(label.text, label.style) for label in lines), default=0.0)
    height = sum(label.style.size for label in lines) * _SPACING
    free_x = max(0.0, room.page.width - 2 * room.margin - widest)
    free_y = max(0.0, room.page.height - 2 * room.margin - height)
    at = step_at(t) * STEP_S
    x = room.margin + free_x * (1 + math.sin(2 * math.pi * at / _AROUND_S)) / 2
    y = room.margin + free_y * (1 + math.sin(2 * math.pi * at / _UP_DOWN_S)) / 2
    placed = []
    for label in lines:
        y += label.style.size * _SPACING
        placed.append(replace(label, x=float(round(x)), y=float(round(y))))
    return Layer("night", tuple(placed))


def opening_line(opens: datetime, language: str) -> str:
    """When the hall opens, in words: `Opens Tuesday 2 June, 08:30`."""
    spoken = "zh" if is_chinese(language) else "en"  # no sentence is half in a third language
    time = clock_written(opens.time(), spoken)
    return OPENS.in_language(spoken).format(day=weekday_written(opens, spoken), time=time)


def _lines(room: Room, opens: datetime | None) -> list[Label]:
    """The lines from the top, not in their places yet."""
    found = []
    for language in filter(None, (room.language, room.companion)):
        style = room.setting().style("label", language)
        own, title = room.show.title, room.show.title.in_language(language)
        if title and (language == room.language or own.has(language)):
            found.append(
                _line(f"title-{language}", title, replace(style, size=_TITLE), is_ink=True)
            )
        if opens is not None:
            said = opening_line(opens, language)
            found.append(_line(f"opens-{language}", said, replace(style, size=_LINE), is_ink=False))
    return found


def _line(key: str, text: str, style: TextStyle, *, is_ink: bool) -> Label:
    """One dim line."""
    return Label(key, text.replace("\n", " "), 0.0, 0.0, style, INK if is_ink else QUIET)
