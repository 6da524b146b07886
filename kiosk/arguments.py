"""What may be said on the command line: the commands, their options, and how values are read."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

COMMANDS = ("play", "check", "render", "export", "kinds")
LEAST_PX, MOST_PX = 16, 16384


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        """Ends the process with status 2, as command lines do."""
        self.exit(2, f"{self.prog}: {message} — {self.prog} --help tells more\n")


def parser_of(version: str) -> argparse.ArgumentParser:
    """All commands and their options; the command's name comes as `command`."""
    parser = _Parser(
        prog="kiosk",
        description="Plays a folder of YAML as a touchscreen exhibit. "
        "Without a command it plays: `kiosk slides/yubei`, or `kiosk` alone in a show's folder.",
    )
    parser.add_argument("--version", action="version", version=f"kiosk {version}")
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", required=True
    )

    play = commands.add_parser("play", help="play a show full screen")
    play.add_argument(
        "show", type=Path, nargs="?", metavar="SHOW",
        help="the show's folder; by default the present one, or else the show that came along",
    )  # fmt: skip
    play.add_argument("--window", type=_size, metavar="1280x720", help="in a window of that size")
    play.add_argument(
        "--screen", type=_screen, default=0, metavar="N", help="the screen, counted from 0"
    )
    play.add_argument("--start", metavar="ID", help="the slide to begin with")
    _add_look(play)
    play.add_argument("--speed", type=_positive, default=1.0, metavar="10", help="times as fast")
    play.add_argument("--loops", type=_loops, metavar="N", help="end after so many loops")
    play.add_argument(
        "--all", action="store_true", help="the loop takes every slide, `loop: false` ones too"
    )
    play.add_argument("--report", type=Path, metavar="FILE", help="write what happened, as JSON")

    check = commands.add_parser("check", help="say what is wrong in a show, and where")
    _add_show(check)
    check.add_argument("--json", action="store_true", help="as JSON, for other programs")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")

    render = commands.add_parser("render", help="write one slide as a picture")
    _add_show(render, nargs=None)
    render.add_argument("id", metavar="ID", help="a slide, or home, strip or countdown")
    render.add_argument(
        "-o", dest="file", type=Path, required=True, metavar="FILE.png", help="the file to write"
    )
    render.add_argument(
        "--at", type=_seconds, metavar="2.5s",
        help="so long after it came on; settled by default",
    )  # fmt: skip
    _add_size(render)
    _add_look(render)

    export = commands.add_parser("export", help="write all slides on one contact sheet")
    _add_show(export, nargs=None)
    export.add_argument("file", type=Path, metavar="FILE.png", help="the file to write")
    _add_size(export)
    _add_look(export)

    commands.add_parser("kinds", help="list every chart, element, layout and transition")
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


def _add_size(parser: argparse.ArgumentParser) -> None:
    """Adds the size of the page, whose shape may be another than the show's."""
    parser.add_argument(
        "--size", type=_size, default=(1920, 1080), metavar="1080x1920",
        help="the page in pixels; 1920x1080 by default",
    )  # fmt: skip


def _size(text: str) -> tuple[int, int]:
    """`1280x720` as width and height in pixels."""
    match = re.fullmatch(r"(\d{1,6})\s*[x×]\s*(\d{1,6})", text)
    if match is None:
        message = f"a size is written 1280x720, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    width, height = int(match[1]), int(match[2])
    if not (LEAST_PX <= width <= MOST_PX and LEAST_PX <= height <= MOST_PX):
        message = f"a side has {LEAST_PX} to {MOST_PX} pixels, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return width, height


def _screen(text: str) -> int:
    """A screen's number."""
    return _whole(text, 0)


def _loops(text: str) -> int:
    """How many loops."""
    return _whole(text, 1)


def _whole(text: str, least: int) -> int:
    """A whole number, `least` or more."""
    if not re.fullmatch(r"\d{1,9}", text) or int(text) < least:
        message = f"a whole number from {least} on is expected, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


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
