"""A touch on a figure tells what it is, and any other touch puts that away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import Text, plain
from kiosk.geometry import Point
from kiosk.layouts.base import Parts
from kiosk.layouts.kinds.big_number import BigNumber
from kiosk.marks import Label, Shape
from kiosk.options import SlideId
from kiosk.playback.compose import Composer
from kiosk.playback.events import (
    CloseStrip,
    Commanded,
    Dragged,
    FollowLink,
    GoHome,
    Next,
    OpenAccess,
    OpenNote,
    OpenStrip,
    Pressed,
    Released,
    SwitchLanguage,
    TakenOver,
)
from kiosk.playback.touch.keys import typed
from kiosk.playback.views.extents import common
from kiosk.show.model import Show
from tests.unit.playback.shows import LANDSCAPE, Ems, Playing, after, at, changed, playing, show_of

PARKS = Quantity(
    300.0, unit=Unit(Text((("zh", "个"), ("en", "parks")))), bound="over",
    period=Text((("zh", "2024年"), ("en", "in 2024"))),
    about=Text((("zh", "城市公园"), ("en", "city parks"))),
    source=Text((("zh", "报道"), ("en", "a report"))),
)  # fmt: skip
FIGURE = "figure-number-1"
NOTE = OpenNote(FIGURE)


def telling(goto: str = "") -> Show:
    """A show whose first slide has a number of which more is known."""
    parts = Parts(title=plain("题"), number=Number(value=PARKS, goto=SlideId(goto)))
    return changed(show_of(3), "a1", parts=parts, layout=BigNumber())


def visiting(show: Show | None = None) -> Playing:
    """A visitor before the first slide, 3 s after the touch."""
    return at(after(after(playing(show or telling()), Pressed(), 1.0), Released(), 1.1), 4.0)


def tapped(show: Playing, point: Point, now: float) -> Playing:
    """`show` after a touch there and whatever it opens."""
    target = Composer(LANDSCAPE, Ems()).target_at(show.state, point, now)
    pressed = Pressed() if target is None else Pressed(target.key, target.action)
    return at(after(after(show, pressed, now), Released(), now + 0.05), now + 0.5)


def opened() -> Playing:
    """The note is open, 5 s after the start."""
    return tapped(visiting(), Point(300.0, 400.0), 4.5)


def said(show: Playing, now: float) -> list[str]:
    """What stands in the note at `now`, as far as it is open."""
    frame = Composer(LANDSCAPE, Ems()).frame(show.state, now)
    return [
        mark.text
        for sheet in frame.sheets
        if sheet.key == "note"
        for layer in sheet.layers
        for mark in layer.marks
        if isinstance(mark, Label)
    ]


def test_a_touch_on_a_figure_tells_its_name_period_and_source() -> None:
    show = opened()

    assert said(show, 5.0) == ["超过300个", "城市公园", "2024年", "来源：报道"]


def test_the_note_is_in_the_visitors_language() -> None:
    show = visiting()
    show = at(after(show, Commanded(SwitchLanguage()), 4.1), 5.0)

    assert said(tapped(show, Point(300.0, 400.0), 6.0), 6.5) == [
        "More than 300 parks", "City parks", "In 2024", "Source: a report",
    ]  # fmt: skip


def test_the_touched_figure_is_underlined_in_the_next_frame() -> None:
    show = after(visiting(), Pressed(FIGURE, NOTE), 5.0)

    frame = Composer(LANDSCAPE, Ems()).frame(show.state, 5.0)
    (line,) = next(layer for layer in frame.sheets[0].layers if layer.key == FIGURE).marks

    assert isinstance(line, Shape)
    assert line.stroke == show.state.show.themes["dusk"].accent(0)


@pytest.mark.parametrize("x", [300.0, 1000.0])
def test_a_second_touch_on_the_figure_or_one_anywhere_closes_the_note(x: float) -> None:
    show = opened()
    assert said(show, 5.0)

    show = tapped(show, Point(x, 400.0), 6.0)

    assert said(show, 6.5) == []
    assert show.state.note is None
    assert show.slide == "a1"


def test_a_touch_on_a_button_closes_the_note_and_does_what_it_says() -> None:
    show = opened()

    turned = at(after(show, Commanded(Next()), 6.0), 7.0)

    assert turned.slide == "a2"
    assert turned.state.note is None


@pytest.mark.parametrize("action", [GoHome(), OpenStrip(0), OpenAccess(), CloseStrip()])
def test_whatever_opens_or_comes_next_closes_the_note(
    action: GoHome | OpenStrip | OpenAccess | CloseStrip,
) -> None:
    show = at(after(opened(), Commanded(action), 6.0), 7.5)

    assert said(show, 7.5) == []
    assert show.state.note is None


def test_escape_closes_the_note() -> None:
    show = opened()

    assert typed(show.state, "escape", (), lambda _focus, _way: None) == (Commanded(CloseStrip()),)


def test_a_finger_that_takes_hold_of_the_page_closes_the_note() -> None:
    show = after(after(opened(), Pressed(), 6.0), Dragged(-0.1), 6.1)

    assert show.state.note is not None
    assert show.state.note.share.end == 0.0


def test_leaving_closes_the_note() -> None:
    show = opened()

    assert said(show, 44.0)
    assert said(at(show, show.state.touched + 45.5), show.state.touched + 45.5) == []
    assert at(show, show.state.touched + 45.0 + 20.0 + 2.0).state.note is None


def test_another_show_closes_the_note() -> None:
    show = after(opened(), TakenOver(telling(), in_place=False), 6.0)

    assert show.state.note is None


def test_in_place_the_note_stays_open_until_its_own_slide_is_edited() -> None:
    slide = telling().slides[0].id

    elsewhere = after(opened(), TakenOver(replace(telling(), idle_s=20.0)), 6.0)
    here = after(opened(), TakenOver(changed(telling(), slide, notes=plain("new"))), 6.0)

    assert said(elsewhere, 6.0) == said(opened(), 6.0)
    assert here.state.note is None


def test_what_lies_under_the_note_cannot_be_touched_and_its_own_figure_can() -> None:
    show = opened()
    compose = Composer(LANDSCAPE, Ems())
    note = next(s for s in compose.frame(show.state, 5.0).sheets if s.key == "note")
    panel = next(layer for layer in note.layers if layer.key == "panel").marks[0]
    assert isinstance(panel, Shape)

    targets = compose.targets(show.state, 5.0)

    assert FIGURE in {target.key for target in targets}
    assert not any(target.box.holds(Point(panel.x, panel.y)) for target in targets)


def test_the_loop_has_no_figures_to_touch() -> None:
    show = playing(telling())

    assert Composer(LANDSCAPE, Ems()).targets(at(show, 2.0).state, 2.0) == ()
    frame = Composer(LANDSCAPE, Ems()).frame(at(show, 2.0).state, 2.0)
    assert not [one for one in frame.sheets[0].layers if one.key.startswith("figure-")]


def test_a_number_that_also_leads_to_a_slide_does_so_by_its_arrow() -> None:
    show = visiting(telling("a3"))

    targets = {target.key: target for target in Composer(LANDSCAPE, Ems()).targets(show.state, 4.0)}

    assert targets[FIGURE].action == NOTE
    assert targets["goto-number"].action == FollowLink("a3")
    assert common(targets[FIGURE].box, targets["goto-number"].box) is None


def test_without_facts_nothing_is_told() -> None:
    parts = Parts(title=plain("题"), number=Number(value=replace(Quantity(300.0), decimals=0)))
    show = visiting(changed(show_of(3), "a1", parts=parts, layout=BigNumber()))

    keys = [target.key for target in Composer(LANDSCAPE, Ems()).targets(show.state, 4.0)]

    assert not [key for key in keys if key.startswith("figure-")]
