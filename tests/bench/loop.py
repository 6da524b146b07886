"""CPU per frame of a whole loop of a show, without a window: composing and painting.

    python tests/bench/loop.py slides/yubei [1920x1080] [--top]

Each frame is composed and painted as the player does, 60 a second of the show's time. Costs are
milliseconds of processor time, all threads of the process.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.geometry import page_size
from kiosk.marks import Frame
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Effects, Prepare
from kiosk.playback.events import Ready
from kiosk.playback.machine import advance, start, step
from kiosk.playback.state import Options, State
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.app import application
from kiosk.stage.device import Device
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.pictures.assets import Assets

FPS = 60


@dataclass(frozen=True, slots=True)
class Cost:
    """One painted frame. phase: `transition dissolve`, `entry` or `rest`."""

    cpu_ms: float
    compose_ms: float
    slide: str
    t: float
    phase: str


@dataclass(slots=True)
class Bench:
    """A show that plays on an image instead of a screen, as fast as it can."""

    show: Show
    composer: Composer
    painter: FramePainter
    screen: QImage
    entries: dict[str, float] = field(default_factory=dict)
    shown: Frame | None = None

    def loop(self) -> list[Cost]:
        """The cost of every frame of one loop over all slides."""
        return list(self.frames())

    def frames(self) -> Iterator[Cost]:
        """The same, one by one: each stands on `screen` when it is told."""
        state, effects = start(self.show, 0.0, Options(loops=1, takes_all=True))
        self.painter.reserve()
        now = 0.0
        gc.disable()  # as the player does: rubbish is collected between slides
        while not state.is_finished:
            if effects:
                gc.collect()
            state = self.prepared(state, effects, now)
            now += 1 / FPS
            began = time.process_time()
            state, effects = advance(state, now)
            frame = self.composer.frame(state, now)
            rects = self.painter.damage(self.shown, frame)
            composed = time.process_time()
            if rects:
                with QPainter(self.screen) as on:
                    self.painter.paint(on, frame, rects)
            self.shown = frame
            spent = (time.process_time() - began) * 1000
            if rects:
                slide, t = state.current.id, state.current.local_t(now)
                compose_ms = (composed - began) * 1000
                yield Cost(spent, compose_ms, slide, t, self.phase(state, now))
        gc.enable()

    def prepared(self, state: State, effects: Effects, now: float) -> State:
        """The state that knows all that was asked for is ready."""
        for effect in effects:
            for wanted in effect.views if isinstance(effect, Prepare) else ():
                prepared = self.composer.prepare(self.show, wanted)
                self.painter.warm(prepared.settled)
                self.entries[wanted.slide] = prepared.entry_s
                ready = Ready(wanted.slide, prepared.entry_s, wanted.look)
                state, _ = step(state, ready, now)
        return state

    def phase(self, state: State, now: float) -> str:
        """What goes on."""
        if state.turn is not None:
            return f"transition {state.turn.plan.kind}"
        is_entering = state.view.local_t(now) < self.entries.get(state.view.id, 0.0)
        return "entry" if is_entering else "rest"


def bench_of(folder: Path, width: int, height: int) -> Bench:
    """The show in `folder` on an image of that many pixels."""
    application("offscreen")
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    device, measure, assets = Device(width, height), QtMeasure(), Assets(folder)
    assets.set_room(device)
    return Bench(
        show,
        Composer(page_size(width, height), measure),
        FramePainter(device, assets, measure.lines),
        QImage(width, height, QImage.Format.Format_RGB32),
    )


def percentile(costs: list[Cost], share: float) -> float:
    """The milliseconds that `share` of the frames did not exceed."""
    values = sorted(cost.cpu_ms for cost in costs)
    return values[min(len(values) - 1, int(len(values) * share))]


def summary(costs: list[Cost]) -> str:
    """A line for each phase."""
    phases: dict[str, list[Cost]] = defaultdict(list)
    for cost in costs:
        phases[cost.phase].append(cost)
    return "\n".join(
        f"{phase:22} {len(some):5} frames  p50 {percentile(some, 0.5):6.2f}"
        f"  p99 {percentile(some, 0.99):6.2f}  max {percentile(some, 1.0):6.2f} ms"
        for phase, some in sorted(phases.items())
    )


def main(words: list[str]) -> None:
    """Prints what the frames of a show cost, and with `--top` the dearest."""
    folder, *sizes = [word for word in words if not word.startswith("-")]
    width, height = map(int, (sizes or ["1920x1080"])[0].split("x"))
    costs = bench_of(Path(folder), width, height).loop()
    print(summary(costs))
    if "--top" in words:
        for cost in sorted(costs, key=lambda cost: -cost.cpu_ms)[:25]:
            print(
                f"  {cost.cpu_ms:6.1f} ms, composing {cost.compose_ms:.1f}:"
                f" {cost.slide} at {cost.t:.2f} s, {cost.phase}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
