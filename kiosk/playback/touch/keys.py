"""Keys → what happens: a visit can be made with a keyboard, or a few switches, alone. Pure.

Tab goes from target to target and Enter does what a touch there would. Arrows and the keys of a
presenter's remote turn pages, except where there is something to choose from: then arrows choose. A
chart is one stop; from there arrows go from mark to mark, whose notes open, and Escape leaves it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from kiosk.playback.events import (
    CloseStrip,
    Commanded,
    Focused,
    GoHome,
    Next,
    OpenAccess,
    OpenStaff,
    OpenStrip,
    Previous,
    SwitchLanguage,
)
from kiosk.playback.state import HOME

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.playback.events import Action
    from kiosk.playback.state import State
    from kiosk.playback.views.charts.strides import Way
    from kiosk.playback.views.room import Target

Key = Literal[
    "right", "down", "left", "up", "page-down", "page-up", "tab", "back-tab",
    "enter", "space", "escape", "home", "language", "staff",
]  # fmt: skip
Targets = tuple["Target", ...]
Beside = Callable[["Target", "Way"], "Target | None"]

_WAYS: dict[Key, tuple[int, int]] = {
    "right": (1, 0), "down": (0, 1), "left": (-1, 0), "up": (0, -1),
}  # fmt: skip
_INTO = (1, 0)  # a chart, as Enter goes
_TURNS: dict[Key, Action] = {
    "right": Next(), "down": Next(), "page-down": Next(), "space": Next(),
    "left": Previous(), "up": Previous(), "page-up": Previous(),
    "home": GoHome(), "language": SwitchLanguage(), "staff": OpenStaff(),
}  # fmt: skip
_ASIDE = 2.0  # how much worse a target is that lies so far aside, and not ahead
_OPENS = (OpenStrip, OpenAccess)  # the actions that put targets above those there are


def typed(
    state: State, key: Key, targets: Targets, beside: Beside
) -> tuple[Commanded | Focused, ...]:
    """What `key` does among `targets`, which are those of `state`, in the order of reading.

    beside: the mark that an arrow leads to from a chart, or within it.
    """
    focus = focused(state, targets)
    done = None if focus is None or not focus.role else _in_chart(state, key, focus, beside)
    if done is not None:
        return done
    match key:
        case "escape":
            return _escaped(state)
        case "tab" | "back-tab":
            stops, stop = _stops(targets, focus)
            return (Focused(_next(stops, stop, 1 if key == "tab" else -1)),)
        case "enter" | "space" if focus is not None:
            return (Commanded(focus.action),)
        case "right" | "left" | "up" | "down" if focus is not None:
            return (Focused(_towards(targets, focus, _WAYS[key]).key),)
        case "right" | "left" | "up" | "down" if _is_choosing(state) and targets:
            return (Focused(targets[0].key),)
        case "enter":
            return (Focused(_next(targets, None, 1)),)
    return (Commanded(_TURNS[key]),)


def entered(done: tuple[Commanded | Focused, ...], before: Targets, after: Targets) -> str:
    """The target that is focused when `done` has opened something above the page; else empty."""
    has_opened = any(isinstance(e, Commanded) and isinstance(e.action, _OPENS) for e in done)
    known = {target.key for target in before}
    if not has_opened or not after or after[0].key in known:
        return ""
    return after[0].key


def focused(state: State, targets: Targets) -> Target | None:
    """The target that has the focus: of those it was on, the last one that is there."""
    there = {target.key: target for target in targets}
    return next((there[key] for key in reversed(state.focus) if key in there), None)


def _in_chart(
    state: State, key: Key, focus: Target, beside: Beside
) -> tuple[Commanded | Focused, ...] | None:
    """What `key` does on a chart or in it; None of one that does what it does everywhere."""
    if key == "escape" and focus.inside:
        return (Commanded(CloseStrip()), Focused(focus.inside))
    enters = key in {"enter", "space"} and focus.role == "chart"
    way = _INTO if enters else _WAYS.get(key)
    if way is None:
        return None
    found = beside(focus, way)
    if found is None or found.key == focus.key:
        return ()
    is_told = state.note is not None and state.note.share.end > 0.0
    if found.role == "entry":
        return (*((Commanded(CloseStrip()),) if is_told else ()), Focused(found.key))
    return (Commanded(found.action), Focused(found.key))


def _stops(targets: Targets, focus: Target | None) -> tuple[Targets, Target | None]:
    """What Tab goes through, and where it is: a chart is one stop."""
    stops = tuple(target for target in targets if not target.inside)
    if focus is None or not focus.inside:
        return stops, focus
    return stops, next((stop for stop in stops if stop.key == focus.inside), None)


def _escaped(state: State) -> tuple[Commanded | Focused, ...]:
    """Away with what is open; with nothing open, the focus goes out. It wakes nobody."""
    if state.mode == "loop":
        return ()
    has_note = state.note is not None and state.note.share.end > 0.0
    if has_note or _has_overlay(state) or state.is_telling_staff:
        return (Commanded(CloseStrip()),)
    return (Focused(),)


def _is_choosing(state: State) -> bool:
    """Whether the visitor is to choose, and there is no page to turn."""
    return state.current.id == HOME or _has_overlay(state)


def _has_overlay(state: State) -> bool:
    """Whether something is open above the page."""
    has_strip = state.strip is not None and state.strip.share.end > 0.0
    return has_strip or state.is_adjusting


def _next(targets: Targets, focus: Target | None, step: int) -> str:
    """The key of the target after (1) or before (-1) the focus, round the ends."""
    if not targets:
        return ""
    if focus is None:
        return targets[0 if step > 0 else -1].key
    return targets[(targets.index(focus) + step) % len(targets)].key


def _towards(targets: Targets, focus: Target, way: tuple[int, int]) -> Target:
    """The nearest target in that direction; the focus itself where there is none."""
    ahead = [t for t in targets if _ahead(focus.box, t.box, way) > 0.0]
    return min(ahead, key=lambda target: _distance(focus.box, target.box, way), default=focus)


def _ahead(start: Box, end: Box, way: tuple[int, int]) -> float:
    """How far the middle of `end` lies from that of `start` in the direction `way`."""
    dx, dy = end.centre.x - start.centre.x, end.centre.y - start.centre.y
    return dx * way[0] + dy * way[1]


def _distance(start: Box, end: Box, way: tuple[int, int]) -> tuple[bool, float]:
    """How far it is; boxes that face each other come before what lies aside."""
    if way[0]:
        aside = max(end.y - start.bottom, start.y - end.bottom, 0.0)
    else:
        aside = max(end.x - start.right, start.x - end.right, 0.0)
    return aside > 0.0, _ahead(start, end, way) + _ASIDE * aside
