"""How days, months and times of day are written: in the program's own style, or by CLDR.

English months have three letters each, so that an axis is even (CLDR has a fourth in `Sept`), and
the day of the week stands in brackets in Chinese.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.data.manner import has_own_style
from kiosk.theme import is_chinese

if TYPE_CHECKING:
    from datetime import date, time

    from kiosk.data.cldr import Parts

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE_WEEKDAYS = "一二三四五六日"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT = 3  # letters of a month's name, which tell all of them apart


def month_written(day: date, language: str, *, has_year: bool = False) -> str:
    """The month of `day`, as briefly as an axis needs it: `5月`, `2024年5月`, `May 2024`."""
    if known := _by_cldr(day, "month and year" if has_year else "month", language):
        return known
    if is_chinese(language):
        return f"{day.year}年{day.month}月" if has_year else f"{day.month}月"
    month = _MONTHS[day.month - 1][:_SHORT]
    return f"{month} {day.year}" if has_year else month


def day_written(day: date, language: str, *, has_year: bool = False) -> str:
    """The day, just as briefly: `5月17日`, `17 May`, `17 May 2024`."""
    if known := _by_cldr(day, "day and year" if has_year else "day", language):
        return known
    month = month_written(day, language, has_year=has_year)
    return f"{month}{day.day}日" if is_chinese(language) else f"{day.day} {month}"


def weekday_written(day: date, language: str) -> str:
    """The day and its name, in full: `6月2日（周二）`, `Tuesday 2 June`."""
    if known := _by_cldr(day, "weekday", language):
        return known
    if is_chinese(language):
        return f"{day_written(day, language)}（周{_CHINESE_WEEKDAYS[day.weekday()]}）"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def clock_written(at: time, language: str, *, has_seconds: bool = False) -> str:
    """The time of a day of 24 hours: `14:05`, `14.05` in Danish."""
    known = _by_cldr(at, "clock and seconds" if has_seconds else "clock", language)
    return known or (f"{at:%H:%M:%S}" if has_seconds else f"{at:%H:%M}")


def _by_cldr(moment: date | time, parts: Parts, language: str) -> str | None:
    """As the language writes it; None where it has a style of its own here, or is unknown."""
    if has_own_style(language):
        return None
    from kiosk.data.cldr import written  # noqa: PLC0415 - 20 ms that the own styles do without

    return written(moment, parts, language)
