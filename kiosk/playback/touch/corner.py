"""A finger that rests in the lower left corner, where staff hold it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.playback.events import Cornered, Pressed

if TYPE_CHECKING:
    from kiosk.geometry import Point
    from kiosk.playback.events import Event
    from kiosk.playback.touch.gestures import Contact, Touch

Rest = tuple[bool, tuple[Cornered, ...]]


def rest(
    touch: Touch | None, contact: Contact, is_corner: Callable[[Point], bool], *, was_resting: bool
) -> Rest:
    """Whether a finger rests in the corner after `contact`, and what of that is new.

    touch: the finger that counts now. A second finger is no way to hold a screen: with it, the
    rest is over.
    """
    if contact.phase == "down":
        begins = touch is not None and touch.trail[-1] is contact and is_corner(contact.at)
        if begins:
            return True, (Cornered(),)
        return False, (Cornered(is_held=False),) if was_resting else ()
    if was_resting and (touch is None or touch.way != "tap"):
        return False, (Cornered(is_held=False),)
    return was_resting, ()


def put_away(events: tuple[Event, ...], *, is_open: bool) -> tuple[Cornered, ...]:
    """What fingers mean on a cover, where nothing else is touched: any puts away the open panel."""
    is_touched = any(isinstance(event, Pressed) for event in events)
    return (Cornered(),) if is_open and is_touched else ()
