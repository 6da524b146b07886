"""Annotations: lines, bands and notes on charts, whose words find a free place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import Bars, Points, Polylines, Segments
from kiosk.charts.annotations.annotation import Annotation, AtPlace, AtValue
from kiosk.charts.annotations.places import places_of
from kiosk.charts.facets import faceted
from kiosk.charts.kinds.area import Area
from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.line import Line
from kiosk.charts.kinds.lollipop import Lollipop
from kiosk.charts.kinds.scatter import Scatter
from kiosk.charts.kinds.timeline import Timeline
from kiosk.charts.kinds.waterfall import Waterfall
from kiosk.charts.plane.chart import PlaneChart
from kiosk.data.quantity import Quantity
from kiosk.data.table import Cell, Table
from kiosk.data.text import NO_TEXT, Text, plain
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Marks
from kiosk.options import Column, Seconds
from kiosk.typesetting.setting import Setting
from tests.unit.charts.every_kind import notes
from tests.unit.charts.laws import keeps_the_laws
from tests.unit.charts.stand_ins import (
    BODY,
    ENGLISH,
    LANDSCAPE,
    PORTRAIT,
    TALL,
    both,
    boxes,
    is_seen,
    keys,
    overlaps,
    quantities,
    settings_of_slides,
    table,
    text_ink,
)

X, Y = Column("x"), Column("y")
KINDS: tuple[type[PlaneChart], ...] = (Line, Area, Bar, Lollipop, Waterfall, Scatter)
YEARS = table((1990, 1), (2000, 3), (2010, 16), (2019, 45), (2022, 22), (2024, 48))
WORKS = table(("Roads", 27.6), ("Parks", 18.4), ("Schools", 9.2))


def note(
    *, x: tuple[float | str, ...] = (), y: tuple[float, ...] = (), text: Text | str = ""
) -> Annotation:
    """What staff write, with places and values as they are."""
    cells: tuple[Cell, ...] = tuple(plain(c) if isinstance(c, str) else Quantity(c) for c in x)
    words = plain(text) if isinstance(text, str) and text else text
    return Annotation(
        x=AtPlace(cells), y=AtValue(tuple(map(Quantity, y))),
        text=words if isinstance(words, Text) else NO_TEXT,
    )  # fmt: skip


def line(*annotations: Annotation, data: Table = YEARS) -> Line:
    """A line of the columns x and y."""
    return Line(data=data, x=X, y=Y, annotations=annotations)


def lying(*annotations: Annotation) -> Bar:
    """Bars that lie."""
    return Bar(data=WORKS, x=X, y=Y, direction="lying", annotations=annotations)


def full(chart: PlaneChart, setting: Setting = LANDSCAPE, box: Box = BODY) -> Marks:
    """The settled marks."""
    return chart.plot(box, setting).full


def lines_of(marks: Marks, key: str) -> list[tuple[float, ...]]:
    """The pieces of an annotation's line: x1, y1, x2, y2 each."""
    rows = [m for m in marks if isinstance(m, Segments) and m.key == f"annotation/{key}/line"]
    return [tuple(ends) for mark in rows for ends in mark.ends.tolist()]


def band_of(marks: Marks, key: str) -> Box:
    """The band of an annotation."""
    (band,) = (m for m in marks if isinstance(m, Bars) and m.key == f"annotation/{key}/band")
    return Box(*band.boxes[0].tolist())


def stroke_of(marks: Marks) -> list[tuple[float, float]]:
    """The points of the line."""
    (stroke,) = (m for m in marks if isinstance(m, Polylines))
    return [(x, y) for x, y in stroke.points[0].tolist()]


def words_of(marks: Marks, key: str) -> list[Label]:
    """The words of an annotation."""
    return [m for m in marks if isinstance(m, Label) and m.key.startswith(f"annotation/{key}/w")]


def test_a_line_at_a_value_beyond_the_data_is_seen_with_them() -> None:
    marks = full(line(note(y=(60,), text="full")))

    ((x1, y1, x2, y2),) = lines_of(marks, "full")
    points = stroke_of(marks)
    assert y1 == y2 < min(y for _, y in points)
    assert x1 == pytest.approx(points[0][0])
    assert x2 == pytest.approx(points[-1][0])
    assert y1 >= BODY.y


def test_planned_and_done_measure_true_to_each_other() -> None:
    marks = full(lying(note(y=(36.2,), text="planned")))

    (bars,) = (m for m in marks if isinstance(m, Bars) and m.key == "marks")
    left, _, length, _ = bars.boxes[0].tolist()
    ((x, *_),) = lines_of(marks, "planned")
    assert (x - left) / length == pytest.approx(36.2 / 27.6)
    assert x <= BODY.right


def test_a_line_at_a_place_between_rows_stands_in_proportion() -> None:
    marks = full(line(note(x=(2007,), text="opens")))

    ((x1, _, x2, _),) = lines_of(marks, "opens")
    points = stroke_of(marks)
    width = points[-1][0] - points[0][0]
    assert x1 == x2 == pytest.approx(points[0][0] + width / 2)


def test_a_band_reaches_from_the_one_place_to_the_other_behind_the_line() -> None:
    marks = full(line(note(x=(2010, 2024), text="since")))

    points = stroke_of(marks)
    band = band_of(marks, "since")
    width = points[-1][0] - points[0][0]
    assert band.right == pytest.approx(points[-1][0])
    assert band.width == pytest.approx(width * 14 / 34)
    names = [mark.key for mark in marks]
    assert names.index("annotation/since/band") < names.index("lit")


def test_a_band_of_values_lies_across_lying_bars() -> None:
    marks = full(lying(note(y=(10, 20), text="fair")))

    (bars,) = (m for m in marks if isinstance(m, Bars) and m.key == "marks")
    unit = bars.boxes[0][2] / 27.6
    band = band_of(marks, "fair")
    assert band.width == pytest.approx(10 * unit)
    assert band.x - bars.boxes[0][0] == pytest.approx(10 * unit)


def test_a_note_leads_to_its_point_and_its_words_leave_the_line_in_sight() -> None:
    marks = full(line(note(x=(2019,), y=(45,), text="the peak")))

    (dot,) = (m for m in marks if isinstance(m, Points) and m.key.startswith("annotation/"))
    (leader,) = (m for m in marks if isinstance(m, Segments) and m.key.endswith("/leader"))
    (label,) = words_of(marks, "the peak")
    ink = text_ink(label)
    peak = min(stroke_of(marks)[:-1], key=lambda p: abs(p[0] - dot.places[0][0]))
    assert dot.places[0][:2].tolist() == pytest.approx(peak, abs=4)
    assert abs(leader.ends[0][0] - dot.places[0][0]) < 12
    assert not any(
        ink.left < x < ink.right and ink.top < y < ink.bottom for x, y in stroke_of(marks)
    )


def test_the_name_of_a_bar_alone_is_a_note_at_its_end() -> None:
    chart = Bar(
        data=WORKS, x=X, y=Y, direction="upright", annotations=(note(x=("Roads",), text="new"),)
    )

    marks = full(chart)

    (label,) = words_of(marks, "new")
    (value,) = (m for m in marks if isinstance(m, Figure) and m.key == "value/Roads")
    assert lines_of(marks, "new") == []
    assert label.y < value.y - 0.7 * value.style.size


def test_a_place_that_the_data_do_not_have_is_left_out() -> None:
    chart = line(note(x=(2031,), text="a"), note(x=("never",), text="b"), note(text="c"))

    assert keys(full(chart)) == keys(full(line()))


def test_lines_are_parted_where_words_stand() -> None:
    marks = full(lying(note(y=(30,), text="planned")))

    found = lines_of(marks, "planned")
    inks = [text_ink(mark) for mark in marks if isinstance(mark, Label)]
    assert len(found) >= 1
    assert not any(
        ink.left < x < ink.right and y1 < ink.bottom and ink.top < y2
        for x, y1, _, y2 in found
        for ink in inks
    )


def test_annotations_come_on_after_the_marks() -> None:
    chart = line(note(y=(60,), text="full"))

    scene = chart.plot(BODY, LANDSCAPE)

    end_s = line().plot(BODY, LANDSCAPE).entry_s
    early = [mark for mark in scene.at(0.5 * end_s) if mark.key.startswith("annotation/")]
    assert not any(map(is_seen, early))
    assert scene.entry_s > end_s


def test_the_same_annotation_has_the_same_keys_in_any_language_and_with_other_data() -> None:
    text = both("计划", "Planned")
    one = line(note(y=(60,), text=text))
    other = line(note(y=(60,), text=text), data=table((1990, 5), (2024, 50)))

    of_one, of_other = (
        {key for key in keys(marks) if key.startswith("annotation/")}
        for marks in (full(one), full(other, ENGLISH))
    )

    assert of_one == of_other
    assert "annotation/计划/words" in of_one


def test_emphasised_words_are_set_in_a_heavier_face() -> None:
    text = Text((("", "the second runway"),), (("", ((4, 10),)),))

    marks = full(line(note(y=(60,), text=text)))

    faces = {label.text: label.style.face for label in words_of(marks, "the second runway")}
    assert faces["second"] != faces["the "]


def test_what_is_written_first_has_its_words_where_there_is_no_room_for_all() -> None:
    many = [note(x=(2019,), y=(45,), text=f"number {count} of very many") for count in range(20)]

    marks = full(line(*many), box=Box(0, 0, 700, 260))

    assert words_of(marks, "number 0 of very many")
    assert not words_of(marks, "number 19 of very many")
    assert overlaps(marks) == []


def test_each_of_small_charts_has_its_line() -> None:
    data = table(("a", 1, "one"), ("b", 2, "one"), ("a", 3, "two"), ("b", 4, "two"))
    chart = Bar(data=data, x=X, y=Y, facet=Column("z"), annotations=(note(y=(5,), text="goal"),))

    marks = faceted(chart).plot(BODY, LANDSCAPE).full

    found = [mark.key for mark in marks if mark.key.startswith("annotation/goal/line")]
    assert found == ["annotation/goal/line·one", "annotation/goal/line·two"]


def test_what_has_left_the_window_of_time_is_not_drawn() -> None:
    data = table((0, 1), (100, 2), (200, 3), (300, 4))
    chart = replace(
        line(note(x=(50,), text="gone"), note(x=(250,), text="here"), data=data),
        window=Seconds(150.0),
    )

    marks = full(chart)

    assert lines_of(marks, "gone") == []
    assert len(lines_of(marks, "here")) == 1


def test_what_is_explored_takes_its_annotations_along() -> None:
    chart = replace(line(note(x=(2019,), text="peak")), explore=True)

    whole = chart.plot(BODY, LANDSCAPE)

    assert whole.explorable is not None
    ((x, *_),) = lines_of(whole.full, "peak")
    ((there, *_),) = lines_of(whole.explorable.at(0.0, 1.0), "peak")
    ((moved, *_),) = lines_of(whole.explorable.at(0.5, 1.0), "peak")
    assert x == pytest.approx(there)
    assert moved < x
    assert lines_of(whole.explorable.at(0.0, 0.5), "peak") == []


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        (Quantity(2007), 0.5),
        (Quantity(1990), 0.0),
        (Quantity(2041), 1.5),
        (plain("2024"), 1.0),
        (plain("opening"), None),
        (None, None),
    ],
)  # fmt: skip
def test_numbers_have_places_in_proportion(cell: Cell, share: float | None) -> None:
    places = places_of((Quantity(1990), None, Quantity(2024)), (0.0, None, 1.0))

    assert places.share(cell) == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        (plain("2024-07-01"), 182 / 366),
        (Quantity(2024), 0.0),
        (Quantity(2025), 1.0),
        (plain("soon"), None),
    ],
)  # fmt: skip
def test_times_have_places_in_proportion_and_a_number_is_a_year(
    cell: Cell, share: float | None
) -> None:
    places = places_of((plain("2024-01-01"), plain("2025-01-01")), (0.0, 1.0))

    found = places.share(cell)

    assert found == (None if share is None else pytest.approx(share))


def test_names_have_the_places_of_their_rows_in_any_language() -> None:
    places = places_of((both("汽车", "Cars"), both("电子", "Phones")), (0.0, 1.0))

    assert places.share(plain("Phones")) == 1.0
    assert places.share(plain("汽车")) == 0.0
    assert places.share(Quantity(2020)) is None


@st.composite
def charts(draw: st.DrawFn) -> PlaneChart:
    """Charts of any kind that can be written on, at their own places and at others."""
    kind = draw(st.sampled_from(KINDS))
    places = (
        st.floats(0, 40).map(Quantity)
        if kind is Scatter
        else st.integers(1990, 2030).map(lambda year: Quantity(float(year)))
    )
    rows = draw(st.lists(st.tuples(places, st.none() | quantities), min_size=1, max_size=12))
    data = Table(("x", "y"), tuple(rows))
    own = st.sampled_from([place for place, _ in rows]).map(lambda cell: AtPlace((cell,)))
    at_own = st.builds(replace, notes, x=own)
    found = draw(st.lists(notes | at_own, max_size=5))
    return draw(
        st.builds(
            kind, data=st.just(data), x=st.just(X), y=st.just(Y), annotations=st.just(tuple(found))
        )
    )


@settings(max_examples=150)
@given(charts(), boxes, settings_of_slides)
def test_annotations_keep_the_laws_of_charts(chart: PlaneChart, box: Box, setting: Setting) -> None:
    keeps_the_laws(chart, box, setting)


def test_a_stretch_of_a_timeline_goes_the_way_that_time_goes() -> None:
    chart = Timeline(
        data=table((1990, "first"), (2010, "last")), start=X, label=Y,
        annotations=(note(x=(1995, 2000), text="between"),),
    )  # fmt: skip

    across, down = (band_of(full(chart, *of), "between") for of in ((LANDSCAPE,), (PORTRAIT, TALL)))

    assert across.width == pytest.approx(BODY.width / 4, rel=0.05)
    assert across.x - BODY.x == pytest.approx(across.width, rel=0.1)
    assert down.height == pytest.approx(TALL.height / 4, rel=0.05)
    assert down.y - TALL.y == pytest.approx(down.height, rel=0.1)
    assert across.height > BODY.height / 2
    assert down.width > TALL.width / 2
