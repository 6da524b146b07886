"""The commands. Each imports what it needs when it is called: a show should start at once."""
# ruff: noqa: PLC0415

from __future__ import annotations

import io
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.arguments import COMMANDS, parser_of
from kiosk.author.folder import DiskFolder, cover_folder, theme_files
from kiosk.author.system_language import system_language
from kiosk.phrases import Phrase, phrase, said
from kiosk.problems import error_lines, line_of, nearest, offer, rendered
from kiosk.show.load import NoShow, load
from kiosk.show.machine import fitted
from kiosk.stage.resources import packaged_show

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.author.stills import Look
    from kiosk.phrases import Language
    from kiosk.show.machine import Machine
    from kiosk.show.model import Show
    from kiosk.stage.assets import Refusal
    from kiosk.stage.player import Wishes
    from kiosk.stage.report import Report
    from kiosk.stage.show_fonts import FontRefusal

FAILED = 1
NO_SHOW = 2
INTERRUPTED = 130  # what a shell says of a program that Ctrl-C has ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command given by `arguments` (the process's own by default); its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in COMMANDS and words[0] not in {"-h", "--help", "--version"}):
        words.insert(0, "play")
    language = system_language(os.environ)
    _never_fail_on_a_character()
    options = parser_of(_version(), language).parse_args(words)
    options.speaks = language  # what staff read; `lang` is what visitors do
    run = _COMMANDS[options.command]
    try:
        return run(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _never_fail_on_a_character() -> None:
    """Writes `?` for what the terminal's encoding lacks: a show may have every character."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _version() -> str:
    """The program's version."""
    from kiosk import __version__

    return __version__


def _load(folder: Path, machine: Machine | None = None) -> Show | NoShow:
    """The show in `folder`, as it lies there now, for the screen of `machine`."""
    show = load(DiskFolder(folder), theme_files())
    return show if machine is None or isinstance(show, NoShow) else fitted(show, machine)


def _loaded(options: argparse.Namespace) -> Show | None:
    """The wished show; None, with the reason on standard error, when there is none."""
    show = _load(options.show)
    if isinstance(show, NoShow):
        print(rendered(show.problem, options.speaks), file=sys.stderr)
        return None
    return show


def _play(options: argparse.Namespace) -> int:
    """`kiosk play`: 0 ended, 1 a wish not fulfilled and 2 no show, where somebody asks."""
    if not _knows_machine(options):
        return FAILED
    options.show = _chosen(options.show)
    found = _load(options.show, options.machine)
    if isinstance(found, NoShow) and _is_asked(options):
        print(rendered(found.problem, options.speaks), file=sys.stderr)
        _say_if_meant_as_command(options)
        return NO_SHOW
    if not isinstance(found, NoShow) and not _can_fulfil(options, found):
        return FAILED
    if not (_has_display(options) and _has_screen(options) and _can_report(options)):
        return FAILED
    report = _played(found, options)
    if report is None:
        return NO_SHOW
    if options.report is None:
        return 0
    return _put(
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
        _say(rendered(problem, options.speaks))
    complete(options, machine, file)
    return not error_lines(machine.problems) or not _is_asked(options)


def _can_fulfil(options: argparse.Namespace, show: Show) -> bool:
    """Whether the show is played: as it is wished, or in a hall, where nobody asks, nearly so.

    There the wishes that it cannot fulfil are said and forgotten.
    """
    unknown = _unknown(options, show, "lang", "theme", "start")
    for wish in unknown:
        setattr(options, wish, None)
    return not unknown or not _is_asked(options)


def _chosen(named: Path | None) -> Path:
    """The folder that was named; else the present one, or the show that came along if it has none.

    A show that was named and is not there is never replaced by another.
    """
    if named is not None:
        return named
    brought = packaged_show()
    return Path() if brought is None or Path("show.yaml").exists() else brought


def _played(found: Show | NoShow, options: argparse.Namespace) -> Report | None:
    """What happened while the show played, or its cover; None where there is not even that."""
    from kiosk.stage.playing import Awaited, play, play_when_loaded

    if not isinstance(found, NoShow):
        _say_left_out(found, options.speaks)
        return play(found, options.show, _wishes(options))
    cover = _load(cover_folder(), options.machine)
    why = line_of(found.problem, options.speaks)
    _say(why)
    if isinstance(cover, NoShow):
        _say(line_of(cover.problem, options.speaks))
        return None
    awaited = Awaited(
        cover=cover,
        cover_folder=cover_folder(),
        folder=options.show,
        attempt=partial(_load, options.show, options.machine),
        say=_say,
        said=why,
        language=options.speaks,
    )
    return play_when_loaded(awaited, _wishes(options))


def _wishes(options: argparse.Namespace) -> Wishes:
    """How the show is to be played."""
    from kiosk.stage.player import Wishes

    return Wishes(
        window=options.window,
        screen=options.screen,
        rotation=options.machine.rotation,
        start=options.start or "",
        language=options.lang or "",
        theme=options.theme or "",
        speed=options.speed,
        loops=options.loops,
        takes_all=options.all,
        is_large=options.large,
        is_calm=options.calm,
        is_low=options.low,
    )


def _is_asked(options: argparse.Namespace) -> bool:
    """Whether somebody waits for an answer, rather than a screen in a hall for its show."""
    streams = (stream for stream in (sys.stdin, sys.stderr) if stream is not None)
    is_at_terminal = any(stream.isatty() for stream in streams)
    return is_at_terminal or options.loops is not None or options.report is not None


def _say(line: str) -> None:
    """Says something to whoever reads the log."""
    print(line, file=sys.stderr, flush=True)


def _tell(what: Phrase, language: Language) -> None:
    """Says something of the program's own."""
    _say(f"kiosk: {said(what, language)}")


def _say_if_meant_as_command(options: argparse.Namespace) -> None:
    """Offers the command that a folder's name looks like, where there is no such folder."""
    near = nearest(str(options.show), COMMANDS)
    if near and not options.show.exists():
        _tell(offer(f"kiosk {near}"), options.speaks)


def _say_left_out(show: Show, language: Language) -> None:
    """Says which slides and chapters are left out, and why; `kiosk check` shows more."""
    for line in error_lines(show.problems, language):
        _say(line)


def _has_display(options: argparse.Namespace) -> bool:
    """Whether there is a display; says so when there is none."""
    from kiosk.stage.app import has_display

    if not has_display():
        _tell(phrase("there is no display to play on — start it on a screen"), options.speaks)
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
    _tell(what, options.speaks)
    return not _is_asked(options)


def _can_report(options: argparse.Namespace) -> bool:
    """Whether the report can be written when the show is over; says so when it cannot."""
    file: Path | None = options.report
    return file is None or _put(file, lambda: file.open("a").close(), options.speaks) == 0


def _check(options: argparse.Namespace) -> int:
    """`kiosk check`: 0 clean or warnings only, 1 errors, 2 no show."""
    from kiosk.author.check import check

    return check(options.show, as_json=options.json, strict=options.strict, language=options.speaks)


def _render(options: argparse.Namespace) -> int:
    """`kiosk render`: 0 written, 1 no such slide or not written, 2 no show."""
    from kiosk.author import stills

    show = _loaded(options)
    if show is None:
        return NO_SHOW
    if options.id not in stills.known_ids(show):
        _say_unknown(phrase("slide"), options.id, stills.known_ids(show), options.speaks)
        return FAILED
    look = _look(options, show)
    if look is None:
        return FAILED
    return _written(
        options.file,
        lambda: stills.render_still(show, options.show, options.id, options.file, look, options.at),
        options.speaks,
    )


def _export(options: argparse.Namespace) -> int:
    """`kiosk export`: 0 written, 1 not written, 2 no show."""
    from kiosk.author import sheets

    show = _loaded(options)
    if show is None:
        return NO_SHOW
    if _unknown(options, show, "lang", "theme"):
        return FAILED
    file, language = options.file, options.speaks
    wish = sheets.Wish(
        options.size, options.lang or "", options.theme or "",
        is_large=options.large, is_calm=options.calm, is_low=options.low,
    )  # fmt: skip
    if sheets.is_folder(file):
        return _saved(
            file, lambda: sheets.export_sheets(show, options.show, file, wish, tell=print), language
        )
    hint = phrase("or a folder of those")
    return _written(
        file, lambda: sheets.export_sheet(show, options.show, file, wish), language, hint
    )


def _schema(options: argparse.Namespace) -> int:
    """`kiosk schema`: 0 printed or written, 1 not written."""
    from kiosk.author.schema.command import schema_text, write_schemas

    folder, language = options.folder, options.lang or options.speaks
    if folder is None:
        print(schema_text(language), end="")
        return 0
    return _put(folder, lambda: write_schemas(folder, language), options.speaks)


def _kinds(options: argparse.Namespace) -> int:
    """`kiosk kinds`: one line a kind."""
    from kiosk.author.kinds import kind_lines

    print("\n".join(kind_lines(options.speaks)))
    return 0


def _look(options: argparse.Namespace, show: Show) -> Look | None:
    """The wished look; None, with a line on standard error, when the show does not have it."""
    from kiosk.author.stills import Look

    if _unknown(options, show, "lang", "theme"):
        return None
    return Look(
        options.size, options.lang or "", options.theme or "",
        is_large=options.large, is_calm=options.calm, is_low=options.low,
    )  # fmt: skip


def _unknown(options: argparse.Namespace, show: Show, *wishes: str) -> tuple[str, ...]:
    """Those of `wishes` (the options' names) that the show cannot fulfil; each of them is said."""
    known = {
        "lang": (phrase("language"), show.languages),
        "theme": (phrase("theme"), tuple(show.themes)),
        "start": (phrase("slide"), tuple(slide.id for slide in show.slides)),
    }
    found = []
    for wish in wishes:
        wished, (noun, names) = getattr(options, wish), known[wish]
        if wished is not None and wished not in names:
            _say_unknown(noun, wished, names, options.speaks)
            found.append(wish)
    return tuple(found)


def _say_unknown(noun: Phrase, name: str, known: tuple[str, ...], language: Language) -> None:
    """Says that the show has nothing of that name, and what comes nearest."""
    near = nearest(name, known)
    hint = offer(near) if near else phrase("there are: {names}", names=", ".join(known))
    what = phrase("this show has no {noun} '{name}' — {hint}", noun=noun, name=name, hint=hint)
    _tell(what, language)


def _written(
    file: Path,
    write: Callable[[], tuple[Refusal | FontRefusal, ...]],
    language: Language,
    hint: Phrase | None = None,
) -> int:
    """Runs `write`, which makes the picture `file`. hint: what can be written besides pictures."""
    if file.suffix.lower() != ".png":
        what = phrase("{file}: only .png can be written", file=str(file))
        _tell(what if hint is None else phrase("{what}, {hint}", what=what, hint=hint), language)
        return FAILED
    return _saved(file, write, language)


def _saved(
    file: Path, write: Callable[[], tuple[Refusal | FontRefusal, ...]], language: Language
) -> int:
    """Runs `write`, which makes pictures; what cannot be written or shown is said, a line each."""
    missing: list[Refusal | FontRefusal] = []
    status = _put(file, lambda: missing.extend(write()), language)
    for refusal in missing:
        what = phrase("{refusal}, and is missing in {file}", refusal=refusal.said, file=str(file))
        _tell(what, language)
    return FAILED if missing else status


def _put(file: Path, write: Callable[[], object], language: Language) -> int:
    """Runs `write`, which makes `file`; one that cannot be written is said in a line."""
    try:
        write()
    except OSError as error:
        why = Phrase(error.strerror or str(error).rpartition(": ")[2])
        what = phrase("{file} cannot be written: {why}", file=str(file), why=why)
        if not file.parent.is_dir():
            folder = phrase("there is no folder '{name}'", name=str(file.parent))
            what = phrase("{what} — {hint}", what=what, hint=folder)
        _tell(what, language)
        return FAILED
    return 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "play": _play,
    "check": _check,
    "render": _render,
    "export": _export,
    "schema": _schema,
    "kinds": _kinds,
}
