"""Work that may take minutes is stopped cleanly, whoever asks for that."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ASKING = ("SIGTERM", "SIGHUP")  # the system, or a terminal that is closed; Windows lacks one


@contextmanager
def stoppable() -> Iterator[None]:
    """Whatever asks the process to end ends the block as Ctrl-C does. For the main thread."""
    numbers = [number for number in signal.Signals if number.name in _ASKING]
    before = {number: signal.signal(number, _stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise KeyboardInterrupt
