"""What reading a watched folder depends on, and what staff are told of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.author.watched import Reader, told
from kiosk.data.text import plain
from kiosk.phrases import Phrase
from kiosk.problems import Level, Problem, Span
from kiosk.show.model import Show
from kiosk.stage.following.edition import Edition, is_half_written

SHOW = "kiosk: 1\nlanguages: [en]\ntitle: t\nchapters: [one.yaml]\n"
CHAPTER = "title: c\nslides:\n  - {id: one, title: First}\n"
FED = "  - {id: fed, chart: {type: bar, data: {csv: live.csv, every: 2 s}, x: gate, y: flights}}\n"


def reader_of(folder: Path, chapter: str = CHAPTER) -> Reader:
    (folder / "show.yaml").write_text(SHOW)
    (folder / "one.yaml").write_text(chapter)
    return Reader(folder)


def problem(level: Level = "error", line: int = 1) -> Problem:
    return Problem(Span("a.yaml", line, 1), level, "odd", Phrase(f"line {line}"))


def test_a_show_depends_on_the_files_that_it_names_and_on_its_fonts(tmp_path: Path) -> None:
    edition = reader_of(tmp_path)()

    assert edition.asked == {"show.yaml", "one.yaml", "fonts"}
    assert edition.texts == {"show.yaml": SHOW.encode(), "one.yaml": CHAPTER.encode()}


def test_it_depends_on_a_file_that_is_not_there_too(tmp_path: Path) -> None:
    edition = reader_of(tmp_path, CHAPTER + "  - {id: two, picture: hills.jpg}\n")()

    assert edition.depends_on("hills.jpg")


def test_what_a_feed_follows_is_followed_by_the_feed_alone(tmp_path: Path) -> None:
    (tmp_path / "live.csv").write_text("gate,flights\nT1,3\n")

    edition = reader_of(tmp_path, CHAPTER + FED)()

    assert isinstance(edition.found, Show)
    assert edition.found.feeds
    assert not edition.depends_on("live.csv")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("one.yaml", True), ("photos", True), ("photos/a.jpg", True), ("", True),
     ("photos/b.jpg", False), ("pho", False), (".one.yaml.swp", False)],
)  # fmt: skip
def test_a_change_counts_where_it_concerns_what_was_asked_for(path: str, expected: bool) -> None:
    edition = Edition(Show(plain("t"), ("en",), (), {}), frozenset({"one.yaml", "photos/a.jpg"}))

    assert edition.depends_on(path) is expected


def test_a_picture_has_another_edition_when_its_file_was_written_again(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    read = reader_of(tmp_path, CHAPTER + "  - {id: two, picture: a.png}\n")

    first, second = read().found, read().found
    os.utime(tmp_path / "a.png", (1e9, 1e9))
    third = read().found

    assert isinstance(first, Show)
    assert isinstance(second, Show)
    assert isinstance(third, Show)
    assert first.slide("two") == second.slide("two")
    assert first.slide("two") != third.slide("two")


LINE = b"  - {id: slide-%d, title: The title of slide number %d}\n"
OLD = b"".join(LINE % (n, n) for n in range(9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OLD, False),
        (OLD + b"  - {id: more}\n", False),
        (OLD.replace(b"number 8", b"8"), False),  # the last line is shorter
        (OLD.replace(b"  - {id: slide-3, title: The title of slide number 3}\n", b""), False),
        (OLD[: len(OLD) // 2], True),
        (OLD.replace(b"number 1", b"number one")[: len(OLD) // 2], True),
        (OLD[:-3], True),
        (b"", True),
    ],
)
def test_a_file_that_lost_its_end_may_be_half_written(text: bytes, expected: bool) -> None:
    assert is_half_written({"one.yaml": text}, {"one.yaml": OLD}) is expected


def test_a_file_that_is_new_is_whole() -> None:
    assert not is_half_written({"two.yaml": b""}, {"one.yaml": OLD})


def test_staff_are_told_the_lines_and_how_many_there_are_errors_first() -> None:
    lines = told((problem("warning", 2), problem("error", 3)), is_shown=False)

    assert lines == (
        "a.yaml:3:1: error[odd]: line 3",
        "a.yaml:2:1: warning[odd]: line 2",
        "kiosk: 1 error and 1 warning; the last good show stays on the screen",
    )


def test_staff_are_told_when_all_is_well_again() -> None:
    assert told((), is_shown=True) == ("kiosk: all is well, and on the screen",)
    assert told((), "zh", is_shown=True) == ("kiosk: 没有问题，已经显示在屏幕上",)


def test_of_very_many_problems_some_are_told_and_all_are_counted() -> None:
    lines = told(tuple(problem(line=n) for n in range(1, 200)), is_shown=False)

    assert len(lines) == 11
    assert lines[-1].startswith("kiosk: 199 errors")
