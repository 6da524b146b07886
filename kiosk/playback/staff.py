"""What staff are told: who holds the lower left corner for three seconds sees what is wrong.

Visitors are told nothing of it, and find it by no tap, swipe or short rest of a finger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.motion.easing import SETTLE
from kiosk.playback.events import Cornered, Edited, Found, TakenOver
from kiosk.playback.findings import Finding, findings_of, worst_first
from kiosk.playback.state import State, Tween

if TYPE_CHECKING:
    from kiosk.playback.effects import Effects

HOLD_S = 3.0  # a finger rests in the corner for so long
OPEN_S = 20.0  # then the panel goes by itself
OPENING_S = 0.25
_MOST = 100  # findings of one performance

Change = Callable[[State, float], "tuple[State, Effects]"]


def told(state: State, event: Cornered | Found | Edited, now: float) -> State:
    """The state after something that concerns staff alone."""
    match event:
        case Cornered(is_held):
            return _cornered(state, now, is_held=is_held)
        case Found(finding, is_over):
            return replace(
                state,
                staff=replace(
                    state.staff, found=_found(state.staff.found, finding, is_over=is_over)
                ),
            )
        case Edited():
            return replace(state, staff=replace(state.staff, edited=event))


def come(state: State, event: TakenOver) -> State:
    """The state in which a show that has been loaded anew is what staff are told of.

    What was found on slides that it has just as they were is as wrong as before.
    """
    staff, show = state.staff, event.show
    if not show.slides:
        return state
    came = staff.came if state.wall is None else state.wall.at
    if not event.in_place:
        return replace(state, staff=replace(staff, found=(), edited=None, came=came))
    before = {slide.id: slide for slide in state.show.slides}
    after = {slide.id: slide for slide in show.slides}
    found = tuple(
        one
        for one in staff.found
        if one.where in after and after[one.where] == before.get(one.where)
    )
    return replace(state, staff=replace(staff, found=found, came=came))


def wrong_with(state: State) -> tuple[Finding, ...]:
    """All that is known to be wrong, the worst first."""
    staff = state.staff
    loaded = findings_of(state.show.problems) if staff.edited is None else staff.edited.findings
    return worst_first((*loaded, *staff.found))


def toggled(state: State, now: float) -> State:
    """The state with the panel coming on; where it is open, on its way out."""
    return closed(state, now) if state.is_telling_staff else _opened(state, now)


def closed(state: State, now: float) -> State:
    """The state with the panel on its way out, where it is open."""
    share = state.staff.share
    if share is None or share.end == 0.0:
        return state
    return replace(
        state, staff=replace(state.staff, share=Tween(share.at(now), 0.0, now, OPENING_S, SETTLE))
    )


def staff_dues(state: State) -> Iterator[tuple[float, Change]]:
    """When a finger has been held for long enough, and when the panel goes."""
    staff = state.staff
    if staff.held_since is not None and not state.is_waiting:
        yield staff.held_since + HOLD_S, _open
    if staff.share is not None:
        is_open = staff.share.end > 0.0
        yield (staff.share.since + OPEN_S, _close) if is_open else (staff.share.ends, _end)


def _cornered(state: State, now: float, *, is_held: bool) -> State:
    """The state in which a finger is held in the corner, or none; one puts away what is open."""
    if is_held and state.is_telling_staff:
        return closed(state, now)
    return replace(state, staff=replace(state.staff, held_since=now if is_held else None))


def _opened(state: State, now: float) -> State:
    """The state with the panel coming on."""
    share = state.staff.share
    start = 0.0 if share is None else share.at(now)
    return replace(
        state,
        staff=replace(
            state.staff, share=Tween(start, 1.0, now, OPENING_S, SETTLE), held_since=None
        ),
    )


def _open(state: State, at: float) -> tuple[State, Effects]:
    """A finger was held for long enough: the panel opens, and lifting it does nothing more."""
    finger = state.finger
    if finger is not None:
        state = replace(state, finger=replace(finger, target="", action=None, is_spent=True))
    return _opened(state, at), ()


def _close(state: State, at: float) -> tuple[State, Effects]:
    """Nobody needs the panel any more."""
    return closed(state, at), ()


def _end(state: State, at: float) -> tuple[State, Effects]:
    """The panel is put away."""
    del at
    return replace(state, staff=replace(state.staff, share=None)), ()


def _found(known: tuple[Finding, ...], finding: Finding, *, is_over: bool) -> tuple[Finding, ...]:
    """What is wrong now, the last things that were found."""
    if is_over:
        return tuple(one for one in known if one.where != finding.where)
    return (*(one for one in known if one != finding), finding)[-_MOST:]
