"""YAML text as nodes that know their place. Reading stops at a syntax error, and is bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

import yaml
from yaml._yaml import CParser

from kiosk.problems import Level, Problem, Related, Span
from kiosk.show.syntax import Fault, fault_of

MAX_BYTES = 2_000_000
MAX_NODES = 100_000
MAX_DEPTH = 64

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what libyaml counts as a line's end
_TAG_OF_TEXT = "tag:yaml.org,2002:str"


class Source:
    """The text of one file. file: its name as staff know it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their breaks."""
        return _BREAK.split(self.text)

    def line(self, index: int) -> str:
        """The line of that index, from 0; nothing behind the last one."""
        return self.lines[index] if index < len(self.lines) else ""

    def problem(self, at: Place, level: Level, code: str, what: str, hint: str = "") -> Problem:
        """A problem at that place, with its line."""
        span = self.span(at)
        return Problem(span, level, code, what, hint, self.line(at.line))

    def span(self, at: Place) -> Span:
        """The place as people count; what runs over several lines ends with its first."""
        if at.end_line == at.line:
            length = at.end_column - at.column
        else:
            length = len(self.line(at.line).rstrip()) - at.column
        return Span(self.file, at.line + 1, at.column + 1, max(1, length))


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source; lines and columns from 0, the end not included."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was written. is_plain: without quotes, and no block of text."""

    source: Source
    place: Place
    text: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    source: Source
    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields with their values, in the order written; no field twice."""

    source: Source
    place: Place
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, name: str) -> Node | None:
        """The value of that field, or None."""
        for key, value in self.entries:
            if key.text == name:
                return value
        return None


Node = Scalar | Sequence | Mapping


def inner(node: Scalar, start: int, length: int) -> Scalar:
    """Part of a value as a value of its own, so that a problem points at it.

    Where the text was written with escapes or over several lines, the search for it starts at
    the value's first line; if it is not found there, the whole value is pointed at.
    """
    part = node.text[start : start + length]
    context = node.text[max(0, start - 8) : start + length].rpartition("\n")[2]
    for line in range(node.place.line, node.place.end_line + 1):
        text = node.source.line(line)
        first = node.place.column if line == node.place.line else 0
        column = _found(text, context, first, node, start, line)
        if column >= 0:
            begin = column + len(context) - len(part)
            place = replace(node.place, line=line, column=begin, end_line=line,
                            end_column=begin + len(part))  # fmt: skip
            return Scalar(node.source, place, part, node.is_plain)
    return node


def _found(text: str, context: str, first: int, node: Scalar, start: int, line: int) -> int:
    """The column of `context` in a source line; the exact one where the value is on one line."""
    if line == node.place.line == node.place.end_line:
        quote = 0 if node.is_plain else 1
        exact = first + quote + max(0, start - 8)
        if text[exact : exact + len(context)] == context:
            return exact
    return text.find(context, first)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read. node: None where there is nothing or reading failed.

    is_over_budget: whether the file was too big, too deep or a bomb, and left unread.
    """

    node: Node | None
    problems: tuple[Problem, ...] = ()
    is_over_budget: bool = False


def parsed(source: Source) -> Parsed:
    """The nodes of `source`; never raises for what stands in it."""
    composer = _Composer(source)
    try:
        node = composer.document()
    except yaml.YAMLError as error:
        problem = _of_fault(source, fault_of(error, source.text, source.lines))
        return Parsed(None, (*composer.problems, problem))
    except _OverBudgetError as error:
        problem = source.problem(error.place, "error", "too-big", error.what, error.hint)
        return Parsed(None, (problem,), is_over_budget=True)
    return Parsed(node, tuple(composer.problems))


def _of_fault(source: Source, fault: Fault) -> Problem:
    """The syntax error as a problem, with the place where something was opened."""
    place = Place(fault.line, fault.column, fault.line, fault.column + fault.length)
    problem = source.problem(place, "error", fault.code, fault.what, fault.hint)
    if fault.opened is None:
        return problem
    line, column = fault.opened
    span = Span(source.file, line + 1, column + 1)
    related = Related(span, fault.opened_label, source.line(line))
    return Problem(
        problem.span, "error", fault.code, fault.what, fault.hint, problem.snippet, related
    )


class _OverBudgetError(Exception):
    """Reading goes no further: the file asks for too much."""

    def __init__(self, place: Place, what: str, hint: str) -> None:
        super().__init__(what)
        self.place, self.what, self.hint = place, what, hint


@dataclass(slots=True)
class _Composer:
    """Builds nodes from the parser's events, so that depth and number are known at any time.

    PyYAML's own composer recurses in C without a limit and takes four times as long.
    """

    source: Source
    problems: list[Problem] = field(default_factory=list)
    _count: int = 0
    _anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)

    def document(self) -> Node | None:
        """The file's one document; None when it is empty."""
        parser = CParser(self.source.text)
        _next(parser)
        if isinstance(_next(parser), yaml.StreamEndEvent):
            return None
        node = self._node(parser, _next(parser), 1)
        _next(parser)
        rest = _next(parser)
        if not isinstance(rest, yaml.StreamEndEvent):
            hint = "remove the line '---': a file holds one show or one chapter"
            self._error(_place(rest, 3), "two-documents", "a second document starts here", hint)
        if isinstance(node, Scalar) and node.is_plain and not node.text:
            return None
        return node

    def _node(self, parser: CParser, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._count
        self._count += 1
        self._check_budget(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            node: Node = Scalar(self.source, _place(event), event.value, not event.style)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(parser, event, depth)
        else:
            node = self._mapping(parser, event, depth)
        self._note(event, node, self._count - before)
        return node

    def _note(self, event: yaml.Event, node: Node, size: int) -> None:
        """Keeps an anchor for its aliases, and refuses tags."""
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if tag is not None and tag not in {_TAG_OF_TEXT, "!"}:
            hint = "remove it; a text that starts with '!' needs quotes"
            self._error(_place(event), "tag", f"'{_short(tag)}' is not used in shows", hint)

    def _sequence(self, parser: CParser, start: yaml.Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := _next(parser), yaml.SequenceEndEvent):
            items.append(self._node(parser, event, depth + 1))
        return Sequence(self.source, _place(start, end=event), tuple(items))

    def _mapping(self, parser: CParser, start: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := _next(parser), yaml.MappingEndEvent):
            key = self._node(parser, event, depth + 1)
            value = self._node(parser, _next(parser), depth + 1)
            if not isinstance(key, Scalar):
                hint = "put quotes around a text that starts with { or ["
                self._error(key.place, "field-name", "a field's name must be one word", hint)
            elif key.text in entries:
                self._twice(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        return Mapping(self.source, _place(start, end=event), tuple(entries.values()))

    def _alias(self, event: yaml.AliasEvent) -> Node:
        name = event.anchor or ""
        found = self._anchors.get(name)
        if found is None:
            what = f"'*{_short(name)}' stands for nothing"
            hint = "put quotes around a text that starts with '*'"
            self._error(_place(event), "alias", what, hint)
            return Scalar(self.source, _place(event), f"*{name}", is_plain=False)
        node, size = found
        self._count += size
        self._check_budget(event, 1)
        return node

    def _check_budget(self, event: yaml.Event, depth: int) -> None:
        if self._count > MAX_NODES:
            what = f"more than {MAX_NODES} values in one file"
            raise _OverBudgetError(_place(event, 1), what, "split the file into chapters")
        if depth > MAX_DEPTH:
            what = f"lists and fields inside one another more than {MAX_DEPTH} deep"
            raise _OverBudgetError(_place(event, 1), what, "is this file a show?")

    def _twice(self, key: Scalar, first: Scalar) -> None:
        problem = self.source.problem(
            key.place,
            "error",
            "duplicate-field",
            f"'{_short(key.text)}' is written twice",
            f"keep one of them; the first is in line {first.place.line + 1}",
        )
        self.problems.append(problem)

    def _error(self, place: Place, code: str, what: str, hint: str) -> None:
        self.problems.append(self.source.problem(place, "error", code, what, hint))


def _next(parser: CParser) -> yaml.Event:
    event = parser.get_event()
    assert event is not None, "read on after the end of the stream"
    return event


def _place(event: yaml.Event, length: int | None = None, end: yaml.Event | None = None) -> Place:
    start, stop = event.start_mark, (end or event).end_mark
    assert start is not None
    assert stop is not None
    if length is not None:
        return Place(start.line, start.column, start.line, start.column + length)
    return Place(start.line, start.column, stop.line, stop.column)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
