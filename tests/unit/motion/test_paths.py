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
        ("M0,0 L1,1", "M0,0 L1,1 L2,2 Z"),
        ("M0,0 L1,1", "M0,0 C1,1 2,2 3,3"),
        ("M0 0a5 5 0 0 1 10 0", "M0 0a5 5 0 1 1 10 0"),
    ],
)
def test_other_commands_and_arcs_do_not_turn_into_each_other(old: str, new: str) -> None:
    assert not are_alike(old, new)


def test_equal_outlines_are_alike_whatever_they_are_made_of() -> None:
    assert are_alike("M0 0a5 5 0 0 1 10 0", "M0 0a5 5 0 0 1 10 0")


@given(PLACES, PLACES)
def test_a_line_turns_into_one_of_another_number_of_points_and_both_are_kept(
    old: list[tuple[float, float]], new: list[tuple[float, float]]
) -> None:
    at_first, in_the_end = (path_between(path(old), path(new), share) for share in (0.0, 1.0))

    assert are_alike(path(old), path(new))
    assert set(rounded(old)) <= set(rounded(pairs(at_first)))
    assert set(rounded(new)) <= set(rounded(pairs(in_the_end)))


def test_between_lines_of_two_and_of_three_points_all_three_travel() -> None:
    assert numbers(path_between("M0,0 L10,0", "M0,8 L5,8 L10,8", 0.5)) == [0, 4, 5, 4, 10, 4]


def pairs(data: str) -> list[tuple[float, float]]:
    """The points of a line."""
    found = numbers(data)
    return list(zip(found[::2], found[1::2], strict=True))


def rounded(places: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """The places in tenths, away from where a hundredth would tip them over."""
    return [(round(round(x, 2) * 5), round(round(y, 2) * 5)) for x, y in places]
