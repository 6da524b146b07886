"""Theme files: the colours of a theme by name."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span
from kiosk.show.bind import Binder, Unfit
from kiosk.show.findings import Findings
from kiosk.show.nodes import Mapping, Source
from kiosk.show.source import parsed
from kiosk.show.values import CONVERTERS
from kiosk.theme import Theme


@dataclass(frozen=True, slots=True)
class ReadTheme:
    """A theme, or None and what is wrong with its file."""

    theme: Theme | None
    problems: tuple[Problem, ...] = ()


def load_theme(name: str, content: bytes) -> ReadTheme:
    """The theme of that name from its file's content; never raises for what stands in it."""
    file = f"{name}.yaml"
    try:
        source = Source(file, content.decode())
    except UnicodeDecodeError:
        problem = Problem(
            Span(file, 1, 1), "error", "not-text", phrase("the theme is no UTF-8 text")
        )
        return ReadTheme(None, (problem,))
    read = parsed(source)
    findings = Findings(list(read.problems))
    if not isinstance(read.node, Mapping):
        return ReadTheme(None, read.problems)
    theme = Binder(findings, CONVERTERS).bound(read.node, Theme, given={"name": name})
    return ReadTheme(None if isinstance(theme, Unfit) else theme, tuple(findings.problems))
