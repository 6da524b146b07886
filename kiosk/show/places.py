"""Where the parts of a slide or chapter were written: for what is found once it is laid out."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from kiosk.layouts.named import chart_key
from kiosk.show.yaml.nodes import Mapping, Scalar, Sequence
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingABC

    from kiosk.problems import Span
    from kiosk.show.yaml.nodes import Node

_ELEMENTS = {"picture": "picture", "number": "number", "chart": "chart"}


@dataclass(frozen=True, slots=True)
class Places:
    """The places of what was written: each field, and what a field has of its own.

    whole: of all of it; None for what nobody wrote. parts: by the keys that layouts use (`title`,
    `chart-2`, or an element's id), and by those of what is in them (`title.zh`, `picture.file`), as
    deep as it goes.
    """

    whole: Span | None = None
    parts: MappingABC[str, Span] = field(default_factory=dict)

    def of(self, *names: str) -> Span | None:
        """The place of the first of `names` that was written, or of all of it."""
        return next((self.parts[name] for name in names if name in self.parts), self.whole)


NOWHERE = Places()


def places_of(node: Mapping) -> Places:
    """The places in the fields of a slide or chapter."""
    return Places(_span(node), dict(_parts(node)))


def _parts(node: Mapping) -> Iterator[tuple[str, Span]]:
    """Each part's key with its place."""
    for key, value in node.entries:
        if key.text == "charts" and isinstance(value, Sequence):
            for index, item in enumerate(value.items):
                yield from _inner(_key(item, chart_key(index)), item)
        elif key.text in _ELEMENTS:
            yield from _inner(_key(value, _ELEMENTS[key.text]), value)
        else:
            yield from _inner(key.text, value)


def _inner(key: str, node: Node) -> Iterator[tuple[str, Span]]:
    """The place of a part and of all that is written in it."""
    yield key, _span(node)
    if isinstance(node, Mapping):
        for name, value in node.entries:
            yield from _inner(f"{key}.{name.text}", value)


def _key(node: Node, name: str) -> str:
    """The key of an element: its id, where it has one."""
    own = node.get("id") if isinstance(node, Mapping) else None
    return own.text if isinstance(own, Scalar) and own.text else name


def _span(node: Node) -> Span:
    return node.source.span(node.place)
