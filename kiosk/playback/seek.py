"""Puts a show straight to any moment: the state in which a view is at a given local time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.motion.easing import EASE_IN_OUT
from kiosk.playback.look import NO_LOOK
from kiosk.playback.machine import STEP_BACK_S
from kiosk.playback.order import loop_ids, next_step
from kiosk.playback.plans import calm, default_look, stay_s, view_of
from kiosk.playback.state import (
    ACCESS,
    COUNTDOWN,
    HOME,
    NIGHT,
    NO_SLIDES,
    STAFF,
    STRIP,
    Options,
    Plan,
    Staff,
    State,
    Strip,
    Tween,
    View,
    still,
)
from kiosk.playback.visit import set_off
from kiosk.show.opening.hours import opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.playback.effects import Wanted
    from kiosk.playback.state import Mode
    from kiosk.show.model import Show, Slide

A_MONDAY = datetime(2026, 6, 1, tzinfo=UTC)  # the night that can be sought is the one after it
LONG_S = 3600.0  # by then every entry is over
VIEWS = (HOME, STRIP, ACCESS, COUNTDOWN, NIGHT)  # that visitors see; with `staff` the ids that are
# no slides and can be sought as well


def seek(
    show: Show, slide_id: str, t: float, options: Options | None = None, mode: Mode = "loop"
) -> State:
    """The state that at time 0 has the slide of that id at local time `t`, in seconds.

    It equals what playing reaches: elements that morphed there out of the slide before it in the
    loop are not entered again. `home`, `strip`, `access` and `countdown` are views of a visit; the
    latter three lie over the first slide, and so does `staff`. `night` is that of a certain Monday.
    Raises KeyError when the show has no such slide, and ValueError when it has none at all.
    """
    if not show.slides:
        message = "there is nothing to seek in a show without slides"
        raise ValueError(message)
    first = show.slides[0]
    under = first.id if slide_id in {STRIP, ACCESS, COUNTDOWN, STAFF} else slide_id
    state = State(show, options or Options(takes_all=True), View(show, under, NO_LOOK))
    view = view_of(state, under, default_look(state))
    view = replace(view, t=t, since=0.0, after=_before(state, under))
    state = replace(state, view=view, at_loop=under)
    if mode == "visit" or slide_id in {*VIEWS, STAFF}:
        state = replace(state, mode="visit", chrome=still(1.0))
    if slide_id == NIGHT:
        view = replace(view, opens=_morning(show))
        state = replace(state, view=view, mode="loop", chrome=still(0.0))
    if slide_id == STRIP:
        strip = Strip(first.chapter, still(1.0))
        state = replace(
            state, strip=strip, view=replace(view, t=t + LONG_S), ready={(STRIP, None): 0.0}
        )
    if slide_id == ACCESS:
        state = replace(state, access=still(1.0), view=replace(view, t=t + LONG_S))
    if slide_id == STAFF:
        state = replace(state, staff=Staff(still(1.0)), view=replace(view, t=t + LONG_S))
    if slide_id == COUNTDOWN:
        back = Tween(0.0, 1.0, -t, STEP_BACK_S, EASE_IN_OUT)
        settled = replace(view, t=LONG_S, since=None)
        state = replace(state, counting_since=-t, back=back, view=settled)
    return state


def seek_by_time(
    show: Show, slide_id: str, t: float, entry_of: Callable[[Wanted], float],
    options: Options | None = None, mode: Mode = "loop",
) -> tuple[State, float]:  # fmt: skip
    """The state `t` seconds after a slide came on, and the time in it: its steps follow by time.

    entry_of: the length of a view's entry. Raises as `seek` does.
    """
    state = seek(show, slide_id, t, options, mode)
    while (coming := next_step(state)) is not None:
        view = state.view
        stay = stay_s(show, view.id, view.look.language, entry_of(view.wanted))
        turn = calm(view, show.slide(coming).turn)
        if t <= stay:
            break
        if t < stay + turn.duration_s:
            state = seek(show, view.id, stay, options, mode)
            plan = Plan(view_of(state, coming, view.look), turn.kind, turn.duration_s)
            return set_off(state, plan, 0.0), t - stay
        t -= stay + turn.duration_s
        state = seek(show, coming, t, options, mode)
    return state, 0.0


def _morning(show: Show) -> datetime | None:
    """When a show that has hours opens after the night."""
    found = None if show.hours is None else opening(show.hours, A_MONDAY)
    if found is None or not found.is_open or found.changes is None or show.hours is None:
        return None if found is None else found.changes
    return opening(show.hours, found.changes).changes


def _before(state: State, slide_id: str) -> Slide | None:
    """The slide before that one in the loop; None of the first."""
    if slide_id in NO_SLIDES:
        return None
    state.show.slide(slide_id)
    ids = loop_ids(state)
    place = ids.index(slide_id) if slide_id in ids else 0
    return state.show.slide(ids[place - 1]) if place else None
