"""A line that stands in for a show: what happens while a feed waits is a script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.data.records import Records
from kiosk.phrases import Phrase, said

AT = datetime(2026, 6, 1, 14, 5, tzinfo=UTC)


class Script:
    """Does one of `steps` whenever a feed waits, and ends it after the last one.

    while_settling: what happens in the moments in which a file is to rest. told: all that the feed
    told; wrong: all that it said was wrong; answers: how often nothing was new.
    can_show: what charts can.
    """

    def __init__(
        self, folder: Path, *steps: Callable[[], object],
        while_settling: Callable[[], object] = lambda: None, hosts: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.told: list[Records] = []
        self.wrong: list[str] = []
        self.waits: list[float] = []
        self.answers = 0
        self.time = 0.0
        self.can_show: Callable[[Records], bool] = lambda _: True
        self._folder, self._hosts = folder, hosts
        self._steps = iter(steps)
        self._while_settling = while_settling

    def path(self, file: str) -> str:
        return str(self._folder / file)

    def secret(self, name: str) -> str:
        return f"secret of {name}" if name else ""

    def allows(self, host: str) -> bool:
        return host in self._hosts

    def now(self) -> float:
        return self.time

    def wall(self) -> datetime:
        return AT

    def chance(self) -> float:
        return 0.5

    def tell(self, records: Records) -> bool:
        if not self.can_show(records):
            self.wrong.append("misfit")
            return False
        self.told.append(records)
        return True

    def reached(self) -> None:
        self.answers += 1

    def fail(self, why: Phrase) -> None:
        self.wrong.append(said(why, "en"))

    def wait(self, seconds: float) -> bool:
        self.time += seconds
        if seconds == 0.15:  # a file is to rest
            self._while_settling()
            return False
        self.waits.append(seconds)
        step = next(self._steps, None)
        if step is None:
            return True
        step()
        return False


def nothing() -> None:
    """A step in which nothing happens."""
