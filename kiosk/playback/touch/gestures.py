"""Fingers and the mouse as they are felt → presses, drags and releases. Pure.

The first finger that goes down counts until it is lifted; the others are ignored, unless it
rests there forgotten or its lifting got lost.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.playback.events import Cancelled, Dragged, Pressed, Released, Traced
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Point, Size
    from kiosk.playback.views.room import Target

Phase = Literal["down", "move", "up", "cancel"]
TargetAt = Callable[["Point"], "Target | None"]
Along = Callable[[str, "Point"], "Target | None"]

SLACK_MM = 12.0  # a finger that moves less has tapped
FORGOTTEN_S = 10.0  # a finger that has not moved for so long gives way to another one
MEMORY_S = 0.08  # the speed is that of the last 80 ms


@dataclass(frozen=True, slots=True)
class Contact:
    """One finger at one time, or the mouse (`id` -1). at: logical units; time: seconds."""

    id: int
    at: Point
    time: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class Touch:
    """The finger that counts. start: where it went down. slack: logical units.

    way: what it does: `tap` while it has not left the slack, then it drags, goes along a line, or
    means nothing, because it moved up or down. line: the key of what lies under it on a line; else
    empty. trail: where it was in the last moments.
    """

    id: int
    start: Point
    slack: float
    way: Literal["tap", "drag", "trace", "nothing"] = "tap"
    line: str = ""
    trail: tuple[Contact, ...] = ()


Happened = tuple[Pressed | Dragged | Traced | Released | Cancelled, ...]
Felt = tuple["Touch | None", Happened]


def feel(
    touch: Touch | None, contact: Contact, page: Size, px_per_mm: float, target_at: TargetAt,
    along: Along,
) -> Felt:  # fmt: skip
    """The finger that counts after `contact`, and what has happened.

    px_per_mm: logical units in a millimetre of the screen. target_at: what lies at a point.
    along: what is next to it on the lines of a chart, by the key of what a finger was at there.
    """
    if contact.phase == "down" and (touch is None or _is_lost(touch, contact)):
        target = target_at(contact.at)
        line = target.key if target is not None and target.follows else ""
        slack = SLACK_MM * px_per_mm
        began = Touch(contact.id, contact.at, slack, line=line, trail=(contact,))
        lost = () if touch is None else (Cancelled(),)
        pressed = Pressed() if target is None else Pressed(target.key, target.action)
        return began, (*lost, pressed)
    if touch is None or contact.id != touch.id:
        return touch, ()
    if contact.phase == "cancel":
        return None, (Cancelled(),)
    touch, moves = _on_its_way(_moved(touch, contact), contact.at, page, along)
    if contact.phase == "up":
        velocity = speed(touch) / page.width if touch.way == "drag" else 0.0
        return None, (*moves, Released(velocity, is_tap=touch.way == "tap"))
    return touch, moves


def _on_its_way(touch: Touch, at: Point, page: Size, along: Along) -> tuple[Touch, Happened]:
    """The finger that has moved, and what that means."""
    if touch.way == "drag":
        return touch, (Dragged(offset(touch, at, page)),)
    found = along(touch.line, at) if touch.way == "trace" else None
    if found is None:
        return touch, ()
    return replace(touch, line=found.key), (Traced(found.key),)


def offset(touch: Touch, at: Point, page: Size) -> float:
    """Page widths to the right of where the slack was left, so that the page does not jump."""
    way = at.x - touch.start.x
    return math.copysign(max(0.0, abs(way) - touch.slack), way) / page.width


def speed(touch: Touch) -> float:
    """Logical units a second to the right, over the last moments; 0 where there was none."""
    first, last = touch.trail[0], touch.trail[-1]
    passed = last.time - first.time
    return (last.at.x - first.at.x) / passed if passed > 0.0 else 0.0


def _is_lost(touch: Touch, contact: Contact) -> bool:
    """Whether the finger that counted must have been lifted unnoticed."""
    return contact.id == touch.id or contact.time - touch.trail[-1].time > FORGOTTEN_S


def _moved(touch: Touch, contact: Contact) -> Touch:
    """The finger where it is now, and what it means by that."""
    recent = tuple(c for c in touch.trail if contact.time - c.time <= MEMORY_S)
    dx, dy = abs(contact.at.x - touch.start.x), abs(contact.at.y - touch.start.y)
    way = touch.way
    if way == "tap" and max(dx, dy) > touch.slack:
        way = "trace" if touch.line else "drag" if dx >= dy else "nothing"
    return replace(touch, way=way, trail=(*recent, contact))
