"""Sheets of Excel workbooks as records; openpyxl reads them, without keeping a whole one."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from kiosk.data.records import MOST_COLUMNS, MOST_ROWS, Records, Value
from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook import Workbook

_MOST_UNPACKED = 200_000_000  # bytes: a small file may hold a large one
_MOST_EMPTY = 1000  # rows one after another; a sheet may say that it has a million
_SHOWN = 12  # sheets that are named in a problem


def records_in(content: bytes, sheet: str) -> Records | Phrase:
    """The rows of the sheet of that name, or of the first; or why there are none."""
    from openpyxl import load_workbook  # noqa: PLC0415 - takes 0.2 s

    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
        if unpacked > _MOST_UNPACKED:
            return phrase("it has more than {megabytes} MB", megabytes=_MOST_UNPACKED // 10**6)
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        try:
            return _records(book, sheet)
        finally:
            book.close()
    except Exception:  # noqa: BLE001 - a damaged file makes the library stumble anywhere
        return phrase("it is no Excel workbook")


def _records(book: Workbook, sheet: str) -> Records | Phrase:
    """The rows of a sheet of the workbook."""
    if sheet and sheet not in book.sheetnames:
        there = ", ".join(book.sheetnames[:_SHOWN])
        return phrase("it has no sheet '{word}', but {names}", word=sheet, names=there)
    chosen = book[sheet] if sheet else book.worksheets[0]
    rows = _written(chosen.iter_rows(values_only=True, max_col=MOST_COLUMNS))
    header = next(rows, None)
    if header is None:
        return phrase("it is empty")
    places = [i for i, name in enumerate(header) if name is not None]
    names = [str(header[i]).strip() for i in places]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        return phrase("two of its columns are called '{word}'", word=twice)
    found = []
    for row in rows:
        found.append(tuple(value_of(row[i]) if i < len(row) else None for i in places))
        if len(found) > MOST_ROWS:
            break
    return Records(tuple(names), tuple(found))


def _written(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    """The rows in which something stands, up to a long stretch of empty ones."""
    empty = 0
    for row in rows:
        if any(value is not None for value in row):
            empty = 0
            yield row
        else:
            empty += 1
            if empty > _MOST_EMPTY:
                return


def value_of(value: object) -> Value:
    """The value of a cell; times as charts read them."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return f"{value:%Y-%m-%d}" if is_day else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return f"{value:%H:%M:%S}" if isinstance(value, time) else str(value)
