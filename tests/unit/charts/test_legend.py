"""A legend stands in rows inside its box, and no entry meets another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.legend import Entry, legend_in
from kiosk.charts.palette import series_colours
from kiosk.geometry import Box
from kiosk.marks import Label
from tests.unit.charts.stand_ins import LANDSCAPE

names = st.lists(st.text("汽车电子 Cars", min_size=1, max_size=30), min_size=1, max_size=12)


def entries(of: list[str]) -> tuple[Entry, ...]:
    colours = series_colours(len(of), LANDSCAPE)
    return tuple(
        Entry(str(index), name, colour)
        for index, (name, colour) in enumerate(zip(of, colours, strict=True))
    )


@given(of=names, width=st.floats(20, 1700), height=st.floats(1, 300))
def test_entries_lie_inside_and_do_not_meet(of: list[str], width: float, height: float) -> None:
    box = Box(96, 40, width, height)

    legend = legend_in(box, entries(of), LANDSCAPE)

    labels = [mark for mark in legend.marks if isinstance(mark, Label)]
    places = [
        Box(label.x, label.y - label.style.size, advance(label), 1.5 * label.style.size)
        for label in labels
    ]
    assert legend.height <= height + 1e-6
    for place in places:
        assert box.x <= place.x
        assert place.right <= box.right + 1e-6
    for one, other in combinations(places, 2):
        assert one.right <= other.x or other.right <= one.x or one.y != other.y


def test_what_has_room_is_named_in_order_beside_its_colour() -> None:
    legend = legend_in(Box(0, 0, 1000, 100), entries(["汽车", "电子"]), LANDSCAPE)

    assert [mark.key for mark in legend.marks] == [
        "legend/0/dot", "legend/0", "legend/1/dot", "legend/1",
    ]  # fmt: skip
    assert 0 < legend.height < 60


def test_without_entries_it_takes_no_room() -> None:
    assert legend_in(Box(0, 0, 1000, 100), (), LANDSCAPE).height == 0.0


def advance(label: Label) -> float:
    return LANDSCAPE.measure.advance(label.text, label.style)


def test_entries_of_one_name_have_keys_of_their_own() -> None:
    same = tuple(Entry("0", name, LANDSCAPE.theme.text) for name in ("0", "none"))

    marks = legend_in(Box(96, 40, 900, 200), same, LANDSCAPE).marks

    assert [mark.key for mark in marks] == [
        "legend/0/dot",
        "legend/0",
        "legend/0#2/dot",
        "legend/0#2",
    ]
