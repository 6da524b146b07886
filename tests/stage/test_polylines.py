"""Painting lines through points."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.batches import Polylines, column, fours
from kiosk.stage.device import Device
from kiosk.stage.painting.batches.polylines import paint_polylines

WAY = [(100.0 + 40 * at, 500.0 + 90 * (at % 3)) for at in range(9)]


def painted(way: list[tuple[float, float]]) -> QImage:
    """A line through these points on black, 1920 x 1080 pixels."""
    line = Polylines("", ("a",), np.array([way]), column([1.0]), fours([(1, 1, 1, 1)]), 6.0)
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_polylines(painter, line, Device(1920, 1080))
    return image


@pytest.mark.parametrize("twice", range(len(WAY)))
def test_a_corner_whose_point_stands_twice_is_a_corner(twice: int) -> None:
    assert painted([*WAY[:twice], WAY[twice], *WAY[twice:]]) == painted(WAY)


def wide_at(image: QImage, y: int, level: int = 64) -> int:
    """How many pixels of that row are more than a little lit."""
    return sum(image.pixelColor(x, y).red() > level for x in range(700, 740))


def test_the_peaks_of_a_line_of_many_points_are_as_round_as_those_of_few() -> None:
    few = [(680.0, 600.0), (718.0, 600.0), (720.0, 300.0), (722.0, 600.0), (760.0, 600.0)]
    many = [(1000.0 + 4 * at, 600.0 + 60 * (at % 2)) for at in range(100)]

    stroked, in_pieces = painted(few), painted([*few, *many])

    for y in (296, 297, 298, 299, 300, 301, 302):
        assert abs(wide_at(stroked, y) - wide_at(in_pieces, y)) <= 1
