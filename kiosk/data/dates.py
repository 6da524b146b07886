"""How days and months are written in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.theme import is_chinese

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE_WEEKDAYS = "一二三四五六日"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT = 3  # letters of a month's name, which tell all of them apart


def month_written(day: date, language: str, *, has_year: bool = False) -> str:
    """The month of `day`, as briefly as an axis needs it: `5月`, `2024年5月`, `May 2024`."""
    if is_chinese(language):
        return f"{day.year}年{day.month}月" if has_year else f"{day.month}月"
    month = _MONTHS[day.month - 1][:_SHORT]
    return f"{month} {day.year}" if has_year else month


def day_written(day: date, language: str, *, has_year: bool = False) -> str:
    """The day, just as briefly: `5月17日`, `17 May`, `17 May 2024`."""
    month = month_written(day, language, has_year=has_year)
    return f"{month}{day.day}日" if is_chinese(language) else f"{day.day} {month}"


def weekday_written(day: date, language: str) -> str:
    """The day and its name, in full: `6月2日（周二）`, `Tuesday 2 June`."""
    if is_chinese(language):
        return f"{day_written(day, language)}（周{_CHINESE_WEEKDAYS[day.weekday()]}）"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
