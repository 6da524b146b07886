"""Events and spans of time."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.charts.kinds.timeline import Timeline
from kiosk.charts.palette import series_colours
from kiosk.geometry import Box
from kiosk.options import Column
from tests.unit.charts.laws import keeps_the_laws
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    both,
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
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z, U = Column("x"), Column("y"), Column("z"), Column("u")
STATIONS = Timeline(
    data=table(
        (1971, 1986, "Salyut", "east"),
        (1973, 1979, "Skylab", "west"),
        (1986, 2001, "Mir", "east"),
        (2003, None, both("杨利伟", "Yang Liwei"), "china"),
    ),
    start=X, end=Y, label=Z, color=U,
)  # fmt: skip
columns = st.sampled_from(("name", "value", "member", "beside", "nowhere")).map(Column)
timelines = st.builds(
    Timeline, data=tables(24), start=columns, end=st.none() | columns, label=columns,
    color=st.none() | columns, highlight=st.sampled_from(("", "2024", "A")),
)  # fmt: skip


def things(marks: Marks) -> dict[str, Box]:
    """The events and spans by their names."""
    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    return {
        key.removeprefix("mark/"): Box(*box)
        for key, box in zip(found.keys, found.boxes.tolist(), strict=True)
    }


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a hair."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.01
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.01
    )


def test_spans_begin_and_end_at_their_times() -> None:
    found = things(STATIONS.plot(BODY, LANDSCAPE).full)

    event = found["杨利伟"]
    years = (BODY.width - event.width) / (2003 - 1971)
    assert found["Salyut"].x == BODY.x
    assert found["Salyut"].width - event.width == pytest.approx(15 * years)
    assert found["Mir"].x - found["Salyut"].x == pytest.approx(15 * years)


def test_an_event_is_a_dot() -> None:
    found = things(STATIONS.plot(BODY, LANDSCAPE).full)["杨利伟"]

    assert found.width == pytest.approx(found.height)


def test_in_portrait_time_goes_from_the_top_down() -> None:
    found = things(STATIONS.plot(TALL, PORTRAIT).full)

    assert found["Salyut"].y < found["Skylab"].y < found["Mir"].y < found["杨利伟"].y
    assert found["Salyut"].height > 4 * found["Salyut"].width


@pytest.mark.parametrize(("box", "setting"), [(BODY, LANDSCAPE), (TALL, PORTRAIT)])
@pytest.mark.parametrize("count", [1, 5, 40, 600])
def test_nothing_lies_over_anything(box: Box, setting: Setting, count: int) -> None:
    rows = [(1900 + 7 * n % 100, 1900 + 7 * n % 100 + n % 13, f"thing {n}") for n in range(count)]

    marks = Timeline(data=table(*rows), start=X, end=Y, label=Z).plot(box, setting).full

    found = [*things(marks).values()][:150]
    assert [pair for pair in combinations(found, 2) if meet(*pair)] == []
    assert overlaps(marks) == []


def test_names_stand_beside_their_things_or_inside_them() -> None:
    marks = STATIONS.plot(BODY, ENGLISH).full

    found = things(marks)
    inside = 0
    for mark in texts(marks):
        if mark.key.startswith("name/"):
            ink, thing = text_ink(mark), found[mark.key.removeprefix("name/")]
            inside += ink.left > thing.x and ink.right < thing.right
            others = [box for key, box in found.items() if key != mark.key.removeprefix("name/")]
            name = Box(ink.left, ink.top, ink.right - ink.left, ink.bottom - ink.top)
            assert not any(meet(name, box) for box in others)
    assert inside >= 2


def test_each_name_has_its_date() -> None:
    said = shown(STATIONS.plot(BODY, LANDSCAPE).full)

    assert said["date/Salyut"] == "1971\N{EN DASH}1986"
    assert said["date/杨利伟"] == "2003"


def test_a_name_that_has_no_room_for_its_date_is_whole() -> None:
    data = table((1990, 2020, "a name that is as long as its span of time"), (1900, 1901, "b"))
    chart = Timeline(data=data, start=X, end=Y, label=Z)

    said = shown(chart.plot(Box(96, 336, 2300, 200), LANDSCAPE).full)

    assert "a name that is as long as its span of time" in said.values()


def test_days_are_written_in_the_visitors_language() -> None:
    chart = Timeline(data=table(("2024-05-17", "opened"), ("2024-06", "closed")), start=X, label=Y)

    assert shown(chart.plot(BODY, LANDSCAPE).full)["date/opened"] == "2024年5月17日"
    assert shown(chart.plot(BODY, ENGLISH).full)["date/opened"] == "17 May 2024"


def test_an_end_before_the_start_is_taken_as_the_start() -> None:
    chart = Timeline(data=table((2000, 1990, "a"), (1980, None, "b")), start=X, end=Y, label=Z)

    marks = chart.plot(BODY, LANDSCAPE).full

    assert shown(marks)["date/a"] == "1990\N{EN DASH}2000"
    assert things(marks)["a"].right == pytest.approx(BODY.right)


def test_groups_have_their_colours_and_a_legend() -> None:
    marks = STATIONS.plot(BODY, LANDSCAPE).full

    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    east, west, china = ([*colour] for colour in series_colours(3, LANDSCAPE))
    assert found.fill.tolist() == [east, west, east, china]
    assert {"east", "west", "china"} <= set(shown(marks).values())


def test_what_is_highlighted_wears_the_accent_and_needs_no_legend() -> None:
    marks = replace(STATIONS, highlight="east").plot(BODY, LANDSCAPE).full

    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    accent, quiet = [*LANDSCAPE.accent], [*LANDSCAPE.theme.quiet_series]
    assert found.fill.tolist() == [accent, quiet, accent, quiet]
    assert not [key for key in shown(marks) if key.startswith("legend/")]


def test_the_lit_one_keeps_its_name_among_many() -> None:
    rows = [(1900 + n % 97, f"thing {n}") for n in range(500)]
    chart = Timeline(data=table(*rows), start=X, label=Y, highlight="thing 333")

    for box, setting in ((BODY, LANDSCAPE), (TALL, PORTRAIT)):
        assert "thing 333" in shown(chart.plot(box, setting).full).values()


def test_things_come_on_in_the_order_of_time() -> None:
    scene = STATIONS.plot(BODY, LANDSCAPE)

    early = things(scene.at(0.6))
    settled = things(scene.full)
    gone = {key: early[key].width / settled[key].width for key in ("Salyut", "Mir")}
    assert gone["Salyut"] > gone["Mir"]
    assert early["杨利伟"].width == 0.0


def test_no_row_is_an_axis_alone() -> None:
    marks = Timeline(data=table(), start=X, label=Y).plot(BODY, LANDSCAPE).full

    assert texts(marks) == ()


def test_a_touch_tells_when_it_was() -> None:
    assert STATIONS.readings()["mark/Mir"].quantity.text == "1986\N{EN DASH}2001"


@settings(max_examples=80)
@given(timelines, boxes, settings_of_slides)
def test_whatever_the_data_the_laws_hold(chart: Timeline, box: Box, setting: Setting) -> None:
    keeps_the_laws(chart, box, setting)
