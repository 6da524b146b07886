"""How far long work has come, as it is shown in a terminal."""

from __future__ import annotations

import io
import threading

import pytest

from kiosk.author.progress import progress
from kiosk.phrases import Phrase

LABEL = Phrase("{count} slides", (("count", 3),))


class Terminal(io.StringIO):
    """What a terminal was told."""

    def isatty(self) -> bool:
        return True


def test_work_that_is_done_at_once_is_not_worth_a_bar() -> None:
    terminal = Terminal()

    with progress(LABEL, "en", terminal) as tell:
        tell(0, 3)
        tell(3, 3)

    assert terminal.getvalue() == ""


def test_a_bar_says_what_is_made_and_how_much_of_it_is_done_to_the_one_who_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.author.progress._LOOK_S", 0.0)
    terminal = Terminal()

    with progress(LABEL, "zh", terminal) as tell:
        tell(0, 4)
        tell(3, 4)
        shown = terminal.getvalue()

    assert "共 3 页" in shown
    assert "75 %" in shown
    assert "3/4" in shown


def test_a_bar_leaves_an_empty_line_also_where_the_work_is_broken_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.author.progress._LOOK_S", 0.0)
    terminal = Terminal()

    def work() -> None:
        with progress(LABEL, "en", terminal) as tell:
            tell(1, 4)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()

    assert terminal.getvalue().rsplit("\r", 2)[-2].strip() == ""
    assert terminal.getvalue().endswith("\r")


def test_nothing_is_written_where_nobody_watches() -> None:
    pipe = io.StringIO()

    with progress(LABEL, "en", pipe) as tell:
        tell(0, 3)
        tell(1, 3)

    assert pipe.getvalue() == ""


def test_a_bar_starts_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.author.progress._LOOK_S", 0.0)
    before = threading.enumerate()

    with progress(LABEL, "en", Terminal()) as tell:
        tell(1, 2)

        assert threading.enumerate() == before
