"""`kiosk check --fix`: what can be mended in a show's files without asking anybody.

A mend is kept where it takes a problem away and brings none: text that YAML could not read is read
to its end, and of what was read fewer problems are left. All else in a file stays as it is.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.mending import Mend, Mended, edited, readable, respelt
from kiosk.phrases import phrase, said
from kiosk.show.folder import file_name
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.show.slips import is_slip
from kiosk.show.yaml.opened import opened
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from kiosk.phrases import Language, Phrase
    from kiosk.problems import Problem
    from kiosk.show.load import NoShow

    _Of = tuple[str, Mend]  # with the path of its file

_MOST_ROUNDS = 20  # of mends that bring others to light
_MOST_ALONE = 50  # mends that are tried one by one, where together they bring problems
_OF_TEXTS = frozenset({"encoding", "tab", "wide-punctuation", "colon"})
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # of UTF-8 and UTF-16, before the text


@dataclass(frozen=True, slots=True)
class Fix:
    """What was mended. file: as staff know it; line: as people count; said: what is otherwise."""

    file: str
    line: int
    said: Phrase

    def told(self, language: Language) -> str:
        """`file:line: fixed: what is otherwise now`."""
        place = f"{self.file}:{self.line}"
        return said(phrase("{place}: fixed: {what}", place=place, what=self.said), language)


def fix(folder: Path, at: datetime) -> tuple[Fix, ...]:
    """Mends the files of the show in `folder`; what was mended, in order.

    at: a moment that knows its zone. A file that cannot be written, or that somebody else saves
    meanwhile, stays as it is, and what is wrong with it is told as ever.
    """
    drafts = _Drafts(folder)
    fixes: list[Fix] = []
    for _ in range(_MOST_ROUNDS):
        mended = [*_texts(drafts, at), *_spellings(drafts, at)]
        if not mended:
            break
        fixes += mended
    kept = {file_name(drafts, path) for path in drafts.texts if _is_saved(drafts, path)}
    return tuple(one for one in fixes if one.file in kept)


class _Drafts(DiskFolder):
    """A folder whose files are read as they will be. texts: of those that are otherwise, by path.

    before: their bytes on the disk when they were first read.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.texts: dict[str, bytes] = {}
        self.before: dict[str, bytes] = {}

    def size(self, path: str) -> int:
        return len(self.texts[path]) if path in self.texts else super().size(path)

    def read(self, path: str) -> bytes:
        return self.texts[path] if path in self.texts else super().read(path)

    def path_of(self, file: str) -> str | None:
        """The path of a file of the folder, by what staff call it."""
        path = file.removeprefix(f"{self.name}/")
        is_there = path != file and self.exists(path) and self.is_inside(path)
        return path if is_there else None

    def with_texts(self, texts: Mapping[str, bytes]) -> _Drafts:
        """The same with other contents of some files."""
        other = _Drafts(self.path)
        other.texts = {**self.texts, **texts}
        return other

    def keep(self, path: str, content: bytes) -> None:
        """Takes that for the content of the file."""
        self.before.setdefault(path, super().read(path))
        self.texts[path] = content


def _loaded(folder: _Drafts, at: datetime) -> Show | NoShow:
    return load(folder, theme_files(), at)


def _texts(drafts: _Drafts, at: datetime) -> Iterator[Fix]:
    """Files in another encoding, or that YAML cannot read, as far as that can be mended."""
    wrong = [p for p in _loaded(drafts, at).problems if p.code in _OF_TEXTS]
    for file in dict.fromkeys(problem.span.file for problem in wrong):
        path = drafts.path_of(file)
        source = None if path is None else opened(drafts, path).source
        if path is None or source is None:
            continue
        content = drafts.read(path)
        in_gbk = any(p.code == "encoding" for p in wrong if p.span.file == file)
        mended = readable(source.text) or Mended(source.text)
        before = b"" if in_gbk else content
        if _brings(drafts, path, _encoded(mended.text, before), mended.mends, at):
            mended = Mended(source.text)
        if in_gbk or mended.mends:
            drafts.keep(path, _encoded(mended.text, before))
            told = (phrase("the file is saved as UTF-8"),) if in_gbk else ()
            yield from (Fix(file, 1, what) for what in told)
            yield from (Fix(file, mend.line, mend.said) for mend in mended.mends)


def _brings(
    drafts: _Drafts, path: str, trial: bytes, mends: tuple[Mend, ...], at: datetime
) -> bool:
    """Whether a text that can be read now has errors where it was mended: it was meant otherwise.

    Those that are mended next do not count; with spaces for tabs a line says what it said.
    """
    file = file_name(drafts, path)
    lines = {m.line for m in mends for edit in m.edits if edit.column > 0 or edit.new.strip()}
    return bool(lines) and any(
        problem.span.file == file and problem.span.line in lines and problem.level == "error"
        for problem in _loaded(drafts.with_texts({path: trial}), at).problems
        if respelt(problem, problem.snippet) is None
    )


def _spellings(drafts: _Drafts, at: datetime) -> Iterator[Fix]:
    """Names with a slip, and full-width signs that YAML takes for text."""
    show = _loaded(drafts, at)
    count = len(show.problems)
    found = [one for problem in show.problems if (one := _spelling(drafts, problem, at))]
    left = _count_with(drafts, found, at) if found else count
    if left < count:
        yield from _kept(drafts, found)
        return
    mended: set[tuple[str, int]] = set()  # lines, whose columns are others now
    for one in found[:_MOST_ALONE]:
        line = (one[0], one[1].line)
        if line not in mended and (left := _count_with(drafts, [one], at)) < count:
            count = left
            mended.add(line)
            yield from _kept(drafts, [one])


def _count_with(drafts: _Drafts, some: list[_Of], at: datetime) -> int:
    """How many problems are left with those mends."""
    return len(_loaded(drafts.with_texts(_with(drafts, some)), at).problems)


def _kept(drafts: _Drafts, some: list[_Of]) -> Iterator[Fix]:
    """Those mends, once the drafts have them."""
    for path, content in _with(drafts, some).items():
        drafts.keep(path, content)
    yield from (Fix(file_name(drafts, path), mend.line, mend.said) for path, mend in some)


def _spelling(drafts: _Drafts, problem: Problem, at: datetime) -> _Of | None:
    """The mend of a problem with the path of its file; None where what is meant is doubtful."""
    path = drafts.path_of(problem.span.file)
    mend = respelt(problem, problem.snippet) if path is not None else None
    if path is None or mend is None:
        return None
    one = path, mend
    return one if problem.code != "unknown-fact" or _is_only(drafts, one, problem, at) else None


def _is_only(drafts: _Drafts, one: _Of, problem: Problem, at: datetime) -> bool:
    """Whether no other fact may be meant: another figure on the screen would be worse than none."""
    word = str(dict(problem.what.arguments)["name"])
    show = _loaded(drafts.with_texts(_with(drafts, [one])), at)
    names = show.facts if isinstance(show, Show) else {}
    return sum(is_slip(word, name) for name in names) == 1


def _with(drafts: _Drafts, some: list[_Of]) -> dict[str, bytes]:
    """The contents of the files with those mends."""
    contents: dict[str, bytes] = {}
    for path in dict.fromkeys(path for path, _ in some):
        source = opened(drafts, path).source
        edits = dict.fromkeys(edit for of, mend in some for edit in mend.edits if of == path)
        if source is not None:
            contents[path] = _encoded(edited(source.text, edits), drafts.read(path))
    return contents


def _encoded(text: str, before: bytes) -> bytes:
    """The text in the encoding that the file had, with its mark."""
    mark = next((mark for mark in _MARKS if before.startswith(mark)), b"")
    codec = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8")
    return mark + text.encode(codec)


def _is_saved(drafts: _Drafts, path: str) -> bool:
    """Whether the file has its new content: all of it or none, whatever happens meanwhile."""
    file = (drafts.path / path).resolve()
    try:
        if file.read_bytes() != drafts.before[path]:
            return False
        handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(drafts.texts[path])
                written.flush()
                os.fsync(written.fileno())
            draft.chmod(file.stat().st_mode & 0o7777)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError:
        return False
    return True
