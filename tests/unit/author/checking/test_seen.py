"""`check` sees what an eye or a finger would stumble over; each fault has a twin without it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kiosk.author.check import check

if TYPE_CHECKING:
    from pathlib import Path

BARS = "type: bar, x: a, y: b, data: [{a: one, b: 3}, {a: two, b: 4}]"
SENTENCE = "A walk around the lake takes forty minutes. "
NEAR, APART = (96, 200, 304), (96, 400, 704)


def seen_in(
    folder: Path, capsys: pytest.CaptureFixture[str], slides: str, head: str = ""
) -> list[dict[str, str]]:
    """What `check` says of a show with those slides; it has no mistake."""
    (folder / "show.yaml").write_text(
        f"title: x\nlanguages: [en]\n{head}chapters: [one.yaml]\n", "utf-8"
    )
    (folder / "one.yaml").write_text(f"title: c\nslides:\n{slides}", "utf-8")
    status = check(folder, as_json=True)
    report = json.loads(capsys.readouterr().out)
    assert status == 0
    found: list[dict[str, str]] = report["problems"]
    return found


def links(places: tuple[int, ...]) -> str:
    """A slide with three links at those x."""
    charts = "".join(
        f"      - {{id: c{x}, goto: two, at: [{x}, 500, 96, 96], {BARS}}}\n" for x in places
    )
    return f"  - charts:\n{charts}  - {{id: two, title: b}}\n"


def names(count: int, name: str) -> str:
    """A chart of so many bars with such names."""
    rows = ", ".join(f"{{a: {name} {i}, b: {i + 2}}}" for i in range(count))
    return f"  - title: a\n    chart: {{type: bar, x: a, y: b, data: [{rows}]}}\n"


# By code: slides that have the fault, slides that just have not, and the head of their show.
CASES: dict[str, tuple[str, str, str]] = {
    "no-room": (
        f"  - title: a\n    text: {SENTENCE * 40}\n",
        f"  - title: a\n    text: {SENTENCE * 20}\n",
        "",
    ),
    "cut": (names(24, "the name of thing number"), names(24, "no."), ""),
    "small-text": (
        "  - number: {value: 123456789, at: [100, 400, 96, 96]}\n",
        "  - number: {value: 123456789, at: [100, 400, 200, 96]}\n",
        "",
    ),
    "overlap": (
        f"  - title: A title\n    chart: {{at: [90, 140, 900, 400], {BARS}}}\n",
        f"  - title: A title\n    chart: {{at: [90, 560, 900, 400], {BARS}}}\n",
        "",
    ),
    "small-target": (links(NEAR), links(APART), "screen: 10 in\nviewing: 0.4 m\n"),
}  # fmt: skip


@pytest.mark.parametrize("code", CASES)
def test_a_fault_that_is_seen_is_told_and_its_twin_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    faulty, sound, head = CASES[code]

    told = seen_in(tmp_path, capsys, faulty, head)
    told_of_twin = seen_in(tmp_path, capsys, sound, head)

    assert code in {problem["code"] for problem in told}
    assert code not in {problem["code"] for problem in told_of_twin}


def test_an_element_over_a_title_is_told_at_its_place_and_by_how_much(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (problem,) = seen_in(tmp_path, capsys, CASES["overlap"][0])

    assert f"{problem['line']}:{problem['column']}" == "4:12"
    assert problem["what"] == "'chart' lies over 'title' by 31 mm"


def test_what_is_wrong_in_one_look_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slide = f"  - title: a\n    chart: {{at: [90, 140, 900, 400], {BARS}}}\n"

    (problem,) = seen_in(tmp_path, capsys, slide, "shapes: [landscape, portrait]\n")

    assert problem["what"].endswith("(landscape)")


def test_many_slides_are_looked_at_by_several_processes_with_the_same_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    slides = CASES["overlap"][0] * 9
    alone = seen_in(tmp_path, capsys, slides)

    monkeypatch.setattr("kiosk.author.checking.visual._MANY", 1)
    together = seen_in(tmp_path, capsys, slides)

    assert len(alone) == 9
    assert together == alone
