"""How a contender counts its frames and its processor time, and what it is asked for."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from tests.bench.charts.data import SCENES

_WARM_S = 2.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One scene on a screen of that many pixels, for so long. variant: of the program."""

    scene: str
    width: int
    height: int
    seconds: float
    variant: str
    folder: Path


def asked() -> Asked:
    """What the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scene", choices=SCENES)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--variant", default="")
    chosen = parser.parse_args()
    width, height = map(int, chosen.size.split("x"))
    folder = Path(__file__).parent
    return Asked(chosen.scene, width, height, chosen.seconds, chosen.variant, folder)


class Pace:
    """Frames, processor time of all threads and seconds, after the program has warmed up."""

    def __init__(self, seconds: float) -> None:
        self.frames = 0
        self._seconds = seconds
        self._began = time.monotonic()
        self._first: tuple[int, float, float] | None = None
        self._last = (0, 0.0, 0.0)

    def painted(self) -> bool:
        """Counts a frame that has been painted; whether it was the last one."""
        self.frames += 1
        now = (self.frames, time.process_time(), time.monotonic())
        if self._first is None and now[2] - self._began >= _WARM_S:
            self._first = now
        self._last = now
        return self._first is not None and now[2] - self._first[2] >= self._seconds

    def tell(self) -> None:
        """Prints what it came to."""
        assert self._first is not None, "it ended before it was warm"
        frames, cpu_s, seconds = (b - a for a, b in zip(self._first, self._last, strict=True))
        print(json.dumps({"frames": frames, "cpu_s": cpu_s, "seconds": seconds}), flush=True)


class Counter(QObject):
    """Counts what a widget paints, and calls `done` after the last frame."""

    def __init__(self, pace: Pace, done: Callable[[], object]) -> None:
        super().__init__()
        self._pace = pace
        self._done = done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Takes notice of each time it is to be painted, and leaves it as it is."""
        del watched
        if event.type() == QEvent.Type.Paint and self._pace.painted():
            self._done()
        return False
