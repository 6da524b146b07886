"""Steps of a slide: the loop takes them by time, visitors by touch, and all of the slide morphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.batches import Bars
from kiosk.charts.facets import faceted
from kiosk.charts.kinds.bar import Bar
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import plain
from kiosk.layouts.base import Parts
from kiosk.marks import Frame, Label, Shape
from kiosk.options import Column
from kiosk.playback.compose import Composer
from kiosk.playback.events import Action, Commanded, Next, OpenSlide, Pressed, Previous, Released
from kiosk.playback.look import Look
from kiosk.playback.order import next_step
from kiosk.playback.seek import seek, seek_by_time
from kiosk.playback.state import Options, State
from kiosk.show.model import Show
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Dot,
    Ems,
    Playing,
    after,
    at,
    changed,
    playing,
    show_of,
)

QUIET = Options(look=Look(is_calm=True))


def stepped(**fields: object) -> Show:
    """A show of `a1`, its steps `a1.1` and `a1.2`, and `a4`; the dot goes to the right."""
    show = show_of(4)
    for place, slide in enumerate(show.slides):
        parts = replace(slide.parts, charts=(Dot(left=100.0 + 200.0 * place),))
        show = changed(show, slide.id, parts=parts)
    first = show.slide("a1").parts
    for number, name in enumerate(("a2", "a3"), 1):
        show = changed(show, name, id=f"a1.{number}", of="a1", known=first, **fields)
    return show


def visiting(show: Show, slide: str) -> Playing:
    """A visitor who has just opened that slide."""
    woken = after(after(playing(show), Pressed(), 0.1), Released(), 0.2)
    opened = after(woken, Commanded(OpenSlide(slide)), 1.0)
    return at(opened, 3.0)


def tapped(show: Playing, now: float) -> Playing:
    """A tap where there is nothing to touch."""
    return at(after(after(show, Pressed(), now), Released(), now + 0.1), now + 2.0)


def test_the_loop_takes_the_steps_of_a_slide_by_time() -> None:
    show = at(playing(stepped()), 23.0)

    assert show.shown[:5] == ("a1", "a1.1", "a1.2", "a4")


def test_a_step_stays_until_what_is_new_in_it_is_read_and_does_not_wait_for_an_entry() -> None:
    show = stepped(stay_s=None)
    parts = Parts(title=plain("a1"), text=plain("three words more"))
    show = changed(changed(show, "a1.1", parts=parts), "a1", stay_s=1.0)

    there = at(playing(show), 1.8)

    assert there.slide == "a1.1"
    assert there.state.view.stay_s == pytest.approx(3 + 3 / 3.3)


def test_forward_and_back_go_step_by_step_and_then_to_the_next_slide() -> None:
    show = visiting(stepped(), "a1")
    seen = []
    actions: tuple[Action, ...] = (Next(), Next(), Next(), Previous(), Previous())
    for place, action in enumerate(actions):
        show = at(after(show, Commanded(action), 4.0 + 3 * place), 6.0 + 3 * place)
        seen.append(show.slide)

    assert seen == ["a1.1", "a1.2", "a4", "a1.2", "a1.1"]


def test_a_tap_on_the_slide_is_one_step_on_and_after_the_last_nothing() -> None:
    first = tapped(visiting(stepped(), "a1"), 5.0)
    second = tapped(first, 8.0)
    third = tapped(second, 11.0)

    assert (first.slide, second.slide, third.slide) == ("a1.1", "a1.2", "a1.2")


def test_when_a_visitor_leaves_the_loop_goes_on_with_the_next_slide_and_not_within_one() -> None:
    left = at(visiting(stepped(), "a1.1"), 3.0 + 45.0 + 20.0 + 1.0)

    assert left.state.mode == "loop"
    assert left.slide == "a4"


def test_between_steps_what_is_the_same_stands_and_the_rest_travels_in_one_sheet() -> None:
    show = stepped()
    composer = Composer(LANDSCAPE, Ems())
    turning = at(playing(show), 5.4)
    assert turning.state.turn is not None

    frame = composer.frame(turning.state, 5.4)

    slide = frame.sheets[0]
    marks = {mark.key: mark for layer in slide.layers for mark in layer.marks}
    dot, mark = marks["dot"], marks["mark"]
    assert isinstance(dot, Shape)
    assert isinstance(mark, Label)
    assert 100.0 < dot.x < 300.0
    assert dot.scale == 1.0
    assert mark.opacity == 1.0
    assert [sheet.key for sheet in frame.sheets if sheet.ground is not None] == [slide.key]


def test_who_wants_no_motion_sees_steps_dissolve() -> None:
    composer = Composer(LANDSCAPE, Ems())
    turning = at(playing(stepped(), QUIET), 5.2)
    assert turning.state.turn is not None

    frame = composer.frame(turning.state, 5.2)

    assert len([sheet for sheet in frame.sheets if sheet.ground is not None]) == 2


def test_what_has_morphed_into_a_step_is_not_entered_again() -> None:
    composer = Composer(LANDSCAPE, Ems())

    frame = composer.frame(seek(stepped(), "a1.1", 0.0), 0.0)

    assert dot_in(frame).scale == 1.0


@pytest.mark.parametrize("t", [0.3, 4.9, 5.0, 5.4, 5.8, 9.0, 10.9, 11.3, 30.0])
def test_a_time_of_a_slide_is_sought_in_its_steps_as_they_are_played(t: float) -> None:
    show = changed(changed(stepped(), "a4", in_loop=False), "a1.2", stay_s=60.0)
    composer = Composer(LANDSCAPE, Ems())
    played = at(playing(show), t)

    state, now = seek_by_time(show, "a1", t, lambda _: 1.0, Options())

    sought = composer.frame(state, now)
    assert dot_in(composer.frame(played.state, t)).x == pytest.approx(dot_in(sought).x)
    assert dot_in(composer.frame(played.state, t)).scale == pytest.approx(dot_in(sought).scale)


def test_the_next_step_is_none_after_the_last_and_on_a_slide_without() -> None:
    show = stepped()

    steps = [next_step(seek(show, slide.id, 0.0)) for slide in show.slides]

    assert steps == ["a1.1", "a1.2", None, None]


@pytest.mark.parametrize(("slide", "reached"), [("a1", 1), ("a1.1", 2), ("a1.2", 3), ("a4", 0)])
def test_a_visitor_sees_how_many_steps_there_are_and_which_are_still_to_come(
    slide: str, reached: int
) -> None:
    composer = Composer(LANDSCAPE, Ems())

    frame = composer.frame(visit_at(stepped(), slide), 0.0)

    dots = [mark for mark in shapes_in(frame) if mark.key.startswith("step-")]
    assert len(dots) == (3 if reached else 0)
    assert [dot.fill is not None for dot in dots] == [n < reached for n in range(len(dots))]


def test_the_sign_of_the_steps_keeps_clear_of_the_buttons_however_many_there_are() -> None:
    show = show_of(40)
    for number in range(1, 40):
        show = changed(show, f"a{number + 1}", of="a1")
    composer = Composer(PORTRAIT, Ems())

    shapes = {mark.key: mark for mark in shapes_in(composer.frame(visit_at(show, "a1"), 0.0))}

    dots = [mark for key, mark in shapes.items() if key.startswith("step-")]
    assert len(dots) == 40
    assert shapes["previous"].x + 32 < dots[0].x < dots[-1].x < shapes["next"].x - 32


def test_small_charts_travel_from_step_to_step_and_those_left_out_go() -> None:
    def small(*rows: tuple[str, str, float]) -> Parts:
        cells = tuple((plain(city), plain(what), Quantity(n)) for city, what, n in rows)
        data = Table(("city", "what", "n"), cells)
        bar = Bar(data=data, x=Column("what"), y=Column("n"), facet=Column("city"))
        return Parts(title=plain("a1"), charts=(faceted(bar),))

    north, south = ("north", "cars", 4.0), ("south", "cars", 2.0)
    show = changed(stepped(), "a1", parts=small(north, south))
    show = changed(show, "a1.1", parts=small(("north", "cars", 4.0)))
    composer = Composer(LANDSCAPE, Ems())

    turning = at(playing(show), 5.3)
    before, midway, after_it = (
        bars_in(composer.frame(state, t))
        for state, t in (
            (seek(show, "a1", 4.0), 0.0),
            (turning.state, 5.3),
            (seek(show, "a1.1", 4.0), 0.0),
        )
    )

    wide = [bars["mark/cars·north"] for bars in (before, midway, after_it)]
    assert wide[0] < wide[1] < wide[2]
    assert "mark/cars·south" in before
    assert "mark/cars·south" in midway
    assert "mark/cars·south" not in after_it


def bars_in(frame: Frame) -> dict[str, float]:
    """The widths of all bars."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    return {
        key: box[2]
        for mark in marks
        if isinstance(mark, Bars)
        for key, box in zip(mark.keys, mark.boxes.tolist(), strict=True)
    }


def visit_at(show: Show, slide: str) -> State:
    """A visitor before that slide, long after it has come on."""
    return seek(show, slide, 9.0, mode="visit")


def shapes_in(frame: Frame) -> list[Shape]:
    """All outlines on the page."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    return [mark for mark in marks if isinstance(mark, Shape)]


def dot_in(frame: Frame) -> Shape:
    """The slide's dot."""
    return next(mark for mark in shapes_in(frame) if mark.key == "dot")
