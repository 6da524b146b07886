"""Where copies of a show's files lie on this machine, so that its folder may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Copies:
    """Which content of which file has been copied. Safe to use from several threads."""

    def __init__(self) -> None:
        self._roots: dict[tuple[str, str], Path] = {}

    def root_of(self, file: str, edition: str) -> Path | None:
        """The folder in which that content of the file lies under its own path, if it does."""
        return self._roots.get((file, edition))

    def put(self, file: str, edition: str, root: Path) -> None:
        """That content of the file lies in `root` from now on."""
        self._roots[file, edition] = root

    def drop(self, file: str, edition: str) -> None:
        """It will not lie there much longer."""
        self._roots.pop((file, edition), None)
