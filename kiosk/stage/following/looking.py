"""Learns that files of a folder have changed: from the system, and by looking at them."""

from __future__ import annotations

import os
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING

from kiosk.stage.disk import is_folder
from kiosk.stage.following.volumes import file_system_of, is_told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Stamp = tuple[int, int, int]

POLL_S = 2.0  # between two looks, where the system tells of changes
QUICK_POLL_S = 0.25  # where it does not
PATIENCE_S = 2.0  # with a thread that should end: a program that ends under it may crash
_STEP_MS, _LONGEST_MS = 25, 150  # files are at rest when nothing happens for a step


def stamps_of(folder: Path, paths: Iterable[str]) -> dict[str, Stamp | None]:
    """What tells one state of each file from another; None of those that are not there."""
    return {path: stamp_of(os.path.join(folder, path)) for path in paths}  # noqa: PTH118 - quick


def stamp_of(path: str | Path) -> Stamp | None:
    """What tells one state of a file or folder from another; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked for hundreds at a time
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def edition_at(path: str | Path) -> str:
    """What tells this content of a file from that of other times; nothing where there is none."""
    stamp = stamp_of(path)
    return "" if stamp is None else "-".join(map(str, stamp))


class News:
    """Paths that have changed, until somebody takes them. Safe to use from several threads."""

    def __init__(self) -> None:
        self._changed: set[str] = set()
        self._has_come = Condition()

    def put(self, paths: Iterable[str]) -> None:
        """These have changed."""
        with self._has_come:
            self._changed.update(paths)
            self._has_come.notify()

    def take(self, longest_s: float) -> frozenset[str]:
        """All that has changed since the last time; nothing, where nothing does for so long."""
        with self._has_come:
            if not self._changed:
                self._has_come.wait(longest_s)
            taken = frozenset(self._changed)
            self._changed.clear()
        return taken


class Listening:
    """Has the system tell `news` what changes in a folder, from a thread of its own.

    is_heard: whether it tells; on the folders of a network it knows of nothing that others do.
    A folder that goes and comes back, or is exchanged for another, is listened to again.
    """

    def __init__(self, folder: Path, news: News, over: Event) -> None:
        self.is_heard = False
        self._folder = folder
        self._news = news
        self._over = over
        self._thread = Thread(target=self._work, name="listening", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Waits for the thread, after the end; one that waits for a disk is left to itself."""
        self._thread.join(PATIENCE_S)

    def _work(self) -> None:
        """Listens until the end."""
        while not self._over.is_set():
            if is_folder(self._folder) and is_told_of(file_system_of(self._folder)):
                self._listen()
            self.is_heard = False
            self._over.wait(POLL_S)

    def _listen(self) -> None:
        """Listens until the folder is another one."""
        from watchfiles import watch  # noqa: PLC0415 - 60 ms that the first slide does not wait

        whole = self._folder.absolute()
        which = _identity(self._folder)
        try:
            for changes in watch(
                whole, watch_filter=None, step=_STEP_MS, debounce=_LONGEST_MS,
                rust_timeout=int(POLL_S * 1000), yield_on_timeout=True, stop_event=self._over,
                raise_interrupt=False, ignore_permission_denied=True, force_polling=False,
            ):  # fmt: skip
                self.is_heard = True
                self._news.put(_below(whole, path) for _, path in changes)
                if _identity(self._folder) != which:
                    self._news.put([""])
                    return
        except (OSError, RuntimeError):  # it has gone, or the system watches no more folders
            return


def at_rest(folder: Path, paths: Iterable[str], over: Event) -> Mapping[str, Stamp | None]:
    """The stamps of files once they stay the same for a step, or it has taken too long."""
    asked = tuple(paths)
    before = stamps_of(folder, asked)
    for _ in range(_LONGEST_MS // _STEP_MS):
        if over.wait(_STEP_MS / 1000):
            break
        now = stamps_of(folder, asked)
        if now == before:
            break
        before = now
    return before


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder it is, whatever it is called; None where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _below(folder: Path, path: str) -> str:
    """Where `path` lies in `folder`; all of it is meant where it does not."""
    below = os.path.relpath(path, folder).replace(os.sep, "/")
    return "" if below == "." or below.startswith("..") else below
