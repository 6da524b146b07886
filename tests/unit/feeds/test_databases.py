"""A query finds its rows in an SQLite database, changes nothing, and never takes for ever."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.data.feed import LiveFile
from kiosk.data.records import Records
from kiosk.feeds.databases import asked
from kiosk.feeds.kinds.sqlite import Sqlite
from kiosk.phrases import Phrase, said
from tests.unit.feeds.scripted import Script, nothing

QUERY = "select gate, flights from gates order by gate"
A = Records(("gate", "flights"), (("A", 3),))
ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"


def made(folder: Path, journal: str = "delete") -> sqlite3.Connection:
    database = sqlite3.connect(folder / "gates.db")
    database.execute(f"pragma journal_mode = {journal}")
    database.execute("create table gates (gate text, flights number)")
    database.execute("insert into gates values ('A', 3)")
    database.commit()
    return database


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_rows_are_told_again_when_they_were_written(tmp_path: Path, journal: str) -> None:
    with closing(made(tmp_path, journal)) as database:

        def writes() -> None:
            database.execute("update gates set flights = 4")
            database.commit()

        line = Script(tmp_path, nothing, writes)

        Sqlite(sqlite=LiveFile("gates.db"), query=QUERY).follow(line)

    assert line.told == [A, Records(("gate", "flights"), (("A", 4),))]


def test_a_file_is_read_once_from_its_content_too(tmp_path: Path) -> None:
    made(tmp_path).close()
    content = (tmp_path / "gates.db").read_bytes()

    assert Sqlite(sqlite=LiveFile("gates.db"), query=QUERY).records(content) == A


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("select gate from halls", "the query fails: no such table: halls"),
        ("delete from gates", "the query fails: attempt to write a readonly database"),
        ("select 1 as a, 2 as a", "two of its columns are called 'a'"),
        (ENDLESS, "the query takes longer than 5 s"),
    ],
)
def test_a_query_that_finds_nothing_says_why(tmp_path: Path, query: str, why: str) -> None:
    made(tmp_path).close()
    seconds = iter(range(10_000))

    answer = asked(str(tmp_path / "gates.db"), query, lambda: float(next(seconds)))

    assert isinstance(answer, Phrase)
    assert said(answer, "en") == why


def test_a_file_that_is_no_database_says_so_and_one_that_is_not_there_is_not_made(
    tmp_path: Path,
) -> None:
    feed = Sqlite(sqlite=LiveFile("gates.db"), query=QUERY)
    line = Script(
        tmp_path, nothing, lambda: (tmp_path / "gates.db").write_text("gate,flights\nA,3\n" * 9)
    )

    feed.follow(line)

    assert line.wrong == ["there is no file 'gates.db'", "it is no SQLite database"]
    nothing_in_it = feed.records(b"gate,flights")
    assert isinstance(nothing_in_it, Phrase)
