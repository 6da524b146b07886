"""Changes of a few pixels of the screen, read as crossfades."""

from __future__ import annotations

import pytest

from tests.bench.peers.crossfades import crossfades_in


def changes(start_s: float, frames: int, fps: float = 60.0) -> list[float]:
    return [start_s + number / fps for number in range(frames)]


def test_what_changes_after_a_rest_is_another_crossfade() -> None:
    times = changes(8.0, 48) + changes(16.0, 40)

    assert [fade.frames for fade in crossfades_in(times)] == [48, 40]


def test_a_single_change_is_no_crossfade() -> None:
    assert crossfades_in([1.0, 3.0]) == ()


def test_the_worst_gap_is_that_of_the_frames_left_out() -> None:
    times = changes(0.0, 48)

    fade = crossfades_in(times[:20] + times[23:])[0]

    assert fade.frames == 45
    assert fade.gap_ms == pytest.approx(4 * 1000 / 60)
    assert fade.span_ms == pytest.approx(47 * 1000 / 60)


def test_a_frame_that_was_seen_half_drawn_counts_once() -> None:
    times = changes(0.0, 48)

    torn = sorted([*times, times[10] + 0.002])

    assert crossfades_in(torn)[0].frames == 48
