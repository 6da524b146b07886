"""Plays a show from its first frame to its end, or a cover until there is a show to play."""

from __future__ import annotations

import sys
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING

from kiosk.show.load import NoShow
from kiosk.stage import memory
from kiosk.stage.app import application, state_folder
from kiosk.stage.following.retrying import Retrying, growing_waits
from kiosk.stage.interrupts import Interrupts
from kiosk.stage.player import Player
from kiosk.stage.vetting.show_fonts import ShowFonts
from kiosk.stage.window import StageWindow
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtGui import QGuiApplication

    from kiosk.phrases import Language, Phrase
    from kiosk.problems import Problem
    from kiosk.show.model import Show
    from kiosk.stage.following.edition import Edition
    from kiosk.stage.following.inspection import Inspect
    from kiosk.stage.following.keeping import Keeping
    from kiosk.stage.following.sticks import Sticks
    from kiosk.stage.following.watching import Watching
    from kiosk.stage.recording.recorder import Recorder
    from kiosk.stage.recording.replay import Replay
    from kiosk.stage.recording.report import Report
    from kiosk.stage.wishes import Wishes

    Companion = Keeping | Sticks | Watching

_SWITCH_S = 0.0005  # how long preparing may keep the painter waiting


@dataclass(frozen=True, slots=True)
class Awaited:
    """A show that cannot be played yet, and the cover that is played meanwhile.

    cover: a show of slides nobody can touch; its pictures' names are like no other show's.
    attempt: loads the show in `folder`. say: gets what is wrong, in `language`, whenever that
    changes; said: what it was the first time.
    """

    cover: Show
    cover_folder: Path
    folder: Path
    attempt: Callable[[], Show | NoShow]
    say: Callable[[str], None]
    said: str
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class Watched:
    """A show whose folder is followed while it plays.

    read: reads it as it lies there. told: gets what is wrong with it whenever that changes, and
    whether it is shown all the same. read_copy: reads a show that was copied off a stick to that
    folder. said: gets what goes on with sticks, and what is wrong with their shows. inspect: finds
    what takes long to be found. fonts: loads those of all shows that are read.
    """

    read: Callable[[], Edition]
    told: Callable[[tuple[Problem, ...], bool], None]
    read_copy: Callable[[Path], Edition]
    said: Callable[[Phrase, tuple[Problem, ...]], None]
    inspect: Inspect | None = None
    fonts: ShowFonts = field(default_factory=ShowFonts)


def play(
    show: Show, folder: Path, wishes: Wishes, *,
    recorder: Recorder | None = None, replay: Replay | None = None,
    watched: Watched | None = None, first: Edition | None = None,
    instead: Callable[[], Awaited | None] | None = None,
) -> Report:  # fmt: skip
    """Plays `show`, whose files lie in `folder`.

    Until its loops or what is played again are over, its window closes, or the process is asked
    to end. watched: how its folder is followed, which gave `first`. instead: gives what is played
    where no slide of it can be shown; without, its end has come then.
    """
    app = application()
    fonts = None if watched is None else watched.fonts
    player = Player(
        show, folder, wishes, _opened(wishes), fonts=fonts, recorder=recorder, replay=replay
    )
    company: list[Companion] = []
    watching = None
    if watched is not None and first is not None:
        watching = _watching(watched, player, folder, first)
        company += [watching, _sticks(watched, player)]

    def begin() -> None:
        """The first slide is on the screen: there is time for what goes along with it."""
        company.append(_keeping(player, show, folder, watching))
        for one in company:
            one.begin()

    if replay is None:
        player.opened.connect(begin)
    covering = Covering(player, instead, ShowFonts() if fonts is None else fonts)
    player.unshown.connect(covering.cover)
    try:
        _run(app, player)
    finally:
        covering.end()
        for one in company:
            one.end()
    return player.report


class Covering:
    """Has a cover played where no slide of a show can be shown, and tries again ever less often.

    instead: gives what is played; without, the window closes. fonts: load those of the show.
    """

    def __init__(
        self, player: Player, instead: Callable[[], Awaited | None] | None, fonts: ShowFonts
    ) -> None:
        self._player = player
        self._instead = instead
        self._fonts = fonts
        self._waits = growing_waits()
        self._retrying: Retrying | None = None

    def cover(self) -> None:
        """The show has no slide to be shown, and another attempt is due."""
        awaited = None if self._instead is None else self._instead()
        if awaited is None:
            self._player.window.close()
            return
        self._player.cover(awaited.cover, awaited.cover_folder)
        self.end()
        self._retrying = _retrying(awaited, self._player, self._fonts, lambda: self._waits)

    def end(self) -> None:
        """Tries no more."""
        if self._retrying is not None:
            self._retrying.end()


def _retrying(
    awaited: Awaited,
    player: Player,
    fonts: ShowFonts,
    waits: Callable[[], Iterable[float]] = growing_waits,
) -> Retrying:
    """What tries to load the show for `player`, and has staff told what is wrong with it."""

    def attempt() -> Show | NoShow:
        """Loads the show, and vets its fonts so that the cover need not wait for them."""
        found = awaited.attempt()
        if not isinstance(found, NoShow):
            fonts.load(fonts.vetted(awaited.folder))
        return found

    retrying = Retrying(attempt, awaited.said, waits, awaited.language)
    retrying.found.connect(awaited.say)
    retrying.found.connect(player.tell_awaited)
    player.tell_awaited(awaited.said)
    retrying.loaded.connect(partial(player.take_over, folder=awaited.folder))
    return retrying


def _keeping(player: Player, show: Show, folder: Path, watching: Watching | None) -> Keeping:
    """What copies the pictures of `show` in `folder`, which `player` plays, or will at once."""
    from kiosk.stage.following.keeping import Keeping  # noqa: PLC0415 - the first slide does not wait for it

    is_watched = watching is not None
    keeping = Keeping(folder, player.copies, state_folder("pictures"), is_always=is_watched)
    keeping.found.connect(player.tell_lacking)
    keeping.keep(show)

    def follow(edition: Edition) -> None:
        if not isinstance(edition.found, NoShow):
            keeping.keep(edition.found, player.shows)

    if watching is not None:
        watching.loaded.connect(follow)
    return keeping


def _sticks(watched: Watched, player: Player) -> Sticks:
    """What looks for sticks for `player`, once it has begun."""
    from kiosk.stage.following.sticks import Sticks  # noqa: PLC0415 - few shows need it

    sticks = Sticks(watched.read_copy, state_folder("sticks"))
    sticks.loaded.connect(player.take_copy)
    sticks.said.connect(watched.said)
    return sticks


def _watching(watched: Watched, player: Player, folder: Path, first: Edition) -> Watching:
    """What follows `folder` for `player`, once it has begun.

    What is wrong with the show's fonts, the player has found by now.
    """
    from kiosk.stage.following.watching import Watching  # noqa: PLC0415 - few shows need it

    first = replace(first, found=player.state.show, brought=player.brought)
    watching = Watching(folder, watched.read, first, watched.inspect)
    watching.loaded.connect(partial(player.follow, folder=folder))
    watching.found.connect(watched.told)
    watching.found.connect(player.tell_edited)
    return watching


def play_when_loaded(
    awaited: Awaited, wishes: Wishes, *, recorder: Recorder | None = None,
    watched: Watched | None = None,
) -> Report:  # fmt: skip
    """Plays a cover until the show can be loaded, and then the show, as `play` does."""
    app = application()
    fonts = ShowFonts() if watched is None else watched.fonts
    player = Player(
        awaited.cover, awaited.cover_folder, wishes, _opened(wishes), is_cover=True, fonts=fonts,
        recorder=recorder,
    )  # fmt: skip

    retrying = _retrying(awaited, player, fonts)
    company: list[Companion] = []

    def begin(show: Show) -> None:
        """The show has been loaded, and its folder is followed from now on."""
        from kiosk.stage.following.edition import Edition  # noqa: PLC0415 - few shows need it

        watching = None
        if watched is not None:
            watching = _watching(watched, player, awaited.folder, Edition(show))
            company.extend((watching, _sticks(watched, player)))
        company.append(_keeping(player, show, awaited.folder, watching))
        for one in company:
            one.begin()

    retrying.loaded.connect(begin)
    try:
        _run(app, player)
    finally:
        retrying.end()
        for one in company:
            one.end()
    return player.report


def _opened(wishes: Wishes) -> StageWindow:
    """The window as it is wished, not in sight yet."""
    window = StageWindow(wishes.rotation)
    if wishes.window is None:
        window.open_on(wishes.screen)
    else:
        window.open_sized(*wishes.window)
    window.create()
    return window


def _run(app: QGuiApplication, player: Player) -> None:
    """Runs until the window is closed; what nothing caught is counted, and the show goes on."""
    interrupts = Interrupts()
    interrupts.asked.connect(player.window.close)
    before_hook, before_switch = sys.excepthook, sys.getswitchinterval()

    def count(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before_hook(kind, error, trace)
        player.failed(error)

    sys.excepthook = count
    sys.setswitchinterval(_SWITCH_S)
    player.window.closed.connect(app.quit)
    try:
        app.exec()
    finally:
        sys.excepthook = before_hook
        sys.setswitchinterval(before_switch)
        memory.release()
        player.end()
        interrupts.end()
