"""A show is looked at as `kiosk check` does, by a process that leaves the screen its machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.phrases import Language

_LOOK_S = 0.1  # between two looks whether it is still wanted
_POLITE = 19  # the least claim on a processor that there is


def inspected(
    folder: Path, language: Language, is_over: Callable[[], bool]
) -> tuple[Problem, ...] | None:
    """All that is wrong with the show in `folder`; None where nobody can say, or asks any more.

    language: of what it says. is_over: whether nobody asks any more; asked again and again.
    """
    with subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-m", "kiosk.author.inspector", str(folder), language],
        stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:  # fmt: skip
        while not is_over():
            try:
                said, _ = process.communicate(timeout=_LOOK_S)
            except subprocess.TimeoutExpired:
                continue
            return problems_in(said)
        process.kill()
    return None


def problems_in(report: bytes) -> tuple[Problem, ...] | None:
    """The problems in the JSON that `kiosk check` writes; None where it is none."""
    try:
        listed = json.loads(report)["problems"]
    except ValueError:
        return None
    return tuple(
        Problem(
            Span(each["file"], each["line"], each["column"], each["length"]),
            each["level"], each["code"], phrase("{word}", word=each["what"]),
            phrase("{word}", word=each["hint"]) if each["hint"] else None,
        )
        for each in listed
    )  # fmt: skip


def _inspect(folder: Path, language: Language) -> None:
    """What the process does, alone: it may be killed, and nothing must be left then."""
    from kiosk.author.check import found_in, json_report  # noqa: PLC0415 - the asker needs neither

    if sys.platform != "win32":
        os.nice(_POLITE)
    found = found_in(folder, _unwatched, is_alone=True)
    sys.stdout.write(json_report(found, language=language))


def _unwatched(done: int, total: int) -> None:
    """Nobody asks how far it has come."""
    del done, total


if __name__ == "__main__":
    _inspect(Path(sys.argv[1]), "zh" if sys.argv[2] == "zh" else "en")
