"""The copies of a folder's pictures on this machine: which there are, and how one is made.

Links to the pictures would not do: who saves one in place writes into what the link leads to.
"""

from __future__ import annotations

import shutil
from errno import EDQUOT, ENOSPC, EROFS
from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase
from kiosk.show.pictures import pictures_in
from kiosk.stage.following.copying import UncopiedError, copy_file
from kiosk.stage.following.looking import edition_at
from kiosk.stage.pictures.assets import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.show.model import Show
    from kiosk.stage.following.copying import Budget
    from kiosk.stage.pictures.copies import Copies

Content = tuple[str, str]  # a file, and its edition

_REST_S = 0.01  # between two files, for the disk
_OURS = frozenset({ENOSPC, EDQUOT, EROFS})  # errors of the disk that is copied to


class Kept:
    """Copies of pictures of `folder` in `room`. wrong: why one cannot be copied here, if so.

    copies: is told where each lies. budget: what they may take.
    """

    def __init__(self, folder: Path, room: Path, copies: Copies, budget: Budget) -> None:
        self.wrong: Phrase | None = None
        self._folder, self._room, self._copies, self._budget = folder, room, copies, budget
        self._wished: tuple[Content, ...] = ()
        self._sizes: dict[Content, int] = {}  # of what is copied; 0 of what never will be

    @property
    def is_lacking(self) -> bool:
        """Whether something is wished that is not there."""
        return any(content not in self._sizes for content in self._wished)

    def wish(self, show: Show, playing: tuple[Show, ...]) -> None:
        """The pictures of `show` are wished from now on, and those before that are `playing`.

        What is there of others goes.
        """
        new = dict.fromkeys(_contents(show))
        shown = {content for each in playing for content in _contents(each)}
        self._wished = (*new, *(one for one in self._wished if one in shown and one not in new))
        for content in self._sizes.keys() - set(self._wished):
            self._copies.drop(*content)
            del self._sizes[content]
            self._path_of(content).unlink(missing_ok=True)

    def bring(self, is_over: Callable[[], bool], rest: Callable[[float], object]) -> None:
        """Copies what lacks. is_over: whether nobody waits for it. rest: waits for seconds."""
        self.wrong = None
        for content in self._wished:
            if is_over():
                return
            if content not in self._sizes:
                self._bring(content, is_over)
                rest(_REST_S)

    def _bring(self, content: Content, is_over: Callable[[], bool]) -> None:
        """Copies a picture, if it is that one now; a file that could not be shown never will be."""
        source = self._folder / content[0]
        try:
            now, size = edition_at(source), source.stat().st_size
            if content[1] not in {"", now}:
                return
            if not self._is_fit(source, size):
                self._sizes[content] = 0
            elif self._has_room(size):
                self._copy(content, now, size, is_over)
        except UncopiedError:
            return
        except OSError as error:
            if error.errno in _OURS:
                self.wrong = _lacking(phrase("its disk is full"))

    def _copy(self, content: Content, edition: str, size: int, is_over: Callable[[], bool]) -> None:
        """Copies a picture that is that long, unless it changes meanwhile."""
        source, target = self._folder / content[0], self._path_of(content)
        part = target.with_name(f"{target.name}.part")
        part.parent.mkdir(parents=True, exist_ok=True)
        try:
            copy_file(source, part, size, is_over)
            if edition_at(source) == edition:
                part.replace(target)
                self._sizes[content] = size
                self._copies.put(*content, self._root_of(content))
        finally:
            part.unlink(missing_ok=True)

    def _is_fit(self, source: Path, size: int) -> bool:
        """Whether the file is one that may be shown. Raises OSError."""
        whole = source.resolve(strict=True)
        is_inside = whole.is_relative_to(self._folder.resolve())
        return is_inside and size <= MOST_BYTES and whole.is_file()

    def _has_room(self, size: int) -> bool:
        """Whether a file of that many bytes may still be copied. Raises OSError."""
        budget, taken = self._budget, sum(self._sizes.values())
        if shutil.disk_usage(self._room.parent).free - size < budget.spare:
            self.wrong = _lacking(phrase("its disk is full"))
            return False
        if taken + size > budget.bytes or len(self._sizes) >= budget.files:
            self.wrong = _lacking(phrase("they are too many"))
            return False
        return True

    def _root_of(self, content: Content) -> Path:
        """The folder of that content."""
        return self._room / (content[1] or "unwatched")

    def _path_of(self, content: Content) -> Path:
        """Where that content is copied to."""
        return self._root_of(content) / content[0]


def nowhere() -> Phrase:
    """What staff are told where nothing can be copied at all."""
    return _lacking(phrase("there is nowhere to write"))


def _contents(show: Show) -> Iterator[Content]:
    """What the pictures of a show show."""
    return ((named.file, named.edition) for named in pictures_in(show))


def _lacking(why: Phrase) -> Phrase:
    """What staff are told where pictures are not copied."""
    return phrase(
        "not all pictures are copied to this machine ({why}): the show needs its folder", why=why
    )
