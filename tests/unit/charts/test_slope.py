"""Slopes from one moment to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points, Polylines
from kiosk.charts.kinds.slope import Slope
from kiosk.charts.palette import series_colours
from kiosk.data.quantity import Quantity
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column
from tests.unit.charts.laws import keeps_the_laws
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PERCENT,
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
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z = Column("x"), Column("y"), Column("z")
TOWNS = Slope(
    data=table(
        *((year, value, both("重庆", "Chongqing")) for year, value in ((2010, 53), (2020, 69))),
        *((year, value, both("四川", "Sichuan")) for year, value in ((2010, 40), (2020, 57))),
    ),
    x=X, y=Y, color=Z, highlight="重庆",
)  # fmt: skip
slopes = st.builds(
    Slope, data=tables(16), x=st.sampled_from(("name", "value", "member", "nowhere")).map(Column),
    y=st.sampled_from(("value", "beside")).map(Column),
    color=st.none() | st.sampled_from(("name", "member")).map(Column),
    highlight=st.sampled_from(("", "2024")),
)  # fmt: skip


def lines(marks: Marks) -> Polylines:
    """The slopes."""
    (found,) = (mark for mark in marks if isinstance(mark, Polylines))
    return found


def test_a_slope_leads_from_the_first_value_to_the_last_in_proportion() -> None:
    data = table((1, 0, "a"), (2, 10, "a"), (1, 5, "b"), (2, 0, "b"))

    a, b = lines(Slope(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full).points

    assert a[0, 0] == b[0, 0] < a[1, 0] == b[1, 0]
    assert a[0, 1] == b[1, 1]
    assert (a[0, 1] - b[0, 1]) / (a[0, 1] - a[1, 1]) == pytest.approx(0.5)


def test_names_and_values_stand_at_both_ends() -> None:
    marks = TOWNS.plot(BODY, ENGLISH).full

    said = shown(marks)
    assert sorted(said.values()) == sorted(
        ["2010", "2020", "Chongqing", "Chongqing", "Sichuan", "Sichuan", "53", "69", "40", "57"]
    )
    left, right = (float(x) for x in lines(marks).points[0, :, 0])
    for mark in texts(marks):
        if not mark.key.startswith("x/"):
            ink = text_ink(mark)
            assert ink.right < left if mark.key.endswith("/first") else ink.left > right


def test_the_lit_one_wears_the_accent_and_lies_over_the_quiet_ones() -> None:
    found = lines(TOWNS.plot(BODY, LANDSCAPE).full)

    assert found.keys[-1] == "mark/重庆"
    assert found.colours.tolist() == [
        [*LANDSCAPE.theme.quiet_series], [*LANDSCAPE.accent],
    ]  # fmt: skip


def test_a_few_without_a_highlight_have_a_colour_each_and_many_are_quiet() -> None:
    few = lines(replace(TOWNS, highlight="").plot(BODY, LANDSCAPE).full)
    rows = [(x, float(n * x), f"town {n}") for n in range(9) for x in (1, 2)]
    many = lines(Slope(data=table(*rows), x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full)

    assert few.colours.tolist() == [[*colour] for colour in series_colours(2, LANDSCAPE)]
    assert {tuple(row) for row in many.colours.tolist()} == {tuple(LANDSCAPE.theme.quiet_series)}


def test_moments_stand_at_even_distances_in_their_order() -> None:
    data = table((2020, 3, "a"), (1990, 1, "a"), (2010, 2, "a"))

    marks = Slope(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full

    xs = lines(marks).points[0, :, 0]
    assert np.ptp(np.diff(xs)) == pytest.approx(0.0, abs=1e-6)
    assert [text for key, text in shown(marks).items() if key.startswith("x/")] == [
        "1990", "2020", "2010",
    ]  # fmt: skip


def test_ends_that_lie_close_have_names_below_each_other() -> None:
    rows = [(x, 10.0 + x * n / 50, f"town {n}") for n in range(8) for x in (1, 2)]

    marks = Slope(data=table(*rows), x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full

    assert overlaps(marks) == []
    assert len([key for key in shown(marks) if key.startswith("name/")]) == 16


def test_where_not_all_names_fit_the_lit_one_stays() -> None:
    rows = [(x, float(n), f"town {n}") for n in range(60) for x in (1, 2)]

    marks = Slope(data=table(*rows), x=X, y=Y, color=Z, highlight="town 33").plot(BODY, LANDSCAPE)

    assert list(shown(marks.full).values()).count("town 33") == 2
    assert overlaps(marks.full) == []


def test_a_thing_without_a_first_value_begins_later() -> None:
    data = table((1, 4, "a"), (2, 6, "a"), (3, 5, "a"), (2, 1, "b"), (3, 2, "b"))

    marks = Slope(data=data, x=X, y=Y, color=Z).plot(BODY, LANDSCAPE).full

    assert np.isnan(lines(marks).points[1, 0, 1])
    assert "name/b" in shown(marks)
    assert "name/b/first" not in shown(marks)


def test_a_sign_belongs_to_each_value_and_a_unit_to_the_lit_one() -> None:
    def units(unit_of: Slope) -> list[str]:
        said = shown(unit_of.plot(BODY, ENGLISH).full)
        return [text for key, text in said.items() if key.endswith("/unit")]

    rows = [
        (x, Quantity(float(n + x), unit=PERCENT), f"town {n}") for n in range(4) for x in (1, 2)
    ]

    assert units(Slope(data=table(*rows), x=X, y=Y, color=Z, highlight="town 1")) == ["%"] * 8


def test_lines_are_drawn_from_the_left_and_dots_come_with_them() -> None:
    scene = TOWNS.plot(BODY, LANDSCAPE)

    trims = [float(lines(scene.at(t)).trim[0]) for t in (0.0, 0.6, 0.9, scene.entry_s)]

    assert trims == sorted(trims)
    assert (trims[0], trims[-1]) == (0.0, 1.0)
    (dots,) = (mark for mark in scene.at(0.0) if isinstance(mark, Points))
    assert not dots.fill[:, 3].any()


def test_the_last_value_counts_from_the_first_one() -> None:
    scene = TOWNS.plot(BODY, LANDSCAPE)

    counted = [int(shown(scene.at(t))["value/重庆"]) for t in (0.0, 0.5, 0.8, scene.entry_s)]

    assert counted[0] == 53
    assert counted == sorted(counted)
    assert counted[-1] == 69


def test_a_slope_travels_when_its_values_change() -> None:
    old, new = (
        Slope(data=table((1, 5, "a"), (2, last, "a"), (1, 0, "b"), (2, 10, "b")), x=X, y=Y, color=Z)
        .plot(BODY, LANDSCAPE)
        .full
        for last in (2.0, 8.0)
    )

    between = lines(blend(old, new, Even(0.5)))

    assert between.points[0, 1, 1] == pytest.approx(
        (lines(old).points[0, 1, 1] + lines(new).points[0, 1, 1]) / 2
    )


@pytest.mark.parametrize("setting", [LANDSCAPE, PORTRAIT])
def test_no_row_and_one_row_are_a_picture_too(setting: Setting) -> None:
    none, one = (Slope(data=table(*rows), x=X, y=Y, color=Z) for rows in ((), ((1, 7, "a"),)))

    assert none.plot(TALL, setting).full == ()
    assert {"1", "7", "a"} <= set(shown(one.plot(TALL, setting).full).values())


def test_a_touch_tells_the_last_value() -> None:
    assert TOWNS.readings()["mark/四川"].quantity.value == 57


@settings(max_examples=80)
@given(slopes, boxes, settings_of_slides)
def test_whatever_the_data_the_laws_hold(chart: Slope, box: Box, setting: Setting) -> None:
    keeps_the_laws(chart, box, setting)
