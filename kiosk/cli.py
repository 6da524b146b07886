"""The commands. Each imports what it needs when it is called: a show should start at once."""
# ruff: noqa: PLC0415

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.problems import nearest, rendered
from kiosk.show.load import NoShow, load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.author.stills import Look
    from kiosk.show.model import Show

COMMANDS = ("play", "check", "render", "export", "kinds")
FAILED = 1
NO_SHOW = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command given by `arguments` (the process's own by default); its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in COMMANDS and words[0] not in {"-h", "--help", "--version"}):
        words.insert(0, "play")
    options = _parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = argparse.ArgumentParser(
        prog="kiosk",
        description="Plays a folder of YAML as a touchscreen exhibit. Without a command: play.",
    )
    parser.add_argument("--version", action="version", version=f"kiosk {_version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    play = commands.add_parser("play", help="play a show full screen")
    _add_show(play)
    play.add_argument("--window", type=_size, metavar="1280x720", help="in a window of that size")
    play.add_argument("--screen", type=int, default=0, metavar="N", help="the screen, from 0")
    play.add_argument("--start", metavar="ID", help="the slide to begin with")
    _add_look(play)
    play.add_argument("--speed", type=_positive, default=1.0, metavar="10", help="times as fast")
    play.add_argument("--loops", type=int, metavar="N", help="end after so many loops")
    play.add_argument("--all", action="store_true", help="the loop takes every slide")
    play.add_argument("--report", type=Path, metavar="FILE", help="write what happened, as JSON")
    play.set_defaults(run=_play)

    check = commands.add_parser("check", help="say what is wrong in a show, and where")
    _add_show(check)
    check.add_argument("--json", action="store_true", help="as JSON, for other programs")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.set_defaults(run=_check)

    render = commands.add_parser("render", help="write one slide as a picture")
    _add_show(render, nargs=None)
    render.add_argument("id", metavar="ID", help="a slide, or home, strip or countdown")
    render.add_argument("-o", dest="file", type=Path, required=True, metavar="FILE.png")
    render.add_argument("--at", type=_seconds, metavar="2.5s", help="so long after it came on")
    render.add_argument("--size", type=_size, default=(1920, 1080), metavar="3840x2160")
    _add_look(render)
    render.set_defaults(run=_render)

    export = commands.add_parser("export", help="write all slides on one contact sheet")
    _add_show(export, nargs=None)
    export.add_argument("file", type=Path, metavar="FILE.png")
    export.add_argument("--size", type=_size, default=(1920, 1080), metavar="1920x1080")
    _add_look(export)
    export.set_defaults(run=_export)

    kinds = commands.add_parser("kinds", help="list every chart, element, layout and transition")
    kinds.set_defaults(run=_kinds)
    return parser


def _add_show(parser: argparse.ArgumentParser, nargs: str | None = "?") -> None:
    """Adds the argument that names the show's folder."""
    if nargs is None:
        parser.add_argument("show", type=Path, metavar="SHOW", help="the show's folder")
    else:
        parser.add_argument(
            "show", type=Path, nargs=nargs, default=Path(), metavar="SHOW",
            help="the show's folder; the present one by default",
        )  # fmt: skip


def _add_look(parser: argparse.ArgumentParser) -> None:
    """Adds language and theme."""
    parser.add_argument("--lang", metavar="en", help="the language; the show's first by default")
    parser.add_argument("--theme", metavar="paper", help="the theme; the show's own by default")


def _size(text: str) -> tuple[int, int]:
    """`1280x720` as width and height in pixels."""
    match = re.fullmatch(r"(\d{2,5})\s*[x×]\s*(\d{2,5})", text)
    if match is None:
        message = f"a size is written 1280x720, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(match[1]), int(match[2])


def _seconds(text: str) -> float:
    """`2.5s` or `2.5` as seconds."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*s?", text)
    if match is None:
        message = f"a time is written 2.5s, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return float(match[1])


def _positive(text: str) -> float:
    """A number above zero."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.0 < number < float("inf"):
        message = f"a number above 0 is expected, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return number


def _version() -> str:
    """The program's version."""
    from kiosk import __version__

    return __version__


def _loaded(folder: Path) -> Show | None:
    """The show in `folder`; None, with the reason on standard error, when there is none."""
    show = load(DiskFolder(folder), theme_files())
    if isinstance(show, NoShow):
        print(rendered(show.problem), file=sys.stderr)
        return None
    return show


def _play(options: argparse.Namespace) -> int:
    """`kiosk play`: 0 ended, 1 a wish that cannot be fulfilled, 2 no show."""
    show = _loaded(options.show)
    if show is None:
        return NO_SHOW
    if not _has_look(options, show) or not _has_start(options, show):
        return FAILED
    from kiosk.stage.app import has_display

    if not has_display():
        print("kiosk: there is no display to play on — start it on a screen", file=sys.stderr)
        return FAILED
    from kiosk.stage.player import Wishes, play

    report = play(
        show,
        options.show,
        Wishes(
            window=options.window,
            screen=options.screen,
            start=options.start or "",
            language=options.lang or "",
            theme=options.theme or "",
            speed=options.speed,
            loops=options.loops,
            takes_all=options.all,
        ),
    )
    if options.report is not None:
        options.report.write_text(report.as_json(), "utf-8")
    return 0


def _check(options: argparse.Namespace) -> int:
    """`kiosk check`: 0 clean or warnings only, 1 errors, 2 no show."""
    from kiosk.author.check import check

    return check(options.show, as_json=options.json, strict=options.strict)


def _render(options: argparse.Namespace) -> int:
    """`kiosk render`: 0 written, 1 no such slide or not written, 2 no show."""
    from kiosk.author import stills

    show = _loaded(options.show)
    if show is None:
        return NO_SHOW
    if options.id not in stills.known_ids(show):
        _say_unknown("slide", options.id, stills.known_ids(show))
        return FAILED
    look = _look(options, show)
    if look is None:
        return FAILED
    return _written(
        options.file,
        lambda: stills.render_still(show, options.show, options.id, options.file, look, options.at),
    )


def _export(options: argparse.Namespace) -> int:
    """`kiosk export`: 0 written, 1 not written, 2 no show."""
    from kiosk.author import stills

    show = _loaded(options.show)
    if show is None:
        return NO_SHOW
    look = _look(options, show)
    if look is None:
        return FAILED
    return _written(
        options.file,
        lambda: stills.export_contact_sheet(show, options.show, options.file, look),
    )


def _kinds(options: argparse.Namespace) -> int:
    """`kiosk kinds`: one line a kind."""
    from kiosk.author.kinds import kind_lines

    del options
    print("\n".join(kind_lines()))
    return 0


def _look(options: argparse.Namespace, show: Show) -> Look | None:
    """The wished look; None, with a line on standard error, when the show does not have it."""
    from kiosk.author.stills import Look

    if not _has_look(options, show):
        return None
    return Look(options.size, options.lang or "", options.theme or "")


def _has_look(options: argparse.Namespace, show: Show) -> bool:
    """Whether the show has the wished language and theme; says so when it has not."""
    if options.lang is not None and options.lang not in show.languages:
        _say_unknown("language", options.lang, show.languages)
        return False
    if options.theme is not None and options.theme not in show.themes:
        _say_unknown("theme", options.theme, tuple(show.themes))
        return False
    return True


def _has_start(options: argparse.Namespace, show: Show) -> bool:
    """Whether the show has the slide to begin with; says so when it has not."""
    ids = tuple(slide.id for slide in show.slides)
    if options.start is not None and options.start not in ids:
        _say_unknown("slide", options.start, ids)
        return False
    return True


def _say_unknown(noun: str, name: str, known: tuple[str, ...]) -> None:
    """Says that the show has nothing of that name, and what comes nearest."""
    near = nearest(name, known)
    hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(known)}"
    print(f"kiosk: this show has no {noun} {name!r} — {hint}", file=sys.stderr)


def _written(file: Path, write: Callable[[], None]) -> int:
    """Runs `write`; a file that cannot be written is said in a line."""
    if file.suffix.lower() != ".png":
        print(f"kiosk: {file}: only .png can be written yet", file=sys.stderr)
        return FAILED
    try:
        write()
    except OSError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return FAILED
    return 0
