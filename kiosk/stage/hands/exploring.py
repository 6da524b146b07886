"""Fingers, the wheel and keys on a chart that can be explored → the stretch of it that is shown.

A view box of pyqtgraph, which is never on a screen, holds that stretch within its limits; what it
says of its range is what happens in playback. It lies in no scene, as Qt has scenes in applications
with widgets alone, and pyqtgraph's import takes some tenths of a second: it is imported in a
thread, by a show that has such a chart, and not before its first slide is on the screen.
"""

from __future__ import annotations

import math
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal

from kiosk.playback.events import Explored
from kiosk.playback.touch.gestures import SLACK_MM
from kiosk.playback.touch.grips import (
    COAST_S,
    coast_s,
    gripped,
    holding,
    is_forgotten,
    is_second,
    means_else,
    moved,
    over_s,
    stretch_under,
    takes_hold,
    thrown,
)
from kiosk.playback.touch.stretches import EXPLORE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.geometry import Point
    from kiosk.playback.events import Event
    from kiosk.playback.touch.exploring import Pane
    from kiosk.playback.touch.gestures import Contact
    from kiosk.playback.touch.grips import Grip, Stretch
    from kiosk.show.model import Show

Grasp = Literal["free", "took", "kept"]
Step = Literal["left", "right", "closer", "wider"]
Panes = tuple["Pane", ...]

_STEP_S = 0.25
_AWAY = 0.25  # of what is shown: as far as a key goes
_CLOSER = 0.5  # as much of it as a key leaves
_NOTCH, _NOTCH_AWAY, _NOTCH_S = 0.8, 0.1, 0.15  # the same of a wheel


def explores(show: Show) -> bool:
    """Whether the show has a chart that can be explored."""
    return any(chart.explores for slide in show.slides for chart in slide.parts.charts)


class Exploring:
    """Lets `take` have what happens. panes: tells the charts that can be explored at a time."""

    def __init__(
        self, take: Callable[[Event], None], panes: Callable[[float], Panes],
    ) -> None:  # fmt: skip
        self._take = take
        self._panes = panes
        self._grip: Grip | None = None
        self._tapped: Contact | None = None
        self._view: _View | None = None
        self._import: Thread | None = None

    def load(self) -> None:
        """Begins to import what it needs, once, while nobody waits for it."""
        if self._import is None:
            self._import = Thread(target=import_module, args=("pyqtgraph",))
            self._import.start()

    def end(self) -> None:
        """Waits for what is still being imported: Python must not end in the middle of it."""
        if self._import is not None:
            self._import.join()

    def felt(self, contact: Contact, px_per_mm: float) -> Grasp:
        """Whether a finger is free to mean something else, or the chart has just taken it, or has.

        px_per_mm: logical units in a millimetre of the screen.
        """
        grip = self._grip
        if grip is not None and is_forgotten(grip, contact):
            grip = self._grip = None
        if grip is None:
            return self._pressed(contact, px_per_mm)
        if contact.phase == "down" and not grip.pane.box.holds(contact.at):
            return "free" if grip.anchor is None else "kept"
        now = moved(grip, contact)
        if grip.anchor is None:
            return self._meant(grip, now, contact)
        self._held(grip, now, contact)
        return "kept"

    def stepped(self, part: str, step: Step) -> None:
        """A key on the chart `part`."""
        pane = self._pane(part, math.inf)
        if pane is None:
            return
        view = self._view_of(pane, _STEP_S)
        if step in {"closer", "wider"}:
            view.scale(_CLOSER if step == "closer" else 1 / _CLOSER, (pane.start + pane.end) / 2)
            return
        if pane.is_whole:  # else there is no way to go
            view.at(pane, *_middle(pane))
        view.shift(_AWAY if step == "right" else -_AWAY)

    def rolled(self, at: Point, notches: float, aside: float) -> None:
        """The wheel over `at` was turned by so many notches: on, and to the right."""
        pane = next((one for one in self._panes(math.inf) if one.box.holds(at)), None)
        if pane is None:
            return
        view = self._view_of(pane, _NOTCH_S)
        if aside:
            view.shift(aside * _NOTCH_AWAY)
        else:
            share = (at.x - pane.box.x) / pane.box.width
            view.scale(_NOTCH**notches, pane.start + share * pane.span)

    def _pressed(self, contact: Contact, px_per_mm: float) -> Grasp:
        """The first finger comes down; it may mean something else."""
        if contact.phase == "down":
            under = (one for one in self._panes(contact.time) if one.box.holds(contact.at))
            pane = next(under, None)
            self._grip = None if pane is None else gripped(contact, pane, px_per_mm, SLACK_MM)
            if pane is not None:
                self.load()
                self._stop(pane)
        return "free"

    def _stop(self, pane: Pane) -> None:
        """What coasts under a finger stays where it is."""
        if self._pane(pane.part, math.inf) != pane:
            self._view_of(pane, 0.0).show(pane.start, pane.end, tells=True)

    def _meant(self, before: Grip, now: Grip, contact: Contact) -> Grasp:
        """What the fingers mean by now, which had not taken hold of the chart."""
        self._grip = None
        if not now.fingers:
            return self._tap(before, contact)
        pane = self._pane(now.pane.part, contact.time)
        if means_else(now) or pane is None or pane.slide != now.pane.slide:
            return "free"
        self._grip = now
        if not takes_hold(now):
            return "free"
        self._grip = holding(now, pane, contact.time)
        view = self._view_of(pane, over_s(self._grip, contact.time))
        view.show(*stretch_under(self._grip), tells=True)
        return "took"

    def _held(self, before: Grip, now: Grip, contact: Contact) -> None:
        """Fingers that have taken hold of the chart move, and others come or go."""
        pane = self._pane(now.pane.part, contact.time)
        if pane is None:
            self._grip = now if now.fingers else None
            return
        if not now.fingers:
            self._grip = None
            self._let_go(before, pane, contact)
            return
        if len(now.fingers) != len(before.fingers):
            now = holding(now, pane, contact.time)
        self._grip = now
        self._view_of(pane, over_s(now, contact.time)).show(*stretch_under(now))

    def _let_go(self, grip: Grip, pane: Pane, contact: Contact) -> None:
        """The last finger is lifted; what it threw coasts."""
        by = thrown(grip, pane) if contact.phase == "up" else 0.0
        if by == 0.0:
            return
        far = min(1.0 - pane.end, max(-pane.start, by))
        self._view_of(pane, coast_s(by, far) or COAST_S).shift(by / pane.span)

    def _tap(self, grip: Grip, contact: Contact) -> Grasp:
        """A tap; the second of two shows all of the chart again."""
        pane, before = self._pane(grip.pane.part, contact.time), self._tapped
        self._tapped = contact
        if pane is None or pane.is_whole or contact.phase == "cancel":
            return "free"
        if not is_second(before, contact, grip.slack):
            return "free"
        self._tapped = None
        self._view_of(pane, EXPLORE_S).show(0.0, 1.0)
        return "took"

    def _pane(self, part: str, now: float) -> Pane | None:
        """The chart of that key, if it can be explored now."""
        return next((pane for pane in self._panes(now) if pane.part == part), None)

    def _view_of(self, pane: Pane, seconds: float) -> _View:
        """The view box, which shows what `pane` does; where it goes next takes so many seconds."""
        if self._view is None:
            self._view = _View(self._take)
        self._view.at(pane, pane.start, pane.end, seconds)
        return self._view


class _View:
    """A view box: it keeps within its limits, and tells when it shows something else."""

    def __init__(self, take: Callable[[Event], None]) -> None:
        pyqtgraph: Any = import_module("pyqtgraph")
        self._take = take
        self._pane: Pane | None = None
        self._seconds = 0.0
        self._box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        self._box.sigXRangeChanged.connect(self._changed)

    def at(self, pane: Pane, start: float, end: float, seconds: float | None = None) -> None:
        """Shows that stretch of `pane`, and tells nobody."""
        self._pane = None
        self._box.setLimits(xMin=0.0, xMax=1.0, minXRange=pane.least, maxXRange=1.0)
        self._box.setXRange(start, end, padding=0.0)
        self._pane = pane
        self._seconds = self._seconds if seconds is None else seconds

    def show(self, start: float, end: float, *, tells: bool = False) -> None:
        """Shows that stretch. tells: even where it was shown before."""
        before = self._box.viewRange()[0]
        self._box.setXRange(start, end, padding=0.0)
        if tells and self._box.viewRange()[0] == before:
            self._changed(self._box, before)

    def shift(self, by: float) -> None:
        """Goes to the right by that share of what is shown."""
        start, end = self._box.viewRange()[0]
        self._box.translateBy(x=by * (end - start))

    def scale(self, by: float, at: float) -> None:
        """Shows `by` times as much, with `at` in its place."""
        self._box.scaleBy(x=by, center=(at, 0.0))

    def _changed(self, box: object, stretch: Stretch) -> None:
        """It shows another stretch."""
        del box
        pane = self._pane
        if pane is not None:
            start, end = (float(share) for share in stretch)
            self._take(Explored(pane.slide, pane.part, start, end, self._seconds))


def _middle(pane: Pane) -> Stretch:
    """The middle half of a chart, or as little as it can show."""
    half = max(_CLOSER, pane.least) / 2
    return 0.5 - half, 0.5 + half
