"""The player as a pure machine: a state, an event and the time give the next state and effects.

`advance` performs each change at the very time it is due, so that it does not matter how often it
is called. A change that waits for a slide to be ready happens when the slide becomes ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kiosk.motion.easing import EASE_IN_OUT
from kiosk.playback.effects import Effect, Effects, Finished, LoopEnded, Prepare, Shown, Wanted
from kiosk.playback.events import (
    Broken,
    Cancelled,
    Clocked,
    Commanded,
    Cornered,
    Dragged,
    Edited,
    Explored,
    Fed,
    Focused,
    Found,
    Pressed,
    Ready,
    Released,
    Silent,
    TakenOver,
    Traced,
    Undrawn,
)
from kiosk.playback.look import NO_LOOK
from kiosk.playback.order import is_round, loop_ids, next_in_loop
from kiosk.playback.plans import (
    SHORTEST_STAY_S,
    default_look,
    plan_in_loop,
    preparation,
    stay_s,
    view_of,
)
from kiosk.playback.renewal import having_given, heard, made_with, renewal_dues
from kiosk.playback.staff import come, staff_dues, told
from kiosk.playback.state import NIGHT, Options, Plan, Staff, State, Tween, View, still
from kiosk.playback.takeover import without
from kiosk.playback.touch.fingers import let_go, touch
from kiosk.playback.visit import Result, close_strip, explored, keyed, set_off, wake
from kiosk.playback.wall import clocked, present, read_wall, replaced

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.playback.events import Event
    from kiosk.show.model import Show

COUNTDOWN_S = 20.0
STEP_BACK_S = 0.5
CLOSING_S = 60.0  # after closing time at most, a slide makes room for the night

Change = Callable[[State, float], Result]
Touch = Pressed | Dragged | Traced | Released | Cancelled | Commanded | Focused | Explored


def start(
    show: Show, now: float, options: Options | None = None, first: str = "",
    at: datetime | None = None,
) -> Result:  # fmt: skip
    """The state before the first frame of `show`, and what has to be ready for that frame.

    The clock of the first slide starts when it is ready. first: its id; empty, or one that there
    is not, begins with the loop's first, or at night with the night. at: what the clock on the
    wall shows; None where nobody tells. Raises ValueError when no slide can be shown.
    """
    if not show.slides:
        message = "a show that plays has at least one slide"
        raise ValueError(message)
    chosen = options or Options()
    wall = None if at is None else read_wall(show, at, now, chosen)
    show = show if wall is None else present(wall)
    view = View(show, show.slides[0].id, NO_LOOK)
    state = State(show, chosen, view, touched=now, acted=now, wall=wall, staff=Staff(came=at))
    ids = {slide.id for slide in show.slides}
    slide = first if first in ids else NIGHT if state.is_dark else loop_ids(state)[0]
    state = replace(state, view=view_of(state, slide, default_look(state)), at_loop=slide)
    return state, (preparation(state),)


def step(state: State, event: Event, now: float) -> Result:
    """The state after `event` at time `now`, and everything that happened until then."""
    state, before = advance(state, now)
    state, effects = _taken(state, event, now)
    state = _having_asked(state, effects)
    state, after = advance(replace(state, acted=max(now, state.acted)), now)
    return state, before + effects + after


def advance(state: State, now: float) -> Result:
    """The state with every change that is due until `now` made at its own time."""
    effects: list[Effect] = []
    while (change := _next_change(state)) is not None and change[0] <= now:
        due, perform_change = change
        state, more = perform_change(replace(state, acted=due), due)
        effects += more
        state = _having_asked(state, more)
    return state, tuple(effects)


def next_due(state: State) -> float | None:
    """The time of the next change that comes without an event; None when there is none."""
    change = _next_change(state)
    return None if change is None else change[0]


def _taken(state: State, event: Event, now: float) -> Result:
    """The state after `event` itself. Before the first frame there is nothing to touch."""
    if state.is_waiting and isinstance(event, Touch):
        return state, ()
    match event:
        case Ready():
            return _made_ready(state, event, now)
        case Broken(slide):
            return without(state, slide)
        case TakenOver():
            return replaced(come(state, event), event, now)
        case Clocked(at):
            return clocked(state, at, now)
        case Fed() | Silent() | Undrawn():
            return heard(state, event)
        case Cornered() | Found() | Edited():
            return told(state, event, now), ()
        case _:
            return _moved(state, event, now)


def _moved(state: State, event: Touch, now: float) -> Result:
    """The state after what somebody did."""
    match event:
        case Commanded() | Focused():
            return keyed(state, event, now)
        case Explored():
            return explored(state, event, now)
        case Pressed() | Dragged() | Traced() | Released() | Cancelled():
            return touch(state, event, now)
    assert_never(event)


def _made_ready(state: State, event: Ready, now: float) -> Result:
    """The state that knows that a view is ready; the first view's clock starts with it."""
    key = (event.slide, event.look)
    state = replace(state, ready={**state.ready, key: max(0.0, event.entry_s)})
    state = made_with(state, key, event.edition)
    view = state.view
    entry_s = state.entry_of(view.wanted)
    if not state.is_waiting or entry_s is None:
        return state, ()
    stay = stay_s(view.show, view.id, view.look.language, entry_s)
    view = replace(view, stay_s=stay, since=now, live=state.live_of(view.wanted))
    return replace(state, view=view, rested=now), (Shown(view.id),)


# --- changes that come with time ----------------------------------------------------------------


def _next_change(state: State) -> tuple[float, Change] | None:
    """The change that is due first, and when; of several at one time the first listed."""
    return min(_changes(state), key=lambda change: change[0], default=None)


def _changes(state: State) -> Iterator[tuple[float, Change]]:
    """Every change that time alone will bring, none before what has happened already."""
    for due, change in _dues(state):
        yield max(due, state.acted), change


def _dues(state: State) -> Iterator[tuple[float, Change]]:
    """The changes with the times at which they would be due if everything were ready."""
    turn = state.turn
    if turn is not None and not turn.is_held:
        yield turn.share.ends, _end_turn
        return
    if state.pull is not None and state.pull.end == 0.0:
        yield state.pull.ends, _end_pull
    yield from _closing_dues(state)
    if state.back is not None and state.back.end == 0.0:
        yield state.back.ends, _end_back
    elif turn is None and state.wish is not None and _is_ready(state, state.wish.to):
        yield state.acted, _do_wish
    yield from renewal_dues(state)
    yield from staff_dues(state)
    if not state.is_waiting:
        yield from _loop_dues(state) if state.mode == "loop" else _visit_dues(state)


def _closing_dues(state: State) -> Iterator[tuple[float, Change]]:
    """The end of what is being put away above the slide."""
    strip, access, note = state.strip, state.access, state.note
    if strip is not None and strip.share.end == 0.0:
        yield strip.share.ends, _end_strip
    if access is not None and access.end == 0.0:
        yield access.ends, _end_access
    if note is not None and note.share.end == 0.0:
        yield note.share.ends, _end_note


def _loop_dues(state: State) -> Iterator[tuple[float, Change]]:
    """The end of the stay of the slide that the loop shows, or of the night."""
    if state.turn is not None or state.is_finished or state.wish is not None:
        return
    plan = plan_in_loop(state)
    if state.view.id == NIGHT and (plan is None or plan.to.id == NIGHT):
        return
    due = _end_of_stay(state, plan)
    if plan is None or plan.to.id == state.view.id or _is_last(state):
        yield due, _stay_on
    elif _is_ready(state, plan.to):
        yield due, _turn_in_loop


def _end_of_stay(state: State, plan: Plan | None) -> float:
    """When what the loop shows makes room for `plan`: the night at once when it is over."""
    if state.view.id == NIGHT:
        return state.acted
    least = state.rested + SHORTEST_STAY_S
    due = max(least, state.rested + state.view.stay_s)
    dark_since = None if state.wall is None else state.wall.dark_since
    if dark_since is None or plan is None or plan.to.id != NIGHT:
        return due
    return min(due, max(least, dark_since + CLOSING_S))


def _visit_dues(state: State) -> Iterator[tuple[float, Change]]:
    """The end of the visitor's patience, and of the countdown."""
    if state.counting_since is None:  # asked at every move of a finger, and so no more than it must
        if state.back is None and next_in_loop(state, returns=True) is not None:
            yield state.touched + max(0.0, state.show.idle_s), _leave
        return
    plan = plan_in_loop(state, returns=True)
    if plan is None:
        yield state.counting_since + COUNTDOWN_S, _stay_in_front
    elif _is_ready(state, plan.to):
        yield state.counting_since + COUNTDOWN_S, _return_to_loop


def _end_turn(state: State, at: float) -> Result:
    """The turn is over: the view that has come stands alone, or the old one goes on."""
    turn = state.turn
    assert turn is not None
    if turn.share.end == 0.0:
        return replace(state, turn=None, view=state.view.running(at)), ()
    view = turn.plan.to.running(at)
    state = replace(state, view=view, rested=at, turned=at)
    state = replace(state, turn=None, note=None, back=None, counting_since=None)
    if state.mode == "loop":
        state = replace(state, at_loop=view.id)
    if state.wish is not None and state.wish.to.wanted == view.wanted:
        state = replace(state, wish=None)
    return state, (Shown(view.id), preparation(state))


def _end_pull(state: State, at: float) -> Result:
    """The page lies in its place again."""
    del at
    return replace(state, pull=None), ()


def _end_strip(state: State, at: float) -> Result:
    """The strip is put away."""
    del at
    return replace(state, strip=None), ()


def _end_access(state: State, at: float) -> Result:
    """The panel is put away."""
    del at
    return replace(state, access=None), ()


def _end_note(state: State, at: float) -> Result:
    """The note on a figure is put away."""
    del at
    return replace(state, note=None), ()


def _end_back(state: State, at: float) -> Result:
    """The slide that had stepped back is in front again and goes on."""
    return replace(state, back=None, view=state.view.running(at)), ()


def _do_wish(state: State, at: float) -> Result:
    """What a visitor wanted is ready now."""
    assert state.wish is not None
    return set_off(state, state.wish, at), ()


def _is_last(state: State) -> bool:
    """Whether the stay of the current slide is the last of all loops that were asked for."""
    return is_round(state) and state.loops_done + 1 == state.options.loops


def _stay_on(state: State, at: float) -> Result:
    """The stay is over and there is no other slide to go to."""
    count = state.loops_done + 1
    is_finished = count == state.options.loops
    state = replace(state, rested=at, loops_done=count, is_finished=is_finished)
    return state, (LoopEnded(count), Finished()) if is_finished else (LoopEnded(count),)


def _turn_in_loop(state: State, at: float) -> Result:
    """The stay is over: the loop's next slide comes on."""
    plan = plan_in_loop(state)
    assert plan is not None
    effects: Effects = ()
    if is_round(state):
        state = replace(state, loops_done=state.loops_done + 1)
        effects = (LoopEnded(state.loops_done),)
    return set_off(state, plan, at), effects


def _leave(state: State, at: float) -> Result:
    """Nobody has touched anything for long: what is held is let go, then the countdown begins."""
    state = close_strip(replace(let_go(state, at), finger=None, wish=None), at)
    if state.turn is not None:  # the page goes back first
        return state, ()
    if state.view.id == NIGHT:  # where a visit should have led cannot be shown
        return replace(state, mode="loop", chrome=still(0.0)), ()
    back = Tween(0.0, 1.0, at, STEP_BACK_S, EASE_IN_OUT)
    state = replace(state, counting_since=at, back=back, view=state.view.held(at))
    return state, (preparation(state),)


def _return_to_loop(state: State, at: float) -> Result:
    """Nobody has stopped the countdown: the loop goes on, with everything set back on the way."""
    plan = plan_in_loop(state, returns=True)
    assert plan is not None
    state = replace(state, mode="loop", chrome=still(0.0), finger=None, strip=None, focus=())
    state = replace(state, note=None)
    return set_off(state, plan, at), ()


def _stay_in_front(state: State, at: float) -> Result:
    """Every slide has broken meanwhile: with no loop to go to, the slide steps forward again."""
    return wake(state, at), ()


def _is_ready(state: State, view: View) -> bool:
    """Whether `view` can be painted."""
    return state.entry_of(view.wanted) is not None


def _having_asked(state: State, effects: Effects) -> State:
    """The state that knows what it has asked for: only that can be ready from now on."""
    state = having_given(state, effects)
    return _forgetting(state) if any(isinstance(e, Prepare) for e in effects) else state


def _forgetting(state: State) -> State:
    """The state that knows as ready only what the last preparation asked for."""
    asked = set(preparation(state).views)
    turn = state.turn
    asked |= {state.view.wanted} | (set() if turn is None else {turn.plan.to.wanted})
    slides = {wanted.slide for wanted in asked}
    kept = {
        (slide, look): entry_s
        for (slide, look), entry_s in state.ready.items()
        if (slide in slides if look is None else Wanted(slide, look) in asked)
    }
    made = {key: live for key, live in state.made.items() if key in kept}
    return replace(state, ready=kept, made=made)
