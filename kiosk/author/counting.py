"""How many problems there are, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    from kiosk.problems import Problem


def counted(problems: tuple[Problem, ...]) -> Phrase:
    """How many problems there are."""
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    counts = [count for count in (_errors(errors), _warnings(warnings)) if count is not None]
    match counts:
        case [first, second]:
            return phrase("{first} and {second}", first=first, second=second)
        case [only]:
            return only
    return phrase("no problems")


def _errors(count: int) -> Phrase | None:
    if count == 0:
        return None
    return phrase("1 error") if count == 1 else phrase("{count} errors", count=count)


def _warnings(count: int) -> Phrase | None:
    if count == 0:
        return None
    return phrase("1 warning") if count == 1 else phrase("{count} warnings", count=count)
