"""JSON becomes records wherever its rows stand, or a sentence says why not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.feed import LiveFile
from kiosk.data.records import Records
from kiosk.data.tabling import Need, misfit
from kiosk.feeds.kinds.json import Json
from kiosk.phrases import Phrase, said

TWO = Records(("gate", "flights"), (("A", 3), ("B", 12)))


def read(text: str, path: str = "") -> Records | str:
    answer = Json(json=LiveFile("x.json"), path=path).records(text.encode())
    return said(answer, "en") if isinstance(answer, Phrase) else answer


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('[{"gate": "A", "flights": 3}, {"gate": "B", "flights": 12}]', ""),
        ('{"d": {"rows": [{"gate": "A", "flights": 3}, {"gate": "B", "flights": 12}]}}', "d.rows"),
        ('[[], {"gate": ["A", "B"], "flights": [3, 12]}]', "1"),
        ('{"gate": ["A", "B"], "flights": [3, 12]}', ""),
        ('[["gate", "flights"], ["A", 3], ["B", 12]]', ""),
    ],
)  # fmt: skip
def test_rows_are_fields_or_lists_or_columns(text: str, path: str) -> None:
    assert read(text, path) == TWO


def test_fields_alone_are_one_row() -> None:
    assert read('{"now": {"flights": 3, "open": true, "by": [1]}}', "now") == Records(
        ("flights", "open", "by"), ((3, "true", "[1]"),)
    )


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        ("<html>Sign in</html>", "", "it is a web page, not JSON"),
        ("", "", "it is empty"),
        ('{"a": ', "", "it is no JSON: Expecting value: line 1 column 7 (char 6)"),
        ('{"a": 1}', "b.c", "it has nothing at 'b.c'"),
        ("7", "", "it has no list of rows at '.'"),
        ("[1, 2]", "", "its rows are neither fields nor lists"),
        ('[["a", "a"], [1, 2]]', "", "two of its columns are called 'a'"),
    ],
)
def test_what_has_no_rows_says_why(text: str, path: str, why: str) -> None:
    assert read(text, path) == why


def test_nested_deeper_than_anybody_reads_is_no_json() -> None:
    assert str(read("[" * 100_000)).startswith("it is no JSON")


def test_a_number_that_is_none_is_told_where_a_number_is_wanted() -> None:
    records = read('[{"gate": "A", "flights": NaN}]')

    assert isinstance(records, Records)
    why = misfit(records, (Need("flights", is_number=True),))
    assert why is not None
    assert said(why, "en") == "'nan' in the column 'flights' is no number"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)


@given(JSON)
def test_every_tree_gives_rows_as_wide_as_its_columns_or_a_sentence(tree: object) -> None:
    answer = Json(json=LiveFile("x.json")).records(json.dumps(tree).encode())

    if isinstance(answer, Records):
        assert all(len(row) == len(answer.columns) for row in answer.rows)
    else:
        assert said(answer, "zh")
