"""What is wrong with a show, collected while it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field

from kiosk.phrases import Phrase, phrase
from kiosk.problems import Level, Problem, Related, Span, did_you_mean, nearest, offer
from kiosk.show.yaml.codes import Code
from kiosk.show.yaml.nodes import Node
from kiosk.values import dataclass

Nearest = Callable[[str, Iterable[str]], str]

_MOST_WARNINGS = 2000
_MOST_COMPARED = 20_000  # spellings that are held against a wrong one; each takes some 15 µs


@dataclass(slots=True)
class Findings:
    """The problems so far. Lives as long as one load and is known to nobody else."""

    problems: list[Problem] = field(default_factory=list)
    _compared: int = 0

    def error(
        self,
        node: Node,
        code: Code,
        what: Phrase,
        hint: Phrase | None = None,
        related: Related | None = None,
    ) -> None:
        """Something that takes a slide, a chapter or a fact out."""
        self._add("error", node, code, what, hint, related)

    def warning(
        self,
        node: Node,
        code: Code,
        what: Phrase,
        hint: Phrase | None = None,
        related: Related | None = None,
    ) -> None:
        """Something that is shown all the same; told of no more where there are thousands."""
        if len(self.problems) < _MOST_WARNINGS:
            self._add("warning", node, code, what, hint, related)

    def about(self, file: str, code: Code, what: Phrase, hint: Phrase) -> None:
        """An error of a whole file or folder."""
        self.problems.append(Problem(Span(file, 1, 1), "error", code, what, hint))

    def meant(
        self, word: str, choices: Iterable[str], otherwise: Phrase | None = None
    ) -> Phrase | None:
        """The hint with the nearest spelling; `otherwise` after thousands were compared."""
        spellings = [*choices]
        return did_you_mean(word, spellings, otherwise) if self._has_time(spellings) else otherwise

    def meant_kind(self, word: str, kinds: Iterable[str]) -> Phrase | None:
        """The hint with the nearest spelling of a kind, or how to see all: they are too many."""
        return self.meant(word, kinds, phrase("`kiosk kinds` names all that there are"))

    def near(self, word: str, choices: Iterable[str], by: Nearest = nearest) -> Phrase | None:
        """The hint with the nearest spelling, where one is near; none after thousands."""
        spellings = [*choices]
        near = by(word, spellings) if self._has_time(spellings) else ""
        return offer(near) if near else None

    def _has_time(self, spellings: list[str]) -> bool:
        """Whether a word may still be compared with those; they count from then on."""
        has_time = self._compared < _MOST_COMPARED
        self._compared += len(spellings)
        return has_time

    def _add(
        self,
        level: Level,
        node: Node,
        code: Code,
        what: Phrase,
        hint: Phrase | None,
        related: Related | None,
    ) -> None:
        span = node.source.span(node.place)
        line = node.source.snippet(node.place)
        self.problems.append(Problem(span, level, code, what, hint, line, related))


def first_place(node: Node, label: Phrase) -> Related:
    """`node` as the second place of a problem."""
    return Related(node.source.span(node.place), label, node.source.snippet(node.place))


def sorted_problems(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems file by file as they were read, each file from the top; none twice.

    A number typed by hand where something else is wrong with the value is not told as well.
    """
    files = {file: i for i, file in enumerate(dict.fromkeys(p.span.file for p in problems))}
    wrong = {
        (p.span.file, p.span.line, p.span.column + i)
        for p in problems
        if p.code == "wrong-value"
        for i in range(p.span.length)
    }
    unique = [
        p
        for p in dict.fromkeys(problems)
        if p.code != "typed-number" or (p.span.file, p.span.line, p.span.column) not in wrong
    ]
    return tuple(sorted(unique, key=lambda p: (files[p.span.file], p.span.line, p.span.column)))
