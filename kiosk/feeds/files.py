"""Files that are followed as they change, on folders of a network and half-written ones too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.data.feed import Line
    from kiosk.data.records import Records

MOST_BYTES = 16_000_000
_SETTLE_S = 0.15  # a file that somebody is writing has another size or time after that
_SOON_S = 0.25  # until a file that was being written is looked at again
AGAIN_S = 2.0  # at most, until a file that was not there or wrong is looked at again
_LOOKS = 10  # after so many it is read all the same: some disks tell times to 2 s only
_SMALL = 1_000_000  # bytes, for that

Stamp = tuple[int, int, int]


def follow_file(
    line: Line, file: str, every_s: float, read: Callable[[bytes], Records | Phrase]
) -> None:
    """Tells `line` the rows of `file`, which `read` takes from its content, whenever they change.

    A file that changes while it is read is left until it rests. Its times are compared with each
    other only, as the clock of a server may be another one.
    """
    path, known, looks = line.path(file), None, 0
    wait_s = 0.0
    while not line.wait(wait_s):
        wait_s = every_s
        try:
            stamp = stamp_of(path)
            looks += 1
            if stamp == known and not (looks >= _LOOKS and stamp[1] <= _SMALL):
                line.reached()
                continue
            content = None if line.wait(_SETTLE_S) else resting(path, stamp)
        except OSError as error:
            known, wait_s = None, min(AGAIN_S, every_s)
            line.fail(why_unread(error, file))
            continue
        if content is None:
            wait_s = min(_SOON_S, every_s)
            continue
        looks = 0
        answer = read(content) if len(content) <= MOST_BYTES else too_big(MOST_BYTES)
        if isinstance(answer, Phrase):
            line.fail(answer)
        is_good = not isinstance(answer, Phrase) and line.tell(answer)
        known, wait_s = (stamp, every_s) if is_good else (None, min(AGAIN_S, every_s))


def stamp_of(path: str) -> Stamp:
    """What tells one state of a file from another. Raises OSError."""
    status = os.stat(path)  # noqa: PTH116 - a path of any system, as it is
    return status.st_mtime_ns, status.st_size, status.st_ino


def resting(path: str, stamp: Stamp) -> bytes | None:
    """The content of a file in that state, at most a byte more than is allowed; None of another.

    Raises OSError.
    """
    if stamp_of(path) != stamp:
        return None
    with open(path, "rb") as file:  # noqa: PTH123
        content = file.read(MOST_BYTES + 1)
    return content if stamp_of(path) == stamp else None


def why_unread(error: OSError, file: str) -> Phrase:
    """Why a file gives nothing."""
    if isinstance(error, FileNotFoundError):
        return phrase("there is no file '{path}'", path=file)
    reason = Phrase(error.strerror) if error.strerror else phrase("it cannot be opened")
    return phrase("the file cannot be read: {reason}", reason=reason)


def too_big(most: int) -> Phrase:
    """That a source tells more than anybody could show."""
    return phrase("it has more than {megabytes} MB", megabytes=most // 1_000_000)
