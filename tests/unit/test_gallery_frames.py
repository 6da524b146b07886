"""Golden display lists: what every show of the gallery draws, as text, without Qt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gallery import GALLERY, frames, gallery_names, opened, recorded_measure
from tests.listing import listed

GOLDEN = Path(__file__).parents[1] / "golden" / "frames"


@pytest.mark.parametrize("name", gallery_names())
def test_a_show_of_the_gallery_draws_what_it_drew_before(name: str, accept: bool) -> None:
    golden = GOLDEN / f"{name}.txt"
    show, measure = opened(GALLERY / name), recorded_measure(name)

    drawn = "\n".join(f"== {title}\n{listed(frame)}" for title, frame in frames(show, measure))

    if accept:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, "utf-8")
    changed = golden.with_name(f"{name}-changed.txt")
    if drawn != golden.read_text("utf-8"):
        changed.write_text(drawn, "utf-8")
        pytest.fail(f"{changed.name} lies beside {golden.name}; `pytest --accept` takes it over")
    changed.unlink(missing_ok=True)
