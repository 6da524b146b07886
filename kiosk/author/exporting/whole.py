"""Files that are there whole or not at all: they get their name when they are finished."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = ".kiosk-"  # hidden, and on the same disk, so that a new name is all that is left to do


@contextmanager
def whole_file(file: Path) -> Iterator[Path]:
    """A name to write `file` under; it becomes `file` in the end.

    Where the work is broken off nothing is left, and what was there before stays. Raises OSError.
    """
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    with TemporaryDirectory(prefix=_PREFIX, dir=file.parent) as beside:
        made = Path(beside) / file.name
        yield made
        made.replace(file)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write into; all that is in it lies in `folder` in the end, which is made.

    Other files that lie there stay. Where the work is broken off nothing is left. Raises OSError.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=_PREFIX, dir=folder) as inside:
            made = Path(inside)
            yield made
            for file in sorted(made.iterdir()):
                file.replace(folder / file.name)
    finally:
        if is_new:
            with suppress(OSError):  # it has something in it, as it should
                folder.rmdir()
