"""Golden display lists: what every show of the gallery draws, as text, without Qt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gallery import GALLERY, RecordedMeasure, frames, gallery_names, opened
from tests.listing import listed

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(scope="module")
def measure() -> RecordedMeasure:
    """The widths that the stage recorded."""
    return RecordedMeasure(json.loads((GOLDEN / "advances.json").read_text("utf-8")))


@pytest.mark.parametrize("name", gallery_names())
def test_a_show_of_the_gallery_draws_what_it_drew_before(
    name: str, measure: RecordedMeasure, accept: bool
) -> None:
    golden = GOLDEN / "frames" / f"{name}.txt"
    show = opened(GALLERY / name)

    drawn = "\n".join(f"== {title}\n{listed(frame)}" for title, frame in frames(show, measure))

    if accept:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, "utf-8")
    changed = golden.with_name(f"{name}-changed.txt")
    if drawn != golden.read_text("utf-8"):
        changed.write_text(drawn, "utf-8")
        pytest.fail(f"{changed.name} lies beside {golden.name}; `pytest --accept` takes it over")
    changed.unlink(missing_ok=True)
