"""Which figures of the facts file a show names, wherever it does."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from dataclasses import field

from kiosk.problems import Span
from kiosk.show.facts import Facts
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.values import dataclass

_NAMED = re.compile(r"\{([^{}=.\n]+)[^{}\n]*\}")


@dataclass(slots=True)
class Uses:
    """The names in the files of a show; lives as long as one load.

    A figure that only a hidden slide names is used, and so is one in a slide with a mistake.
    is_whole: whether every file could be read to its end.
    """

    is_whole: bool = True
    _names: set[str] = field(default_factory=set)

    def read(self, node: Node) -> None:
        """Takes in what stands in a file."""
        nodes = [node]
        while nodes:
            each = nodes.pop()
            if isinstance(each, Scalar):
                self._named(each.text)
            elif isinstance(each, Sequence):
                nodes += each.items
            else:
                self._fields(each)
                nodes += (value for _, value in each.entries)
            self.is_whole = self.is_whole and not getattr(each, "is_flawed", False)

    def unused(self, facts: Facts) -> MappingABC[str, Span]:
        """The figures that nothing names, with their places; none where not all could be read."""
        if not self.is_whole:
            return {}
        return {name: at for name, at in facts.places.items() if name not in self._names}

    def _fields(self, node: Mapping) -> None:
        """`{fact}` without quotes is a field without a value to YAML."""
        if len(node.entries) == 1:
            self._names.add(node.entries[0][0].text.partition(".")[0])

    def _named(self, text: str) -> None:
        if text.startswith("$"):
            self._names.add(text[1:])
        elif "{" in text:
            self._names.update(_NAMED.findall(text))
