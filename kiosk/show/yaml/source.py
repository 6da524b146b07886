"""YAML text → nodes. Reading stops at a syntax error, and is bounded in size, number and depth."""

from __future__ import annotations

from dataclasses import field, replace

import yaml
from yaml._yaml import CParser

from kiosk.phrases import Phrase, phrase
from kiosk.problems import Problem, Related, Span
from kiosk.show.yaml.codes import Code
from kiosk.show.yaml.nodes import Mapping, Node, Place, Scalar, Sequence, Source, inner
from kiosk.show.yaml.stops import Fault
from kiosk.show.yaml.syntax import fault_of
from kiosk.show.yaml.unseen import ODD, Flaw, flaws_in, plain
from kiosk.values import dataclass

MAX_BYTES = 2_000_000
MAX_NODES = 100_000
MAX_DEPTH = 64

_MOST_PROBLEMS = 1000
_GLUED = frozenset(":?%@`")  # where libyaml ends the name of an anchor
_TAGS_OF_TEXT = frozenset({None, "!", "tag:yaml.org,2002:str"})


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
        problem = source.problem(error.place, "too-big", error.what, error.hint)
        return Parsed(None, (problem,), is_over_budget=True)
    return Parsed(node, tuple(composer.problems))


def _of_fault(source: Source, fault: Fault) -> Problem:
    """The syntax error as a problem, with the place where something was opened."""
    place = Place(fault.line, fault.column, fault.line, fault.column + fault.length)
    problem = source.problem(place, fault.code, fault.what, fault.hint)
    if fault.opened is None:
        return problem
    line, column = fault.opened
    span = Span(source.file, line + 1, column + 1)
    return replace(problem, related=Related(span, phrase("opened here"), source.line(line)))


class _OverBudgetError(Exception):
    """Reading goes no further: the file asks for too much."""

    def __init__(self, place: Place, what: Phrase, hint: Phrase) -> None:
        super().__init__(what.template)
        self.place, self.what, self.hint = place, what, hint


@dataclass(slots=True)
class _Composer:
    """Builds nodes from the parser's events, so that depth and number are known at any time.

    PyYAML's own composer recurses in C without a limit and takes four times as long.
    """

    source: Source
    problems: list[Problem] = field(default_factory=list)
    _count: int = 0
    _flaws: int = 0
    _deepest: int = 0
    _anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)  # with size, height

    def document(self) -> Node | None:
        """The file's one document; None when it is empty."""
        text = self.source.text
        parser = CParser(text if text.endswith("\n") else f"{text}\n")  # else its end is misread
        _next(parser)
        if isinstance(_next(parser), yaml.StreamEndEvent):
            return None
        node = self._node(parser, _next(parser), 1)
        _next(parser)
        rest = _next(parser)
        if not isinstance(rest, yaml.StreamEndEvent):
            hint = phrase("remove the line '---': a file holds one show or one chapter")
            self._error(
                _start(rest, 3), "two-documents", phrase("a second document starts here"), hint
            )
        if isinstance(node, Scalar) and node.is_plain and not node.text:
            return None
        return node

    def _node(self, parser: CParser, event: yaml.Event, depth: int) -> Node:
        before, deepest = self._count, self._deepest
        self._count += 1
        self._deepest = depth
        if depth > MAX_DEPTH or before >= MAX_NODES:
            raise _over_budget(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            node: Node = self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            node = self._mapping(parser, event, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(parser, event, depth)
        else:
            alias = self._alias(event, depth)
            self._deepest = max(deepest, self._deepest)
            return alias
        height = self._deepest - depth
        self._deepest = max(deepest, self._deepest)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._count - before, height)
            self._refuse_glued(event, f"&{event.anchor}")
        if event.tag not in _TAGS_OF_TEXT:
            what = phrase("'{word}' is not used in shows", word=_short(event.tag or ""))
            hint = phrase("remove it; a text that starts with '!' needs quotes")
            self._error(_place(event, event), "tag", what, hint)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        is_plain = not event.style and event.tag is None  # `! 12` is a text
        node = Scalar(self.source, _place(event, event), event.value, is_plain)
        if ODD.search(node.text) is None:
            return node
        for flaw in flaws_in(node.text):
            self._report(inner(node, flaw.at, 1).place, flaw)
        return replace(node, text=plain(node.text))

    def _report(self, at: Place, flaw: Flaw) -> None:
        """Tells of a character that must not be there."""
        if flaw.level == "error":
            self._error(at, flaw.code, flaw.what, flaw.hint)
        elif len(self.problems) < _MOST_PROBLEMS:
            problem = self.source.problem(at, flaw.code, flaw.what, flaw.hint)
            self.problems.append(replace(problem, level=flaw.level))

    def _sequence(self, parser: CParser, start: yaml.Event, depth: int) -> Sequence:
        items = []
        flaws = self._flaws
        while not isinstance(event := _next(parser), yaml.SequenceEndEvent):
            items.append(self._node(parser, event, depth + 1))
        is_flawed = self._flaws > flaws
        return Sequence(self.source, _place(start, event), tuple(items), is_flawed)

    def _mapping(self, parser: CParser, start: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        flaws = self._flaws
        while not isinstance(event := _next(parser), yaml.MappingEndEvent):
            if self._sign_before(event) == "?":
                self._refuse_sign(_start(event), "?")
            key = self._node(parser, event, depth + 1)
            value = self._node(parser, _next(parser), depth + 1)
            if not isinstance(key, Scalar):
                hint = phrase("put quotes around a text that starts with { or [")
                self._error(
                    key.place, "field-name", phrase("a field's name must be one word"), hint
                )
            elif key.text in entries:
                self._twice(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        is_flawed = self._flaws > flaws
        return Mapping(self.source, _place(start, event), tuple(entries.values()), is_flawed)

    def _sign_before(self, event: yaml.Event) -> str:
        """What stands right before the place where `event` begins."""
        place = _start(event)
        return self.source.line(place.line)[: place.column][-1:]

    def _refuse_glued(self, event: yaml.Event, word: str) -> None:
        """Reports a text such as `&an:chor`, of which the parser makes an anchor and a rest."""
        place = _start(event)
        line = self.source.line(place.line)
        column = line.find(word, place.column)
        if column >= 0 and line[column + len(word) :][:1] in _GLUED:
            self._refuse_sign(place._replace(column=column, end_column=column + 1), word[0])

    def _refuse_sign(self, place: Place, sign: str) -> None:
        """Reports a text that begins with a sign of YAML's own, which the parser took for one."""
        what = phrase("a text cannot start with '{sign}'", sign=sign)
        self._error(place, "quotes-needed", what, phrase("put quotes around the text"))

    def _alias(self, event: yaml.Event, depth: int) -> Node:
        name: str = getattr(event, "anchor", None) or ""
        found = self._anchors.get(name)
        if found is None:
            what = phrase("'*{word}' stands for nothing", word=_short(name))
            hint = phrase("put quotes around a text that starts with '*'")
            self._error(_place(event, event), "alias", what, hint)
            return Scalar(self.source, _place(event, event), f"*{name}", is_plain=False)
        node, size, height = found
        self._count += size
        self._deepest = depth + height
        if self._count > MAX_NODES or self._deepest > MAX_DEPTH:
            raise _over_budget(event, self._deepest)
        return node

    def _twice(self, key: Scalar, first: Scalar) -> None:
        what, hint = (
            phrase("'{word}' is written twice", word=_short(key.text)),
            phrase("keep one of them"),
        )
        snippet = self.source.snippet(first.place)
        related = Related(self.source.span(first.place), phrase("first here"), snippet)
        self._error(key.place, "duplicate-field", what, hint, related)

    def _error(
        self, place: Place, code: Code, what: Phrase, hint: Phrase, related: Related | None = None
    ) -> None:
        self._flaws += 1
        if self._flaws <= _MOST_PROBLEMS:
            problem = self.source.problem(place, code, what, hint)
            self.problems.append(replace(problem, related=related))


def _over_budget(event: yaml.Event, depth: int) -> _OverBudgetError:
    if depth > MAX_DEPTH:
        what = phrase("lists and fields inside one another more than {most} deep", most=MAX_DEPTH)
        return _OverBudgetError(_start(event), what, phrase("is this file a show?"))
    what = phrase("more than {most} values in one file", most=MAX_NODES)
    return _OverBudgetError(_start(event), what, phrase("split the file into chapters"))


def _next(parser: CParser) -> yaml.Event:
    event = parser.get_event()
    assert event is not None, "read on after the end of the stream"
    return event


def _place(first: yaml.Event, last: yaml.Event) -> Place:
    start, end = first.start_mark, last.end_mark
    assert start is not None
    assert end is not None
    return Place(start.line, start.column, end.line, end.column)


def _start(event: yaml.Event, length: int = 1) -> Place:
    place = _place(event, event)
    return place._replace(end_line=place.line, end_column=place.column + length)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
