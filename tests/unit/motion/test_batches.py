"""Marks that come in numbers on their way: rows meet by their keys, and kinds turn into others."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.batches import (
    ARRAYS,
    Bars,
    Batch,
    Points,
    Polygons,
    Polylines,
    Sectors,
    Segments,
    bounds,
    lying,
)
from kiosk.motion.batches import are_alike, blend_batch
from kiosk.motion.blend import blend
from kiosk.motion.easing import EASINGS, Easing
from kiosk.motion.outlines import outlined
from kiosk.motion.timeline import Even, Timeline, Timing

KEYS = ["cars", "phones", "planes", "ships"]
FILL = (0.2, 0.4, 0.6, 1.0)


def bars(keys: tuple[str, ...], size: float) -> Bars:
    boxes = np.array([[size, 2 * size, 10 * size, size] for _ in keys]).reshape(-1, 4)
    return Bars("marks", keys, boxes, fills(keys), np.ones(len(keys)))


def points(keys: tuple[str, ...], size: float) -> Points:
    places = np.array([[9 * size, size, size] for _ in keys]).reshape(-1, 3)
    return Points("marks", keys, places, fills(keys))


def sectors(keys: tuple[str, ...], size: float) -> Sectors:
    place = (50.0, 60.0, 0.5 * size, size, 0.1, 0.4)
    return Sectors("marks", keys, np.array([place for _ in keys]).reshape(-1, 6), fills(keys))


def polygons(keys: tuple[str, ...], size: float) -> Polygons:
    corners = np.array([[[0, 0], [size, 0], [size, size], [0, size]] for _ in keys])
    return Polygons("marks", keys, corners.reshape(-1, 4, 2), fills(keys), fills(keys), 2.0)


def polylines(keys: tuple[str, ...], size: float) -> Polylines:
    through = np.array([[[0, 0], [size, 9], [2 * size, 0]] for _ in keys]).reshape(-1, 3, 2)
    return Polylines("marks", keys, through, np.ones(len(keys)), fills(keys))


def segments(keys: tuple[str, ...], size: float) -> Segments:
    ends = np.array([[0, size, 9, size] for _ in keys]).reshape(-1, 4)
    return Segments("marks", keys, ends, fills(keys))


def fills(keys: tuple[str, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([FILL for _ in keys]).reshape(-1, 4)


MAKERS = (bars, points, sectors, polygons, polylines, segments)
WITH_AREA = (bars, points, sectors, polygons)
some_keys = st.lists(st.sampled_from(KEYS), unique=True, min_size=1).map(tuple)
batches = st.builds(
    lambda make, keys, size: make(keys, size),
    st.sampled_from(MAKERS), some_keys, st.floats(1.0, 400.0),
)  # fmt: skip


@given(old=batches, new=batches)
def test_at_share_0_it_is_the_old_batch_and_at_1_the_new_one(old: Batch, new: Batch) -> None:
    assume(are_alike(old, new))

    assert blend_batch(old, new, Even(0.0)) is old
    assert blend_batch(old, new, Even(1.0)) is new


@given(old=batches, new=batches, share=st.floats(0.01, 0.99))
def test_on_the_way_no_row_is_lost_and_nothing_is_no_number(
    old: Batch, new: Batch, share: float
) -> None:
    assume(are_alike(old, new))

    between = blend_batch(old, new, Even(share))

    kept = set(between.keys)
    assert {*old.keys} & {*new.keys} <= kept <= {*old.keys, *new.keys}
    assert len(kept) == len(between.keys)
    for names in ARRAYS[type(between)]:
        for name in names:
            assert np.isfinite(getattr(between, name)).all() or name == "at"
            assert len(getattr(between, name)) == len(between.keys)


@given(st.sampled_from([polylines, segments]), st.sampled_from(WITH_AREA), st.floats(0.01, 0.99))
def test_a_line_and_an_area_are_crossfaded(line: object, area: object, share: float) -> None:
    assert callable(line)
    assert callable(area)

    between = blend((line(("cars",), 9.0),), (area(("cars",), 9.0),), Even(share))

    assert [mark.key for mark in between] == ["marks~", "marks"]
    assert [mark.opacity for mark in between] == pytest.approx([1 - share, share])


@given(st.sampled_from(WITH_AREA), st.sampled_from(WITH_AREA), some_keys, some_keys)
def test_kinds_with_an_area_turn_into_each_other_and_rows_of_both_stay_opaque(
    make_old: object, make_new: object, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    assert callable(make_old)
    assert callable(make_new)
    between = blend_batch(make_old(old, 80.0), make_new(new, 50.0), Even(0.5))

    assert set(between.keys) == {*old, *new}
    opacity = dict(zip(between.keys, between.fill[:, 3], strict=True))  # type: ignore[union-attr]
    assert {key for key in opacity if opacity[key] == 1.0} == {*old} & {*new}


def test_a_bar_begins_as_the_rectangle_it_was_when_it_becomes_a_piece_of_a_ring() -> None:
    bar, piece = bars(("cars",), 30.0), sectors(("cars",), 90.0)

    between = blend_batch(bar, piece, Even(1e-9))

    assert bounds(between) == pytest.approx(bounds(bar), abs=1e-5)


@given(st.sampled_from(WITH_AREA), st.floats(1.0, 300.0))
def test_an_outline_lies_where_its_batch_does(make: object, size: float) -> None:
    assert callable(make)
    batch = make(("cars", "phones"), size)

    outline = outlined(batch)

    assert bounds(outline) == pytest.approx(bounds(batch), abs=0.01 * size)


@given(batch=batches, scale=st.floats(0.1, 3.0), dx=st.floats(-99, 99), dy=st.floats(-99, 99))
def test_what_lies_elsewhere_is_the_same_there(
    batch: Batch, scale: float, dx: float, dy: float
) -> None:
    moved = bounds(lying(batch, scale, dx, dy))

    assert moved == pytest.approx(bounds(batch) * scale + (dx, dy, dx, dy), abs=1e-6)


def test_lines_of_other_numbers_of_points_travel_and_keep_their_ends() -> None:
    short, long = polylines(("cars",), 10.0), polylines(("cars",), 20.0)
    finer = np.linspace(long.points[:, 0], long.points[:, -1], 9).swapaxes(0, 1)

    between = blend_batch(
        short, Polylines("marks", ("cars",), finer, long.trim, long.colours), Even(0.5)
    )

    assert isinstance(between, Polylines)
    assert between.points.shape == (1, 9, 2)
    assert between.points[0, [0, -1]].tolist() == [[0.0, 0.0], [30.0, 0.0]]


@pytest.mark.parametrize("easing", EASINGS.values(), ids=EASINGS)
@given(gone=st.lists(st.floats(-0.5, 1.5), min_size=1))
def test_many_shares_are_eased_as_each_alone_is(easing: Easing, gone: list[float]) -> None:
    eased = easing.shares(np.array(gone))

    assert eased == pytest.approx([easing(share) for share in gone], abs=1e-7)


@given(t=st.floats(-1, 4))
def test_rows_follow_their_own_timings(t: float) -> None:
    timeline = Timeline(
        Timing(0.1, 0.4), {"cars": Timing(0.5, 1.0), "ships": Timing(0.3, 0.0)}
    )  # fmt: skip

    shares = timeline.at(t).rows(tuple(KEYS))

    assert shares == pytest.approx([timeline.share(key, t) for key in KEYS], abs=1e-7)


def test_every_array_of_a_batch_travels() -> None:
    for kind, names in ARRAYS.items():
        arrays = {field.name for field in fields(kind) if "Floats" in str(field.type)}
        assert arrays == {name for some in names for name in some}


def test_a_polygon_is_drawn_in_whole_where_nothing_else_is_said() -> None:
    assert polygons(("cars", "ships"), 9.0).trim.tolist() == [1.0, 1.0]


def test_an_area_is_drawn_along_from_nothing() -> None:
    whole = polygons(("cars",), 9.0)

    drawn = blend_batch(replace(whole, trim=np.zeros(1)), whole, Even(0.25))

    assert isinstance(drawn, Polygons)
    assert drawn.trim.tolist() == [0.25]
    assert (drawn.points == whole.points).all()


def test_the_sides_of_a_piece_stand_back_from_its_neighbours() -> None:
    places = np.array([[0.0, 0.0, 50.0, 100.0, 0.0, 0.25]])
    piece = Sectors("marks", ("cars",), places, fills(("cars",)), gap=20.0)

    points = outlined(piece).points[0]

    assert points[0] == pytest.approx([10.0, -(99.0**0.5) * 10], abs=1e-6)
    assert points[:, 0].min() == pytest.approx(10.0)
    assert points[:, 1].max() == pytest.approx(-10.0)
