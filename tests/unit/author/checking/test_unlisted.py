"""`check` tells of chapters that show.yaml does not name."""

from __future__ import annotations

import pytest

from kiosk.author.checking.unlisted import unlisted
from kiosk.problems import line_of
from tests.unit.show.memory import SHOW, MemoryFolder

SLIDES = "title: x\nslides:\n  - title: x\n"


def told(files: dict[str, str], show: str = SHOW) -> list[str]:
    folder = MemoryFolder({"show.yaml": show, "one.yaml": SLIDES, **files})
    return [line_of(problem) for problem in unlisted(folder)]


def test_a_chapter_that_is_not_named_is_told_at_its_slides() -> None:
    (line,) = told({"two.yaml": SLIDES})

    assert line == (
        "show/two.yaml:2:1: warning[unlisted]: nobody sees these slides: "
        "show.yaml does not name their file — add two.yaml to 'chapters' in show.yaml"
    )


@pytest.mark.parametrize(
    ("files", "show"),
    [
        ({"two.yaml": SLIDES}, SHOW.replace("[one.yaml]", "[one.yaml, two.yaml]")),
        ({"two.yaml": SLIDES}, SHOW + "# two.yaml is for winter\n"),
        ({"two.txt": SLIDES}, SHOW),
        ({"facts.yaml": "facts: {}\n", "machine.yaml": "screen: 1\n"}, SHOW),
        ({"old/show.yaml": SHOW, "old/two.yaml": SLIDES}, SHOW),
    ],
)
def test_what_is_named_or_has_no_slides_or_is_of_another_show_is_not(
    files: dict[str, str], show: str
) -> None:
    assert told(files, show) == []
