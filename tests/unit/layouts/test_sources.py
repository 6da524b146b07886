"""The line that tells where the figures of charts are from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.bridge import Bridge
from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import NO_TEXT, Text, plain
from kiosk.geometry import Box, Size
from kiosk.layouts.base import Parts
from kiosk.layouts.grid import grid_for
from kiosk.layouts.kinds.chart import ChartLayout
from kiosk.layouts.sources import source_line, sources_of
from kiosk.marks import Label, Shape
from kiosk.options import Column
from kiosk.show.model import Show
from tests.unit.layouts.slides import PAGES, TOLD, setting
from tests.unit.layouts.stand_ins import BoxChart, LowChart
from tests.unit.show.memory import SHOW, loaded

REPORT = Text((("zh", "图文报道"), ("en", "an illustrated report")))
CENSUS = Text((("zh", "人口普查"), ("en", "the census")))
FACTS = """\
source: {zh: 报道, en: a report}
facts:
  cars: {value: 1104}
  people: {value: 219, source: the census}
"""
CHART = """\
slides:
  - title: Cars
    chart:
      type: bar
      data: [{of: cars, count: $cars}, {of: people, count: $people}]
      x: of
      y: count
"""


def bars(*cells: Quantity) -> Bar:
    rows = tuple((plain(f"row {row}"), cell) for row, cell in enumerate(cells))
    return Bar(data=Table(("name", "value"), rows), x=Column("name"), y=Column("value"))


def lines_on(page: Size, parts: Parts, language: str) -> tuple[list[Label], Box]:
    """The caption's lines, and the box of the only chart."""
    placed = ChartLayout().place(parts, page, setting(language, page))
    found = {part.key: part.scene.full for part in placed}
    shape = next(mark for mark in found["chart"] if isinstance(mark, Shape) and mark.key == "box")
    _, width, height, *_ = shape.path.replace("h", "").replace("v", "").split()
    labels = [mark for mark in found.get("caption", ()) if isinstance(mark, Label)]
    return labels, Box(shape.x, shape.y, float(width), float(height))


def show_of(chapter: str) -> Parts:
    show = loaded({"facts.yaml": FACTS, "show.yaml": SHOW, "one.yaml": chapter})
    assert isinstance(show, Show)
    assert not show.problems
    return show.slides[0].parts


def test_each_source_is_told_once_in_the_language_of_the_visitor() -> None:
    chart = bars(Quantity(1, source=REPORT), Quantity(2, source=CENSUS), Quantity(3, source=REPORT))

    sources = sources_of((chart,), None, NO_TEXT)

    assert source_line(sources, "en") == "Source: an illustrated report; the census"
    assert source_line(sources, "zh") == "来源：图文报道；人口普查"
    assert source_line(sources, "zh-Hans") == "来源：图文报道；人口普查"
    assert source_line((plain("Bericht"),), "de-AT") == "Quelle: Bericht"


def test_figures_outside_of_tables_have_sources_too() -> None:
    bridge = Bridge(done=Quantity(27.6, 1), planned=Quantity(36.2, 1, source=REPORT))

    assert sources_of((bridge,), None, NO_TEXT) == (REPORT,)


def test_a_big_figure_has_its_source_told_beside_a_chart_alone() -> None:
    number = Number(value=Quantity(375, source=REPORT))

    assert sources_of((), number, NO_TEXT) == ()
    assert sources_of((bars(Quantity(1)),), number, NO_TEXT) == (REPORT,)


def test_numbers_that_are_no_facts_have_no_line() -> None:
    assert source_line(sources_of((bars(Quantity(1)),), None, NO_TEXT), "en") == ""


def test_a_source_of_ones_own_replaces_those_of_the_facts() -> None:
    chart = bars(Quantity(1, source=REPORT))

    assert sources_of((chart,), None, CENSUS) == (CENSUS,)
    assert sources_of((bars(Quantity(1)),), None, CENSUS) == (CENSUS,)


def test_a_source_of_none_is_no_line() -> None:
    chart = bars(Quantity(1, source=REPORT))

    assert sources_of((chart,), None, plain("none")) == ()


def test_a_slide_tells_the_sources_of_its_facts_without_asking() -> None:
    parts = show_of(CHART)

    assert source_line(parts.sources, "en") == "Source: a report; the census"


@pytest.mark.parametrize(
    ("written", "told"),
    [("none", ""), ("{zh: 统计局, en: the bureau}", "Source: the bureau")],
)
def test_a_slide_says_in_one_word_that_it_tells_another_source_or_none(
    written: str, told: str
) -> None:
    parts = show_of(f"{CHART}    source: {written}\n")

    assert source_line(parts.sources, "en") == told


def test_the_source_stands_after_the_caption_in_its_line_where_there_is_room() -> None:
    parts = replace(TOLD, sources=(plain("报道"),))

    lines, _ = lines_on(PAGES["16:9"], parts, "zh")

    assert [line.text for line in lines] == ["2024 年 1—8 月，渝北汽车与电子产业产值 · 来源：报道"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES.values())
def test_a_chart_has_all_but_the_room_it_has_without_a_source(page: Size, language: str) -> None:
    lines, chart = lines_on(page, TOLD, language)
    _, alone = lines_on(page, replace(TOLD, sources=()), language)

    assert any("来源：" in line.text or "Source: " in line.text for line in lines)
    assert chart.height > 0.9 * alone.height
    assert lines[0].y - lines[0].style.size > chart.bottom
    assert lines[-1].y < grid_for(page).bottom + 8


def test_a_caption_beside_a_chart_is_broken_into_lines_before_the_chart_gives_way() -> None:
    class Tall(LowChart):
        def height_in(self, box: Box, setting: object) -> float:
            del setting
            return box.height

    page = PAGES["16:9"]
    parts = replace(TOLD, charts=(Tall(free=1000.0),))

    lines, chart = lines_on(page, parts, "zh")
    _, alone = lines_on(page, replace(parts, sources=()), "zh")

    assert len(lines) > 1
    assert chart == alone


def test_a_source_without_a_caption_stands_where_captions_do() -> None:
    page = PAGES["16:9"]
    parts = replace(TOLD, caption=NO_TEXT, charts=(BoxChart(),), sources=(REPORT,))

    lines, _ = lines_on(page, parts, "en")

    assert [line.text for line in lines] == ["Source: an illustrated report"]
    assert lines[0].y < grid_for(page).caption_foot


def test_where_type_has_grown_on_a_wide_page_no_lines_are_taken_from_the_chart() -> None:
    page = PAGES["16:9"]

    placed = ChartLayout().place(TOLD, page, setting("en", page, is_large=True))

    lines = [
        mark.text
        for part in placed
        if part.key == "caption"
        for mark in part.scene.full
        if isinstance(mark, Label)
    ]
    assert lines
    assert not any("Source" in line for line in lines)
