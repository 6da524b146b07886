"""The span of values of a chart, in proportion and by powers of ten."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.plane.domain import LogDomain, domain_of

finite = st.floats(-1e12, 1e12)
positive = st.floats(1e-9, 1e12)


@given(st.lists(finite, min_size=1).map(tuple), st.booleans(), st.booleans())
def test_every_value_lies_between_the_sides(
    values: tuple[float, ...], from_zero: bool, is_log: bool
) -> None:
    domain = domain_of(values, from_zero=from_zero, is_log=is_log)

    for value in values:
        assert -1e-9 <= domain.share(value) <= 1 + 1e-9


@given(st.lists(finite, min_size=2).map(sorted), st.booleans())
def test_a_larger_value_lies_no_lower(values: list[float], is_log: bool) -> None:
    domain = domain_of(tuple(values), is_log=is_log)

    shares = [domain.share(value) for value in values]
    assert shares == sorted(shares)


@given(st.lists(positive, min_size=1).map(tuple), st.floats(10, 900), st.integers(1, 5))
def test_powers_of_ten_are_as_far_apart_as_they_have_to_be(
    values: tuple[float, ...], length: float, most: int
) -> None:
    domain = domain_of(values, is_log=True)

    ticks = domain.ticks(length, 40.0, most)

    assert len(ticks) <= most
    assert all(domain.share(b) - domain.share(a) >= 40 / length for a, b in pairwise(ticks))


def test_by_powers_of_ten_each_takes_as_much_room() -> None:
    domain = domain_of((3.0, 40.0, 2000.0), is_log=True)

    assert isinstance(domain, LogDomain)
    assert (domain.low, domain.high) == (0.0, 4.0)
    assert [domain.share(value) for value in (1, 10, 100)] == pytest.approx([0, 0.25, 0.5])
    assert domain.ticks(900, 40, 5) == (1.0, 10.0, 100.0, 1000.0, 10_000.0)


def test_what_is_not_above_zero_lies_on_the_lower_side() -> None:
    domain = domain_of((-3.0, 0.0, 10.0), is_log=True)

    assert domain.share(-3.0) == domain.share(0.0) == 0.0


def test_where_nothing_is_above_zero_there_are_no_powers_of_ten() -> None:
    assert domain_of((-3.0, 0.0), is_log=True) == domain_of((-3.0, 0.0))
