"""What takes long to be found in a show: looked for in a thread, anew for each new show."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.problems import Problem

Inspect = Callable[[Callable[[], bool]], "tuple[Problem, ...] | None"]

_PATIENCE_S = 2.0


class Inspection:
    """Asks `inspect`, and tells `found` of what is wrong when that is another thing than before.

    found: (problems, True), told in a thread of its own. Without `inspect` nothing is told.
    """

    def __init__(
        self, inspect: Inspect | None, found: Callable[[tuple[Problem, ...], bool], None]
    ) -> None:
        self._inspect = inspect
        self._found = found
        self._told: tuple[Problem, ...] = ()
        self._over = Event()
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Looks at the show as it is now; what was still being looked at is left."""
        self._over.set()
        if self._inspect is not None:
            self._over = Event()
            self._thread = Thread(
                target=self._work, args=(self._inspect, self._over), name="inspecting", daemon=True
            )
            self._thread.start()

    def end(self) -> None:
        """Looks no more."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE_S)

    def _work(self, inspect: Inspect, over: Event) -> None:
        """Looks once."""
        problems = inspect(over.is_set)
        if problems is None or over.is_set() or problems == self._told:
            return
        self._told = problems
        self._found(problems, True)
