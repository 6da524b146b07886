"""Elements in places of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.charts.base import Chart
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.line import Line
from kiosk.charts.kinds.number import Number
from kiosk.charts.kinds.pictogram import Pictogram
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.elements.kinds.picture import PictureElement
from kiosk.geometry import Box
from kiosk.layouts.base import Parts, Placed
from kiosk.layouts.exceptions import place
from kiosk.layouts.kinds.chart import ChartLayout
from kiosk.layouts.kinds.full_picture import FullPicture
from kiosk.layouts.kinds.text import TextLayout
from kiosk.layouts.named import elements_of
from kiosk.marks import Picture, Shape
from kiosk.options import At, Column, PortraitAt
from kiosk.playback.views.extents import boxes_of
from tests.unit.layouts.slides import FULL, PAGES, PICTURE, setting
from tests.unit.layouts.stand_ins import BoxChart, EmMeasure

WIDE, TALL = PAGES["16:9"], PAGES["9:16"]
RIGHT = At(0.5, 0.25, 0.4, 0.5)
SLACK = 22.0  # half the widest stroke, and overhanging glyphs
FOOT = PortraitAt(At(0.1, 0.5, 0.8, 0.25))


def boxes(slide: tuple[Placed, ...]) -> dict[str, Box]:
    """The boxes of pictures and charts."""
    found: dict[str, Box] = {}
    for part in slide:
        for mark in part.scene.full:
            if isinstance(mark, Picture):
                found[part.key] = mark.box
            elif isinstance(mark, Shape) and mark.key == "box":
                _, width, height, *_ = mark.path.replace("h", "").replace("v", "").split()
                found[part.key] = Box(mark.x, mark.y, float(width), float(height))
    return found


def words(*charts: BoxChart, picture: PictureElement | None = None) -> Parts:
    """A title and a text, with those charts and that picture."""
    return replace(FULL, number=None, charts=charts, picture=picture)


@pytest.mark.parametrize("shape", [name for name in PAGES if not PAGES[name].is_portrait])
def test_a_place_is_the_same_share_of_every_wide_page(shape: str) -> None:
    page = PAGES[shape]

    slide = place(ChartLayout(), words(BoxChart(at=RIGHT)), page, setting("zh", page))

    assert boxes(slide)["chart"] == Box(
        0.5 * page.width, 0.25 * page.height, 0.4 * page.width, 0.5 * page.height
    )


def test_a_tall_page_has_its_own_place() -> None:
    parts = words(BoxChart(at=RIGHT, at_portrait=FOOT))

    slide = place(ChartLayout(), parts, TALL, setting("zh", TALL))

    assert boxes(slide)["chart"] == Box(108.0, 960.0, 864.0, 480.0)


def test_without_a_place_on_a_tall_page_the_layout_finds_one() -> None:
    own, flowing = words(BoxChart(at=RIGHT)), words(BoxChart())

    assert boxes(place(ChartLayout(), own, TALL, setting("zh", TALL))) == boxes(
        ChartLayout().place(flowing, TALL, setting("zh", TALL))
    )


def test_the_layout_places_the_rest_as_if_the_element_were_not_there() -> None:
    own, without = words(BoxChart(at=RIGHT), picture=PICTURE), words(picture=PICTURE)

    slide = place(FullPicture(), own, WIDE, setting("zh", WIDE))
    rest = FullPicture().place(without, WIDE, setting("zh", WIDE))

    assert slide[: len(rest)] == rest
    assert [part.key for part in slide[len(rest) :]] == ["shade-chart", "chart"]


def test_a_slide_without_places_is_just_what_its_layout_makes_of_it() -> None:
    parts = words(BoxChart(), BoxChart())

    assert place(ChartLayout(), parts, WIDE, setting("zh", WIDE)) == ChartLayout().place(
        parts, WIDE, setting("zh", WIDE)
    )


def test_every_element_keeps_its_key_whatever_places_it() -> None:
    parts = words(BoxChart(at=RIGHT), BoxChart(), BoxChart(id="third"))

    slide = place(ChartLayout(), parts, WIDE, setting("zh", WIDE))

    assert set(boxes(slide)) == set(elements_of(parts)) == {"chart", "chart-2", "third"}


def test_a_layout_need_not_know_what_has_its_own_place() -> None:
    picture = replace(PICTURE, at=RIGHT)

    slide = place(TextLayout(), words(picture=picture), WIDE, setting("zh", WIDE))

    assert boxes(slide)["picture"] == Box(960.0, 270.0, 768.0, 540.0)


def test_a_chart_on_bare_ground_gets_no_shade() -> None:
    slide = place(TextLayout(), words(BoxChart(at=RIGHT)), WIDE, setting("zh", WIDE))

    assert not [part.key for part in slide if part.key.startswith("shade")]


def test_what_has_its_own_place_comes_on_one_after_another() -> None:
    parts = words(BoxChart(at=RIGHT, id="a"), BoxChart(at=RIGHT, id="b"))

    starts = {
        part.key: part.starts_s
        for part in place(TextLayout(), parts, WIDE, setting("zh", WIDE))
        if part.key in {"a", "b"}
    }

    assert 0.0 < starts["a"] <= starts["b"]


RIVERS = Table(
    ("river", "km"),
    ((plain("长江"), Quantity(6300.0)), (plain("嘉陵江"), Quantity(1120.0))),
)
CHARTS: tuple[Chart, ...] = (
    Bar(data=RIVERS, x=Column("river"), y=Column("km"), at=RIGHT),
    Line(data=RIVERS, x=Column("river"), y=Column("km"), at=RIGHT),
    Pictogram(icon="car", count=8, lit=2, at=RIGHT),
    Number(value=Quantity(448000.0), at=RIGHT),
)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("shape", ["16:9", "4:3", "21:9"])
def test_what_a_chart_draws_stays_in_its_place(chart: Chart, shape: str) -> None:
    page = PAGES[shape]
    room = Box(0.5 * page.width, 0.25 * page.height, 0.4 * page.width, 0.5 * page.height)

    slide = place(TextLayout(), replace(FULL, charts=(chart,)), page, setting("zh", page))

    for part in slide:
        for mark in part.scene.full if part.key == "chart" else ():
            for box in boxes_of(mark, EmMeasure()):
                inside = room.grown(SLACK)
                assert inside.x <= box.x <= box.right <= inside.right, mark
                assert inside.y <= box.y <= box.bottom <= inside.bottom, mark
