"""`kiosk doctor`: whether this machine can play a show, and what to do where it cannot."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.author.doctor.findings import Finding, Level, findings_of, is_well
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.machine import machine_file, machine_in
from kiosk.phrases import Language, Phrase, phrase, said
from kiosk.problems import cells
from kiosk.show.load import NoShow, load
from kiosk.stage.machine.facts import MachineFile
from kiosk.stage.machine.gathering import gather

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.problems import Problem

_LEVELS: Mapping[Level, Phrase] = {
    "ok": phrase("ok"),
    "note": phrase("note"),
    "wrong": phrase("wrong"),
}


def doctor(named: Path | None, language: Language) -> int:
    """Prints what this machine has and lacks; 0 all well, 1 something is wrong.

    named: the technician's file, where that is not the system's.
    """
    findings = findings_of(gather(_machine(named)))
    sys.stdout.write("\n".join(report_lines(findings, language)) + "\n")
    return 0 if is_well(findings) else 1


def report_lines(findings: tuple[Finding, ...], language: Language) -> list[str]:
    """A line for each finding, in columns, and one that sums them up."""
    levels = [said(_LEVELS[finding.level], language) for finding in findings]
    names = [said(finding.about, language) for finding in findings]
    widths = [max(map(cells, column), default=0) for column in (levels, names)]
    lines = [
        f"{_padded(level, widths[0])}  {_padded(name, widths[1])}  {_said(finding, language)}"
        for level, name, finding in zip(levels, names, findings, strict=True)
    ]
    return [*lines, said(_summary(findings), language)]


def _machine(named: Path | None) -> MachineFile | None:
    """The technician's file; None where there is none."""
    file = machine_file(named)
    if file is None:
        return None
    machine = machine_in(file)
    return MachineFile(
        file.as_posix(), machine.problems, machine.display or 0, machine.screen_in,
        _missing(file.parent / machine.show) if machine.show else None,
    )  # fmt: skip


def _missing(folder: Path) -> Problem | None:
    """Why there is no show in `folder`, if there is none."""
    found = load(DiskFolder(folder), theme_files())
    return found.problem if isinstance(found, NoShow) else None


def _padded(text: str, width: int) -> str:
    """The text with spaces up to so many cells of a terminal."""
    return text + " " * (width - cells(text))


def _said(finding: Finding, language: Language) -> str:
    """What was found, and what to do."""
    what = said(finding.what, language)
    return what if finding.hint is None else f"{what} — {said(finding.hint, language)}"


def _summary(findings: tuple[Finding, ...]) -> Phrase:
    """Whether a show can be played."""
    if is_well(findings):
        return phrase("This machine can play a show.")
    return phrase("Mend what is wrong before a show is played.")
