"""Shows held in memory, and the program's own themes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.show.load import NoShow, load
from kiosk.show.model import Show

THEMES = {
    file.stem: file.read_bytes()
    for file in sorted((Path(__file__).parents[3] / "resources" / "themes").glob("*.yaml"))
}


class MemoryFolder:
    """A show's folder as a mapping of paths to contents; counts what is read."""

    def __init__(
        self,
        files: Mapping[str, bytes | str],
        *,
        name: str = "show",
        outside: frozenset[str] = frozenset(),
        sizes: Mapping[str, int] | None = None,
        editions: Mapping[str, str] | None = None,
    ) -> None:
        self.files = {p: c.encode() if isinstance(c, str) else c for p, c in files.items()}
        self.name = name
        self.outside = outside
        self.sizes = sizes or {}
        self.editions = editions or {}
        self.was_read: list[str] = []

    def exists(self, path: str) -> bool:
        return not path or path in self.files

    def is_inside(self, path: str) -> bool:
        return path not in self.outside

    def size(self, path: str) -> int:
        return self.sizes.get(path, len(self.files[path]))

    def read(self, path: str) -> bytes:
        self.was_read.append(path)
        return self.files[path]

    def edition(self, path: str) -> str:
        return self.editions.get(path, "")

    def names(self) -> tuple[str, ...]:
        return tuple(self.files)


SHOW = """\
kiosk: 1
title: {zh: 渝北, en: Yubei}
languages: [zh, en]
facts: facts.yaml
chapters: [one.yaml]
"""

FACTS = """\
units:
  yi_yuan: {zh: 亿元, en: bn yuan, factor: {zh: 1, en: 0.1}}
periods:
  "2024": {zh: 2024年, en: "2024"}
facts:
  urban_parks: {value: 300, bound: over, unit: {zh: 个, en: parks}, period: "2024"}
  growth: {value: 18.5, unit: {zh: "%", en: "%"}, period: "2024"}
  auto_output: {value: 1104, unit: yi_yuan, period: "2024"}
  elec_output: {value: 1149, unit: yi_yuan, period: "2024"}
"""


def loaded(files: Mapping[str, bytes | str]) -> Show | NoShow:
    """What loading those files gives, beside a show.yaml and facts of ours."""
    return load(MemoryFolder({"show.yaml": SHOW, "facts.yaml": FACTS, **files}), THEMES)


def show_of(chapter: str, **files: str) -> Show:
    """The show of one chapter; fails when it is none."""
    show = loaded({"one.yaml": chapter, **files})
    assert isinstance(show, Show), show
    return show


def lines(show: Show | NoShow) -> list[str]:
    """Its problems as `line: level[code]`."""
    return [f"{p.span.line}: {p.level}[{p.code}]" for p in show.problems]
