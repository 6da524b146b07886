"""The YAML test suite: as values, and as files of a show."""

from __future__ import annotations

from collections import Counter

import pytest

from kiosk.show.load import NoShow
from tests.bench.corpora.yaml_suite import cases, verdict
from tests.unit.show.memory import SHOW, MemoryFolder
from tests.unit.show.soundness import soundly_loaded

# What is no YAML by its letter, and read as it was meant: a line in a bracket or in quotes that is
# not indented, `#` right behind a value, `-` alone in brackets.
READ_AS_MEANT = {
    "9C9N", "9JBA", "CVW2", "DK95-1", "G5U8", "MUS6", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y-3",
    "YJV2",
}  # fmt: skip


def test_what_is_read_means_what_the_suite_says() -> None:
    verdicts = {case.name: verdict(case) for case in cases()}

    print(f"\nYAML test suite, {len(verdicts)} cases")
    for text, count in sorted(Counter(verdicts.values()).items()):
        print(f"{count:5}  {text}")
    lenient = {name for name, text in verdicts.items() if text == "read, though it is no YAML"}
    assert len(verdicts) >= 350
    assert [name for name, text in verdicts.items() if text == "wrong"] == []
    assert lenient <= READ_AS_MEANT


@pytest.mark.parametrize("path", ["show.yaml", "one.yaml", "facts.yaml"])
def test_as_a_file_of_a_show_each_gives_a_show_or_clear_problems_within_a_second(path: str) -> None:
    files = {"show.yaml": SHOW, "one.yaml": "slides: [{title: a}]", "facts.yaml": "facts: {}"}
    slowest, shows = 0.0, 0

    for case in cases():
        folder = MemoryFolder({**files, path: case.text})
        found, taken_s = soundly_loaded(folder, f"{case.name} as {path}")
        slowest, shows = max(slowest, taken_s), shows + (not isinstance(found, NoShow))

    print(f"\nas {path}: {shows} shows, the others refused; the slowest took {slowest:.2f} s")
