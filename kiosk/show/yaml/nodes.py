"""Nodes of YAML that know their place: what all reading of a show starts from."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from kiosk.phrases import Phrase
from kiosk.problems import Problem, Span
from kiosk.values import dataclass

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what libyaml counts as a line's end


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

    def problem(self, at: Place, code: str, what: Phrase, hint: Phrase | None = None) -> Problem:
        """An error at that place, with its line."""
        return Problem(self.span(at), "error", code, what, hint, self.snippet(at))

    def snippet(self, at: Place) -> str:
        """The line in which the place begins."""
        return self.line(min(at.line, len(self.lines) - 1))

    def span(self, at: Place) -> Span:
        """The place as people count, inside the text.

        What runs over several lines ends with its first. libyaml sees the end of a text without a
        last line break in a line below.
        """
        line = self.snippet(at)
        column = min(at.column, len(line)) if at.line < len(self.lines) else len(line)
        end = at.end_column if at.end_line == at.line else len(line.rstrip())
        length = min(end, len(line)) - column
        return Span(self.file, min(at.line, len(self.lines) - 1) + 1, column + 1, max(1, length))


class Place(NamedTuple):
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
    """A list. is_flawed: whether something in it could not be kept; it has been reported."""

    source: Source
    place: Place
    items: tuple[Node, ...]
    is_flawed: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields with their values, in the order written; no field twice.

    is_flawed: whether something in it could not be kept; it has been reported.
    """

    source: Source
    place: Place
    entries: tuple[tuple[Scalar, Node], ...]
    is_flawed: bool = False

    def get(self, name: str) -> Node | None:
        """The value of that field, or None."""
        for key, value in self.entries:
            if key.text == name:
                return value
        return None


Node = Scalar | Sequence | Mapping


def inner(node: Scalar, start: int, length: int) -> Scalar:
    """Part of a value as a value of its own, so that a problem points at it.

    Where the text was written with escapes or over several lines, the part is searched for, first
    with what stands before it; if it is not found, the whole value is pointed at.
    """
    part = node.text[start : start + length]
    for before in (8, 1, 0):
        context = node.text[max(0, start - before) : start + length]
        for line in range(node.place.line, node.place.end_line + 1):
            column = _found(context, max(0, start - before), node, line)
            if column >= 0:
                begin = column + len(context) - len(part)
                place = Place(line, begin, line, begin + len(part))
                return Scalar(node.source, place, part, node.is_plain)
    return node


def _found(context: str, start: int, node: Scalar, line: int) -> int:
    """The column of `context` in a source line; the exact one where the value is on one line."""
    text = node.source.line(line)
    first = node.place.column if line == node.place.line else 0
    if node.place.line == node.place.end_line:
        exact = first + (0 if node.is_plain else 1) + start
        if text[exact : exact + len(context)] == context:
            return exact
    return text.find(context, first)
