"""Theme files: the colours of a theme by name; and the names where staff write them."""

from __future__ import annotations

from typing import NewType

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span
from kiosk.show.fields.bind import UNFIT, Binder, Unfit
from kiosk.show.fields.values import CONVERTERS
from kiosk.show.findings import Findings
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Source
from kiosk.show.yaml.source import parsed
from kiosk.theme import Theme
from kiosk.values import dataclass

ThemeName = NewType("ThemeName", str)


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


def theme_name(themes: tuple[str, ...], node: Node, binder: Binder) -> object:
    """The name of a theme that there is."""
    if isinstance(node, Scalar) and node.text in themes:
        return node.text
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("a theme's name"))
    hint = binder.findings.meant(node.text, themes)
    binder.findings.error(
        node, "unknown-theme", phrase("unknown theme '{word}'", word=node.text), hint
    )
    return UNFIT
