"""Golden display lists: what every show of the gallery draws, as text, without Qt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gallery import (
    GALLERY,
    frames,
    frames_in_two_themes,
    gallery_names,
    opened,
    recorded_measure,
)
from tests.listing import listed
from tests.recoloured import recoloured

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("name", gallery_names())
def test_a_show_of_the_gallery_draws_what_it_drew_before(name: str, accept: bool) -> None:
    show, measure = opened(GALLERY / name), recorded_measure(name)

    drawn = [f"== {title}\n{listed(frame)}" for title, frame in frames(show, measure)]

    compare("\n".join(drawn), GOLDEN / "frames" / f"{name}.txt", accept=accept)


@pytest.mark.parametrize("name", gallery_names())
def test_on_paper_it_changes_what_it_changed_before(name: str, accept: bool) -> None:
    show, measure = opened(GALLERY / name), recorded_measure(name)

    drawn = [
        f"== {title}\n{recoloured(listed(own), listed(paper))}"
        for title, own, paper in frames_in_two_themes(show, measure)
    ]

    compare("".join(drawn), GOLDEN / "paper" / f"{name}.txt", accept=accept)


def test_no_frames_are_kept_of_a_show_that_is_gone() -> None:
    kept = {file.stem for folder in ("frames", "paper") for file in (GOLDEN / folder).glob("*.txt")}

    assert {name.removesuffix("-changed") for name in kept} == {*gallery_names()}


def compare(drawn: str, golden: Path, *, accept: bool) -> None:
    """Fails where something else is drawn than the golden file says, which it writes beside it."""
    if accept:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, "utf-8")
    changed = golden.with_name(f"{golden.stem}-changed.txt")
    if drawn != golden.read_text("utf-8"):
        changed.write_text(drawn, "utf-8")
        pytest.fail(f"{changed.name} lies beside {golden.name}; `pytest --accept` takes it over")
    changed.unlink(missing_ok=True)
