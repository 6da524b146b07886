"""What holds of whatever the loader says about a show, be it as wrong as it may."""

from __future__ import annotations

from datetime import datetime
from time import process_time  # noqa: TID251 - a budget of time is what is tested

from kiosk.problems import Problem, line_of, rendered
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.show.yaml.opened import opened
from tests.unit.show.memory import THEMES, MemoryFolder

SLOWEST_S = 1.0


def soundly_loaded(
    folder: MemoryFolder, note: str, at: datetime | None = None
) -> tuple[Show | NoShow, float]:
    """What loading `folder` gives, and in how many seconds; fails where it is not sound.

    A show with slides or one line that says why there is none, within a second, and each problem
    with its place and readable.
    """
    start = process_time()
    found = load(folder, THEMES, at)
    taken_s = process_time() - start

    assert taken_s < SLOWEST_S, f"{note}: {taken_s:.1f} s"
    assert isinstance(found, Show | NoShow), note
    assert isinstance(found, NoShow) or found.slides, note
    if isinstance(found, NoShow):
        assert line_of(found.problem).isprintable(), note
    for problem in found.problems:
        assert_sound(problem, folder)
    return found, taken_s


def assert_sound(problem: Problem, folder: MemoryFolder) -> None:
    """It has its place in the folder and can be read."""
    assert_has_its_place(problem, folder)
    assert_is_readable(problem)


def assert_has_its_place(problem: Problem, folder: MemoryFolder) -> None:
    """Its span lies in a file of the show and its snippet is that line of it."""
    span = problem.span
    if span.file == folder.name:
        return
    path = span.file.removeprefix(f"{folder.name}/")
    assert path in folder.files, problem
    source = opened(folder, path).source
    lines = source.lines if source else [""]
    assert 1 <= span.line <= len(lines), problem
    line = lines[span.line - 1]
    assert 1 <= span.column <= len(line) + 1, problem
    assert 1 <= span.length <= max(1, len(line) + 1 - span.column), problem
    assert problem.snippet in {line, ""}, problem


def assert_is_readable(problem: Problem) -> None:
    """It can be printed on a terminal, and says something."""
    texts = [rendered(problem, language) for language in ("en", "zh")]

    assert problem.what.template
    assert all(line.isprintable() for text in texts for line in text.split("\n")), problem
    assert all(len(text) < 3000 for text in texts), problem
