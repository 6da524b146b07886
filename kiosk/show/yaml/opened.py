"""A file of the show as text: bounded in size, in the encodings that editors save."""

from __future__ import annotations

from kiosk.phrases import Phrase, phrase
from kiosk.problems import Problem, Span
from kiosk.show.folder import Folder, file_name
from kiosk.show.yaml.codes import Code
from kiosk.show.yaml.nodes import Source
from kiosk.show.yaml.source import MAX_BYTES
from kiosk.values import dataclass

# Codes of files that are no readable text at all; a show of which nothing else is left is none.
UNREADABLE = frozenset({"unreadable-file", "too-big", "not-text", "empty-file"})

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Opened:
    """The file's text, or None. problems: why not, or what is odd about it."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


def opened(folder: Folder, path: str) -> Opened:
    """The text of the file at `path`, which exists."""
    file = file_name(folder, path)
    try:
        size = folder.size(path)
        content = folder.read(path) if size <= MAX_BYTES else b""
    except OSError as error:
        reason = Phrase(error.strerror) if error.strerror else phrase("it cannot be opened")
        hint = phrase("check the file's permissions, and the stick or network it is on")
        return _refused(
            file,
            "unreadable-file",
            phrase("the file cannot be read: {reason}", reason=reason),
            hint,
        )
    if size > MAX_BYTES or len(content) > MAX_BYTES:
        megabytes = max(size, len(content)) / 1e6
        what = phrase(
            "the file has {megabytes} MB; text of a show has 2 MB at most",
            megabytes=f"{megabytes:.0f}",
        )
        return _refused(
            file, "too-big", what, phrase("split it into chapters, or is it another file?")
        )
    return _decoded(file, content)


def _decoded(file: str, content: bytes) -> Opened:
    """The content as text: UTF-8, UTF-16 with its mark, or GBK with a warning.

    Wrong bytes in UTF-8 become U+FFFD, which is reported where it stands.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return Opened(Source(file, content.decode("utf-16")))
        except UnicodeDecodeError:
            return _not_text(file)
    if content.translate(None, _CONTROLS) != content and b"\0" in content:
        return _not_text(file)
    try:
        return Opened(Source(file, content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(content):
            return Opened(Source(file, content.decode("utf-8-sig", errors="replace")))
        return _gbk(file, content, error.start)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 with a few wrong bytes: GBK read as UTF-8 has hardly a right one."""
    text = content.decode(errors="replace")
    wrong = text.count("\ufffd")
    right = sum(not c.isascii() for c in text) - wrong
    return right > 4 * wrong or wrong * 200 < len(text)


def _gbk(file: str, content: bytes, start: int) -> Opened:
    """Text from Notepad's `ANSI` on a Chinese Windows."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return _not_text(file)
    source = Source(file, text)
    line = content[:start].count(b"\n")
    span = Span(file, line + 1, 1, max(1, len(source.line(line))))
    hint = phrase("in Notepad: Save as, Encoding UTF-8")
    what = phrase("the file is saved as ANSI (GBK), not as UTF-8")
    problem = Problem(span, "warning", "encoding", what, hint, source.line(line))
    return Opened(source, (problem,))


def _not_text(file: str) -> Opened:
    hint = phrase("is it a picture or a Word file? Save it as plain text, UTF-8")
    return _refused(file, "not-text", phrase("the file is not text"), hint)


def _refused(file: str, code: Code, what: Phrase, hint: Phrase) -> Opened:
    return Opened(None, (Problem(Span(file, 1, 1), "error", code, what, hint),))
