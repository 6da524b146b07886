"""Things compared over axes in a ring."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Polygons, Polylines
from kiosk.charts.kinds.radar import Radar
from kiosk.charts.palette import series_colours
from kiosk.options import Column
from tests.unit.charts.laws import keeps_the_laws
from tests.unit.charts.stand_ins import (
    BODY,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    boxes,
    overlaps,
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
    from kiosk.marks import Mark, Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z = Column("x"), Column("y"), Column("z")
CARS = Radar(
    data=table(
        *((axis, points, "new") for axis, points in (("a", 8), ("b", 4), ("c", 6), ("d", 10))),
        *((axis, points, "old") for axis, points in (("a", 5), ("b", 9), ("c", 2), ("d", 3))),
    ),
    x=X, y=Y, color=Z,
)  # fmt: skip
radars = st.builds(
    Radar, data=tables(16), x=st.sampled_from(("name", "value", "member", "nowhere")).map(Column),
    y=st.sampled_from(("value", "beside")).map(Column),
    color=st.none() | st.sampled_from(("name", "member")).map(Column),
    highlight=st.sampled_from(("", "2024")), max=st.none() | st.floats(allow_nan=True),
)  # fmt: skip


def batch(marks: Marks, key: str) -> Mark:
    """The batch of that name."""
    return next(mark for mark in marks if mark.key == key)


def corners(marks: Marks) -> dict[str, Floats]:
    """The corners of the areas about the middle of the web, by their names."""
    areas = batch(marks, "marks")
    assert isinstance(areas, Polygons)
    count = areas.points.shape[1] // 2
    return {
        key.removeprefix("mark/"): points[: count - 1] - points[-1]
        for key, points in zip(areas.keys, areas.points, strict=True)
    }


def test_axes_stand_at_even_turns_clockwise_from_the_top() -> None:
    found = corners(CARS.plot(BODY, LANDSCAPE).full)["new"]

    up, right, down, left = found
    assert up[0] == pytest.approx(0.0)
    assert up[1] < 0.0
    assert right[1] == pytest.approx(0.0)
    assert right[0] > 0.0
    assert down[0] == pytest.approx(0.0)
    assert down[1] > 0.0
    assert left[1] == pytest.approx(0.0)
    assert left[0] < 0.0


def test_values_reach_out_in_proportion_from_zero_in_the_middle() -> None:
    found = corners(CARS.plot(BODY, LANDSCAPE).full)

    far = np.hypot(*found["new"].T)
    assert far / far[3] == pytest.approx([0.8, 0.4, 0.6, 1.0])
    assert np.hypot(*found["old"].T)[1] / far[3] == pytest.approx(0.9)


def test_the_ends_of_the_axes_are_as_far_as_max_says() -> None:
    def share(chart: Radar) -> float:
        marks = chart.plot(BODY, LANDSCAPE).full
        rings = batch(marks, "rings")
        assert isinstance(rings, Polylines)
        middle = (rings.points[-1, 0] + rings.points[-1, 2]) / 2
        outer = float(np.hypot(*(rings.points[-1, 0] - middle)))
        return float(np.hypot(*corners(marks)["new"][3])) / outer

    assert share(replace(CARS, max=20.0)) == pytest.approx(0.5)
    assert share(CARS) == pytest.approx(1.0)


def test_the_axes_end_at_a_round_value_which_is_written_there() -> None:
    data = table(("a", 175), ("b", 90), ("c", 60))

    marks = Radar(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    said = [text for key, text in shown(marks).items() if key.startswith("tick/")]
    assert said == ["100", "200"]


def test_an_outline_is_closed_and_lies_on_its_area() -> None:
    marks = CARS.plot(BODY, LANDSCAPE).full

    areas, lines = batch(marks, "marks"), batch(marks, "outlines")
    assert isinstance(areas, Polygons)
    assert isinstance(lines, Polylines)
    assert (lines.points[:, 0] == lines.points[:, -1]).all()
    assert (areas.points[:, : lines.points.shape[1]] == lines.points).all()


def test_an_axis_without_a_value_is_passed_straight() -> None:
    data = table(("a", 10), ("b", None), ("c", 10), ("d", 10))

    (found,) = corners(Radar(data=data, x=X, y=Y).plot(BODY, LANDSCAPE).full).values()

    assert found[1] == pytest.approx((found[0] + found[2]) / 2)


def test_one_thing_and_the_lit_one_have_their_values_at_the_axes() -> None:
    def values(chart: Radar) -> list[str]:
        said = shown(chart.plot(BODY, LANDSCAPE).full)
        return [text for key, text in said.items() if key.startswith("value/")]

    one = Radar(data=table(("a", 8), ("b", 4), ("c", 6)), x=X, y=Y)

    assert values(one) == ["8", "4", "6"]
    assert values(replace(CARS, highlight="old")) == ["5", "9", "2", "3"]
    assert values(CARS) == []


def test_several_things_have_their_colours_and_a_list_of_names() -> None:
    marks = CARS.plot(BODY, LANDSCAPE).full

    lines = batch(marks, "outlines")
    assert isinstance(lines, Polylines)
    assert lines.colours.tolist() == [[*colour] for colour in series_colours(2, LANDSCAPE)]
    assert {"new", "old"} <= set(shown(marks).values())


def test_of_more_things_than_colours_the_first_is_lit_and_named_first() -> None:
    rows = [(axis, at + ord(axis) % 5 + 1, f"n{at}") for at in range(7) for axis in "abc"]

    said = shown(Radar(data=table(*rows), x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full)

    listed = [text for key, text in said.items() if key.startswith("name/")]
    assert listed[0] == "n0"
    assert len([key for key in said if key.startswith("value/")]) == 3


def test_the_lit_one_lies_over_the_others_and_has_dots() -> None:
    marks = replace(CARS, highlight="new").plot(BODY, LANDSCAPE).full

    areas, dots = batch(marks, "marks"), batch(marks, "corners")
    assert isinstance(areas, Polygons)
    assert isinstance(dots, Points)
    assert areas.keys == ("mark/old", "mark/new")
    assert len(dots.keys) == 4


def test_areas_grow_from_the_middle() -> None:
    scene = CARS.plot(BODY, LANDSCAPE)

    sizes = [
        float(np.hypot(*corners(scene.at(t))["new"][3])) for t in (0.0, 0.6, 0.9, scene.entry_s)
    ]

    assert sizes[0] == 0.0
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 12, 60, 400])
def test_names_around_the_ring_never_meet(count: int) -> None:
    data = table(*((f"a rather long name {n}", 1.0 + n % 5) for n in range(count)))

    for box, setting in ((BODY, LANDSCAPE), (TALL, PORTRAIT)):
        marks = Radar(data=data, x=X, y=Y).plot(box, setting).full
        assert overlaps(marks) == []
        assert "x/a rather long name 0" in shown(marks)


@pytest.mark.parametrize("count", [3, 12])
def test_the_round_values_keep_clear_of_large_names(count: int) -> None:
    data = table(*((f"name {n}", 100.0 + n) for n in range(count)))
    large = replace(LANDSCAPE, is_large=True)

    marks = Radar(data=data, x=X, y=Y).plot(BODY, large).full

    inks = [text_ink(mark) for mark in texts(marks)]
    ticks = [ink for ink in inks if ink.of.startswith("tick/")]
    names = [ink for ink in inks if ink.of.startswith(("x/", "value/"))]
    assert ticks or count == 12  # where they have no room they are left out
    assert not [
        (t.of, n.of) for t in ticks for n in names if t.overlaps(replace(n, bottom=n.bottom + 8))
    ]


def test_no_row_is_an_empty_picture() -> None:
    assert Radar(data=table(), x=X, y=Y).plot(BODY, LANDSCAPE).full == ()


def test_a_touch_tells_what_it_is() -> None:
    assert CARS.readings()["mark/new"].name.in_language("en") == "new"


@settings(max_examples=80)
@given(radars, boxes, settings_of_slides)
def test_whatever_the_data_the_laws_hold(chart: Radar, box: Box, setting: Setting) -> None:
    keeps_the_laws(chart, box, setting)
