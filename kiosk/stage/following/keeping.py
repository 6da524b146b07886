"""Copies the pictures that a show plays to this machine, so that it plays on without its folder."""
# ruff: noqa: PLC0415 - it is loaded while the first slide comes on, and the thread loads the rest

from __future__ import annotations

import os
import sys
from threading import Condition, Event, Thread, get_native_id
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.phrases import Phrase
    from kiosk.show.model import Show
    from kiosk.stage.following.copying import Budget
    from kiosk.stage.following.kept import Kept
    from kiosk.stage.pictures.copies import Copies

RETRY_S = 5.0  # until what could not be copied is tried again
_FIRST_S = 1.0  # the slide that has come on has its entry for itself
_PATIENCE_S = 2.0
_POLITE = 19  # the least claim on a processor that there is


class Keeping(QObject):
    """Has the pictures of the show in `folder` copied to a room in `state`, in a thread.

    copies: is told where each lies. is_always: whether that is done wherever the folder lies, and
    not only on what can be pulled out or is somebody else's. budget: what the copies may take.
    found: (Phrase, bool) why not all can be copied; True, where that is over. It is told in the
    thread this was made in.
    """

    found = Signal(object, bool)

    def __init__(
        self, folder: Path, copies: Copies, state: Path, *, is_always: bool,
        budget: Budget | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._folder = folder
        self._copies = copies
        self._state = state
        self._is_always = is_always
        self._budget = budget
        self._over = Event()
        self._news = Condition()
        self._asked: tuple[Show, tuple[Show, ...]] | None = None
        self._thread = Thread(target=self._work, name="keeping", daemon=True)

    def begin(self) -> None:
        """Copies from now on."""
        self._thread.start()

    def keep(self, show: Show, playing: Iterable[Show] = ()) -> None:
        """Copies the pictures of `show`; of what was copied, that of shows `playing` stays."""
        with self._news:
            self._asked = show, tuple(playing)
            self._news.notify()

    def end(self) -> None:
        """Copies no more, and removes the copies.

        A thread that waits for a disk too long is left to itself, and its copies to the next
        program.
        """
        self._over.set()
        with self._news:
            self._news.notify()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE_S)

    def _work(self) -> None:
        """Copies until the end."""
        _step_back()
        if self._over.wait(_FIRST_S):
            return
        from kiosk.stage.following.volumes import is_apart

        if self._is_always or is_apart(self._folder):
            self._copy()

    def _copy(self) -> None:
        """Copies into a room of this process's own, which it leaves empty."""
        from kiosk.stage.following.copying import Budget
        from kiosk.stage.following.kept import Kept, nowhere
        from kiosk.stage.following.rooms import room_of

        room, budget = room_of(self._state), self._budget or Budget()
        if room is None:
            self.found.emit(nowhere(), False)
            return
        try:
            self._keep(Kept(self._folder, room.folder.resolve(), self._copies, budget))
        finally:
            room.leave()

    def _keep(self, kept: Kept) -> None:
        """Copies what is wished; what lacks, again and again."""
        told: Phrase | None = None
        while not self._over.is_set():
            with self._news:
                if self._asked is None and not self._over.is_set():
                    self._news.wait(RETRY_S if kept.is_lacking else None)
                asked, self._asked = self._asked, None
            if asked is not None:
                kept.wish(*asked)
            kept.bring(self._is_interrupted, self._over.wait)
            if kept.wrong is not None:
                self.found.emit(kept.wrong, False)
            elif told is not None and not kept.is_lacking:
                self.found.emit(told, True)
            told = kept.wrong or (told if kept.is_lacking else None)

    def _is_interrupted(self) -> bool:
        """Whether something else is asked for."""
        return self._over.is_set() or self._asked is not None


def _step_back() -> None:
    """Leaves the processors to all others, where the system lets a single thread do so."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), _POLITE)
