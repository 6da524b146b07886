"""Where an action leads from a state, and by which way; what has to be ready for what may come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kiosk.layouts.named import elements_of
from kiosk.playback.access import adjusted, wishes
from kiosk.playback.effects import Prepare, Wanted
from kiosk.playback.events import (
    Adjust,
    CloseStrip,
    Explore,
    FollowLink,
    GoBack,
    GoHome,
    Next,
    OpenAccess,
    OpenChapter,
    OpenNote,
    OpenSlide,
    OpenStaff,
    OpenStrip,
    Previous,
    SwitchLanguage,
)
from kiosk.playback.look import look_in
from kiosk.playback.order import neighbour, next_in_loop, visit_ids
from kiosk.playback.sharing import is_step, shared_keys
from kiosk.playback.state import HOME, NIGHT, NO_SLIDES, STRIP, Plan, State, View
from kiosk.show.model import Turn
from kiosk.show.reading import reading_s

if TYPE_CHECKING:
    from kiosk.playback.events import Action
    from kiosk.playback.look import Look
    from kiosk.show.model import Show

TOUCH_TURN = Turn("push", 0.3)  # after a touch
HOME_TURN = Turn("dissolve", 0.3)
STEP_TURN = Turn("dissolve", 0.8)  # to a step of the same slide, or where a chart is morphed into
CALM_TURN = Turn("dissolve", 0.3)  # every one, where nothing is to move
CHAPTER_TURN = Turn("widen", 0.7)
NIGHT_TURN = Turn("dissolve", 2.0)  # into the night and out of it
RETURN_TURN = Turn("dissolve", 0.8)  # back to the attract loop
SHORTEST_STAY_S = 1.0
LONGEST_TRAIL = 12  # links that a visitor can go back on


def default_look(state: State) -> Look:
    """The look of the attract loop, which visits begin with."""
    return look_in(state.show, state.options.look)


def view_of(state: State, slide: str, look: Look) -> View:
    """The view of a slide, home or the night at the start of its clock, in the show played."""
    view = View(state.show, slide, look)
    view = replace(view, live=state.live_of(view.wanted))
    if slide == NIGHT and state.wall is not None:
        return replace(view, opens=state.wall.opens)
    entry_s = state.entry_of(view.wanted) or 0.0
    return replace(view, stay_s=stay_s(state.show, slide, look.language, entry_s))


def stay_s(show: Show, slide_id: str, language: str, entry_s: float) -> float:
    """How long a slide stays in the loop: as its author says, else reading time and entry."""
    if slide_id in NO_SLIDES:
        return 0.0
    slide = show.slide(slide_id)
    if slide.stay_s is not None:
        return max(SHORTEST_STAY_S, slide.stay_s)
    read_s = reading_s(slide.parts, language, slide.known)
    return read_s if slide.of else read_s + entry_s  # a step has come with its turn


def plan_for(state: State, action: Action) -> Plan | None:
    """The way `action` leads; None when it leads nowhere, or only opens or closes an overlay."""
    match action:
        case Next() | Previous():
            return _to_neighbour(state, 1 if isinstance(action, Next) else -1)
        case GoHome():
            return entrance(state)
        case OpenChapter():
            return _into_chapter(state, action)
        case OpenSlide(slide):
            return _to_slide(state, slide)
        case FollowLink() | GoBack():
            return _by_link(state, action)
        case SwitchLanguage() | Adjust():
            return _to_other_look(state, action)
        case OpenStrip() | CloseStrip() | OpenAccess() | OpenNote() | OpenStaff() | Explore():
            return None
    assert_never(action)


def entrance(state: State) -> Plan | None:
    """The way to where visits begin; None when it leads nowhere.

    That is the home view, or in a show without one its first slide.
    """
    first = entrance_id(state)
    return None if state.heading.id == first else _plan(state, first, HOME_TURN, -1)


def entrance_id(state: State) -> str:
    """The view where visits begin."""
    ids = visit_ids(state)
    return HOME if state.show.home == "windows" or not ids else ids[0]


def plan_to_neighbour(state: State, direction: int) -> Plan | None:
    """The way a finger pulls the next (1) or previous (-1) page in; None where there is none."""
    slide = neighbour(state, state.view.id, direction)
    if slide is None:
        return None
    plan = _plan(state, slide, TOUCH_TURN, direction)
    return replace(plan, to=_paged(plan.to, state.view.trail))


def plan_in_loop(state: State, *, returns: bool = False) -> Plan | None:
    """The way to the loop's next slide by that slide's own turn; None of an empty loop.

    returns: whether a visitor has left, and everything is set back on the way.
    """
    slide = next_in_loop(state, returns=returns)
    if slide is None:
        return None
    to = view_of(state, slide, default_look(state))
    if returns:
        return Plan(to, RETURN_TURN.kind, RETURN_TURN.duration_s, returns=True)
    is_night = NIGHT in {slide, state.view.id}
    turn = NIGHT_TURN if is_night else calm(to, state.show.slide(slide).turn)
    return Plan(to, turn.kind, max(0.0, turn.duration_s))


def first_of_chapter(state: State, chapter: int) -> str | None:
    """The id of the first slide of a chapter that visitors can reach."""
    if not 0 <= chapter < len(state.show.chapters):
        return None
    ids = visit_ids(state)
    return next((s.id for s in state.show.chapters[chapter].slides if s.id in ids), None)


def preparation(state: State) -> Prepare:
    """What may be painted next, in order of need.

    The strips take long. While something is being adjusted, nobody waits for those of a new look.
    """
    view = state.current
    look = view.look
    wished = [] if state.wish is None else [state.wish.to.wanted]
    coming = plan_in_loop(state, returns=state.mode == "visit")
    loop = [] if coming is None else [coming.to.wanted]
    sides = [
        Wanted(slide, look)
        for direction in (1, -1)
        if (slide := neighbour(state, view.id, direction)) is not None
    ]
    links = [Wanted(slide, look) for slide in _linked(state, view)]
    home = Wanted(entrance_id(state), look)
    other = Wanted(view.id, replace(look, language=next_language(state.show, look.language)))
    is_playing = state.mode == "loop" or state.counting_since is not None
    around = [*loop, *sides, home] if is_playing else [*sides, *links, home, *loop]
    adjustments, strip = _adjustments(state, view), Wanted(STRIP, look)
    has_strip = not (is_playing or adjustments) or state.entry_of(strip) is not None
    last = [other, strip] if has_strip and not is_playing else [other]
    asked = dict.fromkeys([*wished, view.wanted, *adjustments, *around, *last])
    possible = {HOME, NIGHT, STRIP, *visit_ids(state)} - state.broken
    views = tuple(wanted for wanted in asked if wanted.slide in possible)
    return Prepare(state.show, views, state.live)


def _adjustments(state: State, view: View) -> tuple[Wanted, ...]:
    """What is shown, in every look that is one touch away while the panel is open."""
    if not state.is_adjusting:
        return ()
    default = default_look(state)
    offered = wishes(state.show, default)
    return tuple(Wanted(view.id, adjusted(view.look, wish, default)) for wish in offered)


def way_back(state: State, view: View) -> str | None:
    """The slide that Back leads to from `view`; None where no link led there.

    A slide that is gone meanwhile is passed over.
    """
    ids = visit_ids(state)
    return next((s for s in reversed(view.trail) if s in ids and s != view.id), None)


def next_language(show: Show, language: str) -> str:
    """The show's language after `language`, round its end."""
    if language not in show.languages:
        return show.languages[0]
    place = show.languages.index(language) + 1
    return show.languages[place % len(show.languages)]


def _into_chapter(state: State, action: OpenChapter) -> Plan | None:
    """To a chapter's first slide, out of its window."""
    slide = first_of_chapter(state, action.chapter)
    if slide is None:
        return None
    return replace(_plan(state, slide, CHAPTER_TURN, 1), origin=action.origin)


def _to_neighbour(state: State, direction: int) -> Plan | None:
    """One page on or back from where the visitor is heading."""
    slide = neighbour(state, state.heading.id, direction)
    plan = None if slide is None else _plan(state, slide, TOUCH_TURN, direction)
    return None if plan is None else replace(plan, to=_paged(plan.to, state.heading.trail))


def _paged(to: View, trail: tuple[str, ...]) -> View:
    """`to` as a page beside a slide with that trail; back on a link's slide, Back has no use."""
    return replace(to, trail=trail[:-1] if trail[-1:] == (to.id,) else trail)


def _by_link(state: State, action: FollowLink | GoBack) -> Plan | None:
    """On to a slide that is linked to, from which Back leads here; or back on that way."""
    here = state.heading
    if isinstance(action, FollowLink):
        slide = action.slide if action.slide in visit_ids(state) else None
        direction, trail = 1, (*here.trail, here.id)[-LONGEST_TRAIL:]
    else:
        slide = way_back(state, here)
        direction, trail = -1, here.trail[: _last_place(here.trail, slide)]
    if slide is None or slide == here.id or here.slide is None:
        return None
    plan = _plan(state, slide, TOUCH_TURN, direction)
    return replace(plan, to=replace(plan.to, trail=trail))


def _last_place(trail: tuple[str, ...], slide: str | None) -> int:
    """Where `slide` stands in a trail for the last time; at its end where it does not."""
    return max((place for place, one in enumerate(trail) if one == slide), default=len(trail))


def _linked(state: State, view: View) -> tuple[str, ...]:
    """The slides that are one link away from `view`, and the way back."""
    if view.slide is None:
        return ()
    back = way_back(state, view)
    links = (element.goto for element in elements_of(view.slide.parts).values() if element.goto)
    return (*links, *(() if back is None else (back,)))


def _to_slide(state: State, slide: str) -> Plan | None:
    """To any slide; forwards where it comes later."""
    ids, here = visit_ids(state), state.heading.id
    if slide not in ids or slide == here:
        return None
    is_back = here in ids and ids.index(slide) < ids.index(here)
    return _plan(state, slide, TOUCH_TURN, -1 if is_back else 1)


def _to_other_look(state: State, action: SwitchLanguage | Adjust) -> Plan | None:
    """The same view in another look, at the same local time; None where there is no other."""
    heading, default = state.heading, default_look(state)
    look = heading.look
    if isinstance(action, SwitchLanguage):
        look = replace(look, language=next_language(state.show, look.language))
    elif action.wish in wishes(state.show, default):
        look = adjusted(look, action.wish, default)
    if look == heading.look:
        return None
    return Plan(replace(heading, look=look), HOME_TURN.kind, HOME_TURN.duration_s)


def _coming(state: State, slide: str) -> View:
    """The view of a slide as the visitor will see it."""
    return view_of(state, slide, state.heading.look)


def _plan(state: State, slide: str, turn: Turn, direction: int) -> Plan:
    """The way to a view in the visitor's look."""
    to = _coming(state, slide)
    here = state.heading.slide
    turn = calm(to, STEP_TURN if is_step(here, to.slide) or shared_keys(here, to.slide) else turn)
    return Plan(to, turn.kind, turn.duration_s, direction)


def calm(to: View, turn: Turn) -> Turn:
    """`turn`, or in a calm look a dissolve."""
    return CALM_TURN if to.look.is_calm else turn
