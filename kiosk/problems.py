"""Problems are values with a place: what was found, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line of a file. line and column count from 1; length in characters."""

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a show. code: a short name (`unknown-field`).

    what: the finding, one clause. hint: what to write instead, or nothing. snippet: the source
    line of the span, without its line break.
    """

    span: Span
    level: Level
    code: str
    what: str
    hint: str = ""
    snippet: str = ""
