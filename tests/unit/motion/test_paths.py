"""Outlines that turn into each other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.motion.paths import are_alike, path_between

PLACES = st.lists(
    st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)), min_size=2, max_size=12
)


def path(places: list[tuple[float, float]]) -> str:
    """Lines through the places, written as tightly as SVG allows."""
    first, *others = (f"{x:.2f},{y:.2f}" for x, y in places)
    return f"M{first}" + "".join(f"L{place}" for place in others)


def numbers(data: str) -> list[float]:
    """The numbers of path data."""
    return [float(word) for word in re.findall(r"-?[\d.]+", data)]


@given(PLACES, st.data(), st.floats(0, 1))
def test_each_point_is_at_that_share_of_its_own_way(
    places: list[tuple[float, float]], data: st.DataObject, share: float
) -> None:
    others = data.draw(
        st.lists(PLACES.map(lambda some: some[0]), min_size=len(places), max_size=len(places))
    )
    old, new = path(places), path(others)

    between = path_between(old, new, share)

    assert are_alike(old, new)
    expected = [a + (b - a) * share for a, b in zip(numbers(old), numbers(new), strict=True)]
    assert numbers(between) == pytest.approx(expected, abs=0.011)


def test_a_number_that_loses_its_sign_stays_apart_from_the_one_before() -> None:
    assert numbers(path_between("M10 20L30-5", "M10-20L30-5", 0.1)) == [10, 16, 30, -5]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("M0,0 L1,1", "M0,0 L1,1 L2,2"),
        ("M0,0 L1,1", "M0,0 C1,1 2,2 3,3"),
        ("M0 0a5 5 0 0 1 10 0", "M0 0a5 5 0 1 1 10 0"),
    ],
)
def test_other_commands_and_arcs_do_not_turn_into_each_other(old: str, new: str) -> None:
    assert not are_alike(old, new)


def test_equal_outlines_are_alike_whatever_they_are_made_of() -> None:
    assert are_alike("M0 0a5 5 0 0 1 10 0", "M0 0a5 5 0 0 1 10 0")
