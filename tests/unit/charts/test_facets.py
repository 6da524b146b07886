"""Small multiples."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points
from kiosk.charts.facets import faceted
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.line import Line
from kiosk.charts.kinds.lollipop import Lollipop
from kiosk.charts.kinds.pie import Pie
from kiosk.charts.kinds.scatter import Scatter
from kiosk.charts.needs import needs_of
from kiosk.charts.panels import grid_in
from kiosk.geometry import Box
from kiosk.marks import Shape
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    bar_lengths,
    both,
    boxes,
    inks,
    is_finite,
    keys,
    overlaps,
    settings_of_slides,
    shown,
    table,
    tables,
)

EAST, WEST = both("东站", "East"), both("西站", "West")
DATA = table(
    (EAST, "一月", 40),
    (EAST, "二月", 80),
    (WEST, "一月", 10),
    (WEST, "二月", 20),
    (None, "二月", 7),
)
BAR = Bar(data=DATA, x=Column("y"), y=Column("z"), facet=Column("x"))


@pytest.mark.parametrize("direction", ["lying", "upright"])
def test_the_bars_of_all_charts_have_one_scale(direction: Literal["lying", "upright"]) -> None:
    chart = faceted(replace(BAR, direction=direction))

    lengths = bar_lengths(chart.plot(BODY, LANDSCAPE).full)

    assert lengths["二月·东站"] == pytest.approx(2 * lengths["一月·东站"])
    assert lengths["二月·东站"] == pytest.approx(4 * lengths["二月·西站"])


def test_so_have_the_dots_of_lollipops() -> None:
    chart = Lollipop(data=DATA, x=Column("y"), y=Column("z"), facet=Column("x"), direction="lying")

    batches = [
        mark for mark in faceted(chart).plot(BODY, LANDSCAPE).full if isinstance(mark, Points)
    ]
    across = {
        key: float(place[0])
        for batch in batches
        for key, place in zip(batch.keys, batch.places, strict=True)
    }
    east = across["mark/二月·东站"] - across["mark/一月·东站"]
    west = across["mark/二月·西站"] - across["mark/一月·西站"]
    assert east == pytest.approx(4 * west)


@pytest.mark.parametrize("kind", [Line, Area])
def test_lines_and_areas_have_the_same_round_values_at_the_same_heights(
    kind: type[Line | Area],
) -> None:
    wide = Box(0, 0, 1700, 500)
    marks = faceted(kind(data=DATA, x=Column("y"), y=Column("z"), facet=Column("x"))).plot(
        wide, LANDSCAPE
    ).full  # fmt: skip

    heights = {
        mark.key: mark.y
        for mark in marks
        if isinstance(mark, Shape) and mark.key.startswith("hairline/")
    }
    east = {key.removesuffix("·东站"): y for key, y in heights.items() if key.endswith("·东站")}
    west = {key.removesuffix("·西站"): y for key, y in heights.items() if key.endswith("·西站")}
    assert east == west
    assert east


def test_each_chart_has_its_name_above_it() -> None:
    told = shown(faceted(BAR).plot(BODY, ENGLISH).full)

    assert (told["facet/东站"], told["facet/西站"]) == ("East", "West")
    assert len([key for key in told if key.startswith("facet/")]) == 2


def test_charts_begin_one_after_another() -> None:
    scene = faceted(BAR).plot(BODY, LANDSCAPE)

    lengths = bar_lengths(scene.at(0.5))
    whole = bar_lengths(scene.full)
    shares = {key: lengths[key] / whole[key] for key in whole}
    assert shares["一月·东站"] > shares["一月·西站"]


def test_what_a_touch_tells_is_that_of_each_chart() -> None:
    readings = faceted(BAR).readings()

    assert readings["mark/二月·东站"].quantity.value == 80
    assert readings["mark/二月·西站"].quantity.value == 20


def test_a_feed_is_asked_for_the_columns_of_the_charts_and_of_their_names() -> None:
    assert {need.column for need in needs_of(faceted(BAR))} == {"x", "y", "z"}


def test_a_chart_without_the_field_is_itself() -> None:
    plain = replace(BAR, facet=None)

    assert faceted(plain) is plain


def test_four_charts_stand_two_by_two_and_in_a_tall_place_below_each_other() -> None:
    wide = grid_in(Box(0, 0, 1700, 900), 4)
    tall = grid_in(Box(0, 0, 500, 1600), 4)

    assert len({box.x for box in wide}) == len({box.y for box in wide}) == 2
    assert len({box.x for box in tall}) == 1


@given(boxes, st.integers(1, 24))
def test_places_lie_in_the_box_and_do_not_meet(box: Box, count: int) -> None:
    cells = grid_in(box, count)

    assert len(cells) == count
    for at, cell in enumerate(cells):
        assert cell.x >= box.x - 1e-6
        assert cell.right <= box.right + 1e-6
        assert cell.y >= box.y - 1e-6
        assert cell.bottom <= box.bottom + 1e-6
        for other in cells[:at]:
            assert (
                cell.x >= other.right - 1e-6 or cell.y >= other.bottom - 1e-6
                or other.x >= cell.right - 1e-6 or other.y >= cell.bottom - 1e-6
            )  # fmt: skip


name, value = Column("name"), Column("value")
charts = st.one_of(
    *(
        st.builds(kind, data=tables(10), x=st.just(name), y=st.just(value))
        for kind in (Bar, Line, Area, Pie, Scatter)
    )
)


@settings(max_examples=40, deadline=None)
@given(charts, boxes, settings_of_slides)
def test_small_charts_of_any_data_are_drawn_once_and_inside(
    chart: Bar | Line | Area | Pie | Scatter, box: Box, setting: Setting
) -> None:
    scene = faceted(replace(chart, facet=Column("member"))).plot(box, setting)

    assert is_finite(scene.at(scene.entry_s / 2))
    assert is_finite(scene.full)
    assert len(keys(scene.full)) == len(set(keys(scene.full)))
    assert scene.at(scene.entry_s) is scene.full
    if box.width > 300 and box.height > 300:
        outside = [ink for mark in scene.full for ink in inks(mark) if not ink.is_within(box, 22.0)]
        assert outside == []
    names = tuple(mark for mark in scene.full if mark.key.startswith("facet/"))
    assert overlaps(names) == []
