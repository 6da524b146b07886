"""The line that invites to touch, as it breathes."""

from __future__ import annotations

import pytest

from kiosk.playback.views.invitation import LOW, PERIOD_S, breath, next_breath


def test_it_breathes_between_full_and_seven_tenths_every_four_seconds() -> None:
    opacities = [breath(moment / 100) for moment in range(400)]

    assert max(opacities) == breath(0.0) == breath(PERIOD_S) == 1.0
    assert min(opacities) == breath(PERIOD_S / 2) == pytest.approx(LOW)


@pytest.mark.parametrize("since", [0.0, 1.0, 2.0, 3.9, 4000.0])
def test_between_its_steps_it_need_not_be_painted(since: float) -> None:
    step = next_breath(since)

    assert breath(since + step - 0.002) == breath(since)
    assert breath(since + step) != breath(since)


def test_a_breath_is_painted_eight_times_a_second() -> None:
    t, frames = 0.0, 0
    while t < 10 * PERIOD_S:
        t, frames = t + next_breath(t), frames + 1

    assert frames / (10 * PERIOD_S) == pytest.approx(8.0, abs=0.1)
