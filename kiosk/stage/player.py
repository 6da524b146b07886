"""A show playing in a window: the shell around the pure machine, and how frames come about."""

from __future__ import annotations

import math
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.phrases import Phrase, said
from kiosk.playback.effects import Finished
from kiosk.playback.events import Broken, Clocked, Edited, Found, TakenOver
from kiosk.playback.findings import Finding, findings_of
from kiosk.playback.machine import advance, start, step
from kiosk.playback.order import is_unshown
from kiosk.playback.plans import preparation
from kiosk.playback.state import HOME, Beginning
from kiosk.problems import error_lines
from kiosk.show.model import Show
from kiosk.stage.backstage import Backstage
from kiosk.stage.beat import Beat
from kiosk.stage.clock import Clock, cpu_s, wall_time
from kiosk.stage.feeding import Feeding
from kiosk.stage.hands.exploring import explores
from kiosk.stage.hands.inputs import Inputs
from kiosk.stage.page import Page
from kiosk.stage.props import Props
from kiosk.stage.recording.replay import Live
from kiosk.stage.recording.report import Report
from kiosk.stage.rehearsing import Rehearsing
from kiosk.stage.vetting.brought import with_fonts
from kiosk.stage.vetting.show_fonts import ShowFonts, look_again
from kiosk.stage.wall_clock import WallClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kiosk.marks import Frame
    from kiosk.playback.compose import Composer
    from kiosk.playback.events import Event, Ready
    from kiosk.playback.state import State
    from kiosk.problems import Problem
    from kiosk.stage.following.edition import Edition
    from kiosk.stage.pictures.copies import Copies
    from kiosk.stage.preparing import Stagecraft
    from kiosk.stage.recording.recorder import Recorder
    from kiosk.stage.recording.replay import Replay
    from kiosk.stage.vetting.brought import Brought
    from kiosk.stage.window import StageWindow
    from kiosk.stage.wishes import Wishes

_LATE = 1.5  # refresh intervals
_MOST_FAILURES = 3  # of one slide, before it is passed over


class Player(QObject):
    """A show that plays in `window`, which is closed when as many loops as wished are over.

    is_cover: whether the show is a cover for another one: nothing that is touched does anything.
    wall: tells what the clock on the wall shows. fonts: those of shows, vetted before. recorder:
    gets all that happens. replay: what happens is what it tells, at its times, and nothing that
    happens now. opened: the first slide is on the screen. unshown: the show has no slide that can
    be shown, be it to begin with or to take over from another.
    """

    opened, unshown = Signal(), Signal()

    def __init__(
        self, show: Show, folder: Path, wishes: Wishes, window: StageWindow, *,
        is_cover: bool = False, wall: Callable[[], datetime] = wall_time,
        fonts: ShowFonts | None = None, recorder: Recorder | None = None,
        replay: Replay | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.window = window
        self.report = Report()
        self._failures: dict[str, int] = {}
        self._lacking: Found | None = None
        self._recorder = recorder
        self._clock = Clock(wishes.speed)
        self._beat = Beat(self._clock, self._frame_due)
        self._wall = WallClock(wall, self.tell_time)
        self._props = Props(folder, fonts or ShowFonts(), self.report.tell_problem)
        self._page = Page(window, self._props, loads=replay is not None)
        self._backstage = Backstage(window, self._page, self._props.assets, self.report)
        self._backstage.opened.connect(self.opened)
        self._backstage.preparing.answered.connect(self._answered)
        self._backstage.preparing.found.connect(self._found)
        cover = show if is_cover else None
        self._inputs = Inputs(window, self._clock, self._props.measure, self, cover)
        window.exposed.connect(self._exposed)
        window.resized.connect(self._resized)
        self._feeding = Feeding(self._clock, wall, wishes)
        self._feeding.told.connect(self.take)
        self._feeding.found.connect(self.report.add_problem)
        self._tell_left_out(show)
        show = with_fonts(show, self._props.brought, folder.as_posix())
        began = Beginning(self._clock.now(), wishes.options, wishes.start, self._wall.read())
        self._script = replay or Live(began)
        began = self._script.beginning
        self.state, effects = start(show, began.at, began.options, began.first, began.wall)
        self._folder = folder
        self._rehearsing = Rehearsing(self._backstage.preparing, self._page, self._state)
        self._rehearsing.done.connect(self._take_edited)
        self._rehearsing.refused.connect(self._refused)
        if recorder is not None:
            recorder.begin(began, self.state, folder, window.device, wishes.speed)
        if not (self._script.is_live and show.feeds):  # else what those told is made ready at once
            self._backstage.perform(effects)
        self._feed(show, folder)
        self._plan_to_tell()
        if replay is not None:
            self._beat.strike_by(self._clock.real_at(replay.next_at))

    @property
    def is_finished(self) -> bool:
        """Whether all is over that was to be played."""
        return self._backstage.is_finished

    def _state(self) -> State:
        """As it is now."""
        return self.state

    @property
    def composer(self) -> Composer:
        """What composes the page as it is now."""
        return self._page.craft.composer

    @property
    def brought(self) -> Brought:
        """The fonts of the show."""
        return self._props.brought

    @property
    def copies(self) -> Copies:
        """Where the pictures of the show are looked for before its folder."""
        return self._props.assets.copies

    @property
    def shows(self) -> tuple[Show, ...]:
        """All that slides are shown of, now or in a moment."""
        turn = self.state.turn
        coming = () if turn is None else (turn.plan.to.show,)
        return (self.state.show, self.state.view.show, *coming)

    def end(self) -> None:
        """Stops for good."""
        self._beat.end()
        self._wall.end()
        self._feeding.end()
        self._inputs.exploring.end()
        self._backstage.end()
        if self._recorder is not None:
            self._recorder.end(self._clock.now())

    # --- how a frame comes about ------------------------------------------------------------

    def _frame_due(self, due_s: float) -> None:
        """Brings the show to this moment, shows it, and plans the frame after that."""
        now, began = self._clock.now(), cpu_s()
        try:
            self._play_back(now)
            self.state, effects = advance(self.state, now)
            if not self.state.is_waiting and self.window.is_in_sight:
                self._show(self.composer.frame(self.state, now), due_s, began)
            self._backstage.perform(effects)
            if self._script.is_over(now):
                self._backstage.perform((Finished(),))
        finally:
            self._plan(now, due_s)

    def _play_back(self, now: float) -> None:
        """Lets all that was recorded until `now` happen, each at its own time."""
        for at, event, folder in self._script.until(now):
            if folder is not None:
                self._props.turn_to(folder)
            self._happen(event, at)

    def _show(self, frame: Frame, due_s: float, began: float) -> None:
        """Paints what the frame changes. began: the processor's time when work on it did."""
        rects = self._page.changed_by(frame)
        is_blank = self._page.paint(frame, rects)
        if rects:
            late_s = self._clock.real() - due_s
            is_late = late_s > _LATE * self.window.refresh_s()
            self.report.add_frame((cpu_s() - began) * 1000, is_late=is_late, is_blank=is_blank)
        if not self._backstage.has_opened:
            self._backstage.open(self.state)

    def _plan(self, now: float, due_s: float) -> None:
        """Has the next frame struck that will differ from the one of `now`.

        Not from the one of this moment: what came to rest while that frame was painted has still
        to be painted at rest.
        """
        if self.is_finished:
            return
        change = None if self.state.is_waiting else self.composer.next_change(self.state, now)
        change = min(self._script.next_at, math.inf if change is None else change)
        if change > now and self._backstage.has_opened and self._script.is_live:
            self._prepare_to_explore()
        if change < math.inf:
            self._beat.strike_after(due_s, self.window.refresh_s(), change)

    def _prepare_to_explore(self) -> None:
        """While nothing moves: what it takes to explore a chart, where the show has one."""
        if explores(self.state.show):
            self._inputs.exploring.load()

    # --- what happens -----------------------------------------------------------------------

    def take(self, event: Event) -> None:
        """Lets `event` happen now; what it changes is seen in the next frame."""
        if not self._script.is_live:
            return
        now = self._clock.now()
        if self._recorder is not None:
            self._recorder.add(now, event)
        self._happen(event, now)
        self._beat.strike_soon()

    def follow(self, edition: Edition, folder: Path) -> None:
        """Goes on with what the show's folder says now, in place, as soon as that is ready.

        Where another show plays meanwhile, it follows at the next slide change.
        """
        show = edition.found
        assert isinstance(show, Show)
        if folder != self._folder:
            self.take_over(show, folder, edition.brought)
            return
        other = None
        if self._props.refresh(edition.brought):
            self._look_again()
            other = self._page.other_craft()
        self._rehearsing.rehearse(show, other)

    def _take_edited(self, show: Show, ready: tuple[Ready, ...], craft: Stagecraft) -> None:
        """Goes on with the edited show at once: what is seen of it is ready, made with `craft`."""
        if craft is not self._page.craft:
            self._page.turn_to(craft)
        self._tell_left_out(show)
        self.take(TakenOver(show, in_place=True, ready=ready))
        if self._lacking is not None:
            self.take(self._lacking)
        for fed in self._feeding.beginning(show):
            if fed.feed not in self.state.live.news:
                self.take(fed)
        self._feeding.follow_on(show, self._folder)
        self.tell_time()

    def take_copy(self, edition: Edition, folder: Path) -> None:
        """Goes on with the show of a stick, copied to `folder`, at the next slide change."""
        assert isinstance(edition.found, Show)
        self.take_over(edition.found, folder, edition.brought)

    def take_over(self, show: Show, folder: Path, brought: Brought | None = None) -> None:
        """Goes on with another show, whose files lie in `folder`, at the next slide change.

        brought: its fonts; None where nobody has vetted them.
        """
        self._folder = folder
        if self._rehearsing.cancel():
            self._page.make_anew()
        if self._recorder is not None:
            self._recorder.turn_to(folder.absolute().as_posix())
        self._tell_left_out(show)
        if self._props.turn_to(folder, brought):
            self._look_again()
        show = with_fonts(show, self._props.brought, folder.as_posix())
        self.take(TakenOver(show, in_place=False))
        self._feed(show, folder)
        self.tell_time()

    def cover(self, show: Show, folder: Path) -> None:
        """Goes on with a cover, whose files lie in `folder`, where nothing has been shown yet."""
        if not self._backstage.has_opened:
            self._inputs.cover = show
            self.take_over(show, folder)

    def _look_again(self) -> None:
        """Sets text in the fonts that there are by now, in every thread that does."""
        look_again()
        self._backstage.preparing.look_again()

    def tell_time(self) -> None:
        """Tells the show what the clock on the wall shows, and when to tell it next."""
        self.take(Clocked(self._wall.read()))
        self._plan_to_tell()

    def failed(self, error: BaseException) -> None:
        """Counts an error that nothing caught; a slide that goes on failing is passed over."""
        self.report.add_problem("".join(traceback.format_exception(error)).strip())
        slide = self.state.current.id
        self._found(slide, Phrase(traceback.format_exception_only(error)[-1].strip()))
        self._failures[slide] = self._failures.get(slide, 0) + 1
        self._page.forget()
        if self._failures[slide] == _MOST_FAILURES and slide != HOME:
            self.take(Broken(slide))

    def _happen(self, event: Event, now: float) -> None:
        """What `event` changes."""
        self.state, effects = step(self.state, event, now)
        self._backstage.perform(effects)
        if not (self._backstage.has_opened or self.state.is_waiting or self.window.isVisible()):
            self.window.show()
        if isinstance(event, Broken) and is_unshown(self.state):
            self.unshown.emit()

    def _feed(self, show: Show, folder: Path) -> None:
        """Follows the show's feeds from now on; in a replay they tell what was recorded."""
        if not self._script.is_live:
            return
        for fed in self._feeding.beginning(show):
            self.take(fed)
        self._feeding.follow(show, folder)

    def _answered(self, show: Show, answer: Event) -> None:
        """A view is ready, or never will be."""
        if show is self.state.show:
            self.take(answer)

    def tell_edited(self, problems: tuple[Problem, ...], is_shown: bool) -> None:  # noqa: FBT001 - a slot
        """Tells staff what is wrong with the show's files now, and whether they are shown so."""
        self.take(Edited(findings_of(problems), is_shown, self._wall.read()))

    def tell_awaited(self, wrong: str) -> None:
        """Tells staff why the show for which this is a cover cannot be loaded."""
        why = Finding("error", "", Phrase(wrong))
        self.take(Edited((why,), is_shown=True, at=self._wall.read()))

    def tell_lacking(self, what: Phrase, is_over: bool) -> None:  # noqa: FBT001 - a slot
        """Tells staff why pictures are not copied to this machine; or that they are now."""
        if not is_over:
            self.report.tell_problem(said(what, "en"))
        self._lacking = None if is_over else Found(Finding("warning", self._folder.name, what))
        self.take(Found(Finding("warning", self._folder.name, what), is_over))

    def _refused(self, wrong: str) -> None:
        """An edit that could be loaded cannot be shown, and so what was shown before stays."""
        self.report.tell_problem(wrong)
        self._found("", Phrase(wrong))

    def _found(self, slide: str, what: Phrase) -> None:
        """Something is wrong with what plays: staff are told."""
        self.take(Found(Finding("error", slide, what)))

    def _tell_left_out(self, show: Show) -> None:
        """What the loader left out of the show is a problem of this performance too."""
        for line in error_lines(show.problems):
            self.report.add_problem(line)

    def _plan_to_tell(self) -> None:
        """Has the time told again; in a replay the clock on the wall tells what was recorded."""
        if self._script.is_live:
            self._wall.tell_by(None if self.state.wall is None else self.state.wall.changes)

    def _exposed(self) -> None:
        """The window came into sight: all of it is painted, at once."""
        self._page.forget()
        self._beat.strike_now()

    def _resized(self) -> None:
        """The window has other pixels: everything is laid out anew, and waited for once."""
        if self._page.resize():
            self._backstage.perform((preparation(self.state),))
            self._beat.strike_soon()
