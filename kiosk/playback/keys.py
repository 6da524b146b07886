"""Keys → what happens: a visit can be made with a keyboard, or a few switches, alone. Pure.

Tab goes from target to target and Enter does what a touch there would. Arrows and the keys of a
presenter's remote turn pages, except where there is something to choose from: then arrows choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.playback.events import (
    CloseStrip,
    Commanded,
    Focused,
    GoHome,
    Next,
    OpenAccess,
    OpenStrip,
    Previous,
    SwitchLanguage,
)
from kiosk.playback.state import HOME

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.playback.events import Action
    from kiosk.playback.state import State
    from kiosk.playback.views.room import Target

Key = Literal[
    "right", "down", "left", "up", "page-down", "page-up", "tab", "back-tab",
    "enter", "space", "escape", "home", "language",
]  # fmt: skip
Targets = tuple["Target", ...]

_WAYS: dict[Key, tuple[int, int]] = {
    "right": (1, 0), "down": (0, 1), "left": (-1, 0), "up": (0, -1),
}  # fmt: skip
_TURNS: dict[Key, Action] = {
    "right": Next(), "down": Next(), "page-down": Next(), "space": Next(),
    "left": Previous(), "up": Previous(), "page-up": Previous(),
    "home": GoHome(), "language": SwitchLanguage(),
}  # fmt: skip
_ASIDE = 2.0  # how much worse a target is that lies so far aside, and not ahead
_OPENS = (OpenStrip, OpenAccess)  # the actions that put targets above those there are


def typed(state: State, key: Key, targets: Targets) -> tuple[Commanded | Focused, ...]:
    """What `key` does among `targets`, which are those of `state`, in the order of reading."""
    focus = focused(state, targets)
    match key:
        case "escape":
            return _escaped(state)
        case "tab" | "back-tab":
            return (Focused(_next(targets, focus, 1 if key == "tab" else -1)),)
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


def _escaped(state: State) -> tuple[Commanded | Focused, ...]:
    """Away with what is open; with nothing open, the focus goes out. It wakes nobody."""
    if state.mode == "loop":
        return ()
    has_note = state.note is not None and state.note.share.end > 0.0
    if has_note or _has_overlay(state):
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
