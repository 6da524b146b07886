"""Whatever a file of a show becomes, loading it ends soon and says where it is wrong.

`KIOSK_MUTATIONS=20000` looks further than the suite does.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.show.load import load
from tests.unit.show.memory import THEMES, MemoryFolder
from tests.unit.show.mutations import mutated
from tests.unit.show.soundness import soundly_loaded

SLIDES = Path(__file__).parents[3] / "slides"
SHOWS = [SLIDES / "yubei", *sorted((SLIDES / "gallery").iterdir())]
COUNT = int(os.environ.get("KIOSK_MUTATIONS", "400"))


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


@pytest.mark.parametrize("part", range(4))
def test_a_show_with_anything_changed_is_a_show_or_says_in_time_why_it_is_none(part: int) -> None:
    for show, file, number in mutations_of(COUNT)[part::4]:
        content = mutated(FILES[show][file], number)
        folder = MemoryFolder({**FILES[show], file: content}, name=show)

        soundly_loaded(folder, f"mutation {number} of {show}/{file}")


def test_the_shows_are_clean_before_anything_is_changed() -> None:
    for show, files in FILES.items():
        found = load(MemoryFolder(files, name=show), THEMES)

        assert found.problems == (), show
