"""The clock on the wall, and when the show has to be told what it shows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_TELL_S = 55.0  # the clock may have been set, or the machine have slept
_SOONEST_TELL_S = 0.05


class WallClock(QObject):
    """Calls `tell` once for each time that it is asked to. read: gives what the clock shows."""

    def __init__(self, read: Callable[[], datetime], tell: Callable[[], None]) -> None:
        super().__init__()
        self.read = read
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(tell)

    def tell_by(self, changes: datetime | None) -> None:
        """Tells when the clock's time `changes` something, and within a minute in any case."""
        wait_s = _TELL_S
        if changes is not None:
            left_s = (changes - self.read()).total_seconds()
            wait_s = max(_SOONEST_TELL_S, min(wait_s, left_s))
        self._timer.start(math.ceil(wait_s * 1000))

    def end(self) -> None:
        """Tells no more."""
        self._timer.stop()
