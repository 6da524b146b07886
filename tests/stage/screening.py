"""A show that is played on an image, for tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.geometry import page_size
from kiosk.marks import Frame
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Effects, Prepare
from kiosk.playback.events import Event, Ready
from kiosk.playback.machine import advance, next_due, start, step
from kiosk.playback.state import Options, State
from kiosk.show.model import Show
from kiosk.stage.device import Device
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter, render
from kiosk.stage.pictures.assets import Assets

TURN_STEPS = 5  # frames of the turn before the slide


class Screening:
    """A show that is played on an image, by a clock that is just a number."""

    def __init__(
        self, show: Show, first: str, options: Options, size: tuple[int, int], assets: Assets,
        measure: QtMeasure,
    ) -> None:  # fmt: skip
        self.size, self.assets, self.measure = size, assets, measure
        self.composer = Composer(page_size(*size), measure)
        self.painter = FramePainter(Device(*size), assets, measure.lines, loads=True)
        self.screen = QImage(*size, QImage.Format.Format_RGB32)
        self.screen.fill(Qt.GlobalColor.magenta)
        self.shown: Frame | None = None
        self.now = 0.0
        self.state, effects = start(show, self.now, options, first)
        self.ready(effects)

    @property
    def entry_s(self) -> float:
        """How long the entry of the slide that is shown takes."""
        return self.composer.prepare(self.state.show, self.state.view.wanted).entry_s

    def ready(self, effects: Effects) -> None:
        """Answers that all is ready which was asked for."""
        for effect in effects:
            if isinstance(effect, Prepare):
                for wanted in effect.views:
                    entry_s = self.composer.prepare(effect.show, wanted).entry_s
                    ready = Ready(wanted.slide, entry_s, wanted.look)
                    self.state, more = step(self.state, ready, self.now)
                    assert not any(isinstance(one, Prepare) for one in more)

    def take(self, event: Event, now: float) -> None:
        """Lets `event` happen at `now`."""
        self.now = now
        self.state, effects = step(self.state, event, now)
        self.ready(effects)

    def play_to(self, now: float) -> None:
        """Paints what differs at `now`."""
        self.now = now
        self.state, effects = advance(self.state, now)
        self.ready(effects)
        coming = self.composer.frame(self.state, now)
        rects = self.painter.damage(self.shown, coming)
        if rects:
            with QPainter(self.screen) as painter:
                self.painter.paint(painter, coming, rects)
        self.shown = coming

    def play_through_the_turn(self, to: str) -> None:
        """Plays to the end of the stay, and from there to the slide `to`, which comes next."""
        due = next_due(self.state)
        assert due is not None
        for part in range(TURN_STEPS + 1):
            self.play_to(due + self.state.show.slide(to).turn.duration_s * part / TURN_STEPS)

    def anew(self, state: State, now: float) -> QImage:
        """`state` as one who never saw another frame paints it."""
        composer = Composer(page_size(*self.size), self.measure)
        return render(composer.frame(state, now), self.size, self.assets, self.measure.lines)
