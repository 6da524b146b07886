"""Each wrong show of `tests/broken` is told what is wrong with it, in exactly those words."""

from __future__ import annotations

import ast
import sys
import typing
from pathlib import Path
from types import FrameType

import pytest

import kiosk.show
from kiosk.show.yaml.codes import Code
from tests.unit.show.broken import Case, cases

# Types that no field of a slide has today; `test_values.py` and `test_themes.py` test them.
UNUSED = frozenset({"number", "colour_of"})
REPORTING = frozenset({"error", "warning", "expected", "about", "Fault", "_error", "_refused"})


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_wrong_show_gets_the_messages_that_it_states(case: Case, accept: bool) -> None:
    if accept:
        case.accept()

    found = case.found()

    assert found == case.expected()
    assert found, "nothing is wrong with it"


def test_every_kind_of_message_has_a_case_that_states_it() -> None:
    stated = "\n".join(line for case in cases() for line in case.expected())

    missing = [code for code in typing.get_args(Code) if f"[{code}]" not in stated]

    assert missing == []


def test_every_place_that_reports_a_mistake_is_reached_by_a_case() -> None:
    reporting = _reporting_lines(Path(kiosk.show.__file__).parent)
    reached: set[tuple[str, int]] = set()

    _run_all(reached)

    missed = {call for call in reporting if not any((call[0], n) in reached for n in call[1])}
    assert sorted(f"{Path(file).name}:{lines[0]}" for file, lines in missed) == []


def _reporting_lines(folder: Path) -> set[tuple[str, range]]:
    """Every call that reports something: its file and its lines."""
    found = set()
    for file in folder.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        calls = (call for f in functions if f.name not in UNUSED for call in ast.walk(f))
        for call in calls:
            if isinstance(call, ast.Call) and _name(call.func) in REPORTING:
                found.add((str(file), range(call.lineno, (call.end_lineno or call.lineno) + 1)))
    return found


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _run_all(reached: set[tuple[str, int]]) -> None:
    """Loads every case, noting the lines of the loader that run."""
    before = sys.gettrace()

    def trace(frame: FrameType, event: str, _: object) -> typing.Any:  # noqa: ANN401
        file = frame.f_code.co_filename
        if "show" not in file:
            return None
        if event == "line":
            reached.add((file, frame.f_lineno))
        return trace

    sys.settrace(trace)
    try:
        for case in cases():
            case.found()
    finally:
        sys.settrace(before)
