"""What a source outside the show tells: named columns of plain values."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from datetime import tzinfo

Value = str | int | float | None

MOST_ROWS = 100_000
MOST_COLUMNS = 200
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d(?::?\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Records:
    """Rows of values, one a column; None where nothing was told. Unlike a table, fit for a file."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ()


def in_zone(records: Records, zone: tzinfo | None) -> Records:
    """The records with moments as a clock in that zone shows them.

    Those are texts such as `2026-06-01T06:05:00.250Z`; other texts stay as they are.
    """
    with_moments = {
        column
        for column in range(len(records.columns))
        if any(_is_moment(row[column]) for row in records.rows)
    }
    if not with_moments:
        return records
    rows = (
        tuple(
            _local(value, zone) if column in with_moments else value
            for column, value in enumerate(row)
        )
        for row in records.rows
    )
    return Records(records.columns, tuple(rows))


def _is_moment(value: Value) -> bool:
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None


def _local(value: Value, zone: tzinfo | None) -> Value:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return value
    try:
        moment = datetime.fromisoformat(value)
        here = moment if moment.tzinfo is None or zone is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        return value
    return moment_text(here)


def moment_text(moment: datetime) -> str:
    """The moment as charts read it, to the millisecond where it has some."""
    part = f".{moment.microsecond // 1000:03d}" if moment.microsecond >= 1000 else ""
    return f"{moment:%Y-%m-%d %H:%M:%S}{part}"
