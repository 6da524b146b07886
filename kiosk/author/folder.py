"""A show's folder on the disk."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.stage.disk import is_file, is_folder
from kiosk.stage.resources import resources_folder

_MOST_NAMES = 5000


def theme_files() -> dict[str, bytes]:
    """The program's own theme files by name."""
    files = resources_folder() / "themes"
    return {file.stem: file.read_bytes() for file in sorted(files.glob("*.yaml"))}


def cover_folder() -> Path:
    """The folder of the built-in show that stands in for one that cannot be loaded."""
    return resources_folder() / "waiting"


class DiskFolder:
    """The files of a folder, as `kiosk.show.folder.Folder`. Made anew for each load.

    Listings are kept for as long as it lives: a load sees each directory once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._listed: dict[Path, frozenset[str]] = {}

    @property
    def name(self) -> str:
        """The folder as it was named, with `/` between its parts."""
        return self.path.as_posix()

    def exists(self, path: str) -> bool:
        """Whether there is a file spelt just so, on Windows too; the empty path is the folder."""
        if not path:
            return is_folder(self.path)
        folder = self.path
        *folders, file = path.split("/")
        for part in folders:
            if part not in self._names_in(folder):
                return False
            folder /= part
        return file in self._names_in(folder) and is_file(folder / file)

    def is_inside(self, path: str) -> bool:
        """Whether the file lies inside the folder, links followed."""
        try:
            return (self.path / path).resolve().is_relative_to(self.path.resolve())
        except (OSError, RuntimeError):  # RuntimeError: links in a circle
            return False

    def size(self, path: str) -> int:
        """The file's size in bytes. Raises OSError."""
        return (self.path / path).stat().st_size

    def read(self, path: str) -> bytes:
        """The file's content. Raises OSError."""
        return (self.path / path).read_bytes()

    def edition(self, path: str) -> str:
        """Nothing: this show is loaded once."""
        del path
        return ""

    def names(self) -> tuple[str, ...]:
        """The files of the folder and the folders in it; hidden ones are left out."""
        found: list[str] = []
        for root, folders, files in os.walk(self.path):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            below = Path(root).relative_to(self.path)
            found += [(below / f).as_posix() for f in sorted(files) if not f.startswith(".")]
            if len(found) > _MOST_NAMES:
                break
        return tuple(found[:_MOST_NAMES])

    def _names_in(self, folder: Path) -> frozenset[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = frozenset(entry.name for entry in folder.iterdir())
            except OSError:
                self._listed[folder] = frozenset()
        return self._listed[folder]
