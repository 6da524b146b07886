"""Parts of a whole as areas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.treemap import Treemap
from kiosk.charts.tiles.squares import tiles_in
from kiosk.data.quantity import Quantity
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.options import Column, Enter
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
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
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

X, Y, Z = Column("x"), Column("y"), Column("z")
PARTS = Treemap(data=table(("a", 60), ("b", 30), ("c", 10)), x=X, y=Y)
GROUPS = Treemap(
    data=table(("a", 60, "p"), ("b", 30, "q"), ("c", 10, "p"), ("d", 20, "q")), x=X, y=Y, color=Z
)

columns = st.sampled_from(("name", "value", "member", "beside", "icon", "nowhere")).map(Column)
treemaps = st.builds(
    Treemap, data=tables(20), x=columns, y=st.sampled_from(("value", "beside")).map(Column),
    color=st.none() | columns, highlight=st.sampled_from(("", "2024", "A")),
    enter=st.builds(Enter, st.sampled_from(("grow", "rise", "fade", "none"))),
)  # fmt: skip
sizes = st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=40)
real_boxes = st.builds(
    Box, st.floats(0, 100), st.floats(0, 400), st.floats(200, 1900), st.floats(200, 1700)
)


def areas(marks: Marks) -> dict[str, Box]:
    """The areas by their names."""
    return {
        key.removeprefix("mark/"): Box(*box)
        for mark in marks
        if isinstance(mark, Bars)
        for key, box in zip(mark.keys, mark.boxes.tolist(), strict=True)
    }


def colours(marks: Marks) -> dict[str, tuple[float, ...]]:
    """What the areas are filled with, by their names."""
    return {
        key.removeprefix("mark/"): tuple(fill)
        for mark in marks
        if isinstance(mark, Bars)
        for key, fill in zip(mark.keys, mark.fill.tolist(), strict=True)
    }


@given(sizes, real_boxes)
def test_with_their_gaps_areas_are_in_proportion_and_fill_the_box(
    parts: list[float], box: Box
) -> None:
    (tiles,) = tiles_in(box, [parts])

    whole = (box.width + 4.0) * (box.height + 4.0)
    seen = [(size, tile) for size, tile in zip(parts, tiles, strict=True) if tile is not None]
    total = sum(size for size, _ in seen)
    for size, tile in seen:
        if min(tile.width, tile.height) > 9.0:  # thinner ones have thinner gaps
            area = (tile.width + 4.0) * (tile.height + 4.0)
            assert area == pytest.approx(whole * size / total, rel=1e-6)
    assert min(tile.x for _, tile in seen) == pytest.approx(box.x, abs=2.0)
    assert max(tile.bottom for _, tile in seen) == pytest.approx(box.bottom, abs=2.0)


def test_the_largest_stands_at_the_upper_left_and_wears_the_accent() -> None:
    marks = PARTS.plot(BODY, LANDSCAPE).full

    found, filled = areas(marks), colours(marks)
    assert (found["a"].x, found["a"].y) == pytest.approx((BODY.x, BODY.y))
    assert filled["a"] == tuple(LANDSCAPE.accent)
    assert filled["b"] == filled["c"] == tuple(LANDSCAPE.theme.quiet_series)


def test_the_highlighted_part_wears_the_accent() -> None:
    filled = colours(replace(PARTS, highlight="c").plot(BODY, LANDSCAPE).full)

    assert filled["c"] == tuple(LANDSCAPE.accent)
    assert filled["a"] == tuple(LANDSCAPE.theme.quiet_series)


def test_the_parts_of_a_group_stand_together_in_its_colour() -> None:
    theme = replace(LANDSCAPE.theme, accents=(LANDSCAPE.accent, LANDSCAPE.theme.text))

    marks = GROUPS.plot(BODY, replace(LANDSCAPE, theme=theme)).full

    found, filled = areas(marks), colours(marks)
    assert filled["a·p"] == filled["c·p"] != filled["b·q"] == filled["d·q"]
    right_of_p = max(found["a·p"].right, found["c·p"].right)
    assert right_of_p < min(found["b·q"].x, found["d·q"].x)
    assert [shown(marks)[key] for key in ("legend/p", "legend/q")] == ["p", "q"]


@pytest.mark.parametrize("size", [0.0, -4.0, None, float("nan"), float("inf")])
def test_what_is_not_above_zero_has_no_area(size: float | None) -> None:
    chart = Treemap(data=table(("a", 4), ("b", size)), x=X, y=Y)

    assert [*areas(chart.plot(BODY, LANDSCAPE).full)] == ["a"]


def test_no_part_is_an_empty_picture_and_one_part_is_the_whole() -> None:
    none, one = (Treemap(data=table(*rows), x=X, y=Y) for rows in ((), (("a", 7),)))

    assert none.plot(BODY, LANDSCAPE).full == ()
    whole = areas(one.plot(BODY, LANDSCAPE).full)["a"]
    assert (whole.width, whole.height) == pytest.approx((BODY.width, BODY.height))


def test_names_and_values_stand_inside_their_areas() -> None:
    marks = PARTS.plot(BODY, ENGLISH).full

    found = areas(marks)
    for mark in texts(marks):
        name = mark.key.split("/")[1]
        assert all(ink.is_within(found[name], 0.0) for ink in inks(mark))
    assert {"name/a/0", "value/a", "name/c/0", "value/c"} <= set(shown(marks))


def test_a_name_that_does_not_fit_whole_is_left_out() -> None:
    long = "a name of many words that no small part of a whole could ever hold in two lines"
    chart = Treemap(data=table(("a", 1000), (long, 10)), x=X, y=Y)

    assert {key for key in shown(chart.plot(BODY, ENGLISH).full) if long in key} == set()


def test_in_a_wide_area_a_name_too_long_for_it_is_cut() -> None:
    chart = Treemap(data=table(("Rindfleischetikettierungsüberwachungsgesetz" * 3, 60)), x=X, y=Y)

    said = shown(chart.plot(Box(0, 0, 600, 400), LANDSCAPE).full)

    (name,) = (text for key, text in said.items() if key.startswith("name/"))
    assert name.startswith("Rindfleisch")
    assert name.endswith("…")


def test_a_short_chinese_name_is_not_torn() -> None:
    chart = Treemap(data=table(("太平洋", 1000), ("北冰洋", 44)), x=X, y=Y)

    for width in range(200, 1200, 50):
        said = shown(chart.plot(Box(0, 0, width, 500), LANDSCAPE).full)
        assert "北" not in said.values()


def test_thousands_of_parts_are_one_batch() -> None:
    chart = Treemap(data=table(*((f"part {n}", 10000 - n) for n in range(5000))), x=X, y=Y)

    assert len(areas(chart.plot(BODY, LANDSCAPE).full)) == 5000


def test_parts_of_very_different_sizes_are_shown_as_far_as_they_can_be_seen() -> None:
    chart = Treemap(data=table(*((f"part {n}", 2.0**-n) for n in range(1000))), x=X, y=Y)

    assert 10 < len(areas(chart.plot(BODY, LANDSCAPE).full)) < 40


def test_areas_grow_to_the_right_one_after_another() -> None:
    scene = PARTS.plot(BODY, LANDSCAPE)

    start, early, full = (areas(scene.at(t)) for t in (0.0, 0.2, scene.entry_s))

    assert all(box.width == 0.0 for box in start.values())
    shares = [early[name].width / full[name].width for name in "abc"]
    assert shares == sorted(shares, reverse=True)


def test_areas_turn_into_the_bars_of_the_same_rows() -> None:
    treemap = PARTS.plot(BODY, LANDSCAPE).full
    bars = Bar(data=PARTS.data, x=X, y=Y).plot(BODY, LANDSCAPE).full

    halfway = areas(blend(treemap, bars, Even(0.5)))

    was, will_be = areas(treemap), areas(bars)
    assert set(halfway) == {"a", "b", "c"}
    for name, box in halfway.items():
        assert box.width == pytest.approx((was[name].width + will_be[name].width) / 2)


def test_a_touch_tells_a_parts_name_size_and_group() -> None:
    reading = GROUPS.readings()["mark/b·q"]

    assert (reading.name, reading.quantity, reading.series) == (
        plain("b"), Quantity(30.0), plain("q"),
    )  # fmt: skip


def test_keys_are_of_the_first_language() -> None:
    chart = Treemap(data=table((both("亚洲", "Asia"), 5)), x=X, y=Y)

    assert [*areas(chart.plot(TALL, replace(PORTRAIT, language="en")).full)] == ["亚洲"]


@settings(max_examples=60)
@given(treemaps, boxes, settings_of_slides)
def test_areas_lie_inside_the_box_and_none_over_another(
    chart: Treemap, box: Box, setting: Setting
) -> None:
    marks = chart.plot(box, setting).full

    found = [ink for mark in marks if isinstance(mark, Bars) for ink in inks(mark)]
    assert all(ink.is_within(box, 0.01) for ink in found)
    assert not [one for n, one in enumerate(found) for other in found[:n] if one.overlaps(other)]
    assert overlaps(marks) == []
    assert all(ink.is_within(box, 0.5) for mark in texts(marks) for ink in inks(mark))


@settings(max_examples=60)
@given(treemaps, boxes, settings_of_slides)
def test_any_treemap_is_finite_keyed_once_and_settles(
    chart: Treemap, box: Box, setting: Setting
) -> None:
    scene = chart.plot(box, setting)

    settled = keys(scene.full)
    assert len(settled) == len(set(settled))
    assert scene.at(scene.entry_s) is scene.full
    for t in (0.0, scene.entry_s / 2, 1e6):
        assert is_finite(scene.at(t))
    if chart.enter.style in {"rise", "fade"}:
        assert not any(is_seen(mark) for mark in scene.at(0.0))
