"""Work that may take minutes is stopped cleanly, whoever asks for that."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# Ctrl-C, the system, or a terminal that is closed, which Windows lacks.
_ASKING = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def stoppable() -> Iterator[None]:
    """Whatever asks the process to end ends the block as Ctrl-C does. For the main thread.

    It is asked once: who presses Ctrl-C again does not break off its clearing up. What was ignored
    before, as below `nohup`, is ignored further on.
    """
    heard = [number for number in _askers() if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    for each in _askers():
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def _askers() -> list[signal.Signals]:
    """The signals that ask, of those that the system has."""
    return [number for number in signal.Signals if number.name in _ASKING]
