"""One car in three."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.batches import Segments
from kiosk.charts.icons import ICONS, IconName
from kiosk.charts.kinds.pictogram import Pictogram
from kiosk.geometry import Box
from kiosk.marks import Marks, Shape
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import LANDSCAPE, PORTRAIT, Ink, inks

PLACE = Box(96, 640, 1728, 200)
PAGE_WIDE = Box(0, 640, 1920, 200)
CARS = Pictogram(icon="car", count=3, lit=1)


def bodies(marks: Marks, of: str) -> list[Ink]:
    """What the icons' bodies cover. of: `icon` for the outlines, `lit` for those that light up."""
    return [
        ink
        for mark in marks
        if mark.key.startswith(f"{of}/") and mark.key.endswith("/body")
        for ink in inks(mark)
    ]


def test_three_cars_stand_in_a_row_from_margin_to_margin() -> None:
    marks = CARS.plot(PLACE, LANDSCAPE).full

    cars = bodies(marks, "icon")
    assert [round(car.left) for car in cars] == [96, 706, 1316]
    assert cars[-1].right == pytest.approx(PLACE.right, abs=1)


def test_in_portrait_they_stand_in_a_column() -> None:
    marks = CARS.plot(Box(72, 850, 936, 760), PORTRAIT).full

    cars = bodies(marks, "icon")
    assert len({round(car.left) for car in cars}) == 1
    assert cars[0].bottom < cars[1].top < cars[2].top


def test_the_last_ones_light_up_in_the_accent_after_all_outlines_are_drawn() -> None:
    scene = CARS.plot(PLACE, LANDSCAPE)
    outlines = [
        mark for mark in scene.full if isinstance(mark, Shape) and mark.key.startswith("icon/")
    ]

    before = scene.at(1.2)
    lit = [mark for mark in scene.full if mark.key == "lit/2/body"]

    assert not bodies(before, "lit")
    assert all(
        mark.trim == 1.0
        for mark in before
        if isinstance(mark, Shape) and mark.key.startswith("icon/")
    )
    assert len(outlines) == 3 * 7
    assert [mark.fill for mark in lit if isinstance(mark, Shape)] == [LANDSCAPE.accent]
    assert bodies(scene.at(1.5), "lit")


def test_each_outline_is_drawn_in_600_ms() -> None:
    scene = CARS.plot(PLACE, LANDSCAPE)

    def trim(t: float, key: str) -> float:
        return next(m.trim for m in scene.at(t) if isinstance(m, Shape) and m.key == key)

    assert trim(0.0, "icon/0/body") == 0.0
    assert 0.0 < trim(0.3, "icon/0/body") < 1.0
    assert trim(0.6, "icon/0/body") == 1.0
    assert trim(0.3, "icon/1/body") == 0.0


def test_ground_and_beam_reach_the_edges_of_a_page_wide_box_only() -> None:
    inside = CARS.plot(PLACE, LANDSCAPE).full
    across = CARS.plot(PAGE_WIDE, LANDSCAPE).full

    def reach(marks: Marks) -> float:
        return max(ink.right for mark in marks for ink in inks(mark))

    assert reach(inside) <= PLACE.right + 0.1
    assert not [mark for mark in inside if mark.key.startswith("beam/")]
    assert reach(across) == 1920
    assert [round(car.left) for car in bodies(across, "icon")] == [96, 706, 1316]
    assert max(i.right for m in across if m.key.startswith("beam/") for i in inks(m)) == 1920


def test_the_cars_stand_on_the_ground_and_phones_on_nothing() -> None:
    cars = CARS.plot(PLACE, LANDSCAPE).full
    phones = Pictogram(icon="phone", count=3).plot(PLACE, LANDSCAPE).full

    (ground,) = (mark for mark in cars if isinstance(mark, Segments))
    wheels = [i.bottom for m in cars if m.key.endswith("-wheel") for i in inks(m)]
    assert float(ground.ends[0, 1]) == pytest.approx(max(wheels) + 2, abs=0.5)
    assert not [mark for mark in phones if isinstance(mark, Segments)]


def test_twenty_phones_wrap_into_rows_of_equal_length() -> None:
    marks = Pictogram(icon="phone", count=20, lit=1).plot(Box(96, 336, 1728, 500), LANDSCAPE).full

    phones = bodies(marks, "icon")
    rows = sorted({round(phone.top) for phone in phones})
    assert len(phones) == 20
    assert [sum(round(p.top) == row for p in phones) for row in rows] == [10, 10]
    assert bodies(marks, "lit") == [
        Ink("lit/19/body", phones[19].left, phones[19].top, phones[19].right, phones[19].bottom)
    ]


def test_a_row_that_its_height_keeps_small_still_reaches_the_right_margin() -> None:
    marks = Pictogram(icon="person", count=20, lit=10).plot(PLACE, LANDSCAPE).full

    people = bodies(marks, "icon")
    assert len({round(person.top) for person in people}) == 1
    assert max(person.right for person in people) == pytest.approx(PLACE.right, abs=1)


@given(st.sampled_from(sorted(ICONS)), st.integers(1, 60), st.sampled_from((LANDSCAPE, PORTRAIT)))
def test_icons_never_overlap(icon: IconName, count: int, setting: Setting) -> None:
    chart = Pictogram(icon=icon, count=count)

    marks = chart.plot(Box(96, 336, 900, 500), setting).full

    found = bodies(marks, "icon")
    assert len(found) == count
    assert not any(a.overlaps(b) for i, a in enumerate(found) for b in found[i + 1 :])


@pytest.mark.parametrize("count", [3, 7, 20])
def test_it_tells_the_height_that_its_rows_use(count: int) -> None:
    place = Box(72, 400, 936, 1200)
    chart = Pictogram(icon="person", count=count)

    used = chart.height_in(place, PORTRAIT)

    top = min(person.top for person in bodies(chart.plot(place, PORTRAIT).full, "icon"))
    assert place.bottom - used <= top
    assert used <= place.height


def test_many_small_icons_are_but_bodies() -> None:
    chart = Pictogram(icon="car", count=1000, lit=300)

    marks = chart.plot(Box(96, 336, 1728, 500), LANDSCAPE).full

    assert len(bodies(marks, "icon")) == 1000
    assert {mark.key.split("/")[-1] for mark in marks if isinstance(mark, Shape)} == {"body"}
