"""A take-off between two heights."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.figures import CAPITAL
from kiosk.charts.kinds.climb import Climb
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box, Point
from kiosk.marks import Figure, Gradient, Label, Marks, Shape
from tests.unit.charts.stand_ins import (
    LANDSCAPE,
    PORTRAIT,
    YI_YUAN,
    both,
    inks,
    overlaps,
    shown,
)

PAGE, TALL_PAGE, PLACE = Box(0, 0, 1920, 1080), Box(0, 0, 1080, 1920), Box(96, 336, 1728, 500)
CLIMB = Climb(
    from_=Quantity(17, unit=YI_YUAN), to=Quantity(2442, unit=YI_YUAN),
    from_label=both("1990 年 · 机场建成", "1990 · the airport opens"),
)  # fmt: skip


def shape(marks: Marks, key: str) -> Shape:
    """The shape of that key."""
    return next(mark for mark in marks if isinstance(mark, Shape) and mark.key == key)


def points(path: str) -> list[Point]:
    """The points of path data."""
    words = path.replace("M", "").replace("C", "").replace("L", "").split(" ")
    return [Point(*(float(n) for n in word.split(","))) for word in words]


def aircraft_at(marks: Marks) -> Point:
    """The middle of the aircraft, which lies where its outline's own origin went."""
    mark = shape(marks, "aircraft")
    nose = points(mark.path.split(" ")[0])[0]
    turn = math.radians(mark.rotation)
    x, y = nose.x - 60, nose.y
    return Point(
        mark.x + mark.scale * (x * math.cos(turn) - y * math.sin(turn)),
        mark.y + mark.scale * (x * math.sin(turn) + y * math.cos(turn)),
    )


def test_the_heights_of_both_ends_are_true_to_scale() -> None:
    marks = CLIMB.plot(PAGE, LANDSCAPE).full

    line = points(shape(marks, "path").path)
    ground = 0.8 * 1080
    assert (ground - line[0].y) / (ground - line[-1].y) == pytest.approx(17 / 2442, abs=1e-4)


def test_it_spans_the_page_as_in_the_mock_ups() -> None:
    wide = points(shape(CLIMB.plot(PAGE, LANDSCAPE).full, "path").path)
    tall = points(shape(CLIMB.plot(TALL_PAGE, PORTRAIT).full, "path").path)

    assert (wide[0].x, wide[-1].x, wide[-1].y) == pytest.approx((150, 1770, 182), abs=1)
    assert (tall[0].x, tall[-1].x, tall[-1].y) == pytest.approx((110, 960, 560), abs=1)


def test_the_aircraft_takes_off_level_with_the_runway() -> None:
    scene = CLIMB.plot(PAGE, LANDSCAPE)

    assert shape(scene.at(0.0), "aircraft").rotation == pytest.approx(0.0, abs=0.1)
    assert -60 < shape(scene.full, "aircraft").rotation < -30


@pytest.mark.parametrize("box", [PAGE, PLACE])
def test_the_aircraft_is_at_the_lines_head_at_any_time(box: Box) -> None:
    scene = CLIMB.plot(box, LANDSCAPE)
    line = points(shape(scene.full, "path").path)

    start, end = aircraft_at(scene.at(0.0)), aircraft_at(scene.full)
    assert (start.x, start.y) == pytest.approx((line[0].x, line[0].y), abs=0.5)
    assert (end.x, end.y) == pytest.approx((line[-1].x, line[-1].y), abs=0.5)
    for t in (0.3, 0.6, 0.9, 1.4):
        marks = scene.at(t)
        settled = shape(scene.full, "aircraft").rotation
        flown = shape(marks, "aircraft").rotation / settled
        assert shape(marks, "path").trim == pytest.approx(flown, abs=1e-3)


@pytest.mark.parametrize(("start", "end"), [(17, 2442), (2442, 17), (500, 500), (0, 9)])
def test_the_line_brightens_from_left_to_right_along_its_way(start: float, end: float) -> None:
    chart = replace(CLIMB, from_=Quantity(start, unit=YI_YUAN), to=Quantity(end, unit=YI_YUAN))

    line = shape(chart.plot(PLACE, LANDSCAPE).full, "path")

    assert isinstance(line.stroke, Gradient)
    places = [x for x, _ in line.stroke.stops]
    opacities = [colour.opacity for _, colour in line.stroke.stops]
    assert places == sorted(places)
    assert (places[0], places[-1]) == pytest.approx(
        (points(line.path)[0].x, points(line.path)[-1].x), abs=0.01
    )
    assert opacities == sorted(opacities)
    assert (opacities[0], opacities[-1]) == (0.25, 0.95)


def test_the_starts_figure_stands_over_it_under_what_it_is() -> None:
    marks = CLIMB.plot(PAGE, LANDSCAPE).full

    assert shown(marks)["label/from"] == "1990 年 · 机场建成"
    assert shown(marks)["figure/from"] == "17"
    assert "figure/to" not in shown(marks)
    assert overlaps(marks) == []


def test_in_large_type_what_the_start_is_stands_clear_of_its_figure() -> None:
    marks = CLIMB.plot(PAGE, replace(LANDSCAPE, is_large=True)).full

    (figure,) = (mark for mark in marks if isinstance(mark, Figure))
    labels = [mark for mark in marks if isinstance(mark, Label)]
    last = next(mark for mark in labels if mark.key == "label/from")
    gap = figure.y - CAPITAL * figure.style.size - last.y
    assert gap >= 0.6 * last.style.size


@given(
    st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from((0.0, 96.0)),
    st.floats(700, 1728), st.floats(400, 1200),
)  # fmt: skip
def test_no_text_lies_over_the_line(
    start: float, end: float, left: float, width: float, height: float
) -> None:
    chart = replace(
        CLIMB, from_=Quantity(start, unit=YI_YUAN), to=Quantity(end, unit=YI_YUAN),
        to_label=both("2023 年", "2023"),
    )  # fmt: skip

    marks = chart.plot(Box(left, 100, width, height), LANDSCAPE).full

    line = shape(marks, "path")
    anchors = points(line.path)[::3]
    for mark in marks:
        if mark.key.startswith(("label/", "figure/")):
            (ink,) = inks(mark)
            assert not any(
                ink.left < p.x < ink.right and ink.top < p.y < ink.bottom for p in anchors
            )
