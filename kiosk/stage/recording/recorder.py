"""Writes down what happens while a show plays, for `replay` beside to play again."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from io import FileIO
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.phrases import Phrase, phrase
from kiosk.playback.recording import (
    MOST_BYTES,
    VERSION,
    Opening,
    end_line,
    event_line,
    fingerprint_of,
    opening_line,
)
from kiosk.playback.state import Beginning
from kiosk.playback.written import Notation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.playback.events import Event
    from kiosk.playback.state import State
    from kiosk.stage.device import Device


class Recorder:
    """Appends lines to `file`, each whole before the next one begins, so that a crash loses none.

    A disk that is full ends the recording and nothing else, and so does a file of `most` bytes.
    found: gets that.
    """

    def __init__(self, file: Path, found: Callable[[Phrase], None], most: int = MOST_BYTES) -> None:
        self._path = file
        self._found = found
        self._most = most
        self._file: FileIO | None = None
        self._folder = ""
        self._notation = Notation(name_of=lambda _: self._folder)

    def begin(
        self, began: Beginning, state: State, folder: Path, device: Device, speed: float
    ) -> None:
        """A performance begins with `state`, of a show in `folder`, on a page of those pixels."""
        # All that the show says, and not what is within its dates today.
        show = state.view.show if state.wall is None else state.wall.whole
        opening = Opening(
            recording=VERSION,
            kiosk=__version__,
            show=folder.absolute().as_posix(),
            fingerprint=fingerprint_of(show),
            window=(device.width, device.height),
            screen_in=show.screen_in,
            viewing_m=show.viewing_m,
            mounted_mm=show.mounted_mm,
            speed=speed,
            first=began.first,
            options=replace(began.options, look=state.view.look),
            at=began.at,
            wall=began.wall,
        )
        self._folder = opening.show
        with self._telling():
            self._file = FileIO(self._path, "a+")
            self._file.write(b"" if _is_at_line_start(self._file) else b"\n")
        self._write(opening_line(opening, self._notation))

    def turn_to(self, folder: str) -> None:
        """The show that takes over next lies in `folder`."""
        self._folder = folder

    def add(self, at: float, event: Event) -> None:
        """Something happened."""
        self._write(event_line(at, event, self._notation))

    def end(self, at: float) -> None:
        """The performance is over."""
        self._write(end_line(at))
        self._close()

    def _write(self, line: str) -> None:
        """Appends a line at once."""
        with self._telling():
            if self._file is None:
                return
            self._file.write(line.encode())
            if self._file.tell() > self._most:
                self._stop(phrase("it is {megabytes} MB long", megabytes=self._most // 10**6))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tells why nothing can be written, and writes no more."""
        try:
            yield
        except OSError as error:
            self._stop(Phrase(error.strerror or str(error)))

    def _stop(self, why: Phrase) -> None:
        """Writes no more, and tells why."""
        self._close()
        name = self._path.as_posix()
        self._found(phrase("{file} cannot be written: {why}", file=name, why=why))

    def _close(self) -> None:
        """Closes the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _is_at_line_start(file: FileIO) -> bool:
    """Whether the file is empty or ends with a whole line; else the power was cut."""
    if file.tell() == 0:
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"
