"""What may be said on the command line: the commands, their options, and how values are read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from kiosk.phrases import Language, Phrase, phrase, said

if TYPE_CHECKING:
    from fractions import Fraction

COMMANDS = ("play", "check", "render", "export", "new", "schema", "kinds", "doctor")
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the environment; the first that is set counts
LEAST_PX, MOST_PX = 16, 16384
MOST_RATE = 120  # frames a second of a film

# What argparse says in English wherever it is: its headings and its refusals.
_OF_ARGPARSE = (
    phrase("options"),
    phrase("positional arguments"),
    phrase("argument {name}: {what}", name="", what=""),
    phrase("the following arguments are required: {names}", names=""),
    phrase("unrecognized arguments: {names}", names=""),
    phrase("ambiguous option: {word} could match {names}", word="", names=""),
    phrase("ignored explicit argument {word}", word=""),
    phrase("expected one argument"),
    phrase("not allowed with argument {name}", name=""),
    phrase("invalid choice: {word} (choose from {names})", word="", names=""),
)


def language_in(environment: Mapping[str, str]) -> Language:
    """The language of the system's messages: Chinese, or else English."""
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    return "zh" if locale.casefold().startswith("zh") else "en"


class _Help(argparse.HelpFormatter):
    """Says the help of a command in the reader's language, and not before it is asked for."""

    def __init__(self, language: Language, prog: str) -> None:
        super().__init__(prog)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Adds the line that shows how the command is written."""
        prefix = said(phrase("usage: "), self._language) if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)

    def start_section(self, heading: str | None) -> None:
        """Starts a part of the help."""
        super().start_section(self._said(heading))

    def add_text(self, text: str | None) -> None:
        """Adds a paragraph."""
        super().add_text(self._said(text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._said(action.help)

    def _said(self, english: str | None) -> str | None:
        return said(Phrase(english), self._language) if english else english


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words of a command."""

    # `Any`: argparse calls it for its subcommands too, with its own options.
    def __init__(self, *, language: Language = "en", **options: Any) -> None:  # noqa: ANN401
        super().__init__(add_help=False, formatter_class=partial(_Help, language), **options)
        self._language = language
        self.add_argument(
            "-h", "--help", action="help", help=_help(phrase("show this help and end"))
        )

    def error(self, message: str) -> NoReturn:
        """Ends the process with status 2, as command lines do."""
        line = phrase(
            "{prog}: {what} — {prog} --help tells more", prog=self.prog, what=_understood(message)
        )
        self.exit(2, f"{said(line, self._language)}\n")


def _help(text: Phrase) -> str:
    """The text as argparse keeps it; `_Help` says it in the reader's language."""
    return text.template


def _understood(message: str) -> str | Phrase:
    """What argparse says as a phrase; as it is where it says something else."""
    for known in _OF_ARGPARSE:
        names = [name for name, _ in known.arguments]
        pattern = re.escape(known.template)
        for name in names:
            pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>.+?)")
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return Phrase(known.template, tuple((name, _understood(match[name])) for name in names))
    return message


def parser_of(version: str, language: Language = "en") -> argparse.ArgumentParser:
    """All commands and their options; the command's name comes as `command`.

    language: of the help, and of what is said about mistakes.
    """
    parser = _Parser(
        language=language,
        prog="kiosk",
        description=_help(
            phrase(
                "Plays a folder of YAML as a touchscreen exhibit. Without a command it plays: "
                "`kiosk slides/yubei`, or `kiosk` alone in a show's folder."
            )
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"kiosk {version}",
        help=_help(phrase("say the version and end")),
    )  # fmt: skip
    commands = parser.add_subparsers(
        title=_help(phrase("commands")), dest="command", metavar="COMMAND", required=True
    )
    adding = _Adding(_Values(language))

    def command(name: str, explanation: Phrase) -> argparse.ArgumentParser:
        return commands.add_parser(name, language=language, help=_help(explanation))

    adding.play(command("play", phrase("play a show full screen")))
    adding.check(command("check", phrase("say what is wrong in a show, and where")))
    adding.render(command("render", phrase("write one slide as a picture")))
    adding.export(command("export", phrase("write all slides to be shown elsewhere")))
    adding.new(command("new", phrase("make a show to begin with, or one of a folder of pictures")))
    adding.schema(command("schema", phrase("describe the files of a show to an editor")))
    command("kinds", phrase("list every chart, element, layout and transition"))
    adding.doctor(command("doctor", phrase("say what this machine has and lacks")))
    return parser


@dataclass(frozen=True, slots=True)
class _Adding:
    """Adds to each command what it takes."""

    values: _Values

    def play(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk play` takes."""
        values = self.values
        parser.add_argument(
            "show", type=Path, nargs="?", metavar="SHOW",
            help=_help(phrase(
                "the show's folder; by default the present one, or else the show that came along"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--window", type=values.size, metavar="1280x720",
            help=_help(phrase("in a window of that size")),
        )  # fmt: skip
        parser.add_argument(
            "--screen", type=values.screen, metavar="N",
            help=_help(phrase("the screen, counted from 0")),
        )  # fmt: skip
        parser.add_argument("--start", metavar="ID", help=_help(phrase("the slide to begin with")))
        self._look(parser)
        parser.add_argument(
            "--speed", type=values.positive, default=1.0, metavar="10",
            help=_help(phrase("times as fast")),
        )  # fmt: skip
        parser.add_argument(
            "--loops", type=values.loops, metavar="N", help=_help(phrase("end after so many loops"))
        )
        parser.add_argument(
            "--all", action="store_true",
            help=_help(phrase("the loop takes every slide, `loop: false` ones too")),
        )  # fmt: skip
        parser.add_argument(
            "--watch", action="store_true",
            help=_help(phrase("show at once what is saved in its folder, and shows on sticks")),
        )  # fmt: skip
        parser.add_argument(
            "--report", type=Path, metavar="FILE",
            help=_help(phrase("write what happened, as JSON")),
        )  # fmt: skip
        self._recording(parser)
        self._machine(parser)

    def check(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk check` takes."""
        parser.add_argument(
            "show", type=Path, nargs="?", default=Path(), metavar="SHOW",
            help=_help(phrase("the show's folder; the present one by default")),
        )  # fmt: skip
        parser.add_argument(
            "--json", action="store_true", help=_help(phrase("as JSON, for other programs"))
        )
        parser.add_argument(
            "--strict", action="store_true", help=_help(phrase("warnings count as errors"))
        )
        parser.add_argument(
            "--all", action="store_true",
            help=_help(phrase("look at every theme and shape, not only at the show's own")),
        )  # fmt: skip
        parser.add_argument(
            "--fix", action="store_true",
            help=_help(phrase("first mend what is mechanical: tabs, full-width signs, slips, GBK")),
        )  # fmt: skip

    def render(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk render` takes."""
        self._show(parser)
        parser.add_argument(
            "id",
            metavar="ID",
            help=_help(phrase("a slide, or home, strip, access, countdown, night or staff")),
        )
        parser.add_argument(
            "-o", dest="file", type=Path, required=True, metavar="FILE.png",
            help=_help(phrase("the file to write")),
        )  # fmt: skip
        parser.add_argument(
            "--at", type=self.values.seconds, metavar="2.5s",
            help=_help(phrase("so long after it came on; settled by default")),
        )  # fmt: skip
        self._size(parser, phrase("the page in pixels; 1920x1080 by default"), usual=(1920, 1080))
        self._look(parser)

    def export(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk export` takes."""
        self._show(parser)
        parser.add_argument(
            "file", type=Path, metavar="FILE",
            help=_help(phrase(
                "what to write, by its ending: pages (`.pdf`), a web page (`.html`), a film of "
                "the loop (`.mp4`), a contact sheet (`.png`), or a folder, for a picture of each "
                "slide"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--sheets", action="store_true",
            help=_help(phrase(
                "in the folder, a contact sheet of each theme, language and shape instead"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--notes", action="store_true",
            help=_help(phrase(
                "in a PDF or web page, the notes of each slide with it; a PDF is on A4 then"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--slides", metavar="ID,ID..ID",
            help=_help(phrase(
                "these slides alone: one by its id, a chapter, or all from one to another"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--rate", type=self.values.rate, metavar="25",
            help=_help(phrase("frames a second of a film; 30 by default")),
        )  # fmt: skip
        self._size(
            parser,
            phrase("the page in pixels; by default 1920x1080, or 1080x1920 for a portrait show"),
        )
        self._look(parser)

    def new(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk new` takes; what is left out is asked for."""
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help=_help(phrase("the folder to make"))
        )
        parser.add_argument(
            "--from", dest="photos", type=Path, metavar="PHOTOS",
            help=_help(phrase("a folder of pictures: a slide for each, with the captions in them")),
        )  # fmt: skip
        parser.add_argument("--title", metavar="TITLE", help=_help(phrase("the show's title")))
        parser.add_argument(
            "--lang", metavar="zh,en", help=_help(phrase("its languages, the default one first"))
        )
        parser.add_argument(
            "--screen", metavar="SCREEN",
            help=_help(phrase("the screen, such as `43 in portrait`")),
        )  # fmt: skip

    def doctor(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk doctor` takes."""
        self._machine(parser)

    def _recording(self, parser: argparse.ArgumentParser) -> None:
        """What happens is written down, or was."""
        either = parser.add_mutually_exclusive_group()
        either.add_argument(
            "--record", type=Path, metavar="FILE",
            help=_help(phrase("write down all that happens, line by line")),
        )  # fmt: skip
        either.add_argument(
            "--replay", type=Path, metavar="FILE",
            help=_help(phrase("play what was recorded once more, and end")),
        )  # fmt: skip

    def _machine(self, parser: argparse.ArgumentParser) -> None:
        """The technician's file."""
        parser.add_argument(
            "--machine", type=Path, metavar="FILE",
            help=_help(phrase("the technician's file; else that of the system's configuration")),
        )  # fmt: skip

    def schema(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk schema` takes."""
        parser.add_argument(
            "folder", type=Path, nargs="?", metavar="FOLDER",
            help=_help(
                phrase("write a schema for each sort of file into it; else print all in one")
            ),
        )  # fmt: skip
        parser.add_argument(
            "--lang", choices=("en", "zh"), metavar="zh",
            help=_help(phrase("of what explains the fields")),
        )  # fmt: skip

    def _show(self, parser: argparse.ArgumentParser) -> None:
        """The show's folder, which must be named."""
        text = _help(phrase("the show's folder"))
        parser.add_argument("show", type=Path, metavar="SHOW", help=text)

    def _look(self, parser: argparse.ArgumentParser) -> None:
        """Language, theme and what visitors may switch on."""
        parser.add_argument(
            "--lang", metavar="en",
            help=_help(phrase("the language; the show's first by default")),
        )  # fmt: skip
        parser.add_argument(
            "--theme",
            metavar="paper",
            help=_help(phrase("the theme; the show's own by default")),
        )
        for name, what in (
            ("--large", phrase("all text as large as those need who see little")),
            ("--calm", phrase("nothing moves")),
            ("--low", phrase("the page within reach of those who sit, where `mounted` is known")),
        ):
            parser.add_argument(name, action="store_true", help=_help(what))

    def _size(
        self,
        parser: argparse.ArgumentParser,
        explanation: Phrase,
        usual: tuple[int, int] | None = None,
    ) -> None:
        """The size of the page, whose shape may be another than the show's."""
        parser.add_argument(
            "--size", type=self.values.size, default=usual, metavar="1080x1920",
            help=_help(explanation),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Values:
    """Reads single values; says in `language` what is wrong with them."""

    language: Language

    def size(self, text: str) -> tuple[int, int]:
        """`1280x720` as width and height in pixels."""
        match = re.fullmatch(r"(\d{1,6})\s*[x×]\s*(\d{1,6})", text)
        if match is None:
            raise self._wrong(phrase("a size is written 1280x720, not '{word}'", word=text))
        width, height = int(match[1]), int(match[2])
        if not (LEAST_PX <= width <= MOST_PX and LEAST_PX <= height <= MOST_PX):
            raise self._wrong(
                phrase(
                    "a side has {least} to {most} pixels, not '{word}'",
                    least=LEAST_PX,
                    most=MOST_PX,
                    word=text,
                )
            )
        return width, height

    def screen(self, text: str) -> int:
        """A screen's number."""
        return self._whole(text, 0)

    def loops(self, text: str) -> int:
        """How many loops."""
        return self._whole(text, 1)

    def seconds(self, text: str) -> float:
        """`2.5s` or `2.5` as seconds."""
        match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*s?", text)
        if match is None:
            raise self._wrong(phrase("a time is written 2.5s, not '{word}'", word=text))
        return float(match[1])

    def rate(self, text: str) -> Fraction:
        """Frames a second: `25`, `23.976`, which stands for 24000/1001, or that itself."""
        from fractions import Fraction  # noqa: PLC0415 - who plays a show does not wait for it

        match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?)(?:/([1-9]\d{0,5}))?", text)
        found = Fraction(0) if match is None else Fraction(match[1]) / int(match[2] or 1)
        of_television = Fraction(round(found * Fraction(1001, 1000)) * 1000, 1001)
        if found.denominator > 1 and abs(found - of_television) < Fraction(1, 100):
            found = of_television
        if 1 <= found <= MOST_RATE:
            return found
        raise self._wrong(
            phrase(
                "1 to {most} frames a second are possible, not '{word}'", most=MOST_RATE, word=text
            )
        )

    def positive(self, text: str) -> float:
        """A number above zero."""
        try:
            number = float(text)
        except ValueError:
            number = 0.0
        if not 0.0 < number < float("inf"):
            raise self._wrong(phrase("a number above 0 is expected, not '{word}'", word=text))
        return number

    def _whole(self, text: str, least: int) -> int:
        """A whole number, `least` or more."""
        if not re.fullmatch(r"\d{1,9}", text) or int(text) < least:
            raise self._wrong(
                phrase(
                    "a whole number from {least} on is expected, not '{word}'",
                    least=least,
                    word=text,
                )
            )
        return int(text)

    def _wrong(self, what: Phrase) -> argparse.ArgumentTypeError:
        return argparse.ArgumentTypeError(said(what, self.language))
