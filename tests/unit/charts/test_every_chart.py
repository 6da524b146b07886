"""What holds for every kind of chart, whatever the data."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.charts.base import Chart
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.options import Column, Enter
from kiosk.typesetting.setting import Setting
from tests.unit.charts.every_kind import chart_kinds, charts_of
from tests.unit.charts.stand_ins import (
    LANDSCAPE,
    boxes,
    inks,
    is_finite,
    is_seen,
    keys,
    settings_of_slides,
    tables,
)

_SLACK = 22.0  # logical units: half the widest stroke, and overhanging glyphs

roomy = boxes.filter(lambda box: box.width > 300 and box.height > 160)
every_kind = pytest.mark.parametrize("kind", chart_kinds(), ids=lambda kind: kind.__name__)


@every_kind
@settings(max_examples=15)
@given(data=st.data(), box=boxes, setting=settings_of_slides)
def test_a_chart_is_finite_at_any_time(
    kind: type[Chart], data: st.DataObject, box: Box, setting: Setting
) -> None:
    scene = data.draw(charts_of(kind)).plot(box, setting)

    for t in (0.0, scene.entry_s / 2, scene.entry_s, (scene.entry_s + scene.end_s) / 2, 1e6):
        assert is_finite(scene.at(t))


@every_kind
@settings(max_examples=15)
@given(data=st.data(), box=boxes, setting=settings_of_slides, t=st.floats(0, 10))
def test_the_same_chart_at_the_same_time_is_the_same(
    kind: type[Chart], data: st.DataObject, box: Box, setting: Setting, t: float
) -> None:
    chart = data.draw(charts_of(kind))

    first, second = chart.plot(box, setting).at(t), chart.plot(box, setting).at(t)

    assert repr(first) == repr(second)


@every_kind
@settings(max_examples=15)
@given(data=st.data(), box=boxes, setting=settings_of_slides)
def test_keys_are_unique_and_do_not_depend_on_the_time(
    kind: type[Chart], data: st.DataObject, box: Box, setting: Setting
) -> None:
    scene = data.draw(charts_of(kind)).plot(box, setting)

    entered, settled = keys(scene.first), keys(scene.full)
    assert len(settled) == len(set(settled))
    assert len(entered) == len(set(entered))
    assert set(keys(scene.at(scene.entry_s / 2))) <= set(entered)


@every_kind
@settings(max_examples=15)
@given(data=st.data(), box=roomy, setting=settings_of_slides)
def test_a_chart_stays_inside_its_box(
    kind: type[Chart], data: st.DataObject, box: Box, setting: Setting
) -> None:
    assume(box.height > 420 or not setting.is_grown)  # type that must be read gets no smaller

    scene = data.draw(charts_of(kind)).plot(box, setting)

    outside = [ink for mark in scene.full for ink in inks(mark) if not ink.is_within(box, _SLACK)]
    assert not outside


@every_kind
@settings(max_examples=15)
@given(data=st.data(), box=boxes, setting=settings_of_slides)
def test_a_chart_is_settled_once_it_has_entered_and_played(
    kind: type[Chart], data: st.DataObject, box: Box, setting: Setting
) -> None:
    scene = data.draw(charts_of(kind)).plot(box, setting)

    assert scene.at(scene.end_s) is scene.full
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
