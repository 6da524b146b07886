"""CPU per frame of a whole loop of a show, without a window: composing and painting.

    python -m tests.bench.frames slides/yubei 1920x1080

Each frame is composed and painted as the player does, 60 a second of the show's time. Reported:
milliseconds of processor time (all threads of the process) in transitions, entries and at rest.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Effects, Prepare
from kiosk.playback.events import Ready
from kiosk.playback.machine import advance, start, step
from kiosk.playback.state import Options, State
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.stage.app import application
from kiosk.stage.assets import Assets
from kiosk.stage.device import Device
from kiosk.stage.draw import FramePainter
from kiosk.stage.measure import QtMeasure

FPS = 60


def phase(state: State, now: float, entry_s: float) -> str:
    """What goes on: a transition, an entry or rest."""
    if state.turn is not None:
        return f"transition {state.turn.plan.kind}"
    return "entry" if state.view.local_t(now) < entry_s else "rest"


@dataclass
class Run:
    """A show that is prepared and painted on an image of that many pixels."""

    show: Show
    folder: Path
    size: tuple[int, int]
    entries: dict[str, float] = field(default_factory=dict)
    costs: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Sets up what the player has."""
        device, measure, assets = Device(*self.size), QtMeasure(), Assets(self.folder)
        assets.set_room(device)
        self.composer = Composer(page_size(*self.size), measure)
        self.painter = FramePainter(device, assets, measure.lines)

    def prepared(self, state: State, effects: Effects, now: float) -> State:
        """The state after everything asked for was made ready."""
        for effect in effects:
            for wanted in effect.views if isinstance(effect, Prepare) else ():
                made = self.composer.prepare(self.show, wanted)
                self.painter.warm(made.settled)
                self.entries[wanted.slide] = made.entry_s
                event = Ready(wanted.slide, made.entry_s, wanted.language, wanted.theme)
                state, _ = step(state, event, now)
        return state

    def play(self) -> None:
        """One loop of every slide, as fast as it goes."""
        screen = QImage(*self.size, QImage.Format.Format_RGB32)
        state, effects = start(self.show, 0.0, Options(loops=1, takes_all=True))
        shown, now = None, 0.0
        while not state.is_finished:
            state = self.prepared(state, effects, now)
            now += 1 / FPS
            began = time.process_time()
            state, effects = advance(state, now)
            frame = self.composer.frame(state, now)
            rects = self.painter.damage(shown, frame)
            if rects:
                with QPainter(screen) as on:
                    self.painter.paint(on, frame, rects)
                what = phase(state, now, self.entries.get(state.view.id, 0.0))
                self.costs[what].append((time.process_time() - began) * 1000)
            shown = frame


def main() -> None:
    """Plays one loop and prints what the frames cost."""
    folder, (width, height) = Path(sys.argv[1]), map(int, sys.argv[2].split("x"))
    application("offscreen")
    show = load(DiskFolder(folder), theme_files())
    assert not isinstance(show, NoShow)
    run = Run(show, folder, (width, height))
    run.play()
    for what, values in sorted(run.costs.items()):
        values.sort()
        middle, high = values[len(values) // 2], values[int(len(values) * 0.99)]
        print(
            f"{width}x{height} {what:20} {len(values):5} frames"
            f"  p50 {middle:6.2f}  p99 {high:6.2f}  max {values[-1]:6.2f} ms"
        )


if __name__ == "__main__":
    main()
