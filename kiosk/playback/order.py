"""Which slide comes after which, in the loop and for visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.playback.sharing import is_step
from kiosk.playback.state import HOME, NIGHT, NO_SLIDES

if TYPE_CHECKING:
    from kiosk.playback.state import State
    from kiosk.show.model import Show

Ids = tuple[str, ...]


def visit_ids(state: State) -> Ids:
    """The slides a visitor can reach, in order."""
    return tuple(s.id for s in state.show.slides if s.id not in state.broken)


def is_unshown(state: State) -> bool:
    """Whether the show has no slide that can be shown, and none of it is on the screen."""
    is_seen = not state.is_waiting and state.current.show is state.show
    return not visit_ids(state) and not is_seen


def loop_ids(state: State) -> Ids:
    """The slides of the attract loop, in order; every one where the show leaves none to it."""
    every = visit_ids(state)
    if state.options.takes_all:
        return every
    looping = {s.id for s in state.show.slides if s.in_loop}
    return tuple(slide for slide in every if slide in looping) or every


def following(known: Ids, current: str, among: Ids) -> str | None:
    """The first of `among` after `current` in the order `known`, round its end; None of none."""
    if current in known:
        place = known.index(current)
        for slide in known[place + 1 :] + known[: place + 1]:
            if slide in among:
                return slide
    return among[0] if among else None


def next_step(state: State) -> str | None:
    """The next step of the slide that is shown; None after its last."""
    coming, slide = neighbour(state, state.view.id, 1), state.view.slide
    return coming if coming and is_step(slide, state.show.slide(coming)) else None


def next_in_loop(state: State, *, returns: bool = False) -> str | None:
    """The slide that the loop shows next, or the night. returns: whether a visitor has left.

    From the home view it goes on where it had been, from the night with its first. A step follows
    only the slide that it belongs to.
    """
    view = state.view
    if state.is_dark and NIGHT not in state.broken:
        return NIGHT
    current = state.at_loop if view.id == HOME else view.id
    order, ids = _order_with(state, current), loop_ids(state)
    coming = following(order, current, ids)
    slide = None if coming is None else state.show.slide(coming)
    if slide is None or not slide.of or (is_step(view.slide, slide) and not returns):
        return coming
    whole = tuple(one for one in ids if not state.show.slide(one).of)
    return following(order, current, whole) or coming


def is_round(state: State) -> bool:
    """Whether the loop begins again with its next slide."""
    order = _ids(state.show)
    coming = next_in_loop(state)
    if coming not in order or state.view.id not in order:
        return False
    return order.index(coming) <= order.index(state.view.id)


def neighbour(state: State, current: str, direction: int) -> str | None:
    """The slide a visitor finds after (1) or before (-1) `current`; None at the ends."""
    ids = visit_ids(state)
    if current in NO_SLIDES:
        return ids[0] if ids and direction > 0 else None
    if current in ids:
        place = ids.index(current) + direction
        return ids[place] if 0 <= place < len(ids) else None
    return following(_order_with(state, current), current, ids) if direction > 0 else None


def _order_with(state: State, current: str) -> Ids:
    """The show's order; that of the show the slide belonged to where it is gone from this one."""
    order = _ids(state.show)
    return order if current in order else _ids(state.view.show)


def _ids(show: Show) -> Ids:
    """The ids of all slides that can be shown."""
    return tuple(slide.id for slide in show.slides)
