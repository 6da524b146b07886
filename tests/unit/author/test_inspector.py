"""A show is looked at by a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.inspector import inspected, problems_in
from kiosk.problems import line_of

if TYPE_CHECKING:
    from pathlib import Path

CHART = "chart: {at: [90, 140, 900, 400], type: bar, x: a, y: b, data: [{a: x, b: 3}]}"


def show_in(folder: Path) -> Path:
    """A show with a chart over its title."""
    (folder / "show.yaml").write_text("title: x\nlanguages: [en]\nchapters: [one.yaml]\n", "utf-8")
    slides = f"title: c\nslides:\n  - title: A title\n    {CHART}\n"
    (folder / "one.yaml").write_text(slides, "utf-8")
    return folder


def test_what_an_eye_would_find_is_found_by_another_process(tmp_path: Path) -> None:
    problems = inspected(show_in(tmp_path), "en", lambda: False)

    assert problems is not None
    (line,) = map(line_of, problems)
    assert line == (
        f"{tmp_path.as_posix()}/one.yaml:4:12: warning[overlap]: 'chart' lies over 'title' by "
        "31 mm — change its 'at', or that of the other"
    )


def test_it_speaks_the_language_of_staff(tmp_path: Path) -> None:
    (problem,) = inspected(show_in(tmp_path), "zh", lambda: False) or ()

    assert "压住" in line_of(problem, "zh")


def test_a_process_that_nobody_waits_for_any_more_says_nothing(tmp_path: Path) -> None:
    assert inspected(show_in(tmp_path), "en", lambda: True) is None


def test_what_is_no_report_is_no_answer() -> None:
    assert problems_in(b"Traceback (most recent call last):") is None
