"""Does what the machine asks for: has views made ready, counts slides, closes the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from kiosk.phrases import said
from kiosk.playback.effects import Effects, Finished, LoopEnded, Prepare, Renew, Shown
from kiosk.playback.plans import preparation
from kiosk.stage import memory
from kiosk.stage.clock import since_process_start
from kiosk.stage.preparing import Preparing

if TYPE_CHECKING:
    from kiosk.phrases import Phrase
    from kiosk.playback.state import State
    from kiosk.stage.page import Page
    from kiosk.stage.pictures.assets import Assets
    from kiosk.stage.recording.report import Report
    from kiosk.stage.window import StageWindow


class Backstage(QObject):
    """What works for `page` in `window`.

    has_opened: whether the first slide is on the screen. is_finished: whether the show is over.
    preparing: answers what it is asked to make ready. opened: the first slide is on the screen.
    """

    opened = Signal()

    def __init__(self, window: StageWindow, page: Page, assets: Assets, report: Report) -> None:
        super().__init__()
        self.has_opened = False
        self.is_finished = False
        self.preparing = Preparing(assets)
        self.preparing.found.connect(self._found)
        self._window, self._page, self._report = window, page, report

    def perform(self, effects: Effects) -> None:
        """Does what they ask for."""
        for effect in effects:
            match effect:
                case Prepare():
                    # Until the first slide is on the screen, nothing else is worked on.
                    views = effect.views if self.has_opened else effect.views[:1]
                    self.preparing.ask(self._page.craft, replace(effect, views=views))
                case Renew():
                    self.preparing.renew(self._page.craft, effect)
                case Shown(slide):
                    self._report.add_slide(slide)
                    self._page.turn_over()
                    if self.has_opened:
                        memory.collect()
                case LoopEnded():
                    pass
                case Finished():
                    self.is_finished = True
                    self._window.close()
                case _:
                    assert_never(effect)

    def open(self, state: State) -> None:
        """The first slide is on the screen; from now on rubbish is collected between slides."""
        self.has_opened = True
        self._report.first_frame_s = since_process_start()
        self.perform((preparation(state),))
        memory.settle()
        self._page.craft.painter.reserve()
        self.opened.emit()

    def end(self) -> None:
        """Works no more."""
        self.preparing.end()

    def _found(self, slide: str, what: Phrase) -> None:
        """Something is wrong with a slide; told here in the thread that the report is read in."""
        self._report.tell_problem(f"{slide}: {said(what, 'en')}")
