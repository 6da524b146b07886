"""JSON, and rows of it wherever they stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kiosk.data.records import MOST_COLUMNS, MOST_ROWS, Records
from kiosk.feeds.pieces import tree_of
from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    from kiosk.data.records import Value

_LONGEST = 80  # characters of what the reader says


def tree_in(content: bytes | str) -> object | Phrase:
    """What the JSON says; a phrase where it is none."""
    head = content[:100] if isinstance(content, str) else content[:100].decode(errors="replace")
    head = head.strip("\ufeff \t\r\n")
    if head.startswith("<"):
        return phrase("it is a web page, not JSON")
    try:
        if isinstance(content, bytes):
            content = content.decode(json.detect_encoding(content), "surrogatepass")
        tree = tree_of(content)
    except (ValueError, RecursionError) as error:
        if not head:
            return phrase("it is empty")
        return phrase("it is no JSON: {reason}", reason=str(error)[:_LONGEST])
    return tree


def found_at(tree: object, path: str) -> object | Phrase:
    """What stands there: `data.rows`, `0.rows`; all of it for an empty path."""
    for part in [part for part in path.split(".") if part]:
        if isinstance(tree, dict) and part in tree:
            tree = tree[part]
        elif isinstance(tree, list) and part.isdecimal() and int(part) < len(tree):
            tree = tree[int(part)]
        else:
            return phrase("it has nothing at '{path}'", path=path)
    return tree


def records_of(tree: object, path: str = "") -> Records | Phrase:
    """The rows there: a list of fields, fields of lists, or a list of lists under their names.

    One row alone stands for itself.
    """
    at = found_at(tree, path)
    if isinstance(at, Phrase):
        return at
    if isinstance(at, dict):
        if at and all(isinstance(value, list) for value in at.values()):
            return _records_by_column(at)
        at = [at]
    if not isinstance(at, list):
        return phrase("it has no list of rows at '{path}'", path=path or ".")
    at = at[: MOST_ROWS + 1]
    if all(isinstance(row, dict) for row in at):
        columns = tuple(dict.fromkeys(str(name) for row in at for name in row))
        rows = (tuple(value_of(row.get(name)) for name in columns) for row in at)
        return _bounded(columns, tuple(rows))
    if at and all(isinstance(row, list) for row in at):
        columns = tuple(str(name) for name in at[0])
        wide = len(columns)
        rows = (tuple(map(value_of, [*row, *[None] * wide][:wide])) for row in at[1:])
        return _bounded(columns, tuple(rows))
    return phrase("its rows are neither fields nor lists")


def value_of(value: object) -> Value:
    """A value as a cell may have it; what is no single value as JSON."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def _records_by_column(fields: dict[str, list[object]]) -> Records | Phrase:
    """Rows that are written column by column; a short one ends with nothing."""
    columns = tuple(fields)
    longest = min(MOST_ROWS + 1, max(map(len, fields.values())))
    padded = [[*values, *[None] * (longest - len(values))] for values in fields.values()]
    rows = zip(*(values[:longest] for values in padded), strict=True)
    return _bounded(columns, tuple(tuple(map(value_of, row)) for row in rows))


def _bounded(columns: tuple[str, ...], rows: tuple[tuple[Value, ...], ...]) -> Records | Phrase:
    if len(columns) > MOST_COLUMNS:
        return phrase("it has more than {count} columns", count=MOST_COLUMNS)
    if len(set(columns)) < len(columns):
        twice = next(name for name in columns if columns.count(name) > 1)
        return phrase("two of its columns are called '{word}'", word=twice)
    return Records(columns, rows)
