"""A bridge as far as it is built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.kinds.bridge import Bridge
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.marks import Marks, Segments, Shape
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    YI_YUAN,
    bar_lengths,
    both,
    overlaps,
    shown,
    text_ink,
    texts,
)

PLACE = Box(96, 336, 1728, 551)
BRIDGE = Bridge(
    done=Quantity(27.6, 1, YI_YUAN), planned=Quantity(36.2, 1, YI_YUAN),
    done_label=both("已完成", "Done"), done_note=both("1—9 月", "January to September"),
    planned_label=both("全年计划", "Planned this year"),
)  # fmt: skip


def batch(marks: Marks, key: str) -> Segments:
    """The lines of that key."""
    return next(mark for mark in marks if isinstance(mark, Segments) and mark.key == key)


def test_the_deck_is_a_scale_from_zero_to_what_is_planned() -> None:
    marks = BRIDGE.plot(PLACE, LANDSCAPE).full

    assert bar_lengths(marks)["deck/done"] == pytest.approx(1728 * 27.6 / 36.2)
    assert batch(marks, "rest").ends[0, 2] == PLACE.right


def test_seventy_eight_stays_hold_it_dashed_where_it_is_not_built() -> None:
    marks = BRIDGE.plot(PLACE, LANDSCAPE).full

    built, planned = batch(marks, "stays"), batch(marks, "planned-stays")
    assert (len(built.keys), len(planned.keys)) == (52, 26)
    assert planned.dash
    assert not built.dash


def test_two_pylons_stand_and_the_third_is_dashed() -> None:
    marks = BRIDGE.plot(PLACE, LANDSCAPE).full

    pylons = [mark for mark in marks if isinstance(mark, Shape)]
    assert [bool(mark.dash) for mark in pylons] == [False, False, True]


def test_both_figures_end_at_their_markers() -> None:
    marks = BRIDGE.plot(PLACE, LANDSCAPE).full

    ends = {mark.key: text_ink(mark).right for mark in texts(marks)}
    assert ends["figure/done/unit"] == pytest.approx(96 + 1728 * 27.6 / 36.2 - 24, abs=1)
    assert ends["label/done/1"] == pytest.approx(ends["figure/done/unit"])
    assert ends["figure/planned/unit"] == pytest.approx(PLACE.right - 24, abs=1)
    assert shown(marks)["figure/done"] == "27.6"


def test_stays_follow_the_deck() -> None:
    scene = BRIDGE.plot(PLACE, LANDSCAPE)

    def drawn(t: float) -> int:
        ends = batch(scene.at(t), "stays").ends
        return int((abs(ends[:, 3] - ends[:, 1]) > 1.0).sum())

    assert drawn(0.0) == 0
    assert 0 < drawn(0.45) < 52
    assert drawn(scene.entry_s) == 52


def test_more_than_planned_makes_the_deck_end_at_what_is_done() -> None:
    marks = replace(BRIDGE, done=Quantity(40, 1, YI_YUAN)).plot(PLACE, LANDSCAPE).full

    assert bar_lengths(marks)["deck/done"] == pytest.approx(1728)
    assert float(batch(marks, "planned-marker").ends[0, 0]) == pytest.approx(96 + 1728 * 36.2 / 40)


@given(
    st.floats(0, 50), st.floats(0, 50), st.sampled_from((LANDSCAPE, ENGLISH, PORTRAIT)),
    st.floats(560, 1728),
)  # fmt: skip
def test_the_figures_never_lie_over_each_other(
    done: float, planned: float, setting: Setting, width: float
) -> None:
    bridge = replace(BRIDGE, done=Quantity(done, 1, YI_YUAN), planned=Quantity(planned, 1, YI_YUAN))

    marks = bridge.plot(Box(96, 336, width, 551), setting).full

    assert overlaps(marks) == []
