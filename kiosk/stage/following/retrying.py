"""Tries to load a show, in a thread of its own and ever less often, until there is one."""

from __future__ import annotations

import traceback
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.problems import error_lines, line_of
from kiosk.show.load import NoShow
from kiosk.show.model import Show
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kiosk.phrases import Language

FIRST_WAIT_S, LONGEST_WAIT_S, GROWTH = 2.0, 30.0, 1.5


def growing_waits() -> Iterator[float]:
    """Seconds between attempts: 2, then longer and longer, up to 30; endless."""
    wait_s = FIRST_WAIT_S
    while True:
        yield wait_s
        wait_s = min(LONGEST_WAIT_S, wait_s * GROWTH)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an attempt gave. show: None where there is none. wrong: its errors, a line each."""

    show: Show | None
    wrong: tuple[str, ...]


def answer_of(found: Show | NoShow, language: Language = "en") -> Answer:
    """What a loader found; of what is no show the one line that says why."""
    if isinstance(found, NoShow):
        return Answer(None, (line_of(found.problem, language),))
    return Answer(found, error_lines(found.problems, language))


class Retrying(QObject):
    """Calls `attempt` again and again until it gives a show without errors, or one twice alike.

    A folder that is still being copied has errors that change; then it is tried again soon.
    loaded: (Show), once. found: what is wrong, a line each, whenever that is another thing than
    before. Both are told in the thread this was made in. said: what was wrong the first time.
    waits: seconds between attempts, as long as what they give is the same. language: that is
    told in.
    """

    loaded = Signal(object)
    found = Signal(str)
    _told = Signal(object)

    def __init__(
        self,
        attempt: Callable[[], Show | NoShow],
        said: str = "",
        waits: Callable[[], Iterable[float]] = growing_waits,
        language: Language = "en",
    ) -> None:
        super().__init__()
        self._attempt = attempt
        self._wrong: tuple[str, ...] = (said,)
        self._waits = waits
        self._language = language
        self._over = Event()
        self._told.connect(self._tell)
        self._thread = Thread(target=self._work, name="retrying", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Tries no more. An attempt under way is left to itself: its disk may never answer."""
        self._over.set()

    def _work(self) -> None:
        """Tries until there is a show, or the end."""
        while not self._worked():
            pass

    def _worked(self) -> bool:
        """Tries until something else is wrong than before; whether there is nothing left to do."""
        for wait_s in self._waits():
            if self._over.wait(wait_s):
                return True
            answer = self._tried()
            if self._over.is_set():
                return True
            is_known = answer.wrong == self._wrong
            self._wrong = answer.wrong
            is_taken = answer.show is not None and (is_known or not answer.wrong)
            self._told.emit(
                Answer(answer.show if is_taken else None, () if is_known else answer.wrong)
            )
            if is_taken or not is_known:
                return is_taken
        return True

    def _tell(self, news: Answer) -> None:
        """Tells what is new, in the thread that listens."""
        for line in news.wrong:
            self.found.emit(line)
        if news.show is not None:
            self.loaded.emit(news.show)

    def _tried(self) -> Answer:
        """What this attempt gives."""
        try:
            return answer_of(self._attempt(), self._language)
        except Exception as error:  # noqa: BLE001 - a screen must not wait for ever for a bug
            return Answer(None, (traceback.format_exception_only(error)[-1].strip(),))
