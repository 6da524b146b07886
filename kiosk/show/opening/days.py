"""Days and times as staff write them: `2026-12-01`, `2026-12-01 18:00`, `12-25`."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from datetime import date, datetime, timedelta
from typing import NewType

from kiosk.phrases import Phrase, any_of, phrase, write
from kiosk.show.fields.bind import UNFIT, Binder, Converter, Unfit
from kiosk.show.opening.dates import Dates
from kiosk.show.yaml.nodes import Mapping, Node, Scalar

Ymd = tuple[int, int, int]  # year, month and day; the year 0 is every year

Since = NewType("Since", datetime)  # the first time, as a clock on the wall shows it
Until = NewType("Until", datetime)  # the first time after the last

_DATE = re.compile(r"(?:([0-9]{4})-)?([0-9]{1,2})-([0-9]{1,2})")
_TIME = re.compile(r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[ T]+([0-9]{1,2}):([0-9]{2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_MONTHS = 12
_NARROW = str.maketrans("０１２３４５６７８９－—–：／．，～年月", "0123456789---:/.,~--", "日")
_LEAP_YEAR = 2000
_FIRST_YEAR, _LAST_YEAR = 1970, 9000


def narrowed(text: str) -> str:
    """`text` with the digits and signs of the English keyboard for those of the Chinese one."""
    return text.translate(_NARROW)


def day_of(node: Scalar, binder: Binder) -> Ymd | Unfit:
    """A day of one year (`2026-12-25`) or of every year (`12-25`)."""
    match = _DATE.fullmatch(node.text)
    if match is None:
        return binder.expected(node, phrase("a date"), _hint(node.text, write("2026-12-25")))
    return _valid(match) or _no_such_day(node, binder)


def since(node: Node, binder: Binder) -> object:
    """The beginning of a day, or a time on it."""
    found = _written(node, binder)
    return found if isinstance(found, Unfit) else found[0]


def until(node: Node, binder: Binder) -> object:
    """The end of a day, or a time on it."""
    found = _written(node, binder)
    if isinstance(found, Unfit):
        return UNFIT
    shown, is_day = found
    return shown + timedelta(days=1) if is_day else shown


def dates_of(
    node: Mapping, first: Since | None, end: Until | None, at: datetime | None, binder: Binder
) -> Dates | Unfit:
    """The dates of what stands in `node`, where `from` and `until` were read as those.

    at: the moment at which it is read, in the show's zone; what is over then is told. None tells
    nothing.
    """
    dates, written = Dates(first, end), node.get("until")
    if first is not None and end is not None and end <= first and written is not None:
        hint = phrase("write a date after the one of 'from'")
        binder.findings.error(written, "wrong-value", phrase("it ends before it begins"), hint)
        return UNFIT
    if at is not None and written is not None and dates.are_over(at, None):
        hint = phrase("write a later date, or remove it")
        binder.findings.warning(written, "past", phrase("nobody sees it any more"), hint)
    return dates


def _written(node: Node, binder: Binder) -> tuple[datetime, bool] | Unfit:
    """The time, and whether it is only a day."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    match = _TIME.fullmatch(text)
    if match is None:
        hint = _hint(text, phrase("write 2026-12-01, or 2026-12-01 18:00"))
        return binder.expected(node, phrase("a date"), hint)
    day, hour, minute = match[1], int(match[2] or 0), int(match[3] or 0)
    parts = _DATE.fullmatch(day)
    assert parts is not None
    ymd = _valid(parts)
    if ymd is None:
        return _no_such_day(node, binder)
    if hour > 23 or minute > 59:
        what = phrase("no clock shows '{word}'", word=text)
        binder.findings.error(
            node, "out-of-range", what, phrase("write a time from 00:00 to 23:59")
        )
        return UNFIT
    return datetime(*ymd, hour, minute), match[2] is None  # noqa: DTZ001 - on a wall


def _valid(match: re.Match[str]) -> Ymd | None:
    """The day, if there is such a one."""
    year, month, day = (int(part or 0) for part in match.groups())
    if match[1] and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return year, month, day


def _no_such_day(node: Node, binder: Binder) -> Unfit:
    """Reports that no calendar has that day."""
    what = phrase("there is no such day")
    binder.findings.error(node, "out-of-range", what, phrase("write year, month and day"))
    return UNFIT


def _hint(text: str, example: Phrase) -> Phrase:
    """The same with hyphens, the year first, or an example."""
    if turned := _YEAR_LAST.fullmatch(narrowed(text).strip()):
        first, second, year = (int(part) for part in turned.groups())
        days = {(b, a) for a, b in ((first, second), (second, first)) if b <= _MONTHS}
        meant = [f"{year}-{month:02}-{day:02}" for month, day in sorted(days)]
        return write(any_of(meant)) if meant else example
    plain = re.sub(r"(?<=[0-9])[/.](?=[0-9])", "-", narrowed(text))
    return write(plain) if _TIME.fullmatch(plain) and plain != text else example


CONVERTERS: MappingABC[object, Converter] = {Since: since, Until: until}
