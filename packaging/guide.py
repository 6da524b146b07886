"""Makes what the program says and shows in the guides for staff, in both languages: `make guide`.

A guide is `docs/guide.md` or `docs/guide.zh.md`. A comment before each of its blocks says what the
reader does with the block. So a program can follow the guide: this one makes its show, writes down
what `kiosk check` says of each mistake in it, and renders its pictures.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from kiosk.author.check import check
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.new.making import make_folder
from kiosk.author.new.starter import starter_files
from kiosk.author.new.wish import Screen, Wish
from kiosk.author.stills import Studio
from kiosk.limits import LIMITS, Limit
from kiosk.phrases import Language, said
from kiosk.playback.look import Look
from kiosk.playback.state import STAFF
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.app import application
from kiosk.stage.painting.frames import render
from kiosk.stage.stills.writers import save_jpeg

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES: Mapping[Language, str] = {"en": "guide.md", "zh": "guide.zh.md"}
PHOTOGRAPH = ROOT / "slides" / "yubei" / "pictures" / "courtyard.jpg"  # the reader's own
SHOW = "hall"
SIZE = (640, 360)

WISHES: Mapping[Language, Wish] = {
    "en": Wish("The new hall / 新展厅", ("en", "zh"), Screen()),
    "zh": Wish("新展厅 / The new hall", ("zh", "en"), Screen()),
}
HEADS: Mapping[Language, str] = {
    "en": "| what | limit | source |\n|---|---|---|\n",
    "zh": "| 检查什么 | 界限 | 出处 |\n|---|---|---|\n",
}

# now: stands in the file. then: takes the place of what was named last. end: comes at the file's
# end. new: the whole of a file. picture: a picture of that name is copied there. or: could stand
# where what was named last stands. wrong: a mistake, and right: what should have been written.
_STEP = re.compile(
    r"<!-- (?P<file>[^,\n]+), (?P<how>now|then|end|new|or|wrong|right) -->\n```\w*\n"
    r"(?P<body>.*?)```\n|<!-- (?P<picture>[^,\n]+), picture -->\n",
    re.DOTALL,
)
_SAID = re.compile(r"(<!-- said -->\n```text\n)(.*?)(```\n)", re.DOTALL)
_TABLE = re.compile(r"(<!-- limits -->\n\n?)(.*?)(\n?<!-- end -->\n)", re.DOTALL)
_PICTURE = re.compile(r"\(pictures/guide/(?P<language>\w+)/(?P<id>[\w-]+)\.jpg\)")


@dataclass(frozen=True, slots=True)
class Step:
    """What the reader does with a block. file: in the show. how: as above. body: the block."""

    file: str
    how: str
    body: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """Lines of a file of the guide's show, and how they are written wrongly."""

    file: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide in one language. text: the whole page."""

    language: Language
    text: str

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the reader does, in that order."""
        found = _STEP.finditer(self.text)
        return tuple(
            Step(match["picture"], "picture", "")
            if match["picture"]
            else Step(match["file"], match["how"], match["body"])
            for match in found
        )

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes that the guide tells of."""
        wrongs = (step for step in self.steps if step.how == "wrong")
        rights = (step for step in self.steps if step.how == "right")
        return tuple(
            Mistake(wrong.file, wrong.body, right.body)
            for wrong, right in zip(wrongs, rights, strict=True)
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """The slides and views of which the guide has a picture."""
        return tuple(match["id"] for match in _PICTURE.finditer(self.text))

    @property
    def said(self) -> tuple[str, ...]:
        """What `kiosk check` says of each mistake, as it stands in the guide."""
        return tuple(match[2] for match in _SAID.finditer(self.text))

    @property
    def limits(self) -> str:
        """The table of limits, as it stands in the guide."""
        match = _TABLE.search(self.text)
        return match[2] if match else ""

    def make_show(self, folder: Path) -> Iterator[Step]:
        """Makes the starter show and does all that the guide says; what else is tried, by turns.

        A step of the kind `or` is given while it stands in the show. Raises ValueError where the
        guide speaks of lines that its show does not have.
        """
        make_folder(folder, starter_files(WISHES[self.language], self.language))
        last = ""
        for step in self.steps:
            file = folder / step.file
            match step.how:
                case "picture":
                    shutil.copyfile(PHOTOGRAPH, file)
                case "new":
                    file.write_text(step.body, "utf-8")
                case "end":
                    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\n{step.body}", "utf-8")
                case "now":
                    replaced(file, step.body, step.body)
                    last = step.body
                case "then":
                    replaced(file, last, step.body)
                    last = step.body
                case "or":
                    replaced(file, last, step.body)
                    yield step
                    replaced(file, step.body, last)
                case _:
                    pass

    def told(self, folder: Path, mistake: Mistake) -> str:
        """What `kiosk check` says of the guide's show with that mistake in it."""
        said_of_it = StringIO()
        with mistaken(folder, mistake), redirect_stdout(said_of_it):
            check(folder, language=self.language)
        *lines, _ = said_of_it.getvalue().splitlines()
        parent = f"{folder.parent.as_posix()}/"
        return "".join(f"{line.replace(parent, '')}\n" for line in lines)

    def save_picture(self, folder: Path, name: str, file: Path) -> None:
        """Writes that slide or view of the guide's show as JPEG; staff see one with a mistake."""
        with mistaken(folder, self.mistakes[0]) if name == STAFF else nullcontext():
            show = load(DiskFolder(folder), theme_files())
            assert isinstance(show, Show), show
            studio = Studio.of(show, folder)
            frame = studio.frame(name, Look(self.language), studio.composer(SIZE))
            save_jpeg(render(frame, SIZE, studio.assets, studio.lines), file)

    def with_said(self, messages: tuple[str, ...], table: str) -> str:
        """The page with those messages of the mistakes, and that table of limits."""
        rest = iter(messages)
        text = _SAID.sub(lambda match: f"{match[1]}{next(rest)}{match[3]}", self.text)
        return _TABLE.sub(lambda match: f"{match[1]}{table}{match[3]}", text)


def guide_in(language: Language) -> Guide:
    """The guide as it stands in the documentation."""
    return Guide(language, (DOCS / PAGES[language]).read_text("utf-8"))


def replaced(file: Path, old: str, new: str) -> None:
    """Writes `new` for the lines `old`. Raises ValueError unless these stand there once."""
    text = file.read_text("utf-8")
    if text.count(old) != 1:
        message = f"{file.name} has these lines {text.count(old)} times:\n{old}"
        raise ValueError(message)
    file.write_text(text.replace(old, new), "utf-8")


@contextmanager
def mistaken(folder: Path, mistake: Mistake) -> Iterator[None]:
    """Has that mistake in the show in `folder`."""
    file = folder / mistake.file
    replaced(file, mistake.right, mistake.wrong)
    try:
        yield
    finally:
        replaced(file, mistake.wrong, mistake.right)


def limits_table(language: Language) -> str:
    """The limits that a show is checked against, as a table."""
    rows = (
        f"| {said(each.name, language)} | {_amount(each)} | {said(each.source, language)} |\n"
        for each in LIMITS
    )
    return HEADS[language] + "".join(rows)


def _amount(limit: Limit) -> str:
    gap = "" if limit.unit in {"", ":1", "°"} else " "
    return f"{limit.value:g}{gap}{limit.unit}"


def picture_file(language: Language, name: str) -> Path:
    """Where the picture of that slide or view lies."""
    return DOCS / "pictures" / "guide" / language / f"{name}.jpg"


def make(language: Language) -> None:
    """Writes what the program says and shows in the guide of that language."""
    guide = guide_in(language)
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / SHOW
        for _ in guide.make_show(folder):
            pass
        messages = tuple(guide.told(folder, mistake) for mistake in guide.mistakes)
        page = guide.with_said(messages, limits_table(language))
        (DOCS / PAGES[language]).write_text(page, "utf-8", newline="\n")
        picture_file(language, "").parent.mkdir(parents=True, exist_ok=True)
        for name in guide.pictures:
            guide.save_picture(folder, name, picture_file(language, name))


if __name__ == "__main__":
    application("offscreen")
    for each in sys.argv[1:] or PAGES:
        make("zh" if each == "zh" else "en")
