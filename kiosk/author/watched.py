"""A show's folder that is read again whenever it changes, and what staff are told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.author.counting import counted
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.pictures import refusal_of, unusable
from kiosk.phrases import Phrase, phrase, said
from kiosk.problems import rendered
from kiosk.show.load import NoShow, load
from kiosk.show.machine import fitted
from kiosk.stage.following.edition import Edition
from kiosk.stage.following.looking import edition_at
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.vetting.brought import with_fonts
from kiosk.stage.vetting.show_fonts import FOLDER, ShowFonts

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.phrases import Language
    from kiosk.problems import Problem
    from kiosk.show.machine import Machine

_MOST_TOLD = 10  # problems with their lines; of the rest the number


class WatchedFolder(DiskFolder):
    """A folder that remembers what it was asked for. Made anew for each load."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.asked: set[str] = set()
        self.texts: dict[str, bytes] = {}

    def exists(self, path: str) -> bool:
        """Whether there is a file spelt just so."""
        self.asked.add(path)
        return super().exists(path)

    def read(self, path: str) -> bytes:
        """The file's content. Raises OSError."""
        self.asked.add(path)
        self.texts[path] = super().read(path)
        return self.texts[path]

    def edition(self, path: str) -> str:
        """When the file was written last, how long it is, and which one."""
        return edition_at(self.path / path)


class Reader:
    """Reads the show in `folder`, again and again, as `kiosk check` would.

    is_awaited: whether the first slide is waited for; the first time, what would take long is left
    out then. Pictures that were found to be good are not looked at again. fonts: loads those of
    the show.
    """

    def __init__(
        self, folder: Path, machine: Machine | None = None, *, is_awaited: bool = True,
        fonts: ShowFonts | None = None,
    ) -> None:  # fmt: skip
        self.fonts = fonts or ShowFonts()
        self._folder = folder
        self._machine = machine
        self._good: set[tuple[str, str]] = set()
        self._is_first = is_awaited

    def __call__(self) -> Edition:
        """The show as it lies in its folder now."""
        folder = WatchedFolder(self._folder)
        show = load(folder, theme_files())
        feeds: set[str] = set()
        brought = None if self._is_first else self.fonts.vetted(self._folder)
        if brought is not None:
            self.fonts.load(brought)  # here, where no frame waits for it
        if not isinstance(show, NoShow):
            show = show if self._machine is None else fitted(show, self._machine)
            feeds = {feed.file for feed in show.feeds}
            refused = unusable(show, self._folder.as_posix(), lambda file: self._why(folder, file))
            show = replace(show, problems=(*show.problems, *refused)) if refused else show
            if brought is not None:
                show = with_fonts(show, brought, self._folder.as_posix())
        self._is_first = False
        asked = (folder.asked | set(_fonts_in(self._folder))) - feeds - {""}
        texts = {path: text for path, text in folder.texts.items() if path in asked}
        return Edition(show, frozenset(asked), texts, brought)

    def _why(self, folder: WatchedFolder, file: str) -> Phrase | None:
        """Why a picture is not shown, if it is not; it is decoded in small, once."""
        content = file, folder.edition(file)
        if content in self._good:
            return None
        if not self._is_first:
            why = refusal_of(Assets(self._folder), file)
            if why is not None:
                return why
        self._good.add(content)
        return None


def _fonts_in(folder: Path) -> tuple[str, ...]:
    """The folder of the show's fonts, and what lies in it."""
    try:
        return (FOLDER, *(f"{FOLDER}/{file.name}" for file in (folder / FOLDER).iterdir()))
    except OSError:
        return (FOLDER,)


def told(
    problems: tuple[Problem, ...], language: Language = "en", *, is_shown: bool
) -> tuple[str, ...]:
    """What staff are told when that is wrong with a show that is watched: lines to print.

    is_shown: whether it is on the screen all the same.
    """
    errors = tuple(problem for problem in problems if problem.level == "error")
    warnings = tuple(problem for problem in problems if problem.level != "error")
    lines = [rendered(problem, language) for problem in (*errors, *warnings)[:_MOST_TOLD]]
    wrong = counted(problems)
    if not problems:
        last = phrase("all is well, and on the screen")
    elif is_shown:
        last = phrase("{wrong}; the show is on the screen", wrong=wrong)
    else:
        last = phrase("{wrong}; the last good show stays on the screen", wrong=wrong)
    return (*lines, f"kiosk: {said(last, language)}")
