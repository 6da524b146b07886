"""A show as a film: one round of its loop, of which the frame at any moment can be made."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from typing import TYPE_CHECKING

from kiosk.playback.effects import LoopEnded, Prepare, Shown
from kiosk.playback.events import Broken, Ready
from kiosk.playback.machine import advance, next_due, start, step
from kiosk.playback.order import loop_ids
from kiosk.playback.plans import default_look
from kiosk.playback.state import Options
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kiosk.playback.effects import Effect, Effects, Wanted
    from kiosk.playback.look import Look
    from kiosk.playback.state import State
    from kiosk.show.model import Show

    # The length of a view's entry; None where the view cannot be shown.
    EntryOf = Callable[[Wanted], float | None]

_ROUNDS = 3  # whose beginnings are played to: the first begins with nothing before it


@dataclass(frozen=True, slots=True)
class Reel:
    """One round of a loop. What comes after its end is its beginning, so that it can be repeated.

    states: each with the moment from which it is so, in order. starts, ends: of the round. All in
    seconds of the clock that the states go by.
    """

    states: tuple[tuple[float, State], ...]
    starts: float
    ends: float

    @property
    def length_s(self) -> float:
        """How long the round takes."""
        return self.ends - self.starts

    def at(self, t: float) -> tuple[State, float]:
        """The state `t` seconds after the round began, and what its clock shows then."""
        now = self.starts + t
        place = bisect_right(self.states, now, key=lambda each: each[0])
        return self.states[max(0, place - 1)][1], now


def one_round(show: Show, look: Look, at: datetime, entry_of: EntryOf) -> Reel | None:
    """The loop of `show` in that look, from its first slide's entry to the turn back to it.

    Nothing in it invites to touch, and the hours do not count. Of one slide alone it is its stay.
    at: what the clock on the wall shows, for slides that have dates. None where no slide can be
    shown. Raises ValueError where there is no slide.
    """
    options = Options(loops=_ROUNDS, look=look, invites=False)
    state, effects = _answered(*start(show, 0.0, options, at=at), 0.0, entry_of)
    states, begins, is_round = [(0.0, state)], [0.0], False
    while len(begins) < _ROUNDS:
        due = next_due(state)
        if due is None:
            return None
        state, effects = _answered(*advance(state, due), due, entry_of)
        states.append((due, state))
        is_round |= any(isinstance(effect, LoopEnded) for effect in effects)
        if is_round and state.turn is None:
            if not any(isinstance(effect, Shown) for effect in effects):
                return Reel(tuple(states), 0.0, due)  # the only slide stays
            begins.append(due)
            is_round = False
    return Reel(tuple(states), begins[1], begins[2])


def _answered(
    state: State, effects: Effects, now: float, entry_of: EntryOf
) -> tuple[State, tuple[Effect, ...]]:
    """The state in which what the loop asks for is ready at once, and all its effects."""
    found: list[Effect] = []
    coming = deque(effects)
    while coming:
        effect = coming.popleft()
        found.append(effect)
        views = effect.views if isinstance(effect, Prepare) else ()
        for wanted in views:
            if wanted.look != default_look(state) or wanted.slide not in loop_ids(state):
                continue
            entry_s = entry_of(wanted)
            event = (
                Broken(wanted.slide)
                if entry_s is None
                else Ready(wanted.slide, entry_s, wanted.look)
            )
            state, more = step(state, event, now)
            coming += more
    return state, tuple(found)
