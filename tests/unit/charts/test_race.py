"""Races: ranks by value at each time, and a way between them without a jump."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.charts.kinds.race import Race
from kiosk.charts.race.course import course_of
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Marks
from kiosk.options import Column, Enter, Seconds
from kiosk.theme import Colour
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    THEME,
    YI_YUAN,
    boxes,
    inks,
    is_finite,
    keys,
    settings_of_slides,
    shown,
    table,
    tables,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAIR = 1e-6

histories = st.integers(1, 5).flatmap(
    lambda stops: st.lists(
        st.lists(st.integers(0, 900).map(float), min_size=stops, max_size=stops),
        min_size=1, max_size=12,
    )
)  # fmt: skip


def race(*history: tuple[str, Sequence[float | None]], top: int = 5, highlight: str = "") -> Race:
    """A race of named histories, one value a year from 2000 on."""
    rows = [
        (name, value, f"{2000 + year}")
        for name, values in history
        for year, value in enumerate(values)
    ]
    return Race(
        data=table(*rows), time=Column("z"), x=Column("x"), y=Column("y"), top=top,
        duration=Seconds(8.0), highlight=highlight,
    )  # fmt: skip


def bars_of(marks: Marks) -> Bars:
    """The batch of bars."""
    (found,) = (mark for mark in marks if isinstance(mark, Bars))
    return found


def order_of(marks: Marks) -> list[str]:
    """The names of the bars that are seen, from above."""
    bars = bars_of(marks)
    seen = [row for row in range(len(bars.keys)) if bars.fill[row, 3] > 0.99]
    return [bars.keys[row][5:] for row in sorted(seen, key=lambda row: float(bars.boxes[row, 1]))]


TWO = (("hare", [90.0, 90.0, 91.0]), ("tortoise", [10.0, 60.0, 99.0]))


def test_bars_stand_in_the_order_of_their_values_at_the_start_and_at_the_end() -> None:
    scene = race(*TWO).plot(BODY, LANDSCAPE)

    assert order_of(scene.at(scene.entry_s)) == ["hare", "tortoise"]
    assert order_of(scene.full) == ["tortoise", "hare"]


@given(histories)
def test_ranks_are_whole_and_by_value_at_both_ends(history: list[list[float]]) -> None:
    values = np.array(history).T
    course = course_of(values, np.linspace(0, 1, len(values)), 20, 9.0)

    for t, row in ((0.0, values[0]), (9.0, values[-1])):
        ranks = course.at(t).ranks
        assert sorted(ranks.tolist()) == list(range(len(history)))
        in_order = row[course.kept][np.argsort(ranks)]
        assert (np.diff(in_order) <= _HAIR).all()


@given(histories, st.floats(0, 8.9))
def test_nothing_jumps_from_frame_to_frame(history: list[list[float]], t: float) -> None:
    values = np.array(history).T
    course = course_of(values, np.linspace(0, 1, len(values)), 20, 9.0)

    before, after = course.at(t).ranks, course.at(t + 1 / 60).ranks

    assert float(np.abs(after - before).max(initial=0.0)) < 0.15 * len(history)


@given(histories, st.floats(0, 9))
def test_ranks_are_shared_out_whatever_the_time(history: list[list[float]], t: float) -> None:
    values = np.array(history).T

    ranks = course_of(values, np.linspace(0, 1, len(values)), 20, 9.0).at(t).ranks

    assert float(ranks.sum()) == pytest.approx(len(history) * (len(history) - 1) / 2, abs=1e-6)


def test_two_that_change_places_pass_each_other_half_way() -> None:
    scene = race(*TWO).plot(BODY, LANDSCAPE)
    tops = [
        bars_of(scene.at(scene.entry_s + step / 50)).boxes[:, 1].tolist() for step in range(400)
    ]

    met = [one for one, other in tops if abs(one - other) < 8]
    assert met
    assert max(abs(a[0] - b[0]) for a, b in pairwise(tops)) < 16


def test_bars_are_as_long_as_their_values_are_large_and_the_longest_fills_the_room() -> None:
    scene = race(("a", [10, 40]), ("b", [5, 10])).plot(BODY, LANDSCAPE)

    for t in (0.0, 3.1, 8.0):
        marks = scene.at(scene.entry_s + t)
        lengths = bars_of(marks).boxes[:, 2]
        values = [mark.value for mark in marks if isinstance(mark, Figure)]
        assert lengths[1] / lengths[0] == pytest.approx(values[1] / values[0])
        assert max(lengths) == pytest.approx(bars_of(scene.full).boxes[:, 2].max())


def test_values_count_from_one_time_to_the_next() -> None:
    scene = race(("a", [10, 40])).plot(BODY, LANDSCAPE)

    middle = scene.at(scene.entry_s + 4.0)

    (value,) = (mark for mark in middle if isinstance(mark, Figure))
    assert value.value == pytest.approx(25.0)


def test_the_year_is_shown_large_also_between_those_of_the_data() -> None:
    rows = (("a", 10, "2000"), ("a", 40, "2010"))
    chart = Race(
        data=table(*rows), time=Column("z"), x=Column("x"), y=Column("y"), duration=Seconds(12.0)
    )
    scene = chart.plot(BODY, LANDSCAPE)

    years = [shown(scene.at(scene.entry_s + t))["time"] for t in (0.0, 6.05, 12.0)]

    (time,) = (mark for mark in scene.full if isinstance(mark, Label) and mark.key == "time")
    assert years == ["2000", "2005", "2010"]
    assert time.style.size > 100


def test_who_falls_out_of_the_first_is_gone_and_who_comes_in_is_there() -> None:
    scene = race(("a", [9, 9]), ("b", [5, 1]), ("c", [1, 5]), top=2).plot(BODY, LANDSCAPE)

    assert order_of(scene.at(scene.entry_s)) == ["a", "b"]
    assert order_of(scene.full) == ["a", "c"]
    assert "name/b" not in shown(scene.full)


def test_a_gap_is_bridged_and_who_begins_late_comes_up_then() -> None:
    scene = race(("a", [10, None, 30]), ("late", [None, None, 20])).plot(BODY, LANDSCAPE)

    middle = scene.at(scene.entry_s + 4.0)

    assert next(mark.value for mark in middle if isinstance(mark, Figure)) == pytest.approx(20.0)
    assert order_of(scene.at(scene.entry_s)) == ["a"]
    assert order_of(scene.full) == ["a", "late"]


def test_it_plays_after_its_entry_and_rests_on_the_last_time() -> None:
    scene = race(*TWO).plot(BODY, LANDSCAPE)

    assert scene.end_s == pytest.approx(scene.entry_s + 8.0)
    assert scene.entry_s < 3.0
    assert scene.at(scene.end_s) is scene.full


@pytest.mark.parametrize("style", ["none", "fade", "rise", "grow"])
def test_every_entry_leads_to_the_first_time(
    style: Literal["none", "fade", "rise", "grow"],
) -> None:
    chart = race(*TWO)
    scene = type(chart)(
        data=chart.data, time=chart.time, x=chart.x, y=chart.y, duration=Seconds(8.0),
        enter=Enter(style),
    ).plot(BODY, LANDSCAPE)  # fmt: skip

    assert order_of(scene.at(scene.entry_s)) == ["hare", "tortoise"]
    assert order_of(scene.at(scene.end_s)) == ["tortoise", "hare"]


def test_the_highlighted_one_alone_wears_the_accent() -> None:
    bars = bars_of(race(*TWO, highlight="hare").plot(BODY, LANDSCAPE).full)

    fills = {key: Colour(*fill) for key, fill in zip(bars.keys, bars.fill.tolist(), strict=True)}
    assert fills == {"mark/hare": LANDSCAPE.accent, "mark/tortoise": THEME.quiet_series}


def test_the_unit_is_said_once_in_the_language_shown() -> None:
    rows = (("a", Quantity(1104, 0, YI_YUAN), "2023"), ("a", Quantity(1149, 0, YI_YUAN), "2024"))
    chart = Race(data=table(*rows), time=Column("z"), x=Column("x"), y=Column("y"))

    said = shown(chart.plot(BODY, ENGLISH).full)

    assert (said["value/a"], said["unit"]) == ("114.9", "bn yuan")


def test_thirty_bars_run_where_half_of_them_have_readable_names() -> None:
    history = [(f"城{n:02}", [float(n), 40.0 - n]) for n in range(30)]

    marks = race(*history, top=30).plot(BODY, LANDSCAPE).full

    told = [key for key in shown(marks) if key.startswith("name/")]
    boxes_of = bars_of(marks).boxes
    assert len(order_of(marks)) == 30
    assert 10 <= len(told) < 30
    assert {key.removeprefix("name/") for key in told} == set(order_of(marks)[: len(told)])
    tops = np.sort(boxes_of[:, 1])
    assert tops[-1] + boxes_of[:, 3].min() <= BODY.bottom + _HAIR
    order = np.argsort(boxes_of[:, 1])
    feet = (boxes_of[:, 1] + boxes_of[:, 3])[order]
    assert (feet[:-1] <= tops[1:] + _HAIR).all()


def test_as_many_bars_are_shown_as_have_readable_names() -> None:
    history = [(f"city {place}", [float(place), 2.0 * place]) for place in range(60)]

    marks = race(*history, top=50).plot(Box(96, 336, 1728, 300), LANDSCAPE).full

    assert 5 <= len(order_of(marks)) < 12
    assert min(mark.style.size for mark in texts(marks)) >= LANDSCAPE.smallest


@settings(max_examples=60)
@given(tables(), boxes, settings_of_slides, st.integers(1, 30), st.floats(0, 1))
def test_any_data_in_any_box_makes_a_picture_inside_it(
    data: Table, box: Box, setting: Setting, top: int, share: float
) -> None:
    chart = Race(
        data=data, time=Column("member"), x=Column("name"), y=Column("value"), top=top,
        color=Column("icon"),
    )  # fmt: skip

    scene = chart.plot(box, setting)
    marks = scene.at(share * scene.end_s)

    assert is_finite(marks)
    assert len(keys(marks)) == len(set(keys(marks)))
    if min(box.width, box.height) > 160:
        outside = [ink for mark in marks for ink in inks(mark) if not ink.is_within(box, 22)]
        assert outside == []


@settings(max_examples=40)
@given(tables())
def test_rows_are_never_over_each_other_at_rest(data: Table) -> None:
    chart = Race(data=data, time=Column("member"), x=Column("name"), y=Column("value"))

    bars = bars_of(chart.plot(TALL, PORTRAIT).full).boxes

    sides = sorted((y, y + height) for _, y, _, height in bars.tolist() if height > 0.0)
    assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(sides))


def test_no_rows_give_an_empty_picture() -> None:
    scene = Race(data=Table(), time=Column("z"), x=Column("x"), y=Column("y")).plot(BODY, LANDSCAPE)

    assert texts(scene.full) == ()
    assert len(bars_of(scene.at(1.0)).keys) == 0


def test_one_time_alone_is_a_ranking() -> None:
    scene = race(("a", [1.0]), ("b", [3.0]), ("c", [2.0])).plot(BODY, LANDSCAPE)

    assert order_of(scene.full) == ["b", "c", "a"]


def test_of_thousands_only_those_who_are_ever_seen_run() -> None:
    history = [(f"city {place}", [float(place), float(place)]) for place in range(2500)]

    marks = race(*history).plot(BODY, LANDSCAPE).full

    assert len(bars_of(marks).keys) == 5


def test_a_touch_tells_the_last_value() -> None:
    reading = race(*TWO).readings()["mark/tortoise"]

    assert reading.quantity is not None
    assert reading.quantity.value == 99
