"""The one interpolation and its laws."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.geometry import Box, Point
from kiosk.marks import Gradient, Label, Mark, Marks, Picture, Shape, Wash
from kiosk.motion.blend import blend
from kiosk.motion.easing import LINEAR
from kiosk.motion.timeline import Even, Timeline, Timing
from kiosk.theme import Colour, TextStyle

WHITE = Colour(1, 1, 1)
STYLE = TextStyle("sans", 36)
KEYS = ["a", "b", "c", "d"]

numbers = st.floats(-2000, 2000)
shares = st.floats(0, 1)


def label(key: str, x: float, text: str = "渝北") -> Label:
    return Label(key, text, x, 100, STYLE, WHITE)


def bars(**widths: float) -> Bars:
    boxes = np.array([[0, 0, width, 96] for width in widths.values()]).reshape(-1, 4)
    count = len(widths)
    return Bars("bars", tuple(widths), boxes, np.ones((count, 4)), np.ones(count))


def gradient(end: float) -> Gradient:
    return Gradient(((0.0, WHITE), (end, WHITE.faded(0.5))))


def shape(
    key: str, x: float, fill: Colour | None, stroke: Colour | Gradient | None = None
) -> Shape:
    return Shape(key, "M0 0H9", x, fill=fill, stroke=stroke)


def picture(key: str, x: float) -> Picture:
    return Picture(key, "t3.jpg", Box(x, 0, 10, 10))


def wash(key: str, end: float) -> Wash:
    stops = ((0.0, WHITE), (1.0, WHITE.faded(0)))
    return Wash(key, Box(0, 0, 9, 9), stops, Point(0, 0), Point(end, 9))


def one_mark(key: str) -> st.SearchStrategy[Mark]:
    return st.one_of(
        st.builds(label, st.just(key), numbers, st.sampled_from(["17", "2442"])),
        st.builds(
            shape, st.just(key), numbers, st.sampled_from([None, WHITE]),
            st.sampled_from([None, WHITE, gradient(9)]),
        ),
        st.builds(picture, st.just(key), numbers),
        st.builds(wash, st.just(key), numbers),
    )  # fmt: skip


# At half a second `a` and `cars` have arrived, the others are half way.
HALF_WAY = Timeline(
    Timing(0.0, 1.0, LINEAR), {key: Timing(0.0, 0.0, LINEAR) for key in ("a", "cars")}
)


def mark_sets() -> st.SearchStrategy[Marks]:
    keys = st.lists(st.sampled_from(KEYS), unique=True)
    return keys.flatmap(lambda names: st.tuples(*[one_mark(name) for name in names]))


@given(old=mark_sets(), new=mark_sets())
def test_at_share_0_it_is_the_old_set_and_at_1_the_new_one(old: Marks, new: Marks) -> None:
    start, end = blend(old, new, Even(0.0)), blend(old, new, Even(1.0))

    assert set(start) == set(old)
    assert end == new


@given(old=mark_sets(), new=mark_sets(), share=st.floats(0.01, 0.99))
def test_no_mark_is_lost_on_the_way(old: Marks, new: Marks, share: float) -> None:
    between = blend(old, new, Even(share))

    shown = {mark.key.removesuffix("~") for mark in between}
    assert shown == {mark.key for mark in (*old, *new)}


@given(x=numbers, to=numbers, share=shares)
def test_a_mark_of_both_sets_travels_straight(x: float, to: float, share: float) -> None:
    (between,) = blend((label("a", x),), (label("a", to),), Even(share))

    assert isinstance(between, Label)
    assert between.x == pytest.approx(x + (to - x) * share)


def test_a_mark_that_has_arrived_is_the_very_object_of_the_new_set() -> None:
    new: Marks = (label("a", 5), label("b", 7))

    between = blend((label("a", 1),), new, HALF_WAY.at(0.5))

    assert between[0] is new[0]
    assert between[1] is not new[1]


def test_a_text_that_changes_is_crossfaded_in_its_place() -> None:
    between = blend((label("a", 5, "17"),), (label("a", 5, "2442"),), Even(0.25))

    shown = [(m.key, m.text, m.opacity) for m in between if isinstance(m, Label)]
    assert shown == [("a~", "17", 0.75), ("a", "2442", 0.25)]


def test_the_stops_of_a_gradient_travel() -> None:
    old, new = shape("way", 0, None, gradient(10)), shape("way", 0, None, gradient(30))

    (between,) = blend((old,), (new,), Even(0.25))

    assert isinstance(between, Shape)
    assert between.stroke == gradient(15)


def test_a_gradient_appears_out_of_nothing_and_crossfades_with_one_colour() -> None:
    bare, plain, graded = (shape("way", 0, None, ink) for ink in (None, WHITE, gradient(10)))

    (appearing,) = blend((bare,), (graded,), Even(0.25))
    both = blend((plain,), (graded,), Even(0.25))

    assert isinstance(appearing, Shape)
    assert appearing.stroke == gradient(10).faded(0.25)
    assert [(mark.key, mark.opacity) for mark in both] == [("way~", 0.75), ("way", 0.25)]


def test_a_shape_lights_up_out_of_its_outline() -> None:
    outline = Shape("car", "M0 0H9", fill=None, stroke=WHITE, width=3)
    lit = replace(outline, fill=WHITE)

    (between,) = blend((outline,), (lit,), Even(0.5))

    assert isinstance(between, Shape)
    assert between.fill == WHITE.faded(0.5)


def test_rows_of_a_batch_travel_each_at_its_own_share() -> None:
    between = blend(
        (bars(cars=0, phones=0),),
        (bars(cars=100, phones=200),),
        HALF_WAY.at(0.5),
    )

    (batch,) = between
    assert isinstance(batch, Bars)
    assert batch.keys == ("cars", "phones")
    assert batch.boxes[:, 2].tolist() == [100, 100]


def test_a_row_that_only_one_batch_has_fades_where_it_stands() -> None:
    (batch,) = blend((bars(cars=50),), (bars(phones=200),), Even(0.25))

    assert isinstance(batch, Bars)
    assert dict(zip(batch.keys, batch.fill[:, 3], strict=True)) == {"cars": 0.75, "phones": 0.25}
    assert dict(zip(batch.keys, batch.boxes[:, 2], strict=True)) == {"cars": 50, "phones": 200}


def test_a_batch_that_has_arrived_is_the_very_object_of_the_new_set() -> None:
    new = bars(cars=100)

    assert blend((bars(cars=3, phones=4),), (new,), Even(1.0))[0] is new


@pytest.mark.parametrize("mark", [label("a", 1), Shape("a", "M0 0H9"), bars(a=3)])
def test_a_mark_that_does_not_change_is_the_same_all_the_way(mark: Mark) -> None:
    (between,) = blend((mark,), (mark,), Even(0.5))

    if isinstance(mark, Bars):
        assert isinstance(between, Bars)
        assert between.boxes.tolist() == mark.boxes.tolist()
    else:
        assert between == mark
