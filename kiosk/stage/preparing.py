"""Gets views ready in a thread of its own: composed, decoded, their text drawn."""

from __future__ import annotations

import traceback
from threading import Condition, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.marks import Figure, Label, figure_text
from kiosk.phrases import Phrase, phrase, said
from kiosk.playback.events import Broken, Ready, Undrawn
from kiosk.playback.state import HOME, STRIP
from kiosk.stage.vetting.show_fonts import look_again
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.marks import Frame, Mark
    from kiosk.playback.compose import Composer, Prepared
    from kiosk.playback.effects import Prepare, Renew, Wanted
    from kiosk.playback.live import Live
    from kiosk.show.model import Show
    from kiosk.stage.painting.frames import FramePainter
    from kiosk.stage.pictures.assets import Assets, Refusal
    from kiosk.stage.pictures.assets import Wanted as Picture

_VIEWS = frozenset({HOME, STRIP})  # which can do without a picture, and are never passed over


@dataclass(frozen=True, slots=True)
class Stagecraft:
    """What composes and paints pages of one size. missing: the characters that no font has."""

    composer: Composer
    painter: FramePainter
    missing: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Task:
    """A view that is to be made ready, with what the feeds told."""

    craft: Stagecraft
    show: Show
    wanted: Wanted
    live: Live


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Views of a show that is to take over in place, with what the feeds told."""

    craft: Stagecraft
    show: Show
    views: tuple[Wanted, ...]
    live: Live


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """How that went. ready: each of the views. wrong: why the show cannot take over, in words."""

    rehearsal: Rehearsal
    ready: tuple[Ready, ...]
    wrong: tuple[str, ...]


class Preparing(QObject):
    """Answers the last `Prepare` view by view, the most urgent first.

    answered: (Show, Ready, Broken or Undrawn), in the thread of whoever listens. rehearsed:
    (Rehearsed). found: a slide, and what is wrong with it, a phrase.
    """

    answered = Signal(object, object)
    rehearsed = Signal(object)
    found = Signal(str, object)

    def __init__(self, assets: Assets) -> None:
        super().__init__()
        self._assets = assets
        self._news = Condition()
        self._asked: list[_Task] = []
        self._renewal: _Task | None = None
        self._rehearsal: Rehearsal | None = None
        self._pictures: frozenset[Picture] = frozenset()
        self._pictures_before: frozenset[Picture] = frozenset()
        self._has_other_fonts = False
        self._is_over = False
        self._thread = Thread(target=self._work, name="preparing", daemon=True)
        self._thread.start()

    def ask(self, craft: Stagecraft, prepare: Prepare) -> None:
        """Gets these views ready instead of those asked for before."""
        with self._news:
            self._asked = [
                _Task(craft, prepare.show, wanted, prepare.live) for wanted in prepare.views
            ]
            self._pictures_before |= self._pictures
            self._pictures = frozenset()
            self._news.notify()

    def renew(self, craft: Stagecraft, renew: Renew) -> None:
        """Gets this view ready before all others."""
        with self._news:
            self._renewal = _Task(craft, renew.show, renew.view, renew.live)
            self._news.notify()

    def rehearse(self, rehearsal: Rehearsal) -> None:
        """Gets these views ready before all others, instead of those of the last rehearsal."""
        with self._news:
            self._rehearsal = rehearsal
            self._news.notify()

    def look_again(self) -> None:
        """Sets text in the fonts that there are by now, in all that is got ready from now on."""
        with self._news:
            self._has_other_fonts = True

    def end(self) -> None:
        """Stops after the view that is being worked on."""
        with self._news:
            self._is_over = True
            self._news.notify()
        self._thread.join()

    def _work(self) -> None:
        """Prepares until the end."""
        while True:
            with self._news:
                while not (self._asked or self._renewal or self._rehearsal or self._is_over):
                    self._news.wait()
                if self._is_over:
                    return
                rehearsal, self._rehearsal = self._rehearsal, None
                renewal = None
                if rehearsal is None:
                    renewal, self._renewal = self._renewal, None
                task = None if rehearsal else renewal or self._asked.pop(0)
                has_other_fonts, self._has_other_fonts = self._has_other_fonts, False
            if has_other_fonts:
                look_again()
            if rehearsal is not None:
                self.rehearsed.emit(self._rehearse(rehearsal))
            elif task is not None:
                self._prepare(task, is_renewal=renewal is not None)
            self._tidy()

    def _tidy(self) -> None:
        """When all is ready, lets go of the pictures that are not needed any more.

        What the request before this one needed stays, as it may still be on the screen.
        """
        with self._news:
            if self._asked or self._is_over:
                return
            self._assets.keep(self._pictures | self._pictures_before)
            self._pictures_before = self._pictures

    def _rehearse(self, rehearsal: Rehearsal) -> Rehearsed:
        """Prepares what will be seen at once; whatever is wrong with it counts."""
        craft, show, live = rehearsal.craft, rehearsal.show, rehearsal.live
        ready: list[Ready] = []
        wrong: list[str] = []
        for wanted in rehearsal.views:
            try:
                prepared, refusals = self._made(_Task(craft, show, wanted, live))
            except Exception:  # noqa: BLE001 - as of every slide that fails
                wrong.append(f"{wanted.slide}: {traceback.format_exc().strip()}")
                continue
            wrong += [f"{wanted.slide}: {said(refusal.said, 'en')}" for refusal in refusals]
            ready.append(Ready(wanted.slide, prepared.entry_s, wanted.look, live.edition))
        return Rehearsed(rehearsal, tuple(ready), tuple(wrong))

    def _made(self, task: _Task) -> tuple[Prepared, tuple[Refusal, ...]]:
        """A view composed, decoded and drawn; with the reasons why pictures cannot be shown."""
        prepared = task.craft.composer.prepare(task.show, task.wanted, task.live)
        self._pictures |= task.craft.painter.pictures_of(prepared.settled)
        return prepared, task.craft.painter.warm(prepared.settled)

    def _prepare(self, task: _Task, *, is_renewal: bool) -> None:
        """Prepares one view and answers."""
        craft, show, wanted, edition = task.craft, task.show, task.wanted, task.live.edition
        try:
            prepared, refusals = self._made(task)
        except Exception:  # noqa: BLE001 - a slide that fails must not take the show with it
            self.found.emit(wanted.slide, Phrase(traceback.format_exc().strip()))
            failed = Undrawn(wanted.slide, edition) if is_renewal else Broken(wanted.slide)
            self.answered.emit(show, failed)
            return
        for refusal in refusals:
            self.found.emit(wanted.slide, refusal.said)
        if refusals and wanted.slide not in _VIEWS:
            self.answered.emit(show, Broken(wanted.slide))
        else:
            ready = Ready(wanted.slide, prepared.entry_s, wanted.look, edition)
            self.answered.emit(show, ready)
            self._tell_missing(craft, wanted.slide, prepared.settled)

    def _tell_missing(self, craft: Stagecraft, slide: str, frame: Frame) -> None:
        """Tells of characters that no font has."""
        marks = (mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks)
        lacks = craft.missing("".join(_words(mark) for mark in marks))
        if lacks:
            self.found.emit(slide, phrase("no font has '{characters}'", characters=lacks))


def _words(mark: Mark) -> str:
    """What is written by `mark`."""
    if isinstance(mark, Label):
        return mark.text
    return figure_text(mark) if isinstance(mark, Figure) else ""
