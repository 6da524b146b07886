"""How a new show replaces the playing one, and how a broken slide is passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.playback.effects import Wanted
from kiosk.playback.order import following, visit_ids
from kiosk.playback.plans import default_look, preparation, stay_s, view_of
from kiosk.playback.state import NIGHT, NO_SLIDES, State, View

if TYPE_CHECKING:
    from kiosk.playback.visit import Result
    from kiosk.show.model import Show, Slide


def take_over(state: State, show: Show, *, in_place: bool) -> Result:
    """The state that goes on in `show`; a show without slides takes nothing over.

    Views that are not replaced in place stay those of the old show until the next slide change.
    """
    if not show.slides:
        return state, ()
    kept = {
        (slide_id, look): entry_s
        for (slide_id, look), entry_s in state.ready.items()
        if (slide := _slide(show, slide_id)) is not None and slide == _slide(state.show, slide_id)
    }
    state = replace(state, show=show, ready=kept, broken=frozenset(), wish=None, renewing=None)
    state = replace(state, made={key: live for key, live in state.made.items() if key in kept})
    state = replace(state, strip=None, note=None)
    if state.is_waiting and state.view.id != NIGHT:
        state = _restarted(state)
    elif in_place:
        state = _in_place(state)
    return state, (preparation(state),)


def without(state: State, slide: str) -> Result:
    """The state in which `slide` is passed over: nobody goes there any more."""
    state = replace(state, broken=state.broken | {slide})
    if state.wish is not None and state.wish.to.id == slide:
        state = replace(state, wish=None)
    if state.is_waiting and state.view.id == slide:
        state = _restarted(state)
    return state, (preparation(state),)


def _in_place(state: State) -> State:
    """The state with every view that the new show has too replaced by it, at the same time."""
    turn = state.turn
    if turn is not None:
        turn = replace(turn, plan=replace(turn.plan, to=_replaced(state, turn.plan.to)))
    return replace(state, turn=turn, view=_replaced(state, state.view))


def _replaced(state: State, view: View) -> View:
    """`view` in the new show, its clock untouched; as it was where its slide is gone."""
    show = state.show
    if view.id not in NO_SLIDES and _slide(show, view.id) is None:
        return view
    look = view.look
    language = look.language if look.language in show.languages else show.languages[0]
    theme = look.theme if look.theme in show.themes else show.theme
    look = replace(look, language=language, theme=theme)
    entry_s = state.entry_of(Wanted(view.id, look)) or 0.0
    stay = stay_s(show, view.id, language, entry_s)
    live = state.live_of(Wanted(view.id, look))
    return replace(view, show=show, look=look, stay_s=stay, live=live)


def _restarted(state: State) -> State:
    """The state before its first frame, with a first slide that there is."""
    ids = visit_ids(state)
    order = tuple(slide.id for slide in state.view.show.slides)
    first = state.view.id if state.view.id in ids else following(order, state.view.id, ids)
    if first is None:
        return state
    return replace(state, view=view_of(state, first, default_look(state)))


def _slide(show: Show, slide_id: str) -> Slide | None:
    """The slide of that id, if the show has it."""
    return next((slide for slide in show.slides if slide.id == slide_id), None)
