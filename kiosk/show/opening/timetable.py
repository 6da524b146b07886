"""Opening hours as staff write them: `{mon-fri: "08:30-18:00", sat-sun: closed}`."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from datetime import date, tzinfo
from itertools import pairwise

from kiosk.phrases import Phrase, phrase, write
from kiosk.show.fields.bind import UNFIT, Binder, Converter, Unfit, found
from kiosk.show.findings import first_place
from kiosk.show.opening.days import Ymd, day_of, narrowed
from kiosk.show.opening.hours import DAY, Holiday, Hours, Window, Windows
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence, inner
from kiosk.show.yaml.resolve import is_null
from kiosk.values import dataclass

_SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {
    **{name: index for names in (_SHORT, _LONG) for index, name in enumerate(names)},
    **{f"周{sign}": index for index, sign in enumerate("一二三四五六日")},
    **{f"星期{sign}": index for index, sign in enumerate("一二三四五六日")},
}
_CLOSED = frozenset({"closed", "off"})
_PART = re.compile(r"[^,，、]+")
_NAME = re.compile(r"[^\s–-]+")
_STRETCH = re.compile(r"\s*[^\s–-]+\s*(?:[–-]\s*[^\s–-]+\s*)?")
_WINDOW = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*[-–]\s*([0-9]{1,2}):([0-9]{2})")
_RANGE = re.compile(r"(.+?)(?:\s+(?:to|-|–)\s+|\s*\.\.\s*)(.+)")
_ZONE = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")


@dataclass(frozen=True, slots=True)
class _Line:
    """What is written of some days. days: from Monday, 0."""

    key: Scalar
    days: tuple[int, ...]
    windows: Windows


def hours(node: Node, binder: Binder) -> object:
    """The hours of each day, of holidays, and their zone; one value alone is for every day."""
    if isinstance(node, Scalar | Sequence):
        windows = _windows(node, binder)
        return UNFIT if isinstance(windows, Unfit) else Hours((windows,) * 7)
    lines: list[_Line] = []
    holidays: tuple[Holiday, ...] | Unfit = ()
    zone: tzinfo | Unfit | None = None
    is_whole = not node.is_flawed
    for key, value in node.entries:
        if key.text == "zone":
            zone = _zone(value, binder)
        elif key.text == "holidays":
            holidays = _holidays(value, binder)
        else:
            line = _line(key, value, binder)
            is_whole = is_whole and line is not None
            lines += [] if line is None else [line]
    week = _week(lines, binder)
    if isinstance(week, Unfit) or isinstance(holidays, Unfit) or isinstance(zone, Unfit):
        return UNFIT
    return Hours(week, holidays, zone) if is_whole else UNFIT


def _line(key: Scalar, value: Node, binder: Binder) -> _Line | None:
    """The hours of the days in `key`; None where something is wrong with them."""
    if key.is_plain and is_null(value) and _WINDOW.fullmatch(key.text):
        hint = phrase('put quotes around both: "09:00-12:00, 13:30-18:00"')
        binder.findings.error(
            key, "quotes-needed", phrase("'{word}' is no day", word=key.text), hint
        )
        return None
    days, windows = _days(key, binder), _windows(value, binder)
    if isinstance(days, Unfit) or isinstance(windows, Unfit):
        return None
    return _Line(key, days, windows)


def _week(lines: list[_Line], binder: Binder) -> tuple[Windows, ...] | Unfit:
    """Each day's windows: those of the line that names the fewest days; of none: closed."""
    week: list[Windows] = []
    for day in range(7):
        named = sorted(
            (line for line in lines if day in line.days), key=lambda each: len(each.days)
        )
        if len(named) > 1 and len(named[0].days) == len(named[1].days):
            first, second = named[:2]
            related = first_place(first.key, phrase("the other one"))
            what = phrase("'{word}' has hours in two lines", word=_SHORT[day])
            hint = phrase("name each day once")
            binder.findings.error(second.key, "duplicate-field", what, hint, related)
            return UNFIT
        week.append(named[0].windows if named else ())
    return tuple(week)


def _days(key: Scalar, binder: Binder) -> tuple[int, ...] | Unfit:
    """The days of `mon-fri`, `mon, wed` or `daily`, from Monday, 0."""
    if key.text.strip() == "daily":
        return tuple(range(7))
    parts = list(_PART.finditer(key.text))
    if not parts or not all(_STRETCH.fullmatch(part[0]) for part in parts):
        hint = phrase("write mon, mon-fri or 'mon, wed, fri'")
        return binder.expected(key, phrase("days"), hint)
    days: set[int] = set()
    for part in parts:
        ends = []
        for name in _NAME.finditer(part[0]):
            day = _DAYS.get(name[0].casefold())
            if day is None:
                at = inner(key, part.start() + name.start(), len(name[0]))
                return _unknown_day(at, binder)
            ends.append(day)
        days |= {(ends[0] + n) % 7 for n in range((ends[-1] - ends[0]) % 7 + 1)}
    return tuple(sorted(days))


def _unknown_day(name: Scalar, binder: Binder) -> Unfit:
    """Reports that there is no such day."""
    hint = binder.findings.meant(name.text, (*_SHORT, "daily", "holidays", "zone"))
    binder.findings.error(
        name, "unknown-field", phrase("unknown day '{word}'", word=name.text), hint
    )
    return UNFIT


def _windows(node: Node, binder: Binder) -> Windows | Unfit:
    """`"08:30-18:00"`, several of them, or `closed`."""
    if isinstance(node, Mapping) or (isinstance(node, Sequence) and not node.items):
        return binder.expected(node, phrase("opening hours"), _example())
    if isinstance(node, Scalar) and node.text.strip() in _CLOSED:
        return ()
    parts: list[Node] = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        text = item.text if isinstance(item, Scalar) else ""
        for match in _PART.finditer(text):
            assert isinstance(item, Scalar)
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            parts.append(inner(item, begin, len(match[0].strip())))
        parts += [] if text.strip() else [item]
    read = [_window(part, binder) for part in parts]
    windows = sorted(each for each in read if isinstance(each, Window))
    if len(windows) < len(read):
        return UNFIT
    if any(one.end >= other.start for one, other in pairwise(windows)):
        what = phrase("the times of one day touch each other")
        binder.findings.error(node, "wrong-value", what, phrase("write them as one"))
        return UNFIT
    return tuple(windows)


def _window(node: Node, binder: Binder) -> Window | Unfit:
    """From one time to another; one that is not later is of the next day."""
    text = node.text if isinstance(node, Scalar) else ""
    match = _WINDOW.fullmatch(text)
    if match is None:
        return binder.expected(node, phrase("opening hours"), _window_hint(text))
    start, end = _minutes(match[1], match[2]), _minutes(match[3], match[4])
    if start is None or end is None or start == DAY:
        hint = phrase("write times from 00:00 to 24:00")
        binder.findings.error(
            node, "out-of-range", phrase("{found} is out of range", found=found(node)), hint
        )
        return UNFIT
    if start == end:
        hint = phrase('write "00:00-24:00" for the whole day')
        binder.findings.error(
            node, "wrong-value", phrase("'{word}' ends when it begins", word=text), hint
        )
        return UNFIT
    return Window(start, end if end > start else end + DAY)


def _example() -> Phrase:
    return phrase('write "08:30-18:00", or closed')


def _window_hint(text: str) -> Phrase:
    """The same as it is written here, or an example."""
    plain = re.sub(r"\s*[~至到]\s*|\s+to\s+", "-", narrowed(text.strip()))
    plain = re.sub(r"(?<=[0-9])\.(?=[0-9]{2}(?![0-9]))", ":", plain)
    plain = re.sub(r"(?<![:0-9])([0-9]{1,2})(?![:0-9])", r"\1:00", plain)
    return write(f'"{plain}"') if _WINDOW.fullmatch(plain) else _example()


def _minutes(hour: str, minute: str) -> int | None:
    """Minutes after midnight; None where no clock shows that."""
    minutes = int(hour) * 60 + int(minute)
    return minutes if int(minute) < 60 and minutes <= DAY else None


def _holidays(node: Node, binder: Binder) -> tuple[Holiday, ...] | Unfit:
    """Days with hours of their own, the shorter stretches first; a list is of closed ones."""
    written: list[tuple[Node, Windows | Unfit]] = []
    if isinstance(node, Mapping):
        written = [(key, _windows(value, binder)) for key, value in node.entries]
    elif isinstance(node, Sequence):
        written = [(item, ()) for item in node.items]
    else:
        return binder.expected(node, phrase("dates and their hours"), write("{2026-12-25: closed}"))
    holidays: list[Holiday] = []
    for day, windows in written:
        ends = _stretch(day, binder)
        if not isinstance(ends, Unfit) and not isinstance(windows, Unfit):
            holidays.append(Holiday(*ends, windows))
    if len(holidays) < len(written) or node.is_flawed:
        return UNFIT
    return tuple(sorted(holidays, key=lambda each: (each.first[0] == 0, _length(each))))


def _stretch(node: Node, binder: Binder) -> tuple[Ymd, Ymd] | Unfit:
    """The first and the last day of `2026-12-25` or `2026-12-25 to 2027-01-03`."""
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("a date"), write("2026-12-25"))
    match = _RANGE.fullmatch(node.text)
    if match is None:
        day = day_of(node, binder)
        return UNFIT if isinstance(day, Unfit) else (day, day)
    first = day_of(inner(node, 0, len(match[1])), binder)
    last = day_of(inner(node, match.start(2), len(match[2])), binder)
    if isinstance(first, Unfit) or isinstance(last, Unfit):
        return UNFIT
    if bool(first[0]) != bool(last[0]):
        return binder.expected(node, phrase("a year in both dates or in none"))
    if first[0] and last < first:
        return binder.expected(node, phrase("the earlier date first"))
    return first, last


def _length(holiday: Holiday) -> int:
    """How many days it has, less one; those of every year are counted in a leap year."""
    first, last = (date(y or 2000, m, d).toordinal() for y, m, d in (holiday.first, holiday.last))
    return last - first if last >= first else last - first + 366


def _zone(node: Node, binder: Binder) -> tzinfo | Unfit:
    """The zone of an IANA name."""
    # Only where a show has one. Its table is the program's, as a module would be.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones  # noqa: PLC0415 - above

    text = node.text if isinstance(node, Scalar) else ""
    if not _ZONE.fullmatch(text):
        return binder.expected(node, phrase("a time zone"), write("Asia/Shanghai"))
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError, ValueError):  # the latter two for `Asia` alone
        hint = binder.findings.meant(text, available_timezones(), write("Asia/Shanghai"))
        what = phrase("unknown time zone '{word}'", word=text)
        binder.findings.error(node, "wrong-value", what, hint)
        return UNFIT


CONVERTERS: MappingABC[object, Converter] = {Hours: hours}
