"""How days and months are written in a language."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.data.dates import day_written, month_written, weekday_written

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


def test_a_language_that_the_program_does_not_write_has_english_dates() -> None:
    assert weekday_written(WEDNESDAY, "fr") == "Wednesday 31 January"


def test_the_year_stands_where_the_language_has_it() -> None:
    assert month_written(WEDNESDAY, "zh", has_year=True) == "2024年1月"
    assert month_written(WEDNESDAY, "en", has_year=True) == "Jan 2024"
    assert day_written(WEDNESDAY, "zh", has_year=True) == "2024年1月31日"
    assert day_written(WEDNESDAY, "en", has_year=True) == "31 Jan 2024"


def test_no_two_months_are_written_alike() -> None:
    months = [date(2024, month, 1) for month in range(1, 13)]

    assert len({month_written(month, "en") for month in months}) == 12
