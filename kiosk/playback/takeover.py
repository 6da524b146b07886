"""How a new show replaces the playing one, and how a broken slide is passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.playback.effects import Wanted
from kiosk.playback.order import following, visit_ids
from kiosk.playback.plans import default_look, preparation, stay_s, view_of
from kiosk.playback.renewal import made_with
from kiosk.playback.state import NIGHT, NO_SLIDES, STRIP, State, View
from kiosk.show.carried import is_laid_alike

if TYPE_CHECKING:
    from kiosk.playback.events import TakenOver
    from kiosk.playback.visit import Result
    from kiosk.show.model import Show, Slide


def take_over(state: State, event: TakenOver) -> Result:
    """The state that goes on in another show; one without slides takes nothing over.

    Views that are not replaced in place stay those of the old show until the next slide change.
    """
    show, before = event.show, state.show
    if not show.slides:
        return state, ()
    is_alike = is_laid_alike(show, before)
    kept = {
        (slide_id, look): entry_s
        for (slide_id, look), entry_s in state.ready.items()
        if is_alike
        and (slide := _slide(show, slide_id)) is not None
        and slide == _slide(before, slide_id)
    }
    made = {key: live for key, live in state.made.items() if key in kept}
    state = replace(state, show=show, ready=kept, made=made, broken=frozenset(), renewing=None)
    for ready in event.ready:
        key = (ready.slide, ready.look)
        state = replace(state, ready={**state.ready, key: max(0.0, ready.entry_s)})
        state = made_with(state, key, ready.edition)
    if state.is_waiting and state.view.id != NIGHT:
        state = _restarted(replace(state, wish=None))
    elif event.in_place:
        state = _in_place(state, before)
    else:
        state = replace(state, wish=None, strip=None, note=None)
    return state, (preparation(state),)


def seen_in(state: State, show: Show) -> tuple[Wanted, ...]:
    """What is on the screen, or on its way there, as it is wanted when `show` takes over in place.

    What `show` does not have is left out.
    """
    views = [state.view] if state.turn is None else [state.view, state.turn.plan.to]
    seen = [_wanted(view, show) for view in views if _has(show, view.id)]
    strip = [Wanted(STRIP, seen[-1].look)] if state.strip is not None and seen else []
    return tuple(dict.fromkeys([*seen, *strip]))


def without(state: State, slide: str) -> Result:
    """The state in which `slide` is passed over: nobody goes there any more."""
    state = replace(state, broken=state.broken | {slide})
    if state.wish is not None and state.wish.to.id == slide:
        state = replace(state, wish=None)
    if state.is_waiting and state.view.id == slide:
        state = _restarted(state)
    return state, (preparation(state),)


def _in_place(state: State, before: Show) -> State:
    """The state with every view that the new show has too replaced by it, at the same time.

    What a visitor has opened or wished for stays where it still leads somewhere.
    """
    show, turn, wish, strip = state.show, state.turn, state.wish, state.strip
    if turn is not None:
        turn = replace(turn, plan=replace(turn.plan, to=_replaced(state, turn.plan.to)))
    if wish is not None:
        leads = _has(show, wish.to.id)
        wish = replace(wish, to=_replaced(state, wish.to)) if leads else None
    if strip is not None and strip.chapter >= len(show.chapters):
        strip = None
    is_same = _slide(show, state.view.id) == _slide(before, state.view.id)
    note = state.note if is_same else None
    view = _replaced(state, state.view)
    return replace(state, turn=turn, view=view, wish=wish, strip=strip, note=note)


def _replaced(state: State, view: View) -> View:
    """`view` in the new show, its clock untouched; as it was where its slide is gone."""
    show = state.show
    if not _has(show, view.id):
        return view
    wanted = _wanted(view, show)
    entry_s = state.entry_of(wanted) or 0.0
    stay = stay_s(show, view.id, wanted.look.language, entry_s)
    return replace(view, show=show, look=wanted.look, stay_s=stay, live=state.live_of(wanted))


def _wanted(view: View, show: Show) -> Wanted:
    """`view` in the look that it has in `show`, which may lack its language or theme."""
    look = view.look
    language = look.language if look.language in show.languages else show.languages[0]
    theme = look.theme if look.theme in show.themes else show.theme
    return Wanted(view.id, replace(look, language=language, theme=theme))


def _has(show: Show, view: str) -> bool:
    """Whether there is such a view in `show`."""
    return view in NO_SLIDES or _slide(show, view) is not None


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
