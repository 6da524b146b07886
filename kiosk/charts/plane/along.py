"""Where the rows of a line stand from left to right, and what is written below them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import round_ticks
from kiosk.charts.plane.times import (
    FEW_MINUTES,
    ONE_YEAR,
    Instant,
    Step,
    instant,
    round_times,
    shown,
)
from kiosk.data.manner import manner_of
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import Text
from kiosk.numerals import number_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.data.manner import Manner
    from kiosk.data.table import Cell

_FEW, _FEW_NAMES = 8, 12  # places that are all named, where there is room
_ROUND = 5  # round numbers, at most
_EVERY = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80)


@dataclass(frozen=True, slots=True)
class Mention:
    """What is written at a place. share: of the way from the left end to the right one."""

    key: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class Along:
    """The places of rows as shares of the width, None where a row has none.

    values: the same in the data: numbers, days, names counted from 0. ends: what is written below
    the first and the last. choices: what may be written between them, the fullest first.
    """

    shares: tuple[float | None, ...] = ()
    ends: tuple[Mention, ...] = ()
    choices: tuple[tuple[Mention, ...], ...] = ()
    values: tuple[float | None, ...] = ()

    @property
    def moving(self) -> Along:
        """The same of rows that go on: of many places round ones alone are written.

        The ends would be others every time.
        """
        few = len({value for value in self.values if value is not None}) <= _FEW
        return self if few or not self.choices else replace(self, ends=())


def along(cells: tuple[Cell, ...], language: str, *, names_few: bool = True) -> Along:
    """Numbers and times stand in proportion, names evenly in the order of their first ones.

    names_few: whether a few numbers or times may all be written; otherwise round ones are.
    """
    written = [cell for cell in cells if cell is not None]
    numbers = [cell for cell in written if isinstance(cell, Quantity) and math.isfinite(cell.value)]
    if written and len(numbers) == len(written):
        return _numbers(cells, numbers, language, few=_FEW if names_few else 0)
    texts = [cell for cell in written if isinstance(cell, Text)]
    times = {cell: time for cell in texts if (time := _time(cell)) is not None}
    if times and all(isinstance(cell, Text) and cell in times for cell in written):
        return _times(cells, times, language, few=_FEW if names_few else 0)
    return _names(cells, language)


def _time(text: Text) -> Instant | None:
    """The time it says."""
    return instant(text.versions[0][1]) if text.versions else None


def _share(value: float, low: float, high: float) -> float:
    """The place of a value; a single one stands at the end."""
    half = high / 2 - low / 2  # so that the largest floats have a difference
    return (value / 2 - low / 2) / half if half > 0.0 else 1.0


def _numbers(cells: tuple[Cell, ...], numbers: list[Quantity], language: str, *, few: int) -> Along:
    """Places in proportion to the numbers."""
    values = sorted({number.value for number in numbers})
    low, high = values[0], values[-1]
    decimals = min(6, max(number.decimals for number in numbers))
    is_year = decimals == 0 and low >= 1000 and high < 3000
    manner = manner_of(language)

    def mentions(chosen: Iterable[float]) -> tuple[Mention, ...]:
        return tuple(
            Mention(
                f"x/{value:.12g}", _share(value, low, high),
                _number_text(value, decimals, manner, is_year=is_year),
            )
            for value in chosen
        )  # fmt: skip

    own = tuple(cell.value if isinstance(cell, Quantity) else None for cell in cells)
    shares = (None if value is None else _share(value, low, high) for value in own)
    every = [values] if len(values) <= few else []
    choices = (*every, *(round_ticks(low, high, most) for most in (_ROUND, 2)))
    ends = mentions(dict.fromkeys((low, high)))
    return Along(tuple(shares), ends, tuple(map(mentions, choices)), own)


def _number_text(value: float, decimals: int, manner: Manner, *, is_year: bool) -> str:
    """The number as it is written."""
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    grouped = manner.is_grouped and not is_year
    return number_text(value, decimals, grouped=grouped, numerals=manner.numerals)


def _times(
    cells: tuple[Cell, ...], times: dict[Text, Instant], language: str, *, few: int
) -> Along:
    """Places in proportion to the times."""
    steps = {time.days: time.step for time in sorted(times.values(), key=lambda time: time.days)}
    days = [*steps]
    first, last = days[0], days[-1]
    has_year = last - first > ONE_YEAR
    is_brief = first < last <= first + FEW_MINUTES

    def mention(day: float, step: Step) -> Mention:
        text = shown(day, step, language, has_year=has_year, has_seconds=is_brief)
        return Mention(f"x/{day:.12g}", _share(day, first, last), text)

    own = tuple(times[cell].days if isinstance(cell, Text) else None for cell in cells)
    shares = (None if day is None else _share(day, first, last) for day in own)
    between = [*steps.items()] if len(days) <= few else []
    rounded = round_times(first, last, steps[first])
    return Along(
        tuple(shares),
        tuple(mention(day, steps[day]) for day in dict.fromkeys((first, last))),
        tuple(tuple(mention(*one) for one in choice) for choice in (between, rounded) if choice),
        own,
    )


def _names(cells: tuple[Cell, ...], language: str) -> Along:
    """Places one after another; of many names those at even distances may be written."""
    names = [None if cell is None else name_in(cell) for cell in cells]
    ordered = list(dict.fromkeys(name for name in names if name is not None))
    count = len(ordered)
    shares = {name: place / (count - 1) if count > 1 else 1.0 for place, name in enumerate(ordered)}
    counted = {name: float(place) for place, name in enumerate(ordered)}

    def mentions(chosen: Iterable[Text]) -> tuple[Mention, ...]:
        return tuple(
            Mention(f"x/{key_of(name)}", shares[name], name.in_language(language))
            for name in chosen
        )

    largest = max(1, math.ceil(count / _FEW_NAMES))
    steps = [step for step in sorted({*_EVERY, largest}) if count <= _FEW_NAMES * step]
    return Along(
        tuple(None if name is None else shares[name] for name in names),
        mentions(dict.fromkeys((*ordered[:1], *ordered[-1:]))),
        tuple(mentions(ordered[::step]) for step in steps),
        tuple(None if name is None else counted[name] for name in names),
    )


def key_of(name: Text) -> str:
    """What stands for the name in a key, whatever the language shown."""
    return "·".join(text for _, text in name.versions)
