"""How many frames of kiosk's dissolves differ from the one before, where they are looked at.

A dissolve begins and ends so gently that its first and last frames change none of these pixels: a
screen that shows all 48 frames shows no more changes than are counted here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from tests.bench.loop import bench_of
from tests.bench.peers.screen import HEIGHT, WIDTH

Stretch = tuple[int, int, int]  # x, y and the number of pixels


def frames_that_differ(show: Path, stretch: Stretch) -> list[int]:
    """For each dissolve of one loop of `show` at 60 frames a second, in order."""
    bench = bench_of(show, WIDTH, HEIGHT)
    counts: list[int] = []
    before: tuple[int, ...] = ()
    was_turning = False
    for cost in bench.frames():
        is_turning = cost.phase.startswith("transition")
        if is_turning and not was_turning:
            counts.append(0)
        now = _seen(bench.screen, stretch)
        if is_turning and now != before:
            counts[-1] += 1
        before, was_turning = now, is_turning
    return counts


def _seen(screen: QImage, stretch: Stretch) -> tuple[int, ...]:
    x, y, count = stretch
    return tuple(screen.pixel(x + index, y) for index in range(count))
