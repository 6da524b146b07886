"""A bridge as far as it is built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Segments
from kiosk.charts.kinds.bridge import Bridge
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box, Size
from kiosk.marks import Marks, Shape, Wash
from kiosk.typesetting.setting import Setting
from kiosk.typesetting.sight import Sight
from tests.unit.charts.stand_ins import (
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    TALL,
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


def test_stays_let_nothing_through_as_that_would_be_slow_to_paint() -> None:
    built = batch(BRIDGE.plot(PLACE, LANDSCAPE).full, "stays")

    assert set(built.colours[:, 3].tolist()) == {1.0}


def test_a_caption_may_stand_left_of_figures_that_end_at_the_right() -> None:
    free = BRIDGE.free_foot(PLACE, LANDSCAPE)

    lefts = [text_ink(mark).left for mark in texts(BRIDGE.plot(PLACE, LANDSCAPE).full)]
    assert 600 < free == pytest.approx(min(lefts) - PLACE.x, abs=1)
    just_begun = replace(BRIDGE, done=Quantity(3, 1, YI_YUAN))
    assert just_begun.free_foot(PLACE, LANDSCAPE) < 300


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_tall_page_it_is_larger_and_its_figures_stand_beside_their_markers(
    language: str,
) -> None:
    setting = replace(PORTRAIT, language=language)

    marks = BRIDGE.plot(TALL, setting).full

    ends = {mark.key: text_ink(mark) for mark in texts(marks)}
    marker = float(batch(marks, "done-marker").ends[0, 0])
    assert ends["figure/done"].right < marker
    assert next(m for m in texts(marks) if m.key == "figure/done").style.size > 152
    assert overlaps(marks) == []
    assert BRIDGE.height_in(TALL, setting) > 0.75 * TALL.height


def test_light_and_ridges_are_behind_it_in_themes_that_glow() -> None:
    page = Size(1920, 1080)
    paper = replace(LANDSCAPE, theme=replace(LANDSCAPE.theme, glows=False))

    light, *ridges, foot = BRIDGE.backdrop(PLACE, page, LANDSCAPE)

    assert isinstance(light, Wash)
    assert light.start.x == pytest.approx(96 + 1728 * 27.6 / 36.2)
    assert [isinstance(mark, Shape) for mark in ridges] == [True] * 3
    assert isinstance(foot, Wash)
    assert foot.box.bottom == page.height
    assert BRIDGE.backdrop(PLACE, page, paper) == ()


def test_markers_end_where_the_place_does_however_large_type_is() -> None:
    sight = Sight(2.017, 4.0, 1.0)
    place = Box(0, 0, 400, 161)

    marks = BRIDGE.plot(place, replace(LANDSCAPE, sight=sight)).full

    assert batch(marks, "planned-marker").ends[0, 3] <= place.bottom
