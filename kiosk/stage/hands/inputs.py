"""What comes in at the window: fingers, the mouse and keys become events of playback."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kiosk.playback.events import Focused
from kiosk.playback.touch.corner import put_away, rest
from kiosk.playback.touch.gestures import feel
from kiosk.playback.touch.keys import entered, focused, typed
from kiosk.playback.views.charts.sign import SIGN
from kiosk.playback.views.charts.touched import CHART
from kiosk.playback.views.room import Room
from kiosk.stage.hands.exploring import Exploring
from kiosk.stage.hands.keyboard import key_of, step_of
from kiosk.stage.hands.touch import contacts_of, mouse_contact, wheel_turn

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QTouchEvent, QWheelEvent

    from kiosk.geometry import Point
    from kiosk.playback.compose import Composer
    from kiosk.playback.events import Event
    from kiosk.playback.state import State
    from kiosk.playback.touch.exploring import Pane
    from kiosk.playback.touch.gestures import Contact, Touch
    from kiosk.playback.views.charts.strides import Way
    from kiosk.playback.views.room import Target
    from kiosk.show.model import Show
    from kiosk.stage.clock import Clock
    from kiosk.stage.window import StageWindow
    from kiosk.typesetting.setting import Measure


class Played(Protocol):
    """What the inputs act on: a show as it plays."""

    state: State

    @property
    def composer(self) -> Composer:
        """Tells what can be touched."""

    def take(self, event: Event) -> None:
        """Lets it happen."""


class Inputs(QObject):
    """Hands on to `played` what is felt at `window`.

    cover: a show on which nothing that is touched does anything. exploring: what takes hold of
    charts that can be explored.
    """

    def __init__(
        self, window: StageWindow, clock: Clock, measure: Measure, played: Played,
        cover: Show | None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._window, self._clock, self._measure = window, clock, measure
        self._played = played
        self.cover = cover
        self._touch: Touch | None = None
        self._is_resting = False
        self.exploring = Exploring(played.take, self._panes)
        window.touched.connect(self._touched)
        window.clicked.connect(self._clicked)
        window.rolled.connect(self._rolled)
        window.typed.connect(self._typed)

    @property
    def _is_covered(self) -> bool:
        """Whether the cover for another show is what counts on the screen."""
        return self._played.state.current.show is self.cover

    def _touched(self, event: QTouchEvent) -> None:
        """Fingers on the screen."""
        for contact in contacts_of(event, self._window.turning, self._clock.now()):
            self._felt(contact)

    def _clicked(self, event: QMouseEvent) -> None:
        """The mouse."""
        contact = mouse_contact(event, self._window.turning, self._clock.now())
        if contact is not None:
            self._felt(contact)

    def _felt(self, contact: Contact) -> None:
        """A finger, or what stands for one. On a cover it does nothing but what staff do."""
        state, page = self._played.state, self._played.composer.page
        room = Room(state.show, page, state.current.look, self._measure)
        grasp = self.exploring.felt(contact, room.px_per_mm)
        if grasp != "free" and self._touch is None:
            return
        if grasp != "free" and self._touch is not None:  # what it had pressed means nothing now
            contact = replace(contact, id=self._touch.id, phase="cancel")
        self._touch, events = feel(
            self._touch, contact, page, room.px_per_mm, self._target_at, self._along
        )
        self._is_resting, rests = rest(
            self._touch, contact, self._is_corner, was_resting=self._is_resting
        )
        if self._is_covered:
            rests = rests or put_away(events, is_open=state.is_telling_staff)
        for event in (*(() if self._is_covered else events), *rests):
            self._played.take(event)

    def _rolled(self, event: QWheelEvent) -> None:
        """The wheel."""
        if not self._is_covered:
            self.exploring.rolled(*wheel_turn(event, self._window.turning))

    def _typed(self, key: int) -> None:
        """A key, or a presenter's remote."""
        named = key_of(key)
        if self._is_covered or self._has_stepped(key) or named is None:
            return
        before = self._targets()
        done = typed(self._played.state, named, before, self._beside)
        for event in done:
            self._played.take(event)
        inside = entered(done, before, self._targets())
        if inside:
            self._played.take(Focused(inside))

    def _has_stepped(self, key: int) -> bool:
        """Whether the key went to the chart that is focused, or to its sign."""
        focus = focused(self._played.state, self._targets())
        key_of_focus = "" if focus is None else focus.inside or focus.key
        step = step_of(key, has_arrows=key_of_focus.startswith(SIGN))
        if step is None or not key_of_focus.startswith((SIGN, CHART)):
            return False
        self.exploring.stepped(key_of_focus.removeprefix(SIGN).removeprefix(CHART), step)
        return True

    def _panes(self, now: float) -> tuple[Pane, ...]:
        """The charts that can be explored."""
        return self._played.composer.panes(self._played.state, now)

    def _target_at(self, point: Point) -> Target | None:
        """What lies under a finger."""
        return self._played.composer.target_at(self._played.state, point, self._clock.now())

    def _is_corner(self, point: Point) -> bool:
        """Whether a finger that rests there asks for the panel for staff."""
        now = self._clock.now()
        return self._played.composer.is_corner(self._played.state, point, now)

    def _along(self, key: str, point: Point) -> Target | None:
        """What is next to a finger that goes along a line."""
        return self._played.composer.along(self._played.state, key, point)

    def _beside(self, focus: Target, way: Way) -> Target | None:
        """The mark that an arrow leads to in a chart."""
        return self._played.composer.beside(self._played.state, focus, way)

    def _targets(self) -> tuple[Target, ...]:
        """What keys go to now."""
        return self._played.composer.stops(self._played.state, self._clock.now())
