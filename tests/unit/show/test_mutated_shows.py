"""Whatever a file of a show becomes, loading it ends soon and says where it is wrong.

`KIOSK_MUTATIONS=20000` looks further than the suite does.
"""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time  # noqa: TID251 - a budget of time is what is tested

import pytest

from kiosk.problems import Problem, line_of, rendered
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.show.opened import opened
from tests.unit.show.memory import THEMES, MemoryFolder
from tests.unit.show.mutations import mutated

SLIDES = Path(__file__).parents[3] / "slides"
SHOWS = [SLIDES / "yubei", *sorted((SLIDES / "gallery").iterdir())]
COUNT = int(os.environ.get("KIOSK_MUTATIONS", "400"))
SLOWEST_S = 1.0


def files_of(show: Path) -> dict[str, bytes]:
    """The show's files; pictures are not opened by the loader."""
    return {
        file.relative_to(show).as_posix(): file.read_bytes() if file.suffix == ".yaml" else b""
        for file in sorted(show.rglob("*"))
        if file.is_file()
    }


FILES = {show.name: files_of(show) for show in SHOWS if show.is_dir()}


def mutations_of(count: int) -> list[tuple[str, str, int]]:
    """Show, file and number of each mutation, the files in turn."""
    texts = [(show, f) for show, files in FILES.items() for f in files if f.endswith(".yaml")]
    return [(*texts[number % len(texts)], number) for number in range(count)]


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


@pytest.mark.parametrize("part", range(4))
def test_a_show_with_anything_changed_is_a_show_or_says_in_time_why_it_is_none(part: int) -> None:
    for show, file, number in mutations_of(COUNT)[part::4]:
        content = mutated(FILES[show][file], number)
        folder = MemoryFolder({**FILES[show], file: content}, name=show)

        start = process_time()
        found = load(folder, THEMES)
        taken_s = process_time() - start

        note = f"mutation {number} of {show}/{file}"
        assert taken_s < SLOWEST_S, f"{note}: {taken_s:.1f} s"
        assert isinstance(found, Show | NoShow), note
        assert isinstance(found, NoShow) or found.slides, note
        if isinstance(found, NoShow):
            assert line_of(found.problem).isprintable(), note
        for problem in found.problems:
            assert_has_its_place(problem, folder)
            assert_is_readable(problem)


def test_the_shows_are_clean_before_anything_is_changed() -> None:
    for show, files in FILES.items():
        found = load(MemoryFolder(files, name=show), THEMES)

        assert found.problems == (), show
