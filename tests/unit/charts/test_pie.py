"""Parts of a whole."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Sectors, bounds
from kiosk.charts.kinds.pie import Pie
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.marks import Label, Marks, Shape
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    YI_YUAN,
    Ink,
    both,
    boxes,
    inks,
    overlaps,
    settings_of_slides,
    shown,
    table,
    tables,
    text_ink,
    texts,
)

CARS = both("汽车", "Cars")
DATA = table((both("装备", "Equipment"), 20), (CARS, 50), (both("电子", "Electronics"), 30))
LONG = table(("汽车及其零部件制造业", 6), (both("电子", "Electronics"), 94))
PIE = Pie(data=DATA, x=Column("x"), y=Column("y"))
_NONE = "?"


def pieces(marks: Marks) -> Sectors:
    """The pieces."""
    return next(mark for mark in marks if isinstance(mark, Sectors))


def names_of(marks: Marks) -> list[Label]:
    """The names of the pieces."""
    return [one for one in marks if isinstance(one, Label) and one.key.startswith("name/")]


def piece_at(ring: Sectors, ink: Ink) -> str:
    """The name of the piece in which all of the ink lies; of none the sign that is in no key."""
    found: set[str] = set()
    for px, py in itertools.product((ink.left, ink.right), (ink.top, ink.bottom)):
        x, y, inner, outer = ring.places[0, :4]
        turn = math.atan2(px - x, y - py) / (2 * math.pi) % 1.0
        if not inner - 0.1 <= math.hypot(px - x, py - y) <= outer + 0.1:
            return _NONE
        at = int(np.flatnonzero((ring.places[:, 4] <= turn) & (turn <= ring.places[:, 5]))[0])
        found.add(ring.keys[at].removeprefix("mark/"))
    return found.pop() if len(found) == 1 else _NONE


def test_the_largest_piece_begins_at_the_top() -> None:
    ring = pieces(PIE.plot(BODY, LANDSCAPE).full)

    assert ring.keys == ("mark/汽车", "mark/电子", "mark/装备")
    assert ring.places[:, 4:] == pytest.approx(np.array([(0, 0.5), (0.5, 0.8), (0.8, 1.0)]))


def test_it_opens_like_a_fan_whose_pieces_always_touch() -> None:
    scene = PIE.plot(BODY, LANDSCAPE)

    half = pieces(scene.at(0.3)).places

    assert not pieces(scene.at(0.0)).places[:, 4:].any()
    assert 0.0 < half[-1, 5] < 1.0
    assert half[1:, 4] == pytest.approx(half[:-1, 5])


def test_a_donut_has_the_sum_in_its_middle() -> None:
    data = table(("汽车", Quantity(1104, unit=YI_YUAN)), ("电子", Quantity(1149, unit=YI_YUAN)))
    marks = (
        replace(PIE, data=data, donut=True, total=both("总产值", "Output"))
        .plot(BODY, LANDSCAPE)
        .full
    )

    ring = pieces(marks).places[0]
    middle = {mark.key: mark for mark in texts(marks) if mark.key.startswith("total")}
    assert shown(tuple(middle.values())) == {
        "total": "2253", "total/unit": "亿元", "total/name": "总产值"
    }  # fmt: skip
    for mark in middle.values():
        ink = text_ink(mark)
        for x, y in ((ink.left, ink.top), (ink.right, ink.bottom)):
            assert math.hypot(x - ring[0], y - ring[1]) < ring[2]


def test_of_shares_the_sum_is_not_told_but_the_one_that_is_lit() -> None:
    data = table(("汽车", Quantity(57.3, 1, PERCENT)), ("电子", Quantity(42.7, 1, PERCENT)))

    plain = shown(replace(PIE, data=data, donut=True).plot(BODY, LANDSCAPE).full)
    lit = shown(replace(PIE, data=data, donut=True, highlight="汽车").plot(BODY, LANDSCAPE).full)

    assert "total" not in plain
    assert (lit["total"], lit["total/unit"]) == ("57.3", "%")


@pytest.mark.parametrize(
    ("values", "shares"),
    [((8, 7, 9), ["38", "33", "29"]), ((1, 1, 1), ["33", "33", "33"]), ((1, 199), ["99.5", "0.5"])],
)
def test_shares_are_per_cent_each_rounded_for_itself(
    values: tuple[int, ...], shares: list[str]
) -> None:
    chart = replace(PIE, data=table(*zip("abc", values, strict=False)), show="share", donut=True)

    found = shown(chart.plot(BODY, LANDSCAPE).full)

    assert sorted((found[f"value/{n}"] for n in "abc"[: len(values)]), reverse=True) == shares
    assert found["value/a/unit"] == "%"
    assert found["total"] == str(sum(values))


def test_one_piece_is_in_the_accent_and_the_others_are_quiet() -> None:
    marks = replace(PIE, highlight="Cars").plot(BODY, ENGLISH).full

    fill = dict(zip(pieces(marks).keys, pieces(marks).fill.tolist(), strict=True))
    assert fill.pop("mark/汽车") == list(ENGLISH.accent)
    assert set(map(tuple, fill.values())) == {tuple(ENGLISH.theme.quiet_series)}


def test_the_smallest_are_one_piece_and_the_lit_one_is_never_among_them() -> None:
    data = table(
        *((name, value) for name, value in zip("abcdef", (50, 20, 15, 9, 5, 3), strict=True))
    )

    ring = pieces(replace(PIE, data=data, most=4, highlight="f").plot(BODY, LANDSCAPE).full)

    assert ring.keys == ("mark/a", "mark/b", "mark/f", "mark/others")
    assert ring.places[-1, 5] - ring.places[-1, 4] == pytest.approx(29 / 102)


def test_what_is_below_zero_has_no_piece_and_there_is_no_sum() -> None:
    data = table(("汽车", 50), ("电子", -30), ("装备", 50))

    marks = replace(PIE, data=data, donut=True).plot(BODY, LANDSCAPE).full

    assert pieces(marks).keys == ("mark/汽车", "mark/装备")
    assert "total" not in shown(marks)


@pytest.mark.parametrize("data", [table(), table(("汽车", 0)), table(("汽车", -1), ("电子", None))])
def test_without_parts_there_is_only_the_place_of_the_ring(data: Table) -> None:
    marks = replace(PIE, data=data).plot(BODY, LANDSCAPE).full

    assert pieces(marks).keys == ("track/whole",)
    assert not [mark for mark in texts(marks) if mark.key.startswith("name/")]


def test_names_and_values_stand_in_the_pieces_where_they_fit() -> None:
    marks = PIE.plot(BODY, LANDSCAPE).full

    told = shown(marks)
    assert {key for key in told if key.startswith("name/")} == {
        "name/汽车", "name/电子", "name/装备"
    }  # fmt: skip
    assert not [mark for mark in marks if isinstance(mark, Shape)]
    assert pieces(marks).places[0, 3] == pytest.approx(BODY.height / 2)
    assert all(piece_at(pieces(marks), text_ink(mark)) == mark.key[5:] for mark in names_of(marks))


def test_those_that_do_not_fit_stand_beside_the_circle_each_with_a_line_to_its_piece() -> None:
    marks = replace(PIE, data=LONG).plot(BODY, LANDSCAPE).full

    ring = pieces(marks).places[0]
    leaders = [mark.key for mark in marks if isinstance(mark, Shape)]
    assert leaders == ["leader/汽车及其零部件制造业"]
    (outside,) = (text_ink(one) for one in names_of(marks) if "制造业" in one.key)
    assert outside.right < ring[0] - ring[3] * 0.5
    assert "name/电子" in shown(marks)


def test_in_a_tall_place_they_stand_in_a_list_below() -> None:
    chart = replace(PIE, data=LONG)

    marks = chart.plot(TALL, PORTRAIT).full

    ring = pieces(marks).places[0]
    names = [text_ink(mark).top for mark in marks if isinstance(mark, Label)]
    assert min(names) > ring[1] + ring[3]
    assert chart.height_in(TALL, PORTRAIT) < TALL.height


def test_a_touch_tells_the_value() -> None:
    readings = PIE.readings()

    assert readings["mark/汽车"].name == CARS
    assert readings["mark/汽车"].quantity.value == 50


pies = st.builds(
    Pie, data=tables(), x=st.sampled_from(("name", "nowhere")).map(Column),
    y=st.sampled_from(("value", "beside")).map(Column), donut=st.booleans(),
    sort=st.sampled_from(("descending", "ascending", "written")), most=st.integers(2, 12),
    highlight=st.sampled_from(("", "A")), total=st.just(both("总计", "in all")),
    show=st.sampled_from(("value", "share")),
)  # fmt: skip


@settings(max_examples=150)
@given(pies, boxes, settings_of_slides)
def test_arcs_add_up_to_the_circle_exactly(chart: Pie, box: Box, setting: Setting) -> None:
    places = pieces(chart.plot(box, setting).full).places

    assert np.isfinite(places).all()
    assert (places[0, 4], places[-1, 5]) == (0.0, 1.0)
    assert (places[1:, 4] == places[:-1, 5]).all()
    assert (places[:, 5] >= places[:, 4]).all()


@settings(max_examples=150)
@given(pies, boxes, settings_of_slides)
def test_no_text_lies_over_another_or_over_the_edge_of_its_piece(
    chart: Pie, box: Box, setting: Setting
) -> None:
    marks = chart.plot(box, setting).full

    ring = pieces(marks)
    x, y, inner, outer = ring.places[0, :4]
    assert overlaps(marks) == []
    for mark in texts(marks):
        ink = text_ink(mark)
        across = max(ink.left - x, x - ink.right, 0.0)
        down = max(ink.top - y, y - ink.bottom, 0.0)
        far = max(abs(ink.left - x), abs(ink.right - x)), max(abs(ink.top - y), abs(ink.bottom - y))
        is_beside = math.hypot(across, down) > outer or math.hypot(*far) < max(inner, 1.0)
        assert is_beside or piece_at(ring, ink) in mark.key


@settings(max_examples=100)
@given(pies, boxes, settings_of_slides)
def test_nothing_lies_outside_its_place(chart: Pie, box: Box, setting: Setting) -> None:
    marks = chart.plot(box, setting).full

    left, top, right, bottom = bounds(pieces(marks)).T
    assert left.min() >= box.x - 0.1
    assert top.min() >= box.y - 0.1
    assert right.max() <= box.right + 0.1
    assert bottom.max() <= box.bottom + 0.1
    outside = [ink for mark in marks for ink in inks(mark) if not ink.is_within(box, 12.0)]
    assert outside == []


@given(st.permutations(range(6)), st.sampled_from(("descending", "ascending")))
def test_keys_follow_names_and_the_order_follows_values(
    order: list[int], sort: Literal["descending", "ascending"]
) -> None:
    data = table(*((f"row {n}", 10 + n) for n in order))

    ring = pieces(replace(PIE, data=data, sort=sort).plot(BODY, LANDSCAPE).full)

    wanted = [f"mark/row {n}" for n in range(6)]
    assert list(ring.keys) == (wanted if sort == "ascending" else wanted[::-1])


def test_five_thousand_rows_are_a_few_pieces() -> None:
    data = table(*((f"row {n}", n) for n in range(5000)))

    assert len(pieces(replace(PIE, data=data).plot(BODY, LANDSCAPE).full).keys) <= 8
