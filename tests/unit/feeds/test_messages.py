"""Messages become rows: one more each, one for each name, or all at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.records import Records
from kiosk.feeds.messages import Messages
from kiosk.phrases import said
from tests.unit.feeds.scripted import AT


def heard(messages: Messages, *payloads: bytes) -> Records:
    for second, payload in enumerate(payloads):
        assert messages.hear("hall/gates", payload, AT + timedelta(seconds=second)) is None
    return messages.records()


def test_a_number_is_a_row_with_the_time_at_which_it_was_heard() -> None:
    assert heard(Messages(), b"3", b"4.5") == Records(
        ("value", "time", "topic"),
        ((3, "2026-06-01 14:05:00", "hall/gates"), (4.5, "2026-06-01 14:05:01", "hall/gates")),
    )


def test_fields_are_a_row_and_keep_their_own_time() -> None:
    assert heard(Messages(path="d"), b'{"d": {"gate": "A", "time": "08:30"}}') == Records(
        ("gate", "time", "topic"), (("A", "08:30", "hall/gates"),)
    )


def test_no_more_rows_are_kept_than_wished() -> None:
    records = heard(Messages(keep=2), *(f"{n}".encode() for n in range(9)))

    assert [row[0] for row in records.rows] == [7, 8]


def test_of_each_name_the_last_message_counts() -> None:
    records = heard(
        Messages(by="gate"),
        b'{"gate": "A", "n": 1}', b'{"gate": "B", "n": 2}', b'{"gate": "A", "n": 3}',
    )  # fmt: skip

    assert [row[:2] for row in records.rows] == [("A", 3), ("B", 2)]


def test_a_list_is_all_rows_there_are() -> None:
    assert heard(Messages(), b"3", b'[{"gate": "A"}]') == Records(("gate",), (("A",),))


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"<html>", "it is a web page, not JSON"),
        (b'"three"', "a message is neither a number nor fields"),
        (b"true", "a message is neither a number nor fields"),
        (b"\xff\xfe", "it is no JSON: 'utf-16-le' codec can't decode"),
        (b"[1]", "its rows are neither fields nor lists"),
    ],
)
def test_a_message_that_is_no_row_says_why(payload: bytes, why: str) -> None:
    found = Messages().hear("x", payload, AT)

    assert found is not None
    assert said(found, "en").startswith(why[:14])


@given(st.lists(st.binary(max_size=20)), st.booleans())
def test_no_message_is_more_than_it_can_bear(payloads: list[bytes], has_names: bool) -> None:
    messages = Messages(by="a" if has_names else "", keep=3)

    for payload in payloads:
        messages.hear("x", payload, AT)

    assert all(len(row) == len(messages.records().columns) for row in messages.records().rows)
