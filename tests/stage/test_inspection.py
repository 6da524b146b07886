"""What takes long to be found is looked for beside the show, and told when it is news."""

from __future__ import annotations

from queue import Queue
from threading import Event
from typing import TYPE_CHECKING

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span
from kiosk.stage.following.inspection import Inspection

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG = (Problem(Span("one.yaml", 3, 5), "warning", "overlap", phrase("{word}", word="over")),)
PATIENCE_S = 20.0

Told = Queue[tuple[tuple[Problem, ...], bool]]


def told_to(told: Told) -> Callable[[tuple[Problem, ...], bool], None]:
    return lambda problems, is_shown: told.put((problems, is_shown))


def test_what_is_found_is_told_and_that_it_is_over() -> None:
    answers = [WRONG, ()]
    told: Told = Queue()
    inspection = Inspection(lambda _: answers.pop(0), told_to(told))

    inspection.begin()
    first = told.get(timeout=PATIENCE_S)
    inspection.begin()
    second = told.get(timeout=PATIENCE_S)

    assert (first, second) == ((WRONG, True), ((), True))


def test_nothing_is_told_twice_and_nothing_of_a_clean_show() -> None:
    answers = [(), WRONG, WRONG, ()]
    told: Told = Queue()
    inspection = Inspection(lambda _: answers.pop(0), told_to(told))

    for _ in range(4):
        inspection.begin()
        assert inspection._thread is not None
        inspection._thread.join(PATIENCE_S)

    assert [told.get(timeout=PATIENCE_S) for _ in range(2)] == [(WRONG, True), ((), True)]
    assert told.empty()


def test_a_show_that_is_another_one_meanwhile_is_looked_at_anew() -> None:
    told: Told = Queue()
    is_under_way, left = Event(), Event()

    def inspect(is_over: Callable[[], bool]) -> tuple[Problem, ...]:
        if not is_under_way.is_set():
            is_under_way.set()
            while not is_over():
                left.wait(0.001)
            left.set()
            return (*WRONG, *WRONG)
        return WRONG

    inspection = Inspection(inspect, told_to(told))
    inspection.begin()
    assert is_under_way.wait(PATIENCE_S)

    inspection.begin()

    assert told.get(timeout=PATIENCE_S) == (WRONG, True)
    assert left.wait(PATIENCE_S)
    inspection.end()
    assert told.empty()
