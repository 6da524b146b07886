"""CPU per frame of a whole loop of a show, without a window: composing and painting.

    python tests/bench/frames.py slides/yubei [1920x1080] [--top]

Each frame is composed and painted as the player does, 60 a second of the show's time. Reported:
milliseconds of processor time (all threads of the process) in transitions, entries and at rest.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Prepare
from kiosk.playback.events import Ready
from kiosk.playback.machine import advance, start, step
from kiosk.playback.state import Options, State
from kiosk.show.load import NoShow, load
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


def main() -> None:
    """Plays one loop as fast as it can and prints what the frames cost."""
    folder = Path(sys.argv[1])
    width, height = map(int, (sys.argv[2:] or ["1920x1080"])[0].split("x"))
    application("offscreen")
    show = load(DiskFolder(folder), theme_files())
    assert not isinstance(show, NoShow)
    device = Device(width, height)
    measure = QtMeasure()
    assets = Assets(folder)
    assets.set_room(device)
    composer = Composer(page_size(width, height), measure)
    painter = FramePainter(device, assets, measure.lines)
    screen = QImage(width, height, QImage.Format.Format_RGB32)
    state, effects = start(show, 0.0, Options(loops=1, takes_all=True))
    entries: dict[str, float] = {}
    costs: dict[str, list[float]] = defaultdict(list)
    slowest: list[tuple[float, float, float, str, str]] = []
    shown, now = None, 0.0
    while not state.is_finished:
        while effects:
            pending, effects = effects, ()
            for effect in pending:
                if isinstance(effect, Prepare):
                    for wanted in effect.views:
                        prepared = composer.prepare(show, wanted)
                        painter.warm(prepared.settled)
                        entries[wanted.slide] = prepared.entry_s
                        event = Ready(wanted.slide, prepared.entry_s, wanted.language, wanted.theme)
                        state, _ = step(state, event, now)
        now += 1 / FPS
        began, wall = time.process_time(), time.perf_counter()
        state, effects = advance(state, now)
        frame = composer.frame(state, now)
        rects = painter.damage(shown, frame)
        composed = time.process_time()
        if rects:
            with QPainter(screen) as on:
                painter.paint(on, frame, rects)
        shown = frame
        cost = (time.process_time() - began) * 1000
        if rects:
            what = phase(state, now, entries.get(state.view.id, 0.0))
            costs[what].append(cost)
            area = sum(r.width() * r.height() for r in rects) / (width * height)
            slowest.append(
                (cost, (composed - began) * 1000, (time.perf_counter() - wall) * 1000,
                 f"{state.current.id} at {state.current.local_t(now):.2f}", f"{what} {area:.2f}")
            )  # fmt: skip
    for what, values in sorted(costs.items()):
        values.sort()
        middle, high = values[len(values) // 2], values[int(len(values) * 0.99)]
        print(
            f"{width}x{height} {what:22} {len(values):5} frames"
            f"  p50 {middle:6.2f}  p99 {high:6.2f}  max {values[-1]:6.2f} ms"
        )
    if "--transitions" in sys.argv:
        slowest = [row for row in slowest if "transition" in row[4]]
    if "--top" in sys.argv:
        for row in sorted(slowest, reverse=True)[:25]:
            print("  cpu %.1f compose %.1f wall %.1f  %s  %s" % row)


main()
