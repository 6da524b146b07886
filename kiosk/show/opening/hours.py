"""When a hall is open: a pure function of its hours and a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from kiosk.values import dataclass

DAY = 24 * 60  # minutes
_WEEK_AHEAD, _YEAR_AHEAD = 9, 400  # days after which a week, and a year, have begun again
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """From `start` to `end`, in minutes after midnight; after midnight again, `end` is over 1440.

    A window belongs to the day on which it begins.
    """

    start: int
    end: int


Windows = tuple[Window, ...]  # of one day, in order, none touching another; none: closed


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days with hours of their own, `first` and `last` among them.

    Each is (year, month, day); a year of 0 stands for every year, in both or in neither.
    """

    first: tuple[int, int, int]
    last: tuple[int, int, int]
    windows: Windows = ()

    def holds(self, day: date) -> bool:
        """Whether `day` is one of its days. Those of every year may run over its end."""
        year = day.year if self.first[0] else 0
        at = (year, day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last


@dataclass(frozen=True, slots=True)
class Hours:
    """When a hall is open. week: seven days from Monday on.

    holidays: of those that hold a day the first one counts. zone: of the hall; None is that of
    the machine.
    """

    week: tuple[Windows, ...]
    holidays: tuple[Holiday, ...] = ()
    zone: tzinfo | None = None

    def windows_of(self, day: date) -> Windows:
        """When it opens on that day, and until when."""
        holiday = next((each for each in self.holidays if each.holds(day)), None)
        return self.week[day.weekday()] if holiday is None else holiday.windows


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a hall is open, and when that changes, in its zone; None: not within a year."""

    is_open: bool
    changes: datetime | None


def opening(hours: Hours, at: datetime) -> Opening:
    """Whether the hall is open at the moment `at` (which knows its zone), and until when.

    It opens and closes by the clock on its wall: at a time that the clock jumps over, it does so
    at the jump; of an hour that comes twice it opens in the first and closes in the second.
    """
    zone = hours.zone or at.tzinfo
    assert zone is not None, "a moment knows its zone"
    until: datetime | None = None
    today = at.astimezone(zone).date()
    end_of_days = today + timedelta(days=_YEAR_AHEAD if hours.holidays else _WEEK_AHEAD)
    for start, end in _spells(hours, zone, today - timedelta(days=1), end_of_days):
        reached = at if until is None else until
        if end <= reached:
            continue
        if start > reached:
            changes = start if until is None else until
            return Opening(until is not None, changes.astimezone(zone))
        until = end
    if until is None or until >= instant(end_of_days, 0, zone):
        return Opening(until is not None, None)
    return Opening(is_open=True, changes=until.astimezone(zone))


def instant(day: date, minutes: int, zone: tzinfo, *, is_second: bool = False) -> datetime:
    """The moment, in UTC, at which a clock in `zone` shows so many minutes after midnight.

    is_second: of a time that comes twice, the second. A time that never comes is the moment at
    which the clock jumps over it.
    """
    shown = datetime(day.year, day.month, day.day) + minutes * _MINUTE  # noqa: DTZ001 - on a wall
    there = shown.replace(tzinfo=zone, fold=1 if is_second else 0).astimezone(UTC)
    if there.astimezone(zone).replace(tzinfo=None) == shown:
        return there
    before, after = sorted(shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    old = before.astimezone(zone).utcoffset()
    while after - before > _MINUTE:
        middle = before + (after - before) // (2 * _MINUTE) * _MINUTE
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


def _spells(
    hours: Hours, zone: tzinfo, first: date, last: date
) -> Iterator[tuple[datetime, datetime]]:
    """When it opens and closes on the days from `first` to `last`, by the time of opening."""
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        for window in hours.windows_of(day):
            start = instant(day, window.start, zone)
            end = instant(day, window.end, zone, is_second=True)
            if start < end:  # else the clock jumps over all of it
                yield start, end
