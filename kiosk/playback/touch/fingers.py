"""What a finger does to the state. The page follows it in the frame in which it moves."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import assert_never

from kiosk.motion.easing import SETTLE
from kiosk.playback.events import (
    Adjust,
    Cancelled,
    CloseStrip,
    Dragged,
    Next,
    Pressed,
    Previous,
    Released,
    Traced,
)
from kiosk.playback.order import next_step
from kiosk.playback.plans import plan_to_neighbour, preparation
from kiosk.playback.state import NIGHT, Finger, Passage, State, Tween
from kiosk.playback.visit import (
    Result,
    arrive,
    close_strip,
    leading,
    perform,
    wake,
    with_note,
)

FAR = 0.25  # page widths: a page pulled farther than this goes on turning
FAST = 0.5  # page widths a second: so does one that is let go at this speed
SETTLE_S = 0.3  # at most
GIVE = 0.12  # page widths: how far the page can be pulled at the ends
MOST = 10.0  # page widths and page widths a second: more is no finger


def touch(
    state: State, event: Pressed | Dragged | Traced | Released | Cancelled, now: float
) -> Result:
    """The state after what a finger did."""
    match event:
        case Pressed():
            return _press(state, event, now)
        case Dragged():
            return _drag(state, event, now)
        case Traced():
            return _trace(state, event, now), ()
        case Released():
            return _release(state, event, now)
        case Cancelled():
            return replace(let_go(state, now), finger=None), ()
    assert_never(event)


def let_go(state: State, now: float) -> State:
    """The state in which nothing is held: a page that was goes back to its place."""
    if state.turn is not None and state.turn.is_held:
        state = replace(state, turn=_released(state.turn, 0.0, now))
    pull = state.pull
    if pull is not None and pull.end != 0.0:
        state = replace(state, pull=Tween(pull.at(now), 0.0, now, SETTLE_S, SETTLE))
    return state


def _press(state: State, event: Pressed, now: float) -> Result:
    """A finger goes down: it wakes the show, stops the countdown, or marks what it touches."""
    if state.is_bare:
        return state, ()
    is_spent = state.is_counting or state.back is not None or state.current.id == NIGHT
    finger = Finger(
        event.target, event.action, is_awaking=state.mode == "loop", is_spent=is_spent
    )  # fmt: skip
    if finger.is_awaking or is_spent:
        finger = replace(finger, target="", action=None)
    woken = replace(let_go(wake(state, now), now), finger=finger, focus=())
    if finger.is_awaking:
        woken = arrive(woken, now)
        woken = replace(woken, finger=replace(finger, is_spent=is_spent or woken.wish is not None))
    # A visitor may go where the loop does not: home, the strip.
    return woken, (preparation(woken),) if finger.is_awaking else ()


def _drag(state: State, event: Dragged, now: float) -> Result:
    """The finger moves: the page it has taken hold of moves with it, but not under the panel."""
    finger = state.finger
    if finger is None or finger.is_spent:
        return state, ()
    if isinstance(finger.action, Adjust):
        return replace(state, touched=now), ()
    offset = _bounded(event.offset)
    state = replace(state, touched=now)
    is_turning = state.turn is not None and not state.turn.is_held
    if is_turning:
        return replace(state, finger=replace(finger, offset=offset, grip=None)), ()
    late_by = finger.offset if finger.grip is None else finger.grip
    finger = replace(finger, offset=offset, grip=late_by)
    waits = state.is_adjusting
    state = close_strip(replace(state, finger=finger, wish=None), now)
    pulled = _pulled(state, offset - late_by, now)
    return pulled, (preparation(pulled),) if waits else ()


def _trace(state: State, event: Traced, now: float) -> State:
    """The finger goes along a line, and the note with it; lifting it there does nothing more."""
    finger = state.finger
    if finger is None or finger.is_spent or finger.is_awaking:
        return state
    finger = replace(finger, target=event.figure, action=None)
    return with_note(replace(state, finger=finger, touched=now), event.figure, now)


def _release(state: State, event: Released, now: float) -> Result:
    """The finger leaves: a tap does what it touched, a page settles, a swipe turns."""
    finger = state.finger
    if finger is None:
        return state, ()
    state = replace(state, finger=None, touched=now)
    if finger.is_spent:
        return state, ()
    velocity = _bounded(event.velocity)
    if state.turn is not None and state.turn.is_held:
        return _settled(state, state.turn, velocity, now), ()
    state = let_go(state, now)
    if not event.is_tap:
        return _swiped(state, finger, velocity, now)
    if finger.is_awaking:
        return state, ()
    if finger.action is not None:
        return perform(state, finger.action, now)
    return perform(state, _on_bare_slide(state), now)


def _on_bare_slide(state: State) -> CloseStrip | Next:
    """What a tap does where there is nothing to touch: on with the steps of the slide, if any."""
    is_open = state.strip or state.note or state.access or state.is_telling_staff
    is_going = state.turn or state.wish
    return CloseStrip() if is_open or is_going or next_step(state) is None else Next()


def _pulled(state: State, by: float, now: float) -> State:
    """The state with the page `by` page widths to the right of its place."""
    if by == 0.0:
        return _back_in_place(state, now)
    direction = 1 if by < 0.0 else -1
    turn = state.turn
    if turn is None or turn.plan.direction != direction:
        plan = plan_to_neighbour(state, direction)
        if plan is None or state.entry_of(plan.to.wanted) is None:
            state = _back_in_place(state, now)
            if state.view.look.is_calm:
                return state
            return replace(state, pull=_held(GIVE * by / (abs(by) + 0.5), now))
        turn = Passage(leading(state, plan, now), _held(0.0, now), is_held=True)
    share = _held(min(1.0, abs(by)), now)
    return replace(state, turn=replace(turn, share=share), pull=None, view=state.view.held(now))


def _settled(state: State, turn: Passage, velocity: float, now: float) -> State:
    """The state with a page that was let go on its way on or back, by distance and speed."""
    share = turn.share.end
    speed = -velocity * turn.plan.direction
    goes_on = speed > FAST or (share > FAR and speed > -FAST)
    return replace(state, turn=_released(turn, 1.0 if goes_on else 0.0, now))


def _swiped(state: State, finger: Finger, velocity: float, now: float) -> Result:
    """A swipe that could take hold of no page: it is a wish where it was far or fast enough."""
    by = finger.offset - (finger.grip or 0.0)
    is_far = abs(by) > FAR and velocity * by > -FAST * abs(by)
    if by == 0.0 or not (is_far or velocity * by > FAST * abs(by)):
        return state, ()
    return perform(state, Next() if by < 0.0 else Previous(), now)


def _back_in_place(state: State, now: float) -> State:
    """The state in which the page lies in its place and its clock runs."""
    if state.turn is None and state.pull is None:
        return state
    view = state.view if state.turn is None else state.view.running(now)
    return replace(state, turn=None, pull=None, view=view)


def _released(turn: Passage, end: float, now: float) -> Passage:
    """The turn on its way to share `end` by itself; a shorter way takes less time."""
    start = turn.share.at(now)
    duration_s = SETTLE_S * (0.4 + 0.6 * abs(end - start))
    return Passage(turn.plan, Tween(start, end, now, duration_s, SETTLE))


def _held(value: float, now: float) -> Tween:
    """A number that a finger holds."""
    return Tween(value, value, now, 0.0)


def _bounded(value: float) -> float:
    """`value` within what a finger can do; nothing where it is no number."""
    return 0.0 if math.isnan(value) else max(-MOST, min(MOST, value))
