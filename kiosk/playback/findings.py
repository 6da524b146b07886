"""What is wrong with a show that plays, as staff are told of it: short, in no language yet."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.phrases import Phrase
from kiosk.problems import Level, Problem
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. where: `hall.yaml:14`, a slide's id, or a feed's source."""

    level: Level
    where: str
    what: Phrase


def findings_of(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """What a loader found, a finding each; of a file its name, as there is little room."""
    return tuple(
        Finding(one.level, f"{one.span.file.rsplit('/', 1)[-1]}:{one.span.line}", one.what)
        for one in problems
    )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each of `findings` once, errors before warnings, else in their order."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda one: one.level != "error"))
