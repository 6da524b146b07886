"""Shows on sticks: one that is put in is copied, checked, and told when it can take over."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.phrases import Phrase, phrase
from kiosk.show.model import Show
from kiosk.stage.disk import is_file
from kiosk.stage.following.copying import Budget, UncopiedError, copy_show
from kiosk.stage.following.looking import PATIENCE_S
from kiosk.stage.following.rooms import clear, room_of
from kiosk.stage.following.volumes import Volume, mounted_sticks

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.stage.following.edition import Edition

POLL_S = 1.5
_MOST_FOLDERS = 200  # of a stick that are looked into
_KEPT = 2  # copies: of the show that plays, and of the one it takes over from


class Sticks(QObject):
    """Looks for sticks in a thread; those that were in from the beginning are let be.

    loaded: (Edition, Path) of a good show, and the folder on this machine that it was copied to.
    said: (Phrase, tuple of Problem) what goes on; with what is wrong with a show that is not shown,
    where nothing else changes. Both are told in the thread this was made in.
    read: reads the show in a folder. volumes: those that are in now. state: the folder in which
    this process has one of its own for copies.
    """

    loaded = Signal(object, object)
    said = Signal(object, object)

    def __init__(
        self, read: Callable[[Path], Edition], state: Path,
        volumes: Callable[[], tuple[Volume, ...]] | None = None, budget: Budget | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._read = read
        self._state = state
        self._volumes = volumes or mounted_sticks
        self._budget = budget or Budget()
        self._over = Event()
        self._thread = Thread(target=self._work, name="sticks", daemon=True)
        self._count = 0

    def begin(self) -> None:
        """Looks for sticks from now on."""
        self._thread.start()

    def end(self) -> None:
        """Looks no more. A thread that waits for a disk too long is left to itself."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(PATIENCE_S)

    def _work(self) -> None:
        """Looks until the end."""
        known = frozenset(self._volumes())
        room = room_of(self._state)
        if room is None:
            self.said.emit(phrase("sticks are not looked for: there is no room for copies"), ())
            return
        while not self._over.wait(POLL_S):
            there = self._volumes()
            for volume in there:
                if volume not in known:
                    self._look_into(volume, room.folder)
            # One that was pulled out meanwhile may be put in again before the next look.
            known = frozenset(there).intersection(self._volumes())
        room.leave()

    def _look_into(self, volume: Volume, room: Path) -> None:
        """Takes the show on a stick, if there is one."""
        folder = show_on(volume.root)
        if folder is None or self._over.is_set():
            return
        name = folder.name if folder != volume.root else volume.root.name
        self.said.emit(phrase("the show '{name}' on a stick is being copied", name=name), ())
        self._count += 1
        copy = room / str(self._count) / (name or "show")
        try:
            copy_show(folder, copy, self._over.is_set, self._budget)
        except UncopiedError as error:
            self.said.emit(_refusal(name, error.why), ())
            return
        edition = self._read(copy)
        errors = tuple(p for p in edition.problems if p.level == "error")
        if errors or not isinstance(edition.found, Show):
            clear(copy.parent)
            self.said.emit(_refusal(name, phrase("it has errors")), edition.problems)
            return
        self.loaded.emit(edition, copy)
        for old in range(1, self._count - _KEPT + 1):
            clear(room / str(old))


def _refusal(name: str, why: Phrase) -> Phrase:
    """Why a show is not shown."""
    return phrase("the show '{name}' on a stick is not shown: {why}", name=name, why=why)


def show_on(root: Path) -> Path | None:
    """The folder of the show on a stick: its root, or the first by name of those right below."""
    try:
        if is_file(root / "show.yaml"):
            return root
        with os.scandir(root) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
            )
    except OSError:  # pulled out again
        return None
    folders = (root / name for name in names[:_MOST_FOLDERS])
    return next((folder for folder in folders if is_file(folder / "show.yaml")), None)
