"""Lines that go on: the points of both on the way, and what enters and leaves at their ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Polygons, Polylines, fours
from kiosk.motion.batches import blend_batch
from kiosk.motion.timeline import Even
from kiosk.motion.ways import evenly_filled

if TYPE_CHECKING:
    from kiosk.batches import Floats

LEFT, RIGHT = 100.0, 900.0  # of the page, where lines begin and end
INK = fours([(1.0, 1.0, 1.0, 1.0)])


def line(at: Floats, heights: Floats) -> Polylines:
    """A line through those heights at those places, over the width of the page."""
    x = LEFT + (RIGHT - LEFT) * (at - at[0]) / (at[-1] - at[0])
    points = np.column_stack((x, heights))[None]
    return Polylines("lines", ("line/a",), points, np.ones(1), INK, at=at[None])


def area(of: Polylines, foot: float = 500.0) -> Polygons:
    """What lies below the line."""
    upper = of.points[0]
    lower = np.column_stack((upper[::-1, 0], np.full(len(upper), foot)))
    points = np.concatenate((upper, lower))[None]
    return Polygons("marks", ("mark/a",), points, INK, INK, at=of.at)


def heights_at(of: Polylines, x: Floats) -> Floats:
    """How high the line is there."""
    points = of.points[0][~np.isnan(of.points[0]).any(axis=1)]
    return np.asarray(np.interp(x, points[:, 0], points[:, 1]), dtype=np.float64)


windows = st.tuples(
    st.lists(st.floats(100.0, 500.0), min_size=6, max_size=60), st.floats(0.5, 1.0)
)  # all heights, and which share of them is shown


def strips(window: tuple[list[float], float]) -> tuple[Polylines, Polylines]:
    """The first of some rows as a line, and the last of them."""
    heights, at = np.array(window[0]), np.arange(float(len(window[0])))
    shown = round(window[1] * len(at))
    return line(at[:shown], heights[:shown]), line(at[-shown:], heights[-shown:])


def test_a_line_that_goes_on_is_drawn_past_its_window() -> None:
    heights = np.array([300.0, 200.0, 400.0, 100.0, 300.0, 250.0])
    at = np.arange(6.0)
    old, new = line(at[:5], heights[:5]), line(at[1:], heights[1:])

    between = blend_batch(old, new, Even(0.5))

    assert isinstance(between, Polylines)
    step = (RIGHT - LEFT) / 4
    strip = LEFT + step * (at - 0.5)
    known = between.points[0][~np.isnan(between.points[0]).any(axis=1)]
    assert known[0].tolist() == pytest.approx([LEFT, 250.0])
    assert known[1:-1].tolist() == np.column_stack((strip, heights))[1:-1].tolist()
    assert known[-1].tolist() == pytest.approx([RIGHT, 275.0])


@given(windows)
def test_the_way_begins_as_the_old_line_and_ends_as_the_new_one(
    window: tuple[list[float], float],
) -> None:
    old, new = strips(window)
    x = np.linspace(LEFT, RIGHT, 300)[1:-1]

    for share, like in ((1e-9, old), (1 - 1e-9, new)):
        between = blend_batch(old, new, Even(share))

        assert isinstance(between, Polylines)
        assert heights_at(between, x) == pytest.approx(heights_at(like, x), abs=1e-3)


@given(windows, st.floats(0.01, 0.99))
def test_nothing_is_seen_beyond_the_ends(window: tuple[list[float], float], share: float) -> None:
    old, new = strips(window)

    lines = blend_batch(old, new, Even(share))
    areas = blend_batch(area(old), area(new), Even(share))

    assert isinstance(lines, Polylines)
    assert isinstance(areas, Polygons)
    x = lines.points[..., 0][~np.isnan(lines.points[..., 1])]
    assert (x >= LEFT - 1e-5).all()
    assert (x <= RIGHT + 1e-5).all()
    assert (np.diff(x) >= -1e-9).all()
    assert (areas.points[..., 0] >= LEFT - 1e-5).all()
    assert (areas.points[..., 0] <= RIGHT + 1e-5).all()
    assert np.split(areas.points[0], 2)[1][:, 1] == pytest.approx(500.0)


@given(windows, st.floats(0.01, 0.99))
def test_the_end_of_a_line_goes_where_its_dot_goes(
    window: tuple[list[float], float], share: float
) -> None:
    old, new = strips(window)
    start, end = old.points[0, -1], new.points[0, -1]

    between = blend_batch(old, new, Even(share))

    assert isinstance(between, Polylines)
    known = between.points[0][~np.isnan(between.points[0]).any(axis=1)]
    assert known[-1].tolist() == pytest.approx((start + (end - start) * share).tolist())


def test_of_another_scale_what_enters_is_as_high_as_that_scale_says() -> None:
    at = np.arange(6.0)
    heights = np.array([400.0, 300.0, 350.0, 400.0, 380.0, 300.0])
    old, new = line(at[:5], heights[:5]), line(at[1:], 500.0 - (500.0 - heights[1:]) / 2)

    halfway = blend_batch(old, new, Even(0.5))

    assert isinstance(halfway, Polylines)
    x = np.array([LEFT + (RIGHT - LEFT) / 4 * (place - 0.5) for place in range(1, 5)])
    shared = heights_at(halfway, x)
    assert shared == pytest.approx(500.0 - (500.0 - heights[1:5]) * 0.75)


def test_a_gap_stays_one_on_the_way() -> None:
    at = np.arange(8.0)
    heights = np.array([300.0, 200.0, np.nan, 100.0, 300.0, 250.0, 100.0, 120.0])
    old, new = line(at[:7], heights[:7]), line(at[1:], heights[1:])

    between = blend_batch(old, new, Even(0.3))

    assert isinstance(between, Polylines)
    rows = np.isnan(between.points[0, :, 1])
    assert (between.at[0][rows]).tolist() == [2.0]


def test_lines_of_other_times_altogether_turn_into_each_other_whole() -> None:
    old = line(np.arange(5.0), np.array([300.0, 200.0, 400.0, 100.0, 300.0]))
    new = line(np.arange(50.0, 54.0), np.array([100.0, 500.0, 300.0, 200.0]))

    between = blend_batch(old, new, Even(0.5))

    assert isinstance(between, Polylines)
    assert not np.isnan(between.points).any()
    assert between.points[0, [0, -1]].tolist() == [[LEFT, 200.0], [RIGHT, 250.0]]


def test_rows_find_their_own_whatever_their_order() -> None:
    one = line(np.arange(5.0), np.full(5, 300.0))
    other = line(np.arange(4.0), np.full(4, 100.0))

    def both(first: Polylines, second: Polylines, names: tuple[str, str]) -> Polylines:
        count = max(first.points.shape[1], second.points.shape[1])
        rows = [
            evenly_filled(np.column_stack((some.at[0], some.points[0])), count)
            for some in (first, second)
        ]
        points = np.stack([row[:, 1:] for row in rows])
        at = np.stack([row[:, 0] for row in rows])
        return replace(
            first, keys=names, points=points, at=at, trim=np.ones(2), colours=np.vstack((INK, INK))
        )

    old = both(one, other, ("a", "b"))
    new = both(replace(other, points=other.points + np.array((0.0, 10.0))), one, ("b", "c"))

    between = blend_batch(old, new, Even(0.5))

    assert isinstance(between, Polylines)
    heights = dict(zip(between.keys, between.points[:, 0, 1].tolist(), strict=True))
    assert heights == {"a": 300.0, "b": 105.0, "c": 300.0}
    assert dict(zip(between.keys, between.colours[:, 3].tolist(), strict=True)) == {
        "a": 0.5, "b": 1.0, "c": 0.5,
    }  # fmt: skip
