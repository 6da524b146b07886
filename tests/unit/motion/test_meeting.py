"""Rows that show the same under other names meet, and no others."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import BATCHES, Bars, fours
from kiosk.marks import Label, Marks
from kiosk.motion.meeting import meeting
from kiosk.theme import Colour, TextStyle

STYLE, INK = TextStyle("sans", 30.0), Colour(1.0, 1.0, 1.0)
names = st.sampled_from(("cars", "phones", "2023", "2024", "", "#2"))
rows = st.lists(st.lists(names, min_size=1, max_size=2).map("·".join), unique=True, max_size=6)


def marks_of(*names: str) -> Marks:
    """Bars of those names, each with its value."""
    boxes = [(10.0, 20.0 * row, 50.0, 10.0) for row, _ in enumerate(names)]
    keys = tuple(f"mark/{name}" for name in names)
    bars = Bars("marks", keys, fours(boxes), fours([INK] * len(names)), np.ones(len(names)))
    return (bars, *(Label(f"value/{name}", "1", 0.0, 0.0, STYLE, INK) for name in names))


def keys_of(marks: Marks) -> list[str]:
    """The keys of all rows, then of the marks beside them."""
    of_rows = [key for mark in marks if isinstance(mark, BATCHES) for key in mark.keys]
    return [*of_rows, *(mark.key for mark in marks if not isinstance(mark, BATCHES))]


def test_a_bar_is_the_piece_of_a_stack_that_has_its_name() -> None:
    bars, stack = marks_of("cars", "phones"), marks_of("2024·phones", "2024·cars")

    there, back = meeting(bars, stack), meeting(stack, bars)

    keys = ["mark/2024·cars", "mark/2024·phones", "value/2024·cars", "value/2024·phones"]
    assert keys_of(there) == keys
    assert keys_of(back) == ["mark/phones", "mark/cars", "value/phones", "value/cars"]


def test_rows_named_the_other_way_round_are_the_same() -> None:
    grouped, stack = marks_of("cars·2023", "cars·2024"), marks_of("2023·cars", "2024·cars")

    assert keys_of(meeting(grouped, stack)) == keys_of(stack)


def test_a_bar_that_could_be_one_of_two_pieces_is_neither() -> None:
    bars, stack = marks_of("cars"), marks_of("2023·cars", "2024·cars")

    assert meeting(bars, stack) is bars


@given(old=rows, new=rows)
def test_no_two_rows_become_one_and_none_that_has_met_already_is_called_otherwise(
    old: list[str], new: list[str]
) -> None:
    before, after = marks_of(*old), marks_of(*new)

    met = keys_of(meeting(before, after))

    assert len(met) == len(set(met))
    both = {*keys_of(before)} & {*keys_of(after)}
    assert both <= {*met}
    assert {*met} <= {*keys_of(before), *keys_of(after)}
