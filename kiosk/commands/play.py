"""`kiosk play`: in a hall it plays whatever happens; who asks is told what is wrong."""
# ruff: noqa: PLC0415 - a show should start at once

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.folder import cover_folder
from kiosk.commands.arguments import COMMANDS
from kiosk.commands.saying import (
    FAILED,
    NO_SHOW,
    load_show,
    put,
    say,
    tell,
    unknown_wishes,
    wished_look,
)
from kiosk.phrases import phrase, said
from kiosk.problems import error_lines, line_of, nearest, offer, rendered
from kiosk.show.load import NoShow
from kiosk.stage.disk import is_folder
from kiosk.stage.resources import packaged_show

if TYPE_CHECKING:
    import argparse

    from kiosk.author.watched import Reader
    from kiosk.phrases import Language, Phrase
    from kiosk.problems import Problem
    from kiosk.show.model import Show
    from kiosk.stage.following.edition import Edition
    from kiosk.stage.playing import Awaited, Watched
    from kiosk.stage.recording.recorder import Recorder
    from kiosk.stage.recording.report import Report
    from kiosk.stage.wishes import Wishes


def play(options: argparse.Namespace) -> int:
    """`kiosk play`: 0 ended, 1 a wish not fulfilled and 2 no show, where somebody asks."""
    if options.replay is not None:
        return _play_again(options)
    if not _knows_machine(options):
        return FAILED
    options.show = _chosen(options.show)
    reader, first = _read(options)
    found = first.found
    if isinstance(found, NoShow) and _is_asked(options):
        print(rendered(found.problem, options.speaks), file=sys.stderr)
        _say_if_meant_as_command(options)
        return NO_SHOW
    if not isinstance(found, NoShow) and not _can_fulfil(options, found):
        return FAILED
    if not (_has_display(options) and _has_screen(options) and _can_write(options)):
        return FAILED
    report = _played(first, reader, options)
    if report is None:
        return NO_SHOW
    status = _reported(report, options)
    return status if report.slides or not _is_asked(options) else NO_SHOW


def _play_again(options: argparse.Namespace) -> int:
    """`kiosk play --replay`: 0 ended, 1 no recording or a wish not fulfilled, 2 no show.

    As large as it was recorded, unless a window or a screen is asked for.
    """
    from kiosk.author.visits import Visit, visit_in
    from kiosk.stage import playing

    named, screen = options.show, options.screen
    if not _knows_machine(options):
        return FAILED
    visit = visit_in(options.replay, named, load_show)
    if not isinstance(visit, Visit):
        for problem in (visit.problem,) if isinstance(visit, NoShow) else visit:
            say(rendered(problem, options.speaks))
        return NO_SHOW if isinstance(visit, NoShow) else FAILED
    if visit.is_of_another_show:
        what = phrase("the show has changed since it was recorded, and so may what is seen")
        tell(what, options.speaks)
    if options.window is None and screen is None:
        options.window = visit.opening.window
    if not (_has_display(options) and _has_screen(options) and _can_write(options)):
        return FAILED
    report = playing.play(visit.show, visit.folder, _wishes(options), replay=visit.replay)
    return _reported(report, options)


def _reported(report: Report, options: argparse.Namespace) -> int:
    """Writes the report where it is wished; the exit status."""
    if options.report is None:
        return 0
    return put(
        options.report,
        lambda: options.report.write_text(report.as_json(), "utf-8"),
        options.speaks,
    )


def _knows_machine(options: argparse.Namespace) -> bool:
    """Whether the show is played here: completes what was asked for by the technician's file.

    What is wrong in it is said. In a hall, where nobody asks, that keeps no screen dark.
    """
    from kiosk.author.machine import complete, machine_file, machine_in

    file = machine_file(options.machine)
    options.machine = machine = machine_in(file)
    for problem in machine.problems:
        say(rendered(problem, options.speaks))
    complete(options, machine, file)
    return not error_lines(machine.problems) or not _is_asked(options)


def _can_fulfil(options: argparse.Namespace, show: Show) -> bool:
    """Whether the show is played: as it is wished, or in a hall, where nobody asks, nearly so.

    There the wishes that it cannot fulfil are said and forgotten.
    """
    unfulfilled = unknown_wishes(options, show, "lang", "theme", "start")
    for wish in unfulfilled:
        setattr(options, wish, None)
    return not unfulfilled or not _is_asked(options)


def _chosen(named: Path | None) -> Path:
    """The folder that was named; else the present one, or the show that came along if it has none.

    A show that was named and is not there is never replaced by another.
    """
    if named is not None:
        return named
    brought = packaged_show()
    return Path() if brought is None or Path("show.yaml").exists() else brought


def _read(options: argparse.Namespace) -> tuple[Reader | None, Edition]:
    """The show, and what reads it again where its folder is watched."""
    from kiosk.stage.following.edition import Edition

    if not options.watch:  # as mostly in a hall: what it needs is not imported
        return None, Edition(load_show(options.show, options.machine))
    from kiosk.author.watched import Reader

    reader = Reader(options.show, options.machine)
    return reader, reader()


def _watched(reader: Reader | None, options: argparse.Namespace) -> Watched | None:
    """How the show's folder is followed, where that is wished."""
    if reader is None:
        return None
    from kiosk.author.inspector import inspected
    from kiosk.author.watched import Reader, told
    from kiosk.stage.playing import Watched

    def tell_all(problems: tuple[Problem, ...], is_shown: bool) -> None:  # noqa: FBT001 - a slot
        for line in told(problems, options.speaks, is_shown=is_shown):
            say(line)

    def read_copy(folder: Path) -> Edition:
        return Reader(folder, options.machine, is_awaited=False, fonts=reader.fonts)()

    def say_all(what: Phrase, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            say(rendered(problem, options.speaks))
        tell(what, options.speaks)

    inspect = partial(inspected, options.show, options.speaks)
    return Watched(reader, tell_all, read_copy, say_all, inspect, reader.fonts)


def _played(first: Edition, reader: Reader | None, options: argparse.Namespace) -> Report | None:
    """What happened while the show played, or its cover; None where there is not even that."""
    from kiosk.stage import playing

    found, watched = first.found, _watched(reader, options)
    if not isinstance(found, NoShow):
        _say_left_out(found, options.speaks)
        has_time = watched is not None or not _is_asked(options)
        return playing.play(
            found, options.show, _wishes(options), recorder=_recorder(options), watched=watched,
            first=first, instead=partial(_unshown, options) if has_time else None,
        )  # fmt: skip
    why = line_of(found.problem, options.speaks)
    say(why)
    awaited = _awaited(why, options)
    if awaited is None:
        return None
    return playing.play_when_loaded(
        awaited, _wishes(options), recorder=_recorder(options), watched=watched
    )


def _awaited(why: str, options: argparse.Namespace) -> Awaited | None:
    """The show that cannot be played yet, and its cover; None where there is not even that."""
    from kiosk.stage.playing import Awaited

    cover = load_show(cover_folder(), options.machine)
    if isinstance(cover, NoShow):
        say(line_of(cover.problem, options.speaks))
        return None
    return Awaited(
        cover=cover,
        cover_folder=cover_folder(),
        folder=options.show,
        attempt=partial(load_show, options.show, options.machine),
        say=say,
        said=why,
        language=options.speaks,
    )


def _unshown(options: argparse.Namespace) -> Awaited | None:
    """The same for a show of which no slide can be shown, as has been said of each."""
    return _awaited(said(phrase("no slide of the show can be shown"), options.speaks), options)


def _recorder(options: argparse.Namespace) -> Recorder | None:
    """What writes down what happens, where that is wished."""
    if options.record is None:  # as nearly always: what it needs is not imported
        return None
    from kiosk.stage.recording.recorder import Recorder

    return Recorder(options.record, lambda what: tell(what, options.speaks))


def _wishes(options: argparse.Namespace) -> Wishes:
    """How the show is to be played."""
    from kiosk.playback.state import Options
    from kiosk.stage.wishes import Wishes

    return Wishes(
        window=options.window,
        screen=options.screen,
        rotation=options.machine.rotation,
        start=options.start or "",
        speed=options.speed,
        options=Options(options.loops, options.all, wished_look(options)),
        hosts=options.machine.hosts,
        secrets=options.machine.secrets,
    )


def _is_asked(options: argparse.Namespace) -> bool:
    """Whether somebody waits for an answer, rather than a screen in a hall for its show."""
    streams = (stream for stream in (sys.stdin, sys.stderr) if stream is not None)
    is_at_terminal = any(stream.isatty() for stream in streams)
    wishes = (options.loops, options.report, options.replay)
    return is_at_terminal or any(wish is not None for wish in wishes)


def _say_if_meant_as_command(options: argparse.Namespace) -> None:
    """Offers the command that a folder's name looks like, where there is no such folder."""
    near = nearest(str(options.show), COMMANDS)
    if near and not is_folder(options.show):
        tell(offer(f"kiosk {near}"), options.speaks)


def _say_left_out(show: Show, language: Language) -> None:
    """Says which slides and chapters are left out, and why; `kiosk check` shows more."""
    for line in error_lines(show.problems, language):
        say(line)


def _has_display(options: argparse.Namespace) -> bool:
    """Whether there is a display; says so when there is none."""
    from kiosk.stage.app import has_display, opens_windows

    if not has_display():
        tell(phrase("there is no display to play on — start it on a screen"), options.speaks)
        return False
    if not opens_windows():
        what = phrase("the system lacks what Qt opens windows with — `kiosk doctor` tells more")
        tell(what, options.speaks)
        return False
    return True


def _has_screen(options: argparse.Namespace) -> bool:
    """Whether the wished screen is there, or may be plugged in later, with nobody asking now."""
    from kiosk.stage.app import screen_count

    count = screen_count()
    if options.window is not None or options.screen < count:
        return True
    there = phrase("there are screens 0 to {last}", last=count - 1)
    if count == 1:
        there = phrase("there is only screen 0")
    what = phrase("there is no screen {number} — {there}", number=options.screen, there=there)
    tell(what, options.speaks)
    return not _is_asked(options)


def _can_write(options: argparse.Namespace) -> bool:
    """Whether the report and the recording can be written; says so when one cannot."""
    files: tuple[Path | None, ...] = (options.report, options.record)
    return not any(file is not None and _is_locked(file, options.speaks) for file in files)


def _is_locked(file: Path, language: Language) -> bool:
    """Whether the file cannot be written; says why."""
    return put(file, lambda: file.open("a").close(), language) != 0
