"""Bars part into stacks, and stacks become bars, without growing pale or coming apart."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.motion.batches import blend_batch
from kiosk.motion.morph import morph

WHOLES = ("mark/2019", "mark/2021")
PARTS = ("mark/2019·cars", "mark/2019·phones", "mark/2021·cars", "mark/2021·phones")
BARS = [(0.0, 0.0, 40.0, 100.0), (60.0, 20.0, 40.0, 80.0)]
STACKS = [
    (10.0, 40.0, 60.0, 40.0), (10.0, 80.0, 60.0, 20.0),
    (90.0, 56.0, 60.0, 24.0), (90.0, 80.0, 60.0, 20.0),
]  # fmt: skip


def batch(keys: tuple[str, ...], boxes: list[tuple[float, float, float, float]]) -> Bars:
    red = np.array([(1.0, 0.0, 0.0, 1.0)] * len(keys))
    return Bars("marks", keys, np.array(boxes), red, np.ones(len(keys)), "up")


@pytest.mark.parametrize("merges", [False, True])
@given(share=st.floats(0.01, 0.99))
def test_a_bar_and_its_parts_cover_each_other_all_the_way(share: float, *, merges: bool) -> None:
    wholes, parts = batch(WHOLES, BARS), batch(PARTS, STACKS)
    old, new = (parts, wholes) if merges else (wholes, parts)

    between = blend_batch(old, new, morph((new,), share))

    assert isinstance(between, Bars)
    rows = dict(zip(between.keys, between.boxes, strict=True))
    for whole in WHOLES:
        own = np.array([box for key, box in rows.items() if key.startswith(f"{whole}·")])
        if whole in rows and len(own):
            around = (*own[:, :2].min(axis=0), *(own[:, :2] + own[:, 2:]).max(axis=0))
            x, y, wide, high = rows[whole]
            assert around == pytest.approx((x, y, x + wide, y + high))


@pytest.mark.parametrize("merges", [False, True])
@given(share=st.floats(0.0, 1.0))
def test_one_of_them_is_always_there_in_full(share: float, *, merges: bool) -> None:
    wholes, parts = batch(WHOLES, BARS), batch(PARTS, STACKS)
    old, new = (parts, wholes) if merges else (wholes, parts)

    between = blend_batch(old, new, morph((new,), share))

    assert isinstance(between, Bars)
    seen = dict(zip(between.keys, between.fill[:, 3].tolist(), strict=True))
    for whole in WHOLES:
        own = [one for key, one in seen.items() if key.startswith(f"{whole}·")]
        assert max(seen.get(whole, 0.0), min(own, default=0.0)) == pytest.approx(1.0)
