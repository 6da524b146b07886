"""Where the files of a show come from; the disk itself is somebody else's."""

from __future__ import annotations

from typing import Protocol


class Folder(Protocol):
    """The files of a show's folder. Paths are relative, with `/` between their parts."""

    @property
    def name(self) -> str:
        """What staff call the folder; stands before a file's name in problems."""

    def exists(self, path: str) -> bool:
        """Whether there is a file of just that spelling (upper and lower case too).

        The empty path asks whether the folder itself is there.
        """

    def is_inside(self, path: str) -> bool:
        """Whether the path ends inside the folder when symbolic links are followed."""

    def size(self, path: str) -> int:
        """The file's size in bytes. Raises OSError when it cannot be read."""

    def read(self, path: str) -> bytes:
        """The file's content. Raises OSError when it cannot be read."""

    def edition(self, path: str) -> str:
        """What tells the file's content from that of other times; nothing where nobody asks."""

    def names(self) -> tuple[str, ...]:
        """The paths of the files, at most some thousands; for suggestions only."""


def file_name(folder: Folder, path: str) -> str:
    """What staff call the file at `path`."""
    return f"{folder.name}/{path}" if folder.name else path
