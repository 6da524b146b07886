"""Flows between nodes, as wide as what flows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars, Polygons
from kiosk.charts.flows.graph import Graph, graph_of
from kiosk.charts.flows.layering import layering_of
from kiosk.charts.kinds.sankey import Sankey
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.marks import Marks
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    both,
    boxes,
    inks,
    is_finite,
    keys,
    names,
    overlaps,
    quantities,
    settings_of_slides,
    shown,
    table,
)

RIVER, WORKS, HOMES = both("江水", "River"), both("水厂", "Works"), both("居民", "Homes")
DATA = table((RIVER, WORKS, 40), ("雨水", WORKS, 10), (WORKS, HOMES, 30), ("雨水", HOMES, 5))
SANKEY = Sankey(data=DATA, source=Column("x"), target=Column("y"), value=Column("z"))


def bands(marks: Marks) -> Polygons:
    """The flows."""
    return next(mark for mark in marks if isinstance(mark, Polygons))


def nodes(marks: Marks) -> dict[str, Box]:
    """The nodes by their names."""
    bars = next(mark for mark in marks if isinstance(mark, Bars))
    return {
        key.removeprefix("mark/"): Box(*box)
        for key, box in zip(bars.keys, bars.boxes.tolist(), strict=True)
    }


def graph(*flows: tuple[str, str, float]) -> Graph:
    """A graph of those flows."""
    return graph_of(table(*flows), "x", "y", "z", "")


def test_each_node_has_its_name_and_what_flows_through_it() -> None:
    assert shown(SANKEY.plot(BODY, ENGLISH).full) == {
        "name/江水": "River", "value/江水": "40", "name/水厂": "Works", "value/水厂": "50",
        "name/居民": "Homes", "value/居民": "35", "name/雨水": "雨水", "value/雨水": "15",
    }  # fmt: skip


def test_nodes_are_as_high_as_what_flows_through_them() -> None:
    high = {key: box.height for key, box in nodes(SANKEY.plot(BODY, LANDSCAPE).full).items()}

    assert high["江水"] / high["水厂"] == pytest.approx(40 / 50)
    assert high["居民"] / high["水厂"] == pytest.approx(35 / 50)


def test_bands_run_to_the_right_and_in_a_tall_place_downwards() -> None:
    wide = nodes(SANKEY.plot(BODY, LANDSCAPE).full)
    tall = nodes(SANKEY.plot(TALL, PORTRAIT).full)

    assert wide["江水"].right < wide["水厂"].x < wide["居民"].x
    assert tall["江水"].bottom < tall["水厂"].y < tall["居民"].y


def test_bands_flow_on_from_layer_to_layer() -> None:
    scene = SANKEY.plot(BODY, LANDSCAPE)

    trim = dict(zip(bands(scene.full).keys, bands(scene.at(0.5)).trim.tolist(), strict=True))
    assert trim["flow/江水→水厂"] > trim["flow/雨水→居民"] > trim["flow/水厂→居民"] == 0
    assert (bands(scene.full).trim == 1).all()


def test_the_bands_of_one_node_are_in_the_accent_and_the_others_quiet() -> None:
    marks = replace(SANKEY, highlight="River").plot(BODY, ENGLISH).full

    lit = [tuple(fill[:3]) == tuple(ENGLISH.accent[:3]) for fill in bands(marks).fill.tolist()]
    assert dict(zip(bands(marks).keys, lit, strict=True)) == {
        "flow/江水→水厂": True, "flow/雨水→水厂": False, "flow/水厂→居民": False,
        "flow/雨水→居民": False,
    }  # fmt: skip


def test_bands_have_the_colours_of_their_column() -> None:
    marks = replace(SANKEY, color=Column("x")).plot(BODY, LANDSCAPE).full

    fill = dict(zip(bands(marks).keys, map(tuple, bands(marks).fill.tolist()), strict=True))
    assert fill["flow/雨水→水厂"] == fill["flow/雨水→居民"] != fill["flow/江水→水厂"]
    assert not [key for key in shown(marks) if key.startswith("legend/")]


def test_what_would_lead_back_or_does_not_flow_is_left_out() -> None:
    found = graph(("a", "b", 2), ("b", "c", 1), ("c", "a", 1), ("b", "b", 3), ("a", "c", -1))

    assert [(flow.source, flow.target) for flow in found.flows] == [(0, 1), (1, 2)]


def test_rows_with_the_same_ends_are_one_band() -> None:
    found = graph(("a", "b", 2), ("a", "b", 3))

    assert [flow.value for flow in found.flows] == [5]


def test_nodes_are_put_in_an_order_in_which_nothing_crosses() -> None:
    found = graph(("a", "z", 1), ("b", "y", 1), ("c", "x", 1))

    spans = layering_of(found, 300, 10).spans
    order = sorted(range(6), key=lambda node: (spans[node], node))
    keys_ = [found.nodes[node].key for node in order]
    assert [key for key in keys_ if key in "abc"] == ["a", "b", "c"]
    assert [key for key in keys_ if key in "xyz"] == ["z", "y", "x"]


def test_a_touch_tells_what_flows() -> None:
    readings = SANKEY.readings()

    assert readings["mark/水厂"].quantity.value == 50
    band = readings["flow/江水→水厂"]
    assert (band.name, band.quantity.value) == (both("江水 → 水厂", "River → Works"), 40)


@st.composite
def flows(draw: st.DrawFn) -> Table:
    """Tables of flows between a few nodes, some of them going nowhere."""
    node = st.sampled_from("甲乙丙丁ABCDE").map(plain) | names | st.none()
    rows = draw(st.lists(st.tuples(node, node, st.none() | quantities), max_size=24))
    return Table(("x", "y", "z"), tuple(rows))


charts = st.builds(
    Sankey, data=flows(), source=st.just(Column("x")), target=st.just(Column("y")),
    value=st.just(Column("z")), color=st.none() | st.just(Column("x")),
    highlight=st.sampled_from(("", "甲", "A")),
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(flows(), st.floats(1, 1000), st.floats(0, 40))
def test_flows_fill_their_nodes_and_nodes_do_not_meet(data: Table, room: float, gap: float) -> None:
    found = graph_of(data, "x", "y", "z", "")
    laid = layering_of(found, room, gap)

    for flow, way in zip(found.flows, laid.ways, strict=True):
        assert laid.layer[flow.source] < laid.layer[flow.target]
        for (start, end), node in ((way[0], flow.source), (way[-1], flow.target)):
            assert laid.spans[node][0] - 1e-6 <= start <= end <= laid.spans[node][1] + 1e-6
    for layer in set(laid.layer):
        spans = sorted(s for s, of in zip(laid.spans, laid.layer, strict=True) if of == layer)
        ends = [0.0, *(end for _, end in spans)]
        assert all(start >= end - 1e-6 for (start, _), end in zip(spans, ends, strict=False))
        assert ends[-1] <= room + 1e-6


@settings(max_examples=25, deadline=None)
@given(charts, boxes, settings_of_slides)
def test_nothing_lies_outside_its_place(chart: Sankey, box: Box, setting: Setting) -> None:
    scene = chart.plot(box, setting)

    for t in (0.0, scene.entry_s / 2, scene.entry_s):
        assert is_finite(scene.at(t))
    outside = [ink for mark in scene.full for ink in inks(mark) if not ink.is_within(box, 12.0)]
    assert outside == []
    assert len(keys(scene.full)) == len(set(keys(scene.full)))


@settings(max_examples=30, deadline=None)
@given(charts, boxes, settings_of_slides)
def test_no_text_lies_over_another(chart: Sankey, box: Box, setting: Setting) -> None:
    assert overlaps(chart.plot(box, setting).full) == []


@pytest.mark.parametrize("data", [table(), table(("a", "b", None)), table(("a", "a", 3))])
def test_without_flows_there_is_nothing(data: Table) -> None:
    assert replace(SANKEY, data=data).plot(BODY, LANDSCAPE).full == ()


def test_five_thousand_rows_are_the_largest_flows() -> None:
    rows = [(f"a{n % 70}", f"b{n // 70}", Quantity(float(n + 1))) for n in range(5000)]

    marks = replace(SANKEY, data=table(*rows)).plot(BODY, LANDSCAPE).full

    assert len(bands(marks).keys) == 120
    assert np.isfinite(bands(marks).points).all()
