"""A show playing in a window: the shell around the pure machine, and all that is mutable."""

from __future__ import annotations

import gc
import math
import traceback
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.geometry import page_size
from kiosk.phrases import said
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Effects, Finished, LoopEnded, Prepare, Shown
from kiosk.playback.events import Broken, Clocked, Focused, TakenOver
from kiosk.playback.gestures import feel
from kiosk.playback.keys import entered, typed
from kiosk.playback.machine import advance, start, step
from kiosk.playback.plans import preparation
from kiosk.playback.state import HOME, Beginning, Options
from kiosk.playback.views.room import Room
from kiosk.problems import error_lines
from kiosk.stage.app import keep_memory_flat
from kiosk.stage.assets import Assets
from kiosk.stage.clock import Clock, cpu_s, since_process_start, wall_time
from kiosk.stage.coverage import Coverage
from kiosk.stage.keyboard import key_of
from kiosk.stage.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.preparing import Preparing, Stagecraft
from kiosk.stage.report import Report
from kiosk.stage.show_fonts import ShowFonts
from kiosk.stage.touch import contacts_of, mouse_contact

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QMouseEvent, QPainter, QTouchEvent

    from kiosk.geometry import Point, Size
    from kiosk.marks import Frame
    from kiosk.playback.events import Event
    from kiosk.playback.gestures import Contact, Touch
    from kiosk.playback.views.room import Target
    from kiosk.show.machine import Rotation
    from kiosk.show.model import Show
    from kiosk.stage.recorder import Recorder, Replay
    from kiosk.stage.window import StageWindow

_EARLY_S = 0.0005  # a timer that fires so little before its time is on time
_LATE = 1.5  # refresh intervals
_TELL_S = 55.0  # the clock on the wall may have been set, or the machine have slept
_SOONEST_TELL_S = 0.05
_MOST_FAILURES = 3  # of one slide, before it is passed over


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a show is played. window: its size in pixels; None fills the screen of that number.

    rotation: degrees by which the picture is turned clockwise.
    """

    window: tuple[int, int] | None = None
    screen: int = 0
    rotation: Rotation = 0
    start: str = ""
    speed: float = 1.0
    options: Options = field(default_factory=Options)


class Player(QObject):
    """A show that plays in `window`, which is closed when as many loops as wished are over.

    is_cover: whether the show is a cover for another one: nothing that is touched does anything.
    wall: tells what the clock on the wall shows. fonts: those of shows, vetted before. recorder:
    gets all that happens. replay: what happens is what it tells, at its times, and nothing that
    happens now.
    """

    def __init__(
        self, show: Show, folder: Path, wishes: Wishes, window: StageWindow, *,
        is_cover: bool = False, wall: Callable[[], datetime] = wall_time,
        fonts: ShowFonts | None = None, recorder: Recorder | None = None,
        replay: Replay | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.report = Report()
        self.window = window
        self.is_finished = False
        self._clock = Clock(wishes.speed)
        self._recorder, self._replay = recorder, replay
        self._assets = Assets(folder)
        self._fonts = fonts or ShowFonts()
        self._measure = QtMeasure()
        self._take_fonts(folder)
        self._craft = self._craft_for(window)
        self._preparing = Preparing(self._assets)
        self._shown: Frame | None = None
        self._touch: Touch | None = None
        self._failures: dict[str, int] = {}
        self._due_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._wall = wall
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.timeout.connect(self.tell_time)
        self._preparing.answered.connect(self._answered)
        self._preparing.found.connect(self._found)
        window.exposed.connect(self._paint_all)
        window.resized.connect(self._resized)
        window.touched.connect(self._touched)
        window.clicked.connect(self._clicked)
        window.typed.connect(self._typed)
        self._has_painted = False
        self._cover = show if is_cover else None
        self._tell_left_out(show)
        began = Beginning(self._clock.now(), wishes.options, wishes.start, self._wall())
        began = began if replay is None else replay.beginning
        self.state, effects = start(show, began.at, began.options, began.first, began.wall)
        if recorder is not None:
            recorder.begin(began, self.state.view, folder, window.device, wishes.speed)
        self._perform(effects)
        self._plan_to_tell()
        if replay is not None:
            self._schedule(self._clock.real_at(replay.next_at))

    @property
    def page(self) -> Size:
        """The page's size in logical units."""
        return self._craft.composer.page

    def end(self) -> None:
        """Stops for good."""
        self._timer.stop()
        self._tell.stop()
        self._preparing.end()
        if self._recorder is not None:
            self._recorder.end(self._clock.now())

    def take(self, event: Event) -> None:
        """Lets `event` happen now; what it changes is seen in the next frame."""
        if self._replay is not None:
            return
        now = self._clock.now()
        if self._recorder is not None:
            self._recorder.add(now, event)
        self._happen(event, now)
        self._schedule(self._clock.real())

    def _happen(self, event: Event, now: float) -> None:
        """What `event` changes."""
        self.state, effects = step(self.state, event, now)
        self._perform(effects)
        if not (self._has_painted or self.state.is_waiting or self.window.isVisible()):
            self.window.show()

    def take_over(self, show: Show, folder: Path) -> None:
        """Goes on with another show, whose files lie in `folder`, at the next slide change."""
        if self._recorder is not None:
            self._recorder.turn_to(folder.absolute().as_posix())
        self._tell_left_out(show)
        self._turn_to(folder)
        self.take(TakenOver(show, in_place=False))
        self.tell_time()

    def tell_time(self) -> None:
        """Tells the show what the clock on the wall shows, and when to tell it next."""
        self.take(Clocked(self._wall()))
        self._plan_to_tell()

    def failed(self, error: BaseException) -> None:
        """Counts an error that nothing caught; a slide that goes on failing is passed over."""
        self.report.add_problem("".join(traceback.format_exception(error)).strip())
        slide = self.state.current.id
        self._failures[slide] = self._failures.get(slide, 0) + 1
        self._shown = None
        if self._failures[slide] == _MOST_FAILURES and slide != HOME:
            self.take(Broken(slide))

    # --- frames -----------------------------------------------------------------------------

    def _on_time(self) -> None:
        """Paints the frame that is due, unless the timer was early, and plans the next one."""
        if self._clock.real() < self._due_s - _EARLY_S:
            self._schedule(self._due_s)
            return
        due_s, now = self._due_s, self._clock.now()
        try:
            self._paint_frame(now, due_s)
        finally:
            self._plan(now, due_s)

    def _paint_frame(self, now: float, due_s: float) -> None:
        """Brings the show to `now` and paints what has changed."""
        began = cpu_s()
        self._play_back(now)
        self.state, effects = advance(self.state, now)
        if not self.state.is_waiting and self.window.is_in_sight:
            frame = self._craft.composer.frame(self.state, now)
            painter = self._craft.painter
            rects = painter.damage(self._shown, frame)
            if rects:
                unready = painter.unready

                def draw(on: QPainter) -> None:
                    painter.paint(on, frame, rects)

                self.window.paint(rects, draw)
                is_late = self._clock.real() - due_s > _LATE * self.window.refresh_s()
                self.report.add_frame(
                    (cpu_s() - began) * 1000,
                    is_late=is_late,
                    is_blank=painter.unready > unready,
                )
            self._shown = frame
            if not self._has_painted:
                self._has_painted = True
                self._first_painted()
        self._perform(effects)
        if self._replay is not None and self._replay.is_over(now):
            self._perform((Finished(),))

    def _play_back(self, now: float) -> None:
        """Lets all that was recorded until `now` happen, each at its own time."""
        if self._replay is None:
            return
        for at, event in self._replay.until(now):
            if isinstance(event, TakenOver):
                self._turn_to(self._replay.folder_of(event.show))
            self._happen(event, at)

    def _first_painted(self) -> None:
        """The first slide is on the screen; from now on rubbish is collected between slides."""
        self.report.first_frame_s = since_process_start()
        self._perform((preparation(self.state),))
        keep_memory_flat()
        self._craft.painter.reserve()
        gc.collect()
        gc.freeze()
        gc.disable()

    def _plan(self, now: float, due_s: float) -> None:
        """Sets the timer for the next frame that will differ from the one of `now`.

        Not from the one of this moment: what came to rest while that frame was painted has still
        to be painted at rest.
        """
        if self.is_finished:
            return
        change = None
        if not self.state.is_waiting:
            change = self._craft.composer.next_change(self.state, now)
        if self._replay is not None:
            change = min(self._replay.next_at, math.inf if change is None else change)
        if change is None:
            return
        period = self.window.refresh_s()
        # On the beat of the refresh, as long as frames follow one another.
        beat = due_s + period * max(1, math.ceil((self._clock.real() - due_s) / period))
        self._schedule(max(beat, self._clock.real_at(change)))

    def _schedule(self, due_s: float) -> None:
        """Makes a frame due then, or sooner where one is due already."""
        if self._timer.isActive() and self._due_s <= due_s:
            return
        self._due_s = due_s
        wait_s = max(0.0, due_s - self._clock.real())
        self._timer.start(min(math.floor(wait_s * 1000 + 0.5), 2**30))

    def _paint_all(self) -> None:
        """The window came into sight: all of it is painted, at once."""
        self._shown = None
        self._due_s = self._clock.real()
        self._timer.stop()
        self._on_time()

    def _resized(self) -> None:
        """The page has another size: everything is laid out anew, and waited for once."""
        if self.window.device == self._craft.painter.device:
            return
        self._craft = self._craft_for(self.window)
        self._craft.painter.marks.pictures.loads = True
        self._shown = None
        self._perform((preparation(self.state),))
        self._schedule(self._clock.real())

    def _craft_for(self, window: StageWindow) -> Stagecraft:
        """What composes and paints pages of the window's size."""
        device = window.device
        self._assets.set_room(device)
        page = page_size(device.width, device.height)
        return Stagecraft(
            Composer(page, self._measure),
            FramePainter(device, self._assets, self._measure.lines, loads=self._replay is not None),
            self._missing,
        )

    # --- effects and inputs -----------------------------------------------------------------

    def _perform(self, effects: Effects) -> None:
        """Does what the machine asks for."""
        for effect in effects:
            match effect:
                case Prepare():
                    # Until the first slide is on the screen, nothing else is worked on.
                    views = effect.views if self._has_painted else effect.views[:1]
                    self._preparing.ask(self._craft, replace(effect, views=views))
                case Shown(slide):
                    self.report.add_slide(slide)
                    self._craft.painter.marks.pictures.loads = self._replay is not None
                    gc.collect(1)  # of all that is there it would take longer than a frame may
                case LoopEnded():
                    gc.collect()
                case Finished():
                    self.is_finished = True
                    self.window.close()
                case _:
                    assert_never(effect)

    def _answered(self, show: Show, answer: Event) -> None:
        """A view is ready, or never will be."""
        if show is self.state.show:
            self.take(answer)

    def _found(self, problem: str) -> None:
        """Something is wrong with a slide."""
        self.report.add_problem(problem)

    def _tell_left_out(self, show: Show) -> None:
        """What the loader left out of the show is a problem of this performance too."""
        for line in error_lines(show.problems):
            self.report.add_problem(line)

    def _turn_to(self, folder: Path) -> None:
        """The files of the show are those in `folder` from now on."""
        self._assets.turn_to(folder)
        self._take_fonts(folder)

    def _take_fonts(self, folder: Path) -> None:
        """Sets text in the fonts of the show in `folder` too, from now on."""
        brought = self._fonts.vetted(folder)
        families = self._fonts.load(brought)
        self._measure.lines.brought = families
        self._coverage = Coverage(lambda: families)
        for refusal in brought.refusals:
            self.report.add_problem(said(refusal.said, "en"))

    def _missing(self, text: str) -> str:
        """The characters of `text` that no font has."""
        return self._coverage.missing(text)

    def _plan_to_tell(self) -> None:
        """Sets the timer for when the clock's time changes something, or a minute at most."""
        if self._replay is not None:
            return  # the clock on the wall tells what was recorded
        wall, wait_s = self.state.wall, _TELL_S
        if wall is not None and wall.changes is not None:
            left_s = (wall.changes - self._wall()).total_seconds()
            wait_s = max(_SOONEST_TELL_S, min(wait_s, left_s))
        self._tell.start(math.ceil(wait_s * 1000))

    def _touched(self, event: QTouchEvent) -> None:
        """Fingers on the screen."""
        for contact in contacts_of(event, self.window.turning, self._clock.now()):
            self._felt(contact)

    def _clicked(self, event: QMouseEvent) -> None:
        """The mouse."""
        contact = mouse_contact(event, self.window.turning, self._clock.now())
        if contact is not None:
            self._felt(contact)

    @property
    def _is_covered(self) -> bool:
        """Whether the cover for another show is what counts on the screen."""
        return self.state.current.show is self._cover

    def _felt(self, contact: Contact) -> None:
        """A finger, or what stands for one."""
        if self._is_covered:
            return
        page = self._craft.composer.page
        room = Room(self.state.show, page, self.state.current.look, self._measure)
        self._touch, events = feel(self._touch, contact, page, room.px_per_mm, self._target_at)
        for event in events:
            self.take(event)

    def _target_at(self, point: Point) -> Target | None:
        """What lies under a finger."""
        return self._craft.composer.target_at(self.state, point, self._clock.now())

    def _typed(self, key: int) -> None:
        """A key, or a presenter's remote."""
        named = key_of(key)
        if named is None or self._is_covered:
            return
        before = self.targets()
        done = typed(self.state, named, before)
        for event in done:
            self.take(event)
        inside = entered(done, before, self.targets())
        if inside:
            self.take(Focused(inside))

    def targets(self) -> tuple[Target, ...]:
        """What can be touched now."""
        return self._craft.composer.targets(self.state, self._clock.now())
