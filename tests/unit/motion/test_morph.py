"""A morph: rows one after another with their names, and no text above one that is leaving."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Bars, Points, Polygons, Sectors, bounds, fours
from kiosk.marks import Label
from kiosk.motion.bands import are_bands, bands_of, outlines_of
from kiosk.motion.batches import blend_batch
from kiosk.motion.blend import blend
from kiosk.motion.morph import morph, morphed
from kiosk.motion.outlines import outlined
from kiosk.motion.timeline import Even
from kiosk.theme import Colour, TextStyle

STYLE, INK = TextStyle("sans", 30.0), Colour(1.0, 1.0, 1.0)
INKS = fours([INK] * 3)
KEYS = ("mark/cars", "mark/phones", "mark/planes")


def bars(fade: float = 0.4) -> Bars:
    boxes = [(100.0, 50.0 + 60 * row, 400.0 - 90 * row, 30.0) for row in range(3)]
    return Bars("marks", KEYS, fours(boxes), fours([INK] * 3), np.full(3, fade), radius=0.0)


def ring(start: float = 0.0, gap: float = 0.0) -> Sectors:
    ends = start + np.array([0.0, 0.5, 0.8, 1.0])
    places = [(400.0, 300.0, 90.0, 200.0, ends[row], ends[row + 1]) for row in range(3)]
    return Sectors("marks", KEYS, np.array(places), fours([INK] * 3), gap=gap)


def label(key: str, text: str) -> Label:
    return Label(key, text, 10.0, 20.0, STYLE, INK)


@given(share=st.floats(0.0, 1.0))
def test_rows_start_one_after_another_each_with_its_name_and_value(share: float) -> None:
    way = morph((bars(),), share)

    rows = way.rows(KEYS)

    assert rows[0] >= rows[1] >= rows[2]
    assert [way(f"name/{name}") for name in ("cars", "phones", "planes")] == pytest.approx(rows)
    assert way("value/planes") == way("name/planes/1") == pytest.approx(rows[2])


def test_every_mark_has_left_at_0_and_arrived_at_1() -> None:
    assert (morph((bars(),), 0.0).rows(KEYS) == 0.0).all()
    assert (morph((bars(),), 1.0).rows(KEYS) == 1.0).all()


@given(share=st.floats(0.0, 1.0))
def test_of_two_texts_in_one_place_only_one_is_seen_at_a_time(share: float) -> None:
    old, new = (label("x", "2017"), label("gone", "a")), (label("x", "2018"), label("new", "b"))

    marks = blend(old, new, morph(new, share))

    assert len({mark.key.rstrip("~") for mark in marks} & {"x"}) <= 1
    assert not {"gone", "new"} <= {mark.key for mark in marks}
    assert len(marks) <= 2


@given(start=st.floats(0.0, 1.0), gap=st.floats(0.0, 8.0))
def test_a_piece_of_a_ring_is_a_band_with_the_same_outline(start: float, gap: float) -> None:
    pieces = ring(start, gap)

    points = outlines_of(bands_of(pieces))

    assert points == pytest.approx(outlined(pieces).points, abs=0.1)


def test_a_bar_is_a_straight_band() -> None:
    points = outlines_of(bands_of(bars()))

    polygons = Polygons("marks", KEYS, points, bars().fill, bars().fill)
    assert bounds(polygons) == pytest.approx(bounds(bars()), abs=1e-6)


@given(share=st.floats(0.1, 0.9))
def test_between_bars_and_a_ring_every_row_is_as_broad_all_along(share: float) -> None:
    between = blend_batch(bars(), ring(), Even(share))

    assert isinstance(between, Polygons)
    half = between.points.shape[1] // 2
    outer, inner = between.points[:, :half], between.points[:, half:][:, ::-1]
    breadths = np.linalg.norm(outer - inner, axis=-1)
    assert breadths == pytest.approx(breadths[:, :1].repeat(half, axis=1))


def test_bars_become_of_one_colour_before_they_bend() -> None:
    soon, later = (blend_batch(bars(0.4), ring(), Even(share)) for share in (0.001, 0.03))

    assert isinstance(soon, Bars)
    assert isinstance(later, Bars)
    assert soon.fade[0] == pytest.approx(0.4, abs=0.02)
    assert 0.6 < later.fade[0] < 1.0
    assert (later.boxes == bars().boxes).all()


@given(share=st.floats(0.01, 0.99))
def test_what_is_bent_stays_where_bars_or_ring_lie(share: float) -> None:
    long = replace(bars(), boxes=bars().boxes * (1.0, 1.0, 4.0, 1.0))

    between = blend_batch(long, ring(), Even(share))

    around = np.concatenate((bounds(long), bounds(ring())))
    left, top, right, bottom = bounds(between).T
    assert (left >= around[:, 0].min() - 1e-6).all()
    assert (top >= around[:, 1].min() - 1e-6).all()
    assert (right <= around[:, 2].max() + 1e-6).all()
    assert (bottom <= around[:, 3].max() + 1e-6).all()


def test_tiles_which_are_not_as_thick_as_each_other_do_not_bend() -> None:
    boxes = bars().boxes.copy()
    boxes[:, 3] = (30.0, 60.0, 90.0)
    tiles = replace(bars(), boxes=boxes)

    assert not are_bands(tiles, ring())
    assert are_bands(bars(), ring())


@given(share=st.floats(0.02, 0.98))
def test_texts_lie_above_what_moves(share: float) -> None:
    old, new = (bars(), label("value/cars", "1")), (label("value/cars", "1"), bars())

    marks = morphed(old, new, share)

    assert [mark.key for mark in marks] == ["marks", "value/cars"]


def test_a_morph_is_the_old_marks_at_0_and_the_new_ones_at_1() -> None:
    old, new = (bars(),), (label("x", "1"), ring())

    assert morphed(old, new, 0.0) is old
    assert morphed(old, new, 1.0) is new


def test_upright_bars_are_of_one_colour_while_they_lie_down() -> None:
    upright = replace(bars(), along="up")

    soon, middle = (blend_batch(upright, bars(), Even(share)) for share in (0.001, 0.5))

    assert isinstance(soon, Bars)
    assert isinstance(middle, Bars)
    assert (soon.along, middle.along) == ("up", "right")
    assert soon.fade[0] == pytest.approx(0.4, abs=0.02)
    assert (middle.fade == 1.0).all()


def test_a_lying_bar_becomes_a_dot_without_turning_inside_out() -> None:
    dots = Points("marks", KEYS, np.array([(300.0, 60.0 * row, 20.0) for row in range(3)]), INKS)

    between = blend_batch(bars(), dots, Even(0.5))

    assert isinstance(between, Polygons)
    x, y = between.points[..., 0], between.points[..., 1]
    turns = np.roll(x, -1, axis=1) * y - x * np.roll(y, -1, axis=1)
    left, top, right, bottom = bounds(between).T
    assert (np.abs(turns.sum(axis=1)) / 2 > 0.75 * (right - left) * (bottom - top)).all()


def test_what_only_one_batch_has_is_gone_by_the_middle_and_comes_from_then_on() -> None:
    old, new = bars(), replace(bars(), keys=("mark/trains", *KEYS[1:]))

    early, late = (blend_batch(old, new, morph((new,), share)) for share in (0.2, 0.8))

    assert isinstance(early, Bars)
    assert isinstance(late, Bars)
    opacity = dict(zip(early.keys, early.fill[:, 3], strict=True))
    assert 0.0 < opacity["mark/cars"] < 1.0
    assert opacity["mark/trains"] == 0.0
    assert "mark/cars" not in late.keys
    assert late.fill[late.keys.index("mark/trains"), 3] > 0.0


@given(share=st.floats(0.0, 1.0))
def test_a_half_ring_that_opens_into_a_small_one_stays_where_both_lie(share: float) -> None:
    half, whole = (
        Sectors("marks", KEYS[:1], np.array([places]), INKS[:1])
        for places in (
            (945.0, 1066.0, 684.0, 824.0, -0.25, 0.25), (945.0, 622.0, 315.0, 380.0, 0.0, 1.0)
        )
    )  # fmt: skip

    there, back = (blend_batch(*way, Even(share)) for way in ((half, whole), (whole, half)))

    lowest = max(bounds(one)[0, 3] for one in (half, whole))
    assert bounds(there)[0, 3] <= lowest + 60.0
    assert bounds(back)[0, 3] <= lowest + 60.0
