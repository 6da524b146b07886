"""Text with values between commas, semicolons or tabs, as records."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from kiosk.data.records import MOST_COLUMNS, MOST_ROWS, Records
from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = ",;\t|"
_WIDE = "，；"
_WORKBOOK = b"PK\x03\x04"
# Where semicolons part the values, as in 15,5; three digits behind the comma may be thousands.
_DECIMAL_COMMA = re.compile(r"([+−-]?[0-9]+),([0-9]{1,2}|[0-9]{4,})( ?%)?")


def decoded(content: bytes) -> str | Phrase:
    """The text: UTF-8, UTF-16 with its mark, or GBK, as programs for tables save it."""
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_utf_16 or b"\0" not in content:
        for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    if content.startswith(_WORKBOOK):
        return phrase("it is an Excel workbook; write excel for csv, or save it as CSV in Excel")
    return phrase("it is no text")


def records_in(text: str) -> Records | Phrase:
    """The rows below a first line with the names of the columns, or why there are none."""
    if text.lstrip().startswith("<"):
        return phrase("it is a web page, not a table")
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        return phrase("it is empty")
    between = max(_BETWEEN, key=first.count)
    try:
        rows = csv.reader(lines, delimiter=between)
        read = map(_with_points, rows) if between == ";" else rows
        return _records(read, is_cut=not text.endswith("\n"))
    except csv.Error:
        return phrase("its lines cannot be read as a table")


def _records(rows: Iterator[list[str]], *, is_cut: bool) -> Records | Phrase:
    """The rows under the first one. is_cut: whether the last line has no end."""
    header: tuple[str, ...] = ()
    found: list[tuple[str | None, ...]] = []
    for number, row in enumerate(rows, 1):
        if not any(cell.strip() for cell in row):
            continue
        if not header:
            header = tuple(cell.strip() for cell in row)
            wrong = _wrong_names(header)
            if wrong is not None:
                return wrong
            continue
        if len(row) > len(header):
            return phrase(
                "line {line} has {found} values, and there are {known} columns",
                line=number, found=len(row), known=len(header),
            )  # fmt: skip
        cells = (*(cell.strip() or None for cell in row), *(None,) * (len(header) - len(row)))
        found.append(cells)
        if len(found) > MOST_ROWS:
            break
    if is_cut and found and len(header) > 1 and found[-1][-1] is None:
        return phrase("its last line is cut off")
    return Records(header, tuple(found))


def _with_points(row: list[str]) -> list[str]:
    """The values, with a point where a German or a French Excel writes a comma."""
    return [
        cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell.strip()) else cell for cell in row
    ]


def _wrong_names(names: tuple[str, ...]) -> Phrase | None:
    """Why those cannot be the names of columns."""
    if len(names) > MOST_COLUMNS:
        return phrase("it has more than {count} columns", count=MOST_COLUMNS)
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        return phrase("two of its columns are called '{word}'", word=twice)
    return None
