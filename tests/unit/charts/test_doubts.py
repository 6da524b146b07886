"""What charts cannot show as they are written."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.charts.base import Chart
from kiosk.charts.kinds.gauge import Gauge
from kiosk.charts.kinds.pie import Pie
from kiosk.charts.kinds.sankey import Sankey
from kiosk.charts.kinds.timeline import Timeline
from kiosk.data.quantity import Quantity
from kiosk.options import Column
from kiosk.phrases import said
from tests.unit.charts.every_kind import chart_kinds, charts_of
from tests.unit.charts.stand_ins import PERCENT, table


@pytest.mark.parametrize("kind", chart_kinds(), ids=lambda kind: kind.__name__)
@settings(max_examples=25)
@given(data=st.data())
def test_a_doubt_is_about_a_field_or_a_row_and_is_said_in_both_languages(
    kind: type[Chart], data: st.DataObject
) -> None:
    chart = data.draw(charts_of(kind))

    doubts = chart.doubts()

    fields = {field.name for field in dataclasses.fields(kind)}
    for doubt in doubts:
        assert doubt.field in fields | {""}
        assert doubt.row is None or doubt.row < len(chart.data.rows)
        assert said(doubt.what, "zh") != said(doubt.what, "en")
        assert said(doubt.hint, "zh") != said(doubt.hint, "en")


def test_a_part_below_zero_is_told_of_by_its_row() -> None:
    chart = Pie(data=table(("a", 3), ("b", -2), ("c", 0)), x=Column("x"), y=Column("y"))

    assert [(one.field, one.row) for one in chart.doubts()] == [("y", 1)]


def test_of_many_rows_the_first_are_told_of() -> None:
    chart = Pie(data=table(*(("a", -1) for _ in range(900))), x=Column("x"), y=Column("y"))

    assert [one.row for one in chart.doubts()] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("value", "fields"),
    [(Quantity(80.0, unit=PERCENT), []), (Quantity(130.0), []), (Quantity(-1.0), ["value"])],
)
def test_a_gauge_without_a_full_value_has_room_for_any_that_is_not_below_zero(
    value: Quantity, fields: list[str]
) -> None:
    assert [one.field for one in Gauge(value=value).doubts()] == fields


def test_a_gauge_is_told_of_what_lies_beyond_its_ring() -> None:
    chart = Gauge(value=Quantity(7.0), target=Quantity(9.0), max=Quantity(5.0))

    assert [one.field for one in chart.doubts()] == ["value", "target"]


def test_the_later_one_of_flows_in_a_circle_is_told_of() -> None:
    data = table(("a", "b", 3), ("b", "c", 2), ("c", "a", 1), ("a", "c", 1))
    chart = Sankey(data=data, source=Column("x"), target=Column("y"), value=Column("z"))

    assert [(one.field, one.row) for one in chart.doubts()] == [("target", 2)]


def test_what_ends_before_it_begins_is_told_of() -> None:
    data = table(("2019", "2011", "a"), ("2011", "2019", "b"), ("2011", None, "c"))
    chart = Timeline(data=data, start=Column("x"), end=Column("y"), label=Column("z"))

    assert [(one.field, one.row) for one in chart.doubts()] == [("end", 0)]
