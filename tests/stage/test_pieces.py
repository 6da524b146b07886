"""Pieces of rings, in pixels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.batches import Sectors
from kiosk.stage.device import Device
from kiosk.stage.painting.batches.outlines import paint_sectors

if TYPE_CHECKING:
    from kiosk.batches import Floats

_SIZE = (192, 108)
_MIDDLE = (960.0, 540.0)  # logical units, of a page of 1920 x 1080


def painted(turns: list[tuple[float, float]], inner: float, radius: float, gap: float) -> Floats:
    """Which share of each pixel is covered by pieces of a ring, up to 450 units out; (108, 192)."""
    screen = QImage(*_SIZE, QImage.Format.Format_RGB32)
    screen.fill(Qt.GlobalColor.black)
    places = np.array([(*_MIDDLE, inner, 450.0, *ends) for ends in turns])
    fill = np.array([(1.0, 0.0, 0.0, 1.0)] * len(turns))
    pieces = Sectors("marks", tuple(map(str, turns)), places, fill, radius, gap)
    with QPainter(screen) as on:
        on.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sectors(on, pieces, Device(*_SIZE), QRect(0, 0, *_SIZE))
    pixels = np.frombuffer(screen.constBits(), np.uint32).reshape(_SIZE[::-1])
    return np.asarray((pixels >> 16 & 255) / 255.0)


def at(pixels: Floats, turn: float, distance: float) -> float:
    """The pixel in that direction from the middle, `distance` units away."""
    x = _MIDDLE[0] + distance * math.sin(2 * math.pi * turn)
    y = _MIDDLE[1] - distance * math.cos(2 * math.pi * turn)
    return float(pixels[int(y / 10), int(x / 10)])


THIRDS = [(0.0, 0.33), (0.33, 0.7), (0.7, 1.0)]


@pytest.mark.parametrize(("radius", "gap"), [(0.0, 0.0), (40.0, 0.0), (0.0, 40.0), (60.0, 40.0)])
def test_a_ring_is_filled_between_its_radii_and_its_hole_is_free(radius: float, gap: float) -> None:
    pixels = painted(THIRDS, 250.0, radius, gap)

    for turn in (0.165, 0.515, 0.85):
        assert [at(pixels, turn, distance) for distance in (0, 120, 220)] == [0, 0, 0]
        assert [at(pixels, turn, distance) for distance in (270, 350, 430)] == [1, 1, 1]
        assert at(pixels, turn, 470) == 0


@pytest.mark.parametrize("inner", [0.0, 250.0])
def test_a_gap_is_equally_wide_from_the_inside_out(inner: float) -> None:
    pixels = painted([(0.0, 0.25), (0.25, 0.5)], inner, 0.0, 60.0)

    free = [
        float((1 - pixels[40:68, int((_MIDDLE[0] + away) / 10)]).sum()) for away in (300, 350, 400)
    ]
    assert free == pytest.approx([6.0] * 3, abs=0.6)


def test_without_a_gap_pieces_meet() -> None:
    pixels = painted(THIRDS, 250.0, 0.0, 0.0)

    assert at(pixels, 0.33, 350) > 0.5


def test_round_ends_of_a_gauge_are_half_discs() -> None:
    pixels = painted([(0.0, 0.25)], 350.0, 50.0, 0.0)

    assert at(pixels, 0.24, 400) == 1.0
    assert at(pixels, 0.248, 445) < 0.1
    assert at(pixels, 0.248, 355) < 0.1


def test_a_piece_too_small_for_its_gap_is_still_seen() -> None:
    pixels = painted([(0.0, 0.005), (0.005, 1.0)], 250.0, 40.0, 60.0)

    assert at(pixels, 0.0025, 350) > 0.1


def test_a_whole_ring_has_no_gap() -> None:
    pixels = painted([(0.0, 1.0)], 250.0, 40.0, 60.0)

    assert {at(pixels, turn / 20, 350) for turn in range(20)} == {1.0}
