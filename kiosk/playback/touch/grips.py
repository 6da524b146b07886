"""Fingers on a chart that can be explored → which stretch of it is to be shown. Pure.

One finger takes the places along with it, two pinch around their middle. A finger that has hardly
moved may still mean a tap, and one that goes up or down means something else; only what has taken
hold of the chart keeps it until the last finger is lifted.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Point
from kiosk.playback.touch.gestures import FORGOTTEN_S, MEMORY_S
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.playback.touch.exploring import Pane
    from kiosk.playback.touch.gestures import Contact

Stretch = tuple[float, float]

COAST_S = 0.9  # how long what was thrown takes to come to rest
CLOSER_S = 0.3  # a chart that is shown whole comes closer as it is taken hold of
TWICE_S = 0.4  # between two taps that mean one thing
_CLOSER = 0.5  # of the whole
_QUICK_OFF = 3.5  # how much faster than on average the way to rest begins (`easing.SETTLE`)
_LEAST_SPEED = 120.0  # logical units a second: a finger that is slower has come to rest
_CLOSE_MM = 15.0  # two fingers count as no nearer to each other


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the fingers hold. at: the share of the whole under their middle.

    span: how much was shown then; apart: how far the two were from each other, 0 of one.
    """

    at: float
    span: float
    apart: float


@dataclass(frozen=True, slots=True)
class Grip:
    """Fingers that went down on `pane`: as they are now, and the place where the first was first.

    slack, least: logical units, what a tap may move and how near two fingers count. anchor: what
    they hold; None while they may mean a tap. since: when they took it. trail: where a single one
    was in the last moments.
    """

    pane: Pane
    start: Point
    slack: float
    least: float
    fingers: tuple[Contact, ...]
    anchor: Anchor | None = None
    since: float = 0.0
    trail: tuple[Contact, ...] = ()

    @property
    def middle(self) -> float:
        """Where the middle of the fingers is, as a share of the pane's width."""
        x = sum(finger.at.x for finger in self._two) / len(self._two)
        return (x - self.pane.box.x) / self.pane.box.width

    @property
    def apart(self) -> float:
        """How far two fingers are from each other, logical units; 0 of one."""
        if len(self._two) < 2:
            return 0.0
        one, other = (finger.at for finger in self._two)
        return max(self.least, math.hypot(one.x - other.x, one.y - other.y))

    @property
    def _two(self) -> tuple[Contact, ...]:
        """The fingers that count."""
        return self.fingers[:2]


def gripped(contact: Contact, pane: Pane, px_per_mm: float, slack_mm: float) -> Grip:
    """The grip of a first finger."""
    least = _CLOSE_MM * px_per_mm
    return Grip(pane, contact.at, slack_mm * px_per_mm, least, (contact,), trail=(contact,))


def is_forgotten(grip: Grip, contact: Contact) -> bool:
    """Whether the fingers must have been lifted unnoticed when `contact` came down."""
    lasts = max(finger.time for finger in grip.fingers)
    is_known = any(finger.id == contact.id for finger in grip.fingers)
    return contact.phase == "down" and (is_known or contact.time - lasts > FORGOTTEN_S)


def moved(grip: Grip, contact: Contact) -> Grip:
    """The grip after a finger came down, moved or was lifted; maybe without any."""
    others = tuple(finger for finger in grip.fingers if finger.id != contact.id)
    if contact.phase in {"up", "cancel"}:
        return replace(grip, fingers=others)
    if contact.phase == "down":
        return replace(grip, fingers=(*others, contact), trail=())
    if len(others) == len(grip.fingers):
        return grip
    fingers = tuple(contact if f.id == contact.id else f for f in grip.fingers)
    recent = tuple(one for one in grip.trail if contact.time - one.time <= MEMORY_S)
    trail = (*recent, contact) if len(fingers) == 1 else ()
    return replace(grip, fingers=fingers, trail=trail)


def takes_hold(grip: Grip) -> bool:
    """Whether the fingers mean the chart: two, or one that has gone along it."""
    if len(grip.fingers) > 1:
        return True
    dx, dy = _way(grip)
    return dx > grip.slack and dx >= dy


def means_else(grip: Grip) -> bool:
    """Whether a single finger has gone up or down, and means something else."""
    dx, dy = _way(grip)
    return grip.anchor is None and len(grip.fingers) == 1 and dy > grip.slack and dy > dx


def holding(grip: Grip, pane: Pane, now: float) -> Grip:
    """The grip that holds what is under its fingers of `pane`, as that is shown now.

    A single finger on a chart that is shown whole takes half of it, so that there is a way to go.
    """
    grip = replace(grip, pane=pane)
    is_closer = pane.is_whole and len(grip.fingers) == 1 and grip.anchor is None
    at = pane.start + grip.middle * pane.span
    span = max(pane.least, _CLOSER) if is_closer else pane.span
    since = grip.since if grip.anchor is not None else now if is_closer else -math.inf
    return replace(grip, anchor=Anchor(at, span, grip.apart), since=since)


def stretch_under(grip: Grip) -> Stretch:
    """The stretch with which what the fingers hold stays under them; maybe beyond the whole."""
    anchor = grip.anchor
    assert anchor is not None
    apart = grip.apart
    span = anchor.span * (anchor.apart / apart) if apart and anchor.apart else anchor.span
    span = min(1.0, max(grip.pane.least, span))
    start = anchor.at - grip.middle * span
    return start, start + span


def over_s(grip: Grip, now: float) -> float:
    """How long the chart takes to where the fingers are: at once, but that it comes closer."""
    return max(0.0, grip.since + CLOSER_S - now)


def thrown(grip: Grip, pane: Pane) -> float:
    """How far the last finger has thrown the chart, as a share of the whole; 0 where it has not."""
    if len(grip.trail) < 2:
        return 0.0
    first, last = grip.trail[0], grip.trail[-1]
    passed = last.time - first.time
    speed = (last.at.x - first.at.x) / passed if passed > 0.0 else 0.0
    if abs(speed) < _LEAST_SPEED:
        return 0.0
    return -speed * COAST_S / _QUICK_OFF / pane.box.width * pane.span


def coast_s(wanted: float, found: float) -> float:
    """How long the way takes that is left of the one that was thrown, begun at the same speed."""
    return COAST_S * min(1.0, abs(found / wanted)) if wanted else 0.0


def is_second(before: Contact | None, contact: Contact, slack: float) -> bool:
    """Whether a tap is the second of two that mean one thing."""
    if before is None or contact.time - before.time > TWICE_S:
        return False
    return math.hypot(contact.at.x - before.at.x, contact.at.y - before.at.y) <= 2 * slack


def _way(grip: Grip) -> tuple[float, float]:
    """How far the first finger has gone, aside and up or down."""
    at = grip.fingers[0].at
    return abs(at.x - grip.start.x), abs(at.y - grip.start.y)
