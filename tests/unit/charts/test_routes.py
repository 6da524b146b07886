"""Ways from one place to many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Polylines
from kiosk.charts.kinds.routes import Routes
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.marks import Marks
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    both,
    boxes,
    inks,
    is_finite,
    is_seen,
    keys,
    names,
    overlaps,
    settings_of_slides,
    shown,
    table,
)

NEAR, FAR = both("国内", "Near"), both("国际", "Far")
DATA = table(
    (both("重庆", "Chongqing"), 29.7, 106.6, None),
    (both("北京", "Beijing"), 39.9, 116.4, NEAR),
    (both("悉尼", "Sydney"), -33.9, 151.2, FAR),
    (both("巴黎", "Paris"), 48.9, 2.4, FAR),
    (both("不明", "Unknown"), None, 12.0, FAR),
)
MAP = Routes(
    data=DATA, label=Column("x"), latitude=Column("y"), longitude=Column("z"), color=Column("u")
)
COUNTED = Routes(count=Quantity(375), places=Quantity(216))


def ways(marks: Marks) -> Polylines:
    """The arcs."""
    return next(mark for mark in marks if isinstance(mark, Polylines))


def ends(marks: Marks) -> Points:
    """The dots at their ends."""
    return next(mark for mark in marks if isinstance(mark, Points) and mark.key == "marks")


def test_each_place_but_the_hub_has_a_way_a_dot_and_its_name() -> None:
    marks = MAP.plot(BODY, ENGLISH).full

    assert ways(marks).keys == ("route/北京", "route/悉尼", "route/巴黎")
    assert ends(marks).keys == ("mark/北京", "mark/悉尼", "mark/巴黎")
    assert shown(marks) == {
        "name/重庆": "Chongqing", "name/北京": "Beijing", "name/悉尼": "Sydney",
        "name/巴黎": "Paris", "legend/国内·Near": "Near", "legend/国际·Far": "Far",
    }  # fmt: skip


def test_the_ways_begin_at_the_place_that_is_named() -> None:
    marks = replace(MAP, hub="Paris").plot(BODY, ENGLISH).full

    assert ends(marks).keys == ("mark/重庆", "mark/北京", "mark/悉尼")


def test_series_have_colours_of_their_own() -> None:
    fill = ends(MAP.plot(BODY, LANDSCAPE).full).fill

    assert (fill[1] == fill[2]).all()
    assert (fill[0] != fill[1]).any()


def test_one_place_is_in_the_accent_and_the_others_are_quiet() -> None:
    marks = replace(MAP, highlight="北京").plot(BODY, LANDSCAPE).full

    fill = dict(zip(ends(marks).keys, ends(marks).fill.tolist(), strict=True))
    assert fill.pop("mark/北京") == list(LANDSCAPE.accent)
    assert set(map(tuple, fill.values())) == {tuple(LANDSCAPE.theme.quiet_series)}
    assert not [key for key in shown(marks) if key.startswith("legend/")]


def test_near_ways_are_drawn_before_far_ones() -> None:
    scene = MAP.plot(BODY, LANDSCAPE)

    drawn = ways(scene.at(0.9)).trim / ways(scene.full).trim
    assert drawn[0] > drawn[1] > 0
    assert (ways(scene.at(0.0)).trim == 0).all()
    assert not is_seen(next(m for m in scene.at(0.0) if m.key == "land"))


def test_a_touch_tells_how_far_a_place_is() -> None:
    reading = MAP.readings()["mark/北京"]

    assert reading.name == both("北京", "Beijing")
    assert reading.quantity.value == pytest.approx(1457, rel=0.01)


def test_where_only_numbers_are_known_there_are_as_many_ways_and_dots() -> None:
    marks = COUNTED.plot(BODY, LANDSCAPE).full

    assert len(ways(marks).keys) == 375
    assert len(ends(marks).keys) == 216
    assert shown(marks) == {}
    assert COUNTED.readings() == {}


@pytest.mark.parametrize("count", [None, Quantity(0), Quantity(-3), Quantity(float("nan"))])
def test_without_places_or_a_number_there_is_nothing(count: Quantity | None) -> None:
    assert Routes(count=count).plot(BODY, LANDSCAPE).full == ()


def test_as_many_as_a_feed_may_bring_are_drawn() -> None:
    rows = [(f"row {n}", float(n % 170 - 85), float(n % 359 - 179)) for n in range(5000)]

    marks = replace(MAP, data=table(*rows), color=None).plot(BODY, LANDSCAPE).full

    assert len(ways(marks).keys) == 4999
    assert overlaps(marks) == []


@st.composite
def worlds(draw: st.DrawFn) -> Table:
    """Tables of places, some of them nowhere."""
    degrees = st.none() | st.builds(
        Quantity, st.floats(-400, 400) | st.sampled_from((0.0, 90.0, -90.0, 180.0, float("nan")))
    )
    series = st.none() | st.sampled_from((NEAR, FAR))
    rows = draw(st.lists(st.tuples(st.none() | names, degrees, degrees, series), max_size=20))
    return Table(("x", "y", "z", "u"), tuple(rows))


maps = st.builds(
    Routes, data=worlds(), label=st.just(Column("x")), latitude=st.just(Column("y")),
    longitude=st.just(Column("z")), color=st.none() | st.just(Column("u")),
    highlight=st.sampled_from(("", "国内", "A")),
)  # fmt: skip
fountains = st.builds(
    Routes, count=st.builds(Quantity, st.floats(allow_nan=True)),
    places=st.none() | st.builds(Quantity, st.floats(-10, 300)),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(maps | fountains, boxes, settings_of_slides)
def test_nothing_lies_outside_its_place_or_nowhere(
    chart: Routes, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    for t in (0.0, scene.entry_s / 2, scene.entry_s):
        assert is_finite(scene.at(t))
    outside = [
        ink for mark in scene.full for ink in inks(mark)
        if mark.key != "glow" and not ink.is_within(box, 24.0)
    ]  # fmt: skip
    assert outside == []
    assert len(keys(scene.full)) == len(set(keys(scene.full)))


@settings(max_examples=80, deadline=None)
@given(maps, boxes, settings_of_slides)
def test_no_name_lies_over_another(chart: Routes, box: Box, setting: Setting) -> None:
    assert overlaps(chart.plot(box, setting).full) == []


@settings(max_examples=40, deadline=None)
@example(MAP, BODY, ENGLISH)
@given(maps, boxes, settings_of_slides)
def test_each_way_leads_to_the_dot_of_its_place(chart: Routes, box: Box, setting: Setting) -> None:
    marks = chart.plot(box, setting).full

    for batch in (mark for mark in marks if isinstance(mark, Polylines)):
        arrived = {
            key.removeprefix("route/"): way[~np.isnan(way[:, 0])][-1].tolist()
            for key, way in zip(batch.keys, batch.points, strict=True)
        }
        dots = {
            key.removeprefix("mark/"): place.tolist()
            for key, place in zip(ends(marks).keys, ends(marks).places[:, :2], strict=True)
        }
        assert dots.keys() == arrived.keys()
        assert all(dots[key] == pytest.approx(arrived[key], abs=0.5) for key in dots)


@settings(max_examples=40, deadline=None)
@given(maps | fountains, boxes, settings_of_slides)
def test_ways_are_drawn_as_far_as_they_reach(chart: Routes, box: Box, setting: Setting) -> None:
    marks = chart.plot(box, setting).full

    for batch in (mark for mark in marks if isinstance(mark, Polylines)):
        last = np.array([np.flatnonzero(~np.isnan(way[:, 0]))[-1] for way in batch.points])
        assert batch.trim * (batch.points.shape[1] - 1) == pytest.approx(last)
