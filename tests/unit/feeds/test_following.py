"""A feed tells what is new, says once what is wrong, and is silent no longer than it can help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from kiosk.data.feed import Feed, Line
from kiosk.data.records import Records
from kiosk.data.tabling import Need
from kiosk.feeds.following import FeedLine, Followed, Following, World, is_allowed
from kiosk.options import Seconds
from kiosk.phrases import Phrase, phrase, said
from kiosk.playback.events import Fed, Silent
from kiosk.values import dataclass

NEEDS = (Need("gate"), Need("flights", is_number=True))
A = Records(("gate", "flights"), (("A", 3),))
B = Records(("gate", "flights"), (("B", 12),))
WORDS = Records(("gate", "flights"), (("B", "twelve"),))
GONE = phrase("there is no file '{path}'", path="x")
AT = datetime(2026, 6, 1, 14, 5, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Stub(Feed):
    """A feed that follows as `following` says."""

    following: Callable[[Line], None] = lambda _: None
    at: str = ""

    @property
    def source(self) -> str:
        return "gates"

    @property
    def host(self) -> str:
        return self.at

    def follow(self, line: Line) -> None:
        self.following(line)


class Hurry(Event):
    """An end that nobody waits for."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float | None] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waited.append(timeout)
        return self.is_set()


class Hall:
    """A clock, and what a feed told and said there."""

    def __init__(self, feed: Stub | None = None, first: Records | None = None) -> None:
        self.time = 0.0
        self.events: list[Fed | Silent] = []
        self.wrong: list[str] = []
        self.over = Hurry()
        world = World(self.wall, lambda: self.time, lambda: 0.5, Path("/show"))
        followed = Followed(feed or Stub(), NEEDS, first)
        self.line = FeedLine(followed, world, self.over, self.events.append, self.said)

    def wall(self) -> datetime:
        return AT + timedelta(seconds=self.time)

    def said(self, what: Phrase) -> None:
        self.wrong.append(said(what, "en"))

    @property
    def told(self) -> list[Records]:
        return [event.records for event in self.events if isinstance(event, Fed)]

    @property
    def silences(self) -> int:
        return sum(isinstance(event, Silent) for event in self.events)

    def after(self, seconds: float) -> None:
        self.time += seconds
        self.line.look()


def test_rows_are_told_when_they_are_others() -> None:
    hall = Hall(first=A)

    for records in (A, A, B, B):
        hall.after(2)
        hall.line.tell(records)

    assert hall.told == [B]


def test_rows_that_the_charts_cannot_show_are_not_told() -> None:
    hall = Hall()

    for records in (A, WORDS, Records(("gate",), ()), A):
        hall.after(2)
        hall.line.tell(records)

    assert hall.told == [A]


def test_what_is_wrong_is_said_once_and_when_it_is_over() -> None:
    hall = Hall()

    hall.line.fail(GONE)
    assert hall.wrong == []  # a moment's absence is none
    for _ in range(99):
        hall.line.fail(GONE)
    hall.line.reached()
    hall.line.reached()

    assert hall.wrong == ["gates: there is no file 'x'", "gates: it is back"]


def test_a_moment_of_another_fault_is_none() -> None:
    hall = Hall()
    hall.line.fail(GONE)
    hall.line.fail(GONE)

    hall.line.fail(phrase("it is empty"))
    hall.line.fail(GONE)

    assert hall.wrong == ["gates: there is no file 'x'"]


def test_a_source_that_fails_in_another_way_every_time_is_told_too_and_not_for_ever() -> None:
    hall = Hall()

    for number in range(99):
        hall.line.fail(phrase("it answers {status}", status=500 + number))
    for number in range(9):
        for _ in range(2):
            hall.line.fail(phrase("it answers {status}", status=700 + number))

    assert hall.wrong == [
        "gates: it answers 503", "gates: it answers 700", "gates: it answers 701",
    ]  # fmt: skip


def test_the_last_rows_are_old_after_a_few_periods_and_news_again_when_the_source_is_back() -> None:
    hall = Hall()
    hall.line.tell(A)

    hall.after(10)
    assert hall.silences == 0
    hall.after(1)
    hall.after(1)
    assert hall.silences == 1

    hall.line.reached()

    assert hall.told == [A, A]
    hall.after(5)
    assert hall.silences == 1


def test_a_source_that_is_silent_for_days_says_so_each_day() -> None:
    hall = Hall()
    hall.line.tell(A)

    for _ in range(48):
        hall.after(3600)

    assert hall.silences == 3


def test_a_slow_source_has_more_time() -> None:
    hall = Hall(Stub(every=Seconds(60.0)))
    hall.line.tell(A)

    hall.after(180)
    assert hall.silences == 0
    hall.after(1)

    assert hall.silences == 1


def test_a_flood_is_thinned_to_two_tables_a_second() -> None:
    hall = Hall()

    hall.line.tell(A)
    hall.time += 0.1
    hall.line.tell(B)

    assert hall.over.waited == [0.0, pytest.approx(0.4)]


def test_a_bug_in_a_kind_ends_nothing() -> None:
    calls: list[Line] = []

    def stumbles(line: Line) -> None:
        calls.append(line)
        if len(calls) == 3:
            hall.over.set()
        message = "no such key"
        raise LookupError(message)

    hall = Hall(Stub(following=stumbles))

    hall.line.follow()

    assert len(calls) == 3
    assert hall.wrong == ["gates: LookupError: no such key"]


def test_a_host_that_is_not_allowed_is_never_asked() -> None:
    calls: list[Line] = []
    hall = Hall(Stub(following=calls.append, at="example.org"))

    hall.line.follow()

    assert calls == []
    hint = "write 'hosts: [example.org]' in machine.yaml"
    assert hall.wrong == [f"gates: the host 'example.org' is not allowed here — {hint}"]


@pytest.mark.parametrize(
    ("host", "is_so"),
    [
        ("example.org", True), ("EXAMPLE.org", True), ("a.b.net", True), ("b.net", False),
        ("badb.net", False), ("example.org.evil.com", False), ("", False),
    ],
)  # fmt: skip
def test_hosts_are_allowed_by_name_or_all_below_one(host: str, is_so: bool) -> None:
    assert is_allowed(host, ("Example.org", "*.b.net")) is is_so


def test_every_feed_is_followed_in_a_thread_of_its_own_until_the_end() -> None:
    ended, told = Event(), Event()

    def follows(line: Line) -> None:
        line.tell(A)
        while not line.wait(0.01):
            pass
        ended.set()

    world = World(lambda: AT, lambda: 0.0, lambda: 0.0, Path("/show"))
    feeds = {"gates": Followed(Stub(following=follows), NEEDS)}

    following = Following(feeds, world, lambda _: told.set(), lambda _: None)
    assert told.wait(5)
    following.end()

    assert ended.wait(5)
