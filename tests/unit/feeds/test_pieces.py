"""JSON that is read piece by piece says what it says in one go."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feeds.pieces import tree_of
from tests.unit.feeds.test_trees import JSON


@given(JSON, st.integers(1, 40), st.sampled_from([None, 1]))
def test_any_tree_is_the_same_in_pieces(tree: object, piece: int, indent: int | None) -> None:
    text = json.dumps(tree, indent=indent)

    assert repr(tree_of(text, piece)) == repr(json.loads(text))


@given(st.text(st.sampled_from('[]{},:" 1e.-\\nul'), max_size=30), st.integers(1, 10))
def test_what_is_no_json_is_none_in_pieces(text: str, piece: int) -> None:
    try:
        whole: object = repr(json.loads(text))
    except ValueError:
        whole = ValueError

    try:
        in_pieces: object = repr(tree_of(text, piece))
    except ValueError:
        in_pieces = ValueError

    assert in_pieces == whole


def test_deep_trees_end() -> None:
    with pytest.raises((RecursionError, ValueError)):
        tree_of("[" * 100_000)
