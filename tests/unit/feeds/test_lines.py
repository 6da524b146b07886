"""Text between commas becomes records, or a sentence says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.feed import LiveFile
from kiosk.data.records import Records
from kiosk.feeds.kinds.csv import Csv
from kiosk.phrases import Phrase, said

FEED = Csv(csv=LiveFile("x.csv"))


def read(content: bytes | str) -> Records | str:
    answer = FEED.records(content if isinstance(content, bytes) else content.encode())
    return said(answer, "en") if isinstance(answer, Phrase) else answer


@pytest.mark.parametrize(
    "text",
    [
        "gate,flights\nA,3\n", "gate;flights\r\nA;3\r\n", "gate\tflights\nA\t3",
        "gate,flights\n\nA,3\n\n\n",
        ' gate , flights \n A , 3 \n', '"gate","flights"\n"A","3"\n',
    ],
)  # fmt: skip
def test_commas_semicolons_and_tabs_are_the_same(text: str) -> None:
    assert read(text) == Records(("gate", "flights"), (("A", "3"),))


def test_a_decimal_comma_is_a_point_where_semicolons_part_the_values() -> None:
    assert read("a;b\n1,5;12,25%\n15,100;Hof 3,5\n") == Records(
        ("a", "b"), (("1.5", "12.25%"), ("15,100", "Hof 3,5"))
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_table_is_read_as_any_program_saves_it(encoding: str) -> None:
    assert read("航站楼,架次\nT3,28\n".encode(encoding)) == Records(
        ("航站楼", "架次"), (("T3", "28"),)
    )


def test_a_value_that_is_left_out_is_nothing() -> None:
    assert read("a,b,c\n1,,3\n4\n") == Records(
        ("a", "b", "c"), (("1", None, "3"), ("4", None, None))
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        ("\n \n", "it is empty"),
        ("<!doctype html><html>Sign in</html>", "it is a web page, not a table"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is no text"),
        ("a,b\n1,2,3\n", "line 2 has 3 values, and there are 2 columns"),
        ("a,b\n1,2\n3", "its last line is cut off"),
        ("a,a\n1,2\n", "two of its columns are called 'a'"),
        (",".join(f"c{i}" for i in range(300)) + "\n", "it has more than 200 columns"),
    ],
)
def test_what_is_no_table_says_why(text: bytes | str, why: str) -> None:
    assert read(text) == why


@given(st.binary(max_size=300))
def test_no_content_is_more_than_it_can_bear(content: bytes) -> None:
    answer = FEED.records(content)

    if isinstance(answer, Records):
        assert all(len(row) == len(answer.columns) for row in answer.rows)
    else:
        assert said(answer, "zh")
