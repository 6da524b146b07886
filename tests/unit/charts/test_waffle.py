"""One phone in twenty."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.charts.cells.counts import cells_for
from kiosk.charts.cells.grid import grid_in
from kiosk.charts.icons import ICONS
from kiosk.charts.kinds.waffle import Waffle
from kiosk.data.quantity import Quantity
from kiosk.geometry import Box
from kiosk.marks import Marks, Shape
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    both,
    boxes,
    inks,
    is_finite,
    overlaps,
    quantities,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

PHONES = Waffle(icon="phone", value=Quantity(1.0), of=20)
SHARES = Waffle(data=table(("松树", 44), ("香樟", 25), ("杉树", 16)), x=Column("x"), y=Column("y"))


def batch(marks: Marks, key: str) -> Bars:
    """The `cells`, or the `marks` that fill them."""
    return next(mark for mark in marks if isinstance(mark, Bars) and mark.key == key)


def test_one_phone_in_twenty_is_in_the_accent() -> None:
    marks = PHONES.plot(BODY, LANDSCAPE).full

    bodies = [m for m in marks if isinstance(m, Shape) and m.key.endswith("/body")]
    lit = [mark.key for mark in bodies if mark.fill == LANDSCAPE.accent]
    assert len([mark for mark in bodies if mark.key.startswith("cell/")]) == 20
    assert lit == ["mark/value/0/body"]


def test_icons_come_as_quiet_ones_before_they_fill() -> None:
    scene = PHONES.plot(BODY, LANDSCAPE)

    first, quiet = (
        [m.key for m in scene.at(t) if isinstance(m, Shape) and m.opacity > 0.0] for t in (0.0, 0.2)
    )

    assert first == []
    assert "cell/0/body" in quiet
    assert "mark/value/0/body" not in quiet


def test_shares_fill_cells_along_the_rows_one_after_another() -> None:
    scene = SHARES.plot(BODY, LANDSCAPE)

    full = batch(scene.full, "marks")
    opacity = batch(scene.at(1.0), "marks").fill[:, 3]
    assert len(batch(scene.full, "cells").keys) == 100
    assert (full.keys[0], full.keys[44], full.keys[84]) == (
        "mark/松树/0",
        "mark/香樟/0",
        "mark/杉树/15",
    )
    assert (full.boxes == batch(scene.full, "cells").boxes[:85]).all()
    assert (np.diff(opacity) <= 0.0).all()
    assert opacity[0] == 1.0
    assert opacity[-1] == 0.0


def test_a_hundred_squares_are_ten_times_ten_with_the_names_beside() -> None:
    marks = SHARES.plot(BODY, LANDSCAPE).full

    cells = batch(marks, "cells").boxes
    assert len(set(cells[:, 0])) == len(set(cells[:, 1])) == 10
    assert min(text_ink(mark).left for mark in texts(marks)) > cells[:, 0].max()


def test_in_a_tall_place_the_names_stand_below() -> None:
    marks = SHARES.plot(TALL, PORTRAIT).full

    assert min(text_ink(mark).top for mark in texts(marks)) > batch(marks, "cells").boxes[-1, 1]


def test_a_label_is_written_with_the_value() -> None:
    label = both("部手机", "phones")

    assert shown(PHONES.plot(BODY, LANDSCAPE).full) == {}
    found = shown(replace(PHONES, label=label).plot(BODY, LANDSCAPE).full)
    assert (found["value/value"], found["name/value"]) == ("1", "部手机")


def test_a_touch_tells_what_a_cell_stands_for() -> None:
    readings = SHARES.readings()

    assert readings["mark/香樟/24"].quantity.value == 25
    assert "mark/香樟/25" not in readings


@pytest.mark.parametrize(
    ("values", "of", "are_percent", "cells"),
    [
        ((57.3,), 100, True, (57,)),
        ((5.0,), 20, True, (1,)),
        ((1.0,), 20, False, (1,)),
        ((1.0, 1.0, 1.0), 100, False, (1, 1, 1)),
        ((1000.0, 1000.0, 1000.0), 100, False, (34, 33, 33)),
        ((33.3, 33.3, 33.3), 100, True, (34, 33, 33)),
        ((1104.0, 1149.0), 100, False, (49, 51)),
        ((-5.0, 5.0), 10, False, (0, 5)),
        ((), 10, False, ()),
    ],
)
def test_cells_are_counted_as_written_or_shared_out(
    values: tuple[float, ...], of: int, cells: tuple[int, ...], *, are_percent: bool
) -> None:
    assert cells_for(values, of, are_percent=are_percent) == cells


@given(st.lists(st.floats(-1e300, 1e300), max_size=30), st.integers(1, 400), st.booleans())
def test_cells_are_never_more_than_there_are_and_larger_values_never_have_fewer(
    values: list[float], of: int, are_percent: bool
) -> None:
    cells = cells_for(values, of, are_percent=are_percent)

    assert sum(cells) <= of
    assert min(cells, default=0) >= 0
    ranked = [count for _, count in sorted(zip(values, cells, strict=True))]
    assert all(more >= less - 1 for less, more in itertools.pairwise(ranked))


@given(boxes, st.integers(1, 400), st.floats(0.3, 3.5), st.floats(0.0, 1.0))
def test_cells_do_not_meet_and_stay_inside(
    box: Box, count: int, shape: float, widest: float
) -> None:
    grid = grid_in(box, count, shape, 0.2, widest)

    cells = [grid.cell(number) for number in range(count)]
    assert grid.rows == math.ceil(count / grid.columns)
    assert all(cell.right <= box.right + 0.01 for cell in cells)
    assert all(cell.bottom <= box.bottom + 0.01 for cell in cells)
    assert all(
        after.x >= cell.right or after.y >= cell.bottom for cell, after in itertools.pairwise(cells)
    )


waffles = st.one_of(
    st.builds(
        Waffle, value=quantities, of=st.integers(1, 120),
        icon=st.none() | st.sampled_from(sorted(ICONS)),
        label=st.sampled_from((both("", ""), both("部手机", "phones"))),
    ),
    st.builds(
        Waffle, data=tables(12), x=st.just(Column("name")), y=st.just(Column("value")),
        of=st.integers(1, 120), highlight=st.sampled_from(("", "A")),
    ),
)  # fmt: skip


@settings(max_examples=120)
@given(waffles, boxes, settings_of_slides)
def test_everything_is_finite_in_its_place_and_no_text_over_another(
    chart: Waffle, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    assert is_finite(scene.at(0.0))
    assert is_finite(scene.at(0.7))
    assert overlaps(scene.full) == []
    outside = [ink for m in scene.full for ink in inks(m) if not ink.is_within(box, 12.0)]
    assert outside == []


def test_five_thousand_rows_fill_no_more_cells_than_there_are() -> None:
    many = replace(SHARES, data=table(*((f"row {n}", n) for n in range(5000))))

    assert len(batch(many.plot(BODY, LANDSCAPE).full, "marks").keys) <= 100


def test_per_cent_are_of_a_hundred() -> None:
    chart = Waffle(value=Quantity(57.3, 1, PERCENT))

    assert len(batch(chart.plot(BODY, LANDSCAPE).full, "marks").keys) == 57
