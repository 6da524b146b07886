"""The Yubei show against the numbers of README.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.loop import bench_of, percentile, summary

SHOW = Path(__file__).parents[2] / "slides" / "yubei"


@pytest.mark.parametrize(("size", "most_ms"), [((1920, 1080), 12.0), ((3840, 2160), 30.0)])
def test_a_frame_of_a_dissolve_costs_little(size: tuple[int, int], most_ms: float) -> None:
    costs = bench_of(SHOW, *size).loop()

    print(f"\n{size[0]} x {size[1]}\n{summary(costs)}")
    dissolve = [cost for cost in costs if cost.phase == "transition dissolve"]
    assert percentile(dissolve, 0.99) <= most_ms
