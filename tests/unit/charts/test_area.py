"""Areas over time, plain and stacked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Polygons, Polylines
from kiosk.charts.areas.layers import layers_of
from kiosk.charts.areas.shapes import sides_of
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.lines.series import series_in
from kiosk.charts.palette import series_colours
from kiosk.charts.plane.along import along
from kiosk.charts.plane.domain import LinearDomain
from kiosk.charts.plane.plane import Plane
from kiosk.data.quantity import Quantity
from kiosk.marks import Shape
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column
from tests.unit.charts.laws import keeps_the_laws
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    boxes,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z = Column("x"), Column("y"), Column("z")
POWER = Area(
    data=table(
        *((year, 10.0 + year - 2000, "water") for year in (2000, 2010, 2020)),
        *((year, 20.0, "coal") for year in (2000, 2010, 2020)),
    ),
    x=X, y=Y, color=Z,
)  # fmt: skip
STACKED = replace(POWER, stack="zero")
areas = st.builds(
    Area, data=tables(16), x=st.sampled_from(("name", "value", "member")).map(Column),
    y=st.sampled_from(("value", "beside", "nowhere")).map(Column),
    color=st.none() | st.sampled_from(("name", "member")).map(Column),
    stack=st.sampled_from(("none", "zero", "normalize")),
    highlight=st.sampled_from(("", "2024")),
)  # fmt: skip


def outlines(marks: Marks) -> dict[str, tuple[Floats, Floats]]:
    """The upper sides and the feet of the areas by their names, both from left to right."""
    (found,) = (mark for mark in marks if isinstance(mark, Polygons))
    half = found.points.shape[1] // 2
    return {
        key.removeprefix("mark/"): (points[:half], points[half:][::-1])
        for key, points in zip(found.keys, found.points, strict=True)
    }


def test_a_plain_area_stands_on_zero_in_proportion_to_its_values() -> None:
    data = table((2000, 10), (2010, 40), (2020, 20))

    ((top, foot),) = outlines(Area(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full).values()

    heights = foot[:, 1] - top[:, 1]
    assert heights / heights[1] == pytest.approx([0.25, 1.0, 0.5])
    assert np.ptp(foot[:, 1]) == 0.0
    assert (np.diff(top[:, 0]) > 0.0).all()


def test_stacked_areas_touch_and_none_overlaps() -> None:
    found = outlines(STACKED.plot(BODY, LANDSCAPE).full)

    (lower_top, _), (upper_top, upper_foot) = found["water"], found["coal"]
    assert upper_foot == pytest.approx(lower_top)
    assert (upper_top[:, 1] < upper_foot[:, 1]).all()


def test_shares_fill_the_whole_height_everywhere() -> None:
    found = outlines(replace(POWER, stack="normalize").plot(BODY, LANDSCAPE).full)

    (_, lower_foot), (upper_top, _) = found["water"], found["coal"]
    assert np.ptp(upper_top[:, 1]) == pytest.approx(0.0)
    assert np.ptp(lower_foot[:, 1]) == 0.0


def test_a_share_that_is_lit_says_its_percentage() -> None:
    chart = replace(POWER, stack="normalize", highlight="water")

    said = shown(chart.plot(BODY, LANDSCAPE).full)

    assert said["value/water"] == "60"
    assert said["value/water/unit"] == "%"


def test_what_is_below_zero_hangs_in_a_stack() -> None:
    data = table((1, 5, "up"), (2, 5, "up"), (1, -3, "down"), (2, -3, "down"))

    found = outlines(Area(data=data, x=X, y=Y, color=Z, stack="zero").plot(BODY, LANDSCAPE).full)

    (up_top, up_foot), (down_top, down_foot) = found["up"], found["down"]
    assert down_foot == pytest.approx(up_foot)
    assert (down_top[:, 1] > down_foot[:, 1]).all()
    assert (up_top[:, 1] < up_foot[:, 1]).all()


def test_a_missing_value_leaves_a_gap_with_upright_edges() -> None:
    data = table((1, 5), (2, 6), (3, None), (4, 7), (5, 8))

    ((top, foot),) = outlines(Area(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full).values()

    is_flat = top[:, 1] == foot[:, 1]
    assert is_flat.sum() == 2
    before, after = np.flatnonzero(is_flat)
    assert top[before, 0] == top[before - 1, 0]
    assert top[after, 0] == top[after + 1, 0]


def test_a_value_between_two_gaps_is_a_dot() -> None:
    data = table((1, 5), (2, 6), (3, None), (4, 7), (5, None), (6, 8), (7, 9))

    marks = Area(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    (dots,) = (mark for mark in marks if isinstance(mark, Points))
    assert len(dots.keys) == 1


def test_in_a_stack_the_way_goes_on_over_a_missing_value() -> None:
    data = table(
        (1, 4, "a"), (2, None, "a"), (3, 8, "a"), (1, 2, "b"), (2, 2, "b"), (3, 2, "b")
    )  # fmt: skip

    found = outlines(Area(data=data, x=X, y=Y, color=Z, stack="zero").plot(BODY, LANDSCAPE).full)

    heights = found["a"][1][:, 1] - found["a"][0][:, 1]
    assert heights / heights[2] == pytest.approx([0.5, 0.75, 1.0])


def test_areas_wear_the_palette_or_the_accent_and_quiet_colours() -> None:
    def fills(chart: Area) -> list[tuple[float, ...]]:
        (found,) = (m for m in chart.plot(BODY, LANDSCAPE).full if isinstance(m, Polygons))
        return [tuple(row) for row in found.fill.tolist()]

    assert fills(STACKED) == [tuple(colour) for colour in series_colours(2, LANDSCAPE)]
    assert fills(replace(STACKED, highlight="coal")) == [
        tuple(LANDSCAPE.theme.quiet_series), tuple(LANDSCAPE.accent)
    ]  # fmt: skip


def test_names_stand_inside_a_stack_where_all_have_room() -> None:
    marks = STACKED.plot(BODY, LANDSCAPE).full

    found = outlines(marks)
    for mark in texts(marks):
        if mark.key.startswith("name/"):
            top, foot = found[mark.key.split("/")[1]]
            ink = text_ink(mark)
            for x in np.linspace(ink.left, ink.right, 20):
                assert np.interp(x, top[:, 0], top[:, 1]) <= ink.top
                assert np.interp(x, foot[:, 0], foot[:, 1]) >= ink.bottom


def test_where_one_name_has_no_room_inside_all_stand_at_the_right() -> None:
    rows = [(x, 100.0, "thick") for x in (1, 2)] + [(x, 1.0, "thin") for x in (1, 2)]

    marks = Area(data=table(*rows), x=X, y=Y, color=Z, stack="zero").plot(BODY, LANDSCAPE).full

    right = max(float(top[-1, 0]) for top, _ in outlines(marks).values())
    names = [mark for mark in texts(marks) if mark.key.startswith("name/")]
    assert len(names) == 2
    assert all(mark.x > right for mark in names)


def test_areas_and_their_lines_are_drawn_together_from_left_to_right() -> None:
    scene = POWER.plot(BODY, LANDSCAPE)

    trims = [
        {
            float(trim)
            for mark in scene.at(t)
            if isinstance(mark, Polygons | Polylines)
            for trim in mark.trim
        }
        for t in (0.0, 0.6, 1.0, scene.entry_s)
    ]
    assert [len(found) for found in trims] == [1, 1, 1, 1]
    assert (trims[0], trims[-1]) == ({0.0}, {1.0})


@pytest.mark.parametrize("setting", [LANDSCAPE, PORTRAIT, ENGLISH])
def test_no_row_and_one_row_are_a_picture_too(setting: Setting) -> None:
    none, one = (Area(data=table(*rows), x=X, y=Y) for rows in ((), ((2024, 7),)))

    assert texts(none.plot(BODY, setting).full) == ()
    marks = one.plot(BODY, setting).full
    ((top, _),) = outlines(marks).values()
    assert top[-1, 0] > top[0, 0]
    assert {"2024", "7"} <= set(shown(marks).values())


def test_thousands_of_rows_keep_their_peak() -> None:
    data = table(*((n, float(n % 7) + (100.0 if n == 2477 else 0.0)) for n in range(5000)))

    marks = Area(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    ((top, foot),) = outlines(marks).values()
    heights = foot[:, 1] - top[:, 1]
    assert len(heights) < 900
    assert heights.max() > 15 * np.sort(heights)[-2] / 2


def test_a_touch_on_an_area_tells_its_name_and_last_value() -> None:
    reading = STACKED.readings()["mark/water"]

    assert reading.name.in_language("en") == "water"
    assert reading.quantity.value == 30.0


def test_the_rows_of_a_chart_keep_their_keys_when_values_and_stacking_change() -> None:
    plain, stacked = (chart.plot(TALL, PORTRAIT).full for chart in (POWER, STACKED))

    assert outlines(plain).keys() == outlines(stacked).keys()
    assert not [mark for mark in stacked if isinstance(mark, Shape) and mark.key == "marks"]


def test_areas_on_a_plane_of_greater_values_are_as_much_lower() -> None:
    series = series_in(table((1, 5), (2, 10)), "y", "", along((Quantity(1), Quantity(2)), "en"), "")
    layers = layers_of(series, "none")

    whole, half = (
        sides_of(layers, Plane(BODY, LinearDomain(0.0, 1.0, largest), ()))
        for largest in (10.0, 20.0)
    )

    assert BODY.bottom - half.upper == pytest.approx((BODY.bottom - whole.upper) / 2)


def test_bars_of_the_same_names_turn_into_areas() -> None:
    bars = Bar(data=table(("water", 30), ("coal", 20)), x=X, y=Y).plot(BODY, LANDSCAPE).full
    areas = STACKED.plot(BODY, LANDSCAPE).full

    between = blend(bars, areas, Even(0.5))

    (found,) = (mark for mark in between if mark.key == "marks")
    assert isinstance(found, Polygons)
    assert found.keys == ("mark/water", "mark/coal")
    assert np.isfinite(found.points).all()
    assert (found.trim == 1.0).all()


@settings(max_examples=80)
@given(areas, boxes, settings_of_slides)
def test_whatever_the_data_the_laws_hold(chart: Area, box: Box, setting: Setting) -> None:
    keeps_the_laws(chart, box, setting)
