"""What places along a plane measure, times or numbers: round ones of any stretch, and in words."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from kiosk.charts.plane.along import Mention
from kiosk.charts.plane.times import FEW_MINUTES, ONE_YEAR, Step, even_times, instant, shown
from kiosk.data.quantity import Quantity, number_in
from kiosk.data.text import Text
from kiosk.theme import is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.plane.times import Instant
    from kiosk.data.table import Cell

_LEADING = (1.0, 2.0, 5.0, 10.0)
_DECIMALS = 12


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers from `low` to `high`; count: how many different ones there are."""

    low: float
    high: float
    decimals: int
    count: int

    def mentions(self, start: float, end: float, most: int, language: str) -> tuple[Mention, ...]:
        """About `most` round numbers between two shares of the whole, and their shares of it."""
        low, high = self._value(start), self._value(end)
        step = _round_step((high - low) / most)
        step = step if self.decimals else max(1.0, step)
        decimals = min(_DECIMALS, max(0, -math.floor(math.log10(step) + 1e-9)))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        values = (index * step for index in range(first, last + 1))
        return tuple(
            Mention(f"x/{value:.12g}", self._share(value), self._text(value, decimals, language))
            for value in values
        )

    def said(self, start: float, end: float, language: str) -> str:
        """From where to where."""
        step = (self._value(end) - self._value(start)) / 100
        finest = 0 if step >= 1.0 else -math.floor(math.log10(step))
        ends = (self._value(share) for share in (start, end))
        texts = [self._text(value, min(self.decimals, finest), language) for value in ends]
        return _from_to(texts, language)

    def _value(self, share: float) -> float:
        """The number at that share."""
        return self.low + share * (self.high - self.low)

    def _share(self, value: float) -> float:
        """The share of that number."""
        return (value - self.low) / (self.high - self.low)

    def _text(self, value: float, decimals: int, language: str) -> str:
        """The number as it is written; a year without a sign between its digits."""
        if self.decimals == 0 and self.low >= 1000 and self.high < 3000:
            return f"{value:.0f}"
        return number_in(Quantity(value, decimals), language)


@dataclass(frozen=True, slots=True)
class Times:
    """Times in days from `first` to `last`. finest: as they were written; count: how many."""

    first: float
    last: float
    finest: Step
    count: int

    def mentions(self, start: float, end: float, most: int, language: str) -> tuple[Mention, ...]:
        """About `most` round times between two shares of the whole, and their shares of it.

        The first of a year says which one it is, where there are several.
        """
        times = even_times(self._days(start), self._days(end), self.finest, most)
        apart = times[1][0] - times[0][0] if len(times) > 1 else 0.0
        found = []
        for days, step in times:
            has_year = self._has_years and _begins_year(days, step, apart)
            text = shown(days, step, language, has_year=has_year, has_seconds=self._is_brief)
            found.append(Mention(f"x/{days:.12g}", self._share(days), text))
        return tuple(found)

    def said(self, start: float, end: float, language: str) -> str:
        """From when to when; on a calendar a time of day also says of which day it is."""
        days = self._days(start), self._days(end)
        span = days[1] - days[0]
        if self.finest == "time" and (span <= 3.0 or self.last <= 1.0):
            return self._clocks(*days, language)
        step: Step = "day" if self.finest == "time" else self.finest
        same = _year(days[0]) == _year(days[1])
        years = (not same, True) if not is_chinese(language) else (True, not same)
        first, last = (
            shown(one, step, language, has_year=self._has_years and year)
            for one, year in zip(days, years, strict=True)
        )
        return first if first == last and same else _from_to((first, last), language)

    def _clocks(self, first: float, last: float, language: str) -> str:
        """From one time of day to another."""
        clocks = [
            shown(one, "time", language, has_seconds=self._is_brief or last - first < FEW_MINUTES)
            for one in (first, last)
        ]
        if self.last <= 1.0:
            return _from_to(clocks, language)
        dates = [shown(one, "day", language, has_year=self._has_years) for one in (first, last)]
        gap = "" if is_chinese(language) else " "
        if dates[0] == dates[1]:
            return f"{dates[0]}{gap}{_from_to(clocks, language)}"
        moments = [f"{day}{gap}{clock}" for day, clock in zip(dates, clocks, strict=True)]
        return _from_to(moments, language)

    @property
    def _has_years(self) -> bool:
        """Whether there are so many times that a month does not say which one it is."""
        return self.last - self.first > ONE_YEAR

    @property
    def _is_brief(self) -> bool:
        """Whether all are within a few minutes."""
        return self.last - self.first <= FEW_MINUTES

    def _days(self, share: float) -> float:
        """The time at that share."""
        return self.first + share * (self.last - self.first)

    def _share(self, days: float) -> float:
        """The share of that time."""
        return (days - self.first) / (self.last - self.first)


Measured = Numbers | Times


def has_names(cells: tuple[Cell, ...]) -> bool:
    """Whether the cells are names: neither numbers alone nor times alone."""
    written = [cell for cell in cells if cell is not None]
    return len(_quantities(written)) < len(written) and _instants(written) is None


def measure_of(cells: tuple[Cell, ...]) -> Measured | None:
    """What the cells measure; None where they are names, or all alike."""
    written = [cell for cell in cells if cell is not None]
    numbers = _quantities(written)
    if len(numbers) == len(written):
        return _numbers(numbers)
    times = _instants(written) or ()
    days = sorted({time.days for time in times})
    if len(days) < 2:
        return None
    first = next(time for time in times if time.days == days[0])
    return Times(days[0], days[-1], first.step, len(days))


def _quantities(cells: Sequence[Cell]) -> list[Quantity]:
    """The numbers among the cells."""
    return [cell for cell in cells if isinstance(cell, Quantity) and math.isfinite(cell.value)]


def _instants(cells: Sequence[Cell]) -> tuple[Instant, ...] | None:
    """The times that the cells say; None where one says no time."""
    words = {cell.versions[0][1] for cell in cells if isinstance(cell, Text) and cell.versions}
    times = tuple(time for word in words if (time := instant(word)) is not None)
    is_timed = len(times) == len(words) and all(isinstance(cell, Text) for cell in cells)
    return times if is_timed else None


def _numbers(numbers: list[Quantity]) -> Numbers | None:
    """What they measure."""
    values = sorted({number.value for number in numbers})
    if len(values) < 2 or not math.isfinite(values[-1] - values[0]):
        return None
    decimals = max(number.decimals for number in numbers)
    return Numbers(values[0], values[-1], decimals, len(values))


def _round_step(least: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * leading for leading in _LEADING if power * leading >= least * (1 - 1e-9))


def _begins_year(days: float, step: Step, apart: float) -> bool:
    """Whether a round time is the first of its year. apart: from the one before, in days."""
    if step == "month":
        return date.fromordinal(max(1, int(days))).month == 1
    return _year(days) != _year(days - apart)


def _year(days: float) -> int:
    """The year in which it is."""
    return date.fromordinal(max(1, int(days))).year


def _from_to(ends: Sequence[str], language: str) -> str:
    """Two, and what means from the one to the other."""
    first, last = ends
    return f"{first}—{last}" if is_chinese(language) else f"{first} – {last}"
