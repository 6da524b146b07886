"""Names of one chart: one size, and the one that matters is never left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.charts.base import Chart
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.gauge import Gauge
from kiosk.charts.kinds.lollipop import Lollipop
from kiosk.charts.kinds.pie import Pie
from kiosk.charts.kinds.slope import Slope
from kiosk.charts.kinds.waterfall import Waterfall
from kiosk.charts.labels import shared_size
from kiosk.geometry import Box
from kiosk.marks import Label, Marks
from kiosk.options import Column
from kiosk.theme import TextStyle
from kiosk.typesetting.setting import Setting
from tests.unit.charts.stand_ins import (
    BODY,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    EmMeasure,
    overlaps,
    shown,
    table,
    text_ink,
)

STYLE = LANDSCAPE.style("label")
LONG = "国家数字经济创新发展试验区核心区"
X, Y, Z = Column("x"), Column("y"), Column("z")
PLACES = table((LONG, 60), ("空港", 50), ("两路", 40), ("悦来", 30), ("龙兴", 20))
STATIONS = table(*((f"Station {number}", 40 - number) for number in range(30)))


def names(marks: Marks) -> list[Label]:
    """The names as they are written, those in a second language aside."""
    return [
        mark
        for mark in marks
        if isinstance(mark, Label) and mark.key.startswith("name/") and "companion" not in mark.key
    ]


@pytest.mark.parametrize(
    ("width", "size"), [(1000.0, 1.0), (128.0, 0.8), (120.0, 0.75), (20.0, 0.7)]
)
def test_names_are_as_large_as_the_longest_allows_down_to_a_limit(
    width: float, size: float
) -> None:
    found = shared_size([("汽车产业", width), ("汽车", width)], STYLE, LANDSCAPE)

    assert found == pytest.approx(size * STYLE.size, rel=0.002)


@pytest.mark.parametrize(
    ("chart", "box"),
    [
        (Bar(data=PLACES, x=X, y=Y, direction="lying"), Box(96, 100, 480, 900)),
        (Bar(data=PLACES, x=X, y=Y, direction="lying"), Box(96, 100, 900, 420)),
        (Gauge(data=PLACES, x=X, y=Y), Box(96, 100, 900, 700)),
        (Pie(data=PLACES, x=X, y=Y), Box(96, 100, 480, 1200)),
        (
            Slope(
                data=table(
                    *((year, 40, LONG) for year in (1, 2)), *((year, 9, "空港") for year in (1, 2))
                ),
                x=X, y=Y, color=Z,
            ),
            Box(96, 100, 1100, 600),
        ),
    ],
)  # fmt: skip
def test_one_long_name_does_not_make_names_of_two_sizes(chart: Chart, box: Box) -> None:
    setting = PORTRAIT if box.height > box.width else LANDSCAPE

    found = names(chart.plot(box, setting).full)

    assert len(found) > 1
    assert len({name.style.size for name in found}) == 1
    assert found[0].style.size >= setting.smallest
    assert found[0].style.size < setting.style("label").size


def test_a_name_left_of_its_bar_that_is_too_long_has_two_lines() -> None:
    chart = Bar(data=PLACES, x=X, y=Y, direction="lying")

    marks = chart.plot(Box(96, 100, 900, 420), LANDSCAPE).full

    said = shown(marks)
    assert said[f"name/{LONG}"] + said[f"name/{LONG}-2"] == LONG
    assert overlaps(marks) == []


@pytest.mark.parametrize("lit", [0, 1, 2, 3, 17, 29])
@pytest.mark.parametrize(("setting", "box"), [(LANDSCAPE, BODY), (PORTRAIT, TALL)])
def test_of_bars_that_skip_names_the_lit_one_has_its_own(
    lit: int, setting: Setting, box: Box
) -> None:
    chart = Bar(data=STATIONS, x=X, y=Y, direction="upright", highlight=f"Station {lit}")

    marks = chart.plot(box, setting).full

    found = names(marks)
    assert len({name.key.split("/")[1] for name in found}) < 30
    assert f"name/Station {lit}" in {name.key for name in found}
    assert overlaps(marks) == []
    for name in found:
        ink = text_ink(name)
        assert box.x - 0.5 <= ink.left
        assert ink.right <= box.right + 0.5


def test_of_bars_that_skip_names_the_first_one_has_its_own() -> None:
    marks = Bar(data=STATIONS, x=X, y=Y, direction="upright").plot(BODY, LANDSCAPE).full

    assert "name/Station 0" in shown(marks)


@pytest.mark.parametrize("lit", [0, 1, 2, 3])
def test_of_rings_that_skip_names_the_lit_one_has_its_own(lit: int) -> None:
    chart = Gauge(data=STATIONS, x=X, y=Y, highlight=f"Station {lit}")

    marks = chart.plot(BODY, LANDSCAPE).full

    said = shown(marks)
    assert len([key for key in said if key.startswith("name/")]) < 30
    assert said[f"name/Station {lit}"] == f"Station {lit}"
    assert overlaps(marks) == []


def test_of_rings_that_skip_names_the_first_one_has_its_own() -> None:
    chart = Gauge(data=STATIONS, x=X, y=Y)

    first = next(iter(names(chart.plot(BODY, LANDSCAPE).full)))

    assert first.key == "name/Station 0"


class Counting(EmMeasure):
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def advance(self, text: str, style: TextStyle) -> float:
        """The width of `text`."""
        self.asked += 1
        return super().advance(text, style)


@pytest.mark.parametrize("kind", [Bar, Lollipop, Waterfall])
def test_thousands_of_names_that_have_no_room_are_not_all_measured(
    kind: type[Bar | Lollipop | Waterfall],
) -> None:
    data = table(*((f"Row {number}", number % 977) for number in range(5000)))
    measure = Counting()

    kind(data=data, x=X, y=Y).plot(BODY, replace(LANDSCAPE, measure=measure))

    assert measure.asked < len(data.rows) / 2
