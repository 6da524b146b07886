"""What holds for every chart, whatever the data."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.charts.base import Chart
from kiosk.charts.icons import ICONS
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.bridge import Bridge
from kiosk.charts.kinds.climb import Climb
from kiosk.charts.kinds.line import Line
from kiosk.charts.kinds.number import Number
from kiosk.charts.kinds.pictogram import Pictogram
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.options import Column, Enter
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    LANDSCAPE,
    boxes,
    inks,
    is_finite,
    is_seen,
    keys,
    names,
    quantities,
    settings_of_slides,
    tables,
)

_SLACK = 22.0  # logical units: half the widest stroke, and overhanging glyphs

enters = st.builds(
    Enter, st.sampled_from(("grow", "rise", "fade", "none")), st.none() | st.floats(0, 5)
)
columns = st.sampled_from(("name", "value", "member", "beside", "icon", "nowhere")).map(Column)
charts: st.SearchStrategy[Chart] = st.one_of(
    st.builds(
        Bar, data=tables(12), x=columns, y=columns, color=st.none() | columns,
        stack=st.sampled_from(("none", "zero", "normalize")),
        direction=st.sampled_from(("auto", "lying", "upright")),
        sort=st.sampled_from(("written", "ascending", "descending")),
        highlight=st.sampled_from(("", "2024", "A")), icon=st.none() | columns,
        beside=st.none() | columns, beside_title=names, enter=enters,
    ),
    st.builds(
        Number, value=quantities, size=st.sampled_from(("hero", "second")), unit=st.booleans(),
        enter=enters,
    ),
    st.builds(
        Pictogram, icon=st.sampled_from(sorted(ICONS)), count=st.integers(-2, 40),
        lit=st.integers(-2, 50), enter=enters,
    ),
    st.builds(
        Bridge, done=quantities, planned=quantities, done_label=names, done_note=names,
        planned_label=names, enter=enters,
    ),
    st.builds(
        Line, data=tables(12), x=columns, y=columns, color=st.none() | columns,
        highlight=st.sampled_from(("", "2024")), area=st.booleans(), enter=enters,
    ),
    st.builds(Climb, from_=quantities, to=quantities, from_label=names, to_label=names),
)  # fmt: skip


@settings(max_examples=40)
@given(charts, boxes, settings_of_slides)
def test_a_chart_is_finite_at_any_time(chart: Chart, box: Box, setting: Setting) -> None:
    scene = chart.plot(box, setting)

    for t in (0.0, scene.entry_s / 2, scene.entry_s, 1e6):
        assert is_finite(scene.at(t))


@settings(max_examples=40)
@given(charts, boxes, settings_of_slides, st.floats(0, 10))
def test_the_same_chart_at_the_same_time_is_the_same(
    chart: Chart, box: Box, setting: Setting, t: float
) -> None:
    first, second = chart.plot(box, setting).at(t), chart.plot(box, setting).at(t)

    assert repr(first) == repr(second)


@settings(max_examples=40)
@given(charts, boxes, settings_of_slides)
def test_keys_are_unique_and_do_not_depend_on_the_time(
    chart: Chart, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    settled = keys(scene.full)
    assert len(settled) == len(set(settled))
    assert set(keys(scene.at(scene.entry_s / 2))) <= set(settled)


@settings(max_examples=40)
@given(charts, boxes.filter(lambda box: box.width > 300 and box.height > 160), settings_of_slides)
def test_a_chart_stays_inside_its_box(chart: Chart, box: Box, setting: Setting) -> None:
    scene = chart.plot(box, setting)

    outside = [ink for mark in scene.full for ink in inks(mark) if not ink.is_within(box, _SLACK)]
    assert not outside


@settings(max_examples=40)
@given(charts, boxes, settings_of_slides)
def test_a_chart_is_settled_once_its_entry_is_over(
    chart: Chart, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    assert scene.at(scene.entry_s) is scene.full
    assert scene.entry_s < 15.0


@pytest.mark.parametrize("style", ["rise", "fade"])
@settings(max_examples=40)
@given(data=tables(), box=boxes, setting=settings_of_slides)
def test_a_chart_that_rises_or_fades_in_is_not_seen_at_first(
    style: Literal["rise", "fade"], data: Table, box: Box, setting: Setting
) -> None:
    chart = Bar(data=data, x=Column("name"), y=Column("value"), enter=Enter(style))

    first = chart.plot(box, setting).at(0.0)

    assert not any(is_seen(mark) for mark in first)


def test_a_chart_that_enters_with_none_is_there_at_once() -> None:
    chart = Number(value=Quantity(300.0), enter=Enter("none"))

    scene = chart.plot(Box(96, 176, 700, 400), LANDSCAPE)

    assert scene.at(0.0) is scene.full
