"""`kiosk check`: everything that is wrong with a show, for people or as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.phrases import said
from kiosk.problems import Problem, rendered
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show

CLEAN, HAS_ERRORS, IS_NO_SHOW = 0, 1, 2


def check(folder: Path, *, as_json: bool = False, strict: bool = False) -> int:
    """Prints what is wrong with the show in `folder`; the command's exit status."""
    show = load(DiskFolder(folder), theme_files())
    report = json_report(show, strict=strict) if as_json else text_report(show, folder.as_posix())
    sys.stdout.write(report + "\n")
    return status_of(show, strict=strict)


def status_of(show: Show | NoShow, *, strict: bool = False) -> int:
    """0 for a clean show or one with warnings only, 1 for errors, 2 for no show at all.

    A file that is text with mistakes is a show with errors, even where nothing is left to play.
    strict: warnings count as errors.
    """
    if isinstance(show, NoShow) and not show.is_mistaken:
        return IS_NO_SHOW
    levels = {problem.level for problem in show.problems}
    return HAS_ERRORS if "error" in levels or (strict and "warning" in levels) else CLEAN


def text_report(show: Show | NoShow, name: str) -> str:
    """All problems with their snippets, and a last line that counts them."""
    found = [rendered(problem) for problem in show.problems]
    return "\n".join([*found, _summary(show, name)])


def json_report(show: Show | NoShow, *, strict: bool = False) -> str:
    """The problems as JSON: a list under `problems`, and the exit status."""
    return json.dumps(
        {
            "status": status_of(show, strict=strict),
            "slides": [] if isinstance(show, NoShow) else [slide.id for slide in show.slides],
            "problems": [_as_json(problem) for problem in show.problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _summary(show: Show | NoShow, name: str) -> str:
    """One line: how many problems, and how much there is to show."""
    errors = sum(problem.level == "error" for problem in show.problems)
    warnings = len(show.problems) - errors
    counts = [_counted(errors, "error"), _counted(warnings, "warning")]
    wrong = " and ".join(text for text in counts if text) or "no problems"
    if isinstance(show, NoShow):
        return f"{name}: nothing to show, {wrong}"
    slides = _counted(len(show.slides), "slide")
    chapters = _counted(len(show.chapters), "chapter")
    return f"{name}: {slides} in {chapters}, in {', '.join(show.languages)}: {wrong}"


def _counted(number: int, noun: str) -> str:
    if number == 0:
        return ""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _as_json(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "level": problem.level,
        "code": problem.code,
        "what": said(problem.what, "en"),
        "hint": "" if problem.hint is None else said(problem.hint, "en"),
    }
