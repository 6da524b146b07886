"""Characters that no font has are told with their place."""

from __future__ import annotations

from kiosk.phrases import said
from kiosk.problems import Problem
from kiosk.show.load import load
from kiosk.show.model import Show
from tests.unit.show.memory import FACTS, SHOW, THEMES, MemoryFolder


def problems(chapter: str) -> list[Problem]:
    """What is said of a chapter where fonts have ASCII and nothing else."""
    folder = MemoryFolder({"show.yaml": SHOW, "facts.yaml": FACTS, "one.yaml": chapter})
    show = load(folder, THEMES, missing=lambda text: "".join(c for c in text if not c.isascii()))
    assert isinstance(show, Show), show
    return [problem for problem in show.problems if problem.span.file.endswith("one.yaml")]


def test_a_character_that_no_font_has_is_a_warning_at_its_place() -> None:
    (found,) = problems("title: x\nslides:\n  - title: a ☃ b\n")

    assert (found.level, found.code) == ("warning", "missing-glyph")
    assert (found.span.line, found.span.column, found.span.length) == (3, 14, 1)
    assert said(found.what, "en") == "no font has '☃'"


def test_each_text_tells_once_what_it_lacks() -> None:
    (found,) = problems("title: x\nslides:\n  - text: {zh: a☃b☂, en: ab}\n")

    assert said(found.what, "en") == "no font has '☃☂'"


def test_the_names_of_a_chart_are_texts_too() -> None:
    chart = "{type: bar, x: a, y: b, data: [{a: ☃, b: 1}]}"

    (found,) = problems(f"title: x\nslides:\n  - chart: {chart}\n")

    assert found.code == "missing-glyph"


def test_what_nobody_sees_needs_no_font() -> None:
    assert not problems("title: x\nslides:\n  - title: a\n    notes: ☃\n")
