"""Mutations of every file that staff write, each loaded and looked at. The number is the seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.show.load import NoShow
from kiosk.show.machine import load_machine
from tests.gallery import GALLERY, SLIDES, gallery_names
from tests.unit.show.fullest import FULLEST, MACHINE
from tests.unit.show.memory import THEMES, MemoryFolder
from tests.unit.show.mutations import mutated
from tests.unit.show.soundness import assert_sound, soundly_loaded

AT = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def files_of(show: Path) -> dict[str, bytes]:
    """The show's files; of others than these the loader asks only whether they are there."""
    return {
        file.relative_to(show).as_posix(): file.read_bytes() if file.suffix in _READ else b""
        for file in sorted(show.rglob("*"))
        if file.is_file()
    }


_READ = frozenset({".yaml", ".csv", ".json", ".xlsx", ".db"})


SHOWS = {
    "fullest": FULLEST,
    "yubei": files_of(SLIDES / "yubei"),
    **{name: files_of(GALLERY / name) for name in gallery_names()},
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One file of a show, to be mutated."""

    show: str
    file: str
    number: int

    def __str__(self) -> str:
        return f"mutation {self.number} of {self.show}/{self.file}"


def mutations_of(numbers: Iterable[int]) -> Iterator[Mutation]:
    """The mutations of these numbers, the files in turn; every second is of the fullest show."""
    full = [("fullest", file) for file in FULLEST if file.endswith(".yaml")]
    others = [
        (show, file)
        for show, files in SHOWS.items()
        for file in files
        if show != "fullest" and file.endswith(".yaml")
    ]
    for number in numbers:
        texts, turn = (full, others)[number % 2], number // 2
        yield Mutation(*texts[turn % len(texts)], number)


def mutated_show(mutation: Mutation) -> tuple[bool, int, float]:
    """Whether a show is left, how many problems there are, and the seconds it took."""
    files = SHOWS[mutation.show]
    content = mutated(files[mutation.file], mutation.number)
    folder = MemoryFolder({**files, mutation.file: content}, name=mutation.show)
    found, taken_s = soundly_loaded(folder, str(mutation), AT)
    return not isinstance(found, NoShow), len(found.problems), taken_s


def mutated_machine(number: int) -> int:
    """How many problems a machine's file has after mutations."""
    folder = MemoryFolder({"machine.yaml": mutated(MACHINE, number)})
    found = load_machine(folder, "machine.yaml", tuple(THEMES))
    for problem in found.problems:
        assert_sound(problem, folder)
    return len(found.problems)
