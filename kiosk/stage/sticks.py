"""Shows on sticks: one that is put in is copied, checked, and told when it can take over."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QStorageInfo, Signal

from kiosk.phrases import Phrase, phrase
from kiosk.show.model import Show
from kiosk.stage.copying import Budget, UncopiedError, copy_show
from kiosk.stage.looking import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.stage.edition import Edition

POLL_S = 1.5
_MOST_FOLDERS = 200  # of a stick that are looked into
_MOST_PROGRAMS = 20  # on one machine, which keep what they copied apart
_REMOVABLE = 2  # Windows' name of it
_KEPT = 2  # copies: of the show that plays, and of the one it takes over from


@dataclass(frozen=True, slots=True)
class Volume:
    """A file system that is mounted. root: where; device: what the system calls it."""

    root: Path
    device: str


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
        _clear(room.folder)
        while not self._over.wait(POLL_S):
            there = self._volumes()
            for volume in there:
                if volume not in known:
                    self._look_into(volume, room.folder)
            known = frozenset(there)
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
            shutil.rmtree(copy.parent, ignore_errors=True)
            self.said.emit(_refusal(name, phrase("it has errors")), edition.problems)
            return
        self.loaded.emit(edition, copy)
        for old in range(1, self._count - _KEPT + 1):
            shutil.rmtree(room / str(old), ignore_errors=True)


def _refusal(name: str, why: Phrase) -> Phrase:
    """Why a show is not shown."""
    return phrase("the show '{name}' on a stick is not shown: {why}", name=name, why=why)


def show_on(root: Path) -> Path | None:
    """The folder of the show on a stick: its root, or the first by name of those right below."""
    try:
        if (root / "show.yaml").is_file():
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
    return next((folder for folder in folders if _has_show(folder)), None)


def _has_show(folder: Path) -> bool:
    """Whether there is a show in it."""
    try:
        return (folder / "show.yaml").is_file()
    except OSError:
        return False


def mounted_sticks() -> tuple[Volume, ...]:
    """The sticks that are mounted now."""
    found = []
    for info in QStorageInfo.mountedVolumes():
        device = bytes(info.device().data()).decode("utf-8", "replace")
        if info.isValid() and info.isReady() and is_removable(device, sys.platform):
            found.append(Volume(Path(info.rootPath()), device))
    return tuple(found)


def is_removable(device: str, platform: str, system: Path = Path("/sys/class/block")) -> bool:
    """Whether a device can be pulled out: what the system calls so, or what hangs on USB.

    device: as the system names it. system: where Linux tells of its block devices.
    """
    if platform == "win32":
        return _is_removable_on_windows(device)
    if not device.startswith("/dev/"):
        return False
    told = (system / Path(device).name).resolve()
    disk = told if (told / "removable").exists() else told.parent
    try:
        is_told = (disk / "removable").read_text("ascii").strip() == "1"
    except OSError:
        return False
    return is_told or "usb" in "/".join(told.parts[1:]).casefold()


def _is_removable_on_windows(device: str) -> bool:
    """Whether Windows calls the volume removable."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        volume = device.rstrip("\\") + "\\"
        return bool(ctypes.windll.kernel32.GetDriveTypeW(volume) == _REMOVABLE)
    return False


class Room:
    """A folder of this machine for what this process alone copies, and the next after it."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(f"{folder}.lock")
        self.folder = folder

    def take(self) -> bool:
        """Whether it is this process's from now on."""
        return self._lock.tryLock(0)

    def leave(self) -> None:
        """Clears it, and leaves it to others."""
        _clear(self.folder)
        self._lock.unlock()


def room_of(state: Path) -> Room | None:
    """The first room in the folder `state` that no other process has; None where none can be."""
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    rooms = (Room(state / str(number)) for number in range(_MOST_PROGRAMS))
    return next((room for room in rooms if room.take()), None)


def state_folder() -> Path:
    """Where the program keeps what it needs for itself; needs the application."""
    kind = QStandardPaths.StandardLocation.StateLocation
    return Path(QStandardPaths.writableLocation(kind)) / "sticks"


def _clear(folder: Path) -> None:
    """Removes a folder and all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)
