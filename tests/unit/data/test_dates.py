"""How days and months are written in a language."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.dates import clock_written, day_written, month_written, weekday_written

WEDNESDAY = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("language", "month", "day", "weekday"),
    [
        ("zh", "1月", "1月31日", "1月31日（周三）"),
        ("zh-Hans", "1月", "1月31日", "1月31日（周三）"),
        ("en", "Jan", "31 Jan", "Wednesday 31 January"),
    ],
)
def test_a_day_is_written_as_its_language_does(
    language: str, month: str, day: str, weekday: str
) -> None:
    assert month_written(WEDNESDAY, language) == month
    assert day_written(WEDNESDAY, language) == day
    assert weekday_written(WEDNESDAY, language) == weekday


@pytest.mark.parametrize(
    ("language", "month", "day", "weekday", "clock"),
    [
        ("en-US", "May", "May 17, 2024", "Friday, May 17", "08:05"),
        ("de", "Mai", "17. Mai 2024", "Freitag, 17. Mai", "08:05"),
        ("fr", "mai", "17 mai 2024", "vendredi 17 mai", "08:05"),
        ("es", "may", "17 may 2024", "viernes, 17 de mayo", "8:05"),
        ("da", "maj", "17. maj 2024", "fredag 17. maj", "08.05"),
        ("ru", "май", "17 мая 2024\u202fг.", "пятница, 17 мая", "08:05"),
        ("ar", "مايو", "17 مايو 2024", "الجمعة، 17 مايو", "08:05"),
        ("ja", "5月", "2024年5月17日", "5月17日(金曜日)", "8:05"),
        ("ko", "5월", "2024년 5월 17일", "5월 17일 (금요일)", "08:05"),
        ("zh-Hant", "5月", "2024年5月17日", "5月17日 星期五", "08:05"),
    ],
)
def test_dates_in_other_languages_are_those_of_cldr(
    language: str, month: str, day: str, weekday: str, clock: str
) -> None:
    friday = datetime(2024, 5, 17, 8, 5, tzinfo=UTC)

    assert month_written(friday, language) == month
    assert day_written(friday, language, has_year=True) == day
    assert weekday_written(friday, language) == weekday
    assert clock_written(friday.time(), language) == clock


@given(language=st.sampled_from(locale_identifiers()))
def test_every_language_of_cldr_writes_every_date(language: str) -> None:
    tag = language.replace("_", "-")
    days = [date(2024, month, 7) for month in range(1, 13)]

    assert all(month_written(day, tag, has_year=True) for day in days)
    assert len({day_written(day, tag) for day in days}) == 12
    assert len({weekday_written(day, tag) for day in days}) == 12
    assert clock_written(time(9, 30, 5), tag, has_seconds=True)


def test_an_unknown_language_has_english_dates() -> None:
    assert weekday_written(WEDNESDAY, "tlh") == "Wednesday 31 January"
    assert day_written(WEDNESDAY, "tlh", has_year=True) == "31 Jan 2024"


def test_the_year_stands_where_the_language_has_it() -> None:
    assert month_written(WEDNESDAY, "zh", has_year=True) == "2024年1月"
    assert month_written(WEDNESDAY, "en", has_year=True) == "Jan 2024"
    assert day_written(WEDNESDAY, "zh", has_year=True) == "2024年1月31日"
    assert day_written(WEDNESDAY, "en", has_year=True) == "31 Jan 2024"


def test_no_two_months_are_written_alike() -> None:
    months = [date(2024, month, 1) for month in range(1, 13)]

    assert len({month_written(month, "en") for month in months}) == 12
