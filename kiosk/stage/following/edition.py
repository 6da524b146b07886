"""A show as its folder said at one moment, and what of a folder that moment depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.problems import Problem
    from kiosk.show.load import NoShow
    from kiosk.show.model import Show
    from kiosk.stage.vetting.brought import Brought

_END = 200  # bytes by which one knows a file's end again


@dataclass(frozen=True, slots=True)
class Edition:
    """What reading a folder gave. found: the show, with all that is wrong with it.

    asked: the paths it depends on, there or not; what feeds follow is none of them. texts: the
    content of those that are text. brought: its fonts, vetted; None where nobody has looked.
    """

    found: Show | NoShow
    asked: frozenset[str] = frozenset()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    brought: Brought | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, or odd."""
        return self.found.problems

    def depends_on(self, path: str) -> bool:
        """Whether it may be another one when the file or folder at `path` has changed."""
        inside = f"{path}/"
        return not path or any(one == path or one.startswith(inside) for one in self.asked)


def is_half_written(texts: Mapping[str, bytes], before: Mapping[str, bytes]) -> bool:
    """Whether one of the files may be no more than the beginning of what somebody writes.

    It has lost lines and ends in another way than it did. Whoever writes a file slowly leaves it so
    for a while, and it may well be a show, of fewer slides; whoever has removed its end leaves it
    so for good.
    """
    return any(
        _lacks_its_end(text, known)
        for path, text in texts.items()
        if (known := before.get(path)) is not None
    )


def _lacks_its_end(text: bytes, known: bytes) -> bool:
    """Whether `text` may be the beginning of what `known` has become."""
    if len(text) >= len(known) or text.count(b"\n") >= known.count(b"\n"):
        return len(text) < len(known) and known.startswith(text)
    return not text.endswith(known[-_END:])
