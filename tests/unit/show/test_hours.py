"""When a hall is open: a table of hours, moments, and what they come to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.show.opening.dates import Dates
from kiosk.show.opening.hours import DAY, Holiday, Hours, Opening, Window, instant, opening

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NEW_YORK, LORD_HOWE = ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe")
APIA = ZoneInfo("Pacific/Apia")


def w(text: str) -> tuple[Window, ...]:
    """`8-18` and `9-12 13:30-18`: the windows of a day; after midnight hours go on beyond 24."""
    found = []
    for part in text.split():
        start, end = (_minutes(each) for each in part.split("-"))
        found.append(Window(start, end))
    return tuple(found)


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute or 0)


def week(*days: str, zone: ZoneInfo = SHANGHAI, holidays: tuple[Holiday, ...] = ()) -> Hours:
    """The hours of Monday to Sunday; one text alone is for every day."""
    every = days * 7 if len(days) == 1 else days
    return Hours(tuple(w(day) for day in every), holidays, zone)


def day(text: str, windows: str = "", to: str = "") -> Holiday:
    """A holiday: `2026-12-25` or `12-25`, and up to `to`."""
    return Holiday(_ymd(text), _ymd(to or text), w(windows))


def _ymd(text: str) -> tuple[int, int, int]:
    parts = [int(part) for part in text.split("-")]
    return (parts[-3] if len(parts) == 3 else 0, parts[-2], parts[-1])


MUSEUM = week("", *["8:30-18"] * 4, "9-20", "9-20")  # closed on Mondays
LUNCH = week("9-12 13:30-18")
BAR = week("20-26", "20-26", "20-26", "20-26", "20-28", "20-28", "")
NIGHT = week("22-30")  # 22:00 to 06:00
ALWAYS, NEVER = week("0-24"), week("")
FEAST = week(
    "9-17",
    holidays=(
        day("2026-10-03", "12-14"), day("2026-10-01", to="2026-10-07"), day("12-31", "9-12"),
        day("02-29", "10-11"), day("12-24", to="01-02"),
    ),
)  # fmt: skip
OVER_FEAST = week("20-26", holidays=(day("2026-10-01"), day("2026-10-05", "10-28")))
BERLIN_DAY, BERLIN_NIGHT = week("9-17", zone=BERLIN), week("20-26:30", zone=BERLIN)
BERLIN_EARLY = week("2:15-2:45", zone=BERLIN)
BERLIN_ALL = week("0-24", zone=BERLIN)
YORK_NIGHT = week("18-25:30", zone=NEW_YORK)
HOWE = week("1:45-9", zone=LORD_HOWE)
SAMOA = week("9-17", zone=APIA)

# hours, the moment on the wall, whether it is open, when that changes. Weekdays of 2026: the
# 1st of June is a Monday. A moment ends with `*` where it is the second of two with that name.
CASES: list[tuple[Hours, str, bool, str]] = [
    # days
    (MUSEUM, "2026-06-01 00:00", False, "2026-06-02 08:30"),
    (MUSEUM, "2026-06-01 12:00", False, "2026-06-02 08:30"),
    (MUSEUM, "2026-06-02 08:29", False, "2026-06-02 08:30"),
    (MUSEUM, "2026-06-02 08:30", True, "2026-06-02 18:00"),
    (MUSEUM, "2026-06-02 17:59", True, "2026-06-02 18:00"),
    (MUSEUM, "2026-06-02 18:00", False, "2026-06-03 08:30"),
    (MUSEUM, "2026-06-03 12:00", True, "2026-06-03 18:00"),
    (MUSEUM, "2026-06-04 12:00", True, "2026-06-04 18:00"),
    (MUSEUM, "2026-06-05 18:30", False, "2026-06-06 09:00"),
    (MUSEUM, "2026-06-06 08:45", False, "2026-06-06 09:00"),
    (MUSEUM, "2026-06-06 19:00", True, "2026-06-06 20:00"),
    (MUSEUM, "2026-06-07 19:59", True, "2026-06-07 20:00"),
    (MUSEUM, "2026-06-07 20:00", False, "2026-06-09 08:30"),
    (MUSEUM, "2026-12-31 18:00", False, "2027-01-01 08:30"),
    # several windows a day
    (LUNCH, "2026-06-01 08:59", False, "2026-06-01 09:00"),
    (LUNCH, "2026-06-01 09:00", True, "2026-06-01 12:00"),
    (LUNCH, "2026-06-01 12:00", False, "2026-06-01 13:30"),
    (LUNCH, "2026-06-01 13:29", False, "2026-06-01 13:30"),
    (LUNCH, "2026-06-01 13:30", True, "2026-06-01 18:00"),
    (LUNCH, "2026-06-01 18:00", False, "2026-06-02 09:00"),
    (week("6-7 8-9 10-11"), "2026-06-01 07:30", False, "2026-06-01 08:00"),
    (week("6-7 8-9 10-11"), "2026-06-01 09:30", False, "2026-06-01 10:00"),
    # always and never
    (ALWAYS, "2026-06-01 00:00", True, ""),
    (ALWAYS, "2026-06-01 23:59", True, ""),
    (NEVER, "2026-06-01 00:00", False, ""),
    (week("0-24", "", "", "", "", "", ""), "2026-06-01 13:00", True, "2026-06-02 00:00"),
    (week("0-24", "", "", "", "", "", ""), "2026-06-02 00:00", False, "2026-06-08 00:00"),
    (week("", "", "", "", "", "", "0-24"), "2026-06-01 00:00", False, "2026-06-07 00:00"),
    (week("0-24", "0-24", "", "", "", "", ""), "2026-06-01 13:00", True, "2026-06-03 00:00"),
    # overnight: the window belongs to the day on which it begins
    (BAR, "2026-06-01 00:30", False, "2026-06-01 20:00"),
    (BAR, "2026-06-01 20:00", True, "2026-06-02 02:00"),
    (BAR, "2026-06-01 23:59", True, "2026-06-02 02:00"),
    (BAR, "2026-06-02 00:00", True, "2026-06-02 02:00"),
    (BAR, "2026-06-02 01:59", True, "2026-06-02 02:00"),
    (BAR, "2026-06-02 02:00", False, "2026-06-02 20:00"),
    (BAR, "2026-06-06 03:59", True, "2026-06-06 04:00"),
    (BAR, "2026-06-07 03:00", True, "2026-06-07 04:00"),
    (BAR, "2026-06-07 20:00", False, "2026-06-08 20:00"),
    (BAR, "2026-06-08 01:00", False, "2026-06-08 20:00"),
    (NIGHT, "2026-06-01 05:59", True, "2026-06-01 06:00"),
    (NIGHT, "2026-06-01 06:00", False, "2026-06-01 22:00"),
    (NIGHT, "2026-05-31 22:00", True, "2026-06-01 06:00"),
    (NIGHT, "2026-12-31 23:59", True, "2027-01-01 06:00"),
    (NIGHT, "2028-02-28 23:00", True, "2028-02-29 06:00"),
    (week("20-24"), "2026-06-01 23:59", True, "2026-06-02 00:00"),
    (week("20-24"), "2026-06-02 00:00", False, "2026-06-02 20:00"),
    (week("0-2 20-24"), "2026-06-01 20:00", True, "2026-06-02 02:00"),
    (week("18-30", "4-8", "", "", "", "", ""), "2026-06-02 03:00", True, "2026-06-02 08:00"),
    (week("18-32", "4-8", "", "", "", "", ""), "2026-06-02 03:00", True, "2026-06-02 08:00"),
    (week("9-33"), "2026-06-02 03:00", True, ""),
    # holidays
    (FEAST, "2026-09-30 17:00", False, "2026-10-03 12:00"),
    (FEAST, "2026-10-01 10:00", False, "2026-10-03 12:00"),
    (FEAST, "2026-10-03 11:59", False, "2026-10-03 12:00"),
    (FEAST, "2026-10-03 12:00", True, "2026-10-03 14:00"),
    (FEAST, "2026-10-03 14:00", False, "2026-10-08 09:00"),
    (FEAST, "2026-10-07 10:00", False, "2026-10-08 09:00"),
    (FEAST, "2026-10-08 10:00", True, "2026-10-08 17:00"),
    (FEAST, "2027-10-03 10:00", True, "2027-10-03 17:00"),
    (FEAST, "2026-12-23 16:00", True, "2026-12-23 17:00"),
    (FEAST, "2026-12-23 17:00", False, "2026-12-31 09:00"),
    (FEAST, "2026-12-24 10:00", False, "2026-12-31 09:00"),
    (FEAST, "2026-12-31 11:00", True, "2026-12-31 12:00"),
    (FEAST, "2026-12-31 13:00", False, "2027-01-03 09:00"),
    (FEAST, "2027-01-01 10:00", False, "2027-01-03 09:00"),
    (FEAST, "2027-01-02 16:59", False, "2027-01-03 09:00"),
    (FEAST, "2027-01-03 09:00", True, "2027-01-03 17:00"),
    (OVER_FEAST, "2026-09-30 23:00", True, "2026-10-01 02:00"),
    (OVER_FEAST, "2026-10-01 01:00", True, "2026-10-01 02:00"),
    (OVER_FEAST, "2026-10-01 20:00", False, "2026-10-02 20:00"),
    (OVER_FEAST, "2026-10-02 01:00", False, "2026-10-02 20:00"),
    (OVER_FEAST, "2026-10-05 10:00", True, "2026-10-06 04:00"),
    (OVER_FEAST, "2026-10-06 03:00", True, "2026-10-06 04:00"),
    (week("", holidays=(day("2026-12-25", "9-12"),)), "2026-06-01 00:00", False,
     "2026-12-25 09:00"),
    (week("", holidays=(day("2026-12-25", "9-12"),)), "2026-12-25 12:00", False, ""),
    (week("0-24", holidays=(day("12-25"),)), "2026-06-01 00:00", True, "2026-12-25 00:00"),
    (week("0-24", holidays=(day("12-25"),)), "2026-12-25 12:00", False, "2026-12-26 00:00"),
    (week("9-17", holidays=(day("11-01", to="03-31"),)), "2026-11-01 09:00", False,
     "2027-04-01 09:00"),
    (week("9-17", holidays=(day("11-01", to="03-31"),)), "2027-03-31 23:59", False,
     "2027-04-01 09:00"),
    (week("9-17", holidays=(day("01-01", to="12-31"),)), "2026-06-01 10:00", False, ""),
    # the leap day
    (FEAST, "2028-02-28 17:00", False, "2028-02-29 10:00"),
    (FEAST, "2028-02-29 09:30", False, "2028-02-29 10:00"),
    (FEAST, "2028-02-29 10:30", True, "2028-02-29 11:00"),
    (FEAST, "2028-02-29 11:00", False, "2028-03-01 09:00"),
    (FEAST, "2027-02-28 17:00", False, "2027-03-01 09:00"),
    (MUSEUM, "2028-02-29 09:00", True, "2028-02-29 18:00"),
    (week("9-17", holidays=(day("02-28", to="03-01"),)), "2028-02-29 10:00", False,
     "2028-03-02 09:00"),
    (week("9-17", holidays=(day("2028-02-29", "8-10"),)), "2028-02-29 08:30", True,
     "2028-02-29 10:00"),
    # spring: 2026-03-29 in Berlin has no 02:00 to 03:00
    (BERLIN_DAY, "2026-03-28 17:00", False, "2026-03-29 09:00"),
    (BERLIN_DAY, "2026-03-29 09:00", True, "2026-03-29 17:00"),
    (BERLIN_NIGHT, "2026-03-28 20:00", True, "2026-03-29 03:00"),
    (BERLIN_NIGHT, "2026-03-29 01:59", True, "2026-03-29 03:00"),
    (BERLIN_NIGHT, "2026-03-29 03:00", False, "2026-03-29 20:00"),
    (BERLIN_EARLY, "2026-03-28 02:45", False, "2026-03-30 02:15"),
    (BERLIN_EARLY, "2026-03-29 01:59", False, "2026-03-30 02:15"),
    (BERLIN_EARLY, "2026-03-29 03:00", False, "2026-03-30 02:15"),
    (week("2:30-9", zone=BERLIN), "2026-03-29 01:59", False, "2026-03-29 03:00"),
    (week("2:30-9", zone=BERLIN), "2026-03-29 03:00", True, "2026-03-29 09:00"),
    (BERLIN_ALL, "2026-03-29 01:59", True, ""),
    # autumn: 2026-10-25 in Berlin has 02:00 to 03:00 twice
    (BERLIN_DAY, "2026-10-25 08:59", False, "2026-10-25 09:00"),
    (BERLIN_NIGHT, "2026-10-25 01:59", True, "2026-10-25 02:30*"),
    (BERLIN_NIGHT, "2026-10-25 02:29", True, "2026-10-25 02:30*"),
    (BERLIN_NIGHT, "2026-10-25 02:45", True, "2026-10-25 02:30*"),
    (BERLIN_NIGHT, "2026-10-25 02:29*", True, "2026-10-25 02:30*"),
    (BERLIN_NIGHT, "2026-10-25 02:30*", False, "2026-10-25 20:00"),
    (BERLIN_EARLY, "2026-10-25 02:14", False, "2026-10-25 02:15"),
    (BERLIN_EARLY, "2026-10-25 02:15", True, "2026-10-25 02:45*"),
    (BERLIN_EARLY, "2026-10-25 02:50", True, "2026-10-25 02:45*"),
    (BERLIN_EARLY, "2026-10-25 02:45*", False, "2026-10-26 02:15"),
    (BERLIN_ALL, "2026-10-25 02:30*", True, ""),
    # other zones
    (YORK_NIGHT, "2026-11-01 01:15", True, "2026-11-01 01:30*"),
    (YORK_NIGHT, "2026-11-01 01:30*", False, "2026-11-01 18:00"),
    (YORK_NIGHT, "2026-03-08 01:29", True, "2026-03-08 01:30"),
    (YORK_NIGHT, "2026-03-08 01:30", False, "2026-03-08 18:00"),
    (HOWE, "2026-04-05 01:44", False, "2026-04-05 01:45"),  # half an hour comes twice
    (HOWE, "2026-04-05 01:45*", True, "2026-04-05 09:00"),
    (week("2:15-9", zone=LORD_HOWE), "2026-10-04 01:59", False, "2026-10-04 02:30"),
    (SAMOA, "2011-12-29 17:00", False, "2011-12-31 09:00"),  # the 30th never came
]  # fmt: skip


def wall(text: str) -> datetime:
    """What a clock shows."""
    return datetime.fromisoformat(text)


def moment(text: str, hours: Hours) -> datetime:
    """A time on the wall of the hall."""
    shown = wall(text.rstrip("*"))
    return shown.replace(tzinfo=hours.zone, fold=1 if text.endswith("*") else 0)


@pytest.mark.parametrize(("hours", "at", "is_open", "changes"), CASES)
def test_a_hall_is_open_by_its_hours(hours: Hours, at: str, is_open: bool, changes: str) -> None:
    found = opening(hours, moment(at, hours))

    assert found.is_open == is_open
    expected = moment(changes, hours).astimezone(UTC) if changes else None
    assert (found.changes and found.changes.astimezone(UTC)) == expected


def test_there_are_more_than_a_hundred_cases() -> None:
    assert len({(id(hours), at) for hours, at, _, _ in CASES}) > 100


def test_the_hours_of_a_hall_are_those_of_its_zone_and_not_of_the_machine() -> None:
    found = opening(MUSEUM, datetime(2026, 6, 2, 0, 30, tzinfo=UTC))

    assert found == Opening(is_open=True, changes=datetime(2026, 6, 2, 18, 0, tzinfo=SHANGHAI))


def test_hours_without_a_zone_are_those_of_the_moment() -> None:
    hours = Hours(MUSEUM.week)

    assert opening(hours, datetime(2026, 6, 2, 8, 30, tzinfo=UTC)).is_open
    assert not opening(hours, datetime(2026, 6, 2, 8, 30, tzinfo=SHANGHAI).astimezone(UTC)).is_open


def test_a_time_that_the_clock_jumps_over_is_the_moment_of_the_jump() -> None:
    jump = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)

    assert instant(jump.date(), 150, BERLIN) == jump
    assert instant(jump.date(), 150, BERLIN, is_second=True) == jump


TIMES = st.integers(0, DAY - 1)
WINDOWS = st.lists(st.tuples(TIMES, st.integers(1, DAY)), max_size=1).map(
    lambda found: tuple(Window(start, start + length) for start, length in found)
)
MOMENTS = st.datetimes(wall("2026-01-01"), wall("2028-12-31"), timezones=st.just(UTC))


@settings(max_examples=200)
@given(
    st.tuples(*[WINDOWS] * 7),
    st.sampled_from([SHANGHAI, BERLIN, NEW_YORK, LORD_HOWE]),
    MOMENTS,
)
def test_nothing_changes_before_the_change_and_everything_at_it(
    days: tuple[tuple[Window, ...], ...], zone: ZoneInfo, at: datetime
) -> None:
    hours = Hours(days, zone=zone)

    found = opening(hours, at)

    if found.changes is None:
        assert opening(hours, at + timedelta(days=3)).is_open == found.is_open
        return
    changes = found.changes.astimezone(UTC)
    assert changes > at
    assert opening(hours, changes).is_open != found.is_open
    for share in (0.25, 0.5, 0.999):
        between = at + (changes - at) * share
        assert opening(hours, between) == found


# --- dates --------------------------------------------------------------------------------------

DECEMBER = Dates(wall("2026-12-01"), wall("2027-01-01"))


@pytest.mark.parametrize(
    ("at", "holds"),
    [
        ("2026-11-30 23:59", False), ("2026-12-01 00:00", True), ("2026-12-31 23:59", True),
        ("2027-01-01 00:00", False),
    ],
)  # fmt: skip
def test_dates_hold_from_their_first_moment_to_their_last(at: str, holds: bool) -> None:
    assert DECEMBER.hold(moment(at, MUSEUM), None) == holds
    assert DECEMBER.hold(moment(at, MUSEUM).astimezone(UTC), SHANGHAI) == holds


def test_dates_change_when_they_begin_and_when_they_end() -> None:
    begins, ends = moment("2026-12-01 00:00", MUSEUM), moment("2027-01-01 00:00", MUSEUM)

    assert DECEMBER.changes(moment("2026-06-01 00:00", MUSEUM), None) == (begins, ends)
    assert DECEMBER.changes(begins, None) == (ends,)
    assert DECEMBER.changes(ends, None) == ()
    assert Dates().changes(ends, None) == ()


def test_a_slides_dates_lie_within_its_chapters() -> None:
    later = Dates(wall("2026-12-24"), wall("2027-02-01"))

    assert DECEMBER.within(later) == Dates(wall("2026-12-24"), wall("2027-01-01"))
    assert DECEMBER.within(Dates()) == DECEMBER
