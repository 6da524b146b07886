"""The one place that reads the time."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path


class Clock:
    """The show's time in seconds: it runs `speed` times as fast as a clock on the wall."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._start = time.monotonic()

    def now(self) -> float:
        """The show's time; 0 when the clock was made."""
        return (time.monotonic() - self._start) * self._speed

    def real(self) -> float:
        """Seconds on the wall since the clock was made."""
        return time.monotonic() - self._start

    def real_at(self, moment: float) -> float:
        """When the show's time is `moment`, in seconds on the wall since the clock was made."""
        return moment / self._speed


def wall_time() -> datetime:
    """What the clock on the wall shows, in the machine's zone as it is now."""
    return datetime.now(UTC).astimezone()


def cpu_s() -> float:
    """Seconds of processor time that this thread has used."""
    return time.thread_time()


def since_process_start() -> float:
    """Seconds since the process began; 0 where the system does not tell."""
    stat = Path("/proc/self/stat")
    if not stat.exists():
        return 0.0
    # The 22nd field; the second one may contain spaces and ends with the last bracket.
    ticks = int(stat.read_text("utf-8").rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
