"""The wrong shows of `tests/broken`, and what is said about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.phrases import Language, phrase
from kiosk.playback.recording import Recording, read_recording
from kiosk.problems import Problem, Span, rendered
from kiosk.show.load import NoShow, load
from kiosk.show.machine import Machine, load_machine
from kiosk.show.model import Show
from kiosk.show.yaml.nodes import Source
from tests.unit.show.memory import FACTS, SHOW, THEMES, MemoryFolder

FOLDER = Path(__file__).parents[2] / "broken"
NAME = "tests/broken"
AT = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)  # when all of them are loaded
MARK = "#: "

_GOOD = "title: {zh: 好, en: Good}\nslides: [{title: {zh: 好, en: Good}}]\n"
_FILES = {"photo.jpg": "", "pictures/OPPO-line.jpg": "", "新建 图片(1).JPG": "", "link.jpg": ""}


class CaseFolder(MemoryFolder):
    """A folder that is not there when it is empty.

    In it `locked.yaml` cannot be read, `huge.yaml` is a film, and in one that is named after it
    show.yaml is a link.
    """

    def is_inside(self, path: str) -> bool:
        return not (path == "show.yaml" and self.name.endswith("show-file-is-a-link"))

    def size(self, path: str) -> int:
        return 100_000_000 if path == "huge.yaml" else super().size(path)

    def exists(self, path: str) -> bool:
        return bool(self.files) and super().exists(path)

    def read(self, path: str) -> bytes:
        if path == "locked.yaml":
            raise PermissionError(13, "Permission denied")
        return super().read(path)


@dataclass(frozen=True)
class Case:
    """One wrong show: a file that states its messages itself, or a folder with `expected.txt`.

    All are stated in English, then all in Chinese. A file `show-*.yaml` is a show.yaml,
    `facts-*.yaml` a facts file, `machine-*.yaml` a machine.yaml, any other a chapter. A folder
    `recording-*` holds what `kiosk play --record` has written.
    """

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def expected(self) -> list[str]:
        """The messages that the case states."""
        if self.path.is_dir():
            return (self.path / "expected.txt").read_text(encoding="utf-8").splitlines()
        text = self.path.read_bytes().decode(errors="replace")
        return [line[len(MARK) :] for line in text.split("\n") if line.startswith(MARK)]

    def found(self) -> list[str]:
        """The messages that loading it gives."""
        if self.name.startswith("recording-"):
            return [*_wrong_recording(self.path, "en"), *_wrong_recording(self.path, "zh")]
        if self.name.startswith("machine-"):
            machine = load_machine(self._folder(), self.name, tuple(THEMES))
            return [*messages(machine, "en"), *messages(machine, "zh")]
        show = load(self._folder(), THEMES, AT, _missing)
        return [*messages(show, "en"), *messages(show, "zh")]

    def accept(self) -> None:
        """Rewrites what the case states. Its own lines move when their number changes."""
        if self.path.is_dir():
            text = "\n".join(self.found()) + "\n"
            (self.path / "expected.txt").write_text(text, encoding="utf-8")
            return
        for _ in range(3):
            stated = [MARK + line for line in self.found()]
            own = self.path.read_text(encoding="utf-8").split("\n")
            kept = [line for line in own if not line.startswith(MARK)]
            self.path.write_text("\n".join([*stated, *kept]), encoding="utf-8")

    def _folder(self) -> MemoryFolder:
        if self.path.is_dir():
            files = {
                f.relative_to(self.path).as_posix(): f.read_bytes()
                for f in self.path.rglob("*")
                if f.is_file() and f.name != "expected.txt"
            }
            return CaseFolder(files, name=f"{NAME}/{self.name}")
        return MemoryFolder(self._files(), name=NAME, outside=frozenset({"link.jpg"}))

    def _files(self) -> dict[str, bytes | str]:
        content = self.path.read_bytes()
        files: dict[str, bytes | str] = {**_FILES, "good.yaml": _GOOD, "facts.yaml": FACTS}
        show = SHOW.replace("one.yaml", f"good.yaml, {self.name}")
        if self.name.startswith("show-"):
            return {**files, "show.yaml": content}
        if self.name.startswith("facts-"):
            show = SHOW.replace("one.yaml", "good.yaml").replace("facts.yaml", self.name)
        return {**files, "show.yaml": show, self.name: content}


def _wrong_recording(folder: Path, language: Language) -> list[str]:
    """All that is said about the recording in a folder, line by line."""
    text = (folder / "visit.jsonl").read_text(encoding="utf-8")
    nothing = Problem(
        Span("gone", 1, 1), "error", "no-folder", phrase("there is no folder '{name}'", name="gone")
    )
    found = read_recording(Source("visit.jsonl", text), lambda _: NoShow(nothing))
    problems = () if isinstance(found, Recording) else found
    return [line for problem in problems for line in rendered(problem, language).split("\n")]


def _missing(text: str) -> str:
    """The characters that no font has: a snowman stands for all of them."""
    return "☃" if "☃" in text else ""


def messages(show: Show | NoShow | Machine, language: Language) -> list[str]:
    """All that is said about a show or a machine, line by line."""
    said = [line for problem in show.problems for line in rendered(problem, language).split("\n")]
    return [*said, "no show"] if isinstance(show, NoShow) else said


def cases() -> list[Case]:
    """All of them, by name."""
    return [
        Case(path) for path in sorted(FOLDER.iterdir()) if path.suffix == ".yaml" or path.is_dir()
    ]
