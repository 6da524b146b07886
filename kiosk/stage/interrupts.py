"""Ctrl-C and the system's request to end, heard at once though Qt's loop is asleep."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """While it listens, SIGINT and SIGTERM do nothing but ask to end. For the main thread.

    asked: somebody wants the program to end.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Python runs its handlers between two instructions of its own, and there may be none for
        # minutes while a slide stands still. The bytes that it writes here wake Qt.
        self._woken, self._waking = socket.socketpair()
        self._woken.setblocking(False)
        self._waking.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._heard)
        self._wakeup_before = signal.set_wakeup_fd(self._waking.fileno())
        self._before = {number: signal.signal(number, _do_nothing) for number in _SIGNALS}

    def end(self) -> None:
        """Listens no more: the signals mean what they meant before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._woken.close()
        self._waking.close()

    def _heard(self) -> None:
        """A signal has come: its number lies ready to be read."""
        with contextlib.suppress(BlockingIOError):
            numbers = self._woken.recv(64)
            if any(number in numbers for number in _SIGNALS):
                self.asked.emit()


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """Stands in for what would end the program where it is."""
    del number, frame
