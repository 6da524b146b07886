"""Follows a show's folder: what is saved there is read, and told when it is a good show."""

from __future__ import annotations

import traceback
from dataclasses import replace
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from kiosk.show.carried import carried_over, has_new_errors
from kiosk.show.model import Show
from kiosk.stage.following.edition import Edition, is_half_written
from kiosk.stage.following.inspection import Inspect, Inspection
from kiosk.stage.following.looking import (
    PATIENCE_S,
    POLL_S,
    QUICK_POLL_S,
    Listening,
    News,
    Stamp,
    at_rest,
    stamps_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


REST_S = 0.5  # a file that is wrong, or was cut short, may be one that is being written
_FLOOD_S = 0.3  # between two changes, where they come without end
_LEAST_PAUSE_S, _MOST_PAUSE_S = 0.05, 0.8  # then, between two readings


class Watching(QObject):
    """Follows `folder` in a thread, which `read` reads as it is; `first` is what plays.

    loaded: (Edition) of a good show that says something new, made of the objects of the one before
    where it says the same. found: (tuple of Problem, bool) what is wrong with the folder now, and
    nothing when all is well, whenever that is another thing than before; and whether what it says
    is shown all the same. Both are told in the thread this was made in. The newest state of the
    folder is always the last one told. inspect: looks at the show that plays, which takes long, and
    gives all that is wrong with it, or None; it is asked whenever there is another one, in a thread
    of its own, and told by what it is given when nobody waits for it any more.
    """

    loaded = Signal(object)
    found = Signal(object, bool)

    def __init__(
        self,
        folder: Path,
        read: Callable[[], Edition],
        first: Edition,
        inspect: Inspect | None = None,
    ) -> None:
        super().__init__()
        assert isinstance(first.found, Show)
        self._folder = folder
        self._read = read
        self._over = Event()
        self._thread = Thread(target=self._work, name="watching", daemon=True)
        self._news = News()
        self._pace = _Pace(self._over)
        self._playing, self._texts, self._asked = first.found, first.texts, first.asked
        self._brought = first.brought
        self._errors = self._told = first.problems
        self._latest = first
        self._doubtful: Edition | None = None
        self._was_gone = False
        self._inspection = Inspection(inspect, self.found.emit)
        self._stamps: Mapping[str, Stamp | None] = stamps_of(folder, first.asked)

    def begin(self) -> None:
        """Follows the folder from now on, and takes what was saved since it was read first."""
        self._thread.start()
        self._inspection.begin()

    def end(self) -> None:
        """Follows no more. A thread that waits for a disk too long is left to itself."""
        self._over.set()
        self._inspection.end()
        self._news.put([])
        if self._thread.is_alive():
            self._thread.join(PATIENCE_S)

    def _work(self) -> None:
        """Follows until the end."""
        listening = Listening(self._folder, self._news, self._over)
        try:
            self._follow(listening)
        finally:
            listening.end()

    def _follow(self, listening: Listening) -> None:
        """Looks and reads until the end."""
        if not self._latest.asked:  # somebody else has read it
            self._take_in()
        while not self._over.is_set():
            poll_s = POLL_S if listening.is_heard else QUICK_POLL_S
            changed = self._news.take(REST_S if self._doubtful else poll_s)
            if self._over.is_set():
                return
            if any(map(self._latest.depends_on, changed)) or self._differs():
                self._pace.wait()
                self._take_in()
            elif self._doubtful is not None and not changed:
                self._settle(self._doubtful)

    def _differs(self) -> bool:
        """Whether a file is another one than when it was read; waits until it is at rest."""
        if stamps_of(self._folder, self._latest.asked) == self._stamps:
            return False
        at_rest(self._folder, self._latest.asked, self._over)
        return True

    def _take_in(self) -> None:
        """Reads the folder; what is good is taken at once, and of the rest one waits for more."""
        before = stamps_of(self._folder, self._latest.asked)
        try:
            edition = self._read()
        except Exception:  # noqa: BLE001 - a fault of the program's own must not end the following
            traceback.print_exc()
            self._stamps = before
            return
        if not isinstance(edition.found, Show):  # it comes back with what it was made of
            edition = replace(edition, asked=edition.asked | self._asked)
        now = stamps_of(self._folder, edition.asked)
        self._stamps = {path: before.get(path, now[path]) for path in now}
        self._latest = edition
        if self._is_bad(edition) or is_half_written(edition.texts, self._texts):
            self._doubtful = edition
        else:
            self._settle(edition)

    def _is_bad(self, edition: Edition) -> bool:
        """Whether the show that plays stays, as it is better."""
        return not isinstance(edition.found, Show) or has_new_errors(edition.problems, self._errors)

    def _settle(self, edition: Edition) -> None:
        """That is what the folder says: the show is told, and what is wrong with it."""
        self._doubtful = None
        is_bad = self._is_bad(edition)
        if is_bad:
            self._inspection.end()
        if edition.problems != self._told:
            self._told = edition.problems
            self.found.emit(edition.problems, not is_bad)
        if not isinstance(edition.found, Show) or is_bad:
            self._was_gone = self._was_gone or not isinstance(edition.found, Show)
            return
        show = carried_over(edition.found, self._playing)
        is_news = show is not self._playing or self._was_gone or self._has_other_fonts(edition)
        self._playing, self._texts, self._errors = show, edition.texts, edition.problems
        self._brought = edition.brought or self._brought
        self._asked = edition.asked
        self._was_gone = False
        if is_news:
            self.loaded.emit(replace(edition, found=show))
            self._inspection.begin()

    def _has_other_fonts(self, edition: Edition) -> bool:
        """Whether text is set in other fonts than in the show that plays."""
        new, old = edition.brought, self._brought
        return new is not None and (old is None or new.digests != old.digests)


class _Pace:
    """Reads a flood of changes now and then, and every other one at once."""

    def __init__(self, over: Event) -> None:
        self._over = over
        self._since = QElapsedTimer()
        self._pause_s = 0.0

    def wait(self) -> None:
        """Waits before the next reading; longer and longer in a flood."""
        is_flood = self._since.isValid() and self._since.elapsed() / 1000 < (
            self._pause_s + _FLOOD_S
        )
        self._pause_s = (
            min(_MOST_PAUSE_S, max(_LEAST_PAUSE_S, 2 * self._pause_s)) if is_flood else 0.0
        )
        self._over.wait(self._pause_s)
        self._since.start()
