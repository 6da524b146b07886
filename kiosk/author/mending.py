"""What of a text can be mended without asking anybody: tabs, full-width signs, near spellings.

A mend is a few edits in lines that are there; no line is added or taken away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.phrases import Phrase, phrase
from kiosk.problems import offer
from kiosk.show.slips import is_slip
from kiosk.show.yaml.nodes import Mapping, Scalar, Sequence, Source
from kiosk.show.yaml.source import parsed
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.problems import Problem
    from kiosk.show.yaml.nodes import Node

_MOST = 400  # mends of signs in one file
_WIDTHS = (2, 4, 8)  # spaces that a tab may stand for
_INDENT = re.compile(r"[ ]*\t[ \t]*")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_PLAIN = {
    "，": ",", "、": ",", "【": "[", "［": "[", "〔": "[", "】": "]", "］": "]", "〕": "]",
    "｛": "{", "｝": "}",
}  # fmt: skip
_QUOTES = {"“": "”", "‘": "’", "＂": "＂", "＇": "＇", "”": "”", "’": "’"}
_NEXT_FIELD = re.compile(r"[，、](?=\s*[\"']?[\w-]+[\"']?\s*[:：])")
_OFFER, _CALLED = offer("").template, "here that is called '{name}'"
_SPELT = frozenset({
    "unknown-field", "unknown-kind", "unknown-theme", "unknown-fact", "unknown-fact-field",
    "unknown-entry", "unknown-language",
})  # fmt: skip


class Edit(NamedTuple):
    """New characters for some of a line. line, column: from 0. length: of what was there."""

    line: int
    column: int
    length: int
    new: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Edits that belong together. line: as people count. said: what is otherwise now."""

    line: int
    said: Phrase
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text and what was mended in it."""

    text: str
    mends: tuple[Mend, ...] = ()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with those edits; every other character and the ends of its lines stay."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    for edit in sorted(edits, reverse=True):
        at = starts[edit.line] + edit.column
        text = text[:at] + edit.new + text[at + edit.length :]
    return text


def readable(text: str) -> Mended | None:
    """The text so that YAML can be read; None where it can already, or more is wrong with it."""
    mends: list[Mend] = []
    while (problem := _stop(text)) is not None:
        source = Source("", text)
        if _is_indent(problem, source):
            rest = _without_tabs(source)
            return None if rest is None else Mended(rest.text, (*mends, *rest.mends))
        mend = _of_sign(problem, source)
        if mend is None or len(mends) == _MOST:
            return None
        mends.append(mend)
        text = edited(text, mend.edits)
    return Mended(text, tuple(mends)) if mends else None


def respelt(problem: Problem, line: str) -> Mend | None:
    """The mend of a value or a field's name, in its line of the file; None where it is doubtful."""
    span, hint = problem.span, problem.hint
    start, end = span.column - 1, span.column - 1 + span.length
    written = line[start:end]
    if hint is not None and hint.template in {_OFFER, _CALLED} and problem.code in _SPELT:
        word, quote = written.strip("\"'"), 1 if written[:1] in "\"'" else 0
        meant = str(hint.arguments[0][1])
        is_sure = hint.template == _CALLED or problem.code == "unknown-language"
        if not word or not (is_sure or is_slip(word, meant)):
            return None
        edit = Edit(span.line - 1, start + quote, len(word), meant)
        said = phrase("'{word}' is now '{meant}'", word=word, meant=meant)
        return Mend(span.line, said, (edit,))
    if problem.code not in {"wrong-value", "unknown-field"}:
        return None
    if "：" in written and hint is not None and "colon of the English" in hint.template:
        return _mend(span.line, _sign(line, span.line - 1, line.index("：", start)))
    return _mend(span.line, *_brackets(line, span.line - 1, start)) if written else None


def _stop(text: str) -> Problem | None:
    """What stops the reading of a text, if anything does."""
    read = parsed(Source("", text))
    return read.problems[-1] if read.problems and read.node is None else None


def _is_indent(problem: Problem, source: Source) -> bool:
    """Whether a tab stands where a line begins."""
    before = source.line(problem.span.line - 1)[: problem.span.column]
    return problem.code == "tab" and _INDENT.match(before) is not None


def _without_tabs(source: Source) -> Mended | None:
    """The text with spaces for the tabs that lines begin with.

    None where it cannot be told how many each stands for: where no number can be read, or where
    two can and say different things.
    """
    found: list[tuple[Mended, object]] = []
    for edits in dict.fromkeys(_widths(source)):
        mended = _spaced(source, edits)
        if mended is not None:
            found.append((mended, _said(parsed(Source("", mended.text)).node)))
    is_clear = found and all(said == found[0][1] for _, said in found)
    return found[0][0] if is_clear else None


def _widths(source: Source) -> Iterator[tuple[Edit, ...]]:
    """The spaces for all tabs that lines begin with, by each width."""
    for width in _WIDTHS:
        for is_stop in (False, True):
            yield tuple(
                Edit(number, 0, match.end(), " " * _columns(match[0], width, is_stop=is_stop))
                for number, line in enumerate(source.lines)
                if (match := _INDENT.match(line)) is not None
            )


def _columns(indent: str, width: int, *, is_stop: bool) -> int:
    """How far spaces and tabs reach. is_stop: whether a tab reaches to the next stop."""
    columns = 0
    for character in indent:
        if character == " ":
            columns += 1
        else:
            columns += width - columns % width if is_stop else width
    return columns


def _spaced(source: Source, edits: tuple[Edit, ...]) -> Mended | None:
    """The text with those spaces and its other mends; None where it still cannot be read.

    Tabs inside texts of several lines stay, where YAML allows them.
    """
    whole = edited(source.text, edits)
    rest = readable(whole)
    node = parsed(Source("", whole if rest is None else rest.text)).node
    if node is None:
        return None
    inside = set(_inner_lines(node))
    needed = tuple(edit for edit in edits if edit.line not in inside)
    sparing = edited(source.text, needed)
    again = readable(sparing) if rest is not None else None
    same = parsed(Source("", sparing if again is None else again.text)).node
    if same is None or _said(same) != _said(node):
        needed, sparing, again = edits, whole, rest
    said = phrase("spaces stand where tabs stood")
    mends = tuple(Mend(edit.line + 1, said, (edit,)) for edit in needed)
    return Mended(sparing, mends) if again is None else Mended(again.text, (*mends, *again.mends))


def _inner_lines(node: Node) -> Iterator[int]:
    """The lines in which a text goes on that has begun before."""
    if isinstance(node, Scalar):
        yield from range(node.place.line + 1, node.place.end_line + 1)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _inner_lines(item)
    else:
        for _, value in node.entries:
            yield from _inner_lines(value)


def _said(node: Node | None) -> object:
    """What was read, without its places."""
    if isinstance(node, Mapping):
        return tuple((key.text, _said(value)) for key, value in node.entries)
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return None if node is None else (node.text, node.is_plain)


def _of_sign(problem: Problem, source: Source) -> Mend | None:
    """The mend of a single sign that YAML does not know, where the reading stopped."""
    number, column = problem.span.line - 1, problem.span.column - 1
    line = source.line(number)
    sign = line[column : column + 1]
    if problem.code == "tab" and sign == "\t":
        rest = line[column:]
        edit = Edit(number, column, len(rest) - len(rest.lstrip(" \t")), " ")
        return Mend(number + 1, phrase("a space stands where a tab stood"), (edit,))
    if problem.code == "colon":
        said = phrase("a space stands after the colon")
        return Mend(number + 1, said, (Edit(number, column, 1, ": "),))
    if problem.code != "wide-punctuation":
        return None
    if sign in _QUOTES:
        return _mend(number + 1, *_quotes(line, number, column))
    if sign in "，、" and _opening(problem, source) == "{":
        field = _NEXT_FIELD.search(line, column)
        column = column if field is None else field.start()
    return _mend(number + 1, _sign(line, number, column))


def _opening(problem: Problem, source: Source) -> str:
    """The bracket in which the reading stopped."""
    if problem.related is None:
        return ""
    opened = problem.related.span
    return source.line(opened.line - 1)[opened.column - 1 : opened.column]


def _mend(line: int, *edits: Edit | None) -> Mend | None:
    """The mend of full-width signs; None where an edit lacks, or there is none."""
    whole = tuple(edit for edit in edits if edit is not None)
    if not whole or len(whole) < len(edits):
        return None
    return Mend(line, phrase("full-width signs are those of the English keyboard now"), whole)


def _sign(line: str, number: int, column: int) -> Edit | None:
    """The sign of the English keyboard, with the space that follows it."""
    sign = ":" if line[column] == "：" else _PLAIN.get(line[column], "")
    after = line[column + 1 : column + 2]
    gap = " " if sign in {":", ","} and after.strip() else ""
    return Edit(number, column, 1, sign + gap) if sign else None


def _quotes(line: str, number: int, column: int) -> tuple[Edit | None, ...]:
    """Straight quotes around the text that full-width ones stand around."""
    end = line.find(_QUOTES[line[column]], column + 1)
    inside = line[column + 1 : end]
    straight = next((sign for sign in "\"'" if sign not in inside), "")
    if end < 0 or not straight or "\\" in inside:
        return (None,)
    return Edit(number, column, 1, straight), Edit(number, end, 1, straight)


def _brackets(line: str, number: int, start: int) -> tuple[Edit | None, ...]:
    """Brackets of the English keyboard, and the commas between them."""
    opened = {"【": "】", "［": "］", "〔": "〕", "｛": "｝"}
    if line[start] not in opened:
        return (None,)
    end = line.find(opened[line[start]], start)
    places = [i for i in range(start, end + 1) if line[i] in _PLAIN]
    return tuple(_sign(line, number, i) for i in places) if end > 0 else (None,)
