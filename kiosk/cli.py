"""The commands. Each imports what it needs when it is called: a show should start at once."""
# ruff: noqa: PLC0415

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from kiosk.author.system_language import system_language
from kiosk.commands.arguments import COMMANDS, parser_of
from kiosk.phrases import phrase

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.phrases import Language

WRONG_WORDS = 2  # as argparse has it
INTERRUPTED = 130  # what a shell says of a program that Ctrl-C has ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command given by `arguments` (the process's own by default); its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = system_language(os.environ)
    _never_fail_on_a_character()
    if not words or (words[0] not in COMMANDS and words[0] not in {"-h", "--help", "--version"}):
        if _is_a_slip(words, language):
            return WRONG_WORDS
        words.insert(0, "play")
    options = parser_of(_version(), language).parse_args(words)
    options.speaks = language  # what staff read; `lang` is what visitors do
    run = _COMMANDS[options.command]
    try:
        return run(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except ImportError as error:
        return _without_libraries(error, language)
    except BrokenPipeError:  # whoever read the output has seen enough
        from kiosk.commands.saying import FAILED

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _is_a_slip(words: list[str], language: Language) -> bool:
    """Whether the first of them is a command with a slip, and no show; then that is told."""
    first = words[0] if words else "-"
    if first.startswith("-") or "/" in first or os.path.lexists(first):
        return False
    from kiosk.problems import nearest, offer

    meant = nearest(first, COMMANDS)
    if not meant:
        return False
    from kiosk.commands.saying import tell

    what = phrase("there is no command or folder '{word}'", word=first)
    tell(phrase("{what} — {hint}", what=what, hint=offer(meant)), language)
    return True


def _without_libraries(error: ImportError, language: Language) -> int:
    """Says that Qt lacks libraries of the system. Raises `error` where it lacks none."""
    from kiosk.commands.saying import NO_SHOW, tell
    from kiosk.stage.libraries import missing_libraries

    if not missing_libraries():
        raise error
    what = phrase("Qt cannot be loaded: {reason}", reason=str(error))
    hint = phrase("`kiosk doctor` names what to install")
    tell(phrase("{what} — {hint}", what=what, hint=hint), language)
    return NO_SHOW


def _never_fail_on_a_character() -> None:
    """Writes `?` for what the terminal's encoding lacks: a show may have every character."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _version() -> str:
    """The program's version."""
    from kiosk import __version__

    return __version__


def _play(options: argparse.Namespace) -> int:
    """`kiosk play`: 0 ended, 1 a wish not fulfilled and 2 no show, where somebody asks."""
    from kiosk.stage import memory

    memory.grow()
    try:
        from kiosk.commands.play import play

        return play(options)
    finally:
        memory.release()


def _check(options: argparse.Namespace) -> int:
    """`kiosk check`: 0 clean or warnings only, 1 errors, 2 no show."""
    from kiosk.author.check import check

    return check(
        options.show,
        as_json=options.json,
        strict=options.strict,
        every=options.all,
        mends=options.fix,
        language=options.speaks,
    )


def _render(options: argparse.Namespace) -> int:
    """`kiosk render`: 0 written, 1 no such slide or not written, 2 no show."""
    from kiosk.commands.render import render

    return render(options)


def _export(options: argparse.Namespace) -> int:
    """`kiosk export`: 0 written, 1 not written or not whole, 2 no show."""
    from kiosk.commands.export import export

    return export(options)


def _new(options: argparse.Namespace) -> int:
    """`kiosk new`: 0 made, 1 not made."""
    from kiosk.commands.new import new

    return new(options)


def _schema(options: argparse.Namespace) -> int:
    """`kiosk schema`: 0 printed or written, 1 not written."""
    from kiosk.author.schema.command import schema_text, write_schemas
    from kiosk.commands.saying import put

    folder, language = options.folder, options.lang or options.speaks
    if folder is None:
        print(schema_text(language), end="")
        return 0
    return put(folder, lambda: write_schemas(folder, language), options.speaks)


def _kinds(options: argparse.Namespace) -> int:
    """`kiosk kinds`: one line a kind."""
    from kiosk.author.kinds import kind_lines

    print("\n".join(kind_lines(options.speaks)))
    return 0


def _doctor(options: argparse.Namespace) -> int:
    """`kiosk doctor`: 0 all well, 1 something is wrong."""
    from kiosk.author.doctor.command import doctor

    return doctor(options.machine, options.speaks)


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "play": _play,
    "check": _check,
    "render": _render,
    "export": _export,
    "new": _new,
    "schema": _schema,
    "kinds": _kinds,
    "doctor": _doctor,
}
