"""Dates and times of day as numbers, and round ones of them."""

from __future__ import annotations

import math
import re
from datetime import date, time
from typing import Literal

from kiosk.data.dates import clock_written, day_written, month_written
from kiosk.values import dataclass

Step = Literal["year", "month", "day", "time"]

_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?"
_DATED = re.compile(rf"(\d{{4}})(?:-(\d{{1,2}})(?:-(\d{{1,2}})(?:[T ]{_CLOCK})?)?)?")
_OF_DAY = re.compile(_CLOCK)
_SLACK_S = 0.0002  # by which a number of days may fall short of what was written
_MOST = 5  # round times
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTH_STEPS = (1, 3, 6)
_DAYS = (1, 2, 7)
_SECONDS = (1, 2, 5, 10, 15, 30)
_MINUTES = (1, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_DAY_MINUTES = 1440
_MONTH = 30.4  # days
ONE_YEAR = 366.0  # days
FEW_MINUTES = 5 / _DAY_MINUTES  # days; within those, times tell seconds


@dataclass(frozen=True, slots=True)
class Instant:
    """A time as it was written. days: since the year 0; step: the finest that was written."""

    days: float
    step: Step


def instant(text: str) -> Instant | None:
    """The time that `2024`, `2024-05`, `2024-05-17`, `2024-05-17 08:30` or `08:30` means.

    None where it is no time.
    """
    text = text.strip()
    if of_day := _OF_DAY.fullmatch(text):
        share = _of_day(*of_day.groups())
        return None if share is None else Instant(share, "time")
    if (dated := _DATED.fullmatch(text)) is None:
        return None
    year, month, day = (int(p) if p else None for p in dated.groups()[:3])
    hour = dated[4]
    share = _of_day(*dated.groups()[3:])
    try:
        days = date(year or 0, month or 1, day or 1).toordinal()
    except ValueError:
        return None
    written: tuple[tuple[object, Step], ...] = (
        (hour, "time"), (day, "day"), (month, "month"), (year, "year"),
    )  # fmt: skip
    step = next(name for part, name in written if part is not None)
    return None if share is None else Instant(days + share, step)


def _of_day(hours: str | None, minutes: str | None, seconds: str | None) -> float | None:
    """The share of a day that is gone; 24:00 is its end."""
    hour, minute, second = int(hours or 0), int(minutes or 0), float(seconds or 0)
    if minute > 59 or second >= 60 or hour * 60 + minute > _DAY_MINUTES:
        return None
    return (hour * 3600 + minute * 60 + second) / 86400


def shown(
    days: float, step: Step, language: str, *, has_year: bool = False, has_seconds: bool = False
) -> str:
    """A time as `language` writes it, no finer than `step`.

    has_year: whether a month says of which year it is. has_seconds: whether a time tells them.
    """
    if step == "time":
        if days == 1.0:
            return "24:00"
        seconds = math.floor((days - int(days)) * 86400 + _SLACK_S) % 86400
        clock = time(seconds // 3600, seconds // 60 % 60, seconds % 60)
        return clock_written(clock, language, has_seconds=has_seconds)
    day = date.fromordinal(max(1, int(days)))
    if step == "year":
        return str(day.year)
    written = day_written if step == "day" else month_written
    return written(day, language, has_year=has_year)


def round_times(first: float, last: float, finest: Step) -> tuple[tuple[float, Step], ...]:
    """A few round times from `first` to `last`, and how finely each is written.

    None is finer than `finest`. None at all where no step gives between one and five of them.
    """
    for times, step in _by_step(first, last, finest):
        if 0 < len(times) <= _MOST:
            return tuple((days, step) for days in times)
    return ()


def _by_step(first: float, last: float, finest: Step) -> list[tuple[list[float], Step]]:
    """The round times of each step, the finest first."""
    found: list[tuple[list[float], Step]] = []
    span = last - first
    if finest == "time":
        found += [
            (_multiples(first, last, minutes / _DAY_MINUTES), "time")
            for minutes in (*(seconds / 60 for seconds in _SECONDS), *_MINUTES)
            if span * _DAY_MINUTES / minutes < 2 * _MOST
        ]
    if first < 1.0:
        return found
    if finest in {"time", "day"}:
        found += [
            (_multiples(first, last, days), "day") for days in _DAYS if span / days < 2 * _MOST
        ]
    if finest != "year" and span <= ONE_YEAR:
        found += [(_months(first, last, months), "month") for months in _MONTH_STEPS]
    return [*found, *((_months(first, last, 12 * years), "year") for years in _YEARS)]


def _multiples(first: float, last: float, step: float) -> list[float]:
    """The multiples of `step` days."""
    start = int(first / step - 1e-9)
    times = (index * step for index in range(start, int(last / step + 1e-9) + 2))
    return [days for days in times if first - 1e-9 <= days <= last + 1e-9]


def _months(first: float, last: float, step: int, most: int = _MOST + 1) -> list[float]:
    """The first days of every `step`th month, at most `most`."""
    day = date.fromordinal(max(1, int(first)))
    month = -(-(12 * day.year + day.month - 1) // step) * step
    found: list[float] = []
    while month < 12 * 9999 and len(found) < most:
        days = float(date(month // 12, month % 12 + 1, 1).toordinal()) if month >= 12 else 0.0
        month += step
        if days > last:
            break
        if days >= first:
            found.append(days)
    return found


def even_times(
    first: float, last: float, finest: Step, most: int
) -> tuple[tuple[float, Step], ...]:
    """Round times from `first` to `last`, about `most` of them at the most.

    How far apart they are depends on the span alone, so that it stays while that is moved along.
    """
    span = last - first
    if finest == "time":
        for minutes in (*(seconds / 60 for seconds in _SECONDS), *_MINUTES):
            if span * _DAY_MINUTES <= minutes * most:
                times = _multiples(first, last, minutes / _DAY_MINUTES)
                return tuple((days, _of_clock(days)) for days in times)
    return () if first < 1.0 else _even_dates(first, last, finest, most)


def _even_dates(
    first: float, last: float, finest: Step, most: int
) -> tuple[tuple[float, Step], ...]:
    """The same on a calendar, in whole days."""
    span = last - first
    for days in _DAYS if finest in {"time", "day"} else ():
        if span <= days * most:
            return tuple((day, "day") for day in _multiples(first, last, days))
    for months in (*(() if finest == "year" else _MONTH_STEPS), *(12 * years for years in _YEARS)):
        if span <= months * _MONTH * most:
            step: Step = "year" if months % 12 == 0 else "month"
            return tuple((day, step) for day in _months(first, last, months, most + 2))
    return ()


def _of_clock(days: float) -> Step:
    """A time of day is written as one; the beginning of a day on a calendar is that day."""
    return "day" if days > 1.0 and abs(days - round(days)) < _SLACK_S / 86400 else "time"
