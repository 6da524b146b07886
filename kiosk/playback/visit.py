"""What a visitor's wishes do to the state: waking, turning, the strip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kiosk.motion.easing import SETTLE
from kiosk.playback.effects import Effects
from kiosk.playback.events import (
    Adjust,
    CloseStrip,
    Commanded,
    Explore,
    Explored,
    Focused,
    OpenAccess,
    OpenNote,
    OpenStaff,
    OpenStrip,
    SwitchLanguage,
)
from kiosk.playback.plans import CALM_TURN, TOUCH_TURN, entrance, plan_for, preparation, view_of
from kiosk.playback.staff import closed, toggled
from kiosk.playback.state import HOME, NIGHT, NO_SLIDES, Note, Passage, Plan, State, Strip, Tween
from kiosk.playback.touch.stretches import EXPLORE_S, with_stretch
from kiosk.playback.turns import transition_of

if TYPE_CHECKING:
    from kiosk.playback.events import Action

REMEMBERED = 8  # places of the focus
CHROME_FADE_S = 0.25
STRIP_S = 0.25  # and the panel of what can be adjusted
NOTE_S = 0.15
STEP_FORWARD_S = 0.25
SOON_S = 1.0 - TOUCH_TURN.duration_s  # after a turn, so that a second has one of them that passes

Result = tuple[State, Effects]


def wake(state: State, now: float) -> State:
    """The state as a visitor's from now on: no loop, no countdown, chrome in sight."""
    state = replace(state, touched=now)
    if state.mode == "loop":
        chrome = Tween(state.chrome.at(now), 1.0, now, CHROME_FADE_S)
        state = replace(state, mode="visit", chrome=chrome)
    if state.counting_since is not None and state.turn is None:
        back = 0.0 if state.back is None else state.back.at(now)
        state = replace(
            state, counting_since=None, back=Tween(back, 0.0, now, STEP_FORWARD_S, SETTLE)
        )
    return state


def arrive(state: State, now: float) -> State:
    """The state of a visitor who has just woken the show: on the way to where visits begin.

    That is the slide that is shown, except at night and in a show without a home view. A night
    that is only falling is called off.
    """
    turn = state.turn
    if turn is not None and turn.plan.to.id == NIGHT and not turn.plan.returns:
        share = Tween(turn.share.at(now), 0.0, now, STEP_FORWARD_S, SETTLE)
        state = replace(state, turn=replace(turn, share=share))
    if state.show.home == "windows" and state.current.id != NIGHT:
        return state
    return replace(state, wish=entrance(state))


def perform(state: State, action: Action, now: float) -> Result:
    """What `action` does: open or close what lies above a slide, or set off to another view."""
    done, effects = _performed(state, action, now)
    if state.is_adjusting and not done.is_adjusting:
        effects = (*effects, preparation(done))  # of what could wait meanwhile
    return done, effects


def _performed(state: State, action: Action, now: float) -> Result:
    """The state after `action`, and what that asks for."""
    match action:
        case OpenStrip(chapter):
            return _with_strip(state, chapter, now), ()
        case OpenAccess():
            return _with_access(state, now)
        case OpenNote(figure):
            return _with_note(state, figure, now), ()
        case OpenStaff():
            return toggled(state, now), ()
        case CloseStrip():
            return close_strip(state, now), ()
        case Explore(part, start, end):
            return with_stretch(close_strip(state, now), part, (start, end), EXPLORE_S, now), ()
    plan = plan_for(state, action)
    if state.access is None or not isinstance(action, Adjust | SwitchLanguage):
        state = close_strip(state, now)  # else who has adjusted one thing may want another
    return (state, ()) if plan is None else go(state, plan, now)


def keyed(state: State, event: Commanded | Focused, now: float) -> Result:
    """The state after a key. One that stops the countdown or ends the night does just that.

    So does one that moves the focus and finds the show playing by itself.
    """
    if state.is_bare:
        return state, ()
    awake = wake(state, now)
    is_woken = state.mode == "loop"
    if is_woken and (state.current.id == NIGHT or isinstance(event, Focused)):
        awake = arrive(awake, now)
        return awake, (preparation(awake),)
    asked = (preparation(awake),) if is_woken else ()
    if state.is_counting:
        return awake, asked
    match event:
        case Commanded(action):
            done, effects = perform(awake, action, now)
            return done, asked + effects
        case Focused(target):
            return replace(awake, focus=_trail(state.focus, target)), asked
    assert_never(event)


def explored(state: State, event: Explored, now: float) -> Result:
    """The state after a chart was dragged or pinched; it stays as it is where it is not shown.

    In the loop, and while the countdown runs, that is a visitor's first touch like any other.
    """
    if state.is_bare:
        return state, ()
    awake = wake(state, now)
    is_woken = state.mode == "loop"
    awake = arrive(awake, now) if is_woken else awake
    asked = (preparation(awake),) if is_woken else ()
    is_elsewhere = awake.view.id != event.slide or awake.view.slide is None
    if is_elsewhere or state.is_counting or awake.turn or awake.wish or awake.back:
        return awake, asked
    stretch = event.start, event.end
    return with_stretch(close_note(awake, now), event.part, stretch, event.over_s, now), asked


def _trail(focus: tuple[str, ...], target: str) -> tuple[str, ...]:
    """Where the focus was, `target` last; nothing where it has gone out."""
    before = tuple(key for key in focus if key != target)
    return (*before[1 - REMEMBERED :], target) if target else ()


def go(state: State, plan: Plan, now: float) -> Result:
    """Sets off by `plan`, or remembers it as the wish until that is possible."""
    if state.turn is None and plan.to.wanted == state.view.wanted:
        return replace(state, wish=None), ()
    if state.turn is None and state.back is None and state.entry_of(plan.to.wanted) is not None:
        return set_off(state, plan, now), ()
    state = replace(state, wish=plan)
    return state, (preparation(state),)


def set_off(state: State, plan: Plan, now: float) -> State:
    """The state in which the turn of `plan`, whose view is ready, begins at `now`."""
    plan = leading(state, plan, now)
    easing = transition_of(plan.kind).easing
    passage = Passage(plan, Tween(0.0, 1.0, now, plan.duration_s, easing))
    state = close_note(state, now)
    return replace(state, view=state.view.held(now), turn=passage, wish=None, pull=None)


def leading(state: State, plan: Plan, now: float) -> Plan:
    """`plan` with the coming view as it will be after the one that is shown at `now`.

    No two slides pass an eye within a second: who leafs on so soon sees the next one dissolve, as
    pictures that stream past flash (WCAG 2.2, 2.3.1).
    """
    to, view = plan.to, state.view
    is_soon = state.mode == "visit" and now - state.turned < SOON_S
    if is_soon and transition_of(plan.kind).passes:
        plan = replace(plan, kind=CALM_TURN.kind)
    if to.id == view.id and to.look != view.look:  # the same slide goes on
        live = state.live_of(to.wanted)
        return replace(plan, to=replace(view.held(now), look=to.look, live=live))
    fresh = view_of(state, to.id, to.look)
    after = None if plan.returns or view.id in NO_SLIDES else view.slide
    return replace(plan, to=replace(fresh, after=after, trail=to.trail))


def close_strip(state: State, now: float) -> State:
    """The state with the strip, a note or a panel on its way out."""
    state = closed(close_note(state, now), now)
    if state.access is not None and state.access.end != 0.0:
        share = Tween(state.access.at(now), 0.0, now, STRIP_S, SETTLE)
        state = replace(state, access=share)
    strip = state.strip
    if strip is None or strip.share.end == 0.0:
        return state
    share = Tween(strip.share.at(now), 0.0, now, STRIP_S, SETTLE)
    return replace(state, strip=replace(strip, share=share))


def close_note(state: State, now: float) -> State:
    """The state with the note on a figure on its way out, if there is one."""
    note = state.note
    if note is None or note.share.end == 0.0:
        return state
    share = Tween(note.share.at(now), 0.0, now, NOTE_S, SETTLE)
    return replace(state, note=replace(note, share=share))


def _with_note(state: State, figure: str, now: float) -> State:
    """The state with the note on a figure coming on; a second touch puts it away."""
    if state.heading.id in NO_SLIDES or state.turn is not None:
        return state
    note = state.note
    if note is not None and note.figure == figure and note.share.end > 0.0:
        return close_strip(state, now)
    return with_note(state, figure, now)


def with_note(state: State, figure: str, now: float) -> State:
    """The state with the note on that figure open; one that is open is on it from now on."""
    note = state.note
    if state.heading.id in NO_SLIDES or state.turn is not None:
        return state
    if note is not None and note.share.end > 0.0:
        return replace(state, note=replace(note, figure=figure))
    start = 0.0 if note is None else note.share.at(now)
    state = close_strip(state, now)
    return replace(state, note=Note(figure, Tween(start, 1.0, now, NOTE_S, SETTLE)))


def _with_strip(state: State, chapter: int, now: float) -> State:
    """The state with the strip of `chapter` coming on; a second touch puts it away."""
    if not 0 <= chapter < len(state.show.chapters) or state.heading.id in NO_SLIDES:
        return state
    strip = state.strip
    if strip is None or strip.share.end == 0.0:
        state = close_strip(state, now)
        return replace(state, strip=Strip(chapter, Tween(0.0, 1.0, now, STRIP_S, SETTLE)))
    if strip.chapter == chapter:
        return close_strip(state, now)
    return replace(state, strip=replace(strip, chapter=chapter))


def _with_access(state: State, now: float) -> Result:
    """The state with the panel of what can be adjusted coming on; a second touch puts it away."""
    access, is_home = state.access, state.heading.id == HOME
    if access is not None and access.end != 0.0:
        return close_strip(state, now), ()
    if state.heading.id in NO_SLIDES and not is_home:
        return state, ()
    start = 0.0 if access is None else access.at(now)
    state = replace(close_strip(state, now), access=Tween(start, 1.0, now, STRIP_S, SETTLE))
    return state, (preparation(state),)  # in the looks that may be asked for next
