"""How far something has come."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Sectors, Segments, bounds
from kiosk.charts.kinds.gauge import Gauge
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Marks
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from kiosk.typesetting.sight import Sight
from tests.unit.charts.stand_ins import (
    BODY,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    YI_YUAN,
    both,
    boxes,
    inks,
    overlaps,
    quantities,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

HALF = Gauge(value=Quantity(30.0), max=Quantity(40.0))
RING = replace(HALF, shape="ring")
ROWS = Gauge(
    data=table(("大桥", 80), ("隧道", 40), ("车站", 20)), x=Column("x"), y=Column("y"),
    max=Quantity(100.0),
)  # fmt: skip


def arcs(marks: Marks, key: str = "marks") -> Sectors:
    """The values' arcs, or the `track` that they run on."""
    return next(mark for mark in marks if isinstance(mark, Sectors) and mark.key == key)


def test_a_half_ring_is_filled_from_the_left_by_the_share_of_its_largest_value() -> None:
    marks = HALF.plot(BODY, LANDSCAPE).full

    assert arcs(marks).places[0, 4:].tolist() == [-0.25, 0.125]
    assert arcs(marks, "track").places[0, 4:].tolist() == [-0.25, 0.25]


def test_a_ring_fills_from_the_top() -> None:
    assert arcs(RING.plot(BODY, LANDSCAPE).full).places[0, 4:].tolist() == [0.0, 0.75]


def test_the_figure_counts_inside_while_the_arc_grows() -> None:
    scene = replace(RING, label=both("棵", "trees")).plot(BODY, LANDSCAPE)

    early, late = scene.at(0.2), scene.full
    counts = [next(m.value for m in marks if isinstance(m, Figure)) for marks in (early, late)]
    ends = [arcs(marks).places[0, 5] for marks in (early, late)]
    assert 0.0 < counts[0] < counts[1] == 30.0
    assert 0.0 < ends[0] < ends[1]
    x, y, inner = arcs(late).places[0, :3]
    for mark in texts(late):
        ink = text_ink(mark)
        assert (
            math.hypot(max(x - ink.left, ink.right - x), max(y - ink.top, ink.bottom - y)) < inner
        )


def test_the_scale_of_a_half_ring_is_written_below_its_feet() -> None:
    found = shown(HALF.plot(BODY, LANDSCAPE).full)

    assert (found["scale/least"], found["scale/most"]) == ("0", "40")


def test_a_long_end_of_the_scale_is_left_out_where_it_would_meet_the_figure() -> None:
    chart = Gauge(value=Quantity(9876543210.0), max=Quantity(19876543210.0))

    marks = chart.plot(
        Box(72, 400, 936, 1200), replace(PORTRAIT, is_large=True, language="en")
    ).full

    assert overlaps(marks) == []
    assert "scale/most" not in shown(marks)


@pytest.mark.parametrize(
    ("value", "most"),
    [
        (Quantity(57.3, 1, PERCENT), "100"), (Quantity(27.6, 1, YI_YUAN), "50"),
        (Quantity(0.3, 1), "0.5"), (Quantity(1000.0), "1000"), (Quantity(-3.0), "1"),
    ],
)  # fmt: skip
def test_without_max_a_full_ring_is_a_hundred_per_cent_or_the_next_round_number(
    value: Quantity, most: str
) -> None:
    found = shown(Gauge(value=value).plot(BODY, LANDSCAPE).full)

    assert found["scale/most"] == most


@pytest.mark.parametrize("value", [-5.0, math.nan, math.inf])
def test_what_is_below_zero_or_no_number_fills_nothing(value: float) -> None:
    marks = replace(HALF, value=Quantity(value)).plot(BODY, LANDSCAPE).full

    start, end = arcs(marks).places[0, 4:]
    assert start == end


def test_more_than_its_largest_value_fills_it_and_the_figure_tells() -> None:
    marks = replace(HALF, value=Quantity(50.0)).plot(BODY, LANDSCAPE).full

    assert arcs(marks).places[0, 5] == 0.25
    assert shown(marks)["value"] == "50"


@pytest.mark.parametrize("setting", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("share", range(0, 41, 4))
def test_the_target_is_a_tick_across_the_ring_with_its_value_outside(
    share: int, setting: Setting
) -> None:
    box = BODY if setting.shape == "landscape" else Box(72, 400, 936, 1200)

    marks = replace(HALF, target=Quantity(float(share))).plot(box, setting).full

    (tick,) = (mark for mark in marks if isinstance(mark, Segments))
    x, y, inner, outer = arcs(marks).places[0, :4]
    x1, y1, x2, y2 = tick.ends[0]
    assert math.hypot(x1 - x, y1 - y) < inner < outer < math.hypot(x2 - x, y2 - y)
    assert shown(marks)["value/target"] == str(share)
    assert overlaps(marks) == []


def test_rows_are_rings_around_each_other_with_names_where_they_begin() -> None:
    marks = ROWS.plot(BODY, LANDSCAPE).full

    rings = arcs(marks)
    assert rings.keys == ("mark/大桥", "mark/隧道", "mark/车站")
    assert (rings.places[:, 4] == 0.0).all()
    assert rings.places[:, 5].tolist() == pytest.approx([0.6, 0.3, 0.15])
    assert (rings.places[1:, 3] < rings.places[:-1, 2]).all()
    names = {mark.key: text_ink(mark) for mark in texts(marks)}
    for key, place in zip(rings.keys, rings.places.tolist(), strict=True):
        name = names[key.replace("mark", "name")]
        assert name.right < place[0]
        assert name.top < place[1] - (place[2] + place[3]) / 2 < name.bottom


def test_one_ring_is_in_the_accent() -> None:
    rings = arcs(replace(ROWS, highlight="隧道").plot(BODY, LANDSCAPE).full)

    assert rings.fill[1].tolist() == list(LANDSCAPE.accent)
    assert rings.fill[0].tolist() == list(LANDSCAPE.theme.quiet_series)


def test_a_touch_tells_the_value() -> None:
    assert HALF.readings()["mark/value"].quantity.value == 30.0
    assert ROWS.readings()["mark/隧道"].quantity.value == 40.0


gauges = st.one_of(
    st.builds(
        Gauge, value=quantities, max=st.none() | quantities, target=st.none() | quantities,
        label=st.just(both("已完成", "done")), shape=st.sampled_from(("half", "ring")),
    ),
    st.builds(
        Gauge, data=tables(), x=st.just(Column("name")), y=st.just(Column("value")),
        max=st.none() | quantities, highlight=st.sampled_from(("", "A")),
    ),
)  # fmt: skip


@settings(max_examples=200)
@given(gauges, boxes, settings_of_slides)
def test_arcs_are_finite_and_lie_on_their_tracks(chart: Gauge, box: Box, setting: Setting) -> None:
    for mark in chart.plot(box, setting).full:
        if isinstance(mark, Sectors) and mark.key == "marks":
            track = arcs(chart.plot(box, setting).full, "track").places
            assert np.isfinite(mark.places).all()
            assert (mark.places[:, :5] == track[:, :5]).all()
            assert (mark.places[:, 4] <= mark.places[:, 5]).all()
            assert (mark.places[:, 5] <= track[:, 5]).all()


def test_a_target_at_the_end_of_a_half_ring_stands_clear_of_the_scales_end() -> None:
    all_of_it = Quantity(976_562_500_000.0)
    chart = Gauge(
        value=Quantity(0.0), max=all_of_it, target=all_of_it, label=both("已完成", "done"),
        shape="half",
    )  # fmt: skip
    from_afar = replace(LANDSCAPE, sight=Sight(2.017, 2.6))

    marks = chart.plot(Box(0.0, 0.0, 969.0, 297.0), from_afar).full

    assert {"name/target", "scale/most"} <= {mark.key for mark in texts(marks)}
    assert overlaps(marks) == []


@settings(max_examples=200)
@given(gauges, boxes, settings_of_slides)
def test_nothing_lies_outside_its_place_and_no_text_over_another(
    chart: Gauge, box: Box, setting: Setting
) -> None:
    marks = chart.plot(box, setting).full

    assert overlaps(marks) == []
    for mark in marks:
        if isinstance(mark, Sectors):
            left, top, right, bottom = bounds(mark).T
            assert left.min() >= box.x - 0.1
            assert top.min() >= box.y - 0.1
            assert right.max() <= box.right + 0.1
            assert bottom.max() <= box.bottom + 0.1
    outside = [ink for mark in marks for ink in inks(mark) if not ink.is_within(box, 12.5)]
    assert outside == []


def test_five_thousand_rows_are_as_many_rings_as_have_room() -> None:
    many = replace(ROWS, data=table(*((f"row {n}", n) for n in range(5000))))

    assert 1 < len(arcs(many.plot(BODY, LANDSCAPE).full).keys) < 20


def test_without_rows_there_is_only_the_place_of_a_ring() -> None:
    marks = replace(ROWS, data=table()).plot(BODY, LANDSCAPE).full

    assert arcs(marks, "track").keys == ("track/whole",)
    assert [mark.key for mark in marks] == ["track"]


def figures(marks: Marks) -> list[float]:
    """The figures but those of the scale."""
    found = [mark for mark in marks if isinstance(mark, Figure)]
    return [mark.value for mark in found if not mark.key.startswith("scale/")]


FED = Gauge(data=table(("", 12.0), ("", 30.0)), y=Column("y"), max=Quantity(40.0))


@pytest.mark.parametrize(
    "chart",
    [
        FED,
        replace(FED, data=table(("", 30.0))),
        replace(FED, data=table(("", 30.0), ("", math.nan))),
        replace(FED, data=table(("水库", 30.0)), x=Column("x")),
    ],
    ids=["rows without names", "one row", "a last row without a number", "one row with a name"],
)
def test_one_row_or_the_last_without_a_name_is_a_figure_like_any_other(chart: Gauge) -> None:
    marks = chart.plot(BODY, LANDSCAPE).full

    assert np.array_equal(arcs(marks).places, arcs(HALF.plot(BODY, LANDSCAPE).full).places)
    assert figures(marks) == [30.0]
    (reading,) = chart.readings().values()
    assert reading.quantity == Quantity(30.0)
    assert chart.height_in(BODY, LANDSCAPE) == HALF.height_in(BODY, LANDSCAPE)


def test_the_name_of_one_row_stands_with_its_figure_unless_it_has_a_label() -> None:
    chart = replace(FED, data=table(("水库", 30.0)), x=Column("x"))

    unnamed, labelled = (
        {mark.text for mark in texts(one.plot(BODY, LANDSCAPE).full) if isinstance(mark, Label)}
        for one in (chart, replace(chart, label=plain("蓄水")))
    )

    assert "水库" in unnamed
    assert "蓄水" in labelled
    assert "水库" not in labelled


def test_before_its_first_row_a_figure_has_its_place() -> None:
    scene = replace(FED, data=Table(("x", "y"))).plot(BODY, LANDSCAPE)

    assert arcs(scene.full, "track").places.tolist() == (
        arcs(HALF.plot(BODY, LANDSCAPE).full, "track").places.tolist()
    )
    assert figures(scene.full) == []


def test_a_figure_that_goes_on_keeps_its_ring() -> None:
    old, new = (
        replace(FED, data=table(*(("", value) for value in values))).plot(BODY, LANDSCAPE).full
        for values in ((10.0,), (10.0, 20.0))
    )

    half_way = arcs(blend(old, new, Even(0.5)))

    start, end = (arcs(marks).places[0, 5] for marks in (old, new))
    assert half_way.keys == arcs(old).keys
    assert start < half_way.places[0, 5] < end
