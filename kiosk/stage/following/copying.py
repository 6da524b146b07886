"""Copies a show off a stick that may be pulled out at any moment, within a budget."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_BYTES = 4 * 10**9
MOST_FILES = 20_000
MOST_DEPTH = 16
SPARE_BYTES = 500 * 10**6  # that the machine's own disk keeps free
_CHUNK = 2**20


class UncopiedError(Exception):
    """A folder was not copied. why: the reason."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.template)
        self.why = why


@dataclass(frozen=True, slots=True)
class Budget:
    """What a show may take."""

    files: int = MOST_FILES
    bytes: int = MOST_BYTES
    spare: int = SPARE_BYTES


def copy_show(source: Path, target: Path, is_over: Callable[[], bool], budget: Budget) -> None:
    """Copies the files of the folder `source` to `target`, which is made. Raises UncopiedError.

    Links are left out, wherever they lead, and so are hidden files and what is no file. is_over:
    whether nobody waits for it any more.
    """
    try:
        files = tuple(_files_in(source, budget))
        _copy(source, target, files, is_over, budget)
    except OSError as error:
        shutil.rmtree(target, ignore_errors=True)
        reason = Phrase(error.strerror or "")
        what = phrase("it could not be copied to its end ({reason})", reason=reason)
        raise UncopiedError(what) from error
    except UncopiedError:
        shutil.rmtree(target, ignore_errors=True)
        raise


def _files_in(source: Path, budget: Budget) -> Iterator[tuple[str, int]]:
    """The paths of the files below `source`, and their sizes."""
    waiting, count, total = [("", 0)], 0, 0
    while waiting:
        folder, depth = waiting.pop()
        with os.scandir(source / folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.name.startswith(".") or entry.is_symlink():
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if depth < MOST_DEPTH:
                        waiting.append((path, depth + 1))
                    continue
                status = entry.stat(follow_symlinks=False)
                if not stat.S_ISREG(status.st_mode):
                    continue
                count, total = count + 1, total + status.st_size
                _refuse_beyond(budget, count, total)
                yield path, status.st_size


def _refuse_beyond(budget: Budget, count: int, total: int) -> None:
    """Raises UncopiedError for a show that is too large."""
    if count > budget.files:
        raise UncopiedError(phrase("it has more than {most} files", most=budget.files))
    if total > budget.bytes:
        gigabytes = f"{budget.bytes / 1e9:g}"
        raise UncopiedError(phrase("it has more than {most} GB", most=gigabytes))


def _copy(
    source: Path,
    target: Path,
    files: tuple[tuple[str, int], ...],
    is_over: Callable[[], bool],
    budget: Budget,
) -> None:
    """Copies those files."""
    target.mkdir(parents=True)
    needed = sum(size for _, size in files)
    if shutil.disk_usage(target).free - needed < budget.spare:
        raise UncopiedError(phrase("this machine's disk has no room for it"))
    for path, size in files:
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        copy_file(source / path, file, size, is_over)


def copy_file(source: Path, target: Path, size: int, is_over: Callable[[], bool]) -> None:
    """Copies a file of that many bytes. Raises OSError, and UncopiedError when it is over.

    One that grows meanwhile does not fill the disk.
    """
    with source.open("rb") as read, target.open("wb") as written:
        left = size
        while left > 0 and (chunk := read.read(min(_CHUNK, left))):
            if is_over():
                raise UncopiedError(phrase("the program has ended"))
            written.write(chunk)
            left -= len(chunk)
        if left:
            raise OSError(0, "it became shorter")
