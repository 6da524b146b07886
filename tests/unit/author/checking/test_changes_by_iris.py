"""Turns and entries that flash for kiosk do so for IRIS, which television is tested with, too.

Both are given the same frames; IRIS, which takes the mean of all that it sees, the field of ten
degrees in which most changes.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from iris_pse_detection import Configuration
from iris_pse_detection.flash_detection import FlashDetection

from kiosk.author.checking.films import RATE, cell_sr, entering, filmed, turning
from kiosk.author.checking.flashes import values_of
from kiosk.show.model import Turn
from tests.unit.author.checking.test_changes import NUMBER, pie, seen, turned
from tests.unit.author.checking.test_stirs import alternations

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.checking.films import Shot
    from kiosk.author.checking.seen import Seen
    from tests.unit.author.checking.test_flashes import Frames

FIELD_SR = 0.024  # of ten degrees; a quarter of it may flash


def field(at: Seen, shot: Shot) -> Frames:
    """The field in which most places change more often than allowed: (frames, rows, columns, 3)."""
    film = at.known.film(at)
    frames = np.array([film.colours(frame) for frame in shot.frames])
    often = alternations(values_of(frame)[0] for frame in frames) > 6
    side = round(math.sqrt(FIELD_SR / cell_sr(at)))
    corners = [(y, x) for y in range(len(often) - side) for x in range(often.shape[1] - side)]
    y, x = max(corners, key=lambda at: int(often[at[0] : at[0] + side, at[1] : at[1] + side].sum()))
    return frames[:, y : y + side, x : x + side]


def by_iris(frames: Frames) -> bool:
    """Whether there is too much of it for IRIS; what lasts for seconds is a rule of its own."""
    detection = FlashDetection(RATE, frames.shape[1:3], Configuration(area_proportion=0.25))
    for number, frame in enumerate(frames):
        detection.set_current_frame(np.ascontiguousarray(frame[:, :, ::-1]))
        detection.analyse_frame(number)
    return detection.flash_fail


@pytest.mark.parametrize(
    ("stripes", "kind", "is_too_much"),
    [(6, "push", True), (2, "push", False), (6, "dissolve", False), (6, "widen", False)],
)
def test_both_judge_a_turn_alike(
    tmp_path: Path, stripes: int, kind: str, is_too_much: bool
) -> None:
    at = turned(tmp_path, stripes, f"{kind} 800 ms", viewing="0.5")
    leaving, turn = at.show.slides[0], Turn(kind, 0.8)

    assert by_iris(field(at, turning(at, leaving, turn))) is is_too_much
    assert filmed(at, turning(at, leaving, turn)).is_allowed is not is_too_much


@pytest.mark.parametrize(
    "slide", [NUMBER.format(value=28888), pie(12, "enter: fade"), pie(4)], ids=["9", "fade", "4"]
)
def test_both_let_an_entry_pass(tmp_path: Path, slide: str) -> None:
    at = seen(tmp_path, slide)

    assert not by_iris(field(at, entering(at)))
    assert filmed(at, entering(at)).is_allowed
