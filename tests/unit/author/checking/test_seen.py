"""`check` sees a show in the looks that it is made for, and tells each fault once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kiosk.author.check import check

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BARS = "type: bar, x: a, y: b, data: [{a: one, b: 3}, {a: two, b: 4}]"
OVER_TITLE = f"  - title: A title\n    chart: {{at: [90, 140, 900, 400], {BARS}}}\n"


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


def test_an_element_over_a_title_is_told_at_its_place_and_by_how_much(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (problem,) = seen_in(tmp_path, capsys, OVER_TITLE)

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
    slides = OVER_TITLE * 9
    alone = seen_in(tmp_path, capsys, slides)

    monkeypatch.setattr("kiosk.author.checking.visual._MANY", 1)
    together = seen_in(tmp_path, capsys, slides)

    assert len(alone) == 9
    assert together == alone
