"""Folders of this machine for what one process copies, and the next after it."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QLockFile

_MOST_PROGRAMS = 20  # on one machine, which keep what they copied apart


class Room:
    """A folder that one process has for itself, empty at first and gone at its end."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(f"{folder}.lock")
        self.folder = folder

    def take(self) -> bool:
        """Whether it is this process's from now on; one that was killed has left its things.

        The system holds the lock, not its age: Qt takes no old one whose process lives.
        """
        if not self._lock.tryLock(0):
            return False
        clear(self.folder)
        return True

    def leave(self) -> None:
        """Clears it, and leaves it to others."""
        clear(self.folder)
        self._lock.unlock()


def room_of(state: Path) -> Room | None:
    """The first room in the folder `state` that no other process has; None where none can be.

    What processes that were killed have left in other rooms is cleared.
    """
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    rooms = [Room(state / str(number)) for number in range(_MOST_PROGRAMS)]
    taken = next((room for room in rooms if room.take()), None)
    for room in rooms:
        if room is not taken and room.folder.exists() and room.take():
            room.leave()
    return taken


def clear(folder: Path) -> None:
    """Removes a folder and all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)
