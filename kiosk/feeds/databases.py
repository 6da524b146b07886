"""What a query tells of an SQLite database; the file is only read."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.data.records import MOST_COLUMNS, MOST_ROWS, Records, Value
from kiosk.feeds.files import AGAIN_S, why_unread
from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.data.feed import Line

LONGEST_S = 5.0
_STEPS = 10_000  # of the database's engine, between two looks at the clock
_LONGEST = 80  # characters of what the database says
_BUSY_S = 1.0


def follow_database(line: Line, file: str, every_s: float, query: str) -> None:
    """Tells `line` what `query` finds in the database `file`, again every `every_s`.

    What is written beside the file (a journal, a log) counts as well, so the query is asked anew
    each time and not only when the file changes.
    """
    path = line.path(file)
    wait_s = 0.0
    while not line.wait(wait_s):
        wait_s = min(AGAIN_S, every_s)
        try:
            os.stat(path)  # noqa: PTH116 - SQLite has no words for a file that is not there
            answer = asked(path, query, line.now)
        except OSError as error:
            line.fail(why_unread(error, file))
            continue
        if isinstance(answer, Phrase):
            line.fail(answer)
        elif line.tell(answer):
            wait_s = every_s


def asked(path: str, query: str, now: Callable[[], float]) -> Records | Phrase:
    """What the query finds in the database there; it can change nothing. now: a clock."""
    address = f"file:{quote(path)}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_S)) as database:
            return _asked(database, query, now)
    except sqlite3.Error as error:
        return _why(error)


def asked_of(content: bytes, query: str) -> Records | Phrase:
    """What the query finds in the content of a database's file."""
    if not content.startswith(b"SQLite format 3\0"):
        return phrase("it is no SQLite database")
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            return _asked(database, query, lambda: 0.0)
    except sqlite3.Error as error:
        return _why(error)


def _asked(database: sqlite3.Connection, query: str, now: Callable[[], float]) -> Records | Phrase:
    """The rows of the query, which is broken off when it takes too long."""
    ends = now() + LONGEST_S
    database.set_progress_handler(lambda: now() > ends, _STEPS)
    database.execute("PRAGMA query_only = 1")
    cursor = database.execute(query)
    columns = tuple(str(column[0]) for column in cursor.description or ())
    if len(columns) > MOST_COLUMNS:
        return phrase("it has more than {count} columns", count=MOST_COLUMNS)
    if len(set(columns)) < len(columns):
        twice = next(name for name in columns if columns.count(name) > 1)
        return phrase("two of its columns are called '{word}'", word=twice)
    rows = cursor.fetchmany(MOST_ROWS + 1)
    return Records(columns, tuple(tuple(map(_value, row)) for row in rows))


def _value(value: object) -> Value:
    return value if value is None or isinstance(value, str | int | float) else "…"


def _why(error: sqlite3.Error) -> Phrase:
    """Why a database tells nothing."""
    said = str(error)
    if "not a database" in said:
        return phrase("it is no SQLite database")
    if said == "interrupted":
        return phrase("the query takes longer than {seconds} s", seconds=f"{LONGEST_S:g}")
    return phrase("the query fails: {reason}", reason=said[:_LONGEST])
