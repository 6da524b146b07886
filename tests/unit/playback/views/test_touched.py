"""A touch on a chart: which mark it means, what that tells, and that the others are quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.batches import Points, Sectors, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.reading import Reading
from kiosk.data.quantity import Quantity
from kiosk.data.text import plain
from kiosk.geometry import Box, Point
from kiosk.layouts.base import Parts
from kiosk.marks import Frame, Label
from kiosk.motion.scene import Scene
from kiosk.playback.compose import Composer
from kiosk.playback.events import Commanded, Next, Pressed, Released
from kiosk.show.model import Show
from kiosk.typesetting.setting import Setting
from kiosk.values import dataclass
from tests.unit.playback.shows import LANDSCAPE, Ems, Playing, after, at, changed, playing, show_of

if TYPE_CHECKING:
    from kiosk.batches import Floats

ON_RING, IN_HOLE, ON_DOT = Point(760.0, 500.0), Point(600.0, 500.0), Point(1300.0, 500.0)
ON_LEGEND = Point(1220.0, 290.0)


@dataclass(frozen=True, kw_only=True)
class Marks(Chart):
    """Two halves of a ring around 600, 500, and two small dots on the right, of a series."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        del box
        halves = _rows(*((600.0, 500.0, 100.0, 200.0, start, start + 0.5) for start in (0.0, 0.5)))
        dots = _rows((1300.0, 500.0, 10.0), (1500.0, 500.0, 10.0))
        inks = fours([setting.accent] * 2)
        style, ink = setting.style("body"), setting.theme.text
        marks = (
            Sectors("marks", ("mark/a", "mark/b"), halves, inks),
            Points(
                "dots",
                ("dot/c", "dot/d"),
                dots,
                inks,
            ),
            Label("name/b", "b", 300.0, 500.0, style, ink),
            Label("tick/1", "1", 200.0, 800.0, style, ink),
            Label("legend/s", "series", 1200.0, 300.0, style, ink),
        )
        return Scene(marks, marks)

    def readings(self) -> dict[str, Reading]:
        told = {f"mark/{name}": Reading(plain(name), Quantity(7.0)) for name in "ab"}
        dots = {f"dot/{n}": Reading(plain(n), Quantity(3.0), plain("s")) for n in "cd"}
        return told | dots


def _rows(*rows: tuple[float, ...]) -> Floats:
    flat = column(number for row in rows for number in row)
    return flat.reshape(len(rows), -1)


def visiting(show: Show | None = None) -> Playing:
    """A visitor before a slide with that chart."""
    parts = Parts(title=plain("题"), charts=(Marks(),))
    show = show or changed(show_of(3), "a1", parts=parts)
    return at(after(after(playing(show), Pressed(), 1.0), Released(), 1.1), 4.0)


def tapped(show: Playing, point: Point, now: float) -> Playing:
    target = Composer(LANDSCAPE, Ems()).target_at(show.state, point, now)
    pressed = Pressed() if target is None else Pressed(target.key, target.action)
    return at(after(after(show, pressed, now), Released(), now + 0.05), now + 0.5)


def frame_at(show: Playing, now: float) -> Frame:
    return Composer(LANDSCAPE, Ems()).frame(show.state, now)


def said(show: Playing, now: float) -> list[str]:
    """What stands in the note."""
    layers = [
        la for sheet in frame_at(show, now).sheets if sheet.key == "note" for la in sheet.layers
    ]
    return [mark.text for la in layers for mark in la.marks if isinstance(mark, Label)]


def opacities(show: Playing, now: float) -> dict[str, float]:
    """How opaque each row and label of the chart is."""
    found: dict[str, float] = {}
    for layer in frame_at(show, now).sheets[0].layers:
        for mark in layer.marks:
            if isinstance(mark, Sectors | Points):
                found |= dict(zip(mark.keys, mark.fill[:, 3].tolist(), strict=True))
            elif layer.key == "chart" and isinstance(mark, Label):
                found[mark.key] = mark.opacity
    return found


def test_a_touch_on_a_mark_tells_its_value_and_its_name() -> None:
    assert said(tapped(visiting(), ON_RING, 4.5), 5.0) == ["7", "A"]


@pytest.mark.parametrize("x", [1300.0, 1320.0])
def test_a_finger_means_a_dot_that_is_smaller_than_itself(x: float) -> None:
    assert said(tapped(visiting(), Point(x, 500.0), 4.5), 5.0) == ["3", "C·s"]


@pytest.mark.parametrize("point", [IN_HOLE, Point(1400.0, 500.0), Point(200.0, 795.0)])
def test_a_touch_beside_the_marks_tells_nothing(point: Point) -> None:
    show = visiting()

    assert Composer(LANDSCAPE, Ems()).target_at(show.state, point, 4.5) is None


def test_the_other_marks_are_quiet_while_the_note_is_open_and_the_axis_stays() -> None:
    seen = opacities(tapped(visiting(), ON_RING, 4.5), 5.0)

    assert (seen["mark/a"], seen["tick/1"]) == (1.0, 1.0)
    assert seen["mark/b"] == seen["name/b"] == seen["dot/c"] == pytest.approx(0.25)


def test_an_entry_of_the_legend_isolates_its_series_and_again_releases_it() -> None:
    one = tapped(visiting(), ON_LEGEND, 4.5)
    again = tapped(one, ON_LEGEND, 6.0)

    isolated = opacities(one, 5.0)
    assert said(one, 5.0) == []
    assert (isolated["dot/c"], isolated["dot/d"], isolated["legend/s"]) == (1.0, 1.0, 1.0)
    assert isolated["mark/a"] == pytest.approx(0.25)
    assert set(opacities(again, 6.5).values()) == {1.0}


def test_all_stands_out_again_on_the_next_slide_and_when_the_visitor_has_left() -> None:
    show = tapped(visiting(), ON_LEGEND, 4.5)

    there = at(after(show, Commanded(Next()), 5.0), 6.0)
    left = at(show, 4.5 + 45.0 + 20.0 + 3.0)

    assert there.state.note is None
    assert left.state.mode == "loop"
    assert left.state.note is None


def test_the_loop_has_no_marks_to_touch() -> None:
    show = changed(show_of(3), "a1", parts=Parts(charts=(Marks(),)))

    assert Composer(LANDSCAPE, Ems()).target_at(playing(show).state, ON_DOT, 2.0) is None


def test_while_steps_are_to_come_a_touch_on_a_mark_tells_and_one_elsewhere_goes_on() -> None:
    parts = Parts(charts=(Marks(),))
    show = changed(changed(show_of(3), "a1", parts=parts), "a2", of="a1", parts=parts)

    told = tapped(visiting(show), ON_DOT, 4.5)
    closed = tapped(told, IN_HOLE, 6.0)
    gone_on = tapped(closed, IN_HOLE, 8.0)

    assert (told.slide, said(told, 5.0)) == ("a1", ["3", "C·s"])
    assert (closed.slide, closed.state.note) == ("a1", None)
    assert gone_on.slide == "a2"
