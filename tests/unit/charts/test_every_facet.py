"""Small multiples of every kind: equal values look equal, and each chart keeps to its place."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import (
    ARRAYS,
    BATCHES,
    Bars,
    Batch,
    Points,
    Polygons,
    Polylines,
    Sectors,
    Segments,
)
from kiosk.charts.base import Chart
from kiosk.charts.facets import Facets, faceted
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.gauge import Gauge
from kiosk.charts.kinds.heatmap import Heatmap
from kiosk.charts.kinds.line import Line
from kiosk.charts.kinds.lollipop import Lollipop
from kiosk.charts.kinds.number import Number
from kiosk.charts.kinds.pie import Pie
from kiosk.charts.kinds.race import Race
from kiosk.charts.kinds.radar import Radar
from kiosk.charts.kinds.sankey import Sankey
from kiosk.charts.kinds.scatter import Scatter
from kiosk.charts.kinds.slope import Slope
from kiosk.charts.kinds.timeline import Timeline
from kiosk.charts.kinds.treemap import Treemap
from kiosk.charts.kinds.waffle import Waffle
from kiosk.charts.kinds.waterfall import Waterfall
from kiosk.charts.labels import is_whole
from kiosk.charts.panels import panels_in
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import Text, plain
from kiosk.geometry import Box
from kiosk.marks import Marks
from kiosk.options import Column
from kiosk.typesetting.setting import Setting
from kiosk.typesetting.sight import NEAR
from tests.unit.charts.every_kind import chart_kinds, charts_of
from tests.unit.charts.stand_ins import (
    LANDSCAPE,
    inks,
    is_finite,
    keys,
    names,
    overlaps,
    settings_of_slides,
    shown,
    texts,
)

WIDE = Box(96, 200, 1728, 760)
_GAP = 4.0  # between the boxes of a treemap
_SLACK = 22.0  # half the widest stroke, and overhanging glyphs

Look = Callable[[Marks, str, str], list[float]]  # how a name is drawn in a part


def row_of(marks: Marks, kind: type, key: str) -> tuple[Batch, int]:
    """The batch of that kind that has the row, and its place there."""
    return next(
        (m, m.keys.index(key))
        for m in marks
        if isinstance(m, BATCHES) and isinstance(m, kind) and key in m.keys
    )


def line(marks: Marks, name: str, part: str) -> list[float]:
    """The places of a line's points from its start, and its colour."""
    return outline(Polylines, "line")(marks, name, part)


def inks_of(mark: Batch, at: int) -> list[float]:
    """The colours of a row."""
    _, colours = ARRAYS[type(mark)]
    return [part for name in colours for part in getattr(mark, name)[at].tolist()]


def length(side: int) -> Look:
    """How long a bar is, and its colour. side: 2 is across, 3 is down."""

    def look(marks: Marks, name: str, part: str) -> list[float]:
        mark, at = row_of(marks, Bars, f"mark/{name}·{part}")
        assert isinstance(mark, Bars)
        return [float(mark.boxes[at, side]), *inks_of(mark, at)]

    return look


def area(marks: Marks, name: str, part: str) -> list[float]:
    """The area of a box with its share of the gaps, and its colour."""
    mark, at = row_of(marks, Bars, f"mark/{name}·{part}")
    assert isinstance(mark, Bars)
    _, _, wide, high = mark.boxes[at].tolist()
    return [math.sqrt((wide + _GAP) * (high + _GAP)), *inks_of(mark, at)]


def shade(marks: Marks, name: str, part: str) -> list[float]:
    """The size of a cell, and its colour."""
    mark, at = row_of(marks, Bars, f"mark/{name}·end·{part}")
    assert isinstance(mark, Bars)
    return [*mark.boxes[at, 2:].tolist(), *inks_of(mark, at)]


def arc(marks: Marks, name: str, part: str) -> list[float]:
    """How thick and how long an arc is, and its colour."""
    found = {key for mark in marks if isinstance(mark, Sectors) for key in mark.keys}
    key = f"mark/{name}·{part}"
    mark, at = row_of(marks, Sectors, key if key in found else f"mark/value·{part}")
    assert isinstance(mark, Sectors)
    _, _, inner, outer, start, end = mark.places[at].tolist()
    return [inner, outer, end - start, *inks_of(mark, at)]


def cells(marks: Marks, name: str, part: str) -> list[float]:
    """How many cells there are, how large, and of which colour."""
    found = [
        (*mark.boxes[at, 2:].tolist(), *inks_of(mark, at))
        for mark in marks
        if isinstance(mark, Bars)
        for at, key in enumerate(mark.keys)
        if key.startswith(f"mark/{name}/") and key.endswith(f"·{part}")
    ]
    return [len(found), *found[0]] if found else [0]


def outline(kind: type[Polylines | Polygons], of: str = "mark") -> Look:
    """The way of a line from its start, and its colour."""

    def look(marks: Marks, name: str, part: str) -> list[float]:
        mark, at = row_of(marks, kind, f"{of}/{name}·{part}")
        assert isinstance(mark, Polylines | Polygons)
        way = mark.points[at] - mark.points[at][0]
        return [*way.ravel().tolist(), *inks_of(mark, at)]

    return look


def dot(marks: Marks, name: str, part: str) -> list[float]:
    """How large a dot is, and its colour."""
    mark, at = row_of(marks, Points, f"mark/{name}·{part}")
    assert isinstance(mark, Points)
    return [float(mark.places[at, 2]), *inks_of(mark, at)]


def stem(marks: Marks, name: str, part: str) -> list[float]:
    """How long a stem is, how large its dot, and their colours."""
    mark, at = row_of(marks, Segments, f"stem/{name}·{part}")
    assert isinstance(mark, Segments)
    x, _, end, _ = mark.ends[at].tolist()
    return [end - x, *inks_of(mark, at), *dot(marks, name, part)]


def ribbon(marks: Marks, name: str, part: str) -> list[float]:
    """How wide a flow is where it begins, and its colour."""
    mark, at = row_of(marks, Polygons, f"flow/{name}→end·{part}")
    assert isinstance(mark, Polygons)
    ends = mark.points[at][0] - mark.points[at][-1]
    return [math.hypot(*ends.tolist()), *inks_of(mark, at)]


def size(marks: Marks, name: str, part: str) -> list[float]:
    """How large the type of a figure is."""
    del name
    return [mark.style.size for mark in texts(marks) if mark.key == f"number·{part}"]


@dataclass(frozen=True)
class Case:
    """A chart of the columns part, name, value, time and end, and how its rows look."""

    chart: Chart
    look: Look


name, value, time, end = map(Column, ("name", "value", "time", "end"))
# No list of all kinds: one that is added asks in its own test whether its values look equal.
CASES = {
    "area": Case(Area(x=time, y=value, color=name), outline(Polygons)),
    "bar": Case(Bar(x=name, y=value, direction="upright"), length(3)),
    "gauge": Case(Gauge(x=name, y=value), arc),
    "heatmap": Case(Heatmap(x=name, y=end, color=value), shade),
    "line": Case(Line(x=time, y=value, color=name), line),
    "lollipop": Case(Lollipop(x=name, y=value, direction="lying"), stem),
    "number": Case(Number(y=value), size),
    "pie": Case(Pie(x=name, y=value), arc),
    "race": Case(Race(time=time, x=name, y=value), length(2)),
    "radar": Case(Radar(x=time, y=value, color=name), outline(Polygons)),
    "sankey": Case(Sankey(source=name, target=end, value=value, color=name), ribbon),
    "scatter": Case(Scatter(x=value, y=value, size=value, label=name, color=name), dot),
    "slope": Case(Slope(x=time, y=value, color=name), outline(Polylines)),
    "timeline": Case(Timeline(start=value, label=name, color=name), length(2)),
    "treemap": Case(Treemap(x=name, y=value), area),
    "waffle": Case(Waffle(x=name, y=value), cells),
    "waterfall": Case(Waterfall(x=name, y=value, direction="upright"), length(3)),
}
OVER_TIME = {"area", "line", "race", "radar", "slope"}
OF_ITS_OWN = {"pie"}  # each chart is a whole, in which parts are compared
amounts = st.integers(5, 90).map(float)  # all drawn large enough to be told apart


def table_of(kind: str, *found: tuple[str, str, float]) -> Table:
    """Rows of parts, names and values; of kinds that show a course, at three times."""
    times = (("2014", 0.7), ("2019", 0.9), ("2024", 1.0)) if kind in OVER_TIME else (("2024", 1.0),)
    return Table(
        ("part", "name", "value", "time", "end"),
        tuple(
            (plain(part), plain(called), Quantity(of * share), plain(when), plain("end"))
            for part, called, of in found
            for when, share in times
        ),
    )


def drawn(kind: str, data: Table) -> Marks:
    """The settled marks of small charts of that kind."""
    chart = replace(CASES[kind].chart, data=data, facet=Column("part"))
    return faceted(chart).plot(WIDE, LANDSCAPE).full


@pytest.mark.parametrize("kind", sorted(CASES.keys() - OF_ITS_OWN))
@settings(max_examples=12, deadline=None)
@given(same=amounts, east=st.lists(amounts, max_size=3), west=st.lists(amounts, max_size=3))
def test_equal_values_look_equal_in_all_charts(
    kind: str, same: float, east: list[float], west: list[float]
) -> None:
    before = [("east", f"e{at}", amount) for at, amount in enumerate(east)]
    after = [("west", f"w{at}", amount) for at, amount in enumerate(west)]
    data = table_of(kind, *before, ("east", "both", same), ("west", "both", same), *after)

    marks = drawn(kind, data)

    look = CASES[kind].look
    assert look(marks, "both", "east") == pytest.approx(look(marks, "both", "west"), abs=0.05)


@pytest.mark.parametrize("kind", [Bar, Waterfall])
@pytest.mark.parametrize("more", [1, 3, 9])
def test_lying_bars_have_one_scale_however_many_there_are(
    kind: type[Bar | Waterfall], more: int
) -> None:
    data = table_of(
        "bar", ("east", "both", 40), ("west", "both", 40),
        *(("west", f"a longer name {row}", 20) for row in range(more)),
    )  # fmt: skip
    chart = kind(x=name, y=value, direction="lying", data=data, facet=Column("part"))

    marks = faceted(chart).plot(WIDE, LANDSCAPE).full

    look = length(2)
    assert look(marks, "both", "east") == pytest.approx(look(marks, "both", "west"), abs=0.05)


@pytest.mark.parametrize("kind", ["area", "bar", "heatmap", "line", "race", "radar", "slope"])
def test_and_unequal_ones_do_not(kind: str) -> None:
    data = table_of(kind, ("east", "both", 20), ("west", "both", 60))

    marks = drawn(kind, data)

    look = CASES[kind].look
    assert look(marks, "both", "east") != pytest.approx(look(marks, "both", "west"), abs=0.05)


@settings(max_examples=25, deadline=None)
@given(same=amounts, other=amounts)
def test_equal_shares_look_equal_in_all_pies(same: float, other: float) -> None:
    data = table_of(
        "pie", ("east", "both", same), ("east", "left", other), ("west", "right", 2 * other),
        ("west", "both", 2 * same),
    )  # fmt: skip

    marks = drawn("pie", data)

    assert arc(marks, "both", "east") == pytest.approx(arc(marks, "both", "west"))


@pytest.mark.parametrize("kind", sorted(CASES))
def test_what_colours_mean_is_said_once(kind: str) -> None:
    data = table_of(
        kind, ("east", "bus", 20), ("east", "tram", 30), ("west", "tram", 10), ("west", "bus", 60)
    )

    told = shown(drawn(kind, data))

    legend = [key for key in told if key.startswith("legend/")]
    assert len(legend) == len({told[key] for key in legend})
    assert not [key for key in legend if "·" in key]


every_kind = pytest.mark.parametrize("kind", chart_kinds(), ids=lambda kind: kind.__name__)
roomy = st.builds(Box, st.just(96.0), st.floats(0, 300), st.floats(320, 1800), st.floats(320, 1500))
near = settings_of_slides.map(lambda setting: replace(setting, sight=NEAR, is_large=False))


@every_kind
@settings(max_examples=8, deadline=None)
@given(data=st.data(), box=roomy, setting=near)
def test_small_charts_of_any_data_keep_to_their_places(
    kind: type[Chart], data: st.DataObject, box: Box, setting: Setting
) -> None:
    chart = replace(data.draw(charts_of(kind)), facet=Column("member"))

    scene = faceted(chart).plot(box, setting)

    settled = keys(scene.full)
    assert len(settled) == len(set(settled))
    assert set(keys(scene.at(scene.entry_s / 2))) <= {*keys(scene.first)}
    assert all(is_finite(scene.at(t)) for t in (0.0, scene.entry_s / 2, scene.entry_s, 1e6))
    assert scene.at(scene.end_s) is scene.full
    outside = [ink for mark in scene.full for ink in inks(mark) if not ink.is_within(box, _SLACK)]
    assert outside == []
    for key, panel in places(faceted(chart), box, setting).items():
        own = [one for one in scene.full if one.key.endswith(f"·{key}")]
        beyond = [ink for mark in own for ink in inks(mark) if not ink.is_within(panel, _SLACK)]
        assert beyond == []


def places(chart: Chart, box: Box, setting: Setting) -> dict[str, Box]:
    """The places of small charts, by what their keys end with."""
    assert isinstance(chart, Facets)
    return {key: panel.cell for key, panel in chart.panels(box, setting)[1].items()}


@settings(max_examples=60, deadline=None)
@given(st.lists(names, min_size=1, max_size=6), roomy, near)
def test_names_of_small_charts_are_whole_and_never_over_each_other(
    called: list[Text], box: Box, setting: Setting
) -> None:
    written = [name.in_language(setting.language) for name in called]

    panels = panels_in(box, [str(at) for at in range(len(written))], written, setting)

    labels = tuple(label for panel in panels for label in panel.name)
    assert overlaps(labels) == []
    has_names = any(panel.name for panel in panels)
    for panel, text in zip(panels, written, strict=True):
        lines = tuple(label.text for label in panel.name)
        assert is_whole(lines, text) or not has_names
        assert panel.room.height > 0.5 * panel.cell.height
    assert len({(panel.room.width, panel.room.height) for panel in panels}) == 1
