"""What is laid down to happen while a show plays: all that was recorded, or nothing."""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING

from kiosk.playback.events import TakenOver
from kiosk.playback.state import Beginning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kiosk.playback.events import Event
    from kiosk.playback.recording import Recording
    from kiosk.show.model import Show


class Live:
    """Nothing is laid down: what happens is what comes in."""

    is_live = True
    next_at = math.inf

    def __init__(self, beginning: Beginning) -> None:
        self.beginning = beginning

    def until(self, now: float) -> tuple[()]:
        """Nothing."""
        del now
        return ()

    def is_over(self, now: float) -> bool:
        """Never."""
        del now
        return False


class Replay:
    """What is left of a recording that is played. folders: of the shows that take over in it."""

    is_live = False

    def __init__(self, recording: Recording, folders: Sequence[tuple[Show, Path]] = ()) -> None:
        self.opening = recording.opening
        self._left = deque(recording.events)
        self._ends = recording.ends
        self._folders = tuple(folders)

    @property
    def beginning(self) -> Beginning:
        """How the show begins."""
        opening = self.opening
        return Beginning(opening.at, opening.options, opening.first, opening.wall)

    def until(self, now: float) -> Iterator[tuple[float, Event, Path | None]]:
        """What happened until `now`, each once; the folder of a show that takes over with it."""
        while self._left and self._left[0][0] <= now:
            at, event = self._left.popleft()
            yield at, event, self._folder_of(event)

    @property
    def next_at(self) -> float:
        """When something happens next, or else the end."""
        return self._left[0][0] if self._left else self._ends

    def is_over(self, now: float) -> bool:
        """Whether nothing more happens."""
        return not self._left and now >= self._ends

    def _folder_of(self, event: Event) -> Path | None:
        """Where the files of the show lie that takes over."""
        if not isinstance(event, TakenOver):
            return None
        return next(folder for known, folder in self._folders if known is event.show)
