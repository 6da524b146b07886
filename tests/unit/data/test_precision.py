"""How precisely numbers are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.precision import decimals_of


@pytest.mark.parametrize(
    ("text", "digits"),
    [("5.26", 2), ("5.20", 2), ("448000", 0), ("1e6", 0), ("1.5e1", 0), ("1e-2", 2), ("0x1e", 0)],
)
def test_the_precision_of_a_number_is_that_of_its_writing(text: str, digits: int) -> None:
    assert decimals_of(text) == digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("15.600000000000001", 1), ("-0.30000000000000004", 1), ("2.9999999999999996", 0),
        ("1234567890.1499999", 2), ("3.14159265358979", 3), ("1.4999999999999999e-3", 4),
    ],
)  # fmt: skip
def test_what_a_computer_adds_to_a_number_is_no_precision(text: str, digits: int) -> None:
    assert decimals_of(text) == digits


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_a_sum_is_as_precise_as_what_was_added(hundreds: int, decimals: int) -> None:
    written = f"{hundreds / 10**decimals:.{decimals}f}"

    noisy = f"{float(written):.17f}"

    assert decimals_of(noisy) <= decimals_of(written)
