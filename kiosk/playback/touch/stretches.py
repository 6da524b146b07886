"""Which stretch of a chart is shown, and how it goes to another one."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.motion.easing import SETTLE
from kiosk.playback.state import Exploration, Tween, still

if TYPE_CHECKING:
    from kiosk.playback.state import State, View

EXPLORE_S = 0.5  # to the stretch that a button or a key asks for
LONGEST_S = 3.0  # more is no coasting
WHOLE = (0.0, 1.0)


def stretch_of(view: View, part: str, now: float) -> tuple[float, float]:
    """The stretch of that chart which is shown at `now`."""
    found = view.explored
    if found is None or found.part != part:
        return WHOLE
    return found.start.at(now), found.end.at(now)


def with_stretch(
    state: State, part: str, stretch: tuple[float, float], over_s: float, now: float
) -> State:
    """The state in which that chart is on its way to `stretch`; where it is none, as it was."""
    if any(math.isnan(share) for share in (*stretch, over_s)):
        return state
    start, end = (min(1.0, max(0.0, share)) for share in stretch)
    if end <= start:
        return state
    view = state.view
    before = stretch_of(view, part, now)
    is_slow = over_s > 0.0 and not view.look.is_calm
    if is_slow:
        seconds = min(LONGEST_S, over_s)
        first, last = (
            Tween(*way, now, seconds, SETTLE) for way in zip(before, (start, end), strict=True)
        )
    else:
        first, last = still(start), still(end)
    return replace(state, view=replace(view, explored=Exploration(part, first, last)))


def at_rest(state: State, now: float) -> State:
    """The state with the stretches that are shown at `now`; the very same where none is moving."""
    view, turn = _at_rest(state.view, now), state.turn
    if turn is not None:
        to = _at_rest(turn.plan.to, now)
        if to is not turn.plan.to:
            turn = replace(turn, plan=replace(turn.plan, to=to))
    if view is state.view and turn is state.turn:
        return state
    return replace(state, view=view, turn=turn)


def _at_rest(view: View, now: float) -> View:
    """The view with its stretch as it is at `now`."""
    found = view.explored
    if found is None or (at := found.at(now)) is found:
        return view
    return replace(view, explored=at)
