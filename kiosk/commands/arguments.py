"""What may be said on the command line: the commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.parsing import Parser, kept
from kiosk.commands.values import Values
from kiosk.phrases import Language, Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    import argparse

COMMANDS = ("play", "check", "render", "export", "new", "schema", "kinds", "doctor")


def parser_of(version: str, language: Language = "en") -> argparse.ArgumentParser:
    """All commands and their options; the command's name comes as `command`.

    language: of the help, and of what is said about mistakes.
    """
    parser = Parser(
        language=language,
        prog="kiosk",
        description=kept(
            phrase(
                "Plays a folder of YAML as a touchscreen exhibit. Without a command it plays: "
                "`kiosk slides/yubei`, or `kiosk` alone in a show's folder."
            )
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"kiosk {version}",
        help=kept(phrase("say the version and end")),
    )  # fmt: skip
    commands = parser.add_subparsers(
        title=kept(phrase("commands")), dest="command", metavar="COMMAND", required=True
    )
    adding = _Adding(Values(language))

    def command(name: str, explanation: Phrase) -> argparse.ArgumentParser:
        return commands.add_parser(name, language=language, help=kept(explanation))

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

    values: Values

    def play(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk play` takes."""
        values = self.values
        parser.add_argument(
            "show", type=Path, nargs="?", metavar="SHOW",
            help=kept(phrase(
                "the show's folder; by default the present one, or else the show that came along"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--window", type=values.size, metavar="1280x720",
            help=kept(phrase("in a window of that size")),
        )  # fmt: skip
        parser.add_argument(
            "--screen", type=values.screen, metavar="N",
            help=kept(phrase("the screen, counted from 0")),
        )  # fmt: skip
        parser.add_argument("--start", metavar="ID", help=kept(phrase("the slide to begin with")))
        self._look(parser)
        parser.add_argument(
            "--speed", type=values.positive, default=1.0, metavar="10",
            help=kept(phrase("times as fast")),
        )  # fmt: skip
        parser.add_argument(
            "--loops",
            type=values.loops,
            metavar="N",
            help=kept(phrase("end after so many loops")),
        )
        parser.add_argument(
            "--all", action="store_true",
            help=kept(phrase("the loop takes every slide, `loop: false` ones too")),
        )  # fmt: skip
        parser.add_argument(
            "--watch", action="store_true",
            help=kept(phrase("show at once what is saved in its folder, and shows on sticks")),
        )  # fmt: skip
        parser.add_argument(
            "--report", type=Path, metavar="FILE",
            help=kept(phrase("write what happened, as JSON")),
        )  # fmt: skip
        self._recording(parser)
        self._machine(parser)

    def check(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk check` takes."""
        parser.add_argument(
            "show", type=Path, nargs="?", default=Path(), metavar="SHOW",
            help=kept(phrase("the show's folder; the present one by default")),
        )  # fmt: skip
        parser.add_argument(
            "--json", action="store_true", help=kept(phrase("as JSON, for other programs"))
        )
        parser.add_argument(
            "--strict", action="store_true", help=kept(phrase("warnings count as errors"))
        )
        parser.add_argument(
            "--all", action="store_true",
            help=kept(phrase("look at every theme and shape, not only at the show's own")),
        )  # fmt: skip
        parser.add_argument(
            "--fix", action="store_true",
            help=kept(phrase("first mend what is mechanical: tabs, full-width signs, slips, GBK")),
        )  # fmt: skip

    def render(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk render` takes."""
        self._show(parser)
        parser.add_argument(
            "id",
            metavar="ID",
            help=kept(phrase("a slide, or home, strip, access, countdown, night or staff")),
        )
        parser.add_argument(
            "-o", dest="file", type=Path, required=True, metavar="FILE.png",
            help=kept(phrase("the file to write")),
        )  # fmt: skip
        parser.add_argument(
            "--at", type=self.values.seconds, metavar="2.5s",
            help=kept(phrase("so long after it came on; settled by default")),
        )  # fmt: skip
        self._size(parser, phrase("the page in pixels; 1920x1080 by default"), usual=(1920, 1080))
        self._look(parser)

    def export(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk export` takes."""
        self._show(parser)
        parser.add_argument(
            "file", type=Path, metavar="FILE",
            help=kept(phrase(
                "what to write, by its ending: pages (`.pdf`), a web page (`.html`), a film of "
                "the loop (`.mp4`), a contact sheet (`.png`), or a folder, for a picture of each "
                "slide"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--sheets", action="store_true",
            help=kept(phrase(
                "in the folder, a contact sheet of each theme, language and shape instead"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--notes", action="store_true",
            help=kept(phrase(
                "in a PDF or web page, the notes of each slide with it; a PDF is on A4 then"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--slides", metavar="ID,ID..ID",
            help=kept(phrase(
                "these slides alone: one by its id, a chapter, or all from one to another"
            )),
        )  # fmt: skip
        parser.add_argument(
            "--rate", type=self.values.rate, metavar="25",
            help=kept(phrase("frames a second of a film; 30 by default")),
        )  # fmt: skip
        self._size(
            parser,
            phrase("the page in pixels; by default 1920x1080, or 1080x1920 for a portrait show"),
        )
        self._look(parser)

    def new(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk new` takes; what is left out is asked for."""
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help=kept(phrase("the folder to make"))
        )
        parser.add_argument(
            "--from", dest="photos", type=Path, metavar="PHOTOS",
            help=kept(phrase("a folder of pictures: a slide for each, with the captions in them")),
        )  # fmt: skip
        parser.add_argument("--title", metavar="TITLE", help=kept(phrase("the show's title")))
        parser.add_argument(
            "--lang", metavar="zh,en", help=kept(phrase("its languages, the default one first"))
        )
        parser.add_argument(
            "--screen", metavar="SCREEN",
            help=kept(phrase("the screen, such as `43 in portrait`")),
        )  # fmt: skip

    def doctor(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk doctor` takes."""
        self._machine(parser)

    def _recording(self, parser: argparse.ArgumentParser) -> None:
        """What happens is written down, or was."""
        either = parser.add_mutually_exclusive_group()
        either.add_argument(
            "--record", type=Path, metavar="FILE",
            help=kept(phrase("write down all that happens, line by line")),
        )  # fmt: skip
        either.add_argument(
            "--replay", type=Path, metavar="FILE",
            help=kept(phrase("play what was recorded once more, and end")),
        )  # fmt: skip

    def _machine(self, parser: argparse.ArgumentParser) -> None:
        """The technician's file."""
        parser.add_argument(
            "--machine", type=Path, metavar="FILE",
            help=kept(phrase("the technician's file; else that of the system's configuration")),
        )  # fmt: skip

    def schema(self, parser: argparse.ArgumentParser) -> None:
        """What `kiosk schema` takes."""
        parser.add_argument(
            "folder", type=Path, nargs="?", metavar="FOLDER",
            help=kept(
                phrase("write a schema for each sort of file into it; else print all in one")
            ),
        )  # fmt: skip
        parser.add_argument(
            "--lang", choices=("en", "zh"), metavar="zh",
            help=kept(phrase("of what explains the fields")),
        )  # fmt: skip

    def _show(self, parser: argparse.ArgumentParser) -> None:
        """The show's folder, which must be named."""
        text = kept(phrase("the show's folder"))
        parser.add_argument("show", type=Path, metavar="SHOW", help=text)

    def _look(self, parser: argparse.ArgumentParser) -> None:
        """Language, theme and what visitors may switch on."""
        parser.add_argument(
            "--lang", metavar="en",
            help=kept(phrase("the language; the show's first by default")),
        )  # fmt: skip
        parser.add_argument(
            "--theme",
            metavar="paper",
            help=kept(phrase("the theme; the show's own by default")),
        )
        for name, what in (
            ("--large", phrase("all text as large as those need who see little")),
            ("--calm", phrase("nothing moves")),
            ("--low", phrase("the page within reach of those who sit, where `mounted` is known")),
        ):
            parser.add_argument(name, action="store_true", help=kept(what))

    def _size(
        self,
        parser: argparse.ArgumentParser,
        explanation: Phrase,
        usual: tuple[int, int] | None = None,
    ) -> None:
        """The size of the page, whose shape may be another than the show's."""
        parser.add_argument(
            "--size", type=self.values.size, default=usual, metavar="1080x1920",
            help=kept(explanation),
        )  # fmt: skip
