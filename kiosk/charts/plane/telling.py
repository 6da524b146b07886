"""A place along a plane in words, as a touch tells it: in full, whatever is written below."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.plane.times import Instant, instant, shown
from kiosk.data.quantity import Quantity, sentence
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text, plain
from kiosk.theme import is_chinese

if TYPE_CHECKING:
    from kiosk.data.table import Cell

_MINUTE_S = 60.0
_SLACK_S = 0.01


def told_place(cell: Cell, language: str) -> Text:
    """A time with its year and day, a number with its unit, or a name; nothing of an empty cell."""
    if isinstance(cell, Quantity):
        return plain(_number(cell, language))
    time = instant(name_in(cell).in_language("")) if cell is not None else None
    if time is not None:
        return plain(_time(time, language))
    return NO_TEXT if cell is None else name_in(cell)


def _number(cell: Quantity, language: str) -> str:
    """The number with its unit; a bare one of four digits that may be a year without a comma."""
    may_be_year = cell.decimals == 0 and 1000 <= cell.value < 3000
    if may_be_year and not cell.unit.name.versions and not cell.text:
        return f"{cell.value:.0f}"
    return sentence(cell, language) if math.isfinite(cell.value) else ""


def _time(time: Instant, language: str) -> str:
    """The time, and of one within a day that day too."""
    seconds = time.days * 86400.0 % _MINUTE_S
    has_seconds = min(seconds, _MINUTE_S - seconds) > _SLACK_S
    said = shown(time.days, time.step, language, has_year=True, has_seconds=has_seconds)
    if time.step != "time" or time.days <= 1.0:
        return said
    day = shown(time.days, "day", language, has_year=True)
    return f"{day}{said}" if is_chinese(language) else f"{day}, {said}"
