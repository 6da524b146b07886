"""The beat of the frames: none before something changes, each with a picture of the screen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.stage.clock import Clock

_EARLY_S = 0.0005  # a timer that fires so little before its time is on time


class Beat(QObject):
    """Calls `strike` when a frame is due, with the time at which it was.

    Times are those of `clock` on the wall, in seconds.
    """

    def __init__(self, clock: Clock, strike: Callable[[float], None]) -> None:
        super().__init__()
        self._clock = clock
        self._strike = strike
        self._due_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)

    def end(self) -> None:
        """Strikes no more."""
        self._timer.stop()

    def strike_now(self) -> None:
        """Strikes before this returns."""
        self._timer.stop()
        self._due_s = self._clock.real()
        self._strike(self._due_s)

    def strike_soon(self) -> None:
        """Strikes as soon as other events have had their turn."""
        self.strike_by(self._clock.real())

    def strike_after(self, due_s: float, period_s: float, change: float) -> None:
        """Strikes when the show's time is `change`, but not within the frame that was due.

        period_s: of the screen's pictures. As long as frames follow one another, each has its own.
        """
        passed = max(1, math.ceil((self._clock.real() - due_s) / period_s))
        self.strike_by(max(due_s + period_s * passed, self._clock.real_at(change)))

    def strike_by(self, due_s: float) -> None:
        """Strikes then, or sooner where a frame is due already."""
        if self._timer.isActive() and self._due_s <= due_s:
            return
        self._due_s = due_s
        wait_s = max(0.0, due_s - self._clock.real())
        self._timer.start(min(math.floor(wait_s * 1000 + 0.5), 2**30))

    def _on_time(self) -> None:
        """Strikes, unless the timer was early."""
        if self._clock.real() < self._due_s - _EARLY_S:
            self.strike_by(self._due_s)
        else:
            self._strike(self._due_s)
