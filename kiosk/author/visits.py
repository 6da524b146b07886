"""Recorded visits on the disk, ready to be played again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase
from kiosk.playback.events import TakenOver
from kiosk.playback.recording import MOST_BYTES, Recording, fingerprint_of, read_recording
from kiosk.problems import Problem, Span
from kiosk.show.load import NoShow
from kiosk.show.model import Show
from kiosk.show.yaml.nodes import Source
from kiosk.stage.recording.replay import Replay
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.playback.events import Event
    from kiosk.playback.recording import Opening


@dataclass(frozen=True, slots=True)
class Visit:
    """A performance to play again: the show that it began with, and its folder."""

    show: Show
    folder: Path
    replay: Replay

    @property
    def opening(self) -> Opening:
        """How it began."""
        return self.replay.opening

    @property
    def is_of_another_show(self) -> bool:
        """Whether the show says something else than when it was recorded."""
        return fingerprint_of(self.show) != self.opening.fingerprint


def visit_in(
    file: Path, named: Path | None, load: Callable[[Path], Show | NoShow]
) -> Visit | NoShow | tuple[Problem, ...]:
    """The last performance that was recorded in `file`, or what is wrong with it or its show.

    named: the folder of its show, where that is not the one it was recorded with. load: loads the
    show of a folder.
    """
    text = _text(file)
    if isinstance(text, Problem):
        return (text,)
    found: dict[str, Show | NoShow] = {}

    def loaded(folder: str) -> Show | NoShow:
        if folder not in found:
            found[folder] = load(_folder(named, folder))
        return found[folder]

    recording = read_recording(Source(file.as_posix(), text), loaded)
    if not isinstance(recording, Recording):
        return recording
    opening = recording.opening
    first = loaded(opening.show)
    if isinstance(first, NoShow):
        return first
    shows = {
        id(show): (_on_screen_of(opening, show), _folder(named, name))
        for name, show in found.items()
        if isinstance(show, Show)
    }

    def on_screen(event: Event) -> Event:
        """A show that takes over is fitted to the screen too."""
        if not isinstance(event, TakenOver):
            return event
        return replace(event, show=shows[id(event.show)][0])

    events = tuple((at, on_screen(event)) for at, event in recording.events)
    show, folder = shows[id(first)]
    return Visit(show, folder, Replay(replace(recording, events=events), tuple(shows.values())))


def _folder(named: Path | None, recorded: str) -> Path:
    """Where a show of the recording lies."""
    return named or Path(recorded)


def _on_screen_of(opening: Opening, show: Show) -> Show:
    """The show for the screen that the recording was made at."""
    return replace(
        show,
        screen_in=opening.screen_in,
        viewing_m=opening.viewing_m,
        mounted_mm=opening.mounted_mm,
    )


def _text(file: Path) -> str | Problem:
    """The file's text, or why it cannot be read."""
    hint = phrase("check the file's permissions, and the stick or network it is on")
    span = Span(file.as_posix(), 1, 1)
    try:
        if file.stat().st_size > 2 * MOST_BYTES:
            what = phrase("a recording has {megabytes} MB at most", megabytes=MOST_BYTES // 10**6)
            return Problem(span, "error", "too-big", what)
        return file.read_text("utf-8-sig", errors="replace")
    except OSError as error:
        reason = Phrase(error.strerror or "")
        what = phrase("the file cannot be read: {reason}", reason=reason)
        return Problem(span, "error", "unreadable-file", what, hint)
