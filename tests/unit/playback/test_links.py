"""Links on slides: what leads where, and the way back."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.data.text import plain
from kiosk.elements.kinds.picture import PictureElement
from kiosk.geometry import Box, Point, Size
from kiosk.layouts.base import Parts
from kiosk.layouts.kinds.picture_left import PictureLeft
from kiosk.marks import Frame, Shape
from kiosk.options import FileChoice, SlideId
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Prepare
from kiosk.playback.events import (
    Broken,
    Commanded,
    Dragged,
    FollowLink,
    GoBack,
    GoHome,
    Next,
    OpenChapter,
    OpenSlide,
    Pressed,
    Previous,
    Released,
    SwitchLanguage,
)
from kiosk.playback.views.extents import common
from kiosk.playback.views.room import Target
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

PAGES = [LANDSCAPE, PORTRAIT, Size(1440, 1080), Size(2520, 1080)]


def linked(to: str = "b2", counts: tuple[int, ...] = (3, 3)) -> Show:
    """A show whose first slide has a chart that leads to `to`."""
    parts = Parts(title=plain("a1"), charts=(Dot(goto=SlideId(to), left=900.0),))
    return changed(show_of(*counts), "a1", parts=parts)


def visiting(show: Show, *late: str) -> Playing:
    """`show` with a visitor before its first slide, 2 s after the touch."""
    return at(after(after(playing(show, None, *late), Pressed(), 1.0), Released(), 1.1), 3.0)


def followed(show: Playing, *actions: FollowLink | GoBack | Next | Previous | OpenSlide) -> Playing:
    """`show` after those actions, each done when the one before is over."""
    for action in actions:
        now = show.state.acted + 2.0
        show = at(after(show, Commanded(action), now), now + 1.5)
    return show


def targets_of(show: Playing, page: Size = LANDSCAPE) -> dict[str, Target]:
    """What can be touched, by key."""
    compose = Composer(page, Ems())
    return {target.key: target for target in compose.targets(show.state, show.state.acted)}


def frame_of(show: Playing, now: float) -> Frame:
    """The frame of `show` at `now`."""
    return Composer(LANDSCAPE, Ems()).frame(at(show, now).state, now)


def layers_of(frame: Frame) -> list[str]:
    """The keys of the layers of the slide."""
    return [layer.key for layer in frame.sheets[0].layers]


# --- where links lead ---------------------------------------------------------------------------


def test_a_touch_on_an_element_with_a_link_goes_to_its_slide_within_a_touch_turn() -> None:
    show = visiting(linked())
    target = targets_of(show)["goto-chart"]

    touched = after(after(show, Pressed(target.key, target.action), 4.0), Released(), 4.1)

    assert touched.state.turn is not None
    assert touched.state.turn.plan.duration_s == 0.3
    assert at(touched, 4.41).state.view.id == "b2"


def test_what_a_link_leads_to_is_prepared_before_it_is_touched() -> None:
    show = visiting(linked())

    last = [effect for _, effect in show.said if isinstance(effect, Prepare)][-1]

    assert "b2" in [wanted.slide for wanted in last.views]


def test_the_slide_that_back_leads_to_is_prepared() -> None:
    show = followed(visiting(linked()), FollowLink("b2"))

    last = [effect for _, effect in show.said if isinstance(effect, Prepare)][-1]

    assert "a1" in [wanted.slide for wanted in last.views]


def test_a_link_that_is_not_ready_is_followed_as_soon_as_it_is() -> None:
    show = visiting(linked(), "b2")

    waiting = after(show, Commanded(FollowLink("b2")), 4.0)

    assert waiting.state.view.id == "a1"
    assert waiting.state.wish is not None
    assert waiting.state.wish.to.trail == ("a1",)


# --- the way back -------------------------------------------------------------------------------


def test_back_leads_to_where_the_link_was_touched() -> None:
    show = followed(visiting(linked()), FollowLink("b2"), GoBack())

    assert show.slide == "a1"
    assert show.state.view.trail == ()


def test_back_goes_the_way_of_several_links_one_by_one() -> None:
    show = followed(visiting(linked()), FollowLink("b2"), FollowLink("a3"), FollowLink("b1"))

    places = []
    for _ in range(3):
        show = followed(show, GoBack())
        places.append(show.slide)

    assert places == ["a3", "b2", "a1"]


def test_back_still_leads_to_the_link_after_turning_pages_and_switching_the_language() -> None:
    show = followed(visiting(linked()), FollowLink("b1"), Next())
    show = after(show, Commanded(SwitchLanguage()), show.state.acted + 1.0)

    back = followed(show, GoBack())

    assert back.slide == "a1"
    assert back.state.view.look.language == "en"


def test_a_page_pulled_by_a_finger_keeps_the_way_back() -> None:
    show = followed(visiting(linked()), FollowLink("b1"))
    now = show.state.acted

    for event in (Pressed(), Dragged(-0.5), Released(-1.0, is_tap=False)):
        show = after(show, event, now)

    assert at(show, now + 1.0).slide == "b2"
    assert at(show, now + 1.0).state.view.trail == ("a1",)


def test_somebody_who_turned_back_to_the_link_by_hand_needs_no_back() -> None:
    show = followed(visiting(linked("a2")), FollowLink("a2"), Previous())

    assert show.slide == "a1"
    assert "back" not in targets_of(show)


@pytest.mark.parametrize(
    "action", [GoHome(), OpenSlide("b3"), OpenChapter(1, Box(0.0, 0.0, 100.0, 100.0))]
)
def test_who_goes_another_way_has_no_way_back(action: GoHome | OpenSlide | OpenChapter) -> None:
    show = followed(visiting(linked("a2")), FollowLink("a2"))

    gone = at(after(show, Commanded(action), show.state.acted), show.state.acted + 2.0)

    assert gone.state.view.trail == ()


def test_leaving_forgets_the_way_back() -> None:
    show = followed(visiting(linked("a3")), FollowLink("a3"))

    left = at(show, show.state.touched + 45.0 + 20.0 + 2.0)

    assert left.state.mode == "loop"
    assert left.state.view.trail == ()


def test_a_slide_that_broke_meanwhile_is_passed_over_on_the_way_back() -> None:
    show = followed(visiting(linked()), FollowLink("b2"), FollowLink("b3"))

    back = followed(after(show, Broken("b2"), show.state.acted), GoBack())

    assert back.slide == "a1"


def test_links_in_a_circle_are_remembered_no_further_than_anybody_goes_back() -> None:
    show = visiting(linked("a2"))

    for _ in range(20):
        show = followed(show, FollowLink("a2"), FollowLink("a1"))

    assert len(show.state.view.trail) == 12


def test_a_link_to_the_slide_itself_or_to_none_leads_nowhere() -> None:
    show = visiting(linked())

    assert after(show, Commanded(FollowLink("a1")), 4.0).state.turn is None
    assert after(show, Commanded(FollowLink("z9")), 4.0).state.turn is None
    assert after(show, Commanded(GoBack()), 4.0).state.turn is None


# --- what is seen of them -----------------------------------------------------------------------


def test_a_link_is_offered_in_a_visit_and_not_in_the_loop() -> None:
    show = playing(linked())

    in_loop, in_visit = frame_of(show, 0.9), frame_of(visiting(linked()), 3.0)

    assert "goto-chart" not in layers_of(in_loop)
    assert "goto-chart" in layers_of(in_visit)


def test_a_link_to_a_slide_that_is_away_is_not_offered() -> None:
    hidden = visiting(changed(linked(), "b2", is_hidden=True))
    broken = visiting(linked())
    broken = after(broken, Broken("b2"), 3.5)

    for show in (hidden, broken):
        assert "goto-chart" not in targets_of(show)
        assert "goto-chart" not in layers_of(frame_of(show, 4.0))


def test_what_a_slide_itself_offers_can_be_asked_for_without_a_visit() -> None:
    show = visiting(linked())
    view = show.state.view

    (own,) = Composer(LANDSCAPE, Ems()).spots(view.show, view.id, view.look)

    assert own == targets_of(show)["goto-chart"]


def test_the_disc_of_a_pressed_link_is_filled_in_the_next_frame() -> None:
    show = after(visiting(linked()), Pressed("goto-chart", FollowLink("b2")), 4.0)

    frame = frame_of(show, 4.0)
    disc = next(layer for layer in frame.sheets[0].layers if layer.key == "goto-chart").marks[0]

    assert isinstance(disc, Shape)
    assert disc.fill == show.state.show.themes["dusk"].accent(0)


def test_the_disc_moves_with_its_page() -> None:
    show = after(after(visiting(linked()), Pressed(), 4.0), Dragged(-0.2), 4.1)

    frame = frame_of(show, 4.1)

    assert frame.sheets[0].pose.dx < 0
    assert "goto-chart" in layers_of(frame)


def test_back_is_there_after_a_link_alone() -> None:
    before = visiting(linked())
    after_link = followed(before, FollowLink("b2"))

    chrome = frame_of(after_link, after_link.state.acted).sheets[-1]

    assert "back" not in targets_of(before)
    assert targets_of(after_link)["back"].action == GoBack()
    assert "back" in [layer.key for layer in chrome.layers]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("screen_in", [32.0, 43.0, 65.0])
@pytest.mark.parametrize("counts", [(3, 3), (1,) * 7])
def test_with_links_and_a_way_back_targets_are_large_enough_and_never_overlap(
    page: Size, screen_in: float, counts: tuple[int, ...]
) -> None:
    show = changed(linked("b1", counts), "b1", parts=linked("a1").slide("a1").parts)
    visit = followed(visiting(replace(show, screen_in=screen_in)), FollowLink("b1"))
    px_per_mm = (1920**2 + 1080**2) ** 0.5 / (screen_in * 25.4)

    targets = list(targets_of(visit, page).values())

    assert {"back", "goto-chart"} <= {target.key for target in targets}
    for target in targets:
        assert min(target.box.width, target.box.height) >= 20 * px_per_mm - 0.01, target
        assert target.box.x >= 0
        assert target.box.right <= page.width
    for one, other in combinations(targets, 2):
        shared = common(one.box, other.box)
        assert shared is None or min(shared.width, shared.height) < 0.01, (one, other)


@pytest.mark.parametrize("page", PAGES)
def test_the_whole_picture_leads_on_and_its_disc_lies_in_its_corner(page: Size) -> None:
    picture = PictureElement(file=FileChoice((("", "a.jpg"),)), goto=SlideId("a2"))
    parts = Parts(title=plain("a1"), picture=picture)
    show = visiting(changed(show_of(2), "a1", parts=parts, layout=PictureLeft()))
    compose = Composer(page, Ems())

    target = compose.target_at(show.state, Point(100.0, 100.0), 3.0)

    assert target is not None
    assert target.action == FollowLink("a2")
    disc = next(
        layer.marks[0]
        for layer in compose.frame(show.state, 3.0).sheets[0].layers
        if layer.key == "goto-picture"
    )
    assert isinstance(disc, Shape)
    assert target.box.holds(Point(disc.x, disc.y))


def test_a_link_that_is_dragged_away_from_is_not_pressed_any_more() -> None:
    last = changed(show_of(2), "a2", parts=linked("a1").slide("a1").parts)
    visit = followed(visiting(last), Next())
    pressed = after(visit, Pressed("goto-chart", FollowLink("a1")), 8.0)

    dragged = after(pressed, Dragged(-0.1), 8.1)

    slide = frame_of(dragged, 8.1).sheets[-2]
    disc = next(layer for layer in slide.layers if layer.key == "goto-chart").marks[0]
    assert isinstance(disc, Shape)
    assert dragged.state.pull is not None
    assert disc.fill != dragged.state.show.themes["dusk"].accent(0)
