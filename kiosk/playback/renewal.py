"""How what feeds tell comes on the screen: made ready first, then the charts move to it.

One edition is made ready at a time, whatever comes in meanwhile: a source that never rests keeps
nothing waiting, and of what it tells only the last counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.motion.easing import EASE_IN_OUT, LINEAR
from kiosk.playback.effects import Effects, Prepare, Renew
from kiosk.playback.events import Fed, Silent, Undrawn
from kiosk.playback.plans import preparation
from kiosk.playback.state import Renewal, State, Tween

if TYPE_CHECKING:
    from kiosk.motion.easing import Easing
    from kiosk.playback.look import Look
    from kiosk.playback.state import View
    from kiosk.playback.visit import Result

RENEWAL_S = 0.6  # charts move to what their feeds tell
_MOST_APART_S = 3.0  # editions that follow each other without a rest
_SHORTER = 0.95
_MOST_GIVEN = 4  # what is being made ready is one of the last

Change = Callable[[State, float], "Result"]


def heard(state: State, event: Fed | Silent | Undrawn) -> Result:
    """The state after something was told of a feed; before the first frame that is waited for."""
    if isinstance(event, Undrawn):
        renewing = None if state.renewing == event.edition else state.renewing
        return replace(state, renewing=renewing, undrawn=event.edition), ()
    if isinstance(event, Fed):
        live = state.live.told(event.feed, event.records, event.at)
    else:
        live = state.live.fallen_silent(event.feed, event.at.date())
    state = replace(state, live=live)
    return state, (preparation(state),) if state.is_waiting else ()


def having_given(state: State, effects: Effects) -> State:
    """The state that knows which editions it has asked to make ready."""
    asked = {e.live.edition: e.live for e in effects if isinstance(e, Prepare | Renew)}
    known = {live.edition for live in state.given}
    new = tuple(live for edition, live in asked.items() if edition not in known)
    return replace(state, given=(*state.given, *new)[-_MOST_GIVEN:]) if new else state


def made_with(state: State, key: tuple[str, Look | None], edition: int) -> State:
    """The state in which that view is ready with that edition."""
    live = next((one for one in state.given if one.edition == edition), state.given[-1])
    renewing = None if state.renewing == edition else state.renewing
    return replace(state, made={**state.made, key: live}, renewing=renewing)


def renewal_dues(state: State) -> Iterator[tuple[float, Change]]:
    """When the slide that is shown moves to what its feeds told, or is to be made ready for it."""
    view = state.view
    slide = None if state.turn is not None or view.since is None else view.slide
    if slide is None or not slide.feeds:
        return
    shown, ready = view.live.of(slide), state.made_for(view.wanted) or view.live
    if ready.of(slide) == shown:
        is_told = state.live.of(slide) != shown and state.live.edition != state.undrawn
        if is_told and state.renewing is None:
            yield state.acted, _ask
    else:
        entered = (view.since or 0.0) + (state.entry_of(view.wanted) or 0.0) - view.t
        moved = 0.0 if view.renewal is None else view.renewal.share.ends
        yield max(state.acted, entered, moved), _move


def _ask(state: State, at: float) -> Result:
    """The slide that is shown is to be made ready with what its feeds told last."""
    del at
    renew = Renew(state.show, state.view.wanted, state.live)
    return replace(state, renewing=state.live.edition), (renew,)


def _move(state: State, at: float) -> Result:
    """The charts set out to what their feeds told; in a calm look they are there at once."""
    view = state.view
    duration_s, easing = _pace(view, at)
    renewal = Renewal(view.live, Tween(0.0, 1.0, at, duration_s, easing))
    return replace(state, view=replace(view, live=state.live_of(view.wanted), renewal=renewal)), ()


def _pace(view: View, at: float) -> tuple[float, Easing]:
    """How long charts move, and how. Those that go on do not stop between two editions.

    They take as long as it was since they set out the last time, and a little less, so that they
    do not fall behind.
    """
    if view.look.is_calm:
        return 0.0, LINEAR
    goes_on = view.slide is not None and any(one.goes_on for one in view.slide.parts.charts)
    since = math.inf if view.renewal is None else at - view.renewal.share.since
    if goes_on and since <= _MOST_APART_S:
        return max(RENEWAL_S, _SHORTER * since), LINEAR
    return RENEWAL_S, EASE_IN_OUT
