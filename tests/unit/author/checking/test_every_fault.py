"""Every kind of fault: told where it is, by how much and what to do, and its twin is not told."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import kiosk.author
from kiosk.author.check import check
from tests.unit.author.checking.cases import CASES, Told

STATED = Path(__file__).parents[3] / "golden" / "told"


def told(
    show: Told, folder: Path, capsys: pytest.CaptureFixture[str], language: str = "en"
) -> list[dict[str, str]]:
    """What `check` says of the show."""
    if not folder.exists():
        show.write(folder)
    check(folder, as_json=True, language="zh" if language == "zh" else "en")
    problems: list[dict[str, str]] = json.loads(capsys.readouterr().out)["problems"]
    return problems


def code_of(case: str) -> str:
    """The code that the case is about: several may be about one."""
    return next(code for code in sorted(codes(), key=len, reverse=True) if case.startswith(code))


def line(problem: dict[str, str]) -> str:
    """One problem as it is stated."""
    file = problem["file"].rpartition("show/")[2]
    place = f"{file}:{problem['line']}:{problem['column']}:{problem['length']}"
    return f"{place} {problem['level']}: {problem['what']} — {problem['hint']}"


def codes() -> set[str]:
    """The codes of all faults that are found once a show can be read."""
    found: set[str] = set()
    author = Path(kiosk.author.__file__).parent
    for file in (*author.rglob("*.py"), author.parent / "stage" / "vetting" / "brought.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = {"Fault": 1, "Problem": 2}.get(node.func.id)
                code = node.args[at] if at is not None and len(node.args) > at else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found.add(code.value)
    return found


# Of films and records of visits, which `kiosk check` does not look at.
ELSEWHERE = {"too-big", "unreadable-file"}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_with_its_place_its_amount_and_what_to_do_and_its_twin_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str, accept: bool
) -> None:
    faulty, sound = CASES[case]
    code = code_of(case)

    of_both = [
        problem
        for language in ("en", "zh")
        for problem in told(faulty, tmp_path / "show", capsys, language)
    ]
    of_twin = told(sound, tmp_path / "twin", capsys)

    stated = "".join(f"{line(each)}\n" for each in of_both if each["code"] == code)
    if accept:
        (STATED / f"{case}.txt").write_text(stated, "utf-8")
    assert stated == (STATED / f"{case}.txt").read_text("utf-8")
    assert stated, "it is not told"
    assert code not in {problem["code"] for problem in of_twin}


def test_every_kind_of_fault_has_a_show_that_has_it_and_a_twin_that_has_not() -> None:
    assert {code_of(case) for case in CASES} == codes() - ELSEWHERE
