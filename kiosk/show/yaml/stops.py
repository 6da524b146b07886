"""Where the reading of YAML stopped, and the fault that stopped it."""

from __future__ import annotations

import re

from kiosk.phrases import Phrase
from kiosk.show.yaml.codes import Code
from kiosk.values import dataclass

_FIRST_WORD = re.compile(r"\s*(?:- )?[\w-]*")


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error. line, column: where reading stopped, from 0.

    opened: where the bracket or quote that is at fault was opened, or None.
    """

    line: int
    column: int
    code: Code
    what: Phrase
    hint: Phrase | None = None
    length: int = 1
    opened: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class At:
    """Where reading stopped, with the lines around it."""

    lines: list[str]
    line: int
    column: int
    opened: tuple[int, int] | None

    def text(self, index: int) -> str:
        """The line of that number, counted from 0; outside the file nothing."""
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    @property
    def character(self) -> str:
        """What stands where reading stopped; nothing at the end of a line."""
        return self.text(self.line)[self.column : self.column + 1]

    @property
    def is_at_line_start(self) -> bool:
        """Whether nothing but spaces and a dash stand before."""
        return not self.text(self.line)[: self.column].strip(" -")

    def suspects(self) -> tuple[int, ...]:
        """The lines that may be at fault: where it was opened, the one before, the one itself."""
        first = (self.opened[0],) if self.opened else ()
        if not _FIRST_WORD.fullmatch(self.text(self.line)[: self.column]):
            return (*first, self.line)
        before = self.line - 1
        while before > 0 and not self.text(before).strip():
            before -= 1
        return (*first, before, self.line)
