"""Dots and bubbles in a plane of two numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Points
from kiosk.charts.kinds.scatter import Scatter
from kiosk.data.quantity import Quantity
from kiosk.data.text import plain
from kiosk.options import Column, Enter
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PERCENT,
    PORTRAIT,
    TALL,
    both,
    boxes,
    inks,
    is_finite,
    is_seen,
    keys,
    overlaps,
    settings_of_slides,
    shown,
    table,
    tables,
    texts,
)

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z, U = Column("x"), Column("y"), Column("z"), Column("u")
CITIES = Scatter(
    data=table(
        (8, 29, both("重庆", "Chongqing"), 30),
        (-18, 23, both("哈尔滨", "Harbin"), 10),
        (-3, 27, both("北京", "Beijing"), 20),
        (18, 28, both("海口", "Haikou"), 5),
    ),
    x=X, y=Y, label=Z,
)  # fmt: skip

columns = st.sampled_from(("name", "value", "member", "beside", "icon", "nowhere")).map(Column)
scales = st.sampled_from(("linear", "log"))
scatters = st.builds(
    Scatter, data=tables(16), x=st.sampled_from(("value", "beside")).map(Column), y=columns,
    size=st.none() | columns, color=st.none() | columns, label=st.none() | columns,
    highlight=st.sampled_from(("", "2024", "A")), x_scale=scales, y_scale=scales,
    x_title=st.sampled_from((both("横", "across"), both("", ""))),
    enter=st.builds(Enter, st.sampled_from(("grow", "rise", "fade", "none"))),
)  # fmt: skip


def dots(marks: Marks) -> dict[str, tuple[float, float, float]]:
    """The x, y and diameter of the dots by their names."""
    return {
        key.removeprefix("mark/"): (x, y, across)
        for mark in marks
        if isinstance(mark, Points)
        for key, (x, y, across) in zip(mark.keys, mark.places.tolist(), strict=True)
    }


def fills(marks: Marks) -> Floats:
    """The colours of the dots."""
    (points,) = (mark for mark in marks if isinstance(mark, Points))
    return points.fill


def test_dots_are_named_by_their_first_language_and_stand_by_their_numbers() -> None:
    places = dots(CITIES.plot(BODY, ENGLISH).full)

    assert {key.split("·")[0] for key in places} == {"重庆", "哈尔滨", "北京", "海口"}
    by_x = sorted(places, key=lambda key: places[key][0])
    by_y = sorted(places, key=lambda key: -places[key][1])
    assert [key.split("·")[0] for key in by_x] == ["哈尔滨", "北京", "重庆", "海口"]
    assert [key.split("·")[0] for key in by_y] == ["哈尔滨", "北京", "海口", "重庆"]


@pytest.mark.parametrize("setting", [LANDSCAPE, PORTRAIT, ENGLISH])
def test_every_name_stands_where_there_is_room(setting: Setting) -> None:
    marks = CITIES.plot(TALL if setting.shape == "portrait" else BODY, setting).full

    names = [text for key, text in shown(marks).items() if key.startswith("name/")]
    assert len(names) == 4
    assert overlaps(marks) == []


def test_the_areas_of_bubbles_are_in_proportion() -> None:
    diameters = {key: d for key, (_, _, d) in dots(
        replace(CITIES, size=U).plot(BODY, LANDSCAPE).full
    ).items()}  # fmt: skip

    of = {key.split("·")[0]: d for key, d in diameters.items()}
    assert of["重庆"] ** 2 == pytest.approx(3 * of["哈尔滨"] ** 2)
    assert of["北京"] ** 2 == pytest.approx(4 * of["海口"] ** 2)


def test_large_bubbles_lie_behind_small_ones_and_the_lit_one_before_all() -> None:
    chart = replace(CITIES, size=U)

    order = [key.split("·")[0] for key in dots(chart.plot(BODY, LANDSCAPE).full)]
    lit = [*dots(replace(chart, highlight="重庆").plot(BODY, LANDSCAPE).full)]

    assert order == ["重庆", "北京", "哈尔滨", "海口"]
    assert lit[-1].startswith("重庆")


def test_a_size_that_is_missing_or_negative_is_the_smallest_dot() -> None:
    chart = Scatter(data=table((1, 1, 4), (2, 2, None), (3, 3, -5)), x=X, y=Y, size=Z)

    diameters = [d for _, _, d in dots(chart.plot(BODY, LANDSCAPE).full).values()]

    assert diameters[1] == diameters[2] == 6.0


def test_the_highlighted_dot_wears_the_accent_and_the_others_are_quiet() -> None:
    marks = replace(CITIES, highlight="Beijing").plot(BODY, LANDSCAPE).full

    colours = [tuple(row) for row in fills(marks).tolist()]
    assert colours[-1] == tuple(LANDSCAPE.accent)
    assert set(colours[:-1]) == {tuple(LANDSCAPE.theme.quiet_series)}
    assert "北京" in shown(marks).values()


def test_series_have_colours_and_a_legend() -> None:
    theme = replace(
        LANDSCAPE.theme, accents=(LANDSCAPE.accent, LANDSCAPE.theme.quiet, LANDSCAPE.theme.text)
    )
    data = table(*((n, n * n, f"group {n % 3}") for n in range(12)))
    chart = Scatter(data=data, x=X, y=Y, color=Z)

    marks = chart.plot(BODY, replace(LANDSCAPE, theme=theme)).full

    assert len({tuple(row) for row in fills(marks).tolist()}) == 3
    legend = [text for key, text in shown(marks).items() if key.startswith("legend/")]
    assert legend == ["group 0", "group 1", "group 2"]


def test_by_powers_of_ten_equal_factors_are_equally_far_apart() -> None:
    chart = Scatter(data=table((1, 5), (10, 50), (100, 500)), x=X, y=Y, x_scale="log")

    a, b, c = (place[0] for place in dots(chart.plot(BODY, LANDSCAPE).full).values())

    assert b - a == pytest.approx(c - b)
    assert {"1", "10", "100"} <= set(shown(chart.plot(BODY, LANDSCAPE).full).values())


def test_what_has_no_place_by_powers_of_ten_is_left_out() -> None:
    chart = Scatter(data=table((0, 5), (-3, 5), (4, 5), (40, 5)), x=X, y=Y, x_scale="log")

    assert len(dots(chart.plot(BODY, LANDSCAPE).full)) == 2


@pytest.mark.parametrize("missing", [None, "text", float("nan"), float("inf")])
def test_rows_without_both_numbers_are_left_out(missing: str | float | None) -> None:
    chart = Scatter(data=table((1, 2), (missing, 2), (3, missing), (4, 4)), x=X, y=Y)

    assert len(dots(chart.plot(BODY, LANDSCAPE).full)) == 2


def test_no_rows_are_an_empty_picture_and_one_row_is_a_dot() -> None:
    none, one = (Scatter(data=table(*rows), x=X, y=Y) for rows in ((), ((3, 4),)))

    assert none.plot(BODY, LANDSCAPE).full == ()
    assert len(dots(one.plot(BODY, LANDSCAPE).full)) == 1


def test_sides_say_what_they_count_and_in_what_unit() -> None:
    data = table(*((n, Quantity(10.0 * n, unit=PERCENT)) for n in range(1, 6)))
    chart = Scatter(data=data, x=X, y=Y, y_title=both("占比", "share"), x_title=both("年", "year"))

    said = shown(chart.plot(BODY, LANDSCAPE).full)
    english = shown(chart.plot(BODY, ENGLISH).full)

    assert said["title/y"] == "占比（%）"
    assert english["title/y"] == "share (%)"
    assert said["title/x"] == "年"


def test_the_line_of_zero_is_named_where_values_lie_below_it() -> None:
    below, above = (
        Scatter(data=table((1, low), (2, 9)), x=X, y=Y).plot(BODY, LANDSCAPE).full
        for low in (-9, 1)
    )

    assert shown(below)["tick/0"] == "0"
    assert "tick/0" not in shown(above)


def test_years_below_are_not_grouped() -> None:
    chart = Scatter(data=table(*((year, year % 7) for year in range(1990, 2025))), x=X, y=Y)

    below = [text for key, text in shown(chart.plot(BODY, ENGLISH).full).items() if key[:2] == "x/"]

    assert below
    assert all("," not in text for text in below)


def test_thousands_of_dots_are_one_batch_and_none_covers_the_others() -> None:
    turns = np.arange(5000) * 2.39996
    places = np.stack((np.cos(turns), np.sin(turns)), axis=1) * np.sqrt(np.arange(5000))[:, None]
    chart = Scatter(
        data=table(*((x, y, f"dot {n}") for n, (x, y) in enumerate(places.tolist()))),
        x=X, y=Y, label=Z, highlight="dot 7",
    )  # fmt: skip

    marks = chart.plot(BODY, LANDSCAPE).full

    assert len(dots(marks)) == 5000
    assert max(d for _, _, d in dots(marks).values()) < 10
    assert "dot 7" in shown(marks).values()
    assert overlaps(marks) == []


def test_dots_rise_and_grow_from_left_to_right() -> None:
    scene = CITIES.plot(BODY, LANDSCAPE)

    start, midway, full = (dots(scene.at(t)) for t in (0.0, 0.5, scene.entry_s))

    assert all(d == 0.0 for _, _, d in start.values())
    assert all(midway[key][1] >= full[key][1] for key in full)
    shares = [midway[key][2] for key in sorted(full, key=lambda key: full[key][0])]
    assert shares == sorted(shares, reverse=True)


def test_a_touch_tells_a_dots_name_value_and_series() -> None:
    data = table((1, 2, "a", "one"), (2, 3, "b", "two"))
    readings = Scatter(data=data, x=X, y=Y, label=Z, color=U).readings()

    assert readings["mark/b"].name == plain("b")
    assert readings["mark/b"].quantity == Quantity(3.0)
    assert readings["mark/b"].series == plain("two")


@settings(max_examples=60)
@given(scatters, boxes, settings_of_slides)
def test_any_scatter_is_finite_keyed_once_and_settles(
    chart: Scatter, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    settled = keys(scene.full)
    assert len(settled) == len(set(settled))
    assert scene.at(scene.entry_s) is scene.full
    for t in (0.0, scene.entry_s / 2, 1e6):
        assert is_finite(scene.at(t))
        assert set(keys(scene.at(t))) <= set(settled)
    if chart.enter.style in {"rise", "fade"}:
        assert not any(is_seen(mark) for mark in scene.at(0.0))


@settings(max_examples=80)
@given(scatters, boxes, settings_of_slides)
def test_dots_lie_inside_the_box_and_texts_never_over_each_other(
    chart: Scatter, box: Box, setting: Setting
) -> None:
    marks = chart.plot(box, setting).full

    assert all(ink.is_within(box, 0.1) for m in marks if isinstance(m, Points) for ink in inks(m))
    if box.width > 300 and box.height > 160:
        assert all(ink.is_within(box, 2.0) for mark in texts(marks) for ink in inks(mark))
        assert overlaps(marks) == []
