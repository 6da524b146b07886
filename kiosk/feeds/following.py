"""Follows the feeds of a show, a thread each, and tells what they tell as events."""

from __future__ import annotations

import traceback
from threading import Event as Signal
from threading import Lock, Thread
from typing import TYPE_CHECKING

from kiosk.data.records import in_zone
from kiosk.data.tabling import misfit
from kiosk.phrases import Phrase, phrase
from kiosk.playback.events import Fed, Silent
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from kiosk.data.feed import Feed
    from kiosk.data.records import Records
    from kiosk.data.tabling import Need
    from kiosk.phrases import Phrase as Said

BACK = phrase("it is back")  # what is said of a source that was told of before
LEAST_GAP_S = 0.5  # between two tables of a feed: more often than that nobody reads one
_PERIODS, _LEAST_PATIENCE_S = 3.0, 10.0  # without an answer, before what was told last is old
_LOOK_S = 1.0
_TOLERATED = 2  # failures alike, one after another, before one is told
_MOST_TOLERATED = 4  # failures of any kind
_MOST_TOLD = 3  # faults of a source that does not answer meanwhile


@dataclass(frozen=True, slots=True)
class World:
    """What following needs from outside. wall: the clock on the wall. clock: one never set.

    chance: another number from 0 to 1 every time. folder: of the show. hosts: those that may be
    asked. secrets: by name.
    """

    wall: Callable[[], datetime]
    clock: Callable[[], float]
    chance: Callable[[], float]
    folder: Path
    hosts: tuple[str, ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed, and what the charts that show it ask of its rows. first: those known already."""

    feed: Feed
    needs: tuple[Need, ...]
    first: Records | None = None


class Following:
    """Follows feeds until the end. tell: gets what they tell. found: what is wrong with one.

    Both are called in the feeds' threads.
    """

    def __init__(
        self, feeds: Mapping[str, Followed], world: World,
        tell: Callable[[Fed | Silent], None], found: Callable[[Said], None],
    ) -> None:  # fmt: skip
        self._over = Signal()
        self._lines = tuple(
            FeedLine(followed, world, self._over, tell, found) for followed in feeds.values()
        )
        for line in self._lines:
            Thread(target=line.follow, name=f"feed {line.source}", daemon=True).start()
        if self._lines:
            Thread(target=self._look, name="feeds", daemon=True).start()

    def end(self) -> None:
        """Follows no more. A thread that waits for a disk or a server is left to itself."""
        self._over.set()

    def _look(self) -> None:
        """Looks again and again for feeds that have fallen silent."""
        while not self._over.wait(_LOOK_S):
            for line in self._lines:
                line.look()


class FeedLine:
    """Connects one feed with the show: `kiosk.data.feed.Line`."""

    def __init__(
        self, followed: Followed, world: World, over: Signal,
        tell: Callable[[Fed | Silent], None], found: Callable[[Said], None],
    ) -> None:  # fmt: skip
        self._feed, self._needs = followed.feed, followed.needs
        self._world, self._over = world, over
        self._tell, self._found = tell, found
        self._lock = Lock()
        self._heard = world.clock()  # when the source answered last
        self._told_at = -LEAST_GAP_S
        self._told = followed.first
        self._failures = 0  # of the same fault, one after another
        self._unanswered = 0  # failures of any kind
        self._fault: Said | None = None
        self._wrong: set[Said] = set()  # told since it answered last
        self._silent_on: date | None = None

    @property
    def source(self) -> str:
        """What staff call the place that the rows come from."""
        return self._feed.source

    def follow(self) -> None:
        """Follows the feed until the end, whatever happens to it."""
        if self._feed.host and not is_allowed(self._feed.host, self._world.hosts):
            what = phrase("the host '{host}' is not allowed here", host=self._feed.host)
            hint = phrase("write 'hosts: [{host}]' in machine.yaml", host=self._feed.host)
            self._say(phrase("{what} — {hint}", what=what, hint=hint))
            return
        while not self._over.is_set():
            try:
                self._feed.follow(self)
            except Exception as error:  # noqa: BLE001 - a bug in one kind must not end its feed
                self.fail(Phrase(traceback.format_exception_only(error)[-1].strip()))
                self.fail(Phrase(traceback.format_exception_only(error)[-1].strip()))
            self.wait(_PERIODS)

    # --- what a kind may call: kiosk.data.feed.Line -------------------------------------------

    def path(self, file: str) -> str:
        """Where a file of the show lies on the disk."""
        return str(self._world.folder / file)

    def secret(self, name: str) -> str:
        """What the machine's file has under that name."""
        return dict(self._world.secrets).get(name, "")

    def allows(self, host: str) -> bool:
        """Whether that host may be asked."""
        return is_allowed(host, self._world.hosts)

    def now(self) -> float:
        """Seconds by a clock that is never set."""
        return self._world.clock()

    def wall(self) -> datetime:
        """What the clock on the wall shows, in the hall's zone."""
        return self._world.wall()

    def chance(self) -> float:
        """Another number from 0 to 1 every time."""
        return self._world.chance()

    def wait(self, seconds: float) -> bool:
        """Waits so long, or until the end; whether that is so."""
        return self._over.wait(seconds)

    def tell(self, records: Records) -> bool:
        """These are the rows now; whether charts can show them.

        The same ones again are not told, and none too soon.
        """
        records = in_zone(records, self.wall().tzinfo)
        why = misfit(records, self._needs)
        if why is not None:
            self.fail(why)
            return False
        if records == self._told:
            self.reached()
            return True
        self._answered()
        if self.wait(max(0.0, self._told_at + LEAST_GAP_S - self.now())):
            return True
        self._told, self._told_at = records, self.now()
        self._tell(Fed(self._feed.key, records, self._world.wall()))
        return True

    def reached(self) -> None:
        """The source has answered, and nothing is new."""
        if self._answered() and self._told is not None:
            self._tell(Fed(self._feed.key, self._told, self._world.wall()))

    def _answered(self) -> bool:
        """The source has answered; whether it was silent until now."""
        with self._lock:
            self._heard, self._failures, self._unanswered = self.now(), 0, 0
            wrong, self._wrong = self._wrong, set()
            silent_on, self._silent_on = self._silent_on, None
        if wrong:
            self._say(BACK)
        return silent_on is not None

    def fail(self, why: Said) -> None:
        """The source gives no rows now; told once, if it goes on for the same reason.

        Where the reason is another one every time, the first few are told all the same.
        """
        with self._lock:
            self._failures = self._failures + 1 if why == self._fault else 1
            self._unanswered += 1
            self._fault = why
            goes_on = self._failures >= _TOLERATED or (
                self._unanswered >= _MOST_TOLERATED and not self._wrong
            )
            is_news = goes_on and why not in self._wrong and len(self._wrong) < _MOST_TOLD
            if is_news:
                self._wrong.add(why)
        if is_news:
            self._say(why)

    # --- told by nobody -----------------------------------------------------------------------

    def look(self) -> None:
        """Tells that the source has been silent for too long, once, and each day again."""
        patience_s = max(_LEAST_PATIENCE_S, _PERIODS * self._feed.every)
        at = self._world.wall()
        with self._lock:
            is_known = self._silent_on == at.date()
            if is_known or self.now() - self._heard <= patience_s:
                return
            self._silent_on = at.date()
        self._tell(Silent(self._feed.key, at))

    def _say(self, what: Said) -> None:
        """Tells what is wrong with the source."""
        self._found(phrase("{source}: {why}", source=self._feed.source, why=what))


def is_allowed(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether `host` is one of those, or below `*.example.org`."""
    host = host.casefold()
    return any(
        host == one.casefold() or (one.startswith("*.") and host.endswith(one[1:].casefold()))
        for one in hosts
    )
