"""How the memory of a kiosk is measured: what has been shown, and how fast something grows."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.memory.changes import Changes
from tests.bench.memory.show import write_show
from tests.bench.memory.slope import slope_of

_SLIDES = ("a", "b", "c")


def ready(slide: str) -> str:
    """The line of a recording that says so."""
    return f'{{"at": 1.0, "Ready": {{"slide": "{slide}", "entry_s": 0.0}}}}\n'


def by_chance(run: int, x: int) -> float:
    """A number of a normal distribution, always the same one."""
    share = int.from_bytes(sha256(f"{run} {x}".encode()).digest()[:6], "big") + 0.5
    return NormalDist().inv_cdf(share / 2**48)


@given(st.floats(-1e3, 1e3), st.floats(-1e6, 1e6), st.integers(5, 30))
def test_what_grows_evenly_has_that_slope(slope: float, start: float, count: int) -> None:
    found = slope_of([(float(x), start + slope * x) for x in range(count)])

    assert found.middle == pytest.approx(slope, abs=1e-6)
    assert found.least == pytest.approx(slope, abs=1e-6)
    assert found.most == pytest.approx(slope, abs=1e-6)


def test_the_true_slope_lies_within_its_confidence_about_as_often_as_it_says() -> None:
    hits = 0
    for run in range(300):
        points = [(float(x), 3.0 * x + 20.0 * by_chance(run, x)) for x in range(20)]
        found = slope_of(points)
        hits += found.least <= 3.0 <= found.most

    assert 0.91 * 300 <= hits <= 0.99 * 300


def test_one_loop_with_much_more_moves_the_slope_little() -> None:
    points = [(float(x), 100.0) for x in range(20)]
    points[12] = (12.0, 900.0)

    assert slope_of(points).middle == 0.0


def test_slides_are_counted_once_for_each_time_that_the_loop_comes_to_them(tmp_path: Path) -> None:
    file = tmp_path / "visit.jsonl"
    changes = Changes(file, _SLIDES)
    said = [ready(slide) for slide in ("a", "b", "home", "b", "a", "c", "b", "a")]

    assert changes.look() == 0  # nothing is written yet
    file.write_text("".join(said[:4]) + said[4][:10], "utf-8")
    assert changes.look() == 2
    file.write_text("".join(said), "utf-8")
    assert changes.look() == 4  # a, b, c, and a again


def test_the_show_has_every_kind_of_the_gallery_in_both_languages(tmp_path: Path) -> None:
    ids = write_show(tmp_path, 2.0)

    assert "bar-lying" in ids
    assert "bar-exchanged-lying" in ids
    assert len(ids) == len(set(ids))
    assert "en: 汽车" in (tmp_path / "bar-exchanged.yaml").read_text("utf-8")
