"""A show that really plays in a window while its folder is followed, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer

from kiosk.author.watched import Reader, told
from kiosk.marks import Label
from kiosk.problems import Problem
from kiosk.show.model import Show
from kiosk.stage.following.copying import Budget
from kiosk.stage.following.edition import Edition
from kiosk.stage.following.keeping import Keeping
from kiosk.stage.following.watching import Watching
from kiosk.stage.player import Player
from kiosk.stage.recording.recorder import Recorder
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import until

LONG = "600 s"  # a stay that no test sees the end of


@dataclass
class Staff:
    """What somebody at the terminal sees. lines: what was told; shows: what has taken over."""

    player: Player
    watching: Watching
    reads: list[Edition] = field(default_factory=list)
    problems: list[tuple[Problem, ...]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    shows: list[Show] = field(default_factory=list)

    def hear(self, problems: tuple[Problem, ...], is_shown: bool) -> None:
        self.problems.append(problems)
        self.lines += told(problems, is_shown=is_shown)

    def see(self, edition: Edition) -> None:
        assert isinstance(edition.found, Show)
        self.shows.append(edition.found)


@contextmanager
def watched(
    folder: Path, wishes: Wishes | None = None, recorder: Recorder | None = None,
    state: Path | None = None, budget: Budget | None = None,
) -> Iterator[Staff]:  # fmt: skip
    """The show in `folder` as it plays in a window of 640 x 360 pixels and is followed.

    state: where its pictures are copied to, within `budget`; None for nowhere.
    """
    reader = Reader(folder)
    reads: list[Edition] = []

    def read() -> Edition:
        reads.append(reader())
        return reads[-1]

    first = reader()
    assert isinstance(first.found, Show), first
    window = StageWindow()
    window.open_sized(640, 360)
    player = Player(
        first.found, folder, wishes or Wishes(), window, recorder=recorder, fonts=reader.fonts
    )
    first = replace(first, found=player.state.show, brought=player.brought)
    watching = Watching(folder, read, first)
    staff = Staff(player, watching, reads)
    watching.loaded.connect(partial(player.follow, folder=folder))
    watching.loaded.connect(staff.see)
    watching.found.connect(staff.hear)
    player.opened.connect(watching.begin)
    keeping = None
    if state is not None:
        keeping = Keeping(folder, player.copies, state, is_always=True, budget=budget)
        keeping.found.connect(player.tell_lacking)
        keeping.keep(player.state.show)
        watching.loaded.connect(lambda edition: keeping.keep(edition.found, player.shows))
        player.opened.connect(keeping.begin)
    try:
        until(lambda: player.report.frames > 0)
        yield staff
    finally:
        watching.end()
        player.end()
        if keeping is not None:
            keeping.end()
        window.close()


def words(player: Player) -> set[str]:
    """What stands on the page."""
    frame = player.composer.frame(player.state, player._clock.now())
    layers = (layer for sheet in frame.sheets for layer in sheet.layers)
    return {m.text for layer in layers for m in layer.marks if isinstance(m, Label)}


def never(is_so: Callable[[], bool], for_ms: int) -> None:
    """Lets events happen for a while; fails when it is so meanwhile."""
    deadline = QDeadlineTimer(for_ms)

    def has_passed() -> bool:
        assert not is_so()
        return deadline.hasExpired()

    until(has_passed)
